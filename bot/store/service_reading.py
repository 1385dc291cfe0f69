"""Figures of the whole service: counts of rows, never of anybody. Small numbers are hidden by who shows them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.coaching.plan import Status
from bot.store import tables
from bot.store.repositories.alerts import ACKNOWLEDGED
from bot.store.summary_tables import Summary

WAITS = ((timedelta(hours=1), "within_1"), (timedelta(hours=4), "within_4"), (timedelta(days=1), "within_24"))
LONGER = "longer"
NOT_YET = "not_yet"
MOST_TOPICS = 12


@dataclass(frozen=True)
class Figures:
    """Counts since a moment, each by a name."""

    people: int = 0
    dialogues: Mapping[str, int] = field(default_factory=dict)
    goals_set: int = 0
    goals_reached: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    check_ins: Mapping[str, int] = field(default_factory=dict)
    topics: Mapping[str, int] = field(default_factory=dict)
    waits: Mapping[str, int] = field(default_factory=dict)


class ServiceReading:
    """Counting."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def figures(self, since: datetime) -> Figures:
        """The figures of what came about since a moment."""
        version, goal = tables.PlanVersion, tables.GoalVersion
        lately = version.confirmed_at >= since
        first = (
            select(goal.kind, func.count())
            .join(version, version.id == goal.plan_version_id)
            .where(lately, goal.number == 1)
            .group_by(goal.kind)
        )
        kinds = self._counted(first)
        reached = (
            select(func.count(goal.goal_id.distinct()))
            .join(version, version.id == goal.plan_version_id)
            .where(lately, goal.status == Status.DONE.value)
        )
        check = tables.CheckIn
        checks = select(check.outcome, func.count()).join(version, version.id == check.plan_version_id).where(lately)
        dialogues = select(version.note, func.count()).where(lately, version.note != "").group_by(version.note)
        return Figures(
            people=self._one(select(func.count(version.person_id.distinct())).where(lately)),
            dialogues=self._counted(dialogues),
            goals_set=sum(kinds.values()),
            goals_reached=self._one(reached),
            kinds=kinds,
            check_ins=self._counted(checks.group_by(check.outcome)),
            topics=self._topics(since),
            waits=self._waits(since),
        )

    def _topics(self, since: datetime) -> dict[str, int]:
        """By what words people ask, each person once: from what they share now."""
        rows = self._session.execute(select(Summary.phrases).where(Summary.changed_at >= since)).scalars()
        found = Counter(topic for phrases in rows for topic in _topics_of(phrases))
        return dict(found.most_common(MOST_TOPICS))

    def _waits(self, since: datetime) -> dict[str, int]:
        alert, line = tables.Alert, tables.AlertHistory
        answer = (line.alert_id == alert.id) & (line.what == ACKNOWLEDGED)
        query = select(alert.made_at, line.at).outerjoin(line, answer).where(alert.made_at >= since)
        waits = Counter(_wait(made, at) for made, at in self._session.execute(query))
        return {name: waits[name] for name in (*(name for _, name in WAITS), LONGER, NOT_YET) if waits[name]}

    def _counted(self, query: Any) -> dict[str, int]:
        return {str(name): int(count) for name, count in self._session.execute(query)}

    def _one(self, query: Any) -> int:
        return int(self._session.execute(query).scalar_one() or 0)


def _topics_of(phrases: str) -> set[str]:
    return {topic for topics in json.loads(phrases).values() for topic in topics}


def _wait(made: datetime, acknowledged: datetime | None) -> str:
    if acknowledged is None:
        return NOT_YET
    return next((name for most, name in WAITS if acknowledged - made <= most), LONGER)
