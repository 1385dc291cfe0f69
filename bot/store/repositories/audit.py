"""The record of what staff did: only ever added to, each entry chained to the one before by a keyed digest.

Whoever can write to the database but does not know the installation's secret cannot change an entry unseen. What
somebody wrote with a deed is kept beside it and goes when the person goes; its digest stays, so that the chain holds.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from enum import Enum
from typing import Any, Optional

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.store import tables
from bot.store.columns import storable
from bot.store.repositories.statements import insert_into, rows_changed
from bot.store.staff_tables import AuditEntry, AuditHead, AuditNote

HEAD = "audit"
START = "0" * 64  # what stands before the first entry
BATCH = 2_000
LONGEST_NOTE = 2_000  # characters


class Deed(str, Enum):
    """What can be on record."""

    SIGNED_IN = "signed_in"
    SIGN_IN_REFUSED = "sign_in_refused"
    SIGNED_OUT = "signed_out"
    VIEWED = "viewed"
    SEARCHED = "searched"
    REFUSED = "refused"
    OPENED_ALERT = "opened_alert"
    LISTED_ALERT = "listed_alert"
    ACKNOWLEDGED = "acknowledged"
    CLOSED = "closed"
    NOTED = "noted"
    SAID_FALSE_ALARM = "said_false_alarm"
    SAID_MISSED_CUE = "said_missed_cue"
    SAW_ASK = "saw_ask"  # in a list, with what others ask
    VIEWED_PERSON = "viewed_person"
    VIEWED_CONVERSATION = "viewed_conversation"  # what of a person's page came of it
    READ_TRANSCRIPT = "read_transcript"
    EXPORTED = "exported"
    VERIFIED_LINE = "verified_line"
    CHECKED_RECORD = "checked_record"
    ADDED_STAFF = "added_staff"
    CHANGED_STAFF = "changed_staff"
    CHANGED_LOGIN = "changed_login"
    ERASED = "erased"


LOOKS = (
    Deed.SAW_ASK, Deed.VIEWED_PERSON, Deed.VIEWED_CONVERSATION, Deed.OPENED_ALERT, Deed.LISTED_ALERT,
    Deed.READ_TRANSCRIPT, Deed.EXPORTED,
)  # fmt: skip


@dataclass(frozen=True)
class Actor:
    """Who does something: a login and the role it has at that moment."""

    login: str
    role: str


COMMAND_LINE = Actor("command line", "")
ERASURE = Actor("erasure", "")  # asked for by the person, or at the command line
NOBODY = Actor("", "")


@dataclass(frozen=True)
class Entry:
    """One entry of the record. `note` is empty where there was none, or where it went with its person."""

    number: int
    at: datetime
    who: str
    role: str
    what: str
    about: str
    target: str
    note: str


@dataclass(frozen=True)
class Verdict:
    """Whether the record is whole: how long it is, its last digest, and the first entry that is not as it was."""

    entries: int
    digest: str
    altered: Optional[int] = None
    reason: str = ""

    @property
    def is_whole(self) -> bool:
        return not self.reason


class Audit:
    """Adding to the record and reading it. `key` is the installation's own (bot.identity.audit_key)."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now

    def add(self, key: bytes, actor: Actor, what: Deed, *, about: str = "", target: str = "", note: str = "") -> int:
        """Add an entry. Out: its number. It stands once the unit of work is committed; others wait until then."""
        text, salt = storable(note.strip()[:LONGEST_NOTE]), secrets.token_hex(16)
        note_digest = _note_digest(salt, text) if text else ""
        number = self._chain(key, actor, what, (about,), target, note_digest)
        if text:
            kept = {"number": number, "person_id": about or None, "salt": salt, "text": text}
            self._session.execute(insert_into(self._session, AuditNote).values(**kept))
        return number

    def add_each(self, key: bytes, actor: Actor, what: Deed, *, about: Collection[str], target: str) -> None:
        """Add an entry about each of these people: a deed that was about all of them at once."""
        if about:
            self._chain(key, actor, what, about, target, "")

    def _chain(
        self, key: bytes, actor: Actor, what: Deed, about: Collection[str], target: str, note_digest: str
    ) -> int:
        """Add an entry a person to the end of the chain. Out: the last one's number."""
        last, digest = self._hold()
        entries: list[dict[str, Any]] = []
        for number, person_id in enumerate(about, start=last + 1):
            entry = {
                "number": number,
                "at": self._now().astimezone(timezone.utc),
                "who": storable(actor.login)[:64],
                "role": actor.role,
                "what": what.value,
                "about": person_id,
                "target": storable(target)[:64],
                "note_digest": note_digest,
                "previous": digest,
            }
            digest = entry["digest"] = _digest(key, entry)
            entries.append(entry)
        self._session.execute(insert_into(self._session, AuditEntry).values(entries))
        last += len(entries)
        moved = update(AuditHead).where(AuditHead.name == HEAD).values(number=last, digest=digest)
        rows_changed(self._session, moved)
        return last

    def page(
        self, *, before: int = 0, limit: int = 50, what: str = "", who: str = "", about: str = ""
    ) -> tuple[Entry, ...]:
        """Entries, newest first; those with a smaller number than `before` where it is given."""
        query = select(AuditEntry, AuditNote.text).outerjoin(AuditNote, AuditNote.number == AuditEntry.number)
        for wanted, column in ((what, AuditEntry.what), (who, AuditEntry.who), (about, AuditEntry.about)):
            query = query.where(column == wanted) if wanted else query
        query = query.where(AuditEntry.number < before) if before else query
        rows = self._session.execute(query.order_by(AuditEntry.number.desc()).limit(limit))
        return tuple(_entry(row, note) for row, note in rows)

    def about(self, person_id: str) -> tuple[Entry, ...]:
        """Everything on record about a person, oldest first, without what staff wrote."""
        query = select(AuditEntry).where(AuditEntry.about == person_id).order_by(AuditEntry.number)
        return tuple(_entry(row, None) for row in self._session.execute(query).scalars())

    def looks(self, person_id: str) -> tuple[Entry, ...]:
        """Who looked at what a person shares or wrote, and when, oldest first.

        Of lists that somebody opened with what the person asks in them, the first of each day stands for all.
        """
        found: dict[object, Entry] = {}
        for entry in self.about(person_id):
            if entry.what in LOOKS:
                is_list = entry.what == Deed.SAW_ASK
                found.setdefault((entry.who, entry.at.date()) if is_list else entry.number, entry)
        return tuple(found.values())

    def verify(self, key: bytes, known_digest: str = "") -> Verdict:
        """Walk the chain from its start. `known_digest` is one that was noted before: it has to be there still."""
        number, digest, seen = 0, START, not known_digest
        for row, note, salt, person in self._chained():
            number += 1
            trouble = _trouble(key, row, number, digest) or _note_trouble(row, note, salt, person)
            if trouble:
                return Verdict(number - 1, digest, number, trouble)
            digest = row.digest
            seen = seen or digest == known_digest
        end = self._session.execute(select(AuditHead.number, AuditHead.digest)).first()
        if (number, digest) != (tuple(end) if end else (0, START)):
            return Verdict(number, digest, number + 1, "entries are missing at the end")
        if not seen:
            return Verdict(number, digest, None, "the digest that was noted before is not in the record")
        return Verdict(number, digest)

    def _hold(self) -> tuple[int, str]:
        held = update(AuditHead).where(AuditHead.name == HEAD).values(number=AuditHead.number)
        if not rows_changed(self._session, held):
            first = insert_into(self._session, AuditHead).values(name=HEAD, number=0, digest=START)
            same = {"number": AuditHead.number}
            rows_changed(self._session, first.on_conflict_do_update(index_elements=["name"], set_=same))
        number, digest = self._session.execute(select(AuditHead.number, AuditHead.digest)).one()
        return int(number), str(digest)

    def _chained(self) -> Iterator[tuple[AuditEntry, Optional[str], Optional[str], Optional[str]]]:
        after = 0
        while True:
            query = (
                select(AuditEntry, AuditNote.text, AuditNote.salt, tables.Person.id)
                .outerjoin(AuditNote, AuditNote.number == AuditEntry.number)
                .outerjoin(tables.Person, tables.Person.id == AuditEntry.about)
                .where(AuditEntry.number > after)
                .order_by(AuditEntry.number)
                .limit(BATCH)
            )
            rows = self._session.execute(query).all()
            if not rows:
                return
            yield from map(tuple, rows)
            after = rows[-1][0].number
            self._session.expunge_all()

    def length(self) -> int:
        """How many entries there are."""
        return int(self._session.execute(select(func.coalesce(func.max(AuditEntry.number), 0))).scalar_one())


def stub_of(person_id: str) -> str:
    """What the record calls somebody who is erased: it leads to the looks at them, and back to nobody."""
    return f"person {hashlib.sha256(person_id.encode()).hexdigest()[:12]}"


def _trouble(key: bytes, row: AuditEntry, number: int, previous: str) -> str:
    if row.number != number:
        return "an entry is missing before this one"
    if row.previous != previous:
        return "it does not follow the entry before it"
    content = {name: getattr(row, name) for name in _CHAINED}
    return "" if hmac.compare_digest(_digest(key, content), row.digest) else "it is not as it was written"


def _note_trouble(row: AuditEntry, note: Optional[str], salt: Optional[str], person: Optional[str]) -> str:
    if note is None:
        gone_with_person = bool(row.about) and person is None
        return "" if not row.note_digest or gone_with_person else "what was written with it is missing"
    return "" if row.note_digest == _note_digest(salt or "", note) else "what was written with it was changed"


_CHAINED = ("number", "at", "who", "role", "what", "about", "target", "note_digest", "previous")


def _digest(key: bytes, entry: dict[str, Any]) -> str:
    at: datetime = entry["at"]
    values = [entry[name] for name in _CHAINED if name != "at"]
    written = json.dumps([at.astimezone(timezone.utc).isoformat(timespec="microseconds"), *values])
    return hmac.new(key, written.encode(), hashlib.sha256).hexdigest()


def _note_digest(salt: str, note: str) -> str:
    return hashlib.sha256(f"{salt}:{note}".encode()).hexdigest()


def _entry(row: AuditEntry, note: Optional[str]) -> Entry:
    return Entry(row.number, row.at, row.who, row.role, row.what, row.about, row.target, note or "")
