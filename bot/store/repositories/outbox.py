"""Notifications to deliver, each until it is delivered: tried again later and later, always under the same key."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Optional

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.store import tables
from bot.store.repositories.statements import insert_into, rows_changed

FIRST_WAIT = timedelta(minutes=1)  # longer than a try takes as a rule: nobody else tries meanwhile
LONGEST_WAIT = timedelta(hours=1)


@dataclass(frozen=True)
class Notice:
    """One notification by one way: email or webhook. Number 0 is the first, the others are reminders."""

    id: int
    alert_id: int
    alert_made_at: datetime
    way: str
    number: int
    key: str
    attempts: int


@dataclass(frozen=True)
class Undelivered:
    """How many notifications wait, how many of them have failed, and what the last failure was."""

    waiting: int = 0
    failing: int = 0
    trouble: str = ""


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many tries: twice as long each time, up to an hour."""
    doubled: timedelta = FIRST_WAIT * 2 ** min(attempts - 1, 10)
    return min(doubled, LONGEST_WAIT)


class Outbox:
    """Adding, claiming and settling notifications."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, alert_id: int, ways: Collection[str], number: int, at: datetime) -> None:
        """Have an alert notified by each of these ways. What is there already stays as it is."""
        for way in ways:
            notice = insert_into(self._session, tables.Outbox).values(
                alert_id=alert_id, way=way, number=number, same_key=uuid.uuid4().hex, attempts=0, due_at=at, trouble=""
            )
            rows_changed(self._session, notice.on_conflict_do_nothing(index_elements=["alert_id", "way", "number"]))

    def claim(self, ways: Collection[str], at: datetime) -> Optional[Notice]:
        """The notification that is due the longest, for who calls this: it is due for nobody else for a while."""
        box, alert = tables.Outbox, tables.Alert
        due = (
            select(box, alert.made_at)
            .join(alert, alert.id == box.alert_id)
            .where(box.sent_at.is_(None), box.due_at <= at, box.way.in_(ways))
            .order_by(box.due_at, box.id)
            .limit(1)
        )
        found = self._session.execute(due).first()
        if found is None:
            return None
        row, made_at = found
        notice = Notice(row.id, row.alert_id, made_at, row.way, row.number, row.same_key, row.attempts + 1)
        mine = (
            update(box)
            .where(box.id == row.id, box.sent_at.is_(None), box.attempts == row.attempts)
            .values(attempts=notice.attempts, due_at=at + wait_after(notice.attempts))
        )
        return notice if rows_changed(self._session, mine) else self.claim(ways, at)

    def sent(self, notice: Notice, at: datetime) -> bool:
        """It was delivered. Out: is it still there, or was the person erased meanwhile?"""
        return self._set(notice, sent_at=at, trouble="")

    def failed(self, notice: Notice, trouble: str) -> bool:
        """It was not delivered, and is tried again when its time comes. Out: is it still there?"""
        return self._set(notice, trouble=trouble)

    def undelivered(self, ways: Collection[str]) -> Undelivered:
        """What still waits to be delivered by these ways."""
        box = tables.Outbox
        waits = (box.sent_at.is_(None), box.way.in_(ways))
        waiting = self._session.execute(select(func.count()).where(*waits)).scalar_one()
        latest = select(box.trouble).where(*waits, box.trouble != "").order_by(box.due_at.desc(), box.id.desc())
        troubles = self._session.execute(latest).scalars().all()
        return Undelivered(waiting, len(troubles), troubles[0] if troubles else "")

    def last_rounds(
        self, alert_ids: Collection[int], ways: Collection[str]
    ) -> dict[int, tuple[int, Optional[datetime]]]:
        """The last round of notifying of each of these alerts that had one by these ways.

        Out: its number, and when all of it was delivered, None while something waits.
        """
        box = tables.Outbox
        query = select(box.alert_id, box.number, box.sent_at).where(box.alert_id.in_(alert_ids), box.way.in_(ways))
        found: dict[int, tuple[int, Optional[datetime]]] = {}
        for alert_id, number, sent_at in self._session.execute(query.order_by(box.number)):
            before = found.get(alert_id, (number, sent_at))[1]
            found[alert_id] = (number, max(before, sent_at) if before and sent_at else None)
        return found

    def _set(self, notice: Notice, **values: object) -> bool:
        row = update(tables.Outbox).where(tables.Outbox.id == notice.id).values(**values)
        return rows_changed(self._session, row) == 1
