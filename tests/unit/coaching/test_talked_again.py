"""What invented people said in talks by hand, and was not heard as they meant it: yes, no, lines, days, numbers."""

from __future__ import annotations

import pytest

from bot.coaching.controls import Control, Request, read_control
from bot.coaching.gate import asks_who_sees
from bot.coaching.named_edits import review_said
from bot.coaching.putting_right import time_put_right
from bot.coaching.reading import Confirmed, WantsChange, read_confirmation
from tests.unit.coaching.talk import asked, at_consent, leads, told

FLAT = ("get my own flat", "8", "my own door", "ring the council on monday")


@pytest.mark.parametrize(
    "text",
    [
        "Yes go on then, you did give me a turn though",
        "Oh yes love, that's what I said, yes",
        "Well I suppose so, Sharon says they all do it now, the bank's the same, so go on then",
        "yehhh",
    ],
)
def test_consent_is_given_in_many_words(text: str) -> None:
    assert at_consent(text).draft.answers["ask"].choice == "yes"


def test_consent_with_a_wish_that_nobody_is_shown_is_one() -> None:
    assert at_consent("It is okay, for now. But you don't show to nobody").draft.answers["ask"].choice == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "yes but not the bit about my mum",
        "ok if my doctor never sees it",
        "I suppose so, only if I can take it back",
        "fine, whatever, no",
        "yes? why do you want it",
        "I'm fine, how are you, ok",
        "I don't know, go on then, convince me, maybe",
    ],
)
def test_what_turns_round_is_no_consent(text: str) -> None:
    answer = at_consent(text).draft.answers.get("ask")
    assert answer is None or answer.choice != "yes"


@pytest.mark.parametrize("text", ["And if I say no?", "what happens if i don't", "what if I say no", "if not?"])
def test_who_asks_what_a_no_would_mean_has_not_said_it(text: str) -> None:
    turn = at_consent(text)
    assert "ask" not in turn.draft.answers
    assert asked(turn) == "utter_consent_ask_why"


@pytest.mark.parametrize("text", ["Why you need to know when?", "why do you want to know", "but why do u ask me that"])
def test_why_is_answered_at_every_question(text: str) -> None:
    assert leads(told("goals", *FLAT[:1], text))[0].words == "utter_goals_importance_why"


@pytest.mark.parametrize(
    "text",
    [
        "yh sav it im off 2 bed nite",
        "yehhh sav it",
        "Yes that's better, thank you love, though it does go on a bit",
        "yes thats the one ta",
    ],
)
def test_a_yes_with_a_remark_saves(text: str) -> None:
    assert isinstance(read_confirmation(text), Confirmed)


@pytest.mark.parametrize(
    "text",
    [
        "yes but look again on saturday",
        "yes and make 2 friday",
        "yes no",
        "yeah 2. is wrong",
        "yes can you take 3 out",
        "yes except the last bit",
    ],
)
def test_a_yes_with_a_change_saves_nothing(text: str) -> None:
    assert not isinstance(read_confirmation(text), Confirmed)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Oh no that's all wrong, number one should say I keep my head", 1, "I keep my head"),
        ("Right, 1, I'm organised", 1, "I'm organised"),
        ("The number 2: I call to the school", 2, "I call to the school"),
    ],
)
def test_a_line_is_pointed_at_in_more_words(text: str, line: int, words: str) -> None:
    assert read_confirmation(text) == WantsChange(line, words)


@pytest.mark.parametrize(
    "text", ["The line 3 I did not say it, please take it away", "line 3, take it out", "number 3 i never said that"]
)
def test_a_line_that_was_never_said_is_taken_out(text: str) -> None:
    assert read_control(text) == Request(Control.DELETE, 3)


def test_the_day_of_a_thing_is_put_right() -> None:
    assert time_put_right("No, the call is Thursday evening") == "Thursday evening"
    assert time_put_right("no the house is cold") == ""
    assert time_put_right("the call is Thursday evening") == ""


def test_the_day_to_look_again_is_put_right_behind_a_yes() -> None:
    assert review_said("Yes, but look again on Saturday not Friday") == ("Saturday", "")


@pytest.mark.parametrize("text", ["The school, they will see this?", "my mum she can see this?"])
def test_who_sees_it_is_asked_of_somebody_named_first(text: str) -> None:
    assert asks_who_sees(text)
