"""The calendar file to the letter of RFC 5545, and read back by a calendar library as it was meant."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from icalendar import Calendar

from bot.coaching.plan import Goal, IfThen, Status, Step
from bot.store.own_reading import OwnPlan
from bot.store.repositories.plans import NumberedPlan
from bot.web.mine.plan_view import plan_view
from bot.web.mine.take_away import REVIEW, STEP, calendar, has_dates

NOW = datetime(2026, 3, 2, 21, 30, tzinfo=timezone.utc)
DAY = date(2026, 3, 8)
CLOCKS = date(2026, 3, 29)  # the day on which clocks go forward
WORDS = some.text(some.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=300)


def file_of(*goals: Goal) -> bytes:
    plan = OwnPlan(NumberedPlan(goals=tuple(enumerate(goals, 1))))
    return calendar(plan_view(plan, NOW.date()), NOW, lambda event: f"{event}@cairn")


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def lines(content: bytes) -> list[str]:
    """The lines as written, with folded ones put together again."""
    return content.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]


def goal(what: str = "find the lead", on: date | None = DAY, review_on: date | None = None, **more: Any) -> Goal:
    return Goal("walk the dog", step=Step(what, "after breakfast", on=on), review_on=review_on, **more)


def test_a_step_with_a_day_and_no_time_takes_the_whole_day_and_blocks_none_of_it() -> None:
    (event,) = events(file_of(goal()))
    assert event["dtstart"].dt == DAY
    assert event["dtend"].dt == DAY + timedelta(days=1)
    written = lines(file_of(goal()))
    for line in ("DTSTART;VALUE=DATE:20260308", "DTEND;VALUE=DATE:20260309", "TRANSP:TRANSPARENT", "CLASS:PRIVATE"):
        assert line in written


@pytest.mark.parametrize("on", [CLOCKS, date(2028, 2, 29), date(2026, 12, 31)])
def test_a_day_is_that_day_wherever_the_calendar_is(on: date) -> None:
    content = file_of(goal(on=on))
    assert b"TZID" not in content
    assert [event["dtstart"].dt for event in events(content)] == [on]


def test_when_it_was_made_is_said_in_universal_time() -> None:
    assert "DTSTAMP:20260302T213000Z" in lines(file_of(goal()))


def test_a_review_is_an_event_of_its_own_and_what_has_no_day_is_none() -> None:
    content = file_of(goal(review_on=CLOCKS), goal(on=None), Goal("read"))
    found = [(str(event["summary"]), event["dtstart"].dt, str(event["uid"])) for event in events(content)]
    assert found == [(STEP, DAY, "step-1@cairn"), (REVIEW, CLOCKS, "review-1@cairn")]


def test_a_plan_without_a_day_is_an_empty_calendar_that_still_opens() -> None:
    plan = OwnPlan(NumberedPlan(goals=((1, goal(on=None)),)))
    assert not has_dates(plan_view(plan, NOW.date()))
    assert events(file_of(goal(on=None))) == []
    assert lines(file_of(goal(on=None)))[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Cairn//My plan//EN"]


def test_what_rests_or_is_done_is_in_no_calendar() -> None:
    assert events(file_of(*(goal(status=status) for status in (Status.PARKED, Status.DONE, Status.CHANGED)))) == []


def test_commas_semicolons_and_new_lines_are_escaped() -> None:
    content = file_of(goal("tea; milk, sugar\\honey", if_then=IfThen("it rains", "I go, with a coat")))
    (event,) = events(content)
    assert str(event["description"]) == (
        "tea; milk, sugar\\honey (after breakfast)\nIf it rains, then I go, with a coat"
    )  # fmt: skip
    written = next(line for line in lines(content) if line.startswith("DESCRIPTION"))
    assert written.startswith("DESCRIPTION:tea\\; milk\\, sugar\\\\honey (after breakfast)\\nIf it rains\\, then")


@given(WORDS, WORDS)
def test_any_words_come_back_and_no_line_is_too_long_or_makes_an_event_of_its_own(what: str, cue: str) -> None:
    content = file_of(goal(what, if_then=IfThen(cue, "BEGIN:VEVENT")))
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")  # no letter is cut in two
    assert b"\n" not in content.replace(b"\r\n", b"")
    (event,) = events(content)
    assert str(event["description"]) == f"{what} (after breakfast)\nIf {cue}, then BEGIN:VEVENT"
    assert [line for line in lines(content) if line == "BEGIN:VEVENT"] == ["BEGIN:VEVENT"]


def test_a_title_on_a_locked_screen_says_nothing() -> None:
    content = file_of(goal("tell my sister about the ward", review_on=DAY))
    assert {str(event["summary"]) for event in events(content)} == {STEP, REVIEW}
    assert not re.search(r"LOCATION|ATTENDEE|ORGANIZER|VALARM", content.decode())
