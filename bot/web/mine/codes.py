"""Return codes: five everyday words in an order, made to be written on paper and typed by somebody tired. Pure.

About 45 bits: with the limit on tries nobody guesses one in the years that it lasts. A slip of the finger is put right.
"""

from __future__ import annotations

import difflib
import re
import secrets
from pathlib import Path

WORDS = tuple(Path(__file__).with_name("words.txt").read_text(encoding="ascii").split())
LENGTH = 5
ORDER = ("first", "second", "third", "fourth", "fifth")
_NEAR = 0.7  # how alike a slip must be to the word that was meant
_KNOWN = frozenset(WORDS)


def new_code() -> str:
    """A code that nobody has."""
    return " ".join(secrets.choice(WORDS) for _ in range(LENGTH))


def read_code(typed: str) -> str | None:
    """The code that was meant, whatever stands between its words; None if it cannot be one."""
    found = _words(typed)
    words = [word for word in found if word is not None]
    return " ".join(words) if len(found) == len(words) == LENGTH else None


def slip_in(typed: str) -> str:
    """Where what was typed cannot be a code: which word it is, or that there are not five; empty if it could be one.

    It says nothing of what was typed: who looks over a shoulder learns no word.
    """
    found = _words(typed)
    if len(found) != LENGTH:
        return "count"
    return next((ORDER[place] for place, word in enumerate(found) if word is None), "")


def _words(typed: str) -> list[str | None]:
    return [_word(word) for word in re.findall(r"[a-z]+", typed.casefold())[: LENGTH + 1]]


def _word(typed: str) -> str | None:
    if typed in _KNOWN:
        return typed
    return next(iter(difflib.get_close_matches(typed, WORDS, n=1, cutoff=_NEAR)), None)
