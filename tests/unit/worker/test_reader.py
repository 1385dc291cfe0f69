"""New tracker events are read once, in the face of restarts, gaps, erasing and databases that are away."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, Optional

import pytest
from sqlalchemy import text as sql

from bot.identity import pseudonym
from bot.settings import Service, Settings
from bot.store import StoreUnavailableError, UnitOfWork, erase, show
from bot.store.columns import utc_now
from bot.store.engine import dispose, engine_for
from bot.store.one_person import CUE_CURSOR
from bot.store.repositories.outbox import Outbox
from bot.worker import reader
from bot.worker.reader import Reader
from tests.builders import create_alerts
from tests.databases import write_event

SUPPORT = {"id": "card.full.1", "layout": "card", "families": ["F01"]}
MESSAGE_IDS = iter(range(10**9))


def say(
    settings: Settings,
    sender: str = "ann",
    support: Optional[dict[str, Any]] = None,
    intent: str = "nlu_fallback",
    text: str = "words of a person",
) -> int:
    """A message of a person, with the support that the guard showed. Out: the event's id."""
    return write_event(
        settings.tracker_url,
        pseudonym(settings.secret, "rest", sender),
        "user",
        utc_now().timestamp(),
        text=text,
        input_channel="rest",
        message_id=f"m{next(MESSAGE_IDS)}",
        parse_data={"intent": {"name": intent}},
        metadata={"support_shown": support} if support else {},
    )


def answer(settings: Settings, sender: str = "ann", support: Optional[dict[str, Any]] = None) -> int:
    """An answer of ours, with the support that the dialogue showed. Out: the event's id."""
    return write_event(
        settings.tracker_url,
        pseudonym(settings.secret, "rest", sender),
        "bot",
        utc_now().timestamp(),
        text="card",
        metadata={"support": support} if support else {},
    )


def cue_events(settings: Settings, sender: str = "ann") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = show(settings, "rest", sender)["cue_events"]
    return found


def test_a_card_by_the_guard_is_kept_for_somebody_whom_the_store_did_not_know(installation: Settings) -> None:
    say(installation, support=SUPPORT)
    Reader(installation).read()
    assert [(e["families"], e["text_id"], e["layout"]) for e in cue_events(installation)] == [
        (["F01"], "card.full.1", "card")
    ]


def test_a_card_by_the_dialogue_is_kept_for_the_person_who_is_known(installation: Settings) -> None:
    with UnitOfWork(installation.database_url) as work:
        work.people.ensure("rest", pseudonym(installation.secret, "rest", "ann"))
        work.commit()
    say(installation)
    answer(installation, support=SUPPORT)
    Reader(installation).read()
    assert len(cue_events(installation)) == 1


def test_one_message_makes_one_cue_event_however_it_was_shown(installation: Settings) -> None:
    say(installation, support=SUPPORT)
    answer(installation, support=SUPPORT)
    answer(installation, support=SUPPORT)
    Reader(installation).read()
    assert len(cue_events(installation)) == 1


def test_one_message_makes_one_cue_event_when_the_answer_is_read_later(installation: Settings) -> None:
    worker = Reader(installation)
    say(installation, support=SUPPORT)
    worker.read()
    answer(installation, support=SUPPORT)
    worker.read()
    assert len(cue_events(installation)) == 1


def test_each_message_makes_its_own(installation: Settings) -> None:
    for sender in ("ann", "ben", "ann"):
        say(installation, sender, SUPPORT)
    say(installation)
    Reader(installation).read()
    assert (len(cue_events(installation)), len(cue_events(installation, "ben"))) == (2, 1)


def test_a_card_that_was_asked_for_is_no_cue_event(installation: Settings) -> None:
    say(installation, support={**SUPPORT, "families": []})
    Reader(installation).read()
    assert cue_events(installation) == []


def chosen(settings: Settings, sender: str = "ann") -> list[list[str]]:
    return [[choice["what"] for choice in event["chosen_next"]] for event in cue_events(settings, sender)]


def test_a_cue_whose_detection_failed_is_kept_without_a_family(installation: Settings) -> None:
    say(installation, support={**SUPPORT, "layout": "ask", "families": [], "asked_for": False})
    say(installation, support={**SUPPORT, "families": [], "asked_for": True})
    Reader(installation).read()
    assert [event["families"] for event in cue_events(installation)] == [[]]


def test_what_was_chosen_next_is_kept_once_and_never_the_words(installation: Settings) -> None:
    say(installation, support=SUPPORT)
    answer(installation, support=SUPPORT)
    for intent in ("show_plan", "nlu_fallback", "misunderstood", "start_goals"):
        say(installation, intent=intent)
    say(installation, "ben", intent="carry_on")
    for _ in range(2):
        Reader(installation).read()
    assert chosen(installation) == [["plan", "text", "misunderstood"]]
    assert chosen(installation, "ben") == []
    assert "words of a person" not in json.dumps(cue_events(installation))


def test_what_was_chosen_is_kept_when_it_is_read_later(installation: Settings) -> None:
    say(installation, support=SUPPORT)
    Reader(installation).read()
    say(installation, intent="carry_on")
    Reader(installation).read()
    assert chosen(installation) == [["carry_on"]]


def test_a_second_cue_is_chosen_after_the_first(installation: Settings) -> None:
    say(installation, support=SUPPORT)
    say(installation, support=SUPPORT, intent="cue")
    say(installation, intent="more_support")
    Reader(installation).read()
    assert chosen(installation) == [["text"], ["more"]]


def with_alerts(settings: Settings, **changes: Any) -> Settings:
    return replace(settings, service=Service(alerts=create_alerts(**changes)))


def alerts(settings: Settings) -> list[tuple[str, str]]:
    """Who each alert is about, and the text that was shown."""
    with UnitOfWork(settings.database_url) as work:
        return [(alert.pseudonym, alert.text_id) for alert in work.alerts.all()]


def waiting(settings: Settings) -> int:
    with UnitOfWork(settings.database_url) as work:
        return work.outbox.undelivered(["email", "webhook"]).waiting


def test_a_card_makes_one_alert_however_often_it_is_read(installation: Settings) -> None:
    settings = with_alerts(installation)
    say(settings, support=SUPPORT)
    answer(settings, support=SUPPORT)
    for _ in range(3):
        Reader(settings).read()
        with UnitOfWork(settings.database_url) as work:
            work.cursors.hold(CUE_CURSOR)
            work.cursors.move(CUE_CURSOR, 0)
            work.commit()
    assert alerts(settings) == [(pseudonym(settings.secret, "rest", "ann"), "card.full.1")]
    assert waiting(settings) == 2


@pytest.mark.parametrize(
    "support",
    [
        {**SUPPORT, "layout": "ask", "asked_for": False},
        {**SUPPORT, "families": [], "asked_for": True},
        {"id": "here.1", "layout": "here", "families": []},
    ],
)
def test_neither_the_short_question_nor_support_that_was_asked_for_makes_an_alert(
    installation: Settings, support: dict[str, Any]
) -> None:
    settings = with_alerts(installation)
    say(settings, support=support)
    answer(settings, support=support)
    Reader(settings).read()
    assert alerts(settings) == []


def test_who_asks_that_their_team_learns_of_it_is_put_on_the_list(installation: Settings) -> None:
    settings = with_alerts(installation)
    say(settings, support={**SUPPORT, "families": [], "asked_for": True})
    say(settings, text="Tell my team")
    answer(settings, support={"id": "utter_support_team.0", "layout": "team", "families": [], "signposts": []})
    Reader(settings).read()
    assert [text for _, text in alerts(settings)] == ["utter_support_team.0"]


def test_what_is_chosen_after_telling_the_team_belongs_to_the_card(installation: Settings) -> None:
    settings = with_alerts(installation)
    say(settings, support=SUPPORT)
    say(settings, text="Tell my team")
    answer(settings, support={"id": "utter_support_team.0", "layout": "team", "families": [], "signposts": []})
    say(settings, intent="misunderstood")
    Reader(settings).read()
    assert chosen(settings) == [["team", "misunderstood"], []]
    assert len(alerts(settings)) == 2


def test_while_alerts_are_off_none_is_made_and_none_later(installation: Settings) -> None:
    say(installation, support=SUPPORT)
    Reader(installation).read()
    settings = with_alerts(installation)
    say(settings, "ben", SUPPORT)
    Reader(settings).read()
    assert [who for who, _ in alerts(settings)] == [pseudonym(settings.secret, "rest", "ben")]


def test_a_cue_event_and_its_alert_are_kept_together_or_not_at_all(
    installation: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = with_alerts(installation)
    say(settings, support=SUPPORT)
    with monkeypatch.context() as broken:
        broken.setattr(Outbox, "add", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            Reader(settings).read()
    assert (cue_events(settings), alerts(settings)) == ([], [])
    Reader(settings).read()
    assert (len(cue_events(settings)), len(alerts(settings))) == (1, 1)


def test_without_a_way_to_notify_an_alert_waits_in_the_queue(installation: Settings) -> None:
    settings = with_alerts(installation, email=None, webhook=None)
    say(settings, support=SUPPORT)
    Reader(settings).read()
    assert (len(alerts(settings)), waiting(settings)) == (1, 0)


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
