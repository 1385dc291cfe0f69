"""The intent classifier itself: a kernel machine over words, letters, word groups and the meaning of whole messages.

Least-squares kernel classification (Rifkin, Yeo & Poggio 2003), one column an intent; beside it a logistic regression
on the meaning alone, with a smaller say. The same examples give the same answers. Chosen by measurement
(`make nlu-report`). It must never keep a message.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from scipy.linalg import solve
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
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
SECOND_SAY = 0.2  # how much the regression says beside the kernel
STRENGTH = 20.0  # inverse of its regularisation
_ROUNDS = 150
_TINY = 1e-9
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
    line: Array  # vector and one more × intents: the regression, its offsets in the last row

    def guesses(self, texts: Sequence[str], meanings: Array) -> list[Guess]:
        """What each text (plain) asks for, given its sentence vector."""
        return [self._guess(row) for row in self.shares(texts, meanings)]

    def shares(self, texts: Sequence[str], meanings: Array) -> Array:
        """Texts × intents: how much of each text speaks for each intent, as shares that add up to one."""
        scores = np.asarray(self.lexis.rows(texts) @ self.word_weights)
        scores = scores + _near(meanings, self.examples) @ self.example_weights
        scores[:, self.intents.index(NONE)] += LEAN
        first = _shares(scores * SHARPNESS)
        second = _shares(meanings @ self.line[:-1] + self.line[-1])
        return _shares((1 - SECOND_SAY) * np.log(first + _TINY) + SECOND_SAY * np.log(second + _TINY))

    def _guess(self, shares: Array) -> Guess:
        order = np.argsort(-shares, kind="stable")[:_LONGEST_LIST]
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
        kept["line"],
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
        line = _line(meanings, target)
    return Machine(intents, lexis, np.asarray(rows.T @ weights), meanings, weights, line)


def _line(meanings: Array, target: Array) -> Array:
    """The regression on the meaning alone; an intent without examples keeps an offset that never wins."""
    model = LogisticRegression(C=STRENGTH, max_iter=_ROUNDS, class_weight="balanced").fit(meanings, target.argmax(1))
    line = np.zeros((meanings.shape[1] + 1, target.shape[1]), dtype=np.float32)
    line[-1] = np.log(_TINY)
    line[:-1, model.classes_] = model.coef_.T
    line[-1, model.classes_] = model.intercept_
    return line


def lexis_of(texts: Sequence[str]) -> Lexis:
    """The features of texts (plain) that occur in at least two of them."""
    tables = [features(text) for text in texts]
    found = np.concatenate([np.fromiter(table[view], dtype=np.uint32) for table in tables for view in VIEWS])
    keys, counts = np.unique(found, return_counts=True)
    often = counts >= 2
    rarity = np.log((1 + len(texts)) / (1 + counts[often])) + 1
    return Lexis(keys[often], rarity.astype(np.float32))


def _shares(scores: Array) -> Array:
    shares: Array = np.exp(scores - scores.max(1, keepdims=True))
    shares /= shares.sum(1, keepdims=True)
    return shares


def _near(one: Array, other: Array) -> Array:
    """How near each meaning of one is to each of the other, at most MEANING."""
    nearness: Array = MEANING * np.exp(NEARNESS * (one @ other.T - 1))
    return nearness
