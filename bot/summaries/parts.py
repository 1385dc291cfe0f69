"""The values of the one page about a person: sentences with what leads each to its source, part by part. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Optional


@dataclass(frozen=True)
class Sentence:
    """Words of the person's, or a number of theirs, since when they read so. `steps` are the ends of the questions that
    may have brought them, any of their dialogue where none is named.

    The answer to one of those `alone` is the source whatever its words, and one to those `timed` if it names a time.
    `parts` are what to look for where the whole was not said at once. Where `own` is off, the words are a fixed label.
    """

    key: str
    words: str
    at: datetime
    steps: tuple[str, ...] = ()
    label: str = ""
    alone: tuple[str, ...] = ()
    timed: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    own: bool = True


@dataclass(frozen=True)
class CheckInPart:
    """One check-in: how it went by the person's own choice, their words, and their number of how near it feels."""

    at: datetime
    outcome: Sentence
    words: Optional[Sentence] = None
    progress: Optional[Sentence] = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return filled((self.outcome, self.words, self.progress))


@dataclass(frozen=True)
class GoalPart:
    """One goal with its first step, if-then plan and check-ins."""

    key: str
    title: Sentence
    status: str
    owner: str
    kind: str
    since: datetime
    step: Optional[Sentence] = None
    step_when: Optional[Sentence] = None
    step_on: Optional[date] = None
    if_cue: Optional[Sentence] = None
    then_act: Optional[Sentence] = None
    check_ins: tuple[CheckInPart, ...] = ()
    review: Optional[Sentence] = None
    review_on: Optional[date] = None

    @property
    def plan(self) -> tuple[Sentence, ...]:
        """The first step with its time, and the if-then plan."""
        return filled((self.step, self.step_when, self.if_cue, self.then_act))

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All of it, in the order of the page."""
        looks = (part for check in self.check_ins for part in check.sentences)
        return (self.title, *self.plan, *filled((self.review,)), *looks)

    @property
    def step_day(self) -> Optional[date]:
        """The day of the step, where the words do not name it."""
        return _unnamed(self.step_on, self.step_when)

    @property
    def review_day(self) -> Optional[date]:
        """The day of the review, where the words do not name it."""
        return _unnamed(self.review_on, self.review)


@dataclass(frozen=True)
class HopePart:
    """One conversation about hope: their number, and what it became at the end where they said so."""

    at: datetime
    now: Optional[Sentence]
    afterwards: Optional[Sentence]
    memory: Optional[Sentence]
    note: Optional[Sentence]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return filled((self.now, self.afterwards, self.memory, self.note))


@dataclass(frozen=True)
class Event:
    """Something that came about: added, changed or checked_in, of a kind of item, and the words that name it."""

    at: datetime
    what: str
    kind: str
    title: str


@dataclass(frozen=True)
class PersonPage:
    """All that staff may see of a person's plan."""

    asks: tuple[Sentence, ...] = ()
    goals: tuple[GoalPart, ...] = ()
    other_goals: tuple[GoalPart, ...] = ()
    strengths: tuple[Sentence, ...] = ()
    evidence: tuple[Sentence, ...] = ()
    hope: tuple[HopePart, ...] = ()
    lines: tuple[Sentence, ...] = ()
    hard_times: tuple[Sentence, ...] = ()
    events: tuple[Event, ...] = field(default=())

    @property
    def review_on(self) -> Optional[date]:
        """The next day on which a goal is to be looked at again."""
        return min((goal.review_on for goal in self.goals if goal.review_on), default=None)

    @property
    def is_empty(self) -> bool:
        return not self.events

    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of the page, in its order."""
        return tuple(_sentences(self))


def filled(parts: Iterable[Optional[Sentence]]) -> tuple[Sentence, ...]:
    return tuple(part for part in parts if part is not None)


def day_in_words(on: Optional[date]) -> str:
    return f"{on:%A} {on.day} {on:%B}" if on else ""


def _unnamed(on: Optional[date], told: Optional[Sentence]) -> Optional[date]:
    return None if told and day_in_words(on).casefold() in told.words.casefold() else on


def _sentences(page: PersonPage) -> Iterator[Sentence]:
    yield from page.asks
    for goal in (*page.goals, *page.other_goals):
        yield from goal.sentences
    yield from (*page.strengths, *page.evidence)
    for hope in page.hope:
        yield from hope.sentences
    yield from (*page.lines, *page.hard_times)
