"""A code and links by which a person finds their plan again: they work, end, and can be taken back."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from bot.store import UnitOfWork

NOON = datetime(2026, 11, 23, 12, tzinfo=timezone.utc)
WEEK = timedelta(days=7)


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ways(database_url: str, clock: Clock) -> UnitOfWork:
    return UnitOfWork(database_url, clock)


def test_a_code_finds_its_person_until_it_ends(ways: UnitOfWork, clock: Clock) -> None:
    with ways as work:
        ann = work.people.ensure("web", "ann")
        work.ways.make_code(ann, "digest", WEEK)
        assert work.ways.by_code("digest") == ann
        assert work.ways.by_code("another") is None
        code = work.ways.code_of(ann)
        assert code is not None
        assert (code.made_at, code.expires_at, code.used_at) == (NOON, NOON + WEEK, NOON)
        clock.now += WEEK
        assert work.ways.by_code("digest") is None
        assert work.ways.code_of(ann) is None


def test_a_new_code_ends_the_old_one(ways: UnitOfWork) -> None:
    with ways as work:
        ann = work.people.ensure("web", "ann")
        work.ways.make_code(ann, "old", WEEK)
        work.ways.make_code(ann, "new", WEEK)
        assert work.ways.by_code("old") is None
        assert work.ways.by_code("new") == ann
        work.ways.withdraw_code(ann)
        assert work.ways.by_code("new") is None


def test_a_link_opens_what_it_was_made_for_until_it_is_taken_back(ways: UnitOfWork, clock: Clock) -> None:
    with ways as work:
        ann, ben = (work.people.ensure("web", name) for name in ("ann", "ben"))
        work.ways.make_link(ann, "to read", WEEK, may_change=False)
        work.ways.make_link(ann, "mine", WEEK, may_change=True)
        read = work.ways.by_link("to read")
        assert read is not None
        assert (read.person_id, read.may_change) == (ann, False)
        assert work.ways.opened(read.id) == read
        work.ways.withdraw_link(ben, read.id)
        assert work.ways.opened(read.id) == read
        work.ways.withdraw_link(ann, read.id)
        assert work.ways.opened(read.id) is None
        assert work.ways.by_link("to read") is None
        assert [link.may_change for link in work.ways.links_of(ann)] == [True]
        clock.now += WEEK
        assert work.ways.links_of(ann) == ()
        assert work.ways.by_link("mine") is None


def test_ways_back_go_with_the_person_and_are_exported_without_their_secret(ways: UnitOfWork) -> None:
    with ways as work:
        ann = work.people.ensure("web", "ann")
        work.ways.make_code(ann, "digest-of-code", WEEK)
        work.ways.make_link(ann, "digest-of-link", WEEK, may_change=True)
        shown = work.export.person(ann)
        assert shown["return_code"]["used_at"] is None
        assert [link["may_change"] for link in shown["links"]] == [True]
        assert "digest-of" not in str(shown)
        work.people.erase(ann)
        assert work.ways.by_code("digest-of-code") is None
        assert work.ways.by_link("digest-of-link") is None


def test_a_person_may_be_known_on_a_further_channel(ways: UnitOfWork) -> None:
    with ways as work:
        ann = work.people.ensure("telegram", "ann")
        work.people.known_as(ann, "web", "ann-on-the-web")
        assert work.people.names(ann) == {"telegram": "ann", "web": "ann-on-the-web"}
        assert work.people.ensure("web", "ann-on-the-web") == ann
