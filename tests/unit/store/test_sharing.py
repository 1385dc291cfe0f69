"""Staff see what a person shares and that support was shown; what is private is not there, not even as a hint."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.coaching.plan import Evidence, Hope, Item, Kind, Strength
from bot.store import CueEvent, UnitOfWork
from bot.store.reading import OwnAlert
from bot.store.repositories.alerts import OPENED
from bot.store.repositories.sharing import NotTheirsError
from tests.builders import create_goal, create_hope, create_items, create_strength

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)
PRIVATE = "quenelle"


@pytest.fixture
def plan(work: UnitOfWork, person_id: str) -> dict[Kind, Item]:
    """A person who has consented and confirmed one of each, by kind."""
    work.consents.record(person_id, True, "consent.1")
    work.plans.add(person_id, create_items(), "")
    work.commit()
    return {own.item.kind: own.item for own in work.sharing.items(person_id)}


def test_nothing_is_shared_until_it_is_chosen(work: UnitOfWork, person_id: str, plan: dict[Kind, Item]) -> None:
    assert [own.shared for own in work.sharing.items(person_id)] == [False] * len(Kind)
    assert work.shared.of(person_id).is_empty
    assert set(plan) == set(Kind)


def test_what_is_shared_is_seen_and_what_is_taken_back_is_not(
    work: UnitOfWork, person_id: str, plan: dict[Kind, Item]
) -> None:
    for item in plan.values():
        work.sharing.share(person_id, item)
    assert sorted(repr(own.what) for own in work.shared.of(person_id).items) == sorted(map(repr, create_items()))
    work.sharing.keep_private(person_id, plan[Kind.GOAL])
    seen = work.shared.of(person_id)
    assert (len(seen.strengths()), seen.goals()) == (1, ())
    assert [choice.shared for choice in work.sharing.choices(person_id)] == [True] * len(plan) + [False]


def test_a_new_item_is_private_though_others_are_shared(
    work: UnitOfWork, person_id: str, plan: dict[Kind, Item]
) -> None:
    for item in plan.values():
        work.sharing.share(person_id, item)
    work.plans.add(person_id, [create_strength(label=PRIVATE), create_hope(memory=PRIVATE)], "")
    seen = work.shared.of(person_id)
    assert PRIVATE not in repr(seen)
    assert seen.hopes() == ()
    assert "hope" not in work.in_short.of([person_id])[person_id].kinds


def test_nobody_shares_what_belongs_to_another(work: UnitOfWork, plan: dict[Kind, Item]) -> None:
    other = work.people.ensure("rest", "other")
    for item in (*plan.values(), Item(Kind.GOAL, 9999)):
        with pytest.raises(NotTheirsError):
            work.sharing.share(other, item)


def test_who_takes_their_consent_back_is_not_seen(work: UnitOfWork, person_id: str, plan: dict[Kind, Item]) -> None:
    work.sharing.share(person_id, plan[Kind.GOAL])
    work.consents.record(person_id, False, "consent.1")
    assert work.shared.of(person_id).goals() == ()


def shown(work: UnitOfWork, person_id: str, name: str, layout: str, at: datetime, alert: bool) -> None:
    number = work.cue_events.record(person_id, CueEvent(name, ("passive",), "card.1", layout, at))
    assert number is not None
    if alert:
        work.alerts.make(person_id, number)


def test_support_is_seen_without_sharing_where_an_alert_was_made(work: UnitOfWork, person_id: str) -> None:
    work.consents.record(person_id, True, "consent.1")
    events = [("off", "card", False), ("on", "card", True), ("ask", "ask", False)]
    for number, (name, layout, alert) in enumerate(events):
        shown(work, person_id, name, layout, NOON + timedelta(minutes=number), alert)
    seen = {
        on: [kept.event.message_key for kept in work.reading.support_seen(person_id, alerts_on=on)]
        for on in (True, False)
    }
    assert seen == {True: ["on", "ask"], False: ["on"]}
    work.consents.record(person_id, False, "my_data.keep")
    assert work.reading.support_seen(person_id, alerts_on=True) == ()


def test_a_person_is_told_that_an_alert_was_made_and_opened_and_no_more(work: UnitOfWork, person_id: str) -> None:
    for name in ("m1", "m2"):
        shown = work.cue_events.record(person_id, CueEvent(name, ("passive",), "card.1", "card", NOON))
        assert shown is not None
        alert_id = work.alerts.make(person_id, shown)
    work.alerts.note(alert_id, OPENED, "Sam", PRIVATE)
    first, second = work.reading.own_alerts(person_id)
    assert first.opened_at is None
    assert second.opened_at is not None
    assert set(OwnAlert.__dataclass_fields__) == {"made_at", "opened_at", "was_asked_for"}
    assert PRIVATE not in repr(second)


def test_sharing_is_in_what_is_kept_of_the_person_and_goes_with_them(
    work: UnitOfWork, person_id: str, plan: dict[Kind, Item]
) -> None:
    work.sharing.share(person_id, plan[Kind.GOAL])
    shown = work.export.person(person_id)
    assert [(choice["kind"], choice["id"], choice["shared"]) for choice in shown["sharing"]] == [
        ("goal", shown["goals"][0]["id"], True)
    ]
    json.dumps(shown)
    work.people.erase(person_id)
    assert work.sharing.choices(person_id) == ()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kinds=st.lists(st.sampled_from(["strength", "goal", "hope"]), max_size=6),
    choices=st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=8),
)
def test_what_is_private_is_in_no_summary(work: UnitOfWork, kinds: list[str], choices: list[tuple[int, bool]]) -> None:
    work._session.rollback()  # what the example before left
    person_id = work.people.ensure("rest", "somebody")
    work.consents.record(person_id, True, "consent.1")
    for number, kind in enumerate(kinds):
        words = f"[{kind} {number}]"
        every = {
            "strength": Strength(words, (Evidence(words),), words, words),
            "goal": replace(create_goal(), vision=words, towards=words, importance_reason=words),
            "hope": Hope(memory=words, act=words, note=words),
        }
        work.plans.add(person_id, [every[kind]], words)
    items = work.sharing.items(person_id)
    for which, shared in choices:
        for own in items[which : which + 1]:
            (work.sharing.share if shared else work.sharing.keep_private)(person_id, own.item)
    seen = repr(work.shared.of(person_id))
    for own in work.sharing.items(person_id):
        words = getattr(own.what, "label", None) or getattr(own.what, "vision", None) or getattr(own.what, "memory", "")
        assert (words in seen) is own.shared
