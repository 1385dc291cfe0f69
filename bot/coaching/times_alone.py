"""New words for a step that are nothing but another day or time of it, so that its act stays.

It must never take an act for a time: whatever else is said keeps the words whole.
"""

from __future__ import annotations

import re

from bot.coaching.gate import is_only_a_time
from bot.coaching.putting_right import is_all_time
from bot.coaching.spelling import spelled

_NOT_THEN = re.compile(r"[\s,]+(?:and )?(?:not|instead of|rather than)\s+(?P<other>.+)$", re.IGNORECASE)
_SAYS_WHY = re.compile(
    r"\s*(?:[,.;–-]\s*|\s)(?:(?:because|cos|coz|cause|since|as)\s+\S.*"
    r"|(?<=[,.;–-] )(?:(?:he|she|it|they|we|that|there)"
    r"(?:['’]?s|['’]re|\s+(?:is|are|was|were|has|have|works?|can['’]?t))"
    r"|i(?:['’]?m|\s+am)\s+(?:off|away|out|busy|working|not|at|in)|i\s+(?:work|can['’]?t|cannot)"
    r"|(?:the|my)\s+[\w']+(?:['’]s|\s+is)\s+(?:off|away|out|busy|shut|closed|open|working))\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TO_A_TIME = re.compile(r"^(?:2|to)\s+(?=[a-z])", re.IGNORECASE)


def time_alone(words: str) -> str:
    """The day or time that is all these words say ("tuesday aftanoon", "friday not monday"); else nothing.

    Why it is another one is not said of the act: "friday, he's off thursday".
    """
    words = _SAYS_WHY.sub("", _TO_A_TIME.sub("", words))
    other = _NOT_THEN.search(words)
    said = words[: other.start()] if other and time_alone(other["other"]) else words
    return next((each for each in (said, spelled(said)) if is_only_a_time(each) or is_all_time(each)), "")
