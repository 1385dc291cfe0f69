"""How rules and score become one answer for a piece of a message, and what the thresholds are.

The score has two halves: the words (score.py), and the meaning (encoder.py) where there is one. How they are mixed and
the thresholds were set by cross-validation on the written messages and are frozen in thresholds.yml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional

import yaml

from bot.safety.rules import Finding

FILE = Path(__file__).parent / "lexicon" / "thresholds.yml"
RANK = ("none", "ask", "card")
SHORT = 14  # words of a plain denial
DENIED = 2.5  # what the score needs on top of a plain denial
_TURN = re.compile(r"\b(?:but|wish|just|only|though|except|lied|if)\b")
Pair = tuple[float, float]  # for a card, and for anything at all


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


@dataclass(frozen=True)
class Limits:
    """Thresholds for the words alone and for words and meaning together, and how these two are mixed.

    A mix is what each of six numbers counts: the words' two votes, the meaning's two, an ask and a card by rule; the
    last number of a mix stands alone.
    """

    alone: Thresholds
    together: Thresholds
    card: tuple[float, ...]
    ask: tuple[float, ...]


@dataclass(frozen=True)
class Heard:
    """What was heard of one piece: by the rules, in its words and, where that was read, in its meaning."""

    rule: str
    words: Pair
    meaning: Optional[Pair] = None


@lru_cache(maxsize=1)
def limits() -> Limits:
    return limits_of(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def limits_of(raw: Mapping[str, Any]) -> Limits:
    """Raises KeyError or TypeError for a file that lacks something."""
    alone, together = (Thresholds(**raw[name]) for name in ("alone", "together"))
    return Limits(alone, together, tuple(raw["mix"]["card"]), tuple(raw["mix"]["ask"]))


def said(found: Sequence[Finding], unit: Sequence[str]) -> str:
    """The strongest thing the rules say of a piece; "denied" where all they saw was a short plain denial."""
    strongest = max((finding.says for finding in found), key=RANK.index, default="none")
    plain = found and all(finding.why == "denied" for finding in found) and not _TURN.search(" ".join(unit))
    return "denied" if plain and sum(len(sentence.split()) for sentence in unit) <= SHORT else strongest


def looks(heard: Heard) -> tuple[float, ...]:
    """The six numbers that a mix weighs."""
    meaning = heard.meaning or (0.0, 0.0)
    return (*heard.words, *meaning, float(heard.rule in RANK[1:]), float(heard.rule == "card"))


def mixed(heard: Heard, limit: Limits) -> tuple[Pair, Thresholds]:
    """The two votes of a piece and the thresholds that fit them."""
    if heard.meaning is None:
        return heard.words, limit.alone
    seen = (*looks(heard), 1.0)
    card, anything = (sum(a * b for a, b in zip(mix, seen, strict=True)) for mix in (limit.card, limit.ask))
    return (card, anything), limit.together


def verdict(heard: Heard, limit: Limits, *, whole: bool = True) -> str:
    """The answer for one piece."""
    (card, anything), at = mixed(heard, limit)
    apart = (DENIED if heard.rule == "denied" else 0.0) + (0.0 if whole else at.apart)
    if card - apart >= at.card or (heard.rule == "card" and card >= at.keep_card):
        return "card"
    if anything - apart >= at.ask or (heard.rule in RANK[1:] and anything >= at.keep_ask):
        return "ask"
    return "none"


def answer(pieces: Sequence[Heard], limit: Limits) -> str:
    """The strongest answer of all pieces; the first is the whole message."""
    return max(
        (verdict(heard, limit, whole=number == 0) for number, heard in enumerate(pieces)),
        key=RANK.index,
        default="none",
    )
