"""Ways to tell intents apart, each fitted on examples and asked about other messages; measured by nlu_report.

All see the same plain text and the same sentence vectors. None may keep or print a message.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from bot.understanding import machine
from bot.understanding.vectors import Array

Numbers = np.ndarray[Any, np.dtype[Any]]
_ROUNDS = 150


@dataclass(frozen=True)
class Messages:
    """Plain texts with their sentence vectors."""

    texts: Sequence[str]
    meanings: Array

    def at(self, rows: Numbers) -> Messages:
        return Messages([self.texts[row] for row in rows], self.meanings[rows])


# Fitted on messages and what each asks for (an index), asked about others: messages × intents, shares that sum to one.
Pipeline = Callable[[Messages, Numbers, Messages], Array]


def words_and_letters(known: Messages, wanted: Numbers, asked: Messages) -> Array:
    """Words and letters weighted by rarity, logistic regression: what Rasa's own sparse featurisers come to."""
    lexis = machine.lexis_of(known.texts)
    return _regression(lexis.rows(known.texts), wanted, lexis.rows(asked.texts))


def meaning_regression(known: Messages, wanted: Numbers, asked: Messages) -> Array:
    """Sentence vectors, logistic regression."""
    return _regression(known.meanings, wanted, asked.meanings)


def nearest_spelling(known: Messages, wanted: Numbers, asked: Messages) -> Array:
    """The intent of the example with most letters and words in common."""
    lexis = machine.lexis_of(known.texts)
    return _of_nearest((lexis.rows(asked.texts) @ lexis.rows(known.texts).T).toarray() / 3, wanted)


def nearest_meaning(known: Messages, wanted: Numbers, asked: Messages) -> Array:
    """The intent of the example with the nearest meaning."""
    return _of_nearest(asked.meanings @ known.meanings.T, wanted)


def blended(known: Messages, wanted: Numbers, asked: Messages) -> Array:
    """What Cairn uses: bot.understanding.machine."""
    names = [f"{index:03}" for index in range(int(wanted.max()) + 1)]
    # "None of these" is index 0 here and must carry the name that the machine leans on.
    named = [machine.NONE if index == 0 else names[index] for index in wanted]
    made = machine.fit(known.texts, named, known.meanings)
    order = [made.intents.index(machine.NONE if index == 0 else names[index]) for index in range(len(names))]
    return made.shares(asked.texts, asked.meanings)[:, order]


PIPELINES: Mapping[str, Pipeline] = {
    "nearest spelling": nearest_spelling,
    "words + letters, regression": words_and_letters,
    "nearest meaning": nearest_meaning,
    "meaning, regression": meaning_regression,
    "kernel of all + regression": blended,
}
CHOSEN = "kernel of all + regression"


def _regression(rows: csr_matrix | Array, wanted: Numbers, asked: csr_matrix | Array) -> Array:
    solver = "lbfgs" if isinstance(rows, np.ndarray) else "liblinear"  # each the quicker one for its kind of rows
    model = LogisticRegression(C=20.0, solver=solver, max_iter=_ROUNDS, class_weight="balanced", random_state=1)
    with threadpool_limits(1):
        shares: Array = model.fit(rows, wanted).predict_proba(asked)
    return shares


def _of_nearest(nearness: Numbers, wanted: Numbers) -> Array:
    best = np.stack([nearness[:, wanted == index].max(1) for index in range(int(wanted.max()) + 1)], axis=1)
    shares: Array = np.exp(best * 10)
    shares /= shares.sum(1, keepdims=True)
    return shares
