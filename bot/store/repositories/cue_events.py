"""That a message brought support: families, the text shown and what was chosen next, never the message."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Optional

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.store import tables
from bot.store.repositories.statements import insert_into, rows_changed

ASK = "ask"  # the layout of the short question


@dataclass(frozen=True)
class CueEvent:
    """Support shown for one message of a person."""

    message_key: str  # the same for one message, however often it is seen
    families: tuple[str, ...]
    text_id: str
    layout: str
    at: datetime
    alerts: Optional[bool] = None  # whether they were told that the team may see it, where that is known


@dataclass(frozen=True)
class Choice:
    """What a person did after support was shown, by name: carry_on, plan, more, misunderstood, text …"""

    what: str
    at: datetime


@dataclass(frozen=True)
class KeptCueEvent:
    """A cue event as it is kept, with what the person chose next, oldest first."""

    id: int
    event: CueEvent
    choices: tuple[Choice, ...] = ()


class CueEvents:
    """Keeping cue events, once each."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def record(self, person_id: str, event: CueEvent, pseudonym: str = "") -> Optional[int]:
        """Keep the event of a message in the conversation of a pseudonym. Out: its id, None when it was there already.

        A card outweighs the short question: two processes may have answered one message, each with what it knew.
        """
        statement = insert_into(self._session, tables.CueEvent).values(
            person_id=person_id,
            message_key=event.message_key,
            families=json.dumps(event.families),
            text_id=event.text_id,
            layout=event.layout,
            at=event.at,
            alerts=event.alerts,
            identity_id=_identity_of(person_id, pseudonym),
        )
        unless_known = statement.on_conflict_do_nothing(index_elements=["message_key"])
        if not rows_changed(self._session, unless_known) and not self._outweighs(event):
            return None
        cue = tables.CueEvent
        return int(self._session.execute(select(cue.id).where(cue.message_key == event.message_key)).scalar_one())

    def _outweighs(self, event: CueEvent) -> bool:
        if event.layout == ASK:
            return False
        cue = tables.CueEvent
        asked = (cue.message_key == event.message_key) & (cue.layout == ASK)
        now = {
            "families": json.dumps(event.families),
            "text_id": event.text_id,
            "layout": event.layout,
            "alerts": event.alerts,
        }
        return bool(rows_changed(self._session, update(cue).where(asked).values(**now)))

    def chose(self, cue_event_id: int, choice: Choice) -> None:
        """Keep what the person chose; the same choice after the same event is kept once."""
        statement = insert_into(self._session, tables.CueChoice).values(
            cue_event_id=cue_event_id, what=choice.what, at=choice.at
        )
        rows_changed(self._session, statement.on_conflict_do_nothing(index_elements=["cue_event_id", "what"]))

    def of(self, person_id: str) -> tuple[KeptCueEvent, ...]:
        """A person's cue events, oldest first."""
        return self._kept(tables.CueEvent.person_id == person_id).get(person_id, ())

    def of_pseudonyms(self, pseudonyms: Collection[str]) -> dict[str, tuple[KeptCueEvent, ...]]:
        """The cue events of each of these people who has any, oldest first."""
        identity = tables.Identity
        query = select(identity.pseudonym, identity.person_id).where(identity.pseudonym.in_(pseudonyms))
        people: dict[str, str] = dict(map(tuple, self._session.execute(query)))
        kept = self._kept(tables.CueEvent.person_id.in_(people.values())) if people else {}
        return {pseudonym: kept[person_id] for pseudonym, person_id in people.items() if person_id in kept}

    def _kept(self, whose: Any) -> dict[str, tuple[KeptCueEvent, ...]]:
        cue = tables.CueEvent
        query = select(cue).where(whose).order_by(cue.at, cue.id)
        rows = self._session.execute(query).scalars().all()
        choices = self._choices([row.id for row in rows])
        found: dict[str, list[KeptCueEvent]] = defaultdict(list)
        for row in rows:
            families = tuple(json.loads(row.families))
            event = CueEvent(row.message_key, families, row.text_id, row.layout, row.at, row.alerts)
            found[row.person_id].append(KeptCueEvent(row.id, event, tuple(choices[row.id])))
        return {person_id: tuple(events) for person_id, events in found.items()}

    def _choices(self, cue_event_ids: Sequence[int]) -> dict[int, list[Choice]]:
        choice = tables.CueChoice
        query = select(choice.cue_event_id, choice.what, choice.at).where(choice.cue_event_id.in_(cue_event_ids))
        found: dict[int, list[Choice]] = defaultdict(list)
        for cue_event_id, what, at in self._session.execute(query.order_by(choice.at, choice.id)):
            found[cue_event_id].append(Choice(what, at))
        return found


def _identity_of(person_id: str, pseudonym: str) -> Any:
    identity = tables.Identity
    theirs = (identity.person_id == person_id) & (identity.pseudonym == pseudonym)
    return select(func.min(identity.id)).where(theirs).scalar_subquery()
