"""A unit of work keeps all of itself or nothing, and its errors quote nobody."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.store import StoredDraft, StoreError, StoreNotReadyError, StoreUnavailableError, UnitOfWork
from bot.store.engine import dispose, engine_for
from tests.builders import create_goal, create_items

SECRET_WORDS = "the words of a person"


def test_what_was_committed_is_there_in_the_next_unit(database_url: str) -> None:
    with UnitOfWork(database_url) as work:
        person_id = work.people.ensure("rest", "somebody")
        work.commit()
    with UnitOfWork(database_url) as work:
        found = work.people.by_identity("rest", "somebody")
    assert found is not None
    assert found.id == person_id
    assert found.since.utcoffset() is not None


def test_without_a_commit_nothing_is_kept(database_url: str) -> None:
    with UnitOfWork(database_url) as work:
        work.people.ensure("rest", "somebody")
    with UnitOfWork(database_url) as work:
        assert work.people.by_identity("rest", "somebody") is None


def test_an_error_rolls_back_the_plan_and_the_draft_together(database_url: str, person_id: str) -> None:
    def confirm_and_fail() -> None:
        with UnitOfWork(database_url) as work:
            work.drafts.put(person_id, "goals", StoredDraft("{}", status="finished"))
            work.plans.add(person_id, create_items(), "goals confirmed")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        confirm_and_fail()
    with UnitOfWork(database_url) as work:
        assert work.drafts.get(person_id, "goals") is None
        assert work.plans.current(person_id).is_empty


def test_a_refused_row_is_told_without_its_words(database_url: str) -> None:
    def keep_a_draft_of_nobody() -> None:
        with UnitOfWork(database_url) as work:
            work.drafts.put("nobody", "goals", StoredDraft(SECRET_WORDS))
            work.commit()

    with pytest.raises(StoreError) as caught:
        keep_a_draft_of_nobody()
    assert SECRET_WORDS not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_number_beyond_ten_is_refused(database_url: str, person_id: str) -> None:
    with pytest.raises(StoreError) as caught, UnitOfWork(database_url) as work:
        work.plans.add(person_id, [create_goal(vision=SECRET_WORDS, importance=11)], "")
    assert SECRET_WORDS not in str(caught.value)


def test_a_database_without_tables_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreNotReadyError), UnitOfWork(f"sqlite:///{tmp_path / 'new.db'}") as work:
        work.people.ensure("rest", "somebody")


def test_a_database_that_is_away_says_so() -> None:
    with pytest.raises(StoreUnavailableError), UnitOfWork("sqlite:////no/such/folder/cairn.db") as work:
        work.people.ensure("rest", "somebody")


@pytest.mark.parametrize("address", ["", "not an address", "oracle2://x/y"])
def test_an_address_that_is_none_says_what_one_looks_like(address: str) -> None:
    with pytest.raises(StoreError, match="should look like"), UnitOfWork(address):
        pass


def test_a_locked_file_is_waited_for_and_then_told(migrated_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{migrated_file}"
    dispose(url)
    monkeypatch.setattr("bot.store.engine.settings", lambda: type("S", (), {"database_timeout": 0.05})())
    other = sqlite3.connect(migrated_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(StoreUnavailableError), UnitOfWork(url) as work:
            work.people.ensure("rest", "somebody")
    finally:
        other.close()
        dispose(url)


def test_a_turn_may_read_while_another_process_writes_and_then_write_itself(migrated_file: Path) -> None:
    url = f"sqlite:///{migrated_file}"
    with UnitOfWork(url) as reader, UnitOfWork(url) as writer:
        assert reader.people.by_identity("rest", "late") is None
        writer.people.ensure("rest", "early")
        writer.commit()
        reader.people.ensure("rest", "late")
        reader.commit()
    with UnitOfWork(url) as work:
        assert work.people.by_identity("rest", "late") is not None
    dispose(url)


def test_an_sqlite_file_is_written_with_care(migrated_file: Path) -> None:
    with engine_for(f"sqlite:///{migrated_file}").connect() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "foreign_keys", "synchronous", "secure_delete", "busy_timeout")
        }
    assert found["journal_mode"] == "wal"
    assert found["foreign_keys"] == 1
    assert found["synchronous"] == 2  # FULL
    assert found["secure_delete"] == 1
    assert found["busy_timeout"] > 0
    dispose(f"sqlite:///{migrated_file}")
