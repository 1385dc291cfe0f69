"""Reading a "when": days, times and parts of the day, and the rest kept as said. A pure function; now is passed in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timezone, tzinfo
from typing import Protocol

from bot.coaching.when.days import FoundDay, find_days
from bot.coaching.when.own import own_end
from bot.coaching.when.reading import Doubt, PartOfDay, When
from bot.coaching.when.times import FoundPart, FoundTime, find_parts, find_times


class _Found(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Span = tuple[int, int]
_ANY_DAY = datetime(2024, 1, 3, 9, tzinfo=timezone.utc)  # where a day stands is the same on every one
LONGEST = 300  # characters that are read; the words are kept whole
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_SMALL = (
    r"on|at|in|the|and|then|or|maybe|probably|by|of|around|i think|i guess|i suppose|this|next|hopefully|perhaps|say"
    r"|for|from|a|to|ish|please|time"
)
_LEFT_OVER = re.compile(
    rf"^(?:[\s,.;:!–-]|\b(?:{_SMALL}|about|erm?|um+|well|ok|it|is|was|its|it's|be|will|i'll|sometime|some time|just"
    r"|do it|i'll do it|i will|i can)\b)+"
)
_LEFT_AFTER = re.compile(rf"(?:[\s,.;:!–-]|\b(?:{_SMALL}|tbh|lol|if that's ok)\b)+$")


def when(text: str, now: datetime, zone: tzinfo) -> When:
    """What can be read in somebody's words about when.

    In: the words as written; the moment they were written (aware); the person's zone. Out: a `When`; never raises.
    """
    here = now.astimezone(zone)
    read = text[:LONGEST].translate(_APOSTROPHES)
    said = read.lower() if len(read.lower()) == len(read) else read
    named = find_days(said, here.date())
    end = own_end(said, named)
    own, days = said[:end], tuple(each for each in named if each.end <= end)
    times = find_times(_masked(own, days), own, here, after_a_day=tuple(each.end for each in days))
    parts = find_parts(_masked(own, times))
    part = _one_of(parts)
    rest = _masked(own, (*days, *times, *parts))
    read_at_all = bool(days or times or parts)
    return When(
        words=" ".join(text.split()),
        now=here.date(),
        without=_without(read, days, (*times, *parts)),
        days=_still_to_come(_all_days(days, times, here.date()), times, part, here),
        times=tuple(dict.fromkeys(at for each in times for at in each.times)),
        part=part,
        approximate=any(day.approximate for day in days)
        or any(at.approximate for at in times)
        or part is PartOfDay.FIRST_THING,
        repeats=next((each.repeats for each in days if each.repeats), ""),
        day_bound=_day_bound(said, days),
        bound=next((each.bound for each in times if each.bound), ""),
        also=_also(read, rest, read[end:]) if read_at_all else " ".join(text.split()),
        doubt=_doubt(days),
    )


def where_named(text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where the days stand in a text, and where the times and the parts of a day do: from, and up to."""
    read = text[:LONGEST].translate(_APOSTROPHES)
    said = read.lower() if len(read.lower()) == len(read) else read
    days = find_days(said, _ANY_DAY.date())
    times = find_times(_masked(said, days), said, _ANY_DAY, after_a_day=tuple(each.end for each in days))
    parts = find_parts(_masked(said, (*days, *times)))
    return _spans(days), _spans((*times, *parts))


def without_times(text: str) -> str:
    """The text without the days and the times that it names."""
    days, times = where_named(text)
    for start, end in sorted((*days, *times), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _spans(found: Sequence[_Found]) -> tuple[Span, ...]:
    return tuple(sorted((each.start, each.end) for each in found))


def _day_bound(said: str, days: tuple[FoundDay, ...]) -> str:
    """ "by" or "before" where the one day that is named is an end."""
    found = re.search(_BOUND, said[: days[0].start]) if len(days) == 1 else None
    return found["bound"] if found else ""


def _one_of(parts: tuple[FoundPart, ...]) -> PartOfDay | None:
    """The part of the day that was meant: "tomorrow morning, first thing" is one."""
    named = {each.part for each in parts}
    if PartOfDay.FIRST_THING in named:
        return PartOfDay.FIRST_THING
    return named.pop() if len(named) == 1 else None


def _without(text: str, days: Sequence[_Found], times: Sequence[_Found]) -> str:
    """The text without its days and the times beside them; a time that stands elsewhere stays where it is."""
    gone, masked = "", _masked(text, days)
    if not days or len(text) >= LONGEST:
        return ""
    while gone != masked:
        gone = masked
        masked = _masked(masked, [each for each in times if _beside_a_day(masked, each)])
    parts = [_BEFORE_A_DAY.sub("", part) for part in re.split(r"\x00+", masked)]
    whole = re.sub(r"(?:\s|,(?=\s*,))+([,.;])", r"\1", " ".join(" ".join(parts).split()))
    return re.sub(r"^[\s,;:–-]+|(?:[\s,;:–-]|\b(?:then|and)$)+$", "", whole)


def _beside_a_day(masked: str, found: _Found) -> bool:
    before, after = masked[: found.start], masked[found.end :]
    hidden = "\x00" in masked[found.start : found.end]
    return hidden or bool(re.search(r"\x00[\s,.]*$", before) or re.match(r"[\s,.]*(?:(?:on|at|in) )?\x00", after))


_BOUND = r"\b(?P<bound>by|before|until|till)\s*(?:\bthe\s*)?$"
_BEFORE_A_DAY = re.compile(rf"{_BOUND}|\b(?:for|from)\s*$|\s+$", re.IGNORECASE)


def _masked(text: str, found: Sequence[_Found]) -> str:
    for each in found:
        text = text[: each.start] + "\x00" * (each.end - each.start) + text[each.end :]
    return text


_OVER_AT = {PartOfDay.FIRST_THING: 12, PartOfDay.MORNING: 12, PartOfDay.LUNCHTIME: 15, PartOfDay.AFTERNOON: 18}


def _still_to_come(
    days: tuple[date, ...], times: tuple[FoundTime, ...], part: PartOfDay | None, here: datetime
) -> tuple[date, ...]:
    """The days that can be meant: on a Saturday at noon, "saturday at 10" is the next one."""
    named = [at for each in times for at in each.times]
    over = bool(named) and all(at <= here.time() for at in named)
    over = over or (not named and part in _OVER_AT and here.hour >= _OVER_AT[part])
    return tuple(day for day in days if day != here.date()) if over and len(days) > 1 else days


def _all_days(days: tuple[FoundDay, ...], times: tuple[FoundTime, ...], today: date) -> tuple[date, ...]:
    if _doubt(days):
        return ()
    named = tuple(dict.fromkeys(day for each in days for day in each.days))
    return (today,) if not named and any(each.today for each in times) else named


def _doubt(days: tuple[FoundDay, ...]) -> Doubt | None:
    return next((each.doubt for each in days if each.doubt), None)


def _also(read: str, masked: str, behind: str) -> str:
    """What else they said, in the order they said it; what tells of another act stays whole."""
    pieces = []
    for match in re.finditer(r"[^\x00]+", masked):
        whole = read[match.start() : match.end()]
        bare = _LEFT_OVER.sub("", whole.lower())
        piece = _LEFT_AFTER.sub("", whole[len(whole) - len(bare) :])
        if re.search(r"\w", piece):
            pieces.append(piece.strip())
    joint = ". " if re.match(r"\s*[.;!]", behind) else " " if re.match(r"\s+\w", behind) else ", "
    return joint.join(filter(None, (", ".join(pieces), behind.strip(" ,.;!–-"))))


def own_words(text: str) -> str:
    """The words that tell of the act itself, without what is asked of another day, or is somebody else's."""
    said = text.translate(_APOSTROPHES).lower()
    return text[: own_end(said, find_days(said, date(2000, 1, 1)))] if len(said) == len(text) else text
