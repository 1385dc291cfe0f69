"""What staff call each person. A name is given once and is nobody else's; it goes with the person."""

from __future__ import annotations

from collections.abc import Collection
from typing import Optional

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.staff.call_names import candidates
from bot.store.repositories.statements import insert_into, rows_changed
from bot.store.staff_tables import CallName


class CallNames:
    """Giving and finding names."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, person_ids: Collection[str]) -> dict[str, str]:
        """The name of each of these people, given now to those who have none."""
        known = self.known(person_ids)
        return known | {person_id: self._give(person_id) for person_id in person_ids if person_id not in known}

    def known(self, person_ids: Collection[str]) -> dict[str, str]:
        """The names of those of these people who have one and are not erased."""
        query = select(CallName.person_id, CallName.name).where(CallName.person_id.in_(person_ids))
        return dict(map(tuple, self._session.execute(query)))

    def find(self, name: str) -> Optional[str]:
        """The id of the person with this name, whatever the case."""
        wanted = " ".join(name.split()).capitalize()
        return self._session.execute(select(CallName.person_id).where(CallName.name == wanted)).scalar_one_or_none()

    def beginning(self, start: str) -> tuple[str, ...]:
        """The ids of the people whose names begin so, whatever the case, in the order of their names."""
        wanted = CallName.name.startswith(" ".join(start.split()).capitalize(), autoescape=True)
        return tuple(self._session.execute(select(CallName.person_id).where(wanted).order_by(CallName.name)).scalars())

    def _give(self, person_id: str) -> str:
        for name in candidates(person_id):
            row = insert_into(self._session, CallName).values(person_id=person_id, name=name)
            if rows_changed(self._session, row.on_conflict_do_nothing()):
                return name
            mine = select(CallName.name).where(CallName.person_id == person_id)
            already: Optional[str] = self._session.execute(mine).scalar_one_or_none()
            if already:
                return already
        raise LookupError("no name is left")
