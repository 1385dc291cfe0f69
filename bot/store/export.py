"""All that is kept of one person, as plain values that print as JSON. It never leaves anything out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Optional

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store import tables
from bot.store.columns import utc_now
from bot.store.repositories.alerts import Alerts
from bot.store.repositories.cue_events import CueEvents
from bot.store.repositories.sharing import Sharing


class Export:
    """The read side that shows a person's record."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def person(self, person_id: str) -> dict[str, Any]:
        """Everything of this person; for an unknown id the same keys with nothing in them."""
        hopes = self._hopes(person_id)
        return {
            "strengths": self._strengths(person_id),
            "goals": self._goals(person_id),
            "hope": hopes[-1] if hopes else None,
            "earlier_hope": hopes[:-1],
            "check_ins": [],
            "hard_times": None,
            "drafts": self._drafts(person_id),
            "cue_events": self._cue_events(person_id),
            "alerts": self._alerts(person_id),
            "sharing": self._sharing(person_id),
            "consent": self._consents(person_id),
        }

    def _strengths(self, person_id: str) -> list[dict[str, Any]]:
        strength, version = tables.Strength, tables.PlanVersion
        rows = self._session.execute(
            select(strength, version)
            .join(version, version.id == strength.plan_version_id)
            .where(version.person_id == person_id)
            .order_by(strength.id)
        ).all()
        evidence = self._evidence([row.id for row, _ in rows])
        return [
            {
                "id": row.id,
                "label": row.label,
                "evidence": evidence.get(row.id, []),
                "way_in": row.way_in,
                "category": row.category,
                "fit": row.fit,
                **_agreed(version_row),
            }
            for row, version_row in rows
        ]

    def _evidence(self, strength_ids: Sequence[int]) -> dict[int, list[str]]:
        evidence = tables.Evidence
        query = (
            select(evidence.strength_id, evidence.what)
            .where(evidence.strength_id.in_(strength_ids))
            .order_by(evidence.id)
        )
        found: dict[int, list[str]] = {}
        for strength_id, what in self._session.execute(query):
            found.setdefault(strength_id, []).append(what)
        return found

    def _goals(self, person_id: str) -> list[dict[str, Any]]:
        goal, goal_version, version = tables.Goal, tables.GoalVersion, tables.PlanVersion
        step, if_then = tables.Step, tables.IfThen
        query = (
            select(goal_version, version, step, if_then)
            .select_from(goal)
            .join(goal_version, goal_version.goal_id == goal.id)
            .join(version, version.id == goal_version.plan_version_id)
            .outerjoin(step, step.goal_version_id == goal_version.id)
            .outerjoin(if_then, if_then.goal_version_id == goal_version.id)
            .where(goal.person_id == person_id)
            .order_by(goal.id, goal_version.number)
        )
        versions: dict[int, list[dict[str, Any]]] = {}
        for row, version_row, step_row, if_then_row in self._session.execute(query):
            versions.setdefault(row.goal_id, []).append(_goal(row, version_row, step_row, if_then_row))
        return [{**history[-1], "versions": history} for history in versions.values()]

    def _hopes(self, person_id: str) -> list[dict[str, Any]]:
        hope, version, if_then = tables.Hope, tables.PlanVersion, tables.IfThen
        query = (
            select(hope, version, if_then)
            .join(version, version.id == hope.plan_version_id)
            .outerjoin(if_then, if_then.hope_id == hope.id)
            .where(version.person_id == person_id)
            .order_by(hope.id)
        )
        return [
            {
                "id": row.id,
                "now": row.now,
                "memory": row.memory,
                "act": row.act,
                "if_then": _if_then(if_then_row),
                "note": row.note,
                "show_note": row.show_note,
                **_agreed(version_row),
            }
            for row, version_row, if_then_row in self._session.execute(query)
        ]

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
        return [
            {
                "id": alert.id,
                "made_at": alert.made_at.isoformat(),
                "text_id": alert.text_id,
                "shown_at": alert.shown_at.isoformat(),
                "history": [{**asdict(entry), "at": entry.at.isoformat()} for entry in alert.history],
            }
            for alert in Alerts(self._session, utc_now).of(person_id)
        ]

    def _sharing(self, person_id: str) -> list[dict[str, Any]]:
        return [
            {
                "kind": choice.item.kind.value,
                "id": choice.item.id,
                "shared": choice.shared,
                "at": choice.at.isoformat(),
            }
            for choice in Sharing(self._session, utc_now).choices(person_id)
        ]

    def _consents(self, person_id: str) -> list[dict[str, Any]]:
        consent = tables.Consent
        query = select(consent).where(consent.person_id == person_id).order_by(consent.id)
        return [
            {"given": row.given, "text_id": row.text_id, "at": row.at.isoformat()}
            for row in self._session.execute(query).scalars()
        ]


def _goal(
    row: tables.GoalVersion,
    version: tables.PlanVersion,
    step: Optional[tables.Step],
    if_then: Optional[tables.IfThen],
) -> dict[str, Any]:
    return {
        "id": row.goal_id,
        "vision": row.vision,
        "towards": row.towards,
        "importance": row.importance,
        "importance_reason": row.importance_reason,
        "confidence": row.confidence,
        "steps": [] if step is None else [{"what": step.what, "when": step.moment}],
        "if_then": _if_then(if_then),
        **_agreed(version),
    }


def _if_then(row: Optional[tables.IfThen]) -> Optional[dict[str, str]]:
    return None if row is None else {"cue": row.cue, "act": row.act}


def _agreed(version: tables.PlanVersion) -> dict[str, Any]:
    return {
        "plan_version": version.number,
        "version_note": version.note,
        "confirmed_at": version.confirmed_at.isoformat(),
    }


def _as_json(text: str) -> Any:
    """The value that was stored as JSON, or the text itself where it is not JSON."""
    try:
        return json.loads(text)
    except ValueError:
        return text
