"""What could be read in somebody's "when", and its read-back in words. It never says more than they said.

No read-back says "today" or "tomorrow": a plan is read again on another day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum


class PartOfDay(str, Enum):
    """A part of the day, in the words that read it back."""

    FIRST_THING = "first thing in the morning"
    MORNING = "in the morning"
    LUNCHTIME = "at lunchtime"
    AFTERNOON = "in the afternoon"
    TEATIME = "at teatime"
    EVENING = "in the evening"
    NIGHT = "at night"


class Doubt(str, Enum):
    """Why a day that was named could not be read; the words stand as they were said."""

    PAST = "past"
    IMPOSSIBLE = "impossible"  # 31 February
    DISAGREES = "disagrees"  # a weekday and a date that is another weekday


@dataclass(frozen=True)
class When:
    """A "when" as far as it could be read.

    `words` is always what they said; of "ring Jo tomorrow at 3" `without` is "ring Jo". `days` and `times` hold every
    reading that is possible: one where it is clear, two where it is not ("next Wednesday"), none where nothing was
    named. Dates and times are local to the person.
    """

    words: str
    now: date
    without: str = ""  # the words as written, without the day and the time beside it; empty where no day was named
    days: tuple[date, ...] = ()
    times: tuple[time, ...] = ()
    part: PartOfDay | None = None
    approximate: bool = False
    repeats: str = ""  # "every Tuesday", "every day": `days` then holds the first one
    bound: str = ""  # "by" or "before", where the time is an end
    day_bound: str = ""  # the same of the day
    also: str = ""  # what else they said: "after my meds"
    doubt: Doubt | None = None

    @property
    def day(self) -> date | None:
        """The day, where it can only be one."""
        return self.days[0] if len(self.days) == 1 else None

    @property
    def time(self) -> time | None:
        """The time of day, where it can only be one."""
        return self.times[0] if len(self.times) == 1 else None

    @property
    def is_clear(self) -> bool:
        """Is there one day, and nothing about it in doubt?"""
        return self.day is not None and self.doubt is None

    @property
    def read_back(self) -> str:
        """The reading in words, such as "Tuesday 24 November, about 10 in the morning"; else their own words."""
        if self.doubt or len(self.days) > 2:
            return self.words
        return ", ".join(filter(None, (self.day_and_time, self.also))) or self.words

    @property
    def day_and_time(self) -> str:
        """The day and the time alone, in words."""
        return ", ".join(filter(None, (self._day_in_words(), self._time_in_words())))

    def _day_in_words(self) -> str:
        if self.repeats:
            return self.repeats
        if not self.days:
            return ""
        bound = f"{self.day_bound} " if self.day_bound else ""
        if len(self.days) == 2:
            return bound + _either(self.days[0], self.days[1], self.now)
        return bound + _named(self.days[0], self.now)

    def _time_in_words(self) -> str:
        about = "about " if self.approximate and self.times and not self.bound else ""
        bound = f"{self.bound} " if self.bound and self.times else ""
        if len(self.times) == 1:
            return f"{bound}{about}{_clock(self.times[0])}"
        if len(self.times) == 2:
            return f"{bound}{about}{_unsure_clock(self.times)}"
        return self.part.value if self.part else ""


def _either(first: date, second: date, now: date) -> str:
    if (first.month, first.year) == (second.month, second.year):
        return f"{first:%A} {first.day} or {_named(second, now)}"
    return f"{_named(first, now)} or {_named(second, now)}"


def _named(day: date, now: date) -> str:
    return f"{day:%A} {day.day} {day:%B}" + (f" {day.year}" if day.year != now.year else "")


def _digits(at: time) -> str:
    hour = at.hour % 12 or 12
    return f"{hour}.{at.minute:02d}" if at.minute else str(hour)


def _clock(at: time) -> str:
    if at == time(12):
        return "midday"
    if at == time(0):
        return "midnight"
    return f"{_digits(at)} {_part_of(at).value}"


def _part_of(at: time) -> PartOfDay:
    bounds = ((12, PartOfDay.MORNING), (18, PartOfDay.AFTERNOON), (22, PartOfDay.EVENING))
    return next((part for end, part in bounds if at.hour < end), PartOfDay.NIGHT)


def _unsure_clock(times: tuple[time, ...]) -> str:
    first, second = times
    return _digits(first) if (second.hour - first.hour) % 12 == 0 else f"{_clock(first)} or {_clock(second)}"
