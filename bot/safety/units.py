"""The pieces of a message that are judged on their own: each sentence, each two in a row, and the whole.

A cue in one piece counts whatever the others hold, so that nothing written around it lowers the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

MOST_SENTENCES = 40


def units(sentences: Sequence[str], telling: frozenset[str] = frozenset()) -> tuple[tuple[str, ...], ...]:
    """The pieces to judge. Of more than 40 sentences, those in `telling` (a rule fired) come first."""
    if len(sentences) <= 1:
        return (tuple(sentences),) if sentences else ()
    kept = _chosen(sentences, telling)
    singles = [(sentence,) for sentence in kept]
    pairs = list(pairwise(kept))
    return tuple(dict.fromkeys([tuple(kept), *singles, *pairs]))


def _chosen(sentences: Sequence[str], telling: frozenset[str]) -> list[str]:
    if len(sentences) <= MOST_SENTENCES:
        return list(sentences)
    first = [index for index, sentence in enumerate(sentences) if sentence in telling][:MOST_SENTENCES]
    rest = [index for index in range(len(sentences)) if index not in set(first)]
    return [sentences[index] for index in sorted(first + rest[: MOST_SENTENCES - len(first)])]
