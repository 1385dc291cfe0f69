"""The latest consent counts; a draft is replaced whole and open journeys are told, the latest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest

from bot.store import StoredDraft, UnitOfWork

DRAFT = StoredDraft('{"step": "picture"}', "open", "m1", "digest", '[{"text": "Go on"}]')


@pytest.fixture
def ticking(database_url: str) -> Iterator[UnitOfWork]:
    """A unit of work whose clock goes on by a second each time it is asked."""
    moments = (datetime(2026, 3, 1, tzinfo=timezone.utc) + timedelta(seconds=n) for n in range(1000))
    with UnitOfWork(database_url, now=lambda: next(moments)) as work:
        yield work


def test_nobody_has_consented_before_being_asked(work: UnitOfWork, person_id: str) -> None:
    assert not work.consents.given(person_id)


@pytest.mark.parametrize(("answers", "given"), [([True], True), ([False], False), ([True, False], False)])
def test_the_latest_consent_counts(work: UnitOfWork, person_id: str, answers: list[bool], given: bool) -> None:
    for answer in answers:
        work.consents.record(person_id, answer, "consent.1")
    assert work.consents.given(person_id) is given


def test_a_draft_comes_back_as_it_was_put(work: UnitOfWork, person_id: str) -> None:
    work.drafts.put(person_id, "goals", DRAFT)
    assert work.drafts.get(person_id, "goals") == DRAFT
    assert work.drafts.get(person_id, "hope") is None


def test_a_draft_takes_the_place_of_the_one_before(work: UnitOfWork, person_id: str) -> None:
    later = StoredDraft("{}", "finished", "m2", "other", "[]")
    work.drafts.put(person_id, "goals", DRAFT)
    work.drafts.put(person_id, "goals", later)
    assert work.drafts.get(person_id, "goals") == later


def test_open_journeys_are_told_the_latest_first(ticking: UnitOfWork) -> None:
    person_id = ticking.people.ensure("rest", "somebody")
    for journey in ("goals", "hope", "strengths", "goals"):
        ticking.drafts.put(person_id, journey, DRAFT)
    ticking.drafts.put(person_id, "hope", StoredDraft("{}", "finished"))
    assert ticking.drafts.open_journeys(person_id) == ("goals", "strengths")


def test_a_dropped_draft_is_gone(work: UnitOfWork, person_id: str) -> None:
    work.drafts.put(person_id, "goals", DRAFT)
    work.drafts.delete(person_id, "goals")
    work.drafts.delete(person_id, "goals")
    assert work.drafts.get(person_id, "goals") is None
    assert work.drafts.open_journeys(person_id) == ()


def test_drafts_of_two_people_do_not_meet(work: UnitOfWork, person_id: str) -> None:
    other = work.people.ensure("rest", "other")
    work.drafts.put(person_id, "goals", DRAFT)
    assert work.drafts.get(other, "goals") is None
