"""Rasa's own `events` table in the tracker database: read by increasing id, and erased for one person.

Rasa makes and fills the table; nothing here adds to it. A table or file not there yet holds no events.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Optional

from sqlalchemy import Column, Float, Integer, MetaData, String, Table, Text, case, delete, func, inspect, select
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.store.engine import engine_for, sqlite_file
from bot.store.errors import StoreNotReadyError, told

events = Table(
    "events",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("sender_id", String(255)),
    Column("type_name", String(255)),
    Column("timestamp", Float),
    Column("intent_name", String(255)),
    Column("action_name", String(255)),
    Column("data", Text),
)
_SPOKEN = ("user", "bot")


@dataclass(frozen=True)
class TrackerEvent:
    """One row of Rasa's table."""

    id: int
    sender: str
    type: str  # user, bot, action, slot, …
    at: float  # seconds since 1970
    written: str  # JSON

    @cached_property
    def data(self) -> dict[str, Any]:
        """What Rasa wrote of the event, empty where it cannot be read."""
        try:
            return mapping(json.loads(self.written))
        except ValueError:
            return {}

    @property
    def metadata(self) -> dict[str, Any]:
        """What our channels and actions attached to the message."""
        return mapping(self.data.get("metadata"))


def events_after(tracker_url: str, last_id: int, limit: int) -> list[TrackerEvent]:
    """The first events after an id, of all conversations, by increasing id."""
    return _read(tracker_url, select(events).where(events.c.id > last_id).order_by(events.c.id).limit(limit))


def spoken_last(tracker_url: str, pseudonym: str, limit: int) -> list[TrackerEvent]:
    """The last events of a conversation in which somebody said something, oldest first."""
    query = select(events).where(events.c.sender_id == pseudonym, events.c.type_name.in_(_SPOKEN))
    return _read(tracker_url, query.order_by(events.c.id.desc()).limit(limit))[::-1]


def spoken_after(tracker_url: str, pseudonym: str, message_id: str) -> list[TrackerEvent]:
    """What the assistant said after the message with this id and before the person's next one, oldest first."""
    mine = (events.c.sender_id == pseudonym, events.c.type_name == "user")
    # The id stands in the JSON exactly so: Rasa writes it, and ids of ours hold nothing that JSON would escape.
    named = events.c.data.contains(f'"message_id": {json.dumps(message_id)}', autoescape=True)
    found = _rows(tracker_url, select(func.min(events.c.id)).where(*mine, named))
    first = found[0][0] if found else None
    if first is None:
        return []
    later = _rows(tracker_url, select(func.min(events.c.id)).where(*mine, events.c.id > first))
    query = select(events).where(events.c.sender_id == pseudonym, events.c.type_name == "bot", events.c.id > first)
    if later and later[0][0] is not None:
        query = query.where(events.c.id < later[0][0])
    return _read(tracker_url, query.order_by(events.c.id))


def spoken_since(tracker_url: str, after_id: int, pseudonyms: Collection[str]) -> frozenset[str]:
    """Whose of these conversations have something said after an event."""
    query = select(events.c.sender_id).where(
        events.c.id > after_id, events.c.type_name.in_(_SPOKEN), events.c.sender_id.in_(pseudonyms)
    )
    return frozenset(row.sender_id for row in _rows(tracker_url, query.distinct()))


def said_before(tracker_url: str, pseudonym: str, event_id: int) -> Optional[TrackerEvent]:
    """What the person said last before an event."""
    query = select(events).where(events.c.sender_id == pseudonym, events.c.type_name == "user", events.c.id < event_id)
    found = _read(tracker_url, query.order_by(events.c.id.desc()).limit(1))
    return found[0] if found else None


def highest_id(tracker_url: str) -> int:
    """The id of the newest event, 0 when there is none."""
    rows = _rows(tracker_url, select(func.max(events.c.id)))
    return (rows[0][0] or 0) if rows else 0


def erase(tracker_url: str, pseudonym: str) -> int:
    """Erase all events of a person. Out: how many there were."""
    if _file_is_missing(tracker_url):
        return 0
    try:
        with engine_for(tracker_url).begin() as connection:
            if _has_no_table(connection):
                return 0
            return int(connection.execute(delete(events).where(events.c.sender_id == pseudonym)).rowcount)
    except SQLAlchemyError as error:
        raise told(error) from None


@dataclass(frozen=True)
class Conversation:
    """When a conversation was last added to (in seconds since 1970), and with which id its last session began."""

    last_at: float
    session_id: int


def conversation(tracker_url: str, pseudonym: str) -> Optional[Conversation]:
    """What is known of somebody's conversation, None where there is nothing."""
    starts: Any = case((events.c.type_name == "session_started", events.c.id), else_=0)
    query = select(func.max(events.c.timestamp), func.max(starts)).where(events.c.sender_id == pseudonym)
    rows = _rows(tracker_url, query)
    return Conversation(*rows[0]) if rows and rows[0][0] is not None else None


def said_until(tracker_url: str, at: float, up_to_id: int, after_id: int, limit: int) -> list[tuple[int, str]]:
    """The first events, by id, that are older than a moment: their ids and whose they are."""
    query = select(events.c.id, events.c.sender_id).where(
        events.c.timestamp < at, events.c.id <= up_to_id, events.c.id > after_id
    )
    return [(row.id, row.sender_id) for row in _rows(tracker_url, query.order_by(events.c.id).limit(limit))]


def forget(tracker_url: str, which: Any) -> int:
    """Delete the events that a condition chooses, but never the newest of all: SQLite would give its id out again.

    The newest says that the assistant listens; it holds nobody's words. Out: how many were deleted.
    """
    newest = select(func.max(events.c.id)).scalar_subquery()
    try:
        with engine_for(tracker_url).begin() as connection:
            done = connection.execute(delete(events).where(which, events.c.id < newest))
        return int(done.rowcount)
    except SQLAlchemyError as error:
        raise told(error) from None


def overwrite(tracker_url: str) -> None:
    """Let nothing that was deleted stand in SQLite's log either; when somebody reads just now, another time."""
    if sqlite_file(tracker_url) is None:
        return
    try:
        with engine_for(tracker_url).connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
    except SQLAlchemyError as error:
        raise told(error) from None


def mapping(value: object) -> dict[str, Any]:
    """The value if it is a mapping, else an empty one: what others wrote may be anything."""
    return value if isinstance(value, dict) else {}


def _read(tracker_url: str, query: Any) -> list[TrackerEvent]:
    return [
        TrackerEvent(row.id, row.sender_id, row.type_name, row.timestamp or 0.0, row.data or "")
        for row in _rows(tracker_url, query)
    ]


def _rows(tracker_url: str, query: Any) -> Sequence[Any]:
    if _file_is_missing(tracker_url):
        return ()
    try:
        with engine_for(tracker_url).connect() as connection:
            return connection.execute(query).all()
    except SQLAlchemyError as error:
        reason = told(error)
        if isinstance(reason, StoreNotReadyError):
            return ()
        raise reason from None


def _file_is_missing(tracker_url: str) -> bool:
    file = sqlite_file(tracker_url)
    return file is not None and not file.exists()


def _has_no_table(connection: Connection) -> bool:
    return not inspect(connection).has_table(events.name)
