"""A message in plain form as the numbers of its word pieces, the way the sentence encoder was taught to read.

The pieces are those of BERT, uncased (wordpieces.txt, Apache-2.0). It must never change what a word is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "wordpieces.txt"
LONGEST = 64  # pieces of one text; more are cut off
_START, _END, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_MARKS = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")
# The plain form has no apostrophes; the encoder has read contractions with them. "ill" and "were" stay as they are.
_SHORT = {
    word.replace("'", ""): word
    for word in (
        "ain't aren't can't couldn't didn't doesn't don't hadn't hasn't haven't he's i'd i'm i've isn't it'll she's"
        " shouldn't that'll that's there's they'll they're they've wasn't we've weren't"
        " what's won't wouldn't you'll you're you've"
    ).split()
}


@lru_cache(maxsize=1)
def pieces() -> dict[str, int]:
    """Piece → its number, one a line in the file."""
    return {piece: number for number, piece in enumerate(FILE.read_text(encoding="utf-8").split("\n")) if piece}


def numbers(sentences: Iterable[str], question: str = "") -> tuple[tuple[int, ...], int]:
    """The numbers of a text with its end marks, after a short question if any; and how many are the question's."""
    known = pieces()
    asked = (known[_START], *_of(question), known[_END]) if question else (known[_START],)
    own = _of(" . ".join(sentences))[: LONGEST - 1 - len(asked)]
    return (*asked, *own, known[_END]), len(asked) if question else 0


def _of(text: str) -> tuple[int, ...]:
    return tuple(number for word in text.split() for number in _word(word))


@lru_cache(maxsize=20_000)
def _word(word: str) -> tuple[int, ...]:
    return tuple(number for part in _MARKS.findall(_SHORT.get(word, word)) for number in _cut(part))


def _cut(part: str) -> tuple[int, ...]:
    """The longest known piece from the left, again and again; unknown where one is missing."""
    known = pieces()
    found: list[int] = []
    start = 0
    while start < len(part):
        mark = "##" if start else ""
        end = next((at for at in range(len(part), start, -1) if mark + part[start:at] in known), start)
        if end == start:
            return (known[_UNKNOWN],)
        found.append(known[mark + part[start:end]])
        start = end
    return tuple(found)
