"""A person's plan as a page shows it: what comes next first, every word theirs. Pure; today is passed in.

Nothing is counted, rated or praised. A part that is empty says what could stand there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bot.coaching.plan import (
    CheckIn,
    Goal,
    GoalKind,
    HardTimes,
    Hope,
    Item,
    Kind,
    LineKind,
    OwnLine,
    Section,
    Status,
    Step,
    Strength,
)
from bot.store.own_reading import OwnPlan
from bot.web.mine.chart import Chart, Point, chart
from bot.web.mine.titles import name_of

# What addresses call the kinds of item: no address, and no browser's history, says what a plan is about.
LETTERS = {Kind.STRENGTH: "a", Kind.GOAL: "b", Kind.HOPE: "c", Kind.LINE: "d", Kind.HARD_TIMES: "e"}
LOOK = "f"  # the same for a look at a goal
OPEN = (Status.ACTIVE, Status.DRAFT)
AROUND = (LineKind.PERSON, LineKind.GROUP, LineKind.PLACE)
KEEPS_WELL = (LineKind.STAY_WELL, LineKind.COPING, LineKind.GOES_WELL, LineKind.WENT_WELL)
TO_TALK_OVER = (LineKind.CHOICE, LineKind.CONCERN, LineKind.WISH)


@dataclass(frozen=True)
class Own:
    """An item with the number it keeps, whether the team may see it, and a mark by which a later change is noticed."""

    item: Item
    what: Strength | Goal | Hope | OwnLine | HardTimes
    shared: bool

    @property
    def anchor(self) -> str:
        return anchor(self.item)

    @property
    def letter(self) -> str:
        return LETTERS[self.item.kind]

    @property
    def mark(self) -> str:
        return mark(self.what)


@dataclass(frozen=True)
class OwnLook:
    """One look at a goal, the number by which it is put right, and its day."""

    number: int
    on: date
    what: CheckIn

    @property
    def anchor(self) -> str:
        return f"{LOOK}{self.number}"

    @property
    def mark(self) -> str:
        return mark(self.what)


@dataclass(frozen=True)
class OwnGoal:
    """A goal with what was looked at since, and the person's own numbers as lines."""

    own: Own
    goal: Goal
    looked: tuple[OwnLook, ...]
    near: Chart | None
    sure: Chart | None
    versions: int  # how often it was agreed
    changed_at: datetime | None

    @property
    def name(self) -> str:
        return name_of(self.goal)


@dataclass(frozen=True)
class Next:
    """The step that comes next, and when."""

    anchor: str  # of its goal
    what: str
    when: str
    on: date | None


@dataclass(frozen=True)
class PlanView:
    """All that the page shows."""

    next: Next | None
    strengths: tuple[Own, ...]
    besides: tuple[Own, ...]
    goals: tuple[OwnGoal, ...]
    resting: tuple[OwnGoal, ...]  # parked, done or changed
    team_goals: tuple[OwnGoal, ...]
    hope: Own | None
    around: tuple[Own, ...]
    keeps_well: tuple[Own, ...]
    to_talk_over: tuple[Own, ...]
    hard_times: Own | None
    shared: int
    all: int
    changed_on: date | None

    @property
    def is_empty(self) -> bool:
        return not self.all


def plan_view(own: OwnPlan, today: date) -> PlanView:
    """The page for a plan."""
    everything = [Own(item, what, item in own.shared) for item, what in own.plan.items]
    goals = [_goal(one, one.what, own) for one in everything if isinstance(one.what, Goal)]
    open_goals = [one for one in goals if one.goal.status in OPEN]
    return PlanView(
        next=_next(open_goals, today),
        strengths=_of(everything, Kind.STRENGTH),
        besides=_lines(everything, LineKind.ROLE),
        goals=tuple(one for one in open_goals if one.goal.kind is not GoalKind.TREATMENT),
        resting=tuple(one for one in goals if one.goal.status not in OPEN),
        team_goals=tuple(one for one in open_goals if one.goal.kind is GoalKind.TREATMENT),
        hope=next(iter(_of(everything, Kind.HOPE)), None),
        around=_lines(everything, *AROUND),
        keeps_well=_lines(everything, *KEEPS_WELL),
        to_talk_over=_lines(everything, *TO_TALK_OVER),
        hard_times=next(iter(_of(everything, Kind.HARD_TIMES)), None),
        shared=sum(one.shared for one in everything),
        all=len(everything),
        changed_on=own.changed_at.date() if own.changed_at else None,
    )


def anchor(item: Item) -> str:
    """Where an item stands on the page, and what the boxes of a form call it."""
    return f"{LETTERS[item.kind]}{item.id}"


def mark(what: object) -> str:
    """The same as long as an item reads the same."""
    return hashlib.sha256(repr(what).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def when_of(step: Step) -> str:
    """When, where and with whom a step is, in their words; what stands in one of them already is not said twice."""
    told = ""
    for words in (step.when, step.where, step.with_whom):
        if words and words.casefold() not in told.casefold():
            told = f"{told}, {words}" if told else words
    return told


def sections(hard_times: HardTimes) -> tuple[tuple[Section, str], ...]:
    """The parts of a plan for hard times that are filled in, in their order."""
    return tuple((section, hard_times.sections[section]) for section in Section if hard_times.sections.get(section))


def _next(goals: Iterable[OwnGoal], today: date) -> Next | None:
    steps = [
        Next(one.own.anchor, one.goal.step.what, one.goal.step.when, one.goal.step.on)
        for one in goals
        if one.goal.step and one.goal.step.what
    ]
    coming = sorted((step for step in steps if step.on and step.on >= today), key=lambda step: step.on or today)
    return next(iter([*coming, *(step for step in steps if not step.on), *steps]), None)


def _goal(own: Own, goal: Goal, plan: OwnPlan) -> OwnGoal:
    all_looks = (OwnLook(one.id, one.at.date(), one.check_in) for one in plan.looked)
    looked = tuple(look for look in all_looks if look.what.goal_id == own.item.id)
    near = [Point(one.on, one.what.progress, one.what.words) for one in looked if one.what.progress is not None]
    sure = [Point(one.at.date(), one.confidence, "") for one in plan.sure if one.goal_id == own.item.id]
    sure += [Point(one.on, one.what.confidence, one.what.words) for one in looked if one.what.confidence is not None]
    versions, changed_at = plan.versions.get(own.item.id, (1, None))
    lines = chart(near), chart(sorted(sure, key=lambda point: point.on))
    return OwnGoal(own, goal, looked, *lines, versions, changed_at)


def _of(everything: Iterable[Own], kind: Kind) -> tuple[Own, ...]:
    return tuple(one for one in everything if one.item.kind is kind)


def _lines(everything: Iterable[Own], *kinds: LineKind) -> tuple[Own, ...]:
    return tuple(one for one in everything if isinstance(one.what, OwnLine) and one.what.kind in kinds)
