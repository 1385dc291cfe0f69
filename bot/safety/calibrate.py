"""Cross-validation of rules and score together: votes on unseen messages, and the thresholds from them.

Messages that are nearly the same stay in one fold. Nothing here reads a file that is also reported.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace

import numpy as np
from sklearn.model_selection import GroupKFold

from bot.safety.messages.lines import Message, alike
from bot.safety.train import Example, Views, fit
from bot.safety.votes import FILE, RANK, Thresholds, verdict

FOLDS = 5
# What the thresholds aim at on safe written messages, which are harder than the ones people send.
FALSE_CARDS, ASKS = 0.0275, 0.06
APART = 1.0  # what a piece of a longer message needs on top
KEEP_ASK = 1.0  # how much less an ask needs where a rule spoke
KEEP_CARD = 0.5  # a rule stands unless the score speaks plainly against it
GRID = np.round(np.arange(-0.5, 6.0, 0.1), 1)
OFF = 99.0
SURE = 50.0
Votes = tuple[tuple[str, float, float], ...]  # for each piece: what the rules say, the two votes


def unseen_votes(messages: Sequence[Message], examples: Sequence[Example]) -> list[Votes]:
    """The votes on every message by weights that were trained without it and its near-duplicates."""
    groups = alike([message.text for message in messages])
    found: list[Votes] = [()] * len(examples)
    for known, held in GroupKFold(FOLDS).split(examples, groups=groups):
        made = fit([examples[index] for index in known])
        for index in held:
            found[index] = votes(examples[index], made.votes)
    return found


def votes(item: Example, vote: Callable[[Views], tuple[float, float]]) -> Votes:
    if item.answered != "none":
        return ((item.answered, SURE if item.answered == "card" else -SURE, SURE),)
    return tuple((piece.says, *vote(piece.views)) for piece in item.pieces)


def answer(pieces: Votes, limit: Thresholds) -> str:
    """The strongest answer of all pieces; the first is the whole message."""
    return max(
        (
            verdict(rule, (card, anything), limit, whole=number == 0)
            for number, (rule, card, anything) in enumerate(pieces)
        ),
        key=RANK.index,
    )


def choose(labels: Sequence[str], unseen: Sequence[Votes]) -> Thresholds:
    """The lowest thresholds that keep false cards and asks on safe messages within the aims.

    Raises ValueError where none do: then the rules alone are too loud.
    """
    safe = [pieces for label, pieces in zip(labels, unseen, strict=True) if label == "safe"]
    cards = (Thresholds(float(at), OFF, KEEP_CARD, OFF, APART) for at in GRID)
    card = next((limit for limit in cards if _share(safe, limit, "card") <= FALSE_CARDS), None)
    if card is None:
        raise ValueError("No threshold keeps false cards within the aim. Make the rules more careful first.")
    asks = (replace(card, ask=float(at), keep_ask=float(at) - KEEP_ASK) for at in GRID)
    return next(limit for limit in asks if _share(safe, limit, "ask") <= ASKS)


def _share(messages: Sequence[Votes], limit: Thresholds, *wanted: str) -> float:
    return sum(answer(pieces, limit) in wanted for pieces in messages) / len(messages)


def freeze(messages: Sequence[Message], examples: Sequence[Example]) -> None:
    """Writes thresholds.yml from cross-validated votes."""
    limit = choose([message.label for message in messages], unseen_votes(messages, examples))
    FILE.write_text(
        "# Set by cross-validation on the written messages: python -m bot.safety.train --thresholds\n"
        + "".join(f"{name}: {round(value, 2)}\n" for name, value in asdict(limit).items()),
        encoding="utf-8",
    )
