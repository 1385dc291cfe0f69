"""Where a wish points: away from something, or so wide that no day would show it."""

from __future__ import annotations

import re

_AWAY_FROM = re.compile(
    r"^(?:(?:i|to|want|wanna|would|like|just|i'd|id|my goal is|be able)\s+)*"
    r"(?:stop|quit|give up|avoid|less\b|lose|get rid of|get over|not be|not have|not feel|never (?!give|stop)|reduce"
    r"|cut down|cut out|cut back|no more|don't want|dont want|do not want|without|get away from|get out of"
    r"|leave behind|be free of|be rid of)"
    r"|\b(?:be|feel|being|feeling|get)\s+(?:a (?:bit|lot|little)\s+|so\s+|much\s+)?less\b|\bless(?: often| of it)?$"
    r"|\bno longer\b|\bfree (?:of|from)\b"
)
_TOO_BROAD = re.compile(
    r"^(?:(?:i|to|want|wanna|would|like|just|i'd|id|my|goal|is|be able|everything|life|things|it|all)\s+)*"
    r"(?:(?:be|feel|get|being|feeling|getting|become)\s+)?(?:a bit |more |much |really |just )*"
    r"(?:happy|happier|better|normal|well|ok|okay|good|fine|myself|myself again|recovered|healthy|stable|content"
    r"|calm|change|different"
    r"|everything|a better life|a normal life|my life back|peace|life)"
    r"(?:\s+(?:again|in myself|about myself|about life|to (?:be|get) (?:better|different|normal|ok)|life))*$"
)


def moves_away(said: str) -> bool:
    """Does the wish (plain) name what should stop, rather than what should come?"""
    return bool(_AWAY_FROM.search(said))


def is_too_broad(said: str) -> bool:
    """Is the whole wish (plain) as wide as "be happy"?"""
    return bool(_TOO_BROAD.match(said))
