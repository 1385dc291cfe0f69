"""Rasa's tracker store on the database of the settings, and the place where long sessions are cut.

A turn's time grows with its session, so after LONGEST turns a new one begins between two turns, with the form and the
slots as they were. It must never cut while the support card waits, and never block the process on the database.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from itertools import islice
from typing import Any, Optional

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import func
from sqlalchemy.orm import Session, sessionmaker

from bot.safety.support import from_facts
from bot.settings import settings
from bot.store.engine import engine_for

LONGEST = 10  # the person's messages in a session before it is cut
LONGEST_WITH_SUPPORT = 100  # earlier cues are part of how later messages are read
ON_SAVE: ContextVar[Optional[asyncio.Event]] = ContextVar("ON_SAVE", default=None)
# Set where the tracker could not be read or kept: Rasa answers all the same, as if nothing had been said before.
LOST: ContextVar[Optional[asyncio.Event]] = ContextVar("LOST", default=None)
_class_of = lru_cache(maxsize=None)(Event.resolve_by_type)  # Rasa searches all subclasses for every stored event


class CairnTrackerStore(SQLTrackerStore):
    """Keeps Rasa's `events` table in the tracker database. All SQL runs in threads."""

    def __init__(
        self,
        domain: Optional[Domain] = None,
        event_broker: Optional[EventBroker] = None,
        url: str = "",
        **kwargs: Any,  # noqa: ARG002 (what Rasa passes from endpoints.yml)
    ) -> None:
        # Rasa's own constructor waits for its database for ever; the guard has to answer without one.
        TrackerStore.__init__(self, domain, event_broker)
        self.engine = engine_for(url or settings().tracker_url)
        self.sessionmaker = sessionmaker(bind=self.engine)
        self._has_table = False

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """The tracker of the latest session."""
        with _noticed():
            return await asyncio.to_thread(self._read, sender_id, False)

    async def retrieve_full_tracker(self, conversation_id: str) -> Optional[DialogueStateTracker]:
        return await asyncio.to_thread(self._read, conversation_id, True)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep what is new in one transaction. Whoever set ON_SAVE learns that the turn is decided from here on."""
        if not tracker.events:
            return  # Rasa saves a stranger's tracker before the turn begins
        started = ON_SAVE.get()
        if started is not None:
            started.set()
        with _noticed():
            await asyncio.to_thread(self._write, tracker)

    def append(self, sender_id: str, events: list[Event], session: float) -> None:
        """Keep events at the end of a conversation, without a tracker; after `session` idle seconds in a new one."""
        with self._session() as database:
            query = database.query(func.max(self.SQLEvent.timestamp)).filter(self.SQLEvent.sender_id == sender_id)
            last = query.scalar()
            if last is None or events[0].timestamp - last > session:
                events = [*new_session([], events[0].timestamp), *events]
            database.bulk_insert_mappings(self.SQLEvent, [_row(sender_id, event) for event in events])
            database.commit()

    def _read(self, sender_id: str, all_sessions: bool) -> Optional[DialogueStateTracker]:
        if self.domain is None:
            return None
        with self._session() as session:
            rows = self._event_query(session, sender_id, all_sessions).with_entities(self.SQLEvent.data).all()
        if not rows:
            return None
        return DialogueStateTracker.from_events(sender_id, [_event(row.data) for row in rows], self.domain.slots)

    def _write(self, tracker: DialogueStateTracker) -> None:
        with self._session() as session:
            kept = self._event_query(session, tracker.sender_id, fetch_events_from_all_sessions=False).count()
            old, new = list(islice(tracker.events, kept)), list(islice(tracker.events, kept, None))
            if self.domain is not None and cut_is_due(old, new):
                new = fresh_start(tracker.sender_id, old, self.domain, new[0].timestamp) + new
            session.bulk_insert_mappings(self.SQLEvent, [_row(tracker.sender_id, event) for event in new])
            session.commit()

    def _session(self) -> Session:
        if not self._has_table:
            self.Base.metadata.create_all(self.engine)
            self._has_table = True
        return self.sessionmaker()


@contextmanager
def _noticed() -> Iterator[None]:
    """Whoever set LOST learns of a failure, which Rasa keeps to itself."""
    try:
        yield
    except Exception:
        lost = LOST.get()
        if lost is not None:
            lost.set()
        raise


def cut_is_due(old: Sequence[Event], new: Sequence[Event]) -> bool:
    """Whether a new session begins with this turn."""
    if not old or not new or not isinstance(new[0], UserUttered):
        return False
    if _asks(old) and not _asks(new):
        return False  # the question that was shown last must stay in the session
    turns = sum(isinstance(event, UserUttered) for event in old)
    return turns >= (LONGEST_WITH_SUPPORT if _shows_support(old) else LONGEST)


def fresh_start(sender_id: str, old: Iterable[Event], domain: Domain, at: float) -> list[Event]:
    """The events that begin a session where the old one stood: its slots, its form, listening."""
    before = DialogueStateTracker.from_events(sender_id, list(old), domain.slots)
    slots = [SlotSet(slot.name, slot.value) for slot in before.slots.values() if slot.value is not None]
    loop = [ActiveLoop(before.active_loop_name)] if before.active_loop_name else []
    return new_session([*slots, *loop], at)


def new_session(state: Iterable[Event], at: float) -> list[Event]:
    """The events with which Rasa begins a session that has this state."""
    events = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted(), *state, ActionExecuted(ACTION_LISTEN_NAME)]
    for event in events:
        event.timestamp = at  # Rasa finds a session by the time of its start
    return events


def _asks(events: Iterable[Event]) -> bool:
    return any(isinstance(event, BotUttered) and "step" in event.metadata for event in events)


def _shows_support(events: Iterable[Event]) -> bool:
    return any(isinstance(event, BotUttered) and from_facts(event.metadata.get("support")) for event in events)


def _event(written: str) -> Event:
    parameters = json.loads(written)
    return _class_of(parameters["event"])._from_parameters(parameters)


def _row(sender_id: str, event: Event) -> dict[str, Any]:
    data = event.as_dict()
    return {
        "sender_id": sender_id,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": (data.get("parse_data") or {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }
