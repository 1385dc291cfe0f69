"""The intent classifier itself: a kernel machine over words, letters, word groups and the meaning of whole messages.

Least-squares kernel classification (Rifkin, Yeo & Poggio 2003), one column an intent. Fitting is one linear system, so
the same examples give the same answers. Chosen by measurement (`make nlu-report`). It must never keep a message.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from scipy.linalg import solve
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from bot.understanding.text import VIEWS, features
from bot.understanding.vectors import Array

Numbers = np.ndarray[Any, np.dtype[Any]]
NONE = "nlu_fallback"  # none of the intents
# Set by grouped cross-validation on the training examples.
MEANING = 6.0  # what the meaning weighs beside the three views of the words
NEARNESS = 2.0  # how fast two meanings stop being near
RIDGE = 0.3
LEAN = -0.1  # added to "none of these"
SHARPNESS = 6.0  # turns scores into shares that add up to one
_LONGEST_LIST = 5


@dataclass(frozen=True)
class Lexis:
    """The features that occurred at least twice, in ascending order, with their rarity."""

    keys: Numbers  # unsigned 32-bit
    rarity: Array

    def rows(self, texts: Sequence[str]) -> csr_matrix:
        """Texts (plain) × features; the part of each view has length one."""
        parts = [self._view([features(text)[view] for text in texts]) for view in VIEWS]
        return sum(parts[1:], parts[0]).tocsr()

    def _view(self, tables: Sequence[Mapping[int, float]]) -> csr_matrix:
        columns: list[Numbers] = []
        values: list[Numbers] = []
        ends = [0]
        for table in tables:
            found = np.fromiter(table, dtype=np.uint32, count=len(table))
            at = np.searchsorted(self.keys, found)
            at[at == len(self.keys)] = 0
            known = self.keys[at] == found
            value = np.fromiter(table.values(), dtype=np.float32, count=len(table))[known] * self.rarity[at[known]]
            length = float(np.linalg.norm(value)) or 1.0
            columns.append(at[known])
            values.append(value / length)
            ends.append(ends[-1] + int(known.sum()))
        shape = (len(tables), len(self.keys))
        return csr_matrix((np.concatenate(values), np.concatenate(columns), ends), shape=shape, dtype=np.float32)


@dataclass(frozen=True)
class Guess:
    """The intents of a message, likeliest first, with shares that add up to one over all of them."""

    ranking: tuple[tuple[str, float], ...]

    @property
    def intent(self) -> str:
        return self.ranking[0][0]


@dataclass(frozen=True)
class Machine:
    """A fitted classifier. `word_weights` sum up the kernel's linear part; the rest needs the examples' vectors."""

    intents: tuple[str, ...]
    lexis: Lexis
    word_weights: Array  # features × intents
    examples: Array  # examples × vector
    example_weights: Array  # examples × intents

    def guesses(self, texts: Sequence[str], meanings: Array) -> list[Guess]:
        """What each text (plain) asks for, given its sentence vector."""
        scores = np.asarray(self.lexis.rows(texts) @ self.word_weights)
        scores = scores + _near(meanings, self.examples) @ self.example_weights
        scores[:, self.intents.index(NONE)] += LEAN
        return [self._guess(row) for row in scores]

    def _guess(self, scores: Array) -> Guess:
        shares = np.exp((scores - scores.max()) * SHARPNESS)
        shares /= shares.sum()
        order = np.argsort(-scores, kind="stable")[:_LONGEST_LIST]
        return Guess(tuple((self.intents[index], float(shares[index])) for index in order))

    def arrays(self) -> dict[str, Numbers]:
        """Everything but the names of the intents, ready to be kept."""
        return {
            "keys": self.lexis.keys,
            "rarity": self.lexis.rarity,
            **{field.name: getattr(self, field.name) for field in fields(self)[2:]},
        }


def from_arrays(intents: Sequence[str], kept: Mapping[str, Numbers]) -> Machine:
    """The machine that was kept. Raises KeyError where a part is missing."""
    return Machine(
        tuple(intents),
        Lexis(kept["keys"], kept["rarity"]),
        kept["word_weights"],
        kept["examples"],
        kept["example_weights"],
    )


def fit(texts: Sequence[str], wanted: Sequence[str], meanings: Array) -> Machine:
    """A machine that has learned from texts (plain), what each asks for, and their sentence vectors. Deterministic."""
    intents = tuple(sorted({*wanted, NONE}))
    lexis = lexis_of(texts)
    rows = lexis.rows(texts)
    target = np.zeros((len(texts), len(intents)), dtype=np.float32)
    target[np.arange(len(texts)), [intents.index(name) for name in wanted]] = 1
    # An intent with few examples counts as much as one with many, half-way (in the root).
    share = np.sqrt(target @ (len(texts) / len(intents) / np.maximum(target.sum(0), 1)))
    with threadpool_limits(1):
        kernel = (rows @ rows.T).toarray() + _near(meanings, meanings)
        kernel[np.diag_indices_from(kernel)] += (RIDGE / share).astype(np.float32)
        weights = solve(kernel, target, assume_a="pos", overwrite_a=True).astype(np.float32)
    return Machine(intents, lexis, np.asarray(rows.T @ weights), meanings, weights)


def lexis_of(texts: Sequence[str]) -> Lexis:
    """The features of texts (plain) that occur in at least two of them."""
    tables = [features(text) for text in texts]
    found = np.concatenate([np.fromiter(table[view], dtype=np.uint32) for table in tables for view in VIEWS])
    keys, counts = np.unique(found, return_counts=True)
    often = counts >= 2
    rarity = np.log((1 + len(texts)) / (1 + counts[often])) + 1
    return Lexis(keys[often], rarity.astype(np.float32))


def _near(one: Array, other: Array) -> Array:
    """How near each meaning of one is to each of the other, at most MEANING."""
    nearness: Array = MEANING * np.exp(NEARNESS * (one @ other.T - 1))
    return nearness
