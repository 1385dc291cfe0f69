"""Reading what a person shares with their team as it stands at this moment, each item with when it was agreed.

Without consent there is nothing. What is private, and what was taken back, is not here, not even as a hint.
"""

from __future__ import annotations

from datetime import datetime
from itertools import zip_longest
from typing import Any

from sqlalchemy.orm import Session

from bot.coaching.plan import Hope, Item, Kind, Strength
from bot.store.columns import utc_now
from bot.store.repositories.consents import Consents
from bot.store.repositories.plan_rows import PlanRows, Version, as_they_read
from bot.store.repositories.sharing import Sharing
from bot.summaries.shared import Agreed, Checked, Readings, Shared

NONE: dict[str, datetime] = {}
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
        moments = self._moments(person_id) if any(item.kind is Kind.STRENGTH for item in shared_at) else {}
        items = tuple(
            own
            for kind, versions in self._versions(person_id, kinds)
            for own in _agreed(kind, versions, shared_at, moments)
        )  # fmt: skip
        goals = {own.item.id for own in items if own.item.kind is Kind.GOAL}
        return Shared(items, self._checks(person_id, goals) if goals else ())

    def _moments(self, person_id: str) -> dict[str, datetime]:
        """When each moment that showed a strength was told in these words, the first time."""
        told: dict[str, datetime] = {}
        for version in self._rows.moments(person_id):
            told.setdefault(version.what.what, version.agreed.at)
        return told

    def _checks(self, person_id: str, goals: set[int]) -> tuple[Checked, ...]:
        rows = self._rows.check_ins(person_id)
        return tuple(
            Checked(one.id, one.what, one.agreed.at, _readings(rows, one.id)[-1][0], _readings(rows, one.id)[:-1])
            for one in as_they_read(rows)
            if one.what.goal_id in goals
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


def _agreed(
    kind: Kind, versions: list[Version[Any]], shared_at: dict[Item, datetime], moments: dict[str, datetime]
) -> list[Agreed]:
    if kind is Kind.HOPE:
        return _in_one_choice(versions, shared_at)
    newest = {version.id: version for version in versions}
    return [
        _read(Item(kind, number), version.what, _readings(versions, number), shared_at, moments)
        for number, version in sorted(newest.items())
        if version.standing and Item(kind, number) in shared_at
    ]


def _read(
    item: Item, what: Any, readings: Readings, shared_at: dict[Item, datetime], moments: dict[str, datetime] = NONE
) -> Agreed:
    own = {one.what: moments[one.what] for one in what.evidence} if isinstance(what, Strength) else NONE
    return Agreed(item, what, readings[-1][0], readings[0][0], shared_at[item], readings[:-1], own)


def _readings(versions: list[Version[Any]], number: int) -> Readings:
    return tuple((version.agreed.at, version.what) for version in versions if version.id == number)


def _in_one_choice(hopes: list[Version[Hope]], shared_at: dict[Item, datetime]) -> list[Agreed]:
    """Only the latest conversation about hope can be taken back on the person's page, and then all of it is.

    Of earlier ones that they shared the numbers stay beside it, as one line, and none of the words. What was only
    reworded later is one conversation and not two.
    """
    if not hopes or Item(Kind.HOPE, hopes[-1].id) not in shared_at:
        return []
    found: list[Agreed] = []
    readings: Readings = ()
    for one, after in zip_longest(hopes, hopes[1:]):
        readings = (*readings, (one.agreed.at, one.what))
        if after is not None and after.agreed.note != TALK:
            continue
        item, is_last = Item(Kind.HOPE, one.id), after is None
        if item in shared_at and (is_last or one.what.now is not None):
            what = one.what if is_last else Hope(now=one.what.now, afterwards=one.what.afterwards)
            found.append(_read(item, what, readings, shared_at))
        readings = ()
    return found
