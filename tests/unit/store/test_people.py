"""One person for one identity, even when two messages come at once; and no trace after erasing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from bot.store import CueEvent, StoredDraft, UnitOfWork, tables
from bot.store.columns import utc_now
from bot.store.engine import engine_for
from tests.builders import create_items

AT_ONCE = 4


def test_the_same_identity_is_the_same_person(work: UnitOfWork) -> None:
    assert work.people.ensure("rest", "a") == work.people.ensure("rest", "a")


def test_another_channel_or_pseudonym_is_somebody_else(work: UnitOfWork) -> None:
    ids = {work.people.ensure(*identity) for identity in (("rest", "a"), ("web", "a"), ("rest", "b"))}
    assert len(ids) == 3


def test_a_person_is_found_by_pseudonym_alone(work: UnitOfWork, person_id: str) -> None:
    found = work.people.by_pseudonym("somebody")
    assert found is not None
    assert (found.id, found.channel) == (person_id, "rest")


def test_two_first_messages_at_once_make_one_person(database_url: str) -> None:
    together = Barrier(AT_ONCE)

    def first_message(_: int) -> str:
        together.wait()
        with UnitOfWork(database_url) as work:
            person_id = work.people.ensure("rest", "newcomer")
            work.drafts.put(person_id, "goals", StoredDraft("{}"))
            work.commit()
        return person_id

    with ThreadPoolExecutor(AT_ONCE) as pool:
        ids = set(pool.map(first_message, range(AT_ONCE)))
    assert len(ids) == 1
    with Session(engine_for(database_url), future=True) as session:
        assert session.execute(select(tables.Person.id)).scalars().all() == list(ids)


def test_the_loser_of_a_race_is_nobody_extra(database_url: str) -> None:
    with UnitOfWork(database_url) as work:
        winner = work.people.ensure("rest", "newcomer")
        assert work.people._admit("rest", "newcomer") == winner
        work.commit()
    with Session(engine_for(database_url), future=True) as session:
        assert session.execute(select(tables.Person.id)).scalars().all() == [winner]


def test_erasing_leaves_no_row_of_the_person_in_any_table(database_url: str) -> None:
    with UnitOfWork(database_url) as work:
        person_id = work.people.ensure("rest", "somebody")
        work.consents.record(person_id, True, "consent.1")
        work.drafts.put(person_id, "goals", StoredDraft("{}"))
        work.plans.add(person_id, create_items(), "")
        work.cue_events.record(person_id, CueEvent("key", ("F01",), "card.1", "card", utc_now()))
        work.commit()
    with UnitOfWork(database_url) as work:
        assert work.people.erase(person_id) == 1
        work.commit()
    with engine_for(database_url).connect() as connection:
        left = {
            name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()
            for name in tables.metadata.tables
        }
    assert not any(left.values()), left
