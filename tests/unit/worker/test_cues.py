"""From an event to at most one cue event of its message, and how far reading is settled."""

from __future__ import annotations

import json
from typing import Any, Optional

import pytest

from bot.store.message_keys import message_key
from bot.store.shown import Shown
from bot.store.tracker_events import TrackerEvent
from bot.worker.cues import GRACE, cue_event, cue_event_of_note, may_tell_of_support, settled

SUPPORT = {"id": "card.full.1", "layout": "card", "families": ["F01", "F07"]}
NOW = 1_800_000_000.0


def event(kind: str, number: int = 1, at: float = NOW, **data: Any) -> TrackerEvent:
    return TrackerEvent(number, "somebody", kind, at, json.dumps(data))


def said(support: Optional[object] = None, message_id: str = "m1") -> TrackerEvent:
    metadata = {"support_shown": support} if support else {}
    return event("user", text="words", message_id=message_id, metadata=metadata)


def answered(support: object) -> TrackerEvent:
    return event("bot", 2, NOW + 1, text="card", metadata={"support": support})


def test_what_the_guard_showed_is_a_cue_event_at_the_time_of_the_message() -> None:
    found = cue_event(said(SUPPORT), said(SUPPORT))
    assert found is not None
    assert (found.families, found.text_id, found.layout) == (("F01", "F07"), "card.full.1", "card")
    assert found.at.timestamp() == NOW


def test_what_the_dialogue_showed_is_a_cue_event_of_the_message_before() -> None:
    found = cue_event(answered(SUPPORT), said())
    assert found is not None
    assert found.at.timestamp() == NOW


def test_both_of_one_message_have_the_same_key() -> None:
    message = said(SUPPORT)
    first, second = cue_event(message, message), cue_event(answered(SUPPORT), message)
    assert first is not None
    assert second is not None
    assert first.message_key == second.message_key


def test_two_messages_have_two_keys_even_where_a_client_numbers_them_alike() -> None:
    later = event("user", 9, NOW + 5, message_id="m1", metadata={"support_shown": SUPPORT})
    first, second = cue_event(said(SUPPORT), said(SUPPORT)), cue_event(later, later)
    assert first is not None
    assert second is not None
    assert first.message_key != second.message_key


def test_two_processes_that_answered_one_message_tell_of_one_cue() -> None:
    by_the_guard, by_the_page = ({**SUPPORT, "at": at, "message": "m1"} for at in (NOW, NOW + 3))
    noted = cue_event_of_note(Shown("web", "somebody", by_the_page))
    kept = cue_event(said(by_the_guard), said(by_the_guard))
    assert noted is not None
    assert kept is not None
    assert noted.message_key == kept.message_key == message_key(said(by_the_guard))


def test_support_without_a_message_before_it_still_counts() -> None:
    assert cue_event(answered(SUPPORT), None) is not None


@pytest.mark.parametrize(
    "support",
    [
        None,
        {},
        [],
        "card",
        {"id": "card.full.1", "layout": "card", "families": []},
        {"id": "card.full.1", "layout": "card", "families": None},
        {"id": "card.full.1", "layout": "card", "families": "F01"},
        {"id": "card.full.1", "layout": "card", "families": ["", None]},
    ],
)
def test_support_without_a_cue_is_no_cue_event(support: object) -> None:
    assert cue_event(answered(support), said()) is None


def test_odd_names_are_kept_as_short_text() -> None:
    found = cue_event(answered({"id": 7, "families": [3, "x" * 999]}), said())
    assert found is not None
    assert (found.text_id, found.layout) == ("7", "")
    assert found.families == ("3", "x" * 200)


@pytest.mark.parametrize("written", ["", "not json", "[]", '{"metadata": "x"}'])
def test_what_cannot_be_read_is_no_cue_event(written: str) -> None:
    assert cue_event(TrackerEvent(1, "somebody", "user", NOW, written), None) is None


def test_most_events_are_passed_over_unread() -> None:
    assert may_tell_of_support(said(SUPPORT))
    assert may_tell_of_support(answered(SUPPORT))
    assert not may_tell_of_support(said())
    assert not may_tell_of_support(event("slot", value='"support'))


@pytest.mark.parametrize(
    ("ids", "age", "position"),
    [
        ([], 0.0, 10),
        ([11, 12, 13], 0.0, 13),
        ([11, 13, 14], 0.0, 11),
        ([12, 13], 0.0, 10),
        ([11, 13, 14], GRACE + 1, 14),
        ([11, 13, 14], -GRACE - 1, 14),
    ],
)
def test_a_fresh_gap_is_come_back_to(ids: list[int], age: float, position: int) -> None:
    events = [event("user", number, NOW - age) for number in ids]
    assert settled(10, events, NOW) == position
