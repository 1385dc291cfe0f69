"""How far a worker has read. While a cursor is held, other readers and erasing wait for the commit."""

from __future__ import annotations

from typing import Optional

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.store import tables
from bot.store.repositories.statements import insert_into, rows_changed


class Cursors:
    """Reading, holding and moving cursors by name."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def position(self, name: str) -> int:
        """The id read last, 0 before the first; nobody is kept waiting."""
        cursor = tables.WorkerCursor
        found: Optional[int] = self._session.execute(
            select(cursor.last_id).where(cursor.name == name)
        ).scalar_one_or_none()
        return found or 0

    def hold(self, name: str) -> int:
        """The id read last; until this unit of work ends nobody else gets past this line."""
        cursor = tables.WorkerCursor
        # The update that changes nothing takes the row's lock, and on SQLite the file's.
        held = update(cursor).where(cursor.name == name).values(last_id=cursor.last_id)
        if not rows_changed(self._session, held):
            first = insert_into(self._session, cursor).values(name=name, last_id=0)
            rows_changed(
                self._session,
                first.on_conflict_do_update(index_elements=["name"], set_={"last_id": cursor.last_id}),
            )
        return self.position(name)

    def move(self, name: str, last_id: int) -> None:
        """Remember that everything up to this id was dealt with. Call after hold."""
        cursor = tables.WorkerCursor
        rows_changed(self._session, update(cursor).where(cursor.name == name).values(last_id=last_id))
