"""Figures of the whole service: counts of rows, never of anybody. Small numbers are hidden by who shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from bot.coaching.plan import Status
from bot.store import tables
from bot.store.repositories.alerts import ACKNOWLEDGED
from bot.store.repositories.summaries import phrases_in
from bot.store.summary_tables import Summary
from bot.summaries.phrases import Asked

WAITS = ((timedelta(hours=1), "within_1"), (timedelta(hours=4), "within_4"), (timedelta(days=1), "within_24"))
LONGER = "longer"
NOT_YET = "not_yet"
MOST_TOPICS = 12


@dataclass(frozen=True)
class Figures:
    """Counts between two moments, each by a name."""

    people: int = 0
    dialogues: Mapping[str, int] = field(default_factory=dict)
    goals_reached: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    check_ins: Mapping[str, int] = field(default_factory=dict)
    asking: int = 0
    topics: Mapping[str, int] = field(default_factory=dict)
    waits: Mapping[str, int] = field(default_factory=dict)


class ServiceReading:
    """Counting."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def figures(self, since: datetime, until: datetime) -> Figures:
        """The figures of what came about from one moment up to another."""
        version, goal, check = tables.PlanVersion, tables.GoalVersion, tables.CheckIn
        then = (version.confirmed_at >= since) & (version.confirmed_at < until)
        goals = select(goal.kind, func.count()).join(version, version.id == goal.plan_version_id)
        asked = self._asked(since, until)
        dialogues = select(version.note, func.count()).where(then).group_by(version.note)
        return Figures(
            people=self._one(select(func.count(version.person_id.distinct())).where(then)),
            dialogues=self._counted(dialogues),
            goals_reached=self._reached(since, until),
            kinds=self._counted(goals.where(then, goal.number == 1).group_by(goal.kind)),
            check_ins=self._counted(_looks().where(then).group_by(check.outcome)),
            asking=len(asked),
            topics=_topics(asked),
            waits=self._waits(since, until),
        )

    def _reached(self, since: datetime, until: datetime) -> int:
        """Goals that were first said to be reached then: a later change of their words is no second time."""
        version, goal = tables.PlanVersion, tables.GoalVersion
        reached = (
            select(func.min(version.confirmed_at).label("at"))
            .join(goal, version.id == goal.plan_version_id)
            .where(goal.status == Status.DONE.value)
            .group_by(goal.goal_id)
            .subquery()
        )
        return self._one(select(func.count()).where(reached.c.at >= since, reached.c.at < until))

    def _asked(self, since: datetime, until: datetime) -> list[list[Asked]]:
        """What each person asked then who asked something: from what they still share."""
        rows = self._session.execute(select(Summary.phrases).where(Summary.changed_at >= since)).scalars()
        asked = ([one for one in phrases_in(row) if since <= one.at < until] for row in rows)
        return [messages for messages in asked if messages]

    def _waits(self, since: datetime, until: datetime) -> dict[str, int]:
        """From when support was shown: an alert is made later where the worker stood still."""
        alert, cue, line = tables.Alert, tables.CueEvent, tables.AlertHistory
        answer = (line.alert_id == alert.id) & (line.what == ACKNOWLEDGED)
        query = select(cue.at, line.at).join(alert, alert.cue_event_id == cue.id).outerjoin(line, answer)
        rows = self._session.execute(query.where(cue.at >= since, cue.at < until))
        waits = Counter(_wait(shown, at) for shown, at in rows)
        return {name: waits[name] for name in (*(name for _, name in WAITS), LONGER, NOT_YET) if waits[name]}

    def _counted(self, query: Any) -> dict[str, int]:
        return {str(name): int(count) for name, count in self._session.execute(query)}

    def _one(self, query: Any) -> int:
        return int(self._session.execute(query).scalar_one() or 0)


def _topics(asked: Iterable[list[Asked]]) -> dict[str, int]:
    """By what words people asked, each person once."""
    found = Counter(topic for messages in asked for topic in {each for one in messages for each in one.about})
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0]))[:MOST_TOPICS])


def _looks() -> Any:
    """The check-ins with when they were, each once, as it reads since it was last put right."""
    check, first = tables.CheckIn, aliased(tables.CheckIn)
    number = func.coalesce(check.corrects, check.id)
    newest = select(number.label("first"), func.max(check.id).label("last")).group_by(number).subquery()
    return (
        select(check.outcome, func.count())
        .join(newest, newest.c.last == check.id)
        .join(first, first.id == newest.c.first)
        .join(tables.PlanVersion, tables.PlanVersion.id == first.plan_version_id)
    )


def _wait(shown: datetime, acknowledged: datetime | None) -> str:
    if acknowledged is None:
        return NOT_YET
    return next((name for most, name in WAITS if acknowledged - shown <= most), LONGER)
