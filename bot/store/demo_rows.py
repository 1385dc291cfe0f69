"""The few rows that only invented people need: somebody with a chosen id, and events as Rasa writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Float, Integer, MetaData, String, Table, Text, func, insert, select
from sqlalchemy.orm import Session

from bot.store import tables
from bot.store.engine import engine_for
from bot.store.unit_of_work import UnitOfWork

# As Rasa 3.6 makes it (rasa/core/tracker_store.py, SQLEvent).
_EVENTS = Table(
    "events",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("sender_id", String(255), nullable=False, index=True),
    Column("type_name", String(255), nullable=False),
    Column("timestamp", Float),
    Column("intent_name", String(255)),
    Column("action_name", String(255)),
    Column("data", Text),
)


def count_people(database_url: str) -> int:
    """How many people a database knows."""
    with Session(engine_for(database_url), future=True) as session:
        return int(session.execute(select(func.count()).select_from(tables.Person)).scalar_one())


def admit(work: UnitOfWork, person_id: str, pseudonym: str, at: datetime) -> None:
    """Let in somebody invented, under an id that the same seed gives again."""
    session: Session = work._session
    session.execute(insert(tables.Person).values(id=person_id, created_at=at))
    session.execute(insert(tables.Identity).values(person_id=person_id, channel="web", pseudonym=pseudonym))


def write_events(tracker_url: str, rows: Sequence[dict[str, Any]]) -> None:
    """Add events to Rasa's table, which is made where there is none yet."""
    engine = engine_for(tracker_url)
    _EVENTS.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(_EVENTS), rows)
