"""What a person agreed to, and to which wording. The latest answer counts; earlier ones stay as a record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from bot.store import tables


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

    def record(self, person_id: str, given: bool, text_id: str) -> None:
        """Keep the answer to the consent text with this id."""
        self._session.execute(
            insert(tables.Consent).values(person_id=person_id, given=given, text_id=text_id, at=self._now())
        )
