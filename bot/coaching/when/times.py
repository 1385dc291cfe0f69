"""The times of day that a text names. "Half 3" is half past three; a bare 8 can be morning or evening, and stays both.

Each finder gives what it read and where it stood, so that the rest can be kept as said.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.coaching.when.names import TONIGHT
from bot.coaching.when.reading import PartOfDay

_HOURS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
_PAST = {
    "five": 5,
    "ten": 10,
    "quarter": 15,
    "a quarter": 15,
    "qtr": 15,
    "twenty": 20,
    "twenty five": 25,
    "twenty-five": 25,
}
_HOUR = r"(?P<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HALF = r"(?P<half>\s*(?:a\.?m\b\.?|p\.?m\b\.?))?"
_ISH = r"(?P<ish>\s*-?\s*ish\b)?"
_ABOUT = r"(?P<about>(?:about|around|roughly|approx(?:imately)?|circa|say|maybe|near|getting on for|abt|bout|~)\s*)?"
_BOUND = r"(?P<bound>(?:by|before)\s+)?"
_UNIT = (
    r"(?!\s*(?:st|nd|rd|th|mins?|minutes?|hours?|hrs?|days?|weeks?|times?|x|%|pages?|miles?|km|litres?|people|of"
    r"|slices?|steps?)\b)(?![\d/:.]*\d)"
)
_SURE_MORNING = re.compile(
    r"\b(?:morning|early|first thing|breakfast|before (?:work|college|school|lunch)|wake|get up|dawn|school run)\b"
)
_SURE_LATER = re.compile(
    rf"\b(?:afternoon|evening|{TONIGHT}|night|late|tea|teatime|after (?:work|college|school|dinner"
    r"|tea)|dinner|bed|bedtime|pub|corrie"
    r"|eastenders|telly|arvo)\b"
)
_PARTS: tuple[tuple[re.Pattern[str], PartOfDay], ...] = tuple(
    (re.compile(pattern), part)
    for pattern, part in (
        (r"\bfirst thing(?: in the morning| tomorrow morning)?\b", PartOfDay.FIRST_THING),
        (
            r"\b(?:early |late |mid[- ]?)?(?:in the |this |every |each )?(?:early |late )?(?:morning|mornin"
            r"|am)\b(?! (?:break|meds|coffee))",
            PartOfDay.MORNING,
        ),
        (r"\b(?:at |around |about )?lunch ?time\b", PartOfDay.LUNCHTIME),
        (
            r"\b(?:in the |this |every |each |early |late |mid[- ]?)*(?:aft(?:ernoon|anoon|ernon)?|arvo|pm)\b",
            PartOfDay.AFTERNOON,
        ),
        (r"\b(?:at |around |about )?tea ?time\b", PartOfDay.TEATIME),
        (r"\b(?:in the |this |every |each |early |late )*evening\b", PartOfDay.EVENING),
        (
            r"\b(?:at |late at |in the |last thing at |every |each )?night\b"
            rf"|\b{TONIGHT}\b|\blast thing\b",
            PartOfDay.NIGHT,
        ),
        (r"\bearly(?: doors| on)?\b", PartOfDay.MORNING),
    )
)


@dataclass(frozen=True)
class FoundTime:
    """One time that was named: every time it can be, how exact it is, where it stood in the text."""

    start: int
    end: int
    times: tuple[time, ...] = ()
    approximate: bool = False
    bound: str = ""
    today: bool = False  # counted from now ("in an hour")


@dataclass(frozen=True)
class FoundPart:
    """A part of the day that was named, and where it stood."""

    start: int
    end: int
    part: PartOfDay


def find_times(text: str, whole: str, now: datetime, *, after_a_day: tuple[int, ...]) -> tuple[FoundTime, ...]:
    """The times named in a text (small letters), where the days are hidden; `whole` tells morning from evening.

    A bare number counts right after a day (`after_a_day`: its ends).
    """
    found: list[FoundTime] = []
    for pattern, read in _FINDERS:
        for match in pattern.finditer(text):
            taken = any(match.start() < other.end and other.start < match.end() for other in found)
            reading = None if taken else read(match, whole, now)
            if reading is not None:
                found.append(reading)
    found += [
        each for each in _bare_numbers(text, whole, after_a_day) if not any(_overlap(each, other) for other in found)
    ]
    return tuple(sorted(found, key=lambda each: each.start))


def find_parts(text: str) -> tuple[FoundPart, ...]:
    """The parts of the day named in a text (small letters), in the order they stand."""
    found: list[FoundPart] = []
    for pattern, part in _PARTS:
        for match in pattern.finditer(text):
            if not any(match.start() < other.end and other.start < match.end() for other in found):
                found.append(FoundPart(match.start(), match.end(), part))
    return tuple(sorted(found, key=lambda each: each.start))


def _overlap(one: FoundTime, other: FoundTime) -> bool:
    return one.start < other.end and other.start < one.end


def _times(hour: int, minute: int, half: str, text: str) -> tuple[time, ...]:
    """Every time of day that this can be. Nothing where there is no such time."""
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return ()
    if hour == 24:
        return (time(0),) if minute == 0 else ()
    if half:
        return (time(hour % 12 + (12 if half.strip().startswith("p") else 0), minute),)
    if hour > 12 or hour == 0:
        return (time(hour, minute),)
    return _by_daylight(hour, minute, text)


def _by_daylight(hour: int, minute: int, text: str) -> tuple[time, ...]:
    morning, later = bool(_SURE_MORNING.search(text)), bool(_SURE_LATER.search(text))
    if hour == 12:
        return (time(0, minute),) if later and re.search(r"\bnight|tonight\b", text) else (time(12, minute),)
    if morning != later:
        return (time(hour + 12, minute),) if later and not (hour < 5 and "night" in text) else (time(hour, minute),)
    if hour in {10, 11}:
        return (time(hour, minute),)
    if hour < 6:
        return (time(hour + 12, minute),)
    return (time(hour, minute), time(hour + 12, minute))


def _hour(said: str) -> int:
    return _HOURS[said] if said in _HOURS else int(said)


def _found(match: re.Match[str], times: tuple[time, ...]) -> FoundTime | None:
    said = match.groupdict()
    if not times:
        return None
    about = bool(said.get("about") or said.get("ish"))
    return FoundTime(match.start(), match.end(), times, about, (said.get("bound") or "").strip())


def _on_the_clock(match: re.Match[str], text: str, _: datetime) -> FoundTime | None:
    minute = int(match["minute"] or 0) if "minute" in match.re.groupindex else 0
    said, half = match["hour"], match["half"] or ""
    if said.startswith("0") and len(said) == 2 and not half:
        return _found(match, (time(int(said), minute),) if minute < 60 else ())
    return _found(match, _times(_hour(said), minute, half, text))


def _half_past(match: re.Match[str], text: str, _: datetime) -> FoundTime | None:
    hour = _hour(match["hour"])
    return _found(match, _times(hour, 30, match["half"] or "", text) if hour <= 12 else ())


def _minutes_off(match: re.Match[str], text: str, _: datetime) -> FoundTime | None:
    said, hour = match["off"], _hour(match["hour"])
    minutes = _PAST.get(said) or (int(said) if said.isdigit() else 0)
    if not 0 < minutes < 60 or not 1 <= hour <= 12:
        return None
    if match["way"] in {"past", "after"}:
        return _found(match, _times(hour, minutes, match["half"] or "", text))
    whole = _times(hour, 0, match["half"] or "", text)
    return _found(match, tuple(_earlier(at, minutes) for at in whole))


def _earlier(at: time, minutes: int) -> time:
    return (datetime(2000, 1, 2, at.hour, at.minute) - timedelta(minutes=minutes)).time()


def _named(match: re.Match[str], _: str, __: datetime) -> FoundTime | None:
    return _found(match, (time(0),) if "midnight" in match[0] else (time(12),))


def _from_now(match: re.Match[str], _: str, now: datetime) -> FoundTime | None:
    said = match["count"]
    count = {"an": 1.0, "a": 1.0, "half an": 0.5, "one": 1.0, "two": 2.0, "a couple of": 2.0, "three": 3.0}.get(said)
    minutes = (count if count is not None else float(said)) * (60 if match["unit"].startswith("h") else 1)
    then = now + timedelta(minutes=minutes)
    if then.date() != now.date():
        return None
    at = then.time().replace(second=0, microsecond=0, tzinfo=None)
    return FoundTime(match.start(), match.end(), (at,), approximate=True, today=True)


def _bare_numbers(text: str, whole: str, after_a_day: tuple[int, ...]) -> tuple[FoundTime, ...]:
    pattern = re.compile(rf"[\s,.;-]*{_HOUR}\b{_UNIT}{_END}")
    found = []
    for end in after_a_day:
        match = pattern.match(text, end)
        if match and (times := _times(_hour(match["hour"]), 0, "", whole)):
            found.append(FoundTime(match.start("hour"), match.end(), times))
    return tuple(found)


_END = r"(?=\s*(?:$|[,.;!]|(?:in the|at|or|and|to|with|if|when|after|before|a\.?m|p\.?m|maybe|tonight|hopefully)\b))"
_AT = r"(?:(?:at|from|for|@)\s*)?"
_Reader = Callable[["re.Match[str]", str, datetime], "FoundTime | None"]
_FINDERS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (
            r"\bin\s+(?P<count>half an|an|a couple of|a|one|two|three|\d{1,3})\s+(?P<unit>hours?|hrs?|minutes?"
            r"|mins?)\b",
            _from_now,
        ),
        (rf"\b{_BOUND}{_AT}{_ABOUT}half(?:\s+past|\s*-)?\s+{_HOUR}\b{_ISH}{_HALF}", _half_past),
        (
            rf"\b{_BOUND}{_AT}{_ABOUT}(?P<off>a quarter|quarter|qtr|twenty[ -]five|twenty|ten|five"
            rf"|\d{{1,2}})(?:\s+min(?:ute)?s?)?"
            rf"\s+(?P<way>to|past|before|after|til|till)\s+{_HOUR}\b{_ISH}{_HALF}",
            _minutes_off,
        ),
        (
            rf"(?<![\d/]){_BOUND}{_AT}{_ABOUT}(?P<hour>\d{{1,2}})[:.](?P<minute>\d{{2}})(?![\d/]|\.\d){_ISH}{_HALF}",
            _on_the_clock,
        ),
        (
            rf"(?<!\d){_BOUND}{_AT}{_ABOUT}(?P<hour>\d{{1,2}})(?P<minute>\d{{2}})(?:\s*(?:hrs"
            rf"|hours))?(?P<half>\s*[ap]\.?m\b)(?!\d)",
            _on_the_clock,
        ),
        (
            rf"(?<!\d){_BOUND}(?:at|@)\s*{_ABOUT}(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?!\d)(?P<half>)",
            _on_the_clock,
        ),
        (rf"\b{_BOUND}{_AT}{_ABOUT}{_HOUR}{_ISH}(?P<half>\s*[ap]\.?m\b\.?)(?P<ish2>\s*-?ish\b)?", _on_the_clock),
        (rf"\b{_BOUND}{_AT}{_ABOUT}{_HOUR}\s*(?:o'?\s?clock)\b{_ISH}{_HALF}", _on_the_clock),
        (rf"\b{_BOUND}{_AT}{_ABOUT}{_HOUR}(?P<ish>\s*-?\s*ish\b){_HALF}", _on_the_clock),
        (rf"\b(?P<bound>(?:by|before)\s+){_ABOUT}{_HOUR}\b{_UNIT}{_HALF}", _on_the_clock),
        (rf"(?:\bat|@|\bfrom)\s*{_ABOUT}{_HOUR}\b{_UNIT}{_HALF}", _on_the_clock),
        (rf"\b(?P<about>(?:about|around|roughly|circa|abt|bout|~)\s*){_HOUR}\b{_UNIT}{_HALF}", _on_the_clock),
        (
            rf"\b{_HOUR}\b(?=\s+(?:in the (?:morning|afternoon|evening)|at night|tonight|this evening))(?P<half>)",
            _on_the_clock,
        ),
        (rf"\b{_BOUND}{_AT}{_ABOUT}(?:12 )?(?:noon|midday|mid-day|midnight)\b{_ISH}", _named),
    )
)
