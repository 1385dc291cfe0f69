"""Logins are found whatever the case, never doubled, and somebody can always make another."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import func, select

from bot.staff.rights import Role
from bot.store import UnitOfWork
from bot.store.repositories.staff import Member, StaffError
from bot.store.staff_tables import CallName


@pytest.fixture
def amira(work: UnitOfWork) -> Member:
    return work.staff.add("Amira", "Amira Khan", Role.ADMINISTRATOR, "hashed")


def test_a_login_is_the_same_in_any_case_and_is_given_once(work: UnitOfWork, amira: Member) -> None:
    assert work.staff.by_login(" AMIRA ") == amira
    with pytest.raises(StaffError, match="already"):
        work.staff.add("amira", "Another", Role.READER, "hashed")


@pytest.mark.parametrize("login", ["", "a", "two words", "x" * 65, "semi;colon", "<b>"])
def test_a_login_is_plain(work: UnitOfWork, login: str) -> None:
    with pytest.raises(StaffError):
        work.staff.add(login, "Somebody", Role.READER, "hashed")


@pytest.mark.parametrize("change", [{"role": Role.READER}, {"active": False}])
def test_the_last_administrator_stays_one(work: UnitOfWork, amira: Member, change: dict[str, object]) -> None:
    with pytest.raises(StaffError, match="only administrator"):
        work.staff.change(amira.id, **change)
    work.staff.add("sam", "Sam", Role.ADMINISTRATOR, "hashed")
    work.staff.change(amira.id, **change)
    assert work.staff.by_id(amira.id) != amira


def test_a_session_ends_for_one_browser_for_all_or_with_the_login(work: UnitOfWork, amira: Member) -> None:
    work.staff.add("sam", "Sam", Role.ADMINISTRATOR, "hashed")
    for token in ("one", "two", "three"):
        work.staff.begin(amira.id, token)
    work.staff.end("one")
    assert work.staff.signed_in("one") is None
    work.staff.end_all(amira.id, spare="two")
    assert work.staff.signed_in("three") is None
    found = work.staff.signed_in("two")
    assert found is not None
    assert found.member == amira
    work.staff.change(amira.id, active=False)
    assert work.staff.signed_in("two") is None


def test_a_code_counts_once(work: UnitOfWork, amira: Member) -> None:
    assert work.staff.take_code(amira.id, 100)
    assert not work.staff.take_code(amira.id, 100)
    assert not work.staff.take_code(amira.id, 99)
    assert work.staff.take_code(amira.id, 101)


def test_failures_are_counted_for_a_while_and_forgotten(database_url: str) -> None:
    now = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)
    with UnitOfWork(database_url, now=lambda: now) as work:
        work.staff.failed(["a", "b"])
        work.staff.failed(["a"])
        assert work.staff.failures("a", timedelta(minutes=15)) == 2
        now += timedelta(minutes=16)
        assert work.staff.failures("a", timedelta(minutes=15)) == 0
        work.staff.failed(["a"])
        work.staff.forget_failures("a")
        assert work.staff.failures("a", timedelta(days=2)) == 0
        assert work.staff.failures("b", timedelta(days=2)) == 1


def test_everybody_has_a_name_of_their_own_and_keeps_it(work: UnitOfWork) -> None:
    people = [work.people.ensure("web", str(number)) for number in range(300)]
    names = work.call_names.of(people)
    assert len(set(names.values())) == 300
    assert work.call_names.of(people[:3]) == {person: names[person] for person in people[:3]}
    assert work.call_names.find(names[people[5]].upper()) == people[5]
    work.people.erase(people[5])
    assert work.call_names.find(names[people[5]]) is None
    assert work._session.execute(select(func.count()).select_from(CallName)).scalar_one() == 299
