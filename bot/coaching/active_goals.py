"""At most three goals at a time (method: section 5): what a change of the plan would make a fourth stays parked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.coaching.changes import Change, Changed, Revised
from bot.coaching.plan import MOST_ACTIVE, Goal, Item, Kind, Owner, Status


def is_under_way(goal: Goal) -> bool:
    """Is this one of the person's own goals that they are at? What a team wants is counted apart."""
    return goal.status is Status.ACTIVE and goal.owner is not Owner.SOMEONE_ELSES


def starts(before: Goal | None, change: Change) -> bool:
    """Does this change put a goal under way that was not, be it a new one or one taken up again?"""
    if before is not None and is_under_way(before):
        return False
    after = _after(before, change)
    return after is not None and is_under_way(after)


def at_most_three(goals: Sequence[tuple[int, Goal]], changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes, with every goal parked that would be one too many; those that are under way stay so.

    `goals` are the goals as they stand, by their numbers. What the same changes park makes room.
    """
    standing = {Item(Kind.GOAL, number): goal for number, goal in goals}
    room = MOST_ACTIVE - sum(map(is_under_way, standing.values())) + _freed(standing, changes)
    kept: list[Change] = []
    for change in changes:
        before = standing.get(change.item) if isinstance(change, (Changed, Revised)) else None
        if starts(before, change):
            change = change if room > 0 else _parked(change)
            room -= 1
        kept.append(change)
    return tuple(kept)


def _freed(standing: dict[Item, Goal], changes: Iterable[Change]) -> int:
    left = 0
    for change in changes:
        before = standing.get(change.item) if isinstance(change, (Changed, Revised)) else None
        after = _after(before, change)
        left += before is not None and after is not None and is_under_way(before) and not is_under_way(after)
    return left


def _after(before: Goal | None, change: Change) -> Goal | None:
    """The goal as it reads after a change; None where the change is of something else."""
    if isinstance(change, Goal):
        return change
    if isinstance(change, Revised):
        return change.what if isinstance(change.what, Goal) else None
    return replace(before, **change.values) if isinstance(change, Changed) and before is not None else None


def _parked(change: Change) -> Change:
    if isinstance(change, Goal):
        return replace(change, status=Status.PARKED)
    if isinstance(change, Revised) and isinstance(change.what, Goal):
        return replace(change, what=replace(change.what, status=Status.PARKED))
    return replace(change, values={**change.values, "status": Status.PARKED}) if isinstance(change, Changed) else change
