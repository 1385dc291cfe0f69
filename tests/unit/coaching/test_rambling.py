"""Rambling answers: an afterthought is no way of its own, and of a name that is told at length the name is kept."""

from __future__ import annotations

import pytest

from bot.coaching.guides.phrases import name_alone, ways_listed
from tests.unit.coaching.talk import told


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("find out about the new bus, the 42 I think", "find out about the new bus, the 42"),
        (
            "ring Maureen, get my good coat cleaned, though that's been there since March; they've probably sold it",
            "get my good coat cleaned, though that's been there since March; they've probably sold it",
        ),
        ("book a taxi, or go with kev, he knows the way", "go with kev, he knows the way"),
        ("ring them. maybe", "ring them"),
    ],
)
def test_an_afterthought_stays_with_the_way_before_it(said: str, last: str) -> None:
    assert ways_listed(said)[-1] == last


@pytest.mark.parametrize(
    ("said", "ways"),
    [
        ("ring the gym, text Jo, go swimming", ("ring the gym", "text Jo", "go swimming")),
        ("bingo, the library, a walk", ("bingo", "the library", "a walk")),
        ("ask my sister, my mate could drive me, walk", ("ask my sister", "my mate could drive me", "walk")),
        ("ring Kev, then i could text Jo", ("ring Kev", "i could text Jo")),
    ],
)
def test_what_is_a_way_of_its_own_stays_one(said: str, ways: tuple[str, ...]) -> None:
    assert ways_listed(said) == ways


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (
            "I don't know, my daughter would have a clever name, I'd just call it getting out to the coffee morning",
            "getting out to the coffee morning",
        ),
        ("um, call it freedom", "freedom"),
        ("they call it madness", "they call it madness"),
        ("I wouldn't call it anything", "I wouldn't call it anything"),
        ("keeping on", "keeping on"),
    ],
)
def test_of_a_name_that_is_told_at_length_the_name_is_kept(said: str, name: str) -> None:
    assert name_alone(said) == name


def test_one_wish_in_a_story_is_not_offered_beside_its_scenery() -> None:
    story = "well I was cook before you know, in Lisbon, twenty years, and I would like to work again as a cook"
    turn = told("goals", story)
    assert turn.draft.step != "which_first"
    assert not any("in Lisbon" in say.choices for say in turn.sayings)


def test_two_wishes_beside_a_story_are_both_offered() -> None:
    turn = told("goals", "I was a cook, twenty years, I would like to cook again, and I want to learn English")
    assert {"I would like to cook again", "I want to learn English"} <= set(turn.sayings[-1].choices)
