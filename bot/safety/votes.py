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
LONG, MANY, FEW = 25, 2, 4  # words of a long piece, sentences of a plain one, words below which one is short
WHOLE, BESIDE, ALONE = "whole", "beside", "alone"  # a whole message, a piece beside a whole that was read, or without
FIRM = frozenset(
    {"overdose", "child", "eating", "harm_others", "unsafe", "substance", "stockpile"}
)  # families, and a rule for means, that no vote silences however often they are wrong
_TURN = re.compile(r"\b(?:but|wish|just|only|though|except|lied|if)\b")
Pair = tuple[float, float]  # for a card, and for anything at all


@dataclass(frozen=True)
class Thresholds:
    """`card`, `ask`: the score alone. `keep_card`, `keep_ask`: a rule spoke, and the score does not object.

    `apart` is what a piece of a longer message needs on top, and `ask_apart` what it needs for a question where the
    whole was read as well, which knows what the piece was said of. `denied` is what a short plain denial needs. From
    `soften` on a rule's card that does not stand becomes a question.
    """

    card: float
    ask: float
    keep_card: float
    keep_ask: float
    apart: float
    ask_apart: float
    denied: float
    soften: float


@dataclass(frozen=True)
class Limits:
    """Thresholds and how words and meaning are mixed.

    `alone` is for the words where no encoder is there, `unread` for them in a piece whose meaning was not read, and
    `together` for both. `firm` names the families and rules whose card no vote takes back: those where waiting may cost
    most, and those that were nearly always right on the written messages.

    A mix is what each number of `looks` counts; its last number stands alone.
    """

    alone: Thresholds
    unread: Thresholds
    together: Thresholds
    card: tuple[float, ...]
    ask: tuple[float, ...]
    firm: frozenset[str] = FIRM


@dataclass(frozen=True)
class Heard:
    """What was heard of one piece: by the rules, in its words, as marks and, where that was read, in its meaning."""

    rule: str
    words: Pair
    marks: tuple[bool, ...] = (False,) * 8
    meaning: Optional[Pair] = None
    cards: frozenset[str] = frozenset()  # the rules and families that ask for a card


@lru_cache(maxsize=1)
def limits() -> Limits:
    return limits_of(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def limits_of(raw: Mapping[str, Any]) -> Limits:
    """Raises KeyError or TypeError for a file that lacks something."""
    alone, unread, together = (Thresholds(**raw[name]) for name in ("alone", "unread", "together"))
    firm = FIRM | frozenset(str(raw["firm"]).split())
    return Limits(alone, unread, together, tuple(raw["mix"]["card"]), tuple(raw["mix"]["ask"]), firm)


def said(found: Sequence[Finding], unit: Sequence[str]) -> str:
    """The strongest thing the rules say of a piece; "denied" where all they saw was a short plain denial."""
    strongest = max((finding.says for finding in found), key=RANK.index, default="none")
    plain = found and all(finding.why == "denied" for finding in found) and not _TURN.search(" ".join(unit))
    return "denied" if plain and sum(len(sentence.split()) for sentence in unit) <= SHORT else strongest


def cards(found: Sequence[Finding]) -> frozenset[str]:
    """The rules that ask for a card, and their families."""
    return frozenset(name for finding in found if finding.says == "card" for name in (finding.rule, finding.family))


def marks(found: Sequence[Finding], unit: Sequence[str], question: str) -> tuple[bool, ...]:
    """What else may change how far words and meaning are to be trusted: what took a rule back, length, an answer."""
    back = {finding.why for finding in found if finding.says == "none"}
    words = sum(len(sentence.split()) for sentence in unit)
    taken_back = bool(found) and all(finding.says == "none" for finding in found)
    kinds = ("denied" in back, "recovered" in back, "media" in back, taken_back)
    return (*kinds, words > LONG, len(unit) > MANY, bool(question), words < FEW)


def looks(heard: Heard) -> tuple[float, ...]:
    """The numbers that a mix weighs: the votes, an ask and a card by rule, the marks, and the meaning where it is long
    or an answer."""
    meaning = heard.meaning or (0.0, 0.0)
    rules = (float(heard.rule in RANK[1:]), float(heard.rule == "card"))
    of_these = [vote if mark else 0.0 for mark in (heard.marks[4], heard.marks[6]) for vote in meaning]
    return (*heard.words, *meaning, *rules, *map(float, heard.marks), *of_these)


def mixed(heard: Heard, limit: Limits) -> tuple[Pair, Thresholds]:
    """The two votes of a piece and the thresholds that fit them, beside pieces whose meaning was read."""
    if heard.meaning is None:
        return heard.words, limit.unread
    seen = (*looks(heard), 1.0)
    card, anything = (sum(a * b for a, b in zip(mix, seen, strict=True)) for mix in (limit.card, limit.ask))
    return (card, anything), limit.together


def verdict(heard: Heard, limit: Limits, place: str = WHOLE) -> str:
    """The answer for one piece of a message in which meaning was read."""
    votes, at = mixed(heard, limit)
    return _passes(heard, votes, at, limit.firm, place)


def place_of(number: int, pieces: Sequence[Heard]) -> str:
    """Where a piece stands. Where words vote alone they have read the whole, too."""
    if not number:
        return WHOLE
    return BESIDE if pieces[0].meaning or not any(heard.meaning for heard in pieces) else ALONE


def _passes(heard: Heard, votes: Pair, at: Thresholds, firm: frozenset[str], place: str) -> str:
    card, anything = votes
    denied = at.denied if heard.rule == "denied" else 0.0
    apart = 0.0 if place == WHOLE else at.apart
    alone = card - denied - apart >= at.card
    if not firm.isdisjoint(heard.cards) or alone or (heard.rule == "card" and card >= at.keep_card):
        return "card"
    kept = at.soften if heard.rule == "card" else at.keep_ask
    ask_apart = at.ask_apart if place == BESIDE else apart
    if anything - denied - ask_apart >= at.ask or (heard.rule in RANK[1:] and anything >= kept):
        return "ask"
    return "none"


def answer(pieces: Sequence[Heard], limit: Limits) -> str:
    """The strongest answer of all pieces; the first is the whole message."""
    places = [place_of(number, pieces) for number in range(len(pieces))]
    if any(heard.meaning for heard in pieces):
        says = (verdict(heard, limit, place) for heard, place in zip(pieces, places, strict=True))
    else:
        says = (
            _passes(heard, heard.words, limit.alone, limit.firm, place)
            for heard, place in zip(pieces, places, strict=True)
        )
    return max(says, key=RANK.index, default="none")
