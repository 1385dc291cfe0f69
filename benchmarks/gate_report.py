"""`make gate-report`: how well answers are told apart, heard and given back, on what nobody tuned on (tests/fresh).

Lines are named by id and never printed.
"""

from __future__ import annotations

import json
import math
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.coaching import grammar
from bot.coaching.controls import read_control
from bot.coaching.gate import Asked, classify, train
from bot.coaching.reflect import reflect
from bot.coaching.text import plain
from bot.safety.cues import screen

FRESH = Path(__file__).resolve().parent.parent / "tests" / "fresh"
CONTROL = "control"
# Classes in whose answers no cue is meant.
HARMLESS = frozenset({"good", "vague_step", "several", "too_broad", "someone_elses", "away_from", "outside_control"})
TRUST = 1.96  # two-sided 95%


@dataclass(frozen=True)
class Judged:
    """One line: its id, what it should have been, what it was."""

    id: str
    expected: str
    found: str

    @property
    def right(self) -> bool:
        return self.expected == self.found


def read(name: str) -> tuple[dict[str, str], ...]:
    """The lines of a fresh file."""
    lines = (FRESH / name).read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines if line.strip())


def found_class(text: str, asked: str) -> str:
    """What the engine would take the message for: a control first, then the class of the gate."""
    return CONTROL if read_control(text) is not None else classify(text, Asked(asked)).value


def judged_answers() -> tuple[Judged, ...]:
    """Every fresh answer with its class and the gate's."""
    return tuple(
        Judged(line["id"], line["class"], found_class(line["text"], line["asked"])) for line in read("answers.jsonl")
    )


def nowhere_written(judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """Those whose words stand in no line that the gate's vote was trained on: many people say "rather not" alike."""
    written = {plain(line["text"]) for line in train.lines()}
    new = {line["id"] for line in read("answers.jsonl") if plain(line["text"]) not in written}
    return tuple(each for each in judged if each.id in new)


def taken_for_a_cue() -> tuple[Judged, ...]:
    """Every fresh answer in which no cue is meant, after its question: what the cue rules and votes make of it."""
    return tuple(
        Judged(line["id"], "none", screen(line["text"], line["question"], ()).response)
        for line in read("answers.jsonl")
        if line["class"] in HARMLESS
    )


def interval(count: int, of: int) -> tuple[float, float]:
    """Wilson's interval for a share."""
    part, denominator = count / of, 1 + TRUST**2 / of
    centre = part + TRUST**2 / (2 * of)
    spread = TRUST * math.sqrt(part * (1 - part) / of + TRUST**2 / (4 * of * of))
    return (centre - spread) / denominator, (centre + spread) / denominator


def share(judged: Sequence[Judged]) -> str:
    """The share of right ones, with its interval (95%)."""
    right = sum(each.right for each in judged)
    low, high = interval(right, len(judged))
    return f"{right}/{len(judged)} = {right / len(judged):.1%} [{low:.1%}, {high:.1%}]"


def by_class(judged: Sequence[Judged]) -> Iterable[str]:
    """A line a class: how many were right, what the others were taken for, and their ids."""
    for expected in sorted({each.expected for each in judged}):
        of_class = [each for each in judged if each.expected == expected]
        wrong = Counter(each.found for each in of_class if not each.right)
        taken = ", ".join(f"{found} {count}" for found, count in wrong.most_common())
        ids = " ".join(each.id for each in of_class if not each.right)
        yield f"  {expected:16}{sum(each.right for each in of_class):4d}/{len(of_class):<4d} {taken}  {ids}".rstrip()


def bare(text: str) -> str:
    """The words alone, for comparing two ways of giving something back."""
    return re.sub(r"[^\w' ]+", "", text.replace("’", "'").lower()).strip()


def reflection_lines() -> Iterable[str]:
    """How many are given back as a listener would, otherwise, or with a plain thank you."""
    kinds: dict[str, list[str]] = {name: [] for name in ("as a listener would", "fall-back, rightly", "otherwise")}
    kinds |= {"needless fall-back": [], "given back where a thank you is better": []}
    for line in read("reflections.jsonl"):
        kinds[_kind(reflect(line["text"]), line["reflected"])].append(line["id"])
    total = sum(len(ids) for ids in kinds.values())
    for kind, ids in kinds.items():
        named = "" if kind in {"as a listener would", "fall-back, rightly"} else "  " + " ".join(ids)
        yield f"  {kind:40}{len(ids):4d}/{total}{named}".rstrip()


def _kind(given: str, expected: str) -> str:
    if not given:
        return "needless fall-back" if expected else "fall-back, rightly"
    if not expected:
        return "given back where a thank you is better"
    return "as a listener would" if bare(given) == bare(expected) else "otherwise"


def speed() -> str:
    """How much processor time one answer takes, in milliseconds, whatever else the machine does."""
    taken = []
    for line in read("answers.jsonl"):
        started = time.process_time()
        found_class(line["text"], line["asked"])
        taken.append((time.process_time() - started) * 1000)
    return f"median {statistics.median(taken):.1f} ms, 95th percentile {statistics.quantiles(taken, n=20)[-1]:.1f} ms"


def main() -> None:
    """Print the figures."""
    sys.modules["tensorflow"] = None  # type: ignore[assignment]  # as in the action server
    grammar.warm()
    judged = judged_answers()
    print(f"answers: {share(judged)}")
    print(f"answers whose words stand in no line of the training: {share(nowhere_written(judged))}")
    print(*by_class(judged), sep="\n")
    heard = taken_for_a_cue()
    cards = sum(each.found == "card" for each in heard)
    print(f"harmless answers in which no cue is heard: {share(heard)}; with a card: {cards}")
    print("reflections:")
    print(*reflection_lines(), sep="\n")
    print(f"one answer (processor time): {speed()}")


if __name__ == "__main__":
    main()
