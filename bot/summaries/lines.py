"""The person's own lines of a conversation, each with the question it answered and how often that was asked. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.coaching.controls import read_control


class Uttered(Protocol):
    """One thing said by either side; `step` is set where a question was asked."""

    @property
    def id(self) -> int: ...
    @property
    def by_person(self) -> bool: ...
    @property
    def text(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def step(self) -> str: ...


@dataclass(frozen=True)
class Line:
    """What the person said once. `tries` counts their answers at this question so far, this one included.

    A command such as "skip" is no answer: it has no question.
    """

    id: int
    text: str
    at: datetime
    step: str
    tries: int


def lines_of(uttered: Iterable[Uttered]) -> tuple[Line, ...]:
    """The person's lines, oldest first."""
    found: list[Line] = []
    step, answered, tries = "", "", 0
    for one in uttered:
        if not one.by_person:
            step = one.step or step
        elif one.text:
            answers = read_control(one.text) is None
            if answers:
                tries = tries + 1 if step and step == answered else 1
                answered = step
            found.append(Line(one.id, one.text, one.at, step if answers else "", tries))
    return tuple(found)
