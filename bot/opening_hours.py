"""When a team is at work: open time in a time zone, through every change of the clocks.

Pure: the moment is always passed in. A team that never opens is refused, since nothing would ever be due.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPAN = re.compile(r"\s*(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\s*")
_DAY = 24 * 60  # minutes


class OpeningHoursError(ValueError):
    """The hours cannot be read; the message says which part and how to write it."""


@dataclass(frozen=True)
class Span:
    """A stretch of a weekday (Monday is 0) in minutes after midnight, as the clock on the wall shows them."""

    weekday: int
    begins: int
    ends: int


@dataclass(frozen=True)
class OpeningHours:
    """The spans of a week in a time zone."""

    spans: tuple[Span, ...]
    zone: str

    def is_open(self, at: datetime) -> bool:
        """Whether the team is at work at this moment."""
        return any(begins <= at < ends for begins, ends in self._between(at, at))

    def open_time(self, since: datetime, until: datetime) -> timedelta:
        """How long the team was at work between two moments."""
        since, until = since.astimezone(timezone.utc), until.astimezone(timezone.utc)
        stretches = (min(ends, until) - max(begins, since) for begins, ends in self._between(since, until))
        return sum((max(stretch, timedelta()) for stretch in stretches), timedelta())

    def _between(self, since: datetime, until: datetime) -> Iterator[tuple[datetime, datetime]]:
        zone = ZoneInfo(self.zone)
        day, last = since.astimezone(zone).date(), until.astimezone(zone).date()
        while day <= last:
            for span in self.spans:
                if span.weekday == day.weekday():
                    yield _moment(day, span.begins, zone), _moment(day, span.ends, zone)
            day += timedelta(days=1)


def opening_hours(days: object, zone: str) -> OpeningHours:
    """Hours from `{monday: "09:00-12:00, 13:00-17:00", …}` and a zone such as Europe/London.

    Raises OpeningHoursError with a sentence.
    """
    _check_zone(zone)
    if not isinstance(days, Mapping) or not days:
        raise OpeningHoursError('the open hours need at least one day, such as monday: "09:00-17:00".')
    spans = tuple(span for day, text in days.items() for span in _spans(str(day), text))
    if not spans:
        raise OpeningHoursError("the open hours hold no day on which anybody is at work.")
    return OpeningHours(_apart(spans), zone)


def _apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    ordered = sorted(spans, key=lambda span: (span.weekday, span.begins))
    for one, other in pairwise(ordered):
        if one.weekday == other.weekday and other.begins < one.ends:
            raise OpeningHoursError(f"the hours of {DAYS[one.weekday]} overlap.")
    return tuple(ordered)


def _spans(day: str, text: object) -> Iterator[Span]:
    if day.lower() not in DAYS:
        raise OpeningHoursError(f"{day} is no day of the week.")
    for part in str(text or "").split(","):
        if part.strip():
            yield _span(DAYS.index(day.lower()), part)


def _span(weekday: int, text: str) -> Span:
    found = _SPAN.fullmatch(text)
    first, second, third, fourth = map(int, found.groups()) if found else (0, 0, 0, 0)
    span = Span(weekday, first * 60 + second, third * 60 + fourth)
    if max(second, fourth) > 59 or not span.begins < span.ends <= _DAY:
        raise OpeningHoursError(
            f"{text.strip()} ({DAYS[weekday]}) must look like 09:00-17:00, and end on the same day."
        )
    return span


def _check_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError):
        raise OpeningHoursError(f'"{zone}" is no time zone; use one such as Europe/London.') from None


def _moment(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """A minute of a day as a moment in UTC, so that differences are true where the clocks change."""
    whole, rest = divmod(minutes, _DAY)
    local = datetime.combine(day + timedelta(days=whole), time(rest // 60, rest % 60), zone)
    return local.astimezone(timezone.utc)
