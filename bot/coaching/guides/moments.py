"""When a step is, and when to look again: read in the light of the day on which it was said, else kept as said."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.coaching.answers import KNOWN, Answers
from bot.coaching.when import when

NOW = KNOWN + "now"  # the moment of the latest message, as ISO text
ZONE = ZoneInfo("Europe/London")  # British dates, British time


def read(answers: Answers, words: str) -> tuple[str, date | None]:
    """A "when" as it is shown and kept, with its day. Where the reading is not clear the words stand as said."""
    now = answers.get(NOW)
    if now is None or not words:
        return words, None
    found = when(words, datetime.fromisoformat(now.text), ZONE)
    return (found.read_back, found.day) if found.is_clear else (words, None)


def day_in_words(day: date) -> str:
    """A day as it is read back: "Sunday 29 November"."""
    return f"{day:%A} {day.day} {day:%B}"


def later(day: date, days: int) -> date:
    """So many days after a day."""
    return day + timedelta(days=days)
