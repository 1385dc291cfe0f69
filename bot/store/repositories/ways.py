"""The ways back to a plan: a return code and personal links, made and withdrawn by the person. Digests only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Optional

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.store.repositories.statements import new_row, rows_changed
from bot.store.way_tables import PlanLink, ReturnCode


@dataclass(frozen=True)
class Way:
    """A way back: since when it is there, until when, and when it was last used."""

    id: int
    made_at: datetime
    expires_at: datetime
    used_at: Optional[datetime] = None
    may_change: bool = True


@dataclass(frozen=True)
class Opened:
    """What a way back opens."""

    person_id: str
    id: int
    may_change: bool


class Ways:
    """Making, using and withdrawing ways back."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now

    def make_code(self, person_id: str, digest: str, life: timedelta) -> None:
        """Give a person this code. The one they had before works no longer."""
        self.withdraw_code(person_id)
        new_row(self._session, ReturnCode, person_id=person_id, digest=digest, **self._life(life))

    def code_of(self, person_id: str) -> Optional[Way]:
        """The code that a person has and that works."""
        row = self._session.execute(
            select(ReturnCode).where(ReturnCode.person_id == person_id, ReturnCode.expires_at > self._now())
        ).scalar_one_or_none()
        return None if row is None else Way(row.id, row.made_at, row.expires_at, row.used_at)

    def by_code(self, digest: str) -> Optional[str]:
        """The person whose code this is, if it works; it is noted as used now."""
        row = self._working(ReturnCode, digest)
        return None if row is None else str(row.person_id)

    def withdraw_code(self, person_id: str) -> None:
        """Let a person's code work no longer."""
        rows_changed(self._session, delete(ReturnCode).where(ReturnCode.person_id == person_id))

    def make_link(self, person_id: str, digest: str, life: timedelta, may_change: bool) -> None:
        """Give a person a further link."""
        new_row(self._session, PlanLink, person_id=person_id, digest=digest, may_change=may_change, **self._life(life))

    def links_of(self, person_id: str) -> tuple[Way, ...]:
        """The links of a person that work, oldest first."""
        query = select(PlanLink).where(PlanLink.person_id == person_id, PlanLink.expires_at > self._now())
        rows = self._session.execute(query.order_by(PlanLink.id)).scalars()
        return tuple(Way(row.id, row.made_at, row.expires_at, row.used_at, row.may_change) for row in rows)

    def by_link(self, digest: str) -> Optional[Opened]:
        """What a link opens, if it works; it is noted as used now."""
        row = self._working(PlanLink, digest)
        return None if row is None else Opened(str(row.person_id), int(row.id), bool(row.may_change))

    def opened(self, link_id: int) -> Optional[Opened]:
        """What a link that was opened before still opens; nothing once it is withdrawn or over."""
        query = select(PlanLink).where(PlanLink.id == link_id, PlanLink.expires_at > self._now())
        row = self._session.execute(query).scalar_one_or_none()
        return None if row is None else Opened(str(row.person_id), int(row.id), bool(row.may_change))

    def withdraw_link(self, person_id: str, link_id: int) -> None:
        """Let one of a person's links work no longer; another person's stays."""
        rows_changed(self._session, delete(PlanLink).where(PlanLink.id == link_id, PlanLink.person_id == person_id))

    def _working(self, table: Any, digest: str) -> Any:
        now = self._now()
        query = select(table).where(table.digest == digest, table.expires_at > now)
        row = self._session.execute(query).scalar_one_or_none()
        if row is not None:
            rows_changed(self._session, update(table).where(table.id == row.id).values(used_at=now))
        return row

    def _life(self, life: timedelta) -> dict[str, datetime]:
        now = self._now()
        return {"made_at": now, "expires_at": now + life}
