"""What a person shares, as it was agreed and when: the only thing a summary is made of. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.coaching.plan import CheckIn, Goal, HardTimes, Hope, Item, OwnLine, PlanItem, Strength


@dataclass(frozen=True)
class Agreed:
    """A shared item as it stands: since when it reads so, and when it first came into the plan."""

    item: Item
    what: PlanItem
    at: datetime
    first_at: datetime
    shared_at: datetime


@dataclass(frozen=True)
class Checked:
    """A check-in on a shared goal."""

    id: int
    what: CheckIn
    at: datetime


@dataclass(frozen=True)
class Shared:
    """All that a person shares, oldest first."""

    items: tuple[Agreed, ...] = ()
    check_ins: tuple[Checked, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.items

    @property
    def changed_at(self) -> datetime | None:
        """When something that is shared last changed, or was first shared."""
        moments = [moment for own in self.items for moment in (own.at, own.shared_at)]
        return max([*moments, *(check.at for check in self.check_ins)], default=None)

    def goals(self) -> tuple[tuple[Agreed, Goal], ...]:
        return tuple((own, own.what) for own in self.items if isinstance(own.what, Goal))

    def strengths(self) -> tuple[tuple[Agreed, Strength], ...]:
        return tuple((own, own.what) for own in self.items if isinstance(own.what, Strength))

    def hopes(self) -> tuple[tuple[Agreed, Hope], ...]:
        return tuple((own, own.what) for own in self.items if isinstance(own.what, Hope))

    def lines(self) -> tuple[tuple[Agreed, OwnLine], ...]:
        return tuple((own, own.what) for own in self.items if isinstance(own.what, OwnLine))

    def hard_times(self) -> tuple[tuple[Agreed, HardTimes], ...]:
        return tuple((own, own.what) for own in self.items if isinstance(own.what, HardTimes))
