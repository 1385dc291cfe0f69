"""Who a person is to us: an id behind a channel's pseudonym. It must never learn a phone number or a name."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Optional

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.orm import Session

from bot.store import tables
from bot.store.repositories.statements import insert_into, rows_changed


@dataclass(frozen=True)
class Person:
    """One person, as one channel knows them."""

    id: str
    channel: str
    pseudonym: str
    since: datetime


_PERSON = select(tables.Person.id, tables.Identity.channel, tables.Identity.pseudonym, tables.Person.created_at).join(
    tables.Identity, tables.Identity.person_id == tables.Person.id
)
_BY_PSEUDONYM = _PERSON.where(tables.Identity.pseudonym == bindparam("pseudonym"))
_BY_IDENTITY = _BY_PSEUDONYM.where(tables.Identity.channel == bindparam("channel"))
_ID_OF = select(tables.Identity.person_id).where(
    tables.Identity.channel == bindparam("channel"), tables.Identity.pseudonym == bindparam("pseudonym")
)


class People:
    """Finding, admitting and forgetting people."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now

    def by_identity(self, channel: str, pseudonym: str) -> Optional[Person]:
        """The person behind a pseudonym on a channel, None for somebody new."""
        return self._one(_BY_IDENTITY, channel=channel, pseudonym=pseudonym)

    def by_pseudonym(self, pseudonym: str) -> Optional[Person]:
        """The person behind a pseudonym, whatever the channel (which is part of what it was made from)."""
        return self._one(_BY_PSEUDONYM, pseudonym=pseudonym)

    def ensure(self, channel: str, pseudonym: str) -> str:
        """The id of this person, who is admitted when new. Two messages at once make one person."""
        found = self._id_of(channel, pseudonym)
        return found if found is not None else self._admit(channel, pseudonym)

    def names(self, person_id: str) -> dict[str, str]:
        """The pseudonym of this person on each channel, the first where there are several."""
        query = select(tables.Identity.channel, tables.Identity.pseudonym).where(tables.Identity.person_id == person_id)
        found: dict[str, str] = {}
        for channel, pseudonym in self._session.execute(query.order_by(tables.Identity.id)):
            found.setdefault(channel, pseudonym)
        return found

    def known_as(self, person_id: str, channel: str, pseudonym: str) -> None:
        """Know this person on a further channel."""
        self._session.execute(insert(tables.Identity).values(person_id=person_id, channel=channel, pseudonym=pseudonym))

    def erase(self, person_id: str) -> int:
        """Forget everything of a person. Out: how many people were forgotten, none or one."""
        return rows_changed(self._session, delete(tables.Person).where(tables.Person.id == person_id))

    def _admit(self, channel: str, pseudonym: str) -> str:
        person_id = uuid.uuid4().hex
        self._session.execute(insert(tables.Person).values(id=person_id, created_at=self._now()))
        identity = insert_into(self._session, tables.Identity).values(
            person_id=person_id, channel=channel, pseudonym=pseudonym
        )
        unless_known = identity.on_conflict_do_nothing(index_elements=["channel", "pseudonym"])
        if rows_changed(self._session, unless_known) == 1:
            return person_id
        self.erase(person_id)
        return str(self._id_of(channel, pseudonym))

    def _id_of(self, channel: str, pseudonym: str) -> Optional[str]:
        identity = {"channel": channel, "pseudonym": pseudonym}
        found: Optional[str] = self._session.execute(_ID_OF, identity).scalar_one_or_none()
        return found

    def _one(self, query: Any, **identity: str) -> Optional[Person]:
        row = self._session.execute(query, identity).first()
        return None if row is None else Person(*row)
