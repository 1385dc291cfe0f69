"""Reading the written messages and finding those that are nearly the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
ALIKE = 0.85
SHORT = 3  # words
BLOCK = 500
LABELS = ("safe", "check", "crisis")


class MessageError(ValueError):
    """A line of a message file is broken; the message names file and line."""


@dataclass(frozen=True)
class Message:
    """One written message. `id` is file and line, which a report may print in place of the words."""

    id: str
    text: str
    label: str
    functionality: str
    context: str = ""


def training() -> tuple[Message, ...]:
    """All lines to train on, and those written to measure, which may join them out of fold."""
    files = sorted(FOLDER.glob("train_*.jsonl"))
    return tuple(message for path in (*files, FOLDER / "functional.jsonl") for message in read(path))


def fresh() -> tuple[Message, ...]:
    """Lines by eyes that saw neither rules nor training lines: only ever measured."""
    return tuple(read(FOLDER / "fresh.jsonl"))


def read(path: Path) -> Iterator[Message]:
    """The messages of a file. Raises MessageError."""
    if not path.exists():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            yield _message(line, f"{path.stem}:{number}")


def _message(line: str, identifier: str) -> Message:
    try:
        raw = json.loads(line)
        label, text = raw["label"], raw["text"]
    except (ValueError, KeyError, TypeError) as error:
        raise MessageError(f"{identifier} is no message with a text and a label.") from error
    if label not in LABELS or not isinstance(text, str):
        raise MessageError(f"{identifier} has a label that is not one of: {', '.join(LABELS)}.")
    name = raw.get("functionality") or raw.get("family") or raw.get("category") or label
    return Message(str(raw.get("id") or identifier), text, label, str(name), raw.get("context") or "")


def alike(texts: Sequence[str]) -> list[int]:
    """For each text the number of the group it belongs to: texts above the limit of token-set similarity share one.

    That is, one holds nearly all words of the other, by letters; texts of one or two words must be the same.
    """
    import numpy as np  # only training and the report need these
    from scipy.sparse import csr_matrix

    words = [sorted(_words(text)) for text in texts]
    column = {word: number for number, word in enumerate(sorted({word for own in words for word in own}))}
    rows = [index for index, own in enumerate(words) for _ in own]
    columns = [column[word] for own in words for word in own]
    size = np.sqrt([len(word) + 1.0 for own in words for word in own])
    held = csr_matrix((size, (rows, columns)), shape=(len(texts), len(column)))
    length = np.array([sum(map(len, own)) + len(own) - 1.0 for own in words])
    short = np.array([len(own) < SHORT for own in words])
    group = list(range(len(texts)))
    for start in range(0, len(texts), BLOCK):
        shared = (held[start : start + BLOCK] @ held.T).toarray() - 1.0
        mine = length[start : start + BLOCK, None]
        either_short = short[start : start + BLOCK, None] | short[None, :]
        shorter = np.where(either_short, np.maximum(mine, length), np.minimum(mine, length))
        limit = np.where(either_short, 0.999, ALIKE)
        for one, other in zip(*np.nonzero(2 * shared > limit * (shared + shorter)), strict=True):
            if start + one < other:
                _join(group, start + int(one), int(other))
    return [_root(group, index) for index in range(len(texts))]


def _root(group: list[int], index: int) -> int:
    while group[index] != index:
        group[index] = group[group[index]]
        index = group[index]
    return index


def _join(group: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(group, one), _root(group, other)))
    group[second] = first


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold().replace("'", ""))) or frozenset({text})
