"""What a person lets their team see of their plan: nothing, until they choose an item; every choice stays on record.

A shared item is shared with its later versions. A new conversation about hope is a new item, and private again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.coaching.plan import Item, Kind, PlanItem
from bot.store import tables
from bot.store.repositories.plan_writing import NotTheirsError
from bot.store.repositories.plans import Plans
from bot.store.repositories.statements import new_row


@dataclass(frozen=True)
class OwnItem:
    """An item of a person's plan as it stands, and whether their team may see it."""

    item: Item
    what: PlanItem
    shared: bool


@dataclass(frozen=True)
class Choice:
    """That a person shared an item, or took it back."""

    item: Item
    shared: bool
    at: datetime


_COLUMNS = {
    Kind.STRENGTH: "strength_id",
    Kind.GOAL: "goal_id",
    Kind.HOPE: "hope_id",
    Kind.LINE: "own_line_id",
    Kind.HARD_TIMES: "hard_times_id",
}


class Sharing:
    """Sharing items of a plan, and reading what is shared."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now

    def share(self, person_id: str, item: Item) -> None:
        """Let the team see an item of this person's plan. Raises NotTheirsError."""
        self._choose(person_id, item, shared=True)

    def keep_private(self, person_id: str, item: Item) -> None:
        """Take an item of this person's plan back. Raises NotTheirsError."""
        self._choose(person_id, item, shared=False)

    def items(self, person_id: str) -> tuple[OwnItem, ...]:
        """A person's whole plan as it stands, each item with whether it is shared."""
        shared = self.shared(person_id)
        found = Plans(self._session, self._now).numbered(person_id).items
        return tuple(OwnItem(item, what, item in shared) for item, what in found)

    def shared(self, person_id: str) -> frozenset[Item]:
        """The items that this person's last choice shares, also those that are in the plan no more."""
        latest = {choice.item: choice.shared for choice in self.choices(person_id)}
        return frozenset(item for item, shared in latest.items() if shared)

    def choices(self, person_id: str) -> tuple[Choice, ...]:
        """Everything this person has shared or taken back, oldest first."""
        row = tables.Sharing
        query = select(row).where(row.person_id == person_id).order_by(row.id)
        return tuple(
            Choice(Item(kind, getattr(found, name)), found.shared, found.at)
            for found in self._session.execute(query).scalars()
            for kind, name in _COLUMNS.items()
            if getattr(found, name) is not None
        )

    def _choose(self, person_id: str, item: Item, shared: bool) -> None:
        if item not in {own.item for own in self.items(person_id)}:
            raise NotTheirsError("This is not in the person's plan as it stands.")
        owner = {_COLUMNS[item.kind]: item.id}
        new_row(self._session, tables.Sharing, person_id=person_id, shared=shared, at=self._now(), **owner)
