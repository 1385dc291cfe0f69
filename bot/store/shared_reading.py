"""Reading what a person shares with their team as it stands at this moment, each item with when it was agreed.

Without consent there is nothing. What is private, and what was taken back, is not here, not even as a hint.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy.orm import Session

from bot.coaching.plan import Hope, Item, Kind
from bot.store.columns import utc_now
from bot.store.repositories.consents import Consents
from bot.store.repositories.plan_rows import PlanRows, Version, as_they_read
from bot.store.repositories.sharing import Sharing
from bot.summaries.shared import Agreed, Checked, Shared

TALK = "hope"  # what the record calls a conversation about hope, other than a later change of its words


class SharedReading:
    """What is shared, person by person."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows = PlanRows(session)

    def of(self, person_id: str) -> Shared:
        """All that this person shares now."""
        if not Consents(self._session, utc_now).given(person_id):
            return Shared()
        shared_at = self._shared_at(person_id)
        if not shared_at:
            return Shared()
        kinds = {item.kind for item in shared_at}
        items = tuple(
            own
            for kind, versions in self._versions(person_id, kinds)
            for own in _agreed(kind, versions, shared_at)
        )  # fmt: skip
        goals = {own.item.id for own in items if own.item.kind is Kind.GOAL}
        checks = as_they_read(self._rows.check_ins(person_id)) if goals else []
        return Shared(
            items,
            tuple(Checked(one.id, one.what, one.agreed.at) for one in checks if one.what.goal_id in goals),
        )

    def _shared_at(self, person_id: str) -> dict[Item, datetime]:
        latest = {choice.item: choice for choice in Sharing(self._session, utc_now).choices(person_id)}
        return {item: choice.at for item, choice in latest.items() if choice.shared}

    def _versions(self, person_id: str, kinds: set[Kind]) -> list[tuple[Kind, list[Version[Any]]]]:
        readers: dict[Kind, Any] = {
            Kind.STRENGTH: self._rows.strengths,
            Kind.GOAL: self._rows.goals,
            Kind.HOPE: self._rows.hopes,
            Kind.LINE: self._rows.lines,
            Kind.HARD_TIMES: self._rows.hard_times,
        }
        return [(kind, readers[kind](person_id)) for kind in Kind if kind in kinds]


def _agreed(kind: Kind, versions: list[Version[Any]], shared_at: dict[Item, datetime]) -> list[Agreed]:
    versions = _in_one_choice(versions, shared_at) if kind is Kind.HOPE else versions
    first: dict[int, datetime] = {}
    newest: dict[int, Version[Any]] = {}
    for version in versions:
        first.setdefault(version.id, version.agreed.at)
        newest[version.id] = version
    return [
        Agreed(Item(kind, number), version.what, version.agreed.at, first[number], shared_at[Item(kind, number)])
        for number, version in sorted(newest.items())
        if version.standing and Item(kind, number) in shared_at
    ]


def _in_one_choice(hopes: list[Version[Hope]], shared_at: dict[Item, datetime]) -> list[Version[Hope]]:
    """Only the latest conversation about hope can be taken back on the person's page, and then all of it is.

    Of earlier ones that they shared the numbers stay beside it, as one line, and none of the words. What was only
    reworded later is one conversation and not two.
    """
    if not hopes or Item(Kind.HOPE, hopes[-1].id) not in shared_at:
        return []
    earlier = [one for one, after in pairwise(hopes) if after.agreed.note == TALK and one.what.now is not None]
    numbers = [replace(one, what=Hope(now=one.what.now, afterwards=one.what.afterwards)) for one in earlier]
    return [*numbers, hopes[-1]]
