"""That a message brought support: families and the text shown, never the message."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store import tables
from bot.store.repositories.statements import insert_into, rows_changed


@dataclass(frozen=True)
class CueEvent:
    """Support shown for one message of a person."""

    message_key: str  # the same for one message, however often it is seen
    families: tuple[str, ...]
    text_id: str
    layout: str
    at: datetime


class CueEvents:
    """Keeping cue events, once each."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def record(self, person_id: str, event: CueEvent) -> bool:
        """Keep the event of a message; False when it was there already."""
        statement = insert_into(self._session, tables.CueEvent).values(
            person_id=person_id,
            message_key=event.message_key,
            families=json.dumps(event.families),
            text_id=event.text_id,
            layout=event.layout,
            at=event.at,
        )
        unless_known = statement.on_conflict_do_nothing(index_elements=["message_key"])
        return rows_changed(self._session, unless_known) == 1

    def of(self, person_id: str) -> tuple[CueEvent, ...]:
        """A person's cue events, oldest first."""
        cue = tables.CueEvent
        query = (
            select(cue.message_key, cue.families, cue.text_id, cue.layout, cue.at)
            .where(cue.person_id == person_id)
            .order_by(cue.at, cue.id)
        )
        return tuple(
            CueEvent(key, tuple(json.loads(families)), text_id, layout, at)
            for key, families, text_id, layout, at in self._session.execute(query)
        )
