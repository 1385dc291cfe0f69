"""Dates and times as people write them, read the British way. What cannot be read is kept as said, never invented."""

from bot.coaching.when.names import ANY_MISSPELT, SUN, TODAY, TOMORROW
from bot.coaching.when.read import Span, own_words, when, where_named, without_times
from bot.coaching.when.reading import Doubt, PartOfDay, When

__all__ = [
    "ANY_MISSPELT",
    "SUN",
    "TODAY",
    "TOMORROW",
    "Doubt",
    "PartOfDay",
    "Span",
    "When",
    "own_words",
    "when",
    "where_named",
    "without_times",
]
