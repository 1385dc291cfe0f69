"""Starting again, and words that steer elsewhere but are an answer here."""

from __future__ import annotations

import pytest

from bot.coaching import engine
from bot.coaching.draft import Draft
from tests.unit.coaching.talk import (
    BREAD,
    GUIDES,
    asked,
    leads,
    take,
    told,
)


@pytest.mark.parametrize("said", ["keep going", "carry on"])
def test_a_note_may_be_what_elsewhere_steers(said: str) -> None:
    turn = told("hope", "6", "sundays at my nan's", "ring my nan tomorrow", "i oversleep", "ring at noon", said)
    assert turn.draft.answers["note"].text == said


def test_more_time_is_what_there_will_be_more_of() -> None:
    turn = told("goals", BREAD[0], "more time")
    assert turn.draft.answers["towards"].text == "more time"


def test_slowing_down_is_an_act() -> None:
    assert told("goals", *BREAD[:-1], "slow down").draft.answers["act"].text == "slow down"


def test_starting_again_is_told_what_it_clears_and_done_when_said_once_more() -> None:
    once = told("goals", "see the sea", "8", "start again")
    assert leads(once)[0].words == "utter_start_again_clears"
    assert once.draft.answers["picture"].text == "see the sea"
    twice = take(once.draft, "start again")
    assert "picture" not in twice.draft.answers
    assert asked(twice) == "utter_goals_picture"


@pytest.mark.parametrize("between", ["the waves", "back", "why", "2"])
def test_who_says_anything_else_after_it_is_warned_again_the_next_time(between: str) -> None:
    turn = told("goals", "see the sea", "8", "start again", between, "start again")
    assert turn.draft.answers["picture"].text == "see the sea"


def test_after_a_pause_starting_again_is_warned_of_again() -> None:
    turn = engine.resume(GUIDES["goals"], told("goals", "see the sea", "start again").draft)
    assert take(turn.draft, "start again").draft.answers["picture"].text == "see the sea"


def test_a_draft_of_before_the_warning_can_be_read() -> None:
    draft = told("goals", "see the sea").draft
    older = draft.to_json().replace(', "may_clear": false', "")
    assert "may_clear" not in older
    assert Draft.from_json(older) == draft
    assert engine.resume(GUIDES["goals"], Draft.from_json(older)).draft.step == draft.step
