"""All that is kept of one person, as plain values that print as JSON.

It leaves nothing of theirs out. What staff wrote of an alert, and who of them, is not theirs and not in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store import tables
from bot.store.export_plan import ExportedPlan
from bot.store.reading import TEAM
from bot.store.repositories.alerts import Alerts
from bot.store.repositories.audit import Audit
from bot.store.repositories.call_names import CallNames
from bot.store.repositories.cue_events import CueEvents
from bot.store.repositories.sharing import Sharing
from bot.store.repositories.ways import Way, Ways


class Export:
    """The read side that shows a person's record."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session, self._now = session, now

    def person(self, person_id: str) -> dict[str, Any]:
        """Everything of this person; for an unknown id the same keys with nothing in them."""
        return {
            **ExportedPlan(self._session).person(person_id),
            "call_name": CallNames(self._session).known([person_id]).get(person_id, ""),
            "drafts": self._drafts(person_id),
            "cue_events": self._cue_events(person_id),
            "alerts": self._alerts(person_id),
            "sharing": self._sharing(person_id),
            "looks": self._looks(person_id),
            "consent": self._consents(person_id),
            "return_code": self._code(person_id),
            "links": self._links(person_id),
        }

    def _drafts(self, person_id: str) -> list[dict[str, Any]]:
        draft = tables.Draft
        query = select(draft).where(draft.person_id == person_id).order_by(draft.journey)
        return [
            {
                "journey": row.journey,
                "status": row.status,
                "answers": _as_json(row.content),
                "reply": _as_json(row.reply),
                "updated_at": row.updated_at.isoformat(),
            }
            for row in self._session.execute(query).scalars()
        ]

    def _cue_events(self, person_id: str) -> list[dict[str, Any]]:
        return [
            {
                "families": list(kept.event.families),
                "text_id": kept.event.text_id,
                "layout": kept.event.layout,
                "at": kept.event.at.isoformat(),
                "chosen_next": [{"what": choice.what, "at": choice.at.isoformat()} for choice in kept.choices],
            }
            for kept in CueEvents(self._session).of(person_id)
        ]

    def _alerts(self, person_id: str) -> list[dict[str, Any]]:
        """What `bot.store.reading` tells of alerts, and which text was shown: no name, and nothing that staff wrote."""
        return [
            {
                "id": alert.id,
                "made_at": alert.made_at.isoformat(),
                "text_id": alert.text_id,
                "shown_at": alert.shown_at.isoformat(),
                "was_asked_for": alert.layout == TEAM,
                "opened_at": alert.opened_at.isoformat() if alert.opened_at else None,
            }
            for alert in Alerts(self._session, self._now).of(person_id)
        ]

    def _looks(self, person_id: str) -> list[dict[str, Any]]:
        """Who of the staff looked, without what they wrote."""
        looks = Audit(self._session, self._now).looks(person_id)
        return [{"who": look.who, "what": look.what, "at": look.at.isoformat()} for look in looks]

    def _sharing(self, person_id: str) -> list[dict[str, Any]]:
        return [
            {
                "kind": choice.item.kind.value,
                "id": choice.item.id,
                "shared": choice.shared,
                "at": choice.at.isoformat(),
            }
            for choice in Sharing(self._session, self._now).choices(person_id)
        ]

    def _code(self, person_id: str) -> dict[str, Any] | None:
        code = Ways(self._session, self._now).code_of(person_id)
        return None if code is None else _way(code)

    def _links(self, person_id: str) -> list[dict[str, Any]]:
        links = Ways(self._session, self._now).links_of(person_id)
        return [{**_way(link), "may_change": link.may_change} for link in links]

    def _consents(self, person_id: str) -> list[dict[str, Any]]:
        consent = tables.Consent
        query = select(consent).where(consent.person_id == person_id).order_by(consent.id)
        return [
            {"given": row.given, "text_id": row.text_id, "at": row.at.isoformat()}
            for row in self._session.execute(query).scalars()
        ]


def _as_json(text: str) -> Any:
    """The value that was stored as JSON, or the text itself where it is not JSON."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _way(way: Way) -> dict[str, Any]:
    return {
        "made_at": way.made_at.isoformat(),
        "expires_at": way.expires_at.isoformat(),
        "used_at": way.used_at.isoformat() if way.used_at else None,
    }
