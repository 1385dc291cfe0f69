"""Who tried a line and got nothing is not congratulated; who is reaching somebody is not sent elsewhere."""

from __future__ import annotations

import pytest

from bot.safety.card import still_here_message
from bot.safety.still_here import kind_of

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


def test_who_has_taken_something_and_is_calling_is_encouraged() -> None:
    assert "reaching someone" in still_here_message("im calling them", families=("overdose",)).text


def test_a_long_message_is_looked_at_quickly() -> None:
    assert kind_of("not never no one " * 20_000) in ("", "alone")
