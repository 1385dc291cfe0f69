"""The plan: every confirmed change adds a version and what came with it; nothing confirmed is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Union

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.coaching.active_goals import at_most_three
from bot.coaching.changes import Change, Changed, Corrected, MoreEvidence, Removed, Revised, Shared, with_values
from bot.coaching.plan import CheckIn, Goal, HardTimes, Hope, Item, Kind, OwnLine, Plan, PlanItem, Strength
from bot.store import tables
from bot.store.repositories.plan_rows import Agreed, PlanRows, latest
from bot.store.repositories.plan_writing import NotTheirsError, PlanWriting
from bot.store.repositories.statements import new_row

PERSON = "person"  # who makes a change, unless it is said otherwise


@dataclass(frozen=True)
class NumberedPlan:
    """A plan as it stands, each item with the number that it keeps."""

    strengths: tuple[tuple[int, Strength], ...] = ()
    goals: tuple[tuple[int, Goal], ...] = ()
    hopes: tuple[tuple[int, Hope], ...] = ()  # the current one, or none
    lines: tuple[tuple[int, OwnLine], ...] = ()
    hard_times: tuple[tuple[int, HardTimes], ...] = ()  # one, or none
    check_ins: tuple[tuple[int, CheckIn], ...] = ()

    @property
    def items(self) -> tuple[tuple[Item, PlanItem], ...]:
        """Everything but the check-ins, by kind and number."""
        return (
            *((Item(Kind.STRENGTH, number), what) for number, what in self.strengths),
            *((Item(Kind.GOAL, number), what) for number, what in self.goals),
            *((Item(Kind.HOPE, number), what) for number, what in self.hopes),
            *((Item(Kind.LINE, number), what) for number, what in self.lines),
            *((Item(Kind.HARD_TIMES, number), what) for number, what in self.hard_times),
        )


@dataclass(frozen=True)
class HistoryEntry:
    """What one confirmation did to one item: `deed` is added, changed, removed, checked_in or corrected."""

    agreed: Agreed
    item: Item
    title: str
    deed: str


class Plans:
    """Adding to a plan and reading it as it stands."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now
        self._rows = PlanRows(session)
        self._writing = PlanWriting(session, now)

    def add(self, person_id: str, changes: Sequence[Change], note: str, who: str = PERSON) -> int:
        """Keep what was just confirmed as a new version of the plan. Out: the version's number, from 1.

        A plain item is a further one; hope and the plan for hard times become the current one. `Revised` adds a version
        to an item, `Removed` takes it out. A goal that would be a fourth under way is kept as parked. Commit together
        with the finished draft. Raises NotTheirsError.
        """
        version_id, number = self._new_version(person_id, note, who)
        for change in at_most_three(latest(self._rows.goals(person_id)), changes):
            kept = self._revised(person_id, change) if isinstance(change, Changed) else change
            if isinstance(kept, (Revised, Removed, MoreEvidence, Shared, CheckIn)):
                self._must_be_theirs(person_id, _item_of(kept))
            if isinstance(kept, Corrected):
                self._must_be_their_look(person_id, kept)
            self._writing.keep(person_id, version_id, kept)
        return number

    def current(self, person_id: str) -> Plan:
        """The plan as it stands: oldest first, the latest hope, the current plan for hard times."""
        numbered = self.numbered(person_id)
        return Plan(
            strengths=tuple(strength for _, strength in numbered.strengths),
            goals=tuple(goal for _, goal in numbered.goals),
            hope=next((hope for _, hope in numbered.hopes), None),
            lines=tuple(line for _, line in numbered.lines),
            hard_times=next((hard_times for _, hard_times in numbered.hard_times), None),
            check_ins=tuple(check_in for _, check_in in numbered.check_ins),
        )

    def numbered(self, person_id: str) -> NumberedPlan:
        """The same with the number of each item."""
        rows = self._rows
        return NumberedPlan(
            strengths=latest(rows.strengths(person_id)),
            goals=latest(rows.goals(person_id)),
            hopes=latest(rows.hopes(person_id))[-1:],
            lines=latest(rows.lines(person_id)),
            hard_times=latest(rows.hard_times(person_id))[-1:],
            check_ins=latest(rows.check_ins(person_id)),
        )

    def history(self, person_id: str) -> tuple[HistoryEntry, ...]:
        """What each confirmation did, oldest first: who, when, in which journey, to which item."""
        entries: list[HistoryEntry] = []
        threads: tuple[tuple[Kind, list[Any]], ...] = (
            (Kind.STRENGTH, self._rows.strengths(person_id)),
            (Kind.GOAL, self._rows.goals(person_id)),
            (Kind.HOPE, self._rows.hopes(person_id)),
            (Kind.LINE, self._rows.lines(person_id)),
            (Kind.HARD_TIMES, self._rows.hard_times(person_id)),
        )
        for kind, versions in threads:
            seen: set[int] = set()
            for version in versions:
                deed = "removed" if not version.standing else "changed" if version.id in seen else "added"
                seen.add(version.id)
                entries.append(HistoryEntry(version.agreed, Item(kind, version.id), _title(version.what), deed))
        looked: set[int] = set()
        for look in self._rows.check_ins(person_id):
            deed = "corrected" if look.id in looked else "checked_in"
            looked.add(look.id)
            entries.append(HistoryEntry(look.agreed, Item(Kind.GOAL, look.what.goal_id), look.what.step, deed))
        return tuple(sorted(entries, key=lambda entry: entry.agreed.number))

    def _new_version(self, person_id: str, note: str, who: str) -> tuple[int, int]:
        version = tables.PlanVersion
        # Changes of one plan wait for each other: on SQLite the insert is the first write and takes the lock.
        self._session.execute(select(tables.Person.id).where(tables.Person.id == person_id).with_for_update())
        following = (
            select(func.coalesce(func.max(version.number), 0) + 1)
            .where(version.person_id == person_id)
            .scalar_subquery()
        )
        version_id = new_row(
            self._session,
            version,
            person_id=person_id,
            number=following,
            note=note,
            who=who,
            confirmed_at=self._now(),
        )
        number = self._session.execute(select(version.number).where(version.id == version_id)).scalar_one()
        return version_id, int(number)

    def _revised(self, person_id: str, change: Changed) -> Revised:
        found = dict(self.numbered(person_id).items).get(change.item)
        if found is None:
            raise NotTheirsError("This is not in the person's plan as it stands.")
        return Revised(change.item, with_values(found, change.values))

    def _must_be_theirs(self, person_id: str, item: Item) -> None:
        if item not in {known for known, _ in self.numbered(person_id).items}:
            raise NotTheirsError("This is not in the person's plan as it stands.")

    def _must_be_their_look(self, person_id: str, change: Corrected) -> None:
        before = dict(self.numbered(person_id).check_ins).get(change.check_in_id)
        if before is None or before.goal_id != change.check_in.goal_id:
            raise NotTheirsError("This look at a goal is not in the person's plan.")


def _item_of(change: Union[Revised, Removed, MoreEvidence, Shared, CheckIn]) -> Item:
    if isinstance(change, MoreEvidence):
        return Item(Kind.STRENGTH, change.strength_id)
    return Item(Kind.GOAL, change.goal_id) if isinstance(change, CheckIn) else change.item


def _title(what: PlanItem) -> str:
    if isinstance(what, (Strength, Goal)):
        return what.title
    if isinstance(what, OwnLine):
        return what.what
    return what.memory or what.note if isinstance(what, Hope) else ""
