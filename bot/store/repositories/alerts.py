"""Alerts and what became of them. Nothing is ever changed or taken away, and nothing closes an alert but a person.

An alert says that there is something to look at. It is no assessment, and it holds no word of whom it is about.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Optional

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session, aliased

from bot.store import tables
from bot.store.errors import StoreError
from bot.store.repositories.statements import insert_into, new_row, rows_changed

NOTIFIED = "notified"
NOT_DELIVERED = "not_delivered"
OPENED = "opened"
ACKNOWLEDGED = "acknowledged"
CLOSED = "closed"
NOTED = "noted"  # words of the team, at any time


class AlertError(StoreError):
    """An alert is not there, or is not in the state for what was asked."""


class AnsweredBeforeError(AlertError):
    """Somebody else was first; `before` says who and when."""

    def __init__(self, alert_id: int, before: Entry) -> None:
        self.alert_id, self.before = alert_id, before
        super().__init__(self.told(f"{before.at:%d %B %Y at %H:%M} UTC"))

    def told(self, when: str) -> str:
        """The sentence about it, with the time in the words of whoever shows it."""
        return f"Alert {self.alert_id} was {self.before.what} by {self.before.who} already, on {when}."


@dataclass(frozen=True)
class Entry:
    """One line of an alert's history. `who` is a name, or the way of a notification."""

    what: str
    at: datetime
    who: str
    note: str


@dataclass(frozen=True)
class KeptAlert:
    """An alert with its cue event and its history, oldest first."""

    id: int
    person_id: str
    channel: str
    pseudonym: str
    families: tuple[str, ...]
    text_id: str
    layout: str
    shown_at: datetime
    made_at: datetime
    history: tuple[Entry, ...]
    message_key: str = ""  # what the message that brought it is known by

    @property
    def acknowledged(self) -> Optional[Entry]:
        """Who said that they look, if anybody has."""
        return self._first(ACKNOWLEDGED)

    @property
    def closed(self) -> Optional[Entry]:
        """Who closed it and with what outcome, if anybody has."""
        return self._first(CLOSED)

    @property
    def opened_at(self) -> Optional[datetime]:
        """When somebody of the team first looked at it."""
        seen = self._first(OPENED, ACKNOWLEDGED)
        return seen.at if seen else None

    def _first(self, *what: str) -> Optional[Entry]:
        return next((entry for entry in self.history if entry.what in what), None)


class Alerts:
    """Making alerts, adding to their history and reading them."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now

    def make(self, person_id: str, cue_event_id: int) -> int:
        """Make the alert of a new cue event. Out: its id. Commit it with the cue event."""
        return new_row(self._session, tables.Alert, person_id=person_id, cue_event_id=cue_event_id, made_at=self._now())

    def note(self, alert_id: int, what: str, who: str, note: str = "") -> None:
        """Add a line that may come more than once: a notification, somebody who opened it."""
        new_row(self._session, tables.AlertHistory, alert_id=alert_id, what=what, at=self._now(), who=who, note=note)

    def acknowledge(self, alert_id: int, who: str, note: str = "") -> None:
        """Somebody looks at it. Raises AlertError when there is no such alert, or somebody did so before."""
        self._once(self.get(alert_id), ACKNOWLEDGED, who, note)

    def close(self, alert_id: int, who: str, outcome: str) -> None:
        """Somebody has dealt with it. Raises AlertError unless it was acknowledged and is not closed."""
        alert = self.get(alert_id)
        if alert.acknowledged is None:
            raise AlertError(f"Alert {alert_id} has not been acknowledged yet. Acknowledge it first.")
        if not outcome.strip():
            raise AlertError("Say what came of it: closing an alert needs a note.")
        self._once(alert, CLOSED, who, outcome)

    def get(self, alert_id: int) -> KeptAlert:
        """One alert. Raises AlertError when there is none with this id."""
        found = self._kept(tables.Alert.id == alert_id)
        if not found:
            raise AlertError(f"There is no alert {alert_id}. `cairn alerts list --all` shows all there are.")
        return found[0]

    def all(self) -> tuple[KeptAlert, ...]:
        """Every alert, oldest first."""
        return self._kept(text("1 = 1"))

    def open(self) -> tuple[KeptAlert, ...]:
        """Every alert that nobody has closed, oldest first."""
        return self._kept(_without(CLOSED))

    def unacknowledged(self) -> tuple[KeptAlert, ...]:
        """Every alert at which nobody has said that they look, oldest first."""
        return self._kept(_without(ACKNOWLEDGED))

    def of(self, person_id: str) -> tuple[KeptAlert, ...]:
        """A person's alerts, oldest first."""
        return self._kept(tables.Alert.person_id == person_id)

    def _once(self, alert: KeptAlert, what: str, who: str, note: str) -> None:
        if not who.strip():
            raise AlertError("Say who you are: an alert is answered by name.")
        line = insert_into(self._session, tables.AlertHistory).values(
            alert_id=alert.id, what=what, at=self._now(), who=who, note=note
        )
        first = line.on_conflict_do_nothing(index_elements=["alert_id", "what"], index_where=text(tables.ONCE))
        if not rows_changed(self._session, first):
            before = next(entry for entry in self.get(alert.id).history if entry.what == what)
            raise AnsweredBeforeError(alert.id, before)

    def _kept(self, which: Any) -> tuple[KeptAlert, ...]:
        alert, cue, identity = tables.Alert, tables.CueEvent, tables.Identity
        query = (
            select(alert, cue, identity)
            .join(cue, cue.id == alert.cue_event_id)
            .join(identity, identity.id == func.coalesce(cue.identity_id, _first_identity()))
            .where(which)
            .order_by(alert.id)
        )
        rows = self._session.execute(query).all()
        history = self._history([row.id for row, _, _ in rows])
        return tuple(
            KeptAlert(
                id=row.id,
                person_id=row.person_id,
                channel=known.channel,
                pseudonym=known.pseudonym,
                families=tuple(json.loads(shown.families)),
                text_id=shown.text_id,
                layout=shown.layout,
                shown_at=shown.at,
                made_at=row.made_at,
                history=tuple(history[row.id]),
                message_key=shown.message_key,
            )
            for row, shown, known in rows
        )

    def _history(self, alert_ids: Sequence[int]) -> dict[int, list[Entry]]:
        line = tables.AlertHistory
        query = select(line.alert_id, line.what, line.at, line.who, line.note).where(line.alert_id.in_(alert_ids))
        found: dict[int, list[Entry]] = defaultdict(list)
        for alert_id, what, at, who, note in self._session.execute(query.order_by(line.id)):
            found[alert_id].append(Entry(what, at, who, note))
        return found


def _first_identity() -> Any:
    """For what was kept before it was known in which conversation a cue came."""
    known = aliased(tables.Identity)
    of_person = select(func.min(known.id)).where(known.person_id == tables.Alert.person_id)
    return of_person.correlate(tables.Alert).scalar_subquery()


def _without(what: str) -> Any:
    line = tables.AlertHistory
    return ~select(line.id).where(line.alert_id == tables.Alert.id, line.what == what).exists()
