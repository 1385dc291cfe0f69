"""How clear a step is: one act, no act yet, or several at once."""

from __future__ import annotations

import re

_VAGUE_STEP = re.compile(
    r"^(?:(?:i|i'll|ill|i'd|just|will|could|might|maybe|to|going|gonna)\s+)*"
    r"(?:try(?: (?:harder|my best|more|it))?|work on (?:it|myself|things|that)|do (?:more|better|my best|something)"
    r"|more|soon|sometime|see how it goes"
    r"|think about it|be (?:more|better) \w+|make an effort|get on with it|sort (?:it|myself|things) out)"
    r"(?:\s+(?:soon|sometime|more|harder|one day|at some point))*$"
)


def is_vague(said: str) -> bool:
    """Is the whole step (plain) no act yet, such as "try harder"?"""
    return bool(_VAGUE_STEP.match(said))


_LISTED = re.compile(
    r"\s*(?:\n+|;|,\s*(?:and|then|also|plus)?|\band (?:also|then)?|\bplus\b|\bas well as\b|&)\s*", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?:^|\s)(?:\d[.)]|[-*•])\s+\S")


def items(text: str) -> tuple[str, ...]:
    """The things that an answer lists, in order, as written; one alone gives itself."""
    parts = (re.sub(r"^(?:\d[.)]|[-*•])\s*", "", part.strip()) for part in _LISTED.split(text))
    return tuple(part.strip(" .,") for part in parts if part.strip(" .,"))


def lists_several(text: str) -> bool:
    """Does the answer name three things or more, or two on lines of their own?"""
    return len(_NUMBERED.findall(text)) > 1 or len(items(text)) > 2
