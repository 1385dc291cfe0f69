"""An alert is made once, answered by name, never changed; its notifications are tried until they are delivered."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.store import CueEvent, StoreError, UnitOfWork
from bot.store.engine import engine_for
from bot.store.repositories.alerts import NOTIFIED, OPENED, AlertError
from bot.store.repositories.outbox import FIRST_WAIT, LONGEST_WAIT, wait_after

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=timezone.utc)
WAYS = ("email", "webhook")


def make_alert(work: UnitOfWork, person_id: str, name: str = "m1") -> int:
    """An alert of a new cue event, kept."""
    cue_event_id = work.cue_events.record(person_id, CueEvent(name, ("passive",), "card.1", "card", NOW))
    assert cue_event_id is not None
    alert_id = work.alerts.make(person_id, cue_event_id)
    work.commit()
    return alert_id


@pytest.fixture
def alert_id(work: UnitOfWork, person_id: str) -> int:
    return make_alert(work, person_id)


def test_an_alert_tells_what_was_shown_to_whom_and_when(work: UnitOfWork, alert_id: int) -> None:
    alert = work.alerts.get(alert_id)
    assert (alert.channel, alert.pseudonym, alert.families) == ("rest", "somebody", ("passive",))
    assert (alert.text_id, alert.shown_at) == ("card.1", NOW)
    assert (alert.acknowledged, alert.closed, alert.opened_at, alert.history) == (None, None, None, ())


def test_an_alert_names_the_conversation_in_which_the_cue_came(work: UnitOfWork, person_id: str) -> None:
    work.people.known_as(person_id, "web", "the-same-on-the-web")
    event = CueEvent("m2", ("passive",), "card.1", "card", NOW)
    shown = work.cue_events.record(person_id, event, "the-same-on-the-web")
    assert shown is not None
    alert = work.alerts.get(work.alerts.make(person_id, shown))
    assert (alert.channel, alert.pseudonym) == ("web", "the-same-on-the-web")


@pytest.mark.parametrize(("told", "seen"), [(True, 1), (False, 0), (None, 1)])
def test_a_short_question_that_was_said_to_be_told_to_no_one_stays_unseen_when_alerts_come_on(
    work: UnitOfWork, person_id: str, told: bool | None, seen: int
) -> None:
    work.consents.record(person_id, True, "consent.1")
    work.cue_events.record(person_id, CueEvent("m3", ("passive",), "ask.1", "ask", NOW, told))
    assert len(work.reading.support_seen(person_id, alerts_on=True)) == seen
    assert work.reading.support_seen(person_id, alerts_on=False) == ()


def test_a_cue_event_has_one_alert_at_most(work: UnitOfWork, person_id: str, alert_id: int) -> None:
    cue_event = work.cue_events.of(person_id)[0]
    with pytest.raises(IntegrityError):
        work.alerts.make(person_id, cue_event.id)
    assert alert_id


def test_it_is_acknowledged_and_then_closed_by_name(work: UnitOfWork, alert_id: int) -> None:
    work.alerts.acknowledge(alert_id, "Sam", "ringing them now")
    assert work.alerts.unacknowledged() == ()
    assert [alert.id for alert in work.alerts.open()] == [alert_id]
    work.alerts.close(alert_id, "Jo", "spoke to them")
    assert work.alerts.open() == ()
    history = [(entry.what, entry.who, entry.note) for entry in work.alerts.all()[0].history]
    assert history == [("acknowledged", "Sam", "ringing them now"), ("closed", "Jo", "spoke to them")]


@pytest.mark.parametrize("what", ["acknowledge", "close"])
def test_nobody_answers_it_twice(work: UnitOfWork, alert_id: int, what: str) -> None:
    work.alerts.acknowledge(alert_id, "Sam")
    work.alerts.close(alert_id, "Sam", "done")
    with pytest.raises(AlertError, match="by Sam already"):
        getattr(work.alerts, what)(alert_id, "Jo", "me too")
    assert len(work.alerts.get(alert_id).history) == 2


def test_what_cannot_be_is_told(work: UnitOfWork, alert_id: int) -> None:
    with pytest.raises(AlertError, match="no alert 999"):
        work.alerts.acknowledge(999, "Sam")
    with pytest.raises(AlertError, match="Acknowledge it first"):
        work.alerts.close(alert_id, "Sam", "done")
    with pytest.raises(AlertError, match="Say who you are"):
        work.alerts.acknowledge(alert_id, " ")
    work.alerts.acknowledge(alert_id, "Sam")
    with pytest.raises(AlertError, match="needs a note"):
        work.alerts.close(alert_id, "Sam", " ")


def test_it_was_opened_when_somebody_first_looked(database_url: str, person_id: str) -> None:
    moments = iter(NOW + timedelta(minutes=n) for n in range(9))
    with UnitOfWork(database_url, now=lambda: next(moments)) as work:
        alert_id = make_alert(work, person_id)
        work.alerts.note(alert_id, NOTIFIED, "email")
        work.alerts.note(alert_id, OPENED, "Sam")
        work.alerts.acknowledge(alert_id, "Sam")
        assert work.alerts.get(alert_id).opened_at == NOW + timedelta(minutes=2)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE alert_history SET note = 'other'",
        "UPDATE alert SET made_at = CURRENT_TIMESTAMP",
        "DELETE FROM alert_history",
        "DELETE FROM alert",
        "DELETE FROM cue_event",
    ],
)
def test_the_database_itself_keeps_the_history(
    work: UnitOfWork, database_url: str, alert_id: int, statement: str
) -> None:
    work.alerts.acknowledge(alert_id, "Sam", "looking")
    work.commit()
    before = work.alerts.get(alert_id)
    with engine_for(database_url).connect() as connection, pytest.raises(IntegrityError):
        connection.execute(text(statement))
    assert work.alerts.get(alert_id) == before


def test_a_person_s_copy_tells_of_alerts_without_names_and_notes(
    work: UnitOfWork, person_id: str, alert_id: int
) -> None:
    assert work.export.person(person_id)["alerts"][0]["opened_at"] is None
    work.alerts.acknowledge(alert_id, "Sam", "looking")
    work.alerts.close(alert_id, "Sam", "we spoke")
    (shown,) = work.export.person(person_id)["alerts"]
    assert (shown["id"], shown["text_id"], shown["was_asked_for"]) == (alert_id, "card.1", False)
    assert shown["opened_at"] is not None
    assert not any(words in json.dumps(shown) for words in ("Sam", "looking", "spoke"))


def test_alerts_go_with_the_person_and_only_theirs(work: UnitOfWork, person_id: str, alert_id: int) -> None:
    other = work.people.ensure("rest", "other")
    kept = make_alert(work, other, "m2")
    for each in (alert_id, kept):
        work.alerts.acknowledge(each, "Sam", "looking")
        work.outbox.add(each, WAYS, 0, NOW)
    work.commit()
    work.people.erase(person_id)
    work.commit()
    assert [alert.id for alert in work.alerts.all()] == [kept]
    assert work.outbox.undelivered(WAYS).waiting == 2


def test_a_notification_is_tried_later_and_later_under_one_key(work: UnitOfWork, alert_id: int) -> None:
    work.outbox.add(alert_id, ["email"], 0, NOW)
    at, keys, waits = NOW, set(), []
    for _ in range(9):
        notice = work.outbox.claim(["email"], at)
        assert notice is not None
        assert work.outbox.claim(["email"], at) is None
        work.outbox.failed(notice, "The server is away.")
        keys.add(notice.key)
        waits.append(wait_after(notice.attempts))
        at += waits[-1]
    assert len(keys) == 1
    assert waits[:3] == [FIRST_WAIT, FIRST_WAIT * 2, FIRST_WAIT * 4]
    assert waits[-1] == LONGEST_WAIT
    waiting = work.outbox.undelivered(["email"])
    assert (waiting.waiting, waiting.failing, waiting.trouble) == (1, 1, "The server is away.")


def test_a_delivered_notification_is_done(work: UnitOfWork, alert_id: int) -> None:
    work.outbox.add(alert_id, WAYS, 0, NOW)
    work.outbox.add(alert_id, WAYS, 0, NOW)
    for _ in WAYS:
        notice = work.outbox.claim(WAYS, NOW)
        assert notice is not None
        assert work.outbox.last_rounds([alert_id], WAYS) == {alert_id: (0, None)}
        work.outbox.sent(notice, NOW)
    assert work.outbox.claim(WAYS, NOW + timedelta(days=9)) is None
    assert work.outbox.last_rounds([alert_id], WAYS) == {alert_id: (0, NOW)}
    assert work.outbox.undelivered(WAYS).waiting == 0


def test_a_way_that_is_no_longer_set_up_is_left_alone(work: UnitOfWork, alert_id: int) -> None:
    work.outbox.add(alert_id, ["email"], 0, NOW)
    assert work.outbox.claim(["webhook"], NOW) is None
    assert work.outbox.undelivered(["webhook"]).waiting == 0
    assert work.outbox.last_rounds([alert_id], ["webhook"]) == {}


def test_an_append_only_refusal_is_told_without_its_values(work: UnitOfWork, database_url: str, alert_id: int) -> None:
    work.alerts.acknowledge(alert_id, "Sam", "a private note")
    work.commit()
    with pytest.raises(StoreError) as caught, UnitOfWork(database_url) as other:
        other._session.execute(text("DELETE FROM alert_history"))
    assert "private" not in str(caught.value)
