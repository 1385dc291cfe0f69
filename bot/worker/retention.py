"""What is not to stay: conversations after their time, and what was written without consent. Plans stay.

It never touches a running session, whose events Rasa counts, nor anything that the reader has not read. Whatever it is
stopped at, the next time does the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Optional

from bot.settings import Settings
from bot.store import UnitOfWork, tracker_events
from bot.store.columns import utc_now
from bot.store.one_person import CUE_CURSOR
from bot.store.tracker_events import events

SESSION = timedelta(minutes=60)  # of quiet, after which Rasa begins a new session: as in domain.yml
WITHOUT_CONSENT = timedelta(hours=24)
BATCH = 500


class Retention:
    """Deletes what has had its time in an installation."""

    def __init__(self, settings: Settings, now: Callable[[], datetime] = utc_now) -> None:
        self._settings = settings
        self._tracker_url = settings.tracker_url
        self._now = now

    def go(self) -> int:
        """Delete once. Out: how many events of conversations went. Raises StoreError."""
        with self._work() as work:
            read_to = work.cursors.position(CUE_CURSOR)
            noted = work.consents.without()
        gone = self._old(read_to) + sum(self._of(pseudonym, since, read_to) for pseudonym, since in noted.items())
        if gone:
            tracker_events.overwrite(self._tracker_url)
        return gone

    def _old(self, read_to: int) -> int:
        """Delete what was said too long ago."""
        until = (self._now() - timedelta(days=self._settings.transcript_days)).timestamp()
        gone, after = 0, 0
        while found := tracker_events.said_until(self._tracker_url, until, read_to, after, BATCH):
            after = found[-1][0]
            first_kept = {sender: self._first_kept(sender) for sender in {sender for _, sender in found}}
            ids = [number for number, sender in found if number < first_kept[sender]]
            gone += tracker_events.forget(self._tracker_url, events.c.id.in_(ids))
        return gone

    def _first_kept(self, pseudonym: str) -> float:
        """The id with which a running session begins; beyond all ids where none is running."""
        found = tracker_events.conversation(self._tracker_url, pseudonym)
        return found.session_id if found and not self._is_quiet(found.last_at) else float("inf")

    def _of(self, pseudonym: str, since: datetime, read_to: int) -> int:
        """Delete what somebody wrote without consent, once they are quiet."""
        found = tracker_events.conversation(self._tracker_url, pseudonym)
        if found and not self._is_quiet(found.last_at):
            return 0
        with self._work() as work:
            person = work.people.by_pseudonym(pseudonym)
            person_id = person.id if person else ""
            agreed = work.consents.given(person_id)
            until = self._until(since, agreed, work.consents.refused_at(person_id))
            if until is None and not agreed:
                return 0
            gone = self._forget(pseudonym, until, read_to) if until else 0
            if not agreed:
                work.drafts.delete_all(person_id)
            if agreed or tracker_events.conversation(self._tracker_url, pseudonym) is None:
                work.consents.settled(pseudonym)
            work.commit()
        return gone

    def _until(self, since: datetime, agreed: bool, refused_at: Optional[datetime]) -> Optional[datetime]:
        """Up to when all that was said goes: a yes spares what followed the last no."""
        if agreed:
            return refused_at
        is_due = refused_at is not None or self._now() - since >= WITHOUT_CONSENT
        return self._now() if is_due else None

    def _forget(self, pseudonym: str, until: datetime, read_to: int) -> int:
        theirs = (events.c.sender_id == pseudonym) & (events.c.timestamp <= until.timestamp())
        return tracker_events.forget(self._tracker_url, theirs & (events.c.id <= read_to))

    def _is_quiet(self, last_at: float) -> bool:
        return self._now().timestamp() - last_at >= SESSION.total_seconds()

    def _work(self) -> UnitOfWork:
        return UnitOfWork(self._settings.database_url, now=self._now)
