"""Questions of the longer way that come only where an answer calls for them: G10, H5, H6."""

from __future__ import annotations

import pytest

from bot.coaching.answers import Answers
from bot.coaching.plan import Goal, Hope, IfThen
from tests.unit.coaching.talk import KNOWN, UNDER_WAY, begin, keys, take

NOTHING_KNOWN: Answers = {}


def test_who_takes_longer_at_the_first_question_is_asked_what_comes_before_it() -> None:
    assert keys("hard_times", "take longer over it")[-1] == "well"


def _held(journey: str, said: dict[str, str], known: Answers = NOTHING_KNOWN) -> tuple[list[str], object]:
    """The questions of a longer dialogue and what it keeps; what is not said is skipped."""
    turn = take(begin(journey, known).draft, "longer")
    asked: list[str] = []
    while turn.outcome in UNDER_WAY:
        step = turn.draft.step
        asked.append(step)
        turn = take(turn.draft, said.get(step, "yes" if step == "read_back" else "skip"))
    return asked, turn.items[0]


GOAL = {"picture": "see the sea", "step": "ring the coach firm on monday"}


@pytest.mark.parametrize("obstacle", ["the buses", "my shifts", "the weather", "no money"])
def test_what_is_only_around_them_brings_what_goes_on_in_them(obstacle: str) -> None:
    asked, goal = _held("goals", {**GOAL, "obstacle": obstacle, "inner": "I get angry", "act": "walk"})
    assert isinstance(goal, Goal)
    assert "inner" in asked
    assert "outer" not in asked
    assert (goal.inner, goal.outer, goal.if_then) == ("I get angry", obstacle, IfThen(obstacle, "walk"))


@pytest.mark.parametrize("obstacle", ["I get scared on the bus", "tiredness", "my nerves", "I'd worry about money"])
def test_what_is_in_them_is_asked_about_once(obstacle: str) -> None:
    asked, goal = _held("goals", {**GOAL, "obstacle": obstacle, "act": "walk", "outer": "the rain"})
    assert isinstance(goal, Goal)
    assert "inner" not in asked
    assert (goal.inner, goal.outer) == (obstacle, "the rain")


def test_a_goal_that_seems_impossible_may_be_changed() -> None:
    asked, goal = _held("goals", {**GOAL, "obstacle": "honestly it's impossible", "changed": "see the river"})
    assert isinstance(goal, Goal)
    assert "act" not in asked
    assert (goal.vision, goal.title, goal.if_then) == ("see the sea", "see the river", None)


def test_a_goal_that_seems_impossible_may_stay() -> None:
    _, goal = _held("goals", {**GOAL, "obstacle": "it'll never happen", "changed": "keep it"})
    assert isinstance(goal, Goal)
    assert goal.title == "see the sea"


HOPE = {"now": "4", "picture": "the curtains are open"}


def test_who_finds_no_way_is_shown_what_helped_before() -> None:
    asked, hope = _held("hope", {**HOPE, "ways": "idk", "own_way": "1"}, KNOWN)
    assert isinstance(hope, Hope)
    assert asked.count("ways") == 2
    assert hope.ways == ("breathing out slowly",)


def test_who_finds_no_way_and_told_nothing_before_goes_on() -> None:
    asked, _ = _held("hope", {**HOPE, "ways": "idk"})
    assert "own_way" not in asked


def test_who_sees_no_strength_is_shown_their_own_story() -> None:
    asked, hope = _held("hope", {**HOPE, "i_can": "nothing", "i_did": "being stubborn"}, KNOWN)
    assert isinstance(hope, Hope)
    assert asked.count("i_can") == 2
    assert hope.i_can == "being stubborn"
