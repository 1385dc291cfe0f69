"""When a team is at work, through weekends, changes of the clocks and hours that cannot be read."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from bot.opening_hours import DAYS, OpeningHours, OpeningHoursError, opening_hours

LONDON = ZoneInfo("Europe/London")
NINE_TO_FIVE = opening_hours(dict.fromkeys(DAYS[:5], "09:00-17:00"), "Europe/London")
ALWAYS = opening_hours(dict.fromkeys(DAYS, "00:00-24:00"), "Europe/London")


def local(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment as a clock in London shows it. 2 March 2026 is a Monday."""
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        (local(2026, 3, 2, 8, 59), False),
        (local(2026, 3, 2, 9, 0), True),
        (local(2026, 3, 2, 16, 59), True),
        (local(2026, 3, 2, 17, 0), False),
        (local(2026, 3, 7, 12, 0), False),
        (datetime(2026, 7, 1, 8, 30, tzinfo=timezone.utc), True),
        (datetime(2026, 1, 7, 8, 30, tzinfo=timezone.utc), False),
    ],
)
def test_open_means_that_the_clock_on_the_wall_is_within_the_hours(at: datetime, is_open: bool) -> None:
    assert NINE_TO_FIVE.is_open(at) is is_open


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        (local(2026, 3, 2, 10), local(2026, 3, 2, 12), 2),
        (local(2026, 3, 2, 16), local(2026, 3, 3, 10), 2),
        (local(2026, 3, 6, 16), local(2026, 3, 9, 10), 2),
        (local(2026, 3, 7, 1), local(2026, 3, 8, 23), 0),
        (local(2026, 3, 2, 12), local(2026, 3, 2, 10), 0),
        (local(2026, 3, 2, 0), local(2026, 3, 16, 0), 80),
    ],
)
def test_only_time_at_work_is_counted(since: datetime, until: datetime, hours: int) -> None:
    assert NINE_TO_FIVE.open_time(since, until) == timedelta(hours=hours)


@pytest.mark.parametrize(("day", "hours"), [((2026, 3, 29), 23), ((2026, 10, 25), 25), ((2026, 6, 1), 24)])
def test_a_day_has_as_many_hours_as_it_has(day: tuple[int, int, int], hours: int) -> None:
    begins = local(*day)
    assert ALWAYS.open_time(begins, begins + timedelta(days=1)) == timedelta(hours=hours)


def test_a_break_at_noon_is_not_time_at_work() -> None:
    hours = opening_hours({"Monday": "13:00-17:00, 09:00-12:00"}, "Europe/London")
    assert not hours.is_open(local(2026, 3, 2, 12, 30))
    assert hours.open_time(local(2026, 3, 2, 11), local(2026, 3, 2, 14)) == timedelta(hours=2)


@pytest.mark.parametrize(
    ("days", "zone", "told"),
    [
        ({}, "Europe/London", "at least one day"),
        ("09:00-17:00", "Europe/London", "at least one day"),
        ({"monday": ""}, "Europe/London", "no day on which"),
        ({"monday": None}, "Europe/London", "no day on which"),
        ({"mo": "09:00-17:00"}, "Europe/London", "no day of the week"),
        ({"monday": "9-5"}, "Europe/London", "09:00-17:00"),
        ({"monday": 540}, "Europe/London", "09:00-17:00"),
        ({"monday": "17:00-09:00"}, "Europe/London", "same day"),
        ({"monday": "09:00-24:01"}, "Europe/London", "same day"),
        ({"monday": "09:60-10:00"}, "Europe/London", "same day"),
        ({"monday": "09:00-12:00, 11:00-17:00"}, "Europe/London", "overlap"),
        ({"monday": "09:00-17:00"}, "", "no time zone"),
        ({"monday": "09:00-17:00"}, "Mars/Olympus", "no time zone"),
        ({"monday": "09:00-17:00"}, "../../etc/passwd", "no time zone"),
    ],
)
def test_hours_that_cannot_be_read_are_told(days: object, zone: str, told: str) -> None:
    with pytest.raises(OpeningHoursError, match=told):
        opening_hours(days, zone)


def test_hours_are_values() -> None:
    assert opening_hours({"monday": "09:00-17:00"}, "UTC") == OpeningHours(NINE_TO_FIVE.spans[:1], "UTC")
