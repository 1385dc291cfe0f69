"""The days that a text names: weekdays, dates the British way round, and "a week on Friday".

Each finder gives what it read and where it stood, so that the rest can be kept as said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.coaching.when.holidays import FIXED, FROM_EASTER, named_day
from bot.coaching.when.names import ANY_MISSPELT, SUN, TODAY, TOMORROW, WEEKDAYS, weekday_of
from bot.coaching.when.reading import Doubt

SATURDAY = 5
MOST_DAYS_BACK = 60  # a date without a year that is just over is a slip, not next year's
_DAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday|nsday|ensday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    rf"|sat(?:urday|erday)?|sunday|{SUN}|{ANY_MISSPELT})"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMBER = r"(?P<number>\d{1,2}|an?|one|two|three|four|five|six|seven|ten|a couple of|couple of)"
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10,
    "a couple of": 2, "couple of": 2,
}  # fmt: skip
_FORTNIGHT = r"(?P<span>week|fortnight|two weeks|2 weeks)"


@dataclass(frozen=True)
class FoundDay:
    """One day that was named: every day it can be, why none could be read, where it stood in the text."""

    start: int
    end: int
    days: tuple[date, ...] = ()
    doubt: Doubt | None = None
    repeats: str = ""
    approximate: bool = False


@dataclass(frozen=True)
class _Read:
    days: tuple[date, ...] = ()
    doubt: Doubt | None = None
    repeats: str = ""
    approximate: bool = False


def find_days(text: str, today: date) -> tuple[FoundDay, ...]:
    """The days named in a text (small letters, straight apostrophes), in the order they stand."""
    found: list[FoundDay] = []
    for pattern, read in _FINDERS:
        for match in pattern.finditer(text):
            taken = any(match.start() < other.end and other.start < match.end() for other in found)
            reading = None if taken else read(match, today)
            if reading is not None:
                found.append(FoundDay(match.start(), match.end(), **vars(reading)))
    return tuple(sorted(found, key=lambda each: each.start))


def _coming(weekday: int, today: date) -> date:
    """The next such weekday, today included."""
    return today + timedelta((weekday - today.weekday()) % 7)


def _bare_weekday(match: re.Match[str], today: date) -> _Read:
    coming = _coming(weekday_of(match["weekday"]), today)
    if coming == today and match["which"] != "this":
        return _Read((today, today + timedelta(7)))
    return _Read((coming,))


def _next_weekday(match: re.Match[str], today: date) -> _Read:
    """ "Next Wednesday" is this week's for some and next week's for others, unless this week's is over."""
    coming = _coming(weekday_of(match["weekday"]), today + timedelta(1))
    this_week = coming <= today + timedelta(6 - today.weekday())
    return _Read((coming, coming + timedelta(7)) if this_week else (coming,))


def _every(match: re.Match[str], today: date) -> _Read:
    name = match["weekday"]
    weekday = weekday_of(name)
    other = "other " if "other" in match[0] or "2nd" in match[0] else ""
    return _Read((_coming(weekday, today),), repeats=f"every {other}{WEEKDAYS[weekday].capitalize()}")


def _every_day(match: re.Match[str], _: date) -> _Read:
    unit = re.sub(r"^(?:every|each|once (?:a|every))\s*(?:single )?", "", match[0])
    unit = {"daily": "day", "nightly": "night", "weekly": "week", "weekdays": "weekday"}.get(unit, unit)
    return _Read(repeats=f"every {unit}")


def _later_weekday(match: re.Match[str], today: date) -> _Read:
    days = 14 if match["span"] in {"fortnight", "two weeks", "2 weeks"} else 7
    name = match["base"].removeprefix("on ").strip()
    if re.fullmatch(TOMORROW, name):
        return _Read((today + timedelta(days + 1),))
    if re.fullmatch(TODAY, name):
        return _Read((today + timedelta(days),))
    coming = _coming(weekday_of(name), today + timedelta(1))
    return _Read((coming + timedelta(days),))


def _in_days(match: re.Match[str], today: date) -> _Read | None:
    count = _COUNTS.get(match["number"]) or int(match["number"])
    unit = match["unit"].rstrip("s")
    if unit == "month":
        month = today.month - 1 + count
        reading = _dated(today.day, month % 12 + 1, today.year + month // 12, today)
        return _Read(reading.days, approximate=True) if reading.days else None
    days = count * {"day": 1, "week": 7, "fortnight": 14}[unit]
    return _Read((today + timedelta(days),), approximate=unit != "day" or "couple" in match[0])


def _dated(day: int, month: int, year: int | None, today: date) -> _Read:
    """The date, or why there is none. Without a year it is the next such date."""
    try:
        if year is not None:
            dated = date(year, month, day)
            return _Read((dated,)) if dated >= today else _Read(doubt=Doubt.PAST)
        dated = _this_year_or_leap(day, month, today.year)
    except ValueError:
        return _Read(doubt=Doubt.IMPOSSIBLE)
    if dated >= today:
        return _Read((dated,))
    if (today - dated).days <= MOST_DAYS_BACK:
        return _Read(doubt=Doubt.PAST)
    return _dated(day, month, today.year + 1, today)


def _this_year_or_leap(day: int, month: int, year: int) -> date:
    if (day, month) == (29, 2):
        year = next(each for each in range(year, year + 9) if each % 4 == 0 and (each % 100 or each % 400 == 0))
    return date(year, month, day)


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day_and_month(match: re.Match[str], today: date) -> _Read:
    month = _MONTHS.index(match["month"][:3]) + 1
    return _agreeing(match, _dated(int(match["day"]), month, _year(match["year"]), today))


def _numbers_only(match: re.Match[str], today: date) -> _Read:
    return _agreeing(match, _dated(int(match["day"]), int(match["month"]), _year(match["year"]), today))


def _iso(match: re.Match[str], today: date) -> _Read:
    return _dated(int(match["day"]), int(match["month"]), int(match["year"]), today)


def _of_this_month(match: re.Match[str], today: date) -> _Read:
    """ "The 25th": of this month, or of the next one that has it."""
    wanted = int(match["day"])
    if not 1 <= wanted <= 31:
        return _Read(doubt=Doubt.IMPOSSIBLE)
    days = (today + timedelta(ahead) for ahead in range(62))
    return _agreeing(match, _Read((next(day for day in days if day.day == wanted),)))


def _agreeing(match: re.Match[str], read: _Read) -> _Read:
    named = match.groupdict().get("weekday")
    if named and read.days and read.days[0].weekday() != weekday_of(named):
        return _Read(doubt=Doubt.DISAGREES)
    return read


def _weekend(match: re.Match[str], today: date) -> _Read:
    saturday = _coming(SATURDAY, today) if today.weekday() != SATURDAY + 1 else today - timedelta(1)
    here = tuple(day for day in (saturday, saturday + timedelta(1)) if day >= today)
    after = (saturday + timedelta(7), saturday + timedelta(8))
    if "after" in match[0]:
        return _Read(after)
    if "next" not in match[0]:
        return _Read(here)
    return _Read(after if today.weekday() >= SATURDAY else (*here, *after))


def _named(match: re.Match[str], today: date) -> _Read | None:
    day = named_day(re.sub(r"\s+", " ", match["name"]), today)
    return _Read((day,)) if day else None


_WEEKDAY_BEFORE = rf"(?:(?:on )?{_DAY},?\s+(?:the\s+)?)?"
_NAMES = "|".join(sorted((re.escape(name) for name in (*FIXED, *FROM_EASTER)), key=len, reverse=True))
_Reader = Callable[[re.Match[str], date], "_Read | None"]


def _finders() -> Iterator[tuple[str, _Reader]]:
    """The longest ways of naming a day first: what one has read is not read again."""
    base = rf"(?P<base>(?:on )?(?:{_DAY}|{TOMORROW}|{TODAY}))"
    yield r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b", _iso
    yield (
        rf"\b{_WEEKDAY_BEFORE}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b\.?(?:,?\s+(?P<year>20\d\d))?",
        _day_and_month,
    )
    yield rf"\b{_WEEKDAY_BEFORE}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?P<year>\s+20\d\d)?", _day_and_month
    yield (
        rf"(?<![\d/.]){_WEEKDAY_BEFORE}(?P<day>\d{{1,2}})[/](?P<month>\d{{1,2}})(?:[/](?P<year>20\d\d|\d\d))?(?![\d/])",
        _numbers_only,
    )
    yield (
        rf"(?<![\d/.-]){_WEEKDAY_BEFORE}(?P<day>\d{{1,2}})[.-](?P<month>\d{{1,2}})[.-](?P<year>20\d\d|\d\d)(?![\d/])",
        _numbers_only,
    )
    yield rf"\b{_WEEKDAY_BEFORE}(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b", _of_this_month
    yield rf"\b(?:a\s+)?{_FORTNIGHT}\s+(?:from\s+|on\s+)?(?:this\s+)?{base}\b", _later_weekday
    yield rf"\b{base}\s+{_FORTNIGHT}\b", _later_weekday
    yield (
        r"\b(?P<name>(?:the )?(?:next |this )?bank holiday(?: monday)?|(?:easter|may|august|christmas) bank holiday)\b",
        _bank_holiday,
    )
    yield rf"\b(?P<name>{_NAMES})\b", _named
    yield r"\bday after tomorrow\b|\bovermorrow\b", lambda _, today: _Read((today + timedelta(2),))
    yield rf"\b{TOMORROW}\b(?!'s)", lambda _, today: _Read((today + timedelta(1),))
    yield rf"\b{TODAY}\b(?!'s)", lambda _, today: _Read((today,))
    yield r"\byesterday\b|\blast (?:night|week)\b", lambda _, __: _Read(doubt=Doubt.PAST)
    yield rf"\blast {_DAY}\b", lambda _, __: _Read(doubt=Doubt.PAST)
    yield rf"\b(?:every|each)\s+(?:other |2nd |second )?{_DAY}\b", _every
    yield r"\b(?P<weekday>mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)\b", _every
    yield (
        r"\b(?:(?:every|each|once a|once every)\s+(?:single )?(?:day|morning|afternoon|evening|night|week|weekday"
        r"|weekend"
        r"|month|other day)|everyday|daily|nightly|weekly|weekdays)\b",
        _every_day,
    )
    yield rf"\b(?:in|within)\s+{_NUMBER}\s+(?P<unit>days?|weeks?|fortnight|months?)(?:['’]?s? time)?\b", _in_days
    yield rf"\b{_NUMBER}\s+(?P<unit>days?|weeks?|fortnight|months?)(?:['’]?s? time| from (?:now|today))\b", _in_days
    yield r"\b(?:(?:the|this|next|on the|at the) )?weekend(?: after(?: next)?)?\b", _weekend
    yield rf"\b(?:next|nxt)\s+{_DAY}\b", _next_weekday
    yield (
        r"(?<!\bone )(?<!\bsome )(?<!\bany )"  # "one thursday" is none yet
        rf"\b(?:(?P<which>this|on|coming|this coming)\s+)?{_DAY}\b(?!\s*(?:down|tight|still|cream|with|by|bath|nav|my"
        rf"|the|on (?:the|a|my)|there|around)\b)",
        _bare_weekday,
    )


def _bank_holiday(match: re.Match[str], today: date) -> _Read | None:
    name = re.sub(r"^(?:the )?(?:next |this )?", "", match["name"])
    if name.split()[0] in {"may", "august", "christmas"}:
        return None
    if name.startswith("easter"):
        name = "easter monday"
    day = named_day(name, today)
    return _Read((day,)) if day else None


_FINDERS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), reader) for pattern, reader in _finders()
)
