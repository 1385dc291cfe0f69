"""What can be corrected of an item in its form: every word and every number of their own that is kept of it. Pure.

What people change most is always there, filled or not; all else stands below it, and only where something is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.coaching.plan import CheckIn, Goal, Hope, Strength
from bot.web.mine.titles import CHECK_IN_WORDS, GOAL_LISTS, GOAL_WORDS, HOPE_WORDS, OUTCOMES, OWNERS, UNDER_WAY

WORDS: Mapping[type, Mapping[str, str]] = {
    Strength: {"label": "What I call it", "use": "Where I could use it a little more"},
    Goal: GOAL_WORDS,
    Hope: HOPE_WORDS,
    CheckIn: {"step": "The step it was about", **CHECK_IN_WORDS},
}
LISTS: Mapping[type, Mapping[str, str]] = {
    Goal: {"options": "Other ways, one a line", "tags": "What it is about, one a line"},
    Hope: {"kit": "My hope kit, one thing a line", "ways": "Ways I know, one a line"},
}
NUMBERS: Mapping[type, Mapping[str, str]] = {
    Strength: {"fit": "How much it is like me"},
    Goal: {"importance": "How much it matters to me", "confidence": "How sure I am that I can"},
    Hope: {"now": "My hope that day", "afterwards": "My hope after we talked"},
    CheckIn: {"progress": "How near it felt", "confidence": "How sure I was of the next step"},
}
ALWAYS: Mapping[type, frozenset[str]] = {
    Strength: frozenset({"label", "use"}),
    Goal: frozenset({"importance_reason", "team_ask", "review"}),
    Hope: frozenset({"note", "memory", "act", "i_can", "kit"}),
    CheckIn: frozenset({"done", "words"}),
}


@dataclass(frozen=True)
class Box:
    """One field of a form: for words, or for a number from 0 to 10."""

    name: str
    label: str
    value: str
    rows: int = 1
    is_number: bool = False


def more_boxes(what: object) -> tuple[Box, ...]:
    """The boxes of a form beyond those that are always there."""
    return tuple(box for box in _boxes(what) if box.value and box.name not in ALWAYS.get(type(what), ()))


def _boxes(what: object) -> Iterator[Box]:
    kind = type(what)
    for name, label in WORDS.get(kind, {}).items():
        yield Box(name, label, getattr(what, name))
    for name, label in LISTS.get(kind, {}).items():
        yield Box(name, label, "\n".join(getattr(what, name)), len(getattr(what, name)))
    for name, label in NUMBERS.get(kind, {}).items():
        number = getattr(what, name)
        yield Box(name, label, "" if number is None else str(number), is_number=True)


def _choices(words: Mapping[Any, str]) -> tuple[tuple[str, str], ...]:
    return tuple((getattr(choice, "value", choice), said) for choice, said in words.items())


ASKS = {
    "more": more_boxes,
    "numbers": (("", "No number"), *((str(number), str(number)) for number in range(11))),
    "statuses": _choices(UNDER_WAY),
    "owners": _choices(OWNERS),
    "lists": _choices(GOAL_LISTS),
    "outcomes": _choices(OUTCOMES),
}
