"""Training of the score: `python -m bot.safety.train`, part of `make train`; the same lines give the same file.

It leaves the thresholds as they are: `python -m bot.safety.calibrate` sets those.
"""

from __future__ import annotations

import hashlib
import sys
from array import array
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Optional

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from bot.encoder import encoder, wordpieces
from bot.encoder.encoder import Encoder, Text
from bot.encoder.layers import Array
from bot.encoder.tuning import CORES, NoEncoderError, below, tuned
from bot.safety import features as looks
from bot.safety import meaning, questions
from bot.safety.lexicon import FOLDER as LEXICON_FOLDER
from bot.safety.lexicon import lexicon
from bot.safety.messages.lines import FOLDER, Message, training
from bot.safety.normalise import sentences
from bot.safety.rules import findings
from bot.safety.score import FILE, RULE_VALUE, Weights, write
from bot.safety.units import units
from bot.safety.votes import cards, marks, said

Numbers = np.ndarray[Any, np.dtype[Any]]
Views = dict[str, frozenset[int]]
CODE = ("features", "normalise", "questions", "rules")
STRENGTH = 10.0  # inverse of the regularisation
EPOCHS = 4


@dataclass(frozen=True)
class Piece:
    """One piece of a message as the score sees it, and what the rules say of it."""

    views: Views
    says: str
    text: Text = ((), 0)
    marks: tuple[bool, ...] = ()
    cards: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Example:
    """A message ready to train on (its first piece, the whole) or to measure (all pieces)."""

    label: str
    pieces: tuple[Piece, ...]
    answered: str = "none"  # what the question table says, which nothing overrules


def example(message: Message) -> Example:
    """The pieces of a message in the way that screening makes them."""
    plain = tuple(dict.fromkeys(sentences(message.text)))
    kinds = tuple(str(row["kind"]) for row in questions.kinds(message.context))
    asked = questions.in_short(message.context)
    whole = " . ".join(plain)
    by_sentence = {sentence: tuple(findings((sentence,), whole)) for sentence in plain}
    telling = frozenset(sentence for sentence, found in by_sentence.items() if found)
    pieces = []
    for unit in units(plain, telling) or ((),):
        found = tuple(finding for sentence in unit for finding in by_sentence[sentence])
        text = wordpieces.numbers(unit, asked)
        seen = marks(found, unit, message.context)
        pieces.append(Piece(looks.features(unit, kinds, found), said(found, unit), text, seen, cards(found)))
    answered, _ = questions.answer(" , ".join(plain), message.context)
    return Example(message.label, tuple(pieces), answered)


@dataclass(frozen=True)
class Trained:
    """Both halves of the second vote; `meaning` is None where there is no sentence encoder to start from."""

    words: Weights
    meaning: Optional[Encoder]


def train(examples: Sequence[Example], lower: Optional[Sequence[Array]]) -> Trained:
    """Both halves, from examples and what the frozen layers made of the whole of each (None: words alone)."""
    if lower is None:
        return Trained(fit(examples), None)
    labels = np.array([item.label for item in examples])
    wanted = np.stack([labels == "crisis", labels != "safe"], axis=1).astype(np.float32)
    with ProcessPoolExecutor(1, get_context("spawn")) as beside:  # TensorFlow's threads do not outlive a fork
        words = beside.submit(fit, examples)
        made = tuned(lower, wanted, EPOCHS)
        return Trained(words.result(), replace(made, version=words.result().version))


def examples_of(messages: Sequence[Message]) -> list[Example]:
    """Every message as an example, made on two cores."""
    with ProcessPoolExecutor(CORES) as both:
        return list(both.map(example, messages, chunksize=500))


def lower_layers(examples: Sequence[Example]) -> Optional[list[Array]]:
    """What the frozen layers make of the whole of each example; None, said aloud, where there is no encoder."""
    try:
        return below([item.pieces[0].text for item in examples])
    except NoEncoderError as error:
        print(f"{error} Training the words' half alone.", file=sys.stderr)
        return None


def fit(examples: Sequence[Example]) -> Weights:
    """The weights of the words' half: two heads. Deterministic."""
    whole = [item.pieces[0].views for item in examples]
    rarity = _rarity(whole)
    matrix = _matrix(whole, rarity)
    labels = np.array([item.label for item in examples])
    card, anything = (_head(matrix, wanted) for wanted in (labels == "crisis", labels != "safe"))
    return Weights(
        version=version(),
        rarity=array("f", rarity),
        card=array("f", card.coef_[0].astype(np.float32)),
        any=array("f", anything.coef_[0].astype(np.float32)),
        card_offset=round(float(card.intercept_[0]), 6),
        any_offset=round(float(anything.intercept_[0]), 6),
    )


def version() -> str:
    """The lexicon's version and a digest of everything that the weights are made of."""
    digest = hashlib.sha256()
    code = [Path(__file__).with_name(f"{name}.py") for name in CODE]
    code += Path(encoder.__file__).parent.glob("*.*")
    for path in sorted([*code, *FOLDER.glob("*.jsonl"), *LEXICON_FOLDER.rglob("*.*")]):
        if path.name not in {"fresh.jsonl", "thresholds.yml"}:
            digest.update(path.read_bytes())
    return f"{lexicon().version}+{digest.hexdigest()[:8]}"


def _rarity(whole: Sequence[Views]) -> Numbers:
    count = np.zeros(looks.SIZE, dtype=np.float32)
    for views in whole:
        for buckets in views.values():
            count[sorted(buckets)] += 1
    rare = np.log((1 + len(whole)) / (1 + count)) + 1
    return np.where(count >= 2, rare, 0).astype(np.float32)


def _matrix(whole: Sequence[Views], rarity: Numbers) -> csr_matrix:
    columns: list[Numbers] = []
    values: list[Numbers] = []
    ends = [0]
    for views in whole:
        for view, buckets in views.items():
            column = np.array(sorted(buckets), dtype=np.int64)
            value = np.full(len(column), RULE_VALUE) if view == "r" else rarity[column]
            length = 1.0 if view == "r" else float(np.linalg.norm(value)) or 1.0
            columns.append(column)
            values.append(value * (looks.WEIGHTS[view] / length))
        ends.append(ends[-1] + sum(len(buckets) for buckets in views.values()))
    return csr_matrix(
        (np.concatenate(values).astype(np.float64), np.concatenate(columns), ends),
        shape=(len(whole), looks.SIZE),
    )


def _head(matrix: csr_matrix, wanted: Numbers) -> LogisticRegression:
    model = LogisticRegression(
        C=STRENGTH, solver="liblinear", class_weight="balanced", max_iter=60, tol=1e-3, random_state=20261122
    )
    with threadpool_limits(1):  # the order of sums, and so the last digits, must not depend on the machine
        return model.fit(matrix, wanted)


def main() -> None:
    examples = examples_of(training())
    made = train(examples, lower_layers(examples))
    if made.meaning is not None:
        encoder.write(meaning.FILE, made.meaning)
    write(FILE, made.words)  # last: whoever finds it finds the other half too
    halves = "words and meaning" if made.meaning is not None else "words alone"
    print(f"Cue score {made.words.version}: {halves}, trained on {len(examples)} messages.")


if __name__ == "__main__":
    main()
