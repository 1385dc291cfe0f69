"""A look before the step's day, and the time that stands: nothing is late before its day, and no time is lost."""

from __future__ import annotations

from datetime import date

import pytest

from bot.coaching.answers import NOW, Answer
from bot.coaching.asking import Outcome, Turn
from bot.coaching.changes import Changed
from tests.unit.coaching.talk import KNOWN, asked, begin, leads, take

MONDAY = "2026-11-30T09:00:00+00:00"
SATURDAY = "Saturday 5 December, in the morning"
DUE = {
    **KNOWN,
    NOW: Answer(text=MONDAY),
    "known.active": Answer(items=("swim",)),
    "known.active_ids": Answer(items=("11",)),
    "known.steps": Answer(items=("find my towel",)),
    "known.whens": Answer(items=(SATURDAY,)),
    "known.days": Answer(items=("2026-12-05",)),
    "known.reviews": Answer(items=("2026-12-14",)),
}
WAS_DUE = {
    **DUE,
    "known.whens": Answer(items=("Saturday 28 November, in the morning",)),
    "known.days": Answer(items=("2026-11-28",)),
}


def said(*messages: str, known: dict[str, Answer] = DUE) -> Turn:
    turn = begin("check_in", known)
    for message in messages:
        turn = take(turn.draft, message)
    return turn


def test_a_step_whose_day_has_not_come_is_not_asked_what_was_in_the_way() -> None:
    turn = said("not yet")
    assert asked(turn) == "utter_check_in_due"
    assert turn.sayings[-1].values == {"day": "Saturday 5 December"}


@pytest.mark.parametrize(
    "how",
    ["its not saturday yet", "it's not due yet", "not until saturday", "its only monday", "not yet, its on saturday"],
)
def test_who_says_that_its_day_has_not_come_is_not_asked_what_was_in_the_way(how: str) -> None:
    turn = said(how)
    assert asked(turn) == "utter_check_in_due"
    assert "barrier" not in turn.draft.answers


@pytest.mark.parametrize("then", ["I'll look again then", "its not saturday yet", "after that", "then", "ok"])
def test_who_waits_for_the_day_keeps_the_plan_as_it_stands(then: str) -> None:
    turn = said("not yet", then)
    assert turn.outcome is Outcome.NOTHING
    assert turn.items == ()
    assert leads(turn)[-1].words == "utter_check_in_waits"


@pytest.mark.parametrize("told", ["i'm scared of it", "no money", "too big"])
def test_what_gets_in_the_way_can_be_told_before_the_day(told: str) -> None:
    assert said("not yet", told).draft.answers["barrier"].text == told


def test_who_would_rather_tell_is_asked_what_is_in_the_way() -> None:
    assert asked(said("not yet", "Tell it now")) == "utter_check_in_barrier_not_yet"


def test_another_day_can_be_chosen_before_the_day() -> None:
    turn = said("not yet", "another day")
    assert asked(turn) == "utter_check_in_when_new"


def test_a_step_whose_day_has_come_is_looked_at_as_ever() -> None:
    assert asked(said("not yet", known=WAS_DUE)) == "utter_check_in_barrier_not_yet"


def changed(new_time: str, known: dict[str, Answer] = DUE) -> Changed:
    turn = said("some of it", "skip", "the rain", "keep it", new_time, "5", "5", known=known)
    (change,) = (each for each in take(turn.draft, "yes").items if isinstance(each, Changed))
    return change


@pytest.mark.parametrize("same", ["same", "keep it", "same time", "the same day please", "as it was", "no change"])
def test_the_time_that_stands_stays_where_it_is_to_stay(same: str) -> None:
    values = changed(same).values
    assert (values["step"].when, values["step"].on) == (SATURDAY, date(2026, 12, 5))
    assert "review_on" not in values


@pytest.mark.parametrize(
    ("new_time", "shown"),
    [
        ("same saturday morning", SATURDAY),
        ("same time sunday", "Sunday 6 December, in the morning"),
        ("sunday", "Sunday 6 December"),
    ],
)
def test_a_time_said_beside_the_same_is_read(new_time: str, shown: str) -> None:
    assert changed(new_time).values["step"].when == shown


def test_the_same_time_as_one_that_is_over_is_the_next_one() -> None:
    assert changed("same", WAS_DUE).values["step"].when == SATURDAY


def test_a_day_to_look_again_that_they_chose_stays_as_long_after_the_step() -> None:
    assert changed("sunday").values["review_on"] == date(2026, 12, 15)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("keep it but wednesday 6pm instead", "Wednesday 2 December, 6 in the evening"),
        ("keep it but tomorow 9pm", "Tuesday 1 December, 9 in the evening"),
        ("same but on friday please", "Friday 4 December, in the morning"),
        ("wednesday 6pm instead", "Wednesday 2 December, 6 in the evening"),
    ],
)
def test_a_step_may_stay_at_another_time_that_is_said_with_it(text: str, when: str) -> None:
    turn = said("some of it", "found it", "the bus was late", text, known=WAS_DUE)
    assert asked(turn) == "utter_check_in_progress"
    turn = said("some of it", "found it", "the bus was late", text, "skip", "skip", known=WAS_DUE)
    assert any(f"find my towel, {when}" in values.get("step", "") for _, values in turn.sayings[-1].lines)


@pytest.mark.parametrize("text", ["keep it", "keep it but smaller", "keep it simple on fridays"])
def test_a_step_that_stays_without_another_time_names_none(text: str) -> None:
    turn = said("some of it", "found it", "the bus was late", text, known=WAS_DUE)
    assert "when_new" not in turn.draft.answers


def test_a_step_is_moved_to_the_day_that_is_said_with_it() -> None:
    turn = said("not yet", "move it to sunday please")
    assert asked(turn) == "utter_check_in_progress"
    turn = said("not yet", "move it to sunday please", "skip", "skip")
    assert any("Sunday 6 December, in the morning" in values.get("step", "") for _, values in turn.sayings[-1].lines)
