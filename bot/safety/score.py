"""The trained score: a second vote beside the rules, read from one small file of weights.

Standard library only, so that every process may screen. Without the file there is no second vote and the rules stand
alone; it must never be shown, stored or called anything about a person.
"""

from __future__ import annotations

import json
import math
import sys
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.safety.features import SIZE, WEIGHTS
from bot.settings import ROOT

FILE = ROOT / "models" / "cues.weights"
RULE_VALUE = 0.7  # what one rule that fired weighs in its view


@dataclass(frozen=True)
class Weights:
    """Rarity of each bucket, and its weight for each of the two questions: a card? anything at all?"""

    version: str
    rarity: array[float]
    card: array[float]
    any: array[float]
    card_offset: float
    any_offset: float

    def votes(self, views: Mapping[str, frozenset[int]]) -> tuple[float, float]:
        """How strongly the message speaks for a card and for anything at all; 0 is even."""
        card, anything = self.card_offset, self.any_offset
        for view, buckets in views.items():
            scale = self._scale(view, buckets)
            for bucket in sorted(buckets):
                value = scale * (1.0 if view == "r" else self.rarity[bucket])
                card += value * self.card[bucket]
                anything += value * self.any[bucket]
        return card, anything

    def _scale(self, view: str, buckets: frozenset[int]) -> float:
        if view == "r":
            return WEIGHTS[view] * RULE_VALUE
        length = math.sqrt(math.fsum(self.rarity[bucket] ** 2 for bucket in buckets))
        return WEIGHTS[view] / length if length else 0.0


@lru_cache(maxsize=1)
def weights() -> Weights | None:
    """The trained weights, or None where nothing was trained yet or the file does not fit this code."""
    try:
        return read(FILE)
    except (OSError, ValueError, KeyError):
        return None


def read(path: Path) -> Weights:
    """Raises OSError or ValueError for a missing or foreign file."""
    with path.open("rb") as file:
        header = json.loads(file.readline())
        if header["size"] != SIZE:
            raise ValueError("The weights were made for another number of buckets.")
        rarity, card, anything = (_floats(file.read(4 * SIZE)) for _ in range(3))
    return Weights(header["version"], rarity, card, anything, header["card_offset"], header["any_offset"])


def write(path: Path, made: Weights) -> None:
    """One line of JSON, then the three arrays as little-endian 32-bit floats."""
    header = {
        "version": made.version,
        "size": SIZE,
        "card_offset": made.card_offset,
        "any_offset": made.any_offset,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        file.write(json.dumps(header).encode() + b"\n")
        for values in (made.rarity, made.card, made.any):
            file.write(_little_endian(values).tobytes())
    fresh.replace(path)


def _floats(raw: bytes) -> array[float]:
    values = array("f")
    values.frombytes(raw)
    if len(values) != SIZE:
        raise ValueError("The weights are cut short.")
    return _little_endian(values)


def _little_endian(values: array[float]) -> array[float]:
    if sys.byteorder == "big":
        values = array("f", values)
        values.byteswap()
    return values
