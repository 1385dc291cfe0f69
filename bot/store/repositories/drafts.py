"""The answers of an open dialogue, written after every turn so that no crash costs a word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Optional

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from bot.store import tables
from bot.store.repositories.statements import insert_into, rows_changed

OPEN = "open"
FINISHED = "finished"


@dataclass(frozen=True)
class StoredDraft:
    """A draft as it is kept: its answers, and the last message with the reply that it got."""

    content: str  # JSON
    status: str = OPEN
    message_id: str = ""
    message_digest: str = ""
    reply: str = ""  # JSON


# Made once, because a turn runs both: building a statement costs more than running it.
_ROW = (
    tables.Draft.person_id == bindparam("of_person"),
    tables.Draft.journey == bindparam("of_journey"),
)
_GET = select(
    tables.Draft.content,
    tables.Draft.status,
    tables.Draft.message_id,
    tables.Draft.message_digest,
    tables.Draft.reply,
).where(*_ROW)
_REPLACE = (
    update(tables.Draft)
    .where(*_ROW)
    .values({name: bindparam(name) for name in (*StoredDraft.__dataclass_fields__, "updated_at")})
)


class Drafts:
    """One draft for each person and journey."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now

    def get(self, person_id: str, journey: str) -> Optional[StoredDraft]:
        """The draft of this journey, open or finished, or None."""
        row = self._session.execute(_GET, {"of_person": person_id, "of_journey": journey}).first()
        return None if row is None else StoredDraft(*row)

    def open_journeys(self, person_id: str) -> tuple[str, ...]:
        """The journeys that were begun and not finished, the latest first."""
        draft = tables.Draft
        query = (
            select(draft.journey)
            .where(draft.person_id == person_id, draft.status == OPEN)
            .order_by(draft.updated_at.desc(), draft.journey)
        )
        return tuple(self._session.execute(query).scalars())

    def put(self, person_id: str, journey: str, draft: StoredDraft) -> None:
        """Keep this draft in place of the one before: one statement, two for the first of a journey."""
        values = {**asdict(draft), "updated_at": self._now()}
        row = {"of_person": person_id, "of_journey": journey}
        if rows_changed(self._session, _REPLACE, {**row, **values}):
            return
        first = insert_into(self._session, tables.Draft).values(person_id=person_id, journey=journey, **values)
        rows_changed(self._session, first.on_conflict_do_update(index_elements=["person_id", "journey"], set_=values))

    def delete(self, person_id: str, journey: str) -> None:
        """Drop the draft of this journey, if there is one."""
        row = {"of_person": person_id, "of_journey": journey}
        rows_changed(self._session, delete(tables.Draft).where(*_ROW), row)

    def delete_all(self, person_id: str) -> None:
        """Drop every draft of this person."""
        rows_changed(self._session, delete(tables.Draft).where(tables.Draft.person_id == person_id))
