"""The read side of the staff's lists: what waits to be acknowledged or closed, and words around a moment.

Everything here is by time only: there is no other order, and no alert is before another but the older one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from bot.store import tables
from bot.store.message_keys import message_key
from bot.store.repositories.alerts import ACKNOWLEDGED, CLOSED, KeptAlert
from bot.store.tracker_events import TrackerEvent, _read, _rows, events, mapping
from bot.summaries.conversations import stretch

TURNS_AROUND = 2
_SAME = 0.05  # seconds within which a message and the support it brought have one and the same time
_BEFORE = 600.0  # seconds from before support was shown, in which its message is looked for
_MOST = 400  # things said that are looked through for it
_SPOKEN = ("user", "bot")
_ROUNDED = 0.001  # seconds by which a moment may differ from what Rasa wrote of it
Span = tuple[datetime, datetime]  # from when to when, both with it


@dataclass(frozen=True)
class Waiting:
    """One alert in a list. Its age counts from when support was shown: the alert itself may have been made later."""

    id: int
    person_id: str
    layout: str
    shown_at: datetime
    acknowledged_by: str = ""
    acknowledged_at: datetime | None = None


@dataclass(frozen=True)
class Waitings:
    """The oldest alerts of a kind, and how many there are in all."""

    first: tuple[Waiting, ...]
    count: int


@dataclass(frozen=True)
class Spoken:
    """One line of a conversation. `support` is the layout of support that was shown with it.

    `words` is the key of what we said, `offered` what could be picked there.
    """

    id: int
    by_person: bool
    text: str
    at: datetime
    step: str = ""
    support: str = ""
    is_cue: bool = False
    words: str = ""
    offered: tuple[str, ...] = ()

    @property
    def question(self) -> str:
        """What was asked in it, in its own words."""
        return " ".join(asked.strip() for asked in re.findall(r"[^.!?\n]+\?", self.text))


class StaffLists:
    """What waits."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def unacknowledged(self, limit: int, skip: int = 0) -> Waitings:
        """Alerts at which nobody has said that they look, oldest first."""
        return self._list(~_has(ACKNOWLEDGED), limit, skip)

    def being_looked_at(self, limit: int, skip: int = 0) -> Waitings:
        """Alerts that somebody acknowledged and nobody has closed, oldest first."""
        return self._list(_has(ACKNOWLEDGED) & ~_has(CLOSED), limit, skip)

    def _list(self, which: Any, limit: int, skip: int) -> Waitings:
        alert, cue, line = tables.Alert, tables.CueEvent, tables.AlertHistory
        query = (
            select(alert.id, alert.person_id, cue.layout, cue.at, line.who, line.at)
            .join(cue, cue.id == alert.cue_event_id)
            .outerjoin(line, (line.alert_id == alert.id) & (line.what == ACKNOWLEDGED))
            .where(which)
            .order_by(cue.at, alert.id)
        )
        rows = self._session.execute(query.limit(limit).offset(skip)).all()
        count = self._session.execute(select(func.count()).select_from(alert).where(which)).scalar_one()
        first = tuple(Waiting(row[0], row[1], row[2], row[3], row[4] or "", row[5]) for row in rows)
        return Waitings(first, int(count))

    def pseudonyms(self, person_id: str) -> tuple[str, ...]:
        """Under which names a person's conversations are kept."""
        identity = tables.Identity
        query = select(identity.pseudonym).where(identity.person_id == person_id).order_by(identity.id)
        return tuple(self._session.execute(query).scalars())


def _has(what: str) -> Any:
    line = aliased(tables.AlertHistory)
    return select(line.id).where(line.alert_id == tables.Alert.id, line.what == what).correlate(tables.Alert).exists()


def words_around(tracker_url: str, alert: KeptAlert, turns: int = TURNS_AROUND) -> tuple[Spoken, ...]:
    """The message that brought an alert with so many turns either side, oldest first; nothing where it is not kept.

    A turn is a message of the person's with what was said to it. None is of another conversation than the message. No
    other message is ever taken for that one: what was said before it may be private. Raises StoreError.
    """
    pseudonym = alert.pseudonym
    mine = (events.c.sender_id == pseudonym, events.c.type_name == "user")
    cue = _message_of(tracker_url, alert)
    if not cue:
        return ()
    before = select(events.c.id).where(*mine, events.c.id <= cue).order_by(events.c.id.desc())
    starts = [row.id for row in _rows(tracker_url, before.limit(turns + 1))]
    after = select(events.c.id).where(*mine, events.c.id > starts[0]).order_by(events.c.id)
    ends = [row.id for row in _rows(tracker_url, after.limit(turns + 1))]
    query = select(events).where(
        events.c.sender_id == pseudonym, events.c.type_name.in_(_SPOKEN), events.c.id >= starts[-1]
    )
    if len(ends) > turns:
        query = query.where(events.c.id < ends[turns])
    found = [_spoken(event, is_cue=event.id == cue) for event in _read(tracker_url, query.order_by(events.c.id))]
    said_at = next(one.at for one in found if one.is_cue)
    first, last = stretch([one.at for one in found], said_at)
    return tuple(one for one in found if first <= one.at <= last)


def _message_of(tracker_url: str, alert: KeptAlert) -> int:
    """The id of the event that holds the message, which may have been kept long after support was shown; else 0."""
    moment = alert.shown_at.timestamp()
    query = select(events).where(
        events.c.sender_id == alert.pseudonym,
        events.c.type_name.in_(_SPOKEN),
        events.c.timestamp >= moment - _BEFORE,
    )
    found = _read(tracker_url, query.order_by(events.c.id).limit(_MOST))
    said: TrackerEvent | None = None
    for event in found:
        said = event if event.type == "user" else said
        support = mapping(event.metadata.get("support")) if event is not said else {}
        if said is not None and message_key(said, support) == alert.message_key:
            return said.id
    return next((event.id for event in found if event.type == "user" and abs(event.at - moment) < _SAME), 0)


def said_at(tracker_url: str, pseudonym: str) -> dict[int, datetime]:
    """When each line that is kept of somebody was said, by its number. Raises StoreError."""
    query = select(events.c.id, events.c.timestamp).where(
        events.c.sender_id == pseudonym, events.c.type_name.in_(_SPOKEN), events.c.timestamp.is_not(None)
    )
    return {row.id: _moment(row.timestamp) for row in _rows(tracker_url, query)}


def conversation(
    tracker_url: str, pseudonym: str, limit: int, before: int = 0, within: Span | None = None
) -> tuple[Spoken, ...]:
    """The last lines of somebody, or those before an event, or of a time, oldest first. Raises StoreError."""
    query = _lines(pseudonym, within)
    query = query.where(events.c.id < before) if before else query
    found = _read(tracker_url, query.order_by(events.c.id.desc()).limit(limit))
    return tuple(_spoken(event, is_cue=False) for event in reversed(found))


def conversation_after(
    tracker_url: str, pseudonym: str, limit: int, after: int, within: Span | None = None
) -> tuple[Spoken, ...]:
    """The first lines of somebody after an event, or of a time, oldest first. Raises StoreError."""
    query = _lines(pseudonym, within).where(events.c.id > after)
    found = _read(tracker_url, query.order_by(events.c.id).limit(limit))
    return tuple(_spoken(event, is_cue=False) for event in found)


def _lines(pseudonym: str, within: Span | None) -> Any:
    query = select(events).where(events.c.sender_id == pseudonym, events.c.type_name.in_(_SPOKEN))
    if within is None:
        return query
    first, last = (moment.timestamp() for moment in within)
    return query.where(events.c.timestamp.between(first - _ROUNDED, last + _ROUNDED))


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, timezone.utc)


def _spoken(event: TrackerEvent, is_cue: bool) -> Spoken:
    by_person = event.type == "user"
    support = mapping(event.metadata.get("support"))
    text = event.data.get("text")
    return Spoken(
        id=event.id,
        by_person=by_person,
        text=text if isinstance(text, str) else "",
        at=_moment(event.at),
        step=str(event.metadata.get("step") or ""),
        support="" if by_person else str(support.get("layout") or ""),
        is_cue=is_cue,
        words=str(event.metadata.get("utter_action") or ""),
        offered=_offered(event),
    )


def _offered(event: TrackerEvent) -> tuple[str, ...]:
    buttons = mapping(event.data.get("data")).get("buttons")
    found = [mapping(button) for button in buttons] if isinstance(buttons, list) else []
    return tuple(str(button.get("title") or "") for button in found)
