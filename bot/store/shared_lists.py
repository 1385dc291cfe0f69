"""What several people share, in short, for a list: which kinds of item, and what they ask of the team.

It reads what stands at this moment in a fixed number of queries, however many people; what is private is not here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.coaching.plan import LineKind, Status
from bot.store import tables
from bot.store.columns import utc_now
from bot.store.repositories.consents import Consents
from bot.summaries.page import ASKED_IN_HARD_TIMES

KINDS = ("strength", "goal", "hope", "own_line", "hard_times")
_THREADS = {
    "strength": (tables.StrengthVersion, tables.StrengthVersion.strength_id),
    "own_line": (tables.OwnLineVersion, tables.OwnLineVersion.own_line_id),
}


@dataclass
class InShort:
    """What one person shares: kinds in the order of KINDS, and their asks."""

    kinds: list[str] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)


class SharedLists:
    """Reading in short."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, person_ids: Collection[str]) -> dict[str, InShort]:
        """Those of these people who share anything, each with what."""
        shared = self._shared(Consents(self._session, utc_now).agreed_of(person_ids))
        for kind in _THREADS:
            standing = self._standing(kind, shared[kind])
            shared[kind] = {number: who for number, who in shared[kind].items() if number in standing}
        shared["hope"] = self._latest_hopes(shared["hope"])
        found: dict[str, InShort] = defaultdict(InShort)
        for kind in KINDS:
            for person_id in dict.fromkeys(shared[kind].values()):
                found[person_id].kinds.append(kind)
        for kind, number, ask in self._asks(shared):
            found[shared[kind][number]].asks.append(ask)
        return dict(found)

    def _shared(self, person_ids: Collection[str]) -> dict[str, dict[int, str]]:
        """The numbers of the items that are shared, by kind, each with whose it is."""
        row = tables.Sharing
        columns = [getattr(row, f"{kind}_id") for kind in KINDS]
        query = select(row.person_id, row.shared, *columns).where(row.person_id.in_(person_ids)).order_by(row.id)
        latest: dict[tuple[str, int], tuple[str, bool]] = {}
        for person_id, is_shared, *numbers in self._session.execute(query):
            latest |= {
                (kind, number): (person_id, is_shared) for kind, number in zip(KINDS, numbers, strict=True) if number
            }
        found: dict[str, dict[int, str]] = {kind: {} for kind in KINDS}
        for (kind, number), (person_id, is_shared) in latest.items():
            if is_shared:
                found[kind][number] = person_id
        return found

    def _latest_hopes(self, hopes: dict[int, str]) -> dict[int, str]:
        """Those that no later conversation about hope took the place of."""
        hope, version = tables.Hope, tables.PlanVersion
        query = select(func.max(hope.id)).join(version, version.id == hope.plan_version_id)
        newest = query.where(version.person_id.in_(set(hopes.values()))).group_by(version.person_id)
        kept = set(self._session.execute(newest).scalars()) if hopes else set()
        return {number: who for number, who in hopes.items() if number in kept}

    def _standing(self, kind: str, numbers: Collection[int]) -> set[int]:
        version, thread = _THREADS[kind]
        latest = self._latest(select(thread, version.standing), version, thread, numbers)
        return {number for number, standing in latest if standing}

    def _asks(self, shared: dict[str, dict[int, str]]) -> Iterator[tuple[str, int, str]]:
        goal, line, part = tables.GoalVersion, tables.OwnLineVersion, tables.HardTimesLine
        goals = self._latest(select(goal.goal_id, goal.status, goal.team_ask), goal, goal.goal_id, shared["goal"])
        yield from (("goal", number, ask) for number, status, ask in goals if ask and status == Status.ACTIVE.value)
        thread = tables.OwnLine
        wanted = select(line.own_line_id, line.what).join(thread, thread.id == line.own_line_id)
        choices = wanted.where(thread.kind == LineKind.CHOICE.value)
        lines = self._latest(choices, line, line.own_line_id, shared["own_line"])
        yield from (("own_line", number, what) for number, what in lines)
        version = tables.HardTimesVersion
        versions = self._latest(
            select(version.hard_times_id, version.id), version, version.hard_times_id, shared["hard_times"]
        )
        number_of = {version_id: number for number, version_id in versions}
        sections = [section.value for section in ASKED_IN_HARD_TIMES]
        query = select(part.hard_times_version_id, part.what).where(
            part.hard_times_version_id.in_(number_of), part.section.in_(sections)
        )
        for version_id, what in self._session.execute(query.order_by(part.id)) if number_of else ():
            yield "hard_times", number_of[version_id], what

    def _latest(self, query: Any, version: Any, thread: Any, numbers: Collection[int]) -> list[Sequence[Any]]:
        """The newest version of each of these threads, whose number comes first in the query."""
        if not numbers:
            return []
        rows = self._session.execute(query.where(thread.in_(numbers)).order_by(version.number))
        return list({row[0]: row for row in rows}.values())
