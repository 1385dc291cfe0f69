"""The record of what staff did is only added to, in one order whoever writes, and one changed row is found."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from bot.identity import pseudonym
from bot.settings import Settings
from bot.store import UnitOfWork, erase, show
from bot.store.engine import engine_for
from bot.store.repositories.audit import COMMAND_LINE, Actor, Deed, stub_of

KEY = b"the key of these tests"
AMIRA = Actor("amira", "responder")
LIFT = {
    "sqlite": (
        "DROP TRIGGER audit_entry_never_changes", "DROP TRIGGER audit_entry_never_goes",
        "DROP TRIGGER audit_note_never_changes", "DROP TRIGGER audit_note_goes_only_with_person",
    ),
    "postgresql": ("SET session_replication_role = replica",),
}  # fmt: skip


@pytest.fixture
def recorded(work: UnitOfWork, person_id: str) -> UnitOfWork:
    """Five entries, the third with a reason."""
    for number in range(1, 6):
        note = "Robin asked me to read it with them" if number == 3 else ""
        work.audit.add(KEY, AMIRA, Deed.VIEWED_PERSON, about=person_id, note=note)
    work.commit()
    return work


def tamper(database_url: str, statement: str) -> None:
    """What somebody with the database's own password could do."""
    with engine_for(database_url).begin() as connection:
        for lift in LIFT[connection.dialect.name]:
            connection.execute(text(lift))
        connection.execute(text(statement))


def test_a_record_that_nobody_touched_is_whole(recorded: UnitOfWork) -> None:
    verdict = recorded.audit.verify(KEY)
    assert verdict.is_whole
    assert verdict.entries == 5
    assert [entry.number for entry in recorded.audit.page()] == [5, 4, 3, 2, 1]
    assert recorded.audit.page()[2].note == "Robin asked me to read it with them"


def test_a_record_without_an_entry_is_whole(work: UnitOfWork) -> None:
    assert work.audit.verify(KEY).is_whole


@pytest.mark.parametrize(
    ("statement", "altered"),
    [
        ("UPDATE audit_entry SET who = 'somebody' WHERE number = 3", 3),
        ("UPDATE audit_entry SET at = '2020-01-01 00:00:00' WHERE number = 1", 1),
        ("UPDATE audit_entry SET about = '' WHERE number = 5", 5),
        ("UPDATE audit_entry SET digest = previous WHERE number = 2", 2),
        ("UPDATE audit_note SET text = 'nothing in particular' WHERE number = 3", 3),
        ("DELETE FROM audit_note WHERE number = 3", 3),
        ("DELETE FROM audit_entry WHERE number = 4", 4),
        ("DELETE FROM audit_entry WHERE number = 5", 5),
        ("UPDATE audit_head SET number = 4", 6),
    ],
)
def test_one_altered_row_is_named(recorded: UnitOfWork, database_url: str, statement: str, altered: int) -> None:
    assert recorded.audit.length() == 5
    recorded._session.rollback()
    tamper(database_url, statement)
    with UnitOfWork(database_url) as work:
        verdict = work.audit.verify(KEY)
    assert not verdict.is_whole
    assert verdict.altered == altered


def test_who_does_not_know_the_key_cannot_write_the_record_anew(recorded: UnitOfWork, person_id: str) -> None:
    recorded.audit.add(b"another key", AMIRA, Deed.CLOSED, about=person_id)
    assert recorded.audit.verify(KEY).altered == 6


def test_a_digest_that_was_noted_elsewhere_has_to_be_there(recorded: UnitOfWork) -> None:
    noted = recorded.audit.verify(KEY).digest
    recorded.audit.add(KEY, COMMAND_LINE, Deed.CHECKED_RECORD)
    assert recorded.audit.verify(KEY, noted).is_whole
    assert not recorded.audit.verify(KEY, "0" * 63 + "1").is_whole


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit_entry SET who = 'x'", "DELETE FROM audit_entry", "UPDATE audit_note SET text = 'x'",
     "DELETE FROM audit_note"],
)  # fmt: skip
def test_the_database_itself_refuses_a_change(recorded: UnitOfWork, database_url: str, statement: str) -> None:
    assert recorded
    with pytest.raises(DatabaseError, match="append-only"), engine_for(database_url).begin() as connection:
        connection.execute(text(statement))


def test_erasing_a_person_takes_what_was_written_and_leaves_a_whole_record(
    recorded: UnitOfWork, person_id: str
) -> None:
    recorded.people.erase(person_id)
    recorded.commit()
    assert recorded.audit.verify(KEY).is_whole
    assert [entry.note for entry in recorded.audit.page()] == [""] * 5
    assert {entry.about for entry in recorded.audit.page()} == {person_id}


def test_writers_at_once_make_one_chain(database_url: str) -> None:
    def write(name: int) -> None:
        for _ in range(10):
            with UnitOfWork(database_url) as work:
                work.audit.add(KEY, Actor(f"staff {name}", "lead"), Deed.VIEWED)
                work.commit()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    with UnitOfWork(database_url) as work:
        verdict = work.audit.verify(KEY)
    assert (verdict.entries, verdict.is_whole) == (40, True)


def test_an_entry_that_is_not_committed_is_none(database_url: str, recorded: UnitOfWork) -> None:
    with UnitOfWork(database_url) as work:
        work.audit.add(KEY, AMIRA, Deed.VIEWED)
    assert recorded.audit.verify(KEY).entries == 5


def test_an_erasure_is_on_record_and_what_is_kept_of_a_person_tells_who_looked(
    recorded: UnitOfWork, database_url: str, tracker_url: str
) -> None:
    installation = Settings(database_url=database_url, tracker_url=tracker_url, secret="x" * 40)
    name = pseudonym(installation.secret, "rest", "kim")
    person_id = recorded.people.ensure("rest", name)
    recorded.audit.add(KEY, AMIRA, Deed.READ_TRANSCRIPT, about=person_id, note="Kim asked me to")
    recorded.commit()
    looks = show(installation, "rest", "kim")["looks"]
    assert [(look["who"], look["what"]) for look in looks] == [("amira", "read_transcript")]
    erase(installation, "rest", "kim")
    last = recorded.audit.page()[0]
    assert (last.what, last.about, last.target) == ("erased", "", stub_of(person_id))


def test_a_person_is_told_who_looked_and_not_what_staff_wrote(recorded: UnitOfWork, person_id: str) -> None:
    recorded.audit.add(KEY, AMIRA, Deed.REFUSED, about=person_id)
    looks = recorded.audit.looks(person_id)
    assert [look.who for look in looks] == ["amira"] * 5
    assert all(look.note == "" for look in looks)


def test_the_record_can_be_read_page_by_page_and_by_deed(recorded: UnitOfWork) -> None:
    recorded.audit.add(KEY, COMMAND_LINE, Deed.ADDED_STAFF, target="login sam")
    assert [entry.number for entry in recorded.audit.page(before=4, limit=2)] == [3, 2]
    assert [entry.target for entry in recorded.audit.page(what="added_staff")] == ["login sam"]
    assert [entry.number for entry in recorded.audit.page(who="command line")] == [6]
