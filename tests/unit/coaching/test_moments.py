"""A day is kept as a date: "tomorrow" is another day when the plan is read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.coaching.answers import NOW, Answer
from bot.coaching.asking import Turn
from bot.coaching.plan import Goal, Hope, Step
from tests.unit.coaching.talk import begin, take

THURSDAY = "2026-11-26T09:00:00+00:00"
TUESDAY_AFTER = "2026-12-01T09:00:00+00:00"
FRIDAY = date(2026, 11, 27)


def said(journey: str, *messages: str, later: str = THURSDAY) -> Turn:
    """The turn after these messages, all written on a Thursday but for the last one."""
    turn = begin(journey, {NOW: Answer(text=THURSDAY)})
    for place, message in enumerate(messages, 1):
        now = Answer(text=later if place == len(messages) else THURSDAY)
        turn = take(replace(turn.draft, answers={**turn.draft.answers, NOW: now}), message)
    return turn


def goal_of(*messages: str, later: str = THURSDAY) -> Goal:
    (goal,) = said("goals", "learn to swim", "8", "fun", *messages, "yes", later=later).items
    assert isinstance(goal, Goal)
    return goal


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("tomorrow", "Friday 27 November"),
        ("tomorrow about 3", "Friday 27 November, about 3 in the afternoon"),
        ("fri", "Friday 27 November"),
    ],
)
def test_a_day_that_was_asked_for_is_kept_as_a_date(when: str, shown: str) -> None:
    goal = goal_of("phone the bbc", when, "8", "skip")
    assert goal.step == Step("phone the bbc", shown, on=FRIDAY)
    assert (goal.review, goal.review_on) == ("Saturday 28 November", date(2026, 11, 28))


def test_today_is_kept_as_a_date() -> None:
    assert goal_of("phone the bbc", "today", "8", "skip").step == Step(
        "phone the bbc", "Thursday 26 November", on=date(2026, 11, 26)
    )


@pytest.mark.parametrize(
    ("words", "act", "when"),
    [
        ("ring my solicitor tomorrow", "ring my solicitor", "Friday 27 November"),
        ("tomorrow ring my solicitor about the flat", "ring my solicitor about the flat", "Friday 27 November"),
        ("walk to the shop tomorrow morning", "walk to the shop", "Friday 27 November, in the morning"),
        ("get the 9 bus on friday", "get the 9 bus", "Friday 27 November"),
    ],
)
def test_a_day_in_the_words_of_a_step_is_its_day(words: str, act: str, when: str) -> None:
    assert goal_of(words, "8", "skip").step == Step(act, when, on=FRIDAY)


def test_a_smaller_step_is_taken_when_the_whole_one_was_to_be() -> None:
    goal = goal_of("ring my solicitor tomorrow", "3", "find the number", "7", "skip")
    assert goal.step == Step("find the number", "Friday 27 November", on=FRIDAY)


def test_a_day_is_read_in_the_light_of_the_day_on_which_it_was_said() -> None:
    goal = goal_of("phone the bbc", "tomorrow", "8", "skip", later=TUESDAY_AFTER)
    assert goal.step == Step("phone the bbc", "Friday 27 November", on=FRIDAY)


def test_a_day_that_can_be_two_names_both() -> None:
    goal = goal_of("phone the bbc", "next fri", "8", "skip")
    assert goal.step == Step("phone the bbc", "Friday 27 November or Friday 4 December")


def test_one_small_thing_for_hope_keeps_its_date() -> None:
    (hope,) = said("hope", "5", "my nan", "ring her tomorrow", "skip", "skip", "yes").items
    assert isinstance(hope, Hope)
    assert hope.act == "ring her, Friday 27 November"


def test_a_step_that_only_asks_for_a_day_is_asked_when() -> None:
    turn = said("goals", "learn to swim", "8", "fun", "ring her and ask her for Sunday")
    assert turn.draft.step == "step_when"


def test_a_small_word_before_a_time_is_not_kept_and_none_of_the_rest_is_lost() -> None:
    goal = goal_of("ring her", "dunno, tomorrow, after work. she finishes at 5", "8", "skip")
    assert goal.step is not None
    assert goal.step.when == "Friday 27 November, after work. she finishes at 5"
