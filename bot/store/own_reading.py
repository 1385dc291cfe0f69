"""The read side of a person's own pages: their plan with its dates, what is shared, and what their team did.

It shows one person only what is theirs; nothing here is for staff.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Optional

from sqlalchemy.orm import Session

from bot.coaching.plan import CheckIn, Goal, Item
from bot.store.columns import utc_now
from bot.store.repositories.plan_rows import PlanRows, Version, as_they_read
from bot.store.repositories.plans import NumberedPlan, Plans
from bot.store.repositories.sharing import Sharing


@dataclass(frozen=True)
class Looked:
    """One look at a goal, the number by which it can be corrected, and when it was."""

    id: int
    check_in: CheckIn
    at: datetime


@dataclass(frozen=True)
class Sure:
    """How sure a person was of a goal's step, in their own number, and when they said so."""

    goal_id: int
    confidence: int
    at: datetime


@dataclass(frozen=True)
class OwnPlan:
    """A person's plan as their own page shows it."""

    plan: NumberedPlan = field(default_factory=NumberedPlan)
    looked: tuple[Looked, ...] = ()
    sure: tuple[Sure, ...] = ()
    shared: frozenset[Item] = frozenset()
    changed_at: Optional[datetime] = None
    versions: Mapping[int, tuple[int, datetime]] = field(default_factory=dict)  # of each goal: how many, the last when


class OwnReading:
    """Reading a person's record for themselves."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def plan(self, person_id: str) -> OwnPlan:
        """The whole plan of this person as it stands; an empty one for nobody."""
        rows, plans = PlanRows(self._session), Plans(self._session, utc_now)
        history = plans.history(person_id)
        goals = rows.goals(person_id)
        agreed = [(row.id, row.agreed.at) for row in goals]
        return OwnPlan(
            plan=plans.numbered(person_id),
            looked=tuple(Looked(row.id, row.what, row.agreed.at) for row in as_they_read(rows.check_ins(person_id))),
            sure=tuple(_said_anew(goals)),
            shared=frozenset(own.item for own in Sharing(self._session, utc_now).items(person_id) if own.shared),
            changed_at=history[-1].agreed.at if history else None,
            versions={goal: (len(times), times[-1]) for goal, times in _by_goal(agreed).items()},
        )


def _said_anew(goals: list[Version[Goal]]) -> Iterator[Sure]:
    """Their number of each goal whenever they gave one; a version in which it only stayed is no new answer."""
    before: dict[int, Optional[int]] = {}
    for row in goals:
        number = row.what.confidence
        if number is not None and number != before.get(row.id):
            yield Sure(row.id, number, row.agreed.at)
        before[row.id] = number


def _by_goal(agreed: list[tuple[int, datetime]]) -> dict[int, list[datetime]]:
    found: dict[int, list[datetime]] = defaultdict(list)
    for goal, at in agreed:
        found[goal].append(at)
    return found
