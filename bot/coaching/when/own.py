"""Where the words end that tell of the act itself: "ring her and ask her for Sunday" is not to be done on Sunday.

What is behind that end belongs to another act, or to somebody else. It stays as it was said.
"""

from __future__ import annotations

import re
from itertools import pairwise

from bot.coaching.when.days import FoundDay

# What is asked, told or found out, up to the end: the day in it is another one than that of the asking.
_ASKED = re.compile(
    r"\b(?:ask|asking|invite|inviting|tell|telling|see|check|find out|say|text|message|buy|get|bake|make|order)\b"
    r"(?:\s+[\w']+){0,4}?"
    r"(?P<rest>\s+(?:(?:for|about)\b\s*(?:this\s+|next\s+|the\s+)?\x00|to\s+(?:come|visit|stay|pop|meet)\b"
    r"|(?:if|whether|that|i'm|i'll|i can|she|he|they|she's|he's|they're)\s)[^,;.!?]*)$"
)
# A sentence or a clause about somebody else's day: "she finishes at 5", "the library opens at 9".
_OF_OTHERS = re.compile(
    r"(?:[.;!,]|\s[–-])\s*(?:(?:because|cos|as)\s+)?(?:(?:she|he|they|it|we)(?:'s|'re|'ll)?\s+[a-z]+"
    r"|the\s+\w+\s+(?:opens?|closes?|shuts?|starts?|finish\w*|begins?|leaves?|ends?|is|goes))\b"
)
_ANOTHER_ACT = re.compile(r"(?P<joint>\s*,?\s*\b(?:and|then)\b)\s+(?:then\s+)?(?P<word>[a-z']+)")
_NO_ACT = frozenset(
    "on at in the then or maybe probably possibly by of around about again also next this every each before after"
    " if not from until till early late morning afternoon evening night lunchtime teatime".split()
)
_OF_TODAY = re.compile(r"(?:today|tonight|tonite|tom|tmrw|tmoz|tmoro|tmw|2|this|day after|overm)")


def own_end(said: str, days: tuple[FoundDay, ...]) -> int:
    """Where in a text (small letters) that names these days the words about the act itself end."""
    ends = [len(said)]
    if others := _OF_OTHERS.search(said):
        ends.append(others.start())
    asked = _ASKED.search(_hidden(said, days))
    if asked is not None and _is_another_day(said, days, asked.start("rest")):
        ends.append(asked.start("rest"))
    for one, other in pairwise(days):
        between = _ANOTHER_ACT.search(said, one.end, other.start)
        if between is not None and between["word"] not in _NO_ACT:
            ends.append(between.start())
    return min(ends)


def _hidden(said: str, days: tuple[FoundDay, ...]) -> str:
    for day in days:
        said = said[: day.start] + "\x00" * (day.end - day.start) + said[day.end :]
    return said


def _is_another_day(said: str, days: tuple[FoundDay, ...], start: int) -> bool:
    """Is the day behind this place another one? "Ask her to come tomorrow" alone may well be done tomorrow."""
    behind = [day for day in days if day.start >= start]
    own = len(behind) < len(days)
    return bool(behind) and (own or not _OF_TODAY.match(said[behind[0].start : behind[0].end].strip()))
