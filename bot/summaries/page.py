"""The one page about a person: their own words in the order staff review them, each with a key to its source. Pure.

No word here describes the person: what is not theirs is a fixed label. Numbers are their own, without a remark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Optional

from bot.coaching.plan import CheckIn, Goal, HardTimes, Hope, Kind, LineKind, OwnLine, Section, Status, Strength
from bot.summaries.shared import Agreed, Checked, Shared

ASKED_IN_HARD_TIMES = (Section.TEAM_KNOWS, Section.TEAM_DOES, Section.TEAM_DOES_NOT)


@dataclass(frozen=True)
class Sentence:
    """Words of the person's, or a number of theirs. `steps` are ends of the questions that may have brought it."""

    key: str
    words: str
    at: datetime
    steps: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True)
class CheckInPart:
    """One check-in: how it went by the person's own choice, their words, and their number of how near it feels."""

    at: datetime
    outcome: str
    words: Optional[Sentence] = None
    progress: Optional[int] = None


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
    step_when: str = ""
    step_on: Optional[date] = None
    if_cue: Optional[Sentence] = None
    then_act: Optional[Sentence] = None
    check_ins: tuple[CheckInPart, ...] = ()
    review_on: Optional[date] = None

    @property
    def points(self) -> tuple[CheckInPart, ...]:
        """The check-ins with a number."""
        return tuple(check for check in self.check_ins if check.progress is not None)


@dataclass(frozen=True)
class HopePart:
    """One conversation about hope: their number, and what it became at the end where they said so."""

    at: datetime
    now: Optional[Sentence]
    afterwards: Optional[Sentence]
    memory: Optional[Sentence]
    note: Optional[Sentence]


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


def page_of(shared: Shared) -> PersonPage:
    """The page from what a person shares."""
    goals = tuple(_goal(own, goal, shared.check_ins) for own, goal in shared.goals())
    in_hard_times = tuple(part for own, plan in shared.hard_times() for part in _hard_times(own, plan))
    asked = {f"hard_times:{section.value}" for section in ASKED_IN_HARD_TIMES}
    active = {Status.ACTIVE.value}
    return PersonPage(
        asks=(
            *_filled(_goal_ask(own, goal) for own, goal in shared.goals() if goal.status is Status.ACTIVE),
            *(_line(own, line) for own, line in shared.lines() if line.kind is LineKind.CHOICE),
            *(part for part in in_hard_times if part.label in asked),
        ),
        goals=tuple(goal for goal in goals if goal.status in active),
        other_goals=tuple(goal for goal in goals if goal.status not in {*active, Status.DRAFT.value}),
        strengths=_filled(_strength(own, strength) for own, strength in shared.strengths()),
        evidence=tuple(part for own, strength in shared.strengths() for part in _evidence(own, strength)),
        hope=tuple(_hope(own, hope) for own, hope in shared.hopes()),
        lines=tuple(_line(own, line) for own, line in shared.lines() if line.kind is not LineKind.CHOICE),
        hard_times=tuple(part for part in in_hard_times if part.label not in asked),
        events=_events(shared),
    )


def _goal(own: Agreed, goal: Goal, check_ins: tuple[Checked, ...]) -> GoalPart:
    key = f"goal:{own.item.id}"
    if_then = goal.if_then
    return GoalPart(
        key=key,
        title=Sentence(f"{key}:title", goal.title, own.at, ("picture", "towards", "options", "chosen", "short")),
        status=goal.status.value,
        owner=goal.owner.value,
        kind=goal.kind.value,
        since=own.first_at,
        step=_said(f"{key}:step", goal.step.what if goal.step else "", own.at, "step", "smaller"),
        step_when=goal.step.when if goal.step else "",
        step_on=goal.step.on if goal.step else None,
        if_cue=_said(f"{key}:if", if_then.cue if if_then else "", own.at, "obstacle", "cue", "if"),
        then_act=_said(f"{key}:then", if_then.act if if_then else "", own.at, "act", "then"),
        check_ins=tuple(_check_in(check) for check in check_ins if check.what.goal_id == own.item.id),
        review_on=goal.review_on,
    )


def _goal_ask(own: Agreed, goal: Goal) -> Optional[Sentence]:
    return _said(f"goal:{own.item.id}:ask", goal.team_ask, own.at, "team_ask", "ask", "team")


def _check_in(check: Checked) -> CheckInPart:
    words = _said(f"check_in:{check.id}", _check_in_words(check.what), check.at, "words", "done", "helped", "barrier")
    return CheckInPart(check.at, check.what.outcome, words, check.what.progress)


def _check_in_words(check: CheckIn) -> str:
    return check.words or check.done or check.helped or check.barrier_words


def _strength(own: Agreed, strength: Strength) -> Optional[Sentence]:
    return _said(f"strength:{own.item.id}", strength.title, own.at, "reword", "name_own", "name", "story")


def _evidence(own: Agreed, strength: Strength) -> tuple[Sentence, ...]:
    key = f"strength:{own.item.id}:evidence"
    told = (_said(f"{key}:{number}", one.what, own.at, "story") for number, one in enumerate(strength.evidence))
    return tuple(part for part in _filled(told) if part.words != strength.title)


def _hope(own: Agreed, hope: Hope) -> HopePart:
    key = f"hope:{own.item.id}"
    return HopePart(
        at=own.at,
        now=_number(f"{key}:now", hope.now, own.at, "now"),
        afterwards=_number(f"{key}:afterwards", hope.afterwards, own.at, "after", "afterwards"),
        memory=_said(f"{key}:memory", hope.memory, own.at, "memory"),
        note=_said(f"{key}:note", hope.note, own.at, "note"),
    )


def _line(own: Agreed, line: OwnLine) -> Sentence:
    words = f"{line.what}: {line.more}" if line.more else line.what
    return Sentence(f"line:{own.item.id}", words, own.at, (), f"line:{line.kind.value}")


def _hard_times(own: Agreed, plan: HardTimes) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(
            f"hard_times:{own.item.id}:{section.value}", plan.sections[section], own.at, (section.value,),
            f"hard_times:{section.value}",
        )
        for section in Section
        if plan.sections.get(section)
    )  # fmt: skip


def _said(key: str, words: str, at: datetime, *steps: str) -> Optional[Sentence]:
    return Sentence(key, words, at, steps) if words else None


def _number(key: str, number: Optional[int], at: datetime, *steps: str) -> Optional[Sentence]:
    return None if number is None else Sentence(key, str(number), at, steps)


def _filled(parts: Iterator[Optional[Sentence]]) -> tuple[Sentence, ...]:
    return tuple(part for part in parts if part is not None)


def _events(shared: Shared) -> tuple[Event, ...]:
    titles = {own.item: _title(own) for own in shared.items}
    goals = {own.item.id: titles[own.item] for own in shared.items if own.item.kind is Kind.GOAL}
    found = [Event(own.first_at, "added", own.item.kind.value, titles[own.item]) for own in shared.items]
    found += [
        Event(own.at, "changed", own.item.kind.value, titles[own.item])
        for own in shared.items
        if own.at != own.first_at
    ]
    found += [Event(check.at, "checked_in", "goal", goals.get(check.what.goal_id, "")) for check in shared.check_ins]
    return tuple(sorted(found, key=lambda event: event.at, reverse=True))


def _title(own: Agreed) -> str:
    if isinstance(own.what, (Goal, Strength)):
        return own.what.title
    return own.what.what if isinstance(own.what, OwnLine) else ""


def _sentences(page: PersonPage) -> Iterator[Sentence]:
    yield from page.asks
    for goal in (*page.goals, *page.other_goals):
        yield goal.title
        yield from (part for part in (goal.step, goal.if_cue, goal.then_act) if part)
        yield from (check.words for check in goal.check_ins if check.words)
    yield from (*page.strengths, *page.evidence)
    for hope in page.hope:
        yield from (part for part in (hope.now, hope.afterwards, hope.memory, hope.note) if part)
    yield from (*page.lines, *page.hard_times)
