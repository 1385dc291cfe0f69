"""The pieces of a message that are judged on their own: each sentence, each two in a row, and the whole.

A cue in one piece counts whatever the others hold, so that nothing written around it lowers the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.encoder.wordpieces import LONGEST

MOST_SENTENCES = 40
MOST_READ = 72  # word pieces of one message whose meaning is read: what fits the time on one core


def units(sentences: Sequence[str], telling: frozenset[str] = frozenset()) -> tuple[tuple[str, ...], ...]:
    """The pieces to judge. Of more than 40 sentences, those in `telling` (a rule fired) come first."""
    if len(sentences) <= 1:
        return (tuple(sentences),) if sentences else ()
    kept = _chosen(sentences, telling)
    singles = [(sentence,) for sentence in kept]
    pairs = list(pairwise(kept))
    return tuple(dict.fromkeys([tuple(kept), *singles, *pairs]))


def to_read(costs: Sequence[int], votes: Sequence[float]) -> list[int]:
    """Which pieces' meaning is read: the whole, then those whose words speak loudest, while the time allows.

    A whole that is too long to be read to its end has no such right.
    """
    chosen: list[int] = []
    left = MOST_READ
    first = 0 if costs and costs[0] < LONGEST else -1
    for index in sorted(range(len(costs)), key=lambda index: (index != first, -votes[index], index)):
        if costs[index] <= left or not chosen:
            chosen.append(index)
            left -= costs[index]
    return chosen


def _chosen(sentences: Sequence[str], telling: frozenset[str]) -> list[str]:
    if len(sentences) <= MOST_SENTENCES:
        return list(sentences)
    first = [index for index, sentence in enumerate(sentences) if sentence in telling][:MOST_SENTENCES]
    rest = [index for index in range(len(sentences)) if index not in set(first)]
    return [sentences[index] for index in sorted(first + rest[: MOST_SENTENCES - len(first)])]
