"""An age that somebody tells of themselves is heard; a number that is no age is not."""

from __future__ import annotations

import pytest

from bot.safety.age import disclosed_age


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ("im 15", 15),
        ("I'm 15.", 15),
        ("i’m 16 and i feel rubbish", 16),
        ("I am fifteen", 15),
        ("hi, i am 14 years old", 14),
        ("im a 13 year old girl", 13),
        ("i'm 12yo", 12),
        ("im 9 years old", 9),
        ("i just turned 17", 17),
        ("im only 11 btw", 11),
        ("im in year 9", 14),
        ("i'm under 18", 17),
        ("im not even 18 yet", 17),
        ("I'm 34", 34),
        ("im nineteen", 19),
    ],
)
def test_an_age_is_heard(said: str, age: int) -> None:
    heard = disclosed_age(said)
    assert heard == age or (heard is None and age >= 20)


@pytest.mark.parametrize(
    "said",
    [
        "im 15 days sober",
        "i'm 16 stone",
        "im 10 minutes away",
        "I'm 8",
        "im 7 out of 10",
        "im 12 weeks pregnant",
        "when i'm 15 minutes late",
        "i feel like i'm 12 again",
        "like im 15",
        "when i was 15",
        "my son is 15",
        "my daughter says im 15 years old in my head",
        "i have a 15 year old sister",
        "im 15 years clean",
        "im 15, 000 in debt",
        "15",
        "im year 2 of college",
        "im in year 10 of this illness",
        "",
    ],
)
def test_other_numbers_are_no_age(said: str) -> None:
    assert disclosed_age(said) is None
