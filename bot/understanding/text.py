"""A message as the intent classifier looks at it: words, pairs, groups of near words and letters, as hashed numbers.

Training and use share this one description, and it is the same on every machine. It must never keep a message.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from zlib import crc32

from bot.safety.features import word_groups

LONGEST = 400  # characters that are looked at; whoever writes more has said what they want by then
SHORTEST_PIECE, LONGEST_PIECE = 2, 5  # letters
_APOSTROPHES = re.compile("[’'`´ʼ]")
_TOKEN = re.compile(r"\w+|[^\w\s]+")
VIEWS = ("words", "letters", "groups")


def plain(text: str) -> str:
    """Lower case, no apostrophes, single spaces. Punctuation stays: a question mark says something."""
    return " ".join(_APOSTROPHES.sub("", text[:LONGEST].casefold()).split())


def features(text: str) -> dict[str, dict[int, float]]:
    """Feature → how much it weighs before rarity counts, one table for each view. `text` is plain."""
    tokens = _TOKEN.findall(text)
    return {
        "words": _damped(Counter((*tokens, *(f"{a} {b}" for a, b in pairwise(tokens))))),
        "letters": _damped(Counter(_pieces(tokens))),
        "groups": _damped(Counter(_groups(tokens))),
    }


def _damped(counted: Mapping[str, int]) -> dict[int, float]:
    return {crc32(name.encode("utf-8", "surrogatepass")): 1 + math.log(count) for name, count in counted.items()}


def _pieces(tokens: list[str]) -> Iterator[str]:
    """Runs of letters inside each word, with a space at its ends, so that a misspelt word still shares most of them."""
    for token in tokens:
        word = f" {token} "
        for length in range(SHORTEST_PIECE, LONGEST_PIECE + 1):
            for start in range(max(1, len(word) - length + 1)):
                yield word[start : start + length]


def _groups(tokens: list[str]) -> Iterator[str]:
    known = word_groups()
    return (known[token] for token in tokens if token in known)
