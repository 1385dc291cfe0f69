"""The rules alone, without any vote: what they hear, and the everyday words beside it that they must pass over."""

from __future__ import annotations

import pytest

from bot.safety.normalise import sentences
from bot.safety.rules import findings


def heard(text: str) -> set[str]:
    """What the rules ask for in these words."""
    plain = tuple(sentences(text))
    return {finding.says for finding in findings(plain, " . ".join(plain))} - {"none"}


@pytest.mark.parametrize(
    "text",
    [
        "saying goodbye to my nan's house",
        "I'm saying goodbye to the flat on Friday and moving in with my sister",
        "it's goodbye to the old kitchen",
        "saying goodbye to my therapist next week after two years",
        "not living at my auntie's",
        "I'm not living at home until the damp's fixed",
        "not living in a hostel this time next year",
        "I don't want to be living in this town by forty",
        "not breathing in that dust at work",
        "getting sectioned",
        "not being sectioned again",
        "my mate got sectioned last year",
    ],
)
def test_leaving_a_place_or_fearing_a_ward_is_no_cue(text: str) -> None:
    assert not heard(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm saying goodbye to the world",
        "saying goodbye to my kids tonight",
        "this is goodbye, the house is clean and the keys are on the side",
        "goodbye to everyone",
        "I won't be living by Christmas",
        "I doubt I'll be living in a year",
        "I can't see myself living at thirty",
        "he won't be breathing this time tomorrow",
        "I won't be alive for the summer",
        "I was sectioned after they found me",
        "they sectioned me for being a risk to myself",
        "I've been sectioned twice",
    ],
)
def test_leaving_life_and_an_old_danger_are_still_heard(text: str) -> None:
    assert heard(text)


def test_a_year_to_come_is_no_past() -> None:
    assert "card" in heard("I won't be alive at 40")
