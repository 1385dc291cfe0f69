"""How rules and score become one answer for a piece of a message, and what the thresholds are.

The thresholds were set by cross-validation on the written messages and are frozen in thresholds.yml.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from bot.safety.features import features
from bot.safety.rules import Finding
from bot.safety.score import Weights

FILE = Path(__file__).parent / "lexicon" / "thresholds.yml"
RANK = ("none", "ask", "card")


@dataclass(frozen=True)
class Thresholds:
    """`card`, `ask`: the score alone. `keep_card`, `keep_ask`: a rule spoke, and the score does not object.

    `apart` is what a piece of a longer message needs on top.
    """

    card: float
    ask: float
    keep_card: float
    keep_ask: float
    apart: float


@lru_cache(maxsize=1)
def thresholds() -> Thresholds:
    raw = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return Thresholds(raw["card"], raw["ask"], raw["keep_card"], raw["keep_ask"], raw["apart"])


def said(found: Iterable[Finding]) -> str:
    """The strongest thing the rules say."""
    return max((finding.says for finding in found), key=RANK.index, default="none")


def verdict(rule: str, votes: tuple[float, float], limit: Thresholds, *, whole: bool = True) -> str:
    """One piece: what the rules said and the two votes of the score, against the thresholds."""
    apart = 0.0 if whole else limit.apart
    card, anything = votes[0] - apart, votes[1] - apart
    if card >= limit.card or (rule == "card" and card >= limit.keep_card):
        return "card"
    if anything >= limit.ask or (rule != "none" and anything >= limit.keep_ask):
        return "ask"
    return "none"


def judged(
    unit: Sequence[str],
    kinds: tuple[str, ...],
    found: Sequence[Finding],
    made: Weights,
    *,
    whole: bool,
) -> str:
    """The answer for one piece of a message, by rules and score together."""
    votes = made.votes(features(unit, kinds, found))
    return verdict(said(found), votes, thresholds(), whole=whole)
