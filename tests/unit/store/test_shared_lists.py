"""A list says in short what the page of each person says at length, and no more."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.coaching.changes import Removed
from bot.coaching.plan import Kind, LineKind, OwnLine
from bot.store import UnitOfWork
from bot.summaries.page import page_of
from tests.builders import create_goal, create_items, create_strength

NAMES = {Kind.LINE: "own_line"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    shared=st.lists(st.lists(st.booleans(), min_size=9, max_size=9), min_size=1, max_size=3),
    removed=st.booleans(),
    agreed=st.booleans(),
)
def test_in_short_is_what_the_page_says(
    work: UnitOfWork, shared: list[list[bool]], removed: bool, agreed: bool
) -> None:
    work._session.rollback()  # what the example before left
    people = []
    for number, choices in enumerate(shared):
        person_id = work.people.ensure("web", f"person {number}")
        people.append(person_id)
        work.consents.record(person_id, True, "consent.1")
        more = [create_goal(team_ask=f"ask {number}"), OwnLine(LineKind.CHOICE, f"choice {number}"), create_strength()]
        work.plans.add(person_id, [*create_items(), *more], "")
        for own, wanted in zip(work.sharing.items(person_id), choices, strict=False):
            if wanted:
                work.sharing.share(person_id, own.item)
        if removed:
            gone = next(own.item for own in work.sharing.items(person_id) if own.item.kind is Kind.STRENGTH)
            work.plans.add(person_id, [Removed(gone)], "")
        work.consents.record(person_id, agreed, "consent.1")
    found = work.in_short.of(people)
    for person_id in people:
        own = work.shared.of(person_id)
        page = page_of(own)
        assert (person_id in found) is not own.is_empty
        if person_id in found:
            kinds = {NAMES.get(one.item.kind, one.item.kind.value) for one in own.items}
            assert {*found[person_id].kinds} == kinds
            assert {*found[person_id].asks} == {ask.words for ask in page.asks}


@pytest.mark.parametrize("people", [[], ["0" * 32]])
def test_nobody_shares_nothing(work: UnitOfWork, people: list[str]) -> None:
    assert work.in_short.of(people) == {}
