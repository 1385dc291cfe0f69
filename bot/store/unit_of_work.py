"""One unit of work: everything in it is kept at commit(), or nothing is.

It must never leave a transaction open, nor let a database's own error, which may quote a row, go further.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Optional

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.store.columns import utc_now
from bot.store.engine import engine_for
from bot.store.errors import told
from bot.store.export import Export
from bot.store.own_reading import OwnReading
from bot.store.reading import Reading
from bot.store.repositories.alerts import Alerts
from bot.store.repositories.audit import Audit
from bot.store.repositories.call_names import CallNames
from bot.store.repositories.consents import Consents
from bot.store.repositories.cue_events import CueEvents
from bot.store.repositories.cursors import Cursors
from bot.store.repositories.drafts import Drafts
from bot.store.repositories.outbox import Outbox
from bot.store.repositories.people import People
from bot.store.repositories.plans import Plans
from bot.store.repositories.sharing import Sharing
from bot.store.repositories.staff import Staff
from bot.store.repositories.summaries import Summaries
from bot.store.repositories.ways import Ways
from bot.store.service_reading import ServiceReading
from bot.store.shared_lists import SharedLists
from bot.store.shared_reading import SharedReading
from bot.store.staff_reading import StaffLists


class UnitOfWork:
    """`with UnitOfWork(url) as work: …; work.commit()`. Without the commit everything is rolled back.

    Leaving the block raises StoreError, or one of its kinds, where the database failed.
    """

    people: People
    consents: Consents
    drafts: Drafts
    plans: Plans
    cue_events: CueEvents
    alerts: Alerts
    outbox: Outbox
    cursors: Cursors
    sharing: Sharing
    ways: Ways
    staff: Staff
    audit: Audit
    call_names: CallNames
    lists: StaffLists
    summaries: Summaries
    shared: SharedReading
    in_short: SharedLists
    service: ServiceReading
    reading: Reading
    own: OwnReading
    export: Export

    def __init__(self, url: str, now: Callable[[], datetime] = utc_now) -> None:
        self._url = url
        self._now = now

    def __enter__(self) -> UnitOfWork:
        session = Session(engine_for(self._url), future=True, expire_on_commit=False)
        self._session = session
        self.people = People(session, self._now)
        self.consents = Consents(session, self._now)
        self.drafts = Drafts(session, self._now)
        self.plans = Plans(session, self._now)
        self.cue_events = CueEvents(session)
        self.alerts = Alerts(session, self._now)
        self.outbox = Outbox(session)
        self.cursors = Cursors(session)
        self.sharing = Sharing(session, self._now)
        self.ways = Ways(session, self._now)
        self.staff = Staff(session, self._now)
        self.audit = Audit(session, self._now)
        self.call_names = CallNames(session)
        self.lists = StaffLists(session)
        self.summaries = Summaries(session)
        self.shared = SharedReading(session)
        self.in_short = SharedLists(session)
        self.service = ServiceReading(session)
        self.reading = Reading(session)
        self.own = OwnReading(session)
        self.export = Export(session, self._now)
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self._session.close()
        if isinstance(error, SQLAlchemyError):
            raise told(error) from None

    def commit(self) -> None:
        """Keep what was done so far."""
        self._session.commit()
