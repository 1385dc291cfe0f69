"""How rules and score become one answer for a piece of a message, and what the thresholds are.

The thresholds were set by cross-validation on the written messages and are frozen in thresholds.yml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from bot.safety.features import features
from bot.safety.rules import Finding
from bot.safety.score import Weights

FILE = Path(__file__).parent / "lexicon" / "thresholds.yml"
RANK = ("none", "ask", "card")
SHORT = 14  # words of a plain denial
DENIED = 2.5  # what the score needs on top of a plain denial
_TURN = re.compile(r"\b(?:but|wish|just|only|though|except|lied|if)\b")


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


def said(found: Sequence[Finding], unit: Sequence[str]) -> str:
    """The strongest thing the rules say of a piece; "denied" where all they saw was a short plain denial."""
    strongest = max((finding.says for finding in found), key=RANK.index, default="none")
    plain = found and all(finding.why == "denied" for finding in found) and not _TURN.search(" ".join(unit))
    return "denied" if plain and sum(len(sentence.split()) for sentence in unit) <= SHORT else strongest


def verdict(rule: str, votes: tuple[float, float], limit: Thresholds, *, whole: bool = True) -> str:
    """One piece: what the rules said and the two votes of the score, against the thresholds."""
    refused = DENIED if rule == "denied" else 0.0
    apart = refused + (0.0 if whole else limit.apart)
    card, anything = votes
    if card - apart >= limit.card or (rule == "card" and card >= limit.keep_card):
        return "card"
    if anything - apart >= limit.ask or (rule in RANK[1:] and anything >= limit.keep_ask):
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
    return verdict(said(found, unit), votes, thresholds(), whole=whole)
