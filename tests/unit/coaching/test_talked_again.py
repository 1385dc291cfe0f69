"""What invented people said in talks by hand, and was not heard as they meant it: yes, no, lines, days, numbers."""

from __future__ import annotations

import pytest

from bot.coaching.answers import NOW, Answer
from bot.coaching.confirming import Confirmed, WantsChange, agrees_to_the_deed, read_confirmation
from bot.coaching.controls import Control, Request, read_control
from bot.coaching.edits import Edit, Verb, read_edit
from bot.coaching.gate import asks_who_sees, numbers_in
from bot.coaching.named_edits import review_said
from bot.coaching.putting_right import time_put_right
from bot.coaching.sharing import shares
from bot.safety.denials import is_clear_no
from tests.unit.coaching.talk import asked, at_consent, begin, leads, say, to_the_read_back, told

NOON = {NOW: Answer(text="2026-12-01T12:00:00+00:00")}
FLAT = ("get my own flat", "8", "my own door", "ring the council on monday")


@pytest.mark.parametrize(
    "text",
    [
        "ok then yes",
        "yes is ok",
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


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("An eight, love, like I said, though Sharon would say nine, bless her", (8,)),
        ("One of what, the teas? Oh the numbers, eight then", (8,)),
        ("No no, not one, eight, I said eight didn't I", (8,)),
        ("i'd say 7", (7,)),
        ("i said 8", (8,)),
    ],
)
def test_the_number_that_is_their_own_counts(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize("text", ["same as I said before", "same", "like i said", "as before"])
def test_who_went_back_may_stay_with_what_they_said(text: str) -> None:
    turn = say(told("goals", *FLAT[:3]), "back", text)
    assert turn.draft.answers["importance_reason"].text == "my own door"
    assert asked(turn) == "utter_goals_step"


def test_who_has_said_it_already_is_believed() -> None:
    turn = told("goals", "stop being so anxious", "But I said what I want, it is not away from")
    assert turn.draft.answers["picture"].text == "stop being so anxious"


def test_the_time_of_a_step_is_kept_in_their_own_words() -> None:
    turn = say(begin("goals", NOON), *FLAT[:3], "wait at the gate on friday after my meds")
    (step,) = (values["step"] for _, values in to_the_read_back(turn).sayings[-1].lines if "step" in values)
    assert "after my meds" in step


@pytest.mark.parametrize("text", ["ok, yes, share it then", "yes take it out then"])
def test_a_yes_in_the_words_of_the_deed_is_one(text: str) -> None:
    assert agrees_to_the_deed(text)


@pytest.mark.parametrize("text", ["what the fuck? no. I said they take the mick", "what the hell, no"])
def test_a_no_with_a_curse_is_a_clear_one(text: str) -> None:
    assert is_clear_no(text)


CAT = ("get my own place with a cat", "9", "quiet", "ring the council on friday", "8")


def test_what_is_reworded_keeps_how_much_it_matters() -> None:
    turn = to_the_read_back(told("goals", *CAT))
    answers = say(turn, "1 get my own place with a dog", "2 ring the council office on friday").draft.answers
    assert (answers["importance"].number, answers["importance_reason"].text) == (9, "quiet")
    assert answers["confidence"].number == 8


def test_another_wish_does_not() -> None:
    turn = to_the_read_back(told("goals", *CAT))
    answers = say(turn, "1 sing in a choir").draft.answers
    assert "importance" not in answers


@pytest.mark.parametrize(
    "text",
    [
        "I want to take that back. Don't share it with the team any more",
        "take it back from my team",
        "stop sharing it",
        "please don't share that with my worker any more",
    ],
)
def test_what_is_shared_is_taken_back_in_everyday_words(text: str) -> None:
    assert shares(text)
    assert read_edit(text) == Edit(Verb.PRIVATE)


@pytest.mark.parametrize("text", ["take it back to the shop", "share my flat", "share it with my sister"])
def test_what_is_shared_with_others_is_no_wish_about_the_plan(text: str) -> None:
    assert not shares(text)


@pytest.mark.parametrize(("smaller", "step"), [("half hour", "gym, half hour"), ("just 10 mins", "gym, just 10 mins")])
def test_how_long_is_a_smaller_step_of_the_same_kind(smaller: str, step: str) -> None:
    turn = to_the_read_back(say(begin("goals", NOON), *FLAT[:3], "gym saturday", "5", smaller, "8"))
    (shown,) = (values["step"] for _, values in turn.sayings[-1].lines if "step" in values)
    assert shown == f"{step}, Saturday 5 December"


@pytest.mark.parametrize("text", ["Thursday at 7pm", "no, thursday at 7pm", "make it thursday at 7pm"])
def test_a_day_at_a_scale_is_the_day_of_the_step(text: str) -> None:
    turn = say(begin("goals", NOON), *FLAT[:3], "ring Kwame", "wednesday evening", text)
    assert asked(turn) == "utter_goals_confidence"
    (shown,) = (values["step"] for _, values in to_the_read_back(turn).sayings[-1].lines if "step" in values)
    assert shown == "ring Kwame, Thursday 3 December, 7 in the evening"


def test_a_number_and_another_day_in_one_message_are_both_taken() -> None:
    said = "7. No wait, Wednesday he's at church. Make it Thursday"
    turn = say(begin("goals", NOON), *FLAT[:3], "ring Kwame", "wednesday evening", said)
    assert turn.draft.answers["confidence"].number == 7
    (shown,) = (values["step"] for _, values in to_the_read_back(turn).sayings[-1].lines if "step" in values)
    assert shown == "ring Kwame, Thursday 3 December, in the evening"


def test_a_sentence_is_taken_out_of_a_line() -> None:
    said = "Yes, but line 1 take away the first sentence please"
    assert read_confirmation(said) == WantsChange(1, "", without="the first sentence")
    turn = to_the_read_back(told("goals", "I said go on. But see my son more", "8", "love"))
    assert say(turn, said).draft.answers["picture"].text == "But see my son more"
