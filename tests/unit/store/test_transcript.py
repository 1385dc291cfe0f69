"""The page shows what Rasa kept, over all sessions, and copes with whatever stands there."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.store import StoreUnavailableError, transcript
from bot.store.engine import dispose, engine_for
from bot.store.transcript import Changes, Line
from tests.databases import write_event

NOON = datetime(2026, 3, 1, 12, tzinfo=timezone.utc)
SUPPORT = {"id": "card.1", "layout": "card", "families": ["F01"]}


def test_a_conversation_is_told_in_order(tracker_url: str) -> None:
    at = NOON.timestamp()
    write_event(tracker_url, "somebody", "action", at, name="action_listen")
    write_event(tracker_url, "somebody", "user", at, text="walk the dog", metadata={})
    write_event(
        tracker_url,
        "somebody",
        "bot",
        at + 1,
        text="What would be a first step?",
        data={"buttons": [{"title": "Why?", "payload": "why"}], "custom": None},
        metadata={"step": "goals.step", "controls": ["skip", "back"], "turn": 3, "so_far": ["Walk: dog", 4]},
    )
    write_event(tracker_url, "another", "user", at, text="not this person's")
    assert transcript.recent(tracker_url, "somebody", 10) == [
        Line("person", "walk the dog", (), (), "", None, NOON),
        Line(
            "cairn",
            "What would be a first step?",
            ({"title": "Why?", "payload": "why"},),
            ("skip", "back"),
            "goals.step",
            None,
            NOON.replace(second=1),
            so_far=("Walk: dog", ""),
        ),
    ]


def test_only_the_last_lines_are_told(tracker_url: str) -> None:
    for number in range(5):
        write_event(tracker_url, "somebody", "user", NOON.timestamp(), text=str(number))
    assert [line.text for line in transcript.recent(tracker_url, "somebody", 2)] == ["3", "4"]


def test_support_is_told_with_the_line_it_belongs_to(tracker_url: str) -> None:
    at = NOON.timestamp()
    write_event(tracker_url, "somebody", "user", at, text="a", metadata={"support_shown": SUPPORT})
    write_event(tracker_url, "somebody", "bot", at, text="b", metadata={"support": SUPPORT})
    assert [line.support for line in transcript.recent(tracker_url, "somebody", 9)] == [SUPPORT, SUPPORT]


@pytest.mark.parametrize(
    "data",
    ["", "not json", "[]", '{"metadata": 3, "data": [], "text": 7}', '{"text": null, "data": {"buttons": "x"}}'],
)
def test_what_cannot_be_read_is_passed_over(tracker_url: str, data: str) -> None:
    write_event(tracker_url, "somebody", "bot", 0.0)
    with engine_for(tracker_url).begin() as connection:
        connection.execute(text("UPDATE events SET data = :data, timestamp = NULL"), {"data": data})
    assert transcript.recent(tracker_url, "somebody", 9) == []


def test_without_a_table_there_is_nothing_to_tell(tracker_url: str) -> None:
    with engine_for(tracker_url).begin() as connection:
        connection.execute(text("DROP TABLE events"))
    assert transcript.recent(tracker_url, "somebody", 9) == []
    assert transcript.erase(tracker_url, "somebody") == 0


def test_without_a_file_there_is_nothing_to_tell_and_none_is_made(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'tracker.db'}"
    assert transcript.recent(url, "somebody", 9) == []
    assert transcript.erase(url, "somebody") == 0
    assert not list(tmp_path.iterdir())


def test_a_tracker_that_is_away_is_told() -> None:
    url = "postgresql://cairn@127.0.0.1:9/tracker"
    with pytest.raises(StoreUnavailableError):
        transcript.recent(url, "somebody", 9)
    dispose(url)


def test_erasing_takes_one_person_only(tracker_url: str) -> None:
    for sender in ("somebody", "somebody", "another"):
        write_event(tracker_url, sender, "user", NOON.timestamp(), text="words")
    assert transcript.erase(tracker_url, "somebody") == 2
    assert transcript.recent(tracker_url, "somebody", 9) == []
    assert len(transcript.recent(tracker_url, "another", 9)) == 1


def test_the_answer_to_a_message_is_found_by_its_id(tracker_url: str) -> None:
    at = NOON.timestamp()
    for sender in ("somebody", "another"):
        write_event(tracker_url, sender, "user", at, text="one", message_id="id-1")
        write_event(tracker_url, sender, "bot", at, text=f"to {sender}")
        write_event(tracker_url, sender, "bot", at, text="and more")
        write_event(tracker_url, sender, "user", at, text="two", message_id="id-2")
        write_event(tracker_url, sender, "bot", at, text="later")
    assert [line.text for line in transcript.answer_to(tracker_url, "somebody", "id-1")] == ["to somebody", "and more"]
    assert [line.text for line in transcript.answer_to(tracker_url, "somebody", "id-2")] == ["later"]
    for unknown in ("id-3", "id-", "id-%", "", '"'):
        assert transcript.answer_to(tracker_url, "somebody", unknown) == []


def test_whose_conversation_went_on_is_told(tracker_url: str) -> None:
    at = NOON.timestamp()
    first = write_event(tracker_url, "somebody", "user", at, text="one")
    write_event(tracker_url, "another", "bot", at, text="two")
    last = write_event(tracker_url, "somebody", "action", at, name="action_listen")
    everybody = {"somebody", "another", "nobody"}
    assert transcript.changes(tracker_url, first, everybody) == Changes(last, frozenset({"another"}))
    assert transcript.changes(tracker_url, first, {"somebody"}) == Changes(last, frozenset())
    assert transcript.changes(tracker_url, last, everybody) == Changes(last, frozenset())
    # After an erasure ids may begin anew.
    assert transcript.changes(tracker_url, last + 9, everybody) == Changes(last, frozenset(everybody))
