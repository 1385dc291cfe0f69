"""A person's plan as plain values: each item as it stands with all its versions, and what was taken out too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from bot.coaching.plan import CheckIn, Goal, HardTimes, Hope, OwnLine, Strength
from bot.store.repositories.plan_rows import Agreed, PlanRows, Version

What = TypeVar("What")
Shown = dict[str, Any]


class ExportedPlan:
    """The read side that shows a plan whole."""

    def __init__(self, session: Session) -> None:
        self._rows = PlanRows(session)

    def person(self, person_id: str) -> Shown:
        """The parts of a person's record that come from their plan."""
        rows = self._rows
        hopes = [_shown(version, _hope) for version in rows.hopes(person_id)]
        hard_times = _threads(rows.hard_times(person_id), _hard_times)
        return {
            "strengths": _threads(rows.strengths(person_id), _strength),
            "moments": _threads(rows.moments(person_id), _plain),
            "goals": _threads(rows.goals(person_id), _goal),
            "hope": hopes[-1] if hopes else None,
            "earlier_hope": hopes[:-1],
            "own_lines": _threads(rows.lines(person_id), _line),
            "check_ins": _threads(rows.check_ins(person_id), _check_in),
            "hard_times": hard_times[-1] if hard_times else None,
            "history": [_agreed(agreed) for agreed in rows.agreed(person_id)],
        }


def _threads(versions: Sequence[Version[What]], shown: Callable[[What], Shown]) -> list[Shown]:
    """Each item as it was agreed last, with all its versions."""
    threads: dict[int, list[Shown]] = {}
    for version in versions:
        threads.setdefault(version.id, []).append(_shown(version, shown))
    return [{**history[-1], "versions": history} for _, history in sorted(threads.items())]


def _shown(version: Version[What], shown: Callable[[What], Shown]) -> Shown:
    return {"id": version.id, **shown(version.what), "standing": version.standing, **_agreed(version.agreed)}


def _agreed(agreed: Agreed) -> Shown:
    return {
        "plan_version": agreed.number,
        "version_note": agreed.note,
        "who": agreed.who,
        "confirmed_at": agreed.at.isoformat(),
    }


def _strength(strength: Strength) -> Shown:
    lines = [asdict(evidence) for evidence in strength.evidence]
    return {**_plain(strength), "evidence": [line["what"] for line in lines], "evidence_sources": lines}


def _goal(goal: Goal) -> Shown:
    shown = _plain(goal)
    step = shown.pop("step") or {}
    told = {name: said for name, said in step.items() if said or name in ("what", "when")}
    return {**shown, "title": goal.title, "steps": [told] if told else []}


def _hope(hope: Hope) -> Shown:
    return _plain(hope)


def _line(line: OwnLine) -> Shown:
    return _plain(line)


def _check_in(check_in: CheckIn) -> Shown:
    return _plain(check_in)


def _hard_times(plan: HardTimes) -> Shown:
    sections = {section.value: what for section, what in plan.sections.items()}
    return {"sections": sections, "show_in_card": plan.show_in_card}


def _plain(value: Any) -> Shown:
    return {name: _json(found) for name, found in asdict(value).items()}


def _json(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _json(found) for name, found in value.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
