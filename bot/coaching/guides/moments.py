"""When a step is, and when to look again: read in the light of the day on which it was said, else kept as said.

What is kept must never say "today" or "tomorrow", which are other days when the plan is read again.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.coaching.answers import NOW, Answers
from bot.coaching.reflect import without_hedges
from bot.coaching.when import When, when

ZONE = ZoneInfo("Europe/London")  # British dates, British time


def read(answers: Answers, words: str, step: str) -> tuple[str, date | None]:
    """The "when" that was said at a step, as it is shown and kept, with its day where it can only be one.

    Where the reading is in doubt the words stand as said.
    """
    return read_at(_said_at(answers, step), words)


def read_at(now: datetime | None, words: str) -> tuple[str, date | None]:
    """The same of words that were written at this moment."""
    found = _found(now, without_hedges(words))
    return (found.read_back, found.day) if found is not None else (words, None)


def apart(answers: Answers, words: str, step: str) -> tuple[str, str, date | None]:
    """An act that was said at a step without its day, then the day in words, and the day: "ring Jo", "Friday 27..."."""
    return apart_at(_said_at(answers, step), words)


def apart_at(now: datetime | None, words: str) -> tuple[str, str, date | None]:
    """The same of words that were written at this moment."""
    found = _found(now, words)
    if found is None or not any(letter.isalpha() for letter in found.without):
        return words, "", None
    return found.without, found.day_and_time, found.day


def dated(answers: Answers, words: str, step: str) -> str:
    """The words with the day that they name as a date."""
    act, told, _ = apart(answers, words, step)
    return f"{act.rstrip(' .,')}, {told}" if told else words


def day_in_words(day: date) -> str:
    """A day as it is read back: "Sunday 29 November"."""
    return f"{day:%A} {day.day} {day:%B}"


def later(day: date, days: int) -> date:
    """So many days after a day."""
    return day + timedelta(days=days)


def review_moved(review: date | None, before: date | None, day: date | None) -> date | None:
    """When to look again after a step has moved to another day: as long after it as before, else the day after.

    None where nothing moves.
    """
    if review is None or day is None or day == before:
        return None
    return later(day, max((review - before).days, 1) if before is not None else 1)


def _said_at(answers: Answers, step: str) -> datetime | None:
    """When an answer was given; the moment of the latest message where that was not noted."""
    answer, now = answers.get(step), answers.get(NOW)
    said = (answer.at if answer is not None else "") or (now.text if now is not None else "")
    return datetime.fromisoformat(said) if said else None


def _found(now: datetime | None, words: str) -> When | None:
    found = when(words, now, ZONE) if now is not None and words else None
    return found if found is not None and found.doubt is None and 1 <= len(found.days) <= 2 else None
