"""Writing the rows of one confirmed change. Every row is a new one; nothing is updated and nothing deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Optional, Union

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.coaching.changes import Corrected, MoreEvidence, Removed, Revised, Shared
from bot.coaching.plan import CheckIn, Evidence, Goal, HardTimes, Hope, IfThen, Item, Kind, OwnLine, PlanItem, Strength
from bot.store import tables
from bot.store.errors import StoreError
from bot.store.repositories.plan_rows import (
    CHECK_IN_WORDS,
    GOAL_WORDS,
    HOPE_WORDS,
    STRENGTH_WORDS,
    PlanRows,
    as_json,
    latest,
    standing_evidence,
)
from bot.store.repositories.statements import new_row


class NotTheirsError(StoreError):
    """The item is not in this person's plan."""


SHARING = {
    Kind.STRENGTH: "strength_id",
    Kind.GOAL: "goal_id",
    Kind.HOPE: "hope_id",
    Kind.LINE: "own_line_id",
    Kind.HARD_TIMES: "hard_times_id",
}
Kept = Union[PlanItem, Revised, Removed, MoreEvidence, Shared, CheckIn, Corrected]
_REMOVABLE: dict[Kind, tuple[Any, str, tuple[str, ...]]] = {
    Kind.STRENGTH: (tables.StrengthVersion, "strength_id", STRENGTH_WORDS),
    Kind.LINE: (tables.OwnLineVersion, "own_line_id", ("what", "more")),
}


class PlanWriting:
    """Adds the rows of a change to a version of the plan."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now
        self._rows = PlanRows(session)

    def keep(self, person_id: str, version_id: int, change: Kept) -> None:
        """Add what a change says. The item of a revision must be known to be the person's. Raises NotTheirsError."""
        if isinstance(change, Revised):
            self._keep_version(version_id, change.item.id, change.what)
        elif isinstance(change, Removed):
            self._remove(version_id, change.item)
        elif isinstance(change, MoreEvidence):
            self._add_evidence(version_id, change.strength_id, change.evidence)
        elif isinstance(change, Shared):
            owner = {SHARING[change.item.kind]: change.item.id}
            new_row(self._session, tables.Sharing, person_id=person_id, shared=change.shared, at=self._now(), **owner)
        elif isinstance(change, CheckIn):
            self._check_in(version_id, change)
        elif isinstance(change, Corrected):
            self._check_in(version_id, change.check_in, corrects=change.check_in_id)
        else:
            self._keep_version(version_id, self._thread(person_id, version_id, change), change)

    def _thread(self, person_id: str, version_id: int, item: PlanItem) -> int:
        """The number that this item will keep; of hope, which has no later versions, none."""
        if isinstance(item, Strength):
            return new_row(self._session, tables.Strength, plan_version_id=version_id)
        if isinstance(item, Goal):
            return new_row(self._session, tables.Goal, person_id=person_id)
        if isinstance(item, OwnLine):
            return new_row(self._session, tables.OwnLine, plan_version_id=version_id, kind=item.kind.value)
        if isinstance(item, HardTimes):
            standing = latest(self._rows.hard_times(person_id))
            return standing[-1][0] if standing else new_row(self._session, tables.HardTimes, plan_version_id=version_id)
        return 0

    def _keep_version(self, version_id: int, thread: int, item: PlanItem) -> None:
        if isinstance(item, Strength):
            self._strength(version_id, thread, item)
        elif isinstance(item, Goal):
            self._goal(version_id, thread, item)
        elif isinstance(item, OwnLine):
            self._version(tables.OwnLineVersion, "own_line_id", thread, version_id, what=item.what, more=item.more)
        elif isinstance(item, HardTimes):
            self._hard_times(version_id, thread, item)
        else:
            self._hope(version_id, item)

    def _remove(self, version_id: int, item: Item) -> None:
        if item.kind not in _REMOVABLE:
            raise NotTheirsError("Only a strength or a line can be taken out; a goal has a status.")
        table, column, words = _REMOVABLE[item.kind]
        newest = select(table).where(getattr(table, column) == item.id).order_by(table.number.desc()).limit(1)
        row = self._session.execute(newest).scalar_one()
        said = {name: getattr(row, name) for name in words}
        self._version(table, column, item.id, version_id, standing=False, **said)

    def _version(self, table: Any, column: str, thread: int, version_id: int, **said: Any) -> int:
        owner = getattr(table, column)
        following = select(func.coalesce(func.max(table.number), 0) + 1).where(owner == thread).scalar_subquery()
        return new_row(self._session, table, **{column: thread}, plan_version_id=version_id, number=following, **said)

    def _strength(self, version_id: int, thread: int, strength: Strength) -> None:
        said = {name: getattr(strength, name) for name in STRENGTH_WORDS}
        self._version(tables.StrengthVersion, "strength_id", thread, version_id, **said)
        query = select(tables.Evidence).where(tables.Evidence.strength_id == thread).order_by(tables.Evidence.id)
        known = standing_evidence(self._session.execute(query).scalars()).get(thread, {})
        for (number, before), moment in zip(known.items(), strength.evidence, strict=False):
            if moment.what != before.what:
                self._add_evidence(version_id, thread, moment, corrects=number)
        for moment in strength.evidence[len(known) :]:
            self._add_evidence(version_id, thread, moment)

    def _check_in(self, version_id: int, look: CheckIn, corrects: Optional[int] = None) -> None:
        said = {name: getattr(look, name) for name in CHECK_IN_WORDS}
        row = {"plan_version_id": version_id, "in_words": look.words, "corrects": corrects}
        new_row(self._session, tables.CheckIn, **row, **said)

    def _add_evidence(
        self, version_id: int, strength_id: int, evidence: Evidence, corrects: Optional[int] = None
    ) -> None:
        new_row(
            self._session,
            tables.Evidence,
            strength_id=strength_id,
            plan_version_id=version_id,
            what=evidence.what,
            source=evidence.source,
            corrects=corrects,
        )

    def _goal(self, version_id: int, thread: int, goal: Goal) -> None:
        said = {name: getattr(goal, name) for name in GOAL_WORDS}
        kinds = {"status": goal.status.value, "owner": goal.owner.value, "kind": goal.kind.value}
        lists = {"tags": as_json(goal.tags), "options": as_json(goal.options)}
        row_id = self._version(tables.GoalVersion, "goal_id", thread, version_id, **said, **kinds, **lists)
        if goal.step is not None:
            new_row(
                self._session,
                tables.Step,
                goal_version_id=row_id,
                what=goal.step.what,
                moment=goal.step.when,
                place=goal.step.where,
                with_whom=goal.step.with_whom,
                day=goal.step.on,
            )
        self._if_then(goal.if_then, goal_version_id=row_id)

    def _hope(self, version_id: int, hope: Hope) -> None:
        said = {name: getattr(hope, name) for name in HOPE_WORDS}
        lists = {"kit": as_json(hope.kit), "ways": as_json(hope.ways)}
        row_id = new_row(self._session, tables.Hope, plan_version_id=version_id, **said, **lists)
        self._if_then(hope.if_then, hope_id=row_id)

    def _if_then(self, if_then: Optional[IfThen], **owner: int) -> None:
        if if_then is not None:
            new_row(self._session, tables.IfThen, cue=if_then.cue, act=if_then.act, **owner)

    def _hard_times(self, version_id: int, thread: int, plan: HardTimes) -> None:
        row_id = self._version(
            tables.HardTimesVersion, "hard_times_id", thread, version_id, show_in_card=plan.show_in_card
        )
        for section, what in plan.sections.items():
            new_row(self._session, tables.HardTimesLine, hard_times_version_id=row_id, section=section.value, what=what)
