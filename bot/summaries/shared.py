"""What a person shares, as it was agreed and when: the only thing a summary is made of. Values only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.coaching.plan import CheckIn, Goal, HardTimes, Hope, Item, OwnLine, PlanItem, Strength

Readings = tuple[tuple[datetime, Any], ...]  # how something read before, oldest first, each since when


def since(now: Any, at: datetime, earlier: Readings, part: Callable[[Any], object]) -> datetime:
    """Since when a part of something reads as it does now."""
    for before, what in reversed(earlier):
        if part(what) != part(now):
            break
        at = before
    return at


@dataclass(frozen=True)
class Agreed:
    """A shared item as it stands: since when it reads so, how it read before, and when it first came into the plan.

    Of a strength `moments` says when each moment that showed it was told.
    """

    item: Item
    what: PlanItem
    at: datetime
    first_at: datetime
    shared_at: datetime
    earlier: Readings = ()
    moments: Mapping[str, datetime] = field(default_factory=dict)

    def since(self, part: Callable[[Any], object]) -> datetime:
        """Since when a part of it reads as it does now."""
        return since(self.what, self.at, self.earlier, part)


@dataclass(frozen=True)
class Checked:
    """A check-in on a shared goal: when it was, since when it reads so, and how it read before."""

    id: int
    what: CheckIn
    at: datetime
    corrected_at: datetime
    earlier: Readings = ()

    def since(self, part: Callable[[Any], object]) -> datetime:
        """Since when a part of it reads as it does now."""
        return since(self.what, self.corrected_at, self.earlier, part)


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
