"""A place is what somebody names as a whole message; nothing is guessed, and nobody gets another country's numbers."""

from __future__ import annotations

import pytest

from bot.safety.card import OWN_BUTTONS
from bot.safety.places import BUTTONS, Place, asks_where, place_from, place_named
from bot.safety.signposts import registry


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Scotland", Place("GB", "Scotland")),
        ("im in scotland now", Place("GB", "Scotland")),
        ("I live in Northern Ireland.", Place("GB", "Northern Ireland")),
        ("ireland", Place("IE")),
        ("n. ireland", Place("GB", "Northern Ireland")),
        ("glasgow", Place("GB", "Scotland")),
        ("I'm in the USA", Place("US")),
        ("new zealand", Place("NZ")),
        ("the uk", Place("GB")),
        ("im in france at the moment", Place()),
        ("None of these", Place()),
    ],
)
def test_a_place_is_known_by_its_name(said: str, place: Place) -> None:
    assert place_named(said) == place


@pytest.mark.parametrize(
    "said",
    ["im at my mums", "i want to go to Wales with my sister one day", "", "no", "here", "England " * 20, "in", "🏴"],
)
def test_other_words_are_no_place(said: str) -> None:
    assert place_named(said) is None


def test_every_button_is_understood_and_is_no_cue() -> None:
    for title in BUTTONS:
        place = place_named(title)
        assert place is not None
        assert title == "None of these" or registry(place.country, place.area).country == place.country
        assert title in OWN_BUTTONS


@pytest.mark.parametrize("said", ["I'm somewhere else", "another country", "Not here."])
def test_being_somewhere_else_asks_where(said: str) -> None:
    assert asks_where(said)


@pytest.mark.parametrize("place", [Place("GB", "Wales"), Place("US"), Place()])
def test_a_place_is_kept_as_a_word(place: Place) -> None:
    assert place_from(place.key) == place


@pytest.mark.parametrize("key", [None, "", 5, "GB"])
def test_no_key_is_no_place(key: object) -> None:
    assert place_from(key) is None
