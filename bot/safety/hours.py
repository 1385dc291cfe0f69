"""When a line is open: weekly hours as a registry row writes them, in the line's own time zone. Pure.

The moment is always passed in. Unknown hours are never taken for open or closed ones, and none are made up: a line of
which only the days are known is closed on the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Optional
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALWAYS = "always"
UNKNOWN = "unknown"
_DAY_MINUTES = 24 * 60
_WEEK_MINUTES = 7 * _DAY_MINUTES
_DAILY = re.compile(r"(\w{3})(?:-(\w{3}))? (\d\d):(\d\d)-(\d\d):(\d\d)")
_DAYS_ONLY = re.compile(r"(\w{3})(?:-(\w{3}))?")
_SPAN = re.compile(r"(\w{3}) (\d\d):(\d\d) to (\w{3}) (\d\d):(\d\d)")


Span = tuple[int, int]


class HoursError(ValueError):
    """The hours cannot be read; the message says how to write them."""


@dataclass(frozen=True)
class Hours:
    """Weekly hours, as (start, end) in minutes from Monday's midnight.

    Within `spans` somebody answers; None means that nobody knows. `days` are those of which only the day is known.
    """

    zone: str
    always: bool
    spans: Optional[tuple[Span, ...]]
    days: tuple[Span, ...] = ()

    def open_at(self, moment: datetime) -> Optional[bool]:
        """Whether somebody answers at that (zone-aware) moment; None where the hours are not known."""
        if self.always or self.spans is None:
            return True if self.always else None
        local = moment.astimezone(ZoneInfo(self.zone))
        minute = local.weekday() * _DAY_MINUTES + local.hour * 60 + local.minute
        if _within(minute, self.spans):
            return True
        return None if _within(minute, self.days) else False

    @property
    def not_closed(self) -> Optional[tuple[Span, ...]]:
        """The spans outside of which it is certain that nobody answers; None where it never is."""
        return None if self.always or self.spans is None else (*self.spans, *self.days)


def hours_from(written: object, zone: str) -> Hours:
    """Hours as a row writes them: "always", "unknown", or a list of spans such as "mon-fri 09:30-16:00".

    24:00 is midnight, and an end before its start is on the next day. "fri 18:00 to mon 06:00" is one long span, and
    "mon-fri" are days of which the hours are not known. Raises HoursError.
    """
    _check_zone(zone)
    if written in (ALWAYS, UNKNOWN):
        return Hours(zone, always=written == ALWAYS, spans=None)
    if not isinstance(written, list) or not written:
        raise HoursError('hours must be "always", "unknown" or a list such as ["mon-fri 09:30-16:00"]')
    texts = [str(text) for text in written]
    days = tuple(span for text in texts for span in _whole_days(text))
    spans = tuple(span for text in texts if not _DAYS_ONLY.fullmatch(text) for span in _spans(text))
    return Hours(zone, always=False, spans=spans, days=days)


def _within(minute: int, spans: tuple[Span, ...]) -> bool:
    return any(start <= at < end for start, end in spans for at in (minute, minute + _WEEK_MINUTES))


def _whole_days(text: str) -> list[Span]:
    match = _DAYS_ONLY.fullmatch(text)
    return [(day * _DAY_MINUTES, (day + 1) * _DAY_MINUTES) for day in _days(text, *match.groups())] if match else []


def _days(text: str, first: str, last: Optional[str]) -> range:
    days = range(_day(first), _day(last or first) + 1)
    if not days:
        raise HoursError(f'hours "{text}" must begin with the earlier day of the week')
    return days


def _spans(text: str) -> list[Span]:
    if match := _SPAN.fullmatch(text):
        first, h1, m1, last, h2, m2 = match.groups()
        start, end = _minute(first, h1, m1), _minute(last, h2, m2)
        return [(start, end if end > start else end + _WEEK_MINUTES)]
    match = _DAILY.fullmatch(text)
    if not match:
        raise HoursError(f'hours "{text}" must look like "mon-fri 09:30-16:00" or "fri 18:00 to mon 06:00"')
    first, last, h1, m1, h2, m2 = match.groups()
    days = _days(text, first, last)
    spans = [(_minute(DAYS[day], h1, m1), _minute(DAYS[day], h2, m2)) for day in days]
    return [(start, end if end > start else end + _DAY_MINUTES) for start, end in spans]


def _minute(day: str, hours: str, minutes: str) -> int:
    if int(hours) * 60 + int(minutes) > _DAY_MINUTES or int(minutes) > 59:
        raise HoursError(f"{hours}:{minutes} is no time of a day")
    return _day(day) * _DAY_MINUTES + int(hours) * 60 + int(minutes)


def _day(name: str) -> int:
    if name not in DAYS:
        raise HoursError(f'"{name}" is no day; write {", ".join(DAYS)}')
    return DAYS.index(name)


def _check_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        raise HoursError(f'"{zone}" is no time zone; use one such as Europe/London') from None
