"""Is a time named? Reading it is another matter (bot.coaching.when)."""

from __future__ import annotations

import re

from bot.coaching.text import plain
from bot.coaching.when import ANY_MISSPELT, SUN, TODAY, TOMORROW, own_words

WHEN = re.compile(
    r"\b(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat)(?:day|sday|nesday|rsday|urday)?s?\b"
    rf"|\b(?:sundays?|{SUN})\b"
    rf"|\b(?:{TODAY}|{TOMORROW}|weekend|{ANY_MISSPELT})\b"
    r"|\b(?:this|in the|every|each|next|first thing in the) (?:morning|afternoon|evening|week|day|night)\b"
    r"|\b\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|ish|o'clock|oclock)\b"
    r"|\b(?:at|by|before|after|around|about) (?:\d{1,2}(?:[:.]\d{2})?|noon|midday|midnight|lunch|dinner|tea"
    r"|breakfast|bed|bedtime|work|school|my meds|the news)\b"
    r"|\b(?:morning|afternoon|evening|lunchtime|teatime|bedtime)s?\b|\bwhen i (?:wake|get up)\b"
)


def names_a_time(text: str) -> bool:
    """Does the text say when: a day, a time of day, a clock time or a daily moment? Another act's is none."""
    return bool(WHEN.search(plain(own_words(text))))


def is_only_a_time(text: str) -> bool:
    """Is the text nothing but a day or time, such as "sat early, 8ish"?"""
    rest = WHEN.sub(" ", plain(text))
    rest = re.sub(
        r"\b(?:on|at|about|around|in|the|early|late|arvo|aft|ish|maybe|next|this|and|or|by|then"
        r"|\d{1,2}(?:[:.]\d{2})?(?:ish)?)\b",
        " ",
        rest,
    )
    return names_a_time(text) and not re.sub(r"[\W_]+", "", rest)
