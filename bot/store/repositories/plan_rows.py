"""Reading the rows of a plan as values: every version of every item of a person, oldest first.

It must never leave out a version, nor mix two people's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, Optional, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.coaching.plan import (
    CheckIn,
    Evidence,
    Goal,
    GoalKind,
    HardTimes,
    Hope,
    IfThen,
    LineKind,
    Owner,
    OwnLine,
    Section,
    Status,
    Step,
    Strength,
)
from bot.store import tables

What = TypeVar("What")
GOAL_WORDS = (
    "vision", "towards", "importance", "importance_reason", "confidence", "short", "reason", "chosen", "in_my_hands",
    "where", "how_often", "how_known", "confidence_reason", "best_bit", "inner", "outer", "strength", "helper",
    "team_ask", "better", "hoped", "less", "review", "review_on",
)  # fmt: skip
HOPE_WORDS = ("now", "memory", "act", "note", "show_note", "hard", "picture", "bit", "i_can", "afterwards")
STRENGTH_WORDS = ("label", "way_in", "category", "fit", "time", "use")
CHECK_IN_WORDS = (
    "goal_id", "outcome", "step", "done", "helped", "barrier", "barrier_words", "repair", "progress", "confidence",
)  # fmt: skip


@dataclass(frozen=True)
class Agreed:
    """The confirmation that a version came with."""

    number: int
    note: str
    who: str
    at: datetime


@dataclass(frozen=True)
class Version(Generic[What]):
    """One item as it was agreed once. `id` is the number that the item keeps."""

    id: int
    what: What
    agreed: Agreed
    standing: bool = True


def latest(versions: Iterable[Version[What]]) -> tuple[tuple[int, What], ...]:
    """The items that stand, each as it was agreed last, in the order of their numbers."""
    newest = {version.id: version for version in versions}
    return tuple((number, newest[number].what) for number in sorted(newest) if newest[number].standing)


def as_they_read(versions: Iterable[Version[What]]) -> list[Version[What]]:
    """The items as they read now, each at the confirmation with which it came first."""
    found: dict[int, Version[What]] = {}
    for version in versions:
        first = found.get(version.id, version)
        found[version.id] = replace(version, agreed=first.agreed)
    return list(found.values())


def as_json(items: tuple[str, ...]) -> str:
    """A list of words for a text column; an empty list is an empty text."""
    return json.dumps(list(items), ensure_ascii=False) if items else ""


class PlanRows:
    """Every version of a person's items."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def strengths(self, person_id: str) -> list[Version[Strength]]:
        """Every version of every strength, each with all its evidence."""
        query = self._of(person_id, tables.StrengthVersion)
        evidence = self._evidence(person_id)
        return [
            Version(
                row.strength_id,
                Strength(**_named(row, STRENGTH_WORDS), evidence=tuple(evidence.get(row.strength_id, ()))),
                agreed,
                row.standing,
            )
            for row, agreed in self._rows(query)
        ]

    def goals(self, person_id: str) -> list[Version[Goal]]:
        """Every version of every goal."""
        goal, step, if_then = tables.GoalVersion, tables.Step, tables.IfThen
        query = (
            self._of(person_id, goal, step, if_then)
            .outerjoin(step, step.goal_version_id == goal.id)
            .outerjoin(if_then, if_then.goal_version_id == goal.id)
        )
        return [
            Version(row.goal_id, _goal(row, step_row, if_then_row), agreed)
            for row, step_row, if_then_row, agreed in self._rows(query)
        ]

    def hopes(self, person_id: str) -> list[Version[Hope]]:
        """Every conversation about hope; each is an item of its own."""
        hope, if_then = tables.Hope, tables.IfThen
        query = self._of(person_id, hope, if_then).outerjoin(if_then, if_then.hope_id == hope.id)
        return [Version(row.id, _hope(row, if_then_row), agreed) for row, if_then_row, agreed in self._rows(query)]

    def lines(self, person_id: str) -> list[Version[OwnLine]]:
        """Every version of every line of the person's own."""
        version, thread = tables.OwnLineVersion, tables.OwnLine
        query = self._of(person_id, version, thread).join(thread, thread.id == version.own_line_id)
        return [
            Version(row.own_line_id, OwnLine(LineKind(line.kind), row.what, row.more), agreed, row.standing)
            for row, line, agreed in self._rows(query)
        ]

    def hard_times(self, person_id: str) -> list[Version[HardTimes]]:
        """Every version of the plan for hard times."""
        version, line = tables.HardTimesVersion, tables.HardTimesLine
        found = self._rows(self._of(person_id, version))
        lines = select(line).where(line.hard_times_version_id.in_([row.id for row, _ in found])).order_by(line.id)
        sections: dict[int, dict[Section, str]] = {}
        for each in self._session.execute(lines).scalars() if found else ():
            sections.setdefault(each.hard_times_version_id, {})[Section(each.section)] = each.what
        return [
            Version(row.hard_times_id, HardTimes(sections.get(row.id, {}), row.show_in_card), agreed)
            for row, agreed in found
        ]

    def check_ins(self, person_id: str) -> list[Version[CheckIn]]:
        """Every check-in, each as it was said first and as it was put right."""
        return [
            Version(row.corrects or row.id, CheckIn(**_named(row, CHECK_IN_WORDS), words=row.in_words), agreed)
            for row, agreed in self._rows(self._of(person_id, tables.CheckIn))
        ]

    def moments(self, person_id: str) -> list[Version[Evidence]]:
        """Every moment that showed a strength, each as it was said first and as it was put right."""
        return [
            Version(row.corrects or row.id, Evidence(row.what, row.source), agreed)
            for row, agreed in self._rows(self._of(person_id, tables.Evidence))
        ]

    def agreed(self, person_id: str) -> list[Agreed]:
        """Every confirmation of this person's, oldest first."""
        row = tables.PlanVersion
        query = select(row).where(row.person_id == person_id).order_by(row.number)
        return [_agreed(found) for found in self._session.execute(query).scalars()]

    def _of(self, person_id: str, what: Any, *more: Any) -> Any:
        agreed = tables.PlanVersion
        return (
            select(what, *more, agreed)
            .join(agreed, agreed.id == what.plan_version_id)
            .where(agreed.person_id == person_id)
            .order_by(what.id)
        )

    def _rows(self, query: Any) -> list[tuple[Any, ...]]:
        return [(*row[:-1], _agreed(row[-1])) for row in self._session.execute(query)]

    def _evidence(self, person_id: str) -> dict[int, list[Evidence]]:
        rows = [row for row, _ in self._rows(self._of(person_id, tables.Evidence))]
        return {strength: list(found.values()) for strength, found in standing_evidence(rows).items()}


def standing_evidence(rows: Iterable[tables.Evidence]) -> dict[int, dict[int, Evidence]]:
    """Of each strength the moments as they read now, by the number of each; an empty one was taken out."""
    found: dict[int, dict[int, Evidence]] = {}
    for row in rows:
        found.setdefault(row.strength_id, {})[row.corrects or row.id] = Evidence(row.what, row.source)
    return {
        strength: {number: moment for number, moment in moments.items() if moment.what}
        for strength, moments in found.items()
    }


def _agreed(row: tables.PlanVersion) -> Agreed:
    return Agreed(row.number, row.note, row.who, row.confirmed_at)


def _named(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _list(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text)) if text else ()


def _goal(row: tables.GoalVersion, step: Optional[tables.Step], if_then: Optional[tables.IfThen]) -> Goal:
    return Goal(
        **_named(row, GOAL_WORDS),
        status=Status(row.status),
        owner=Owner(row.owner),
        kind=GoalKind(row.kind),
        tags=_list(row.tags),
        options=_list(row.options),
        step=None if step is None else Step(step.what, step.moment, step.place, step.with_whom, step.day),
        if_then=_if_then(if_then),
    )


def _hope(row: tables.Hope, if_then: Optional[tables.IfThen]) -> Hope:
    return Hope(**_named(row, HOPE_WORDS), kit=_list(row.kit), ways=_list(row.ways), if_then=_if_then(if_then))


def _if_then(row: Optional[tables.IfThen]) -> Optional[IfThen]:
    return None if row is None else IfThen(row.cue, row.act)
