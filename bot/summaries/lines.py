"""The person's own lines of a conversation, each with the question it answered, and the dialogues agreed to. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Optional, Protocol

from bot.coaching.confirming import Confirmed, read_confirmation
from bot.coaching.controls import read_control
from bot.coaching.guides import CONSENT, JOURNEYS

PROBES = frozenset(
    guide.key(step, probe)
    for guide in JOURNEYS.values()
    for step in guide.steps
    for probes in step.probes.values()
    for probe in probes
)
# Asked again because what was said was none of the choices; the same words may come twice.
ASKED_AGAIN = frozenset(
    {f"utter_{name}" for name in ("choice_again", "scale_again", "scale_which", "yes_or_no", "needed")}
)
READ_BACK = "read_back"  # the question at which what was understood is agreed to


BROUGHT_BY_A_CUE = frozenset({"card", "ask"})  # layouts of support


class Uttered(Protocol):
    """One thing said by either side; `step` is set where a question was asked, in the `words` with this key.

    `support` is the layout of support that was shown, `offered` are the answers that could be picked.
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
    @property
    def offered(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Line:
    """What the person said once. `tries` is one more than the probes that came before it at this question.

    A question that comes again after support or after something else that was asked is no probe. A command such as
    "skip" is no answer: it has no question. `offered` are the answers that could be picked by their number.
    """

    id: int
    text: str
    at: datetime
    step: str
    tries: int
    offered: tuple[str, ...] = ()
    brought_support: bool = False

    @property
    def journey(self) -> str:
        """The dialogue whose question it answered; empty where that was none."""
        journey = self.step.partition(".")[0]
        return journey if journey in JOURNEYS else ""

    @property
    def question(self) -> str:
        """That question's name within its dialogue."""
        return self.step.partition(".")[2].split(":")[0]

    @property
    def agrees(self) -> bool:
        """Does it say yes to what was read back?"""
        return self.question == READ_BACK and isinstance(read_confirmation(self.text), Confirmed)


@dataclass(frozen=True)
class Talk:
    """All that was said in one dialogue up to the line that agreed to it, oldest first.

    What was said just before its first question may have been the wish that began it.
    """

    lines: tuple[Line, ...]
    wish: Optional[Line]
    agreed: Line


def talks_in(lines: Iterable[Line]) -> tuple[Talk, ...]:
    """The dialogues that were agreed to. One that was left and taken up again is one, whatever came between."""
    under_way: dict[str, list[Line]] = {}
    wishes: dict[str, Optional[Line]] = {}
    found: list[Talk] = []
    wish: Optional[Line] = None
    latest = ""
    for line in lines:
        journey = line.journey or ("" if line.step else latest)  # a command, such as "change 2 to swim"
        if line.agrees:
            found.append(Talk(tuple(under_way.pop(journey, ())), wishes.pop(journey, None), line))
        elif journey and (journey in under_way or line.question not in ("", READ_BACK)):
            wishes.setdefault(journey, wish)
            under_way.setdefault(journey, []).append(line)
        if line.step.partition(".")[0] != CONSENT.journey:
            wish = line if not line.agrees and journey not in under_way else None
        latest = journey
    return tuple(found)


def lines_of(uttered: Iterable[Uttered]) -> tuple[Line, ...]:
    """The person's lines, oldest first."""
    found: list[Line] = []
    step, shown, probes = "", "", 0
    offered: tuple[str, ...] = ()
    for one in uttered:
        if not one.by_person:
            if one.support or (one.step and one.step != step):
                probes = 0
            if (one.words in ASKED_AGAIN and one.step) or (one.words in PROBES and one.words != shown):
                probes += 1
            if one.step:
                step, shown, offered = one.step, one.words, one.offered
            if one.support in BROUGHT_BY_A_CUE and found:
                found[-1] = replace(found[-1], brought_support=True)
        elif one.text:
            answers = read_control(one.text) is None
            found.append(Line(one.id, one.text, one.at, step if answers else "", probes + 1, offered))
    return tuple(found)
