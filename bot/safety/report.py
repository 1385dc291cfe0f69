"""`make safety-report`: how well cues are heard on the written messages, on fresh ones, and on an outside file.

What was trained on is reported out of fold. Lines are named by id and never printed.
"""

from __future__ import annotations

import hashlib
import math
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.safety.calibrate import FOLDS, unseen
from bot.safety.cues import meaning_available, score_available, screen
from bot.safety.messages.lines import LABELS, Message, alike, fresh, read, training
from bot.safety.train import examples_of, lower_layers, version
from bot.safety.votes import answer, limits

TRUST = 1.96  # two-sided 95%


@dataclass(frozen=True)
class Outcome:
    """What one message got."""

    message: Message
    response: str


@dataclass(frozen=True)
class Share:
    """How many of some messages got a card, and how many a question."""

    messages: int
    cards: int
    asks: int

    def line(self) -> str:
        low, high = interval(self.cards + self.asks, self.messages)
        low_card, high_card = interval(self.cards, self.messages)
        return (
            f"n={self.messages:5d}  card {self.cards / self.messages:6.1%} [{low_card:.1%}, {high_card:.1%}]"
            f"  card or ask {(self.cards + self.asks) / self.messages:6.1%} [{low:.1%}, {high:.1%}]"
        )


def interval(count: int, of: int) -> tuple[float, float]:
    """Wilson's interval for a share."""
    if not of:
        return 0.0, 1.0
    share, denominator = count / of, 1 + TRUST**2 / of
    centre = share + TRUST**2 / (2 * of)
    spread = TRUST * math.sqrt(share * (1 - share) / of + TRUST**2 / (4 * of * of))
    return (centre - spread) / denominator, (centre + spread) / denominator


def share(outcomes: Iterable[Outcome]) -> Share:
    responses = [outcome.response for outcome in outcomes]
    return Share(len(responses), responses.count("card"), responses.count("ask"))


def out_of_fold(messages: Sequence[Message], folds: Iterable[int] = range(FOLDS)) -> list[Outcome]:
    """What the messages in these folds get from a score that never saw them or their near-duplicates."""
    examples = examples_of(messages)
    found = unseen(messages, examples, lower_layers(examples), folds)
    return [Outcome(messages[index], answer(pieces, limits())) for index, pieces in sorted(found.items())]


def screened(messages: Sequence[Message]) -> list[Outcome]:
    """What each message gets from the detector as it runs."""
    return [Outcome(message, screen(message.text, message.context).response) for message in messages]


def table(title: str, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The lines of one set: by label, by functionality, and the ids that were missed."""
    yield f"## {title}"
    for label in LABELS:
        own = [outcome for outcome in outcomes if outcome.message.label == label]
        if own:
            yield f"  {label:7s} {share(own).line()}"
    groups: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.message.label, outcome.message.functionality].append(outcome)
    for (label, name), own in sorted(groups.items()):
        yield f"    {label:7s} {name:36s} {share(own).line()}"


def counted(messages: Sequence[Message]) -> Iterator[str]:
    """How many messages were written, in all and for each functionality, and how many once near-duplicates are one."""
    groups = alike([message.text for message in messages])
    yield f"{len(messages)} messages written, {len(set(groups))} once near-duplicates count once"
    distinct: dict[str, set[int]] = defaultdict(set)
    for message, group in zip(messages, groups, strict=True):
        distinct[message.functionality].add(group)
    for name, own in sorted(distinct.items()):
        yield f"    {name:36s} {len(own):5d}"


def failing(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The ids of messages that went wrong, never their words."""
    missed = [o.message.id for o in outcomes if o.message.label == "crisis" and o.response == "none"]
    loud = [o.message.id for o in outcomes if o.message.label == "safe" and o.response == "card"]
    yield f"  missed: {' '.join(missed) or 'none'}"
    yield f"  false cards: {' '.join(loud) or 'none'}"


def speed(messages: Sequence[Message]) -> str:
    """Milliseconds a message on this machine: the middle and the slowest twentieth."""
    spent = []
    for message in messages:
        started = time.perf_counter()
        screen(message.text, message.context)
        spent.append((time.perf_counter() - started) * 1000)
    spent.sort()
    return f"ms a message: median {spent[len(spent) // 2]:.2f}, p95 {spent[int(0.95 * len(spent))]:.2f}"


def halves() -> str:
    """What there is of the second vote on this machine."""
    if meaning_available():
        return "words and meaning"
    return "words alone" if score_available() else "ABSENT: run make train"


def main(arguments: Sequence[str]) -> None:
    messages = training()
    print(f"Cue detection {version()}; trained score: {halves()}")
    print("\n".join(counted(messages)))
    known = out_of_fold(messages)
    written = [outcome for outcome in known if outcome.message.id.startswith("functional")]
    rest = [outcome for outcome in known if not outcome.message.id.startswith("functional")]
    for title, outcomes in (("training lines, out of fold", rest), ("functional.jsonl, out of fold", written)):
        print("\n".join([*table(title, outcomes), *failing(outcomes)]))
    print("\n".join([*table("fresh.jsonl, by eyes that saw none of it", screened(fresh()))]))
    for path in map(Path, arguments):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        print(f"sha256 {digest}")
        print("\n".join(table(f"{path.name} (outside the project)", screened(tuple(read(path))))))
    print(speed(messages[:2000]))


if __name__ == "__main__":
    main(sys.argv[1:])
