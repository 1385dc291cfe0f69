"""`make nlu-report`: how well messages outside dialogues are told apart, by several pipelines, on fresh messages.

Each pipeline's caution (how much it leans on "none of these") is set by grouped cross-validation on the examples, then
asked once about the fresh messages. Totals and names of intents are printed, never a message.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.model_selection import GroupKFold

from benchmarks.nlu_pipelines import CHOSEN, PIPELINES, Messages, Numbers, Pipeline
from bot.settings import ROOT
from bot.understanding.machine import NONE, lexis_of
from bot.understanding.text import plain
from bot.understanding.vectors import Array, vectors

FRESH = ROOT / "tests" / "fresh" / "intents.jsonl"
# The fresh messages were written before the intents had their names.
NAMED = {"none": NONE, "peers": "peer_support"}
ENOUGH, REFUSED = 0.93, 0.90  # what is aimed at: in scope understood, out of scope met with choices
LEANS = tuple(round(0.1 * step, 1) for step in range(-20, 31))
FOLDS, ALIKE = 5, 0.35
MOST_CONFUSED = 20


@dataclass(frozen=True)
class Measured:
    """Shares of messages in scope that are understood, and out of scope that are met with choices."""

    understood: float
    refused: float

    def __str__(self) -> str:
        return f"{self.understood:10.3f} {self.refused:8.3f}"


def examples() -> tuple[list[str], list[str]]:
    """The training examples in plain form, and the intent of each."""
    found = [
        (plain(line[2:]), entry["intent"])
        for path in sorted((ROOT / "data" / "nlu").glob("*.yml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        for line in entry["examples"].splitlines()
    ]
    return [text for text, _ in found], [intent for _, intent in found]


def fresh(path: Path = FRESH) -> tuple[list[str], list[str]]:
    """The messages set aside, as they were typed, and the intent of each by today's names."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [row["text"] for row in rows], [NAMED.get(row["intent"], row["intent"]) for row in rows]


def groups(texts: Sequence[str]) -> Numbers:
    """A number for each text, the same for texts that share much of their spelling: they may not part in a fold."""
    lexis = lexis_of(texts)
    rows = lexis.rows(texts)
    alike = (rows @ rows.T).toarray() / 3 > ALIKE
    leader = np.arange(len(texts))
    for row in range(len(texts)):
        before = np.flatnonzero(alike[row, :row] & (leader[:row] == np.arange(row)))
        leader[row] = before[0] if len(before) else row
    return leader


def unseen(pipeline: Pipeline, messages: Messages, wanted: Numbers, grouped: Numbers) -> Array:
    """What the pipeline says of each example when it has learned from none of its group."""
    shares = np.zeros((len(wanted), int(wanted.max()) + 1), dtype=np.float32)
    for known, asked in GroupKFold(FOLDS).split(messages.texts, wanted, grouped):
        shares[asked] = pipeline(messages.at(known), wanted[known], messages.at(asked))
    return shares


def answers(shares: Array, lean: float) -> Numbers:
    """The index of the intent that each message is answered as; 0 is none of them."""
    leaning = np.log(shares + 1e-9)
    leaning[:, 0] += lean
    return np.asarray(leaning.argmax(1))


def measured(given: Numbers, wanted: Numbers) -> Measured:
    """How an answer to each message fits what it asks for."""
    inside = wanted != 0
    return Measured(float((given == wanted)[inside].mean()), float((given == 0)[~inside].mean()))


def cautious(shares: Array, wanted: Numbers) -> float:
    """The lean that makes both aims nearest on unseen examples: the best sum, where out of scope counts as much."""

    def both(lean: float) -> float:
        result = measured(answers(shares, lean), wanted)
        return result.understood + result.refused

    return max(LEANS, key=both)


def with_commands(texts: Sequence[str], given: Numbers, intents: Sequence[str]) -> Numbers:
    """The same answers where a message is no command as a whole; those that are one are known for certain."""
    from bot.rasa.commands import command

    said = [command(text) for text in texts]
    return np.array(
        [intents.index(name) if name in intents else index for name, index in zip(said, given, strict=True)]
    )


def by_intent(given: Numbers, wanted: Numbers, intents: Sequence[str]) -> Iterator[str]:
    """A line for each intent: how many there are, how many are found, how many answers are right."""
    for index, name in enumerate(intents):
        meant, said = wanted == index, given == index
        if meant.any():
            right = int((meant & said).sum())
            precision = f"{right / said.sum():9.2f}" if said.any() else "        -"
            yield f"  {name:16} {int(meant.sum()):4} {right / meant.sum():7.2f} {precision}"


def confusions(given: Numbers, wanted: Numbers, intents: Sequence[str]) -> Iterator[str]:
    """Which intents are taken for which, most often first."""
    wrong = Counter((intents[a], intents[b]) for a, b in zip(wanted, given, strict=True) if a != b)
    for (meant, said), count in wrong.most_common(MOST_CONFUSED):
        yield f"  {meant:16} answered as {said:16} {count}"


def main() -> int:
    texts, named = examples()
    asked_texts, asked_named = fresh()
    intents = [NONE, *sorted({*named} - {NONE})]
    wanted, meant = (np.array([intents.index(name) for name in names]) for names in (named, asked_named))
    known = Messages(texts, vectors().of(texts))
    plain_asked = [plain(text) for text in asked_texts]
    asked = Messages(plain_asked, vectors().of(plain_asked))
    grouped = groups(texts)
    _say(f"{len(texts)} examples in {len(set(grouped.tolist()))} groups, {len(meant)} fresh messages")
    _say(f"\n{'':30}{'examples unseen':>20} {'fresh':>18}      fit and ask")
    _say(f"{'pipeline':30}{'understood  refused':>20} {'understood  refused':>20}  seconds")
    for name, pipeline in PIPELINES.items():
        given = _line(name, pipeline, (known, wanted, grouped), (asked, meant), (asked_texts, intents))
        if name == CHOSEN:
            chosen = given
    _say(f"\nThe chosen one, on the fresh messages\n  {'intent':16} {'all':>4} {'found':>7} {'right':>9}")
    _say("\n".join(by_intent(chosen, meant, intents)))
    _say("\nTaken for another")
    _say("\n".join(confusions(chosen, meant, intents)))
    result = measured(chosen, meant)
    _say(f"\nAims: understood {ENOUGH} or more, refused {REFUSED} or more. Now: {result}")
    return 0 if result.understood >= ENOUGH and result.refused >= REFUSED else 1


def _line(name: str, pipeline: Pipeline, learned: Any, held_out: Any, said: Any) -> Numbers:
    (known, wanted, grouped), (asked, meant), (texts, intents) = learned, held_out, said
    shares = unseen(pipeline, known, wanted, grouped)
    # The chosen one has its caution built in, as the product uses it.
    lean = 0.0 if name == CHOSEN else cautious(shares, wanted)
    began = time.process_time()
    given = with_commands(texts, answers(pipeline(known, wanted, asked), lean), intents)
    seconds = time.process_time() - began
    before = measured(answers(shares, lean), wanted)
    _say(f"{name:30}{before} {measured(given, meant)} {seconds:9.1f}")
    return given


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
