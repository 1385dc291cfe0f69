"""What a person agreed to, and to which wording. The latest answer counts; earlier ones stay as a record.

Who writes without having agreed is noted, so that what they wrote can go.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Optional

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from bot.store import tables
from bot.store.repositories.statements import insert_into, rows_changed


class Consents:
    """Asking and recording consent."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now

    def given(self, person_id: str) -> bool:
        """Has this person said yes, and not no since?"""
        consent = tables.Consent
        latest = select(consent.given).where(consent.person_id == person_id).order_by(consent.id.desc()).limit(1)
        return bool(self._session.execute(latest).scalar_one_or_none())

    def agreed(self, pseudonyms: Collection[str]) -> set[str]:
        """Those of these people who have said yes, and not no since."""
        consent, identity = tables.Consent, tables.Identity
        query = (
            select(identity.pseudonym, consent.given)
            .join(consent, consent.person_id == identity.person_id)
            .where(identity.pseudonym.in_(pseudonyms))
            .order_by(consent.id)
        )
        latest: dict[str, bool] = dict(map(tuple, self._session.execute(query)))
        return {pseudonym for pseudonym, given in latest.items() if given}

    def agreed_of(self, person_ids: Collection[str]) -> set[str]:
        """The same, by their own ids."""
        consent = tables.Consent
        query = select(consent.person_id, consent.given).where(consent.person_id.in_(person_ids)).order_by(consent.id)
        latest: dict[str, bool] = dict(map(tuple, self._session.execute(query)))
        return {person_id for person_id, given in latest.items() if given}

    def refused_at(self, person_id: str) -> Optional[datetime]:
        """When this person last said no, None if never."""
        consent = tables.Consent
        no = select(consent.at).where(consent.person_id == person_id, ~consent.given)
        found: Optional[datetime] = self._session.execute(no.order_by(consent.id.desc()).limit(1)).scalar_one_or_none()
        return found

    def wrote_without(self, pseudonym: str, since: datetime) -> None:
        """Note that somebody wrote who has not agreed; who is noted already stays as they are."""
        note = insert_into(self._session, tables.Unconsented).values(pseudonym=pseudonym, since=since)
        rows_changed(self._session, note.on_conflict_do_nothing(index_elements=["pseudonym"]))

    def without(self) -> dict[str, datetime]:
        """Everybody who is noted, and since when they write."""
        note = tables.Unconsented
        return dict(map(tuple, self._session.execute(select(note.pseudonym, note.since).order_by(note.since))))

    def settled(self, pseudonym: str) -> None:
        """Nothing of what this person wrote without having agreed is left."""
        note = tables.Unconsented
        rows_changed(self._session, delete(note).where(note.pseudonym == pseudonym))

    def record(self, person_id: str, given: bool, text_id: str) -> None:
        """Keep the answer to the consent text with this id."""
        self._session.execute(
            insert(tables.Consent).values(person_id=person_id, given=given, text_id=text_id, at=self._now())
        )
