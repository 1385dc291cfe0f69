"""Who tried a line and got nothing is not congratulated; who is reaching somebody is not sent elsewhere."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.safety.card import still_here_message
from bot.safety.still_here import kind_of
from bot.safety.support import ASK, ASKING, Seen, Support, after, message_for, still_here, utterance
from bot.settings import settings

IN_VAIN = [
    "I called the crisis team and nobody answered",
    "i rang them and they were no help",
    "i texted shout but no reply",
    "rang 111, been on hold for ages",
    "phoned samaritans and they hung up",
    "I\u2019ve called and no one\u2019s picking up",
    "nobody picks up",
    "they didnt answer",
    "i couldn't get through",
    "the line is engaged",
    "they hung up on me",
    "no answer",
    "i called the crisis line and they just told me to have a bath",
    "tried ringing, it just rings",
    "I rang my nurse and she never called back",
    "called my gp but they were closed",
    "spoke to the crisis team and it made me feel worse",
    "texted them\nnothing back",
]
REACHING = [
    "just ringing them",
    "im on hold",
    "i called the crisis team and they are coming",
    "I rang samaritans, they answered and we talked",
    "calling now, dont worry, it is helping",
    "on the phone to my sister",
]
OTHERS = [("i cant talk on the phone", "phone"), ("theres no one", "alone"), ("this isn't helping", "useless"),
          ("no", "alone"), ("who reads this", "who"), ("i don't know what to do", "what")]  # fmt: skip


@pytest.mark.parametrize("said", IN_VAIN)
def test_who_got_no_answer_or_no_help_is_met_there(said: str) -> None:
    assert kind_of(said) == "no_answer"
    for turn in (0, 1):
        message = still_here_message(said, turn=turn)
        assert "glad" not in message.text
        for number in ("999", "116 123", "85258"):
            assert number in message.text
        assert "More ways to get help" in message.buttons
        assert "I can carry on" in message.buttons


@pytest.mark.parametrize("said", REACHING)
def test_who_is_reaching_somebody_is_encouraged(said: str) -> None:
    assert kind_of(said) == "called"


@pytest.mark.parametrize(("said", "kind"), OTHERS)
def test_other_answers_stay_as_they_are(said: str, kind: str) -> None:
    assert kind_of(said) == kind


@pytest.mark.parametrize(
    "said",
    [
        "so tired",
        "hm",
        "what should i do",
        "yes",
        "no",
        "sorry",
        "im at my mums",
        "i cant talk on the phone",
        "no answer",
    ],
)
def test_beside_the_card_for_an_overdose_every_answer_says_to_call_now(said: str) -> None:
    for turn in (0, 1):
        text = still_here_message(said, turn=turn, families=("overdose",)).text
        assert "999 now" in text
        assert "116 123" in text
        assert "rest" not in text.lower()
        assert "no hurry" not in text


@pytest.mark.parametrize("families", [(), ("overdose",)])
@pytest.mark.parametrize("said", ["hm", "so tired", "no", "thanks", "my mum is here", "i cant ring", "im calling them"])
def test_the_same_message_again_and_again_is_never_answered_in_the_same_words_twice_running(
    said: str, families: tuple[str, ...]
) -> None:
    seen = Seen(families=families, waits=True)
    texts = []
    for _ in range(6):
        answer = still_here(said, seen, settings().service)
        texts.append(answer["text"])
        seen = after(seen, [answer])
    assert all(one != then for one, then in pairwise(texts))


def test_who_has_taken_something_and_is_calling_is_encouraged() -> None:
    assert "reaching someone" in still_here_message("im calling them", families=("overdose",)).text


def test_a_long_message_is_looked_at_quickly() -> None:
    assert kind_of("not never no one " * 20_000) in ("", "alone")


# Beside the short question: what has nothing to do with it brings it once more, with the numbers, and not the card

ASKS = [(), ("self_harm",), ("abuse",), ("child",), ("someone_else",), ("end",)]


def _asked(families: tuple[str, ...] = ()) -> tuple[str, Seen]:
    support = Support(ASK, families)
    asked = utterance(message_for(support, settings().service), support)
    return asked["text"], after(Seen(context="goals.act"), [asked])


def _questions(text: str) -> set[str]:
    return {line for line in text.split("\n") if line.endswith("?")}


@pytest.mark.parametrize("families", ASKS)
def test_an_answer_beside_the_short_question_brings_the_same_question_once_more(families: tuple[str, ...]) -> None:
    question, seen = _asked(families)
    again = still_here("what's for tea", seen, settings().service)
    assert _questions(again["text"]) == {
        line.replace("I want to check I've understood. ", "") for line in _questions(question)
    }
    for number in ("999", "116 123"):
        assert number in again["text"]
    titles = [button["title"] for button in again["buttons"]]
    assert titles[-1] == "I can carry on"
    assert titles[:2] in (["Yes", "No"], ["Stop this chat", "Something else"])


def test_the_short_question_comes_no_more_than_once_again() -> None:
    _, seen = _asked()
    seen = after(seen, [still_here("what's for tea", seen, settings().service)])
    assert seen.context == ASKING
    for said in ("banana", "the bus"):
        answer = still_here(said, seen, settings().service)
        assert "thoughts of ending" not in answer["text"]
        seen = after(seen, [answer])


def test_another_short_question_may_come_once_again_too() -> None:
    _, seen = _asked()
    seen = after(seen, [still_here("banana", seen, settings().service)])
    support = Support(ASK, ("self_harm",))
    seen = after(seen, [utterance(message_for(support, settings().service), support)])
    assert "hurting yourself" in still_here("banana", seen, settings().service)["text"]


@pytest.mark.parametrize("said", ["i rang them and they were no help", "im at my mums", "so tired", "who reads this"])
def test_what_has_an_answer_of_its_own_has_it_beside_the_short_question_too(said: str) -> None:
    _, seen = _asked()
    assert "thoughts of ending" not in still_here(said, seen, settings().service)["text"]


def test_beside_the_card_no_question_comes_again() -> None:
    _, seen = _asked()
    card = Support("card", ("passive",))
    seen = after(seen, [utterance(message_for(card, settings().service), card)])
    assert "?" not in still_here("banana", seen, settings().service)["text"]
