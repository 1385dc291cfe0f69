"""Which words a pattern cannot do without, so that most rules are passed over without being tried.

It only ever proves absence: where no such words can be named, the pattern counts as always worth trying.
"""

from __future__ import annotations

import re
from sre_parse import SubPattern, parse
from typing import Any

KEY = 3  # letters of a word's beginning that are compared
_LONGEST = 400  # alternatives worth listing
_WORD = re.compile(r"[a-z0-9]+")
_COMMON = frozenset("i im the a to and of in it my me you he she the wan fee don can goi thi".split())


def needed(pattern: str) -> frozenset[str] | None:
    """Beginnings of words of which a match holds at least one; None where there is no such set."""
    return _sequence(parse(pattern).data, "", opened=False)


def keys(sentence: str) -> frozenset[str]:
    """The beginnings of a sentence's words, to compare with `needed`."""
    return frozenset(word[:KEY] for word in _WORD.findall(sentence))


def _sequence(parts: list[Any], prefix: str, *, opened: bool) -> frozenset[str] | None:
    """The most telling set among the parts that must all occur.

    `prefix` holds the letters of the running word, `opened` whether it began at a word's start.
    """
    found: list[frozenset[str]] = []
    for operation, value in [*parts, ("END", None)]:
        name = str(operation)
        if name == "LITERAL" and chr(value).isalnum():
            prefix += chr(value)
            continue
        inner = _inner(name, value, prefix, opened=opened)
        if inner:
            found.append(inner)
        if opened and prefix and (len(prefix) >= KEY or _closes(name, value)):
            found.append(frozenset({prefix[:KEY]}))
        opened = _opens(name, value) or (opened and not prefix and _may_be_empty(name, value))
        prefix = ""
    return max(found, key=_telling, default=None)


def _inner(name: str, value: Any, prefix: str, *, opened: bool) -> frozenset[str] | None:
    if name == "BRANCH":
        return _branches(value[1], prefix, opened=opened)
    if name == "SUBPATTERN":
        return _sequence(list(value[3]), prefix, opened=opened)
    if name == "MAX_REPEAT" and value[0] >= 1:
        return _sequence(list(value[2]), prefix, opened=opened)
    return None


def _branches(branches: list[SubPattern], prefix: str, *, opened: bool) -> frozenset[str] | None:
    union: set[str] = set()
    for branch in branches:
        words = _sequence(branch.data, prefix, opened=opened)
        if words is None:
            return None
        union |= words
    return frozenset(union) if len(union) <= _LONGEST else None


def _closes(name: str, value: Any) -> bool:
    """Whether the running word certainly ends here, so that a short one is whole."""
    return name == "AT" or (name == "LITERAL" and not chr(value).isalnum())


def _opens(name: str, value: Any) -> bool:
    """Whether whatever follows stands at a word's start."""
    if name in {"BRANCH", "SUBPATTERN"}:
        return all(_ends_open(list(branch)) for branch in (value[1] if name == "BRANCH" else [value[3]]))
    if name == "MAX_REPEAT" and value[0] >= 1:
        return _ends_open(list(value[2]))
    return name == "AT" or (name == "LITERAL" and not chr(value).isalnum())


def _may_be_empty(name: str, value: Any) -> bool:
    """An optional group that leaves the word's start open, whether it is there or not."""
    return name == "MAX_REPEAT" and value[0] == 0 and _ends_open(list(value[2]))


def _ends_open(parts: list[Any]) -> bool:
    return bool(parts) and _opens(str(parts[-1][0]), parts[-1][1])


def _telling(words: frozenset[str]) -> float:
    """Fewer and rarer words pass over more sentences."""
    return -len(words) - 20.0 * len(words & _COMMON)
