"""The person's own lines of a conversation, each with the question it answered and which try that was. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.coaching.controls import read_control
from bot.coaching.guides import JOURNEYS

PROBES = frozenset(
    f"utter_{guide.journey}_{step.stem}_{probe}"
    for guide in JOURNEYS.values()
    for step in guide.steps
    for probes in step.probes.values()
    for probe in probes
)
# Asked again because what was said was none of the choices; the same words may come twice.
ASKED_AGAIN = frozenset(
    {f"utter_{name}" for name in ("choice_again", "scale_again", "scale_which", "yes_or_no", "needed")}
)


class Uttered(Protocol):
    """One thing said by either side; `step` is set where a question was asked, in the `words` with this key.

    `support` is the layout of support that was shown.
    """

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
    @property
    def words(self) -> str: ...
    @property
    def support(self) -> str: ...


@dataclass(frozen=True)
class Line:
    """What the person said once. `tries` is one more than the probes that came before it at this question.

    A question that comes again after support or after something else that was asked is no probe. A command such as
    "skip" is no answer: it has no question.
    """

    id: int
    text: str
    at: datetime
    step: str
    tries: int


def lines_of(uttered: Iterable[Uttered]) -> tuple[Line, ...]:
    """The person's lines, oldest first."""
    found: list[Line] = []
    step, shown, probes = "", "", 0
    for one in uttered:
        if not one.by_person:
            if one.support or (one.step and one.step != step):
                probes = 0
            if (one.words in ASKED_AGAIN and one.step) or (one.words in PROBES and one.words != shown):
                probes += 1
            if one.step:
                step, shown = one.step, one.words
        elif one.text:
            answers = read_control(one.text) is None
            found.append(Line(one.id, one.text, one.at, step if answers else "", probes + 1))
    return tuple(found)
