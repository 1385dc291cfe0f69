"""Cross-validation of rules and score together: votes on unseen messages, and the thresholds from them.

Messages that are nearly the same stay in one fold. Nothing here reads a file that is also reported.
`python -m bot.safety.calibrate` writes thresholds.yml anew; that is a reviewed change, never part of a build.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from itertools import product
from multiprocessing import get_context
from operator import itemgetter
from typing import Any, Optional

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

from bot.encoder.layers import Array
from bot.safety.lexicon import lexicon
from bot.safety.meaning import with_meaning
from bot.safety.messages.lines import Message, alike, training
from bot.safety.train import Example, Trained, examples_of, lower_layers, train
from bot.safety.votes import (
    BESIDE,
    FILE,
    FIRM,
    RANK,
    WHOLE,
    Heard,
    Limits,
    Pair,
    Thresholds,
    looks,
    mixed,
    place_of,
    verdict,
)

FOLDS = 3
# What the thresholds aim at: shares of safe messages, of those written to be hard and of those like ordinary comments.
Aims = Mapping[str, tuple[float, float]]
AIMS: Aims = {"card": (0.0275, 0.01), "ask": (0.08, 0.04)}
# The words alone are what is left when something is broken: rather more false cards than a missed person.
AIMS_ALONE: Aims = {"card": (0.075, 0.05), "ask": (0.12, 0.1)}
AIMS_UNREAD: Aims = {"card": (0.05, 0.02), "ask": (0.1, 0.08)}
ORDINARY = ("S09", "S18", "S21")  # work stress, commands and small talk, everyday coaching; all others are near misses
APART = (0.5, 1.0, 1.5, 2.5)  # what a piece of a longer message needs on top
ASK_APART = (0.5, 1.5, 2.5, 3.5)  # the same for a question, beside a whole that was read
DENIED = (1.5, 2.5)  # what a short plain denial needs on top
KEEP_CARD = np.round(np.arange(-3.0, 6.1, 0.5), 2)  # a rule's card stands unless the score speaks against it
KEEP_ASK = np.round(np.arange(-4.0, 1.1, 0.5), 2)  # what an ask by rule needs: little
SOFTEN = 0.0  # a rule's card falls to silence only where the score holds that there is more likely nothing
GRID = np.round(np.arange(-4.0, 8.0, 0.1), 1)
OFF = 99.0
NO_LIMIT = Thresholds(OFF, OFF, OFF, OFF, 0.0, 0.0, 0.0, OFF)
SURE = 50.0
TRUSTED = 0.93  # share of right cards of a rule that no vote takes back
Numbers = np.ndarray[Any, np.dtype[Any]]
Pieces = tuple[Heard, ...]


def unseen(
    messages: Sequence[Message],
    examples: Sequence[Example],
    lower: Optional[Sequence[Array]],
    folds: Iterable[int] = range(FOLDS),
) -> dict[int, Pieces]:
    """What is heard of the messages in these folds by a score trained without them and their near-duplicates."""
    groups = alike([message.text for message in messages])
    parts = [part for number, part in enumerate(GroupKFold(FOLDS).split(examples, groups=groups)) if number in {*folds}]
    found: dict[int, Pieces] = {}
    with ProcessPoolExecutor(2, get_context("spawn"), _share, (examples, lower)) as both:
        for heard in both.map(_fold, parts):
            found.update(heard)
    return found


_shared: dict[str, Any] = {}  # what both processes of a cross-validation look at


def _share(examples: Sequence[Example], lower: Optional[Sequence[Array]]) -> None:
    _shared.update(examples=examples, lower=lower)


def _fold(part: tuple[Any, Any]) -> dict[int, Pieces]:
    known, held = part
    examples, lower = _shared["examples"], _shared["lower"]
    made = train([examples[index] for index in known], None if lower is None else [lower[index] for index in known])
    with threadpool_limits(1):  # for so few numbers, waking other cores costs more than it gives
        return {int(index): heard_of(examples[index], made) for index in held}


def heard_of(item: Example, made: Trained) -> Pieces:
    """What is heard of each piece of a message, as screening does it."""
    if item.answered != "none":
        return (Heard(item.answered, (SURE if item.answered == "card" else -SURE, SURE)),)
    heard = [Heard(piece.says, made.words.votes(piece.views), piece.marks, cards=piece.cards) for piece in item.pieces]
    if made.meaning is None:
        return tuple(heard)
    return tuple(with_meaning(heard, [piece.text for piece in item.pieces], made.meaning))


@dataclass(frozen=True)
class Table:
    """All pieces of all messages as columns, so that many thresholds can be tried at once. A piece is a row."""

    card: Numbers
    ask: Numbers
    rule_card: Numbers
    rule: Numbers
    firm: Numbers
    denial: Numbers  # 1 for a short plain denial
    part: Numbers  # 1 for a piece of a longer message
    beside: Numbers  # 1 for one whose whole was read as well
    starts: Numbers  # the first row of each message

    def cards(self, at: Thresholds) -> Numbers:
        """Which messages get a card."""
        alone = self.card - at.denied * self.denial - at.apart * self.part >= at.card
        return self._any(self.firm | alone | (self.rule_card & (self.card >= at.keep_card)))

    def asks(self, at: Thresholds) -> Numbers:
        """Which messages get a question, or would but for their card."""
        apart = np.where(self.beside, at.ask_apart, at.apart * self.part)
        alone = self.ask - at.denied * self.denial - apart >= at.ask
        kept = np.where(self.rule_card, at.soften, at.keep_ask)
        return self._any(alone | (self.rule & (self.ask >= kept)))

    def _any(self, rows: Numbers) -> Numbers:
        return np.logical_or.reduceat(rows, self.starts)


def table(unseen_pieces: Sequence[Pieces], limit: Limits) -> Table:
    """The pieces' votes as `limit` mixes them; without a mix, those of the words."""
    rows = [
        (_settled(heard, limit, place) if limit.card else heard.words, heard.rule, place)
        for own in unseen_pieces
        for heard, place in zip(own, (place_of(number, own) for number in range(len(own))), strict=True)
    ]
    counts = [len(own) for own in unseen_pieces]
    return Table(
        card=np.array([votes[0] for votes, _, _ in rows]),
        ask=np.array([votes[1] for votes, _, _ in rows]),
        rule_card=np.array([rule == "card" for _, rule, _ in rows]),
        rule=np.array([rule in RANK[1:] for _, rule, _ in rows]),
        firm=np.array([not limit.firm.isdisjoint(heard.cards) for own in unseen_pieces for heard in own]),
        denial=np.array([float(rule == "denied") for _, rule, _ in rows]),
        part=np.array([float(place != WHOLE) for _, _, place in rows]),
        beside=np.array([place == BESIDE for _, _, place in rows]),
        starts=np.cumsum([0, *counts[:-1]]),
    )


def _settled(heard: Heard, limit: Limits, place: str) -> Pair:
    """The mixed votes; where the meaning was not read, votes that no threshold changes, as the words answered."""
    if heard.meaning is not None:
        return mixed(heard, limit)[0]
    says = RANK.index(verdict(heard, limit, place))
    return (SURE if says == RANK.index("card") else -SURE), (SURE if says else -SURE)


def mix(labels: Sequence[str], unseen_pieces: Sequence[Pieces]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """How much each number of a piece counts for a card and for anything at all, from the whole of each message."""
    own = [(pieces[0], label) for pieces, label in zip(unseen_pieces, labels, strict=True) if pieces[0].meaning]
    seen = np.array([looks(heard) for heard, _ in own])
    found = []
    for wanted in ([label == "crisis" for _, label in own], [label != "safe" for _, label in own]):
        model = LogisticRegression(C=1.0, max_iter=1000).fit(seen, wanted)
        found.append(tuple(round(float(value), 3) for value in (*model.coef_[0], model.intercept_[0])))
    return found[0], found[1]


def choose(labels: Numbers, ordinary: Numbers, rows: Table, aims: Aims, soften: Optional[float]) -> Thresholds:
    """The thresholds that hear most while false cards and asks on safe messages keep within the aims.

    `soften` as in Thresholds; None keeps a rule's card as a question where an ask by rule is kept. Raises ValueError
    where no thresholds do: then the rules alone are too loud.
    """
    best: tuple[float, Thresholds] | None = None
    for apart, denied, keep in product(APART, DENIED, KEEP_CARD):
        start = Thresholds(0.0, OFF, float(keep), OFF, apart, 0.0, denied, OFF)
        at = _lowest(rows.cards, start, "card", labels, ordinary, aims)
        heard = float(rows.cards(at)[labels == "crisis"].mean()) if at else 0.0
        if at and (best is None or heard > best[0]):
            best = heard, at
    if best is None:
        raise ValueError("No threshold keeps false cards within the aim. Make the rules more careful first.")
    cards, card = rows.cards(best[1]), best[1]
    asked: list[tuple[float, Thresholds]] = []
    for keep, apart in product(KEEP_ASK, ASK_APART):
        start = replace(card, keep_ask=float(keep), ask_apart=apart, soften=float(keep) if soften is None else soften)
        at = _lowest(lambda limit: rows.asks(limit) & ~cards, start, "ask", labels, ordinary, aims)
        if at:
            asked.append((float((rows.asks(at) | cards)[labels == "crisis"].mean()), at))
    return max(asked, key=itemgetter(0))[1]


def _lowest(
    which: Callable[[Thresholds], Numbers],
    start: Thresholds,
    name: str,
    labels: Numbers,
    ordinary: Numbers,
    aims: Aims,
) -> Optional[Thresholds]:
    """The lowest threshold of this name with which safe messages, hard ones and ordinary ones, keep within the aims."""
    hard_aim, ordinary_aim = aims[name]
    safe = labels == "safe"

    def too_low(value: float) -> bool:
        found = which(replace(start, **{name: value}))
        return bool(found[safe & ~ordinary].mean() > hard_aim or found[safe & ordinary].mean() > ordinary_aim)

    low, high = 0, len(GRID)  # the higher the threshold, the fewer pass it
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if too_low(float(GRID[middle])) else (low, middle)
    return replace(start, **{name: float(GRID[low])}) if low < len(GRID) else None


def frozen(messages: Sequence[Message], unseen_pieces: Sequence[Pieces]) -> dict[str, Any]:
    """What stands in thresholds.yml, from cross-validated votes."""
    labels = np.array([message.label for message in messages])
    ordinary = np.array([_is_ordinary(message) for message in messages])
    words = [tuple(replace(heard, meaning=None) for heard in own) for own in unseen_pieces]
    trusted = trusted_rules([message.label for message in messages], unseen_pieces)
    firm = FIRM | frozenset(trusted)
    by_words = table(words, Limits(NO_LIMIT, NO_LIMIT, NO_LIMIT, (), (), firm))
    alone, unread = (choose(labels, ordinary, by_words, aims, None) for aims in (AIMS_ALONE, AIMS_UNREAD))
    card, ask = mix([message.label for message in messages], unseen_pieces)
    together = choose(
        labels, ordinary, table(unseen_pieces, Limits(alone, unread, NO_LIMIT, card, ask, firm)), AIMS, SOFTEN
    )
    at = {"alone": alone, "unread": unread, "together": together}
    thresholds = {name: asdict(one) for name, one in at.items()}
    return {**thresholds, "mix": {"card": [*card], "ask": [*ask]}, "firm": " ".join(trusted)}


def trusted_rules(labels: Sequence[str], pieces: Sequence[Pieces]) -> list[str]:
    """The rules whose card was right so often that no vote may take it back.

    Messages to be asked about count for neither side. One invented error and one invented hit are added, so that a rule
    of which little was seen is not trusted.
    """
    right, wrong = Counter[str](), Counter[str]()
    for label, own in zip(labels, pieces, strict=True):
        names = {name for heard in own for name in heard.cards}
        if label != "check":
            (right if label == "crisis" else wrong).update(names)
    rules = {rule.id for rule in lexicon().rules}
    return sorted(name for name in rules if (right[name] + 1) / (right[name] + wrong[name] + 2) >= TRUSTED)


def _is_ordinary(message: Message) -> bool:
    return message.functionality.startswith(ORDINARY)


def main() -> None:
    """Writes thresholds.yml anew. Raises RuntimeError without a sentence encoder."""
    messages = training()
    examples = examples_of(messages)
    lower = lower_layers(examples)
    if lower is None:
        raise RuntimeError("Thresholds are set with both halves of the score. Install requirements.lock again.")
    found = unseen(messages, examples, lower)
    raw = frozen(messages, [found[index] for index in range(len(messages))])
    FILE.write_text(
        "# Set by cross-validation on the written messages: python -m bot.safety.calibrate\n"
        + yaml.safe_dump(raw, sort_keys=False, default_flow_style=None, width=1_000),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
