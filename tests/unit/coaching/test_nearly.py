"""Misspelt buttons and controls, and choices said at length: taken for what they are, and no real word with them."""

from __future__ import annotations

import pytest

from actions.words import words
from bot.coaching import engine
from bot.coaching.asking import Turn
from bot.coaching.controls import Control
from bot.coaching.guides import CONSENT
from bot.coaching.reading import request_at
from tests.unit.coaching.talk import GUIDES, asked, begin, take, told

ABOUT = ("longer", "buy my own bread", "i like bread")


def consented(said: str) -> Turn:
    guide = CONSENT.with_labels(words().labels(CONSENT))
    return engine.take(guide, engine.begin(guide).draft, said)


@pytest.mark.parametrize("said", ["somthin i enjoi", "Something I enojy", "somethign i enjoy"])
def test_a_misspelt_button_is_that_button(said: str) -> None:
    assert told("strengths", said).draft.answers["way_in"].choice == "enjoy"


@pytest.mark.parametrize(
    ("said", "control"),
    [
        ("tke longer over it", Control.LONGER),
        ("skp", Control.SKIP),
        ("skip thsi", Control.SKIP),
        ("bak", Control.BACK),
        ("go bck", Control.BACK),
        ("stp", Control.STOP),
        ("hlep", Control.HELP),
        ("statr again", Control.START_AGAIN),
        ("my pln", Control.PLAN),
    ],
)
def test_a_misspelt_control_is_that_control(said: str, control: Control) -> None:
    request = request_at(GUIDES["goals"].step("picture"), said)
    assert request is not None
    assert request.control is control


@pytest.mark.parametrize(
    "said",
    (
        "back pain,bath,bake,bask,pack,kip,shop,ship,step,plant,a plan,menus,stoop,carry no bags,skipping,longing,whey"
        ",read,text Hepl,ned,the bak shop,loner,potions".split(",")
    ),
)
def test_a_word_of_its_own_is_no_misspelt_control(said: str) -> None:
    assert request_at(GUIDES["goals"].step("picture"), said) is None


def test_a_wish_to_stop_for_life_is_no_misspelt_control() -> None:
    assert request_at(GUIDES["goals"].step("picture"), "i want to stpo") is None


@pytest.mark.parametrize("said", ["chang", "chagne it"])
def test_where_nothing_else_can_be_said_a_slip_may_be_a_word(said: str) -> None:
    turn = take(take(take(begin("check_in").draft, "1").draft, "some of it").draft, "skip")
    turn = take(turn.draft, "the rain")
    assert asked(turn) == "utter_check_in_keep"
    assert take(turn.draft, said).draft.answers["keep"].choice == "change"


@pytest.mark.parametrize(
    "said",
    ["people mostly, yes put people", "its people really, so put people please", "peple", "erm i'd say go with people"],
)
def test_a_choice_said_at_length_is_taken(said: str) -> None:
    assert told("goals", *ABOUT, said).draft.answers["about"].choice == "people"


@pytest.mark.parametrize("said", ["so nine, yes, put nine", "9, yes 9", "nine. put 9", "9/10 so put nine"])
def test_the_same_number_twice_is_one(said: str) -> None:
    assert told("goals", "buy my own bread", said).draft.answers["importance"].number == 9


@pytest.mark.parametrize("said", ["fine. ok", "ok, fine", "yes. go on", "ok. yes please", "yess", "sure. fine by me"])
def test_a_yes_in_two_parts_is_a_yes(said: str) -> None:
    assert consented(said).draft.answers["ask"].choice == "yes"


@pytest.mark.parametrize("said", ["no. no thanks", "nah, i'd rather not"])
def test_a_no_in_two_parts_is_a_no(said: str) -> None:
    assert consented(said).draft.answers["ask"].choice == "no"


@pytest.mark.parametrize("said", ["fine. no", "ok, but why", "yes. no", "fine, if i must not", "ok. what is it"])
def test_what_says_yes_and_something_else_is_no_consent(said: str) -> None:
    assert "ask" not in consented(said).draft.answers
