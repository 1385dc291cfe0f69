"""The plan: every confirmed change adds a version and what came with it; nothing confirmed is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Optional

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.coaching.plan import Goal, Hope, IfThen, Plan, PlanItem, Step, Strength
from bot.store import tables
from bot.store.repositories.statements import new_row


@dataclass(frozen=True)
class NumberedPlan:
    """A plan as it stands, each item with the number that it keeps."""

    strengths: tuple[tuple[int, Strength], ...]
    goals: tuple[tuple[int, Goal], ...]
    hopes: tuple[tuple[int, Hope], ...]  # the current one, or none


class Plans:
    """Adding to a plan and reading it as it stands."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now

    def add(self, person_id: str, items: Sequence[PlanItem], note: str) -> int:
        """Keep what was just confirmed as a new version of the plan. Out: the version's number, from 1.

        A goal is a further goal; a hope becomes the current one. Commit together with the finished draft.
        """
        version_id, number = self._new_version(person_id, note)
        for item in items:
            if isinstance(item, Strength):
                self._add_strength(version_id, item)
            elif isinstance(item, Goal):
                self._add_goal(person_id, version_id, item)
            else:
                self._add_hope(version_id, item)
        return number

    def current(self, person_id: str) -> Plan:
        """All strengths and goals, oldest first, and the latest hope."""
        numbered = self.numbered(person_id)
        return Plan(
            strengths=tuple(strength for _, strength in numbered.strengths),
            goals=tuple(goal for _, goal in numbered.goals),
            hope=next((hope for _, hope in numbered.hopes), None),
        )

    def numbered(self, person_id: str) -> NumberedPlan:
        """The same with the number of each item."""
        return NumberedPlan(self._strengths(person_id), self._goals(person_id), self._hopes(person_id))

    def _new_version(self, person_id: str, note: str) -> tuple[int, int]:
        version = tables.PlanVersion
        # Changes of one plan wait for each other: on SQLite the insert is the first write and takes the lock.
        self._session.execute(select(tables.Person.id).where(tables.Person.id == person_id).with_for_update())
        following = (
            select(func.coalesce(func.max(version.number), 0) + 1)
            .where(version.person_id == person_id)
            .scalar_subquery()
        )
        version_id = new_row(
            self._session, version, person_id=person_id, number=following, note=note, confirmed_at=self._now()
        )
        number = self._session.execute(select(version.number).where(version.id == version_id)).scalar_one()
        return version_id, int(number)

    def _add_strength(self, version_id: int, strength: Strength) -> None:
        strength_id = new_row(
            self._session,
            tables.Strength,
            plan_version_id=version_id,
            label=strength.label,
            way_in=strength.way_in,
            category=strength.category,
            fit=strength.fit,
        )
        if strength.evidence:
            new_row(self._session, tables.Evidence, strength_id=strength_id, what=strength.evidence)

    def _add_goal(self, person_id: str, version_id: int, goal: Goal) -> None:
        goal_version_id = new_row(
            self._session,
            tables.GoalVersion,
            goal_id=new_row(self._session, tables.Goal, person_id=person_id),
            plan_version_id=version_id,
            number=1,
            vision=goal.vision,
            towards=goal.towards,
            importance=goal.importance,
            importance_reason=goal.importance_reason,
            confidence=goal.confidence,
        )
        if goal.step is not None:
            new_row(
                self._session,
                tables.Step,
                goal_version_id=goal_version_id,
                what=goal.step.what,
                moment=goal.step.when,
            )
        if goal.if_then is not None:
            self._add_if_then(goal.if_then, goal_version_id=goal_version_id)

    def _add_hope(self, version_id: int, hope: Hope) -> None:
        hope_id = new_row(
            self._session,
            tables.Hope,
            plan_version_id=version_id,
            now=hope.now,
            memory=hope.memory,
            act=hope.act,
            note=hope.note,
            show_note=hope.show_note,
        )
        if hope.if_then is not None:
            self._add_if_then(hope.if_then, hope_id=hope_id)

    def _add_if_then(self, if_then: IfThen, **owner: int) -> None:
        new_row(self._session, tables.IfThen, cue=if_then.cue, act=if_then.act, **owner)

    def _strengths(self, person_id: str) -> tuple[tuple[int, Strength], ...]:
        strength, evidence, version = tables.Strength, tables.Evidence, tables.PlanVersion
        query = (
            select(strength.id, strength.label, evidence.what, strength.way_in, strength.category, strength.fit)
            .join(version, version.id == strength.plan_version_id)
            .outerjoin(evidence, evidence.strength_id == strength.id)
            .where(version.person_id == person_id)
            .order_by(strength.id, evidence.id)
        )
        return tuple(
            (number, Strength(label, moment or "", way_in, category, fit))
            for number, label, moment, way_in, category, fit in self._session.execute(query)
        )

    def _goals(self, person_id: str) -> tuple[tuple[int, Goal], ...]:
        goal, version, step, if_then = tables.Goal, tables.GoalVersion, tables.Step, tables.IfThen
        newest = select(func.max(version.number)).where(version.goal_id == goal.id)
        latest = newest.correlate(goal).scalar_subquery()
        query = (
            select(version, step, if_then)
            .select_from(goal)
            .join(version, version.goal_id == goal.id)
            .outerjoin(step, step.goal_version_id == version.id)
            .outerjoin(if_then, if_then.goal_version_id == version.id)
            .where(goal.person_id == person_id, version.number == latest)
            .order_by(goal.id)
        )
        return tuple((row.goal_id, _goal(row, step, if_then)) for row, step, if_then in self._session.execute(query))

    def _hopes(self, person_id: str) -> tuple[tuple[int, Hope], ...]:
        hope, version, if_then = tables.Hope, tables.PlanVersion, tables.IfThen
        query = (
            select(hope, if_then)
            .join(version, version.id == hope.plan_version_id)
            .outerjoin(if_then, if_then.hope_id == hope.id)
            .where(version.person_id == person_id)
            .order_by(hope.id.desc())
            .limit(1)
        )
        return tuple((row.id, _hope(row, if_then_row)) for row, if_then_row in self._session.execute(query))


def _goal(row: tables.GoalVersion, step: Optional[tables.Step], if_then: Optional[tables.IfThen]) -> Goal:
    return Goal(
        vision=row.vision,
        towards=row.towards,
        importance=row.importance,
        importance_reason=row.importance_reason,
        confidence=row.confidence,
        step=None if step is None else Step(step.what, step.moment),
        if_then=_if_then(if_then),
    )


def _hope(row: tables.Hope, if_then: Optional[tables.IfThen]) -> Hope:
    return Hope(
        now=row.now,
        memory=row.memory,
        act=row.act,
        if_then=_if_then(if_then),
        note=row.note,
        show_note=row.show_note,
    )


def _if_then(row: Optional[tables.IfThen]) -> Optional[IfThen]:
    return None if row is None else IfThen(row.cue, row.act)
