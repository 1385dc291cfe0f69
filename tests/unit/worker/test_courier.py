"""The team is notified until it was taken, and reminded within its hours; of nothing but that there is something."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from bot.alert_settings import Email, Webhook
from bot.settings import Service, Settings
from bot.store import CueEvent, UnitOfWork
from bot.store.repositories.alerts import KeptAlert
from bot.store.repositories.outbox import Notice
from bot.worker import courier as courier_module
from bot.worker.courier import Courier
from bot.worker.notices import email_of
from tests.builders import create_alerts
from tests.unit.worker.receivers import Received, mail_server, webhook

MONDAY_AT_TEN = datetime(2026, 3, 2, 10, 0, tzinfo=timezone.utc)
FRIDAY_AT_FOUR = datetime(2026, 3, 6, 16, 0, tzinfo=timezone.utc)
KEY = "k" * 32
PERSON = "3f2a-a-pseudonym"


@dataclass
class Team:
    """A service with a mail server and a webhook, at a moment that the test moves."""

    settings: Settings
    mail: Received
    hook: Received
    at: datetime = MONDAY_AT_TEN
    courier: Courier = field(init=False)

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        self.courier = Courier(self.settings, lambda: self.at)

    def change(self, **changes: Any) -> None:
        alerts = self.settings.service.alerts
        assert alerts is not None
        self.settings = replace(self.settings, service=Service(alerts=replace(alerts, **changes)))
        self.restart()

    def go(self, **later: float) -> None:
        self.at += timedelta(**later)
        self.courier.go()

    def work(self) -> UnitOfWork:
        return UnitOfWork(self.settings.database_url, now=lambda: self.at)

    def alert(self, name: str = "m1") -> int:
        """A card that was shown now, with the alert that the reader makes of it."""
        with self.work() as work:
            person_id = work.people.ensure("web", PERSON)
            shown = work.cue_events.record(person_id, CueEvent(name, ("wish_to_die",), "card.1", "card", self.at))
            assert shown is not None
            alert_id = work.alerts.make(person_id, shown)
            work.outbox.add(alert_id, ("email", "webhook"), 0, self.at)
            work.commit()
        return alert_id

    def kept(self) -> KeptAlert:
        with self.work() as work:
            return work.alerts.all()[0]

    def history(self) -> list[tuple[str, str, str]]:
        return [(entry.what, entry.who, entry.note) for entry in self.kept().history]


@pytest.fixture
def team(installation: Settings) -> Iterator[Team]:
    with mail_server() as mail, webhook() as hook:
        email = Email(
            "127.0.0.1", mail.port, "none", "cairn@service.example", ("a@service.example", "b@service.example")
        )
        alerts = create_alerts(email=email, webhook=Webhook(f"http://127.0.0.1:{hook.port}/hook"))
        yield Team(replace(installation, service=Service(alerts=alerts), alerts_webhook_key=KEY), mail, hook)


def test_an_alert_is_notified_by_each_way_once(team: Team) -> None:
    alert_id = team.alert()
    for _ in range(3):
        team.go(seconds=2)
    assert (len(team.mail.mails), len(team.hook.requests)) == (1, 1)
    assert team.history() == [("notified", "email", ""), ("notified", "webhook", "")]
    assert f"(alert {alert_id})" in team.mail.mails[0]["Subject"]


def test_a_notification_says_only_that_there_is_something_to_look_at(team: Team) -> None:
    alert_id = team.alert()
    team.go()
    mail = team.mail.mails[0]
    assert mail["To"] == "a@service.example, b@service.example"
    assert (
        mail.get_payload(decode=True)
        == (
            f"There is something to look at in Cairn: alert {alert_id}, made on Monday 02 March 2026 at 10:00"
            " (Europe/London).\r\n"
            "For: duty nurse\r\n"
            "What to do: https://service.example/procedure\r\n"
            "To see it: cairn alerts list\r\n"
            f"To say that you look: cairn alerts ack {alert_id} --as NAME\r\n"
        ).encode()
    )
    whole = mail.as_string() + repr(team.hook.requests)
    assert PERSON not in whole
    assert "wish" not in whole
    assert "card" not in whole


def test_a_notification_names_the_staff_page_where_the_service_names_its_address() -> None:
    notice = Notice(1, 12, MONDAY_AT_TEN, "email", 0, "key", 0)
    alerts = create_alerts(address="https://cairn.service.example/staff")
    assert alerts.email is not None
    text = email_of(notice, alerts, alerts.email, MONDAY_AT_TEN).get_content()
    assert "To see it and say that you look: https://cairn.service.example/staff/alert/12\n" in text
    assert "On the machine itself: cairn alerts list\n" in text
    assert "To say that you look from there: cairn alerts ack 12 --as NAME\n" in text


def test_a_webhook_is_signed_over_time_and_body(team: Team) -> None:
    alert_id = team.alert()
    team.go()
    headers, body = team.hook.requests[0]
    signed = hmac.new(KEY.encode(), headers["X-Cairn-Timestamp"].encode() + b"." + body, hashlib.sha256)
    assert headers["X-Cairn-Signature"] == f"sha256={signed.hexdigest()}"
    assert headers["X-Cairn-Timestamp"] == str(int(MONDAY_AT_TEN.timestamp()))
    content = json.loads(body)
    assert (content["alert"], content["reminder"], content["key"]) == (alert_id, 0, headers["Idempotency-Key"])


@pytest.mark.parametrize(("code", "status"), [(451, 503), (554, 302), (421, 404)])
def test_what_was_refused_is_tried_again_under_the_same_key(team: Team, code: int, status: int) -> None:
    team.alert()
    team.mail.answer, team.hook.answer = code, status
    team.go()
    with team.work() as work:
        waiting = work.outbox.undelivered(("email", "webhook"))
    assert (waiting.waiting, waiting.failing) == (2, 2)
    team.mail.answer, team.hook.answer = 250, 200
    team.go(seconds=30)
    assert len(team.mail.mails) == 1
    team.go(seconds=31)
    assert len({mail["Message-ID"] for mail in team.mail.mails}) == 1
    assert [headers["Idempotency-Key"] for headers, _ in team.hook.requests] == [
        team.hook.requests[0][0]["Idempotency-Key"]
    ] * 2
    assert team.history() == [
        ("not_delivered", "email", f"The mail server 127.0.0.1 refused it (code {code})."),
        ("not_delivered", "webhook", f"The webhook refused it (status {status})."),
        ("notified", "email", ""),
        ("notified", "webhook", ""),
    ]


def test_servers_that_are_away_are_told_and_tried_again(team: Team) -> None:
    alerts = team.settings.service.alerts
    assert alerts is not None
    assert alerts.email is not None
    away = {"email": replace(alerts.email, port=9), "webhook": Webhook("http://127.0.0.1:9/hook")}
    team.alert()
    team.change(**away)
    waiting = team.courier.go()
    assert (waiting.waiting, waiting.failing) == (2, 2)
    assert {note for _, _, note in team.history()} == {
        "The mail server 127.0.0.1 did not take it (ConnectionRefusedError).",
        "The webhook did not answer (ConnectError).",
    }
    team.change(email=alerts.email, webhook=alerts.webhook)
    team.go(minutes=2)
    assert (len(team.mail.mails), len(team.hook.requests)) == (1, 1)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"security": "starttls"}, "SMTPNotSupportedError"),
        ({"security": "tls"}, "SSLError"),
        ({"user": "cairn"}, "SMTPNotSupportedError"),
    ],
)
def test_nothing_goes_out_less_safely_than_was_asked(team: Team, changes: dict[str, str], told: str) -> None:
    alerts = team.settings.service.alerts
    assert alerts is not None
    assert alerts.email is not None
    team.change(email=replace(alerts.email, **changes), webhook=None)
    team.alert()
    team.go()
    assert team.mail.mails == []
    assert team.history() == [("not_delivered", "email", f"The mail server 127.0.0.1 did not take it ({told}).")]


def test_one_address_of_two_is_enough_and_the_other_is_told(team: Team) -> None:
    team.mail.refused_address = "b@service.example"
    team.alert()
    team.go()
    assert team.history()[0] == ("notified", "email", "1 of 2 addresses were refused")


def test_a_slow_way_does_not_keep_the_other_from_the_team(team: Team) -> None:
    team.mail.answer = 451
    team.alert()
    team.go()
    assert len(team.hook.requests) == 1


def test_who_has_not_acknowledged_in_time_at_work_is_reminded(team: Team) -> None:
    team.at = FRIDAY_AT_FOUR
    team.alert()
    team.go()
    team.go(hours=2)  # Friday evening
    team.go(days=1)  # Saturday
    team.go(days=1, hours=17)  # Monday at eleven: three hours of work since
    assert len(team.mail.mails) == 1
    team.go(hours=1)
    assert len(team.mail.mails) == 2
    assert "still something to look at" in team.mail.mails[1]["Subject"]
    assert b"Nobody has acknowledged it yet." in team.mail.mails[1].get_payload(decode=True)
    assert [json.loads(body)["reminder"] for _, body in team.hook.requests] == [0, 1]
    team.go(hours=3)
    assert len(team.mail.mails) == 2
    team.go(hours=1)
    assert len(team.mail.mails) == 3


def test_no_reminder_comes_outside_the_hours(team: Team) -> None:
    team.alert()
    team.go()
    team.go(hours=10)
    assert len(team.mail.mails) == 1
    team.go(hours=13)
    assert len(team.mail.mails) == 2


def test_who_has_acknowledged_is_left_alone(team: Team) -> None:
    alert_id = team.alert()
    team.go()
    with team.work() as work:
        work.alerts.acknowledge(alert_id, "Sam")
        work.commit()
    team.go(days=3)
    assert len(team.mail.mails) == 1


def test_reminders_do_not_pile_up_while_nothing_is_delivered(team: Team) -> None:
    team.mail.answer = 451
    team.alert()
    for _ in range(5):
        team.go(days=1)
    team.mail.answer = 250
    team.go(hours=2)
    assert len({mail["X-Cairn-Key"] for mail in team.mail.mails}) == 1


def test_a_way_that_fails_does_not_keep_the_other_from_reminding(team: Team) -> None:
    team.mail.answer = 451
    team.alert()
    team.go()
    team.go(hours=5)
    assert [json.loads(body)["reminder"] for _, body in team.hook.requests] == [0, 1]


def test_two_workers_at_once_remind_and_deliver_once(team: Team) -> None:
    team.alert()
    other = Courier(team.settings, lambda: team.at)
    for _ in range(2):
        team.go()
        other.go()
        team.at += timedelta(hours=5)
    assert len(team.mail.mails) == 2


def test_an_alert_made_before_there_was_a_way_is_told_when_its_time_has_passed(team: Team) -> None:
    alerts = team.settings.service.alerts
    assert alerts is not None
    with team.work() as work:
        person_id = work.people.ensure("web", PERSON)
        shown = work.cue_events.record(person_id, CueEvent("m1", ("passive",), "card.1", "card", team.at))
        assert shown is not None
        work.alerts.make(person_id, shown)
        work.commit()
    team.go(hours=1)
    assert team.mail.mails == []
    team.go(hours=4)
    assert len(team.mail.mails) == 1


def test_many_are_delivered_in_parts(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courier_module, "BATCH", 3)
    for number in range(3):
        team.alert(f"m{number}")
    waiting = [team.courier.go().waiting for _ in range(2)]
    assert waiting == [3, 0]


def test_a_person_who_was_erased_meanwhile_leaves_no_trouble(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    team.alert()
    send = Courier._send

    def erase_while_sending(self: Courier, *arguments: Any) -> str:
        with team.work() as work:
            person = work.people.by_identity("web", PERSON)
            if person is not None:
                work.people.erase(person.id)
                work.commit()
        return send(self, *arguments)

    monkeypatch.setattr(Courier, "_send", erase_while_sending)
    assert team.courier.go().waiting == 0


@pytest.mark.parametrize("changes", [{"email": None, "webhook": None}])
def test_without_a_way_nothing_is_sent(team: Team, changes: dict[str, Any]) -> None:
    team.alert()
    team.change(**changes)
    assert team.courier.go().waiting == 0
    assert team.mail.mails == []


def test_while_alerts_are_off_nothing_is_sent(team: Team) -> None:
    team.alert()
    off = Courier(replace(team.settings, service=Service()), lambda: team.at)
    assert off.go().waiting == 0
    assert team.mail.mails == []
