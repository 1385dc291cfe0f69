"""Training of the answer gate's vote: `python -m bot.coaching.gate.train`, part of `make train`.

The same lines give the same file. Each line is an answer with the kind of its question and its class, written by people
for this; what the rules do not see in it is what the vote learns.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from bot.coaching.gate.classes import AnswerClass, Asked
from bot.coaching.gate.learned import CLASSES, FILE, numbers
from bot.coaching.spelling import spelled
from bot.coaching.text import plain
from bot.encoder import encoder
from bot.encoder.tuning import NoEncoderError, below, tuned

FOLDER = Path(__file__).parent / "lines"
EPOCHS = 4


def lines() -> tuple[Mapping[str, str], ...]:
    """Every written answer with the kind of its question and its class. Raises ValueError for one that fits nowhere."""
    found = [
        json.loads(line)
        for path in sorted(FOLDER.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    for line in found:
        Asked(line["asked"]), AnswerClass(line["class"])
    return tuple(found)


def train(written: Sequence[Mapping[str, str]]) -> encoder.Encoder:
    """The vote trained on these answers. Raises NoEncoderError."""
    texts = [numbers(plain(spelled(line["text"])), Asked(line["asked"])) for line in written]
    classes = [CLASSES.index(AnswerClass(line["class"])) for line in written]
    digest = hashlib.sha256(json.dumps(list(written), sort_keys=True).encode()).hexdigest()
    made = tuned(below(texts), np.eye(len(CLASSES), dtype=np.float32)[classes], EPOCHS)
    return replace(made, version=digest[:8])


def main() -> None:
    written = lines()
    try:
        encoder.write(FILE, train(written))
    except NoEncoderError as error:
        raise SystemExit(f"{error} The answer gate has no trained vote, its rules stand alone.") from error
    print(f"Answer gate: trained on {len(written)} answers.", file=sys.stderr)


if __name__ == "__main__":
    main()
