"""Misspelt words, as far as they can be told: a common word with two letters turned round, one left out or one doubled.

Only for what is said back: a word that nobody knows is not repeated. Nobody is corrected by it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.coaching.dialects import slips
from bot.encoder.wordpieces import pieces

COMMON = 2000  # of the words in the list of pieces, which has the most frequent first
_FIRST = "the"
_REAL_WORDS = frozenset("carer carers uni pint teas fete urn sill abut noes ower".split())
_WORD = re.compile(r"(?<![\w'’.-])[a-z]+(?![\w'’-])")  # a capital letter may begin a name
_LONE_LETTER = re.compile(r"(?<![\w'’.&-])[b-hj-z](?![\w'’.&-])")


@lru_cache(maxsize=1)
def _slipped() -> frozenset[str]:
    known = pieces()
    common = [piece for piece in list(known)[known[_FIRST] :][:COMMON] if piece.isalpha() and len(piece) > 2]
    return frozenset(slip for word in common for slip in slips(word) if slip not in known) - _REAL_WORDS


def holds_misspelt(words: str) -> bool:
    """Is there a word in it (read in full) that is no word, or a letter in place of one ("go c him")?"""
    return bool(_LONE_LETTER.search(words)) or not _slipped().isdisjoint(_WORD.findall(words))
