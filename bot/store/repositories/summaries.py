"""What the worker keeps of each person for staff: where each sentence was said, what is next and what is new, and in
which conversations.

No sentence is kept here. A row goes with its person, and is dropped when nothing is shared any more.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from typing import Any, Optional

from sqlalchemy import delete, func, literal, select, union
from sqlalchemy.orm import Session

from bot.store import tables
from bot.store.repositories.audit import Deed
from bot.store.repositories.statements import insert_into, rows_changed
from bot.store.staff_tables import AuditEntry
from bot.store.summary_tables import ConversationSummary, Summary
from bot.summaries.conversations import Conversation
from bot.summaries.phrases import Asked
from bot.summaries.sources import Said, Source

SETTLED_AFTER = 20.0  # seconds after which a gap in the ids of a table is no transaction that is still coming
_WATCHED = {
    "plan": (tables.PlanVersion, tables.PlanVersion.confirmed_at),
    "sharing": (tables.Sharing, tables.Sharing.at),
    "consent": (tables.Consent, tables.Consent.at),
    "support": (tables.CueEvent, tables.CueEvent.at),
}
WATCHED = tuple(_WATCHED)
_OF_THE_PLAN = ("plan", "sharing", "consent")  # what changes what is shared
CURSOR = "summary:"  # with one of these, how far the worker has followed it


@dataclass(frozen=True)
class KeptSummary:
    """What is kept of one person."""

    changed_at: datetime
    review_on: Optional[date] = None
    sources: Mapping[str, Said] = field(default_factory=dict)
    phrases: tuple[Asked, ...] = ()


@dataclass(frozen=True)
class Listed:
    """A person in a list: when something new came, and when the next review is."""

    person_id: str
    changed_at: datetime
    review_on: Optional[date]


class Summaries:
    """Keeping and listing them. A list leaves out whose summary is behind: what they took back since is on no page."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, person_id: str, kept: Optional[KeptSummary]) -> None:
        """Keep this of a person; None keeps nothing any more."""
        if kept is None:
            rows_changed(self._session, delete(Summary).where(Summary.person_id == person_id))
            return
        values = {
            "changed_at": kept.changed_at,
            "review_on": kept.review_on,
            "sources": json.dumps({key: _written(said) for key, said in kept.sources.items()}, sort_keys=True),
            "phrases": json.dumps([[one.line_id, one.at.timestamp(), list(one.about)] for one in kept.phrases]),
        }
        columns = Summary.__table__.c
        written = (literal(value, columns[name].type) for name, value in values.items())
        theirs = select(tables.Person.id, *written).where(tables.Person.id == person_id)  # who is erased has none
        row = insert_into(self._session, Summary).from_select(["person_id", *values], theirs)
        rows_changed(self._session, row.on_conflict_do_update(index_elements=["person_id"], set_=values))

    def get(self, person_id: str) -> Optional[KeptSummary]:
        """What is kept of a person."""
        row = self._session.execute(select(Summary).where(Summary.person_id == person_id)).scalar_one_or_none()
        if row is None:
            return None
        sources = {key: _read(written) for key, written in json.loads(row.sources).items()}
        return KeptSummary(row.changed_at, row.review_on, sources, phrases_in(row.phrases))

    def put_conversations(self, person_id: str, found: Collection[Conversation]) -> None:
        """Keep just these conversations of a person."""
        table = ConversationSummary.__table__.c
        rows_changed(self._session, delete(ConversationSummary).where(ConversationSummary.person_id == person_id))
        for one in found:
            written = (literal(one.began_at, table.began_at.type), literal(one.last_at, table.last_at.type))
            theirs = select(tables.Person.id, *written).where(tables.Person.id == person_id)  # who is erased has none
            row = insert_into(self._session, ConversationSummary)
            rows_changed(self._session, row.from_select(["person_id", "began_at", "last_at"], theirs))

    def conversations(self, person_id: str) -> tuple[Conversation, ...]:
        """What is kept of a person's conversations, the oldest first."""
        table = ConversationSummary
        query = select(table.began_at, table.last_at).where(table.person_id == person_id).order_by(table.began_at)
        return tuple(Conversation(*row) for row in self._session.execute(query))

    def reviews(self, until: date, limit: int) -> tuple[tuple[Listed, ...], int]:
        """Whose review is due up to a day, the earliest first, and how many there are, but for those behind."""
        due = (Summary.review_on <= until) & ~self._behind()
        query = select(Summary.person_id, Summary.changed_at, Summary.review_on).where(due)
        rows = self._session.execute(query.order_by(Summary.review_on, Summary.person_id).limit(limit))
        count = self._session.execute(select(func.count()).select_from(Summary).where(due)).scalar_one()
        return tuple(Listed(*row) for row in rows), int(count)

    def reviews_behind(self, until: date) -> tuple[str, ...]:
        """Of whom a review was due up to a day when their summary was made, which the worker has to make anew."""
        due = (Summary.review_on <= until) & self._behind()
        return tuple(self._session.execute(select(Summary.person_id).where(due).order_by(Summary.person_id)).scalars())

    def new(self, limit: int, skip: int = 0) -> tuple[tuple[Listed, ...], int]:
        """Who has shared something that nobody has looked at yet, the newest first, and how many there are, but for
        those behind."""
        seen = (
            select(AuditEntry.number)
            .where(AuditEntry.about == Summary.person_id, AuditEntry.what == Deed.VIEWED_PERSON.value)
            .where(AuditEntry.at >= Summary.changed_at)
            .correlate(Summary)
            .exists()
        )
        unseen = ~seen & ~self._behind()
        query = select(Summary.person_id, Summary.changed_at, Summary.review_on).where(unseen)
        rows = self._session.execute(
            query.order_by(Summary.changed_at.desc(), Summary.person_id).limit(limit).offset(skip)
        )
        count = self._session.execute(select(func.count()).select_from(Summary).where(unseen)).scalar_one()
        return tuple(Listed(*row) for row in rows), int(count)

    def _behind(self) -> Any:
        """Did something of theirs change that the worker has not followed yet?"""
        cursor, changes = tables.WorkerCursor, []
        for name in _OF_THE_PLAN:
            table, _ = _WATCHED[name]
            position = select(cursor.last_id).where(cursor.name == CURSOR + name).scalar_subquery()
            changes.append(select(table.person_id).where(table.id > func.coalesce(position, 0)))
        return Summary.person_id.in_(union(*changes))

    def unfollowed_since(self) -> Optional[datetime]:
        """When the first change was made that the worker has not followed yet, None where it has followed all."""
        cursor, moments = tables.WorkerCursor, []
        for name in _OF_THE_PLAN:
            table, moment = _WATCHED[name]
            position = select(cursor.last_id).where(cursor.name == CURSOR + name).scalar_subquery()
            first = select(moment).where(table.id > func.coalesce(position, 0)).order_by(table.id).limit(1)
            moments.append(self._session.execute(first).scalar_one_or_none())
        return min((moment for moment in moments if moment is not None), default=None)

    def everybody(self) -> tuple[str, ...]:
        """The ids of all people."""
        return tuple(self._session.execute(select(tables.Person.id).order_by(tables.Person.id)).scalars())

    def changed(self, watched: str, after: int, limit: int, now: datetime) -> tuple[int, tuple[tuple[int, str], ...]]:
        """Whose plan, sharing, consent or support is new after a row. Out: the row never to come back to, and the rows.

        Ids are given out before commits: behind a fresh gap an earlier row may still come, so the cursor stays there.
        """
        table, moment = _WATCHED[watched]
        query = select(table.id, table.person_id, moment).where(table.id > after).order_by(table.id).limit(limit)
        found: list[tuple[int, str]] = []
        settled = True
        for number, person_id, at in self._session.execute(query):
            settled = settled and (number == after + 1 or (now - at).total_seconds() >= SETTLED_AFTER)
            after = number if settled else after
            found.append((number, person_id))
        return after, tuple(found)


def _written(said: Said) -> list[object]:
    lines = [[one.line_id, one.at.timestamp(), one.tries, one.agreed] for one in said.sources]
    return [said.agreed_at.timestamp(), lines]


def _read(written: list[Any]) -> Said:
    agreed_at, lines = written
    return Said(
        _moment(agreed_at), tuple(Source(line_id, _moment(at), tries, agreed) for line_id, at, tries, agreed in lines)
    )


def phrases_in(written: str) -> tuple[Asked, ...]:
    """The key phrases of a row, message by message."""
    return tuple(Asked(line_id, _moment(at), tuple(about)) for line_id, at, about in json.loads(written))


def _moment(at: float) -> datetime:
    return datetime.fromtimestamp(at, timezone.utc)
