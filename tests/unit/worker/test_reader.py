"""New tracker events are read once, in the face of restarts, gaps, erasing and databases that are away."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text as sql

from bot.identity import pseudonym
from bot.settings import Settings
from bot.store import StoreUnavailableError, UnitOfWork, erase
from bot.store.columns import utc_now
from bot.store.engine import dispose, engine_for
from bot.worker import reader
from bot.worker.reader import Reader
from tests.unit.worker.spoken import SUPPORT, alerts, cue_events, say, with_alerts


def test_reading_again_or_after_a_restart_keeps_nothing_twice(installation: Settings) -> None:
    say(installation, support=SUPPORT)
    worker = Reader(installation)
    worker.read()
    worker.read()
    Reader(installation).read()
    say(installation, support=SUPPORT)
    Reader(installation).read()
    assert len(cue_events(installation)) == 2


def test_two_workers_at_once_keep_nothing_twice(installation: Settings) -> None:
    for _ in range(20):
        say(installation, support=SUPPORT)
    workers = [Reader(with_alerts(installation)) for _ in range(4)]
    with ThreadPoolExecutor(len(workers)) as pool:
        list(pool.map(lambda worker: worker.read(), workers))
    assert (len(cue_events(installation)), len(alerts(installation))) == (20, 20)


def test_a_long_backlog_is_read_in_parts(installation: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "BATCH", 4)
    for _ in range(10):
        say(installation, support=SUPPORT)
    worker = Reader(installation)
    told = [worker.read() for _ in range(4)]
    assert [(progress.lag, progress.has_more) for progress in told] == [
        (6, True),
        (2, True),
        (0, False),
        (0, False),
    ]
    assert len(cue_events(installation)) == 10


def test_an_earlier_event_that_was_committed_late_is_not_lost(installation: Settings) -> None:
    first, late, last = (say(installation, support=SUPPORT) for _ in range(3))
    with engine_for(installation.tracker_url).begin() as connection:
        row = connection.execute(sql("SELECT * FROM events WHERE id = :id"), {"id": late}).mappings().one()
        connection.execute(sql("DELETE FROM events WHERE id = :id"), {"id": late})
    worker = Reader(installation)
    assert worker.read().lag == last - first
    assert len(cue_events(installation)) == 2
    with engine_for(installation.tracker_url).begin() as connection:
        connection.execute(
            sql(
                "INSERT INTO events (id, sender_id, type_name, timestamp, data)"
                " VALUES (:id, :sender_id, :type_name, :timestamp, :data)"
            ),
            dict(row),
        )
    assert worker.read().lag == 0
    assert len(cue_events(installation)) == 3


def test_what_was_erased_does_not_come_back_and_what_follows_is_read(installation: Settings) -> None:
    worker = Reader(installation)
    say(installation, support=SUPPORT)
    worker.read()
    erase(installation, "rest", "ann")
    worker.read()
    assert cue_events(installation) == []
    say(installation, support=SUPPORT)
    worker.read()
    assert len(cue_events(installation)) == 1


def test_a_tracker_database_made_anew_is_read_from_its_beginning(installation: Settings) -> None:
    worker = Reader(installation)
    for _ in range(3):
        say(installation)
    worker.read()
    with engine_for(installation.tracker_url).begin() as connection:
        connection.execute(sql("DELETE FROM events"))
        connection.execute(
            sql(
                "INSERT INTO events (id, sender_id, type_name, timestamp, data) VALUES (1, :sender, 'user', :at, :data)"
            ),
            {
                "sender": pseudonym(installation.secret, "rest", "ann"),
                "at": utc_now().timestamp(),
                "data": json.dumps({"input_channel": "rest", "metadata": {"support_shown": SUPPORT}}),
            },
        )
    assert worker.read().lag == 0
    assert len(cue_events(installation)) == 1


def test_before_rasa_has_made_its_table_there_is_nothing_to_read(installation: Settings) -> None:
    with engine_for(installation.tracker_url).begin() as connection:
        connection.execute(sql("DROP TABLE events"))
    assert Reader(installation).read().lag == 0


@pytest.mark.parametrize("which", ["database_url", "tracker_url"])
def test_a_database_that_is_away_loses_nothing(installation: Settings, which: str) -> None:
    say(installation, support=SUPPORT)
    address: dict[str, Any] = {which: "postgresql://cairn@127.0.0.1:9/away"}
    away = replace(installation, **address)
    with pytest.raises(StoreUnavailableError):
        Reader(away).read()
    dispose(address[which])
    Reader(installation).read()
    assert len(cue_events(installation)) == 1


def test_an_alert_leads_to_the_conversation_that_brought_it_though_the_person_came_another_way_before(
    installation: Settings,
) -> None:
    known, later = (pseudonym(installation.secret, "rest", name) for name in ("ann", "ann on another computer"))
    say(installation)
    Reader(installation).read()
    with UnitOfWork(installation.database_url) as work:
        work.people.known_as(work.people.ensure("rest", known), "rest", later)
        work.commit()
    say(installation, "ann on another computer", SUPPORT)
    Reader(with_alerts(installation)).read()
    assert alerts(installation) == [(later, SUPPORT["id"])]
