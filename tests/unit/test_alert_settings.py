"""Alerts are off until a service has filled in all that they need, and what is wrong is told in a sentence."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.alert_settings import Alerts, AlertSettingsError, Email, Webhook, alerts_from
from bot.settings import ROOT, Service, SettingsError, load

KEY = "k" * 32
FILLED: dict[str, Any] = {
    "hours": "Monday to Friday, 9 to 5",
    "open": {"monday": "09:00-17:00"},
    "time_zone": "Europe/London",
    "names": ["duty nurse", "Sam Example"],
    "procedure": "https://service.example/procedure",
}
MAIL = {"host": "mail.service.example", "from": "cairn@service.example", "to": "duty@service.example"}


def alerts(**changes: Any) -> Alerts:
    """Alerts of a section that is filled in, but for the changes."""
    found = alerts_from({**FILLED, **changes})
    assert found is not None
    return found


def test_alerts_are_off_until_they_are_filled_in() -> None:
    assert alerts_from(None) is None
    assert alerts_from(False) is None
    assert not Service().alerts_on


@pytest.mark.parametrize("excerpt", ["around", "message", "none"])
def test_how_many_words_are_shown_is_the_services_to_say(excerpt: str) -> None:
    assert alerts(excerpt=excerpt).excerpt == excerpt
    assert alerts().excerpt == "around"


def test_an_excerpt_of_another_kind_is_refused() -> None:
    with pytest.raises(AlertSettingsError, match=r"excerpt in service\.yml must be one of around, message, none"):
        alerts(excerpt="all")


def test_what_is_filled_in_switches_them_on() -> None:
    found = alerts()
    assert Service(alerts=found).alerts_on
    assert (found.hours, found.names, found.acknowledge_within) == (
        "Monday to Friday, 9 to 5",
        ("duty nurse", "Sam Example"),
        timedelta(hours=4),
    )
    assert found.ways == ()


@pytest.mark.parametrize("name", list(FILLED))
@pytest.mark.parametrize("empty", ["", None, []])
def test_what_is_missing_is_named(name: str, empty: object) -> None:
    with pytest.raises(AlertSettingsError, match=f"still need {name}"):
        alerts(**{name: empty})


def test_a_mail_server_is_read_with_its_usual_port() -> None:
    assert alerts(email=MAIL).email == Email(
        "mail.service.example", 587, "starttls", "cairn@service.example", ("duty@service.example",)
    )
    several = alerts(email={**MAIL, "security": "tls", "to": ["a@service.example", "b@service.example"], "user": "u"})
    assert several.email is not None
    assert (several.email.port, several.email.to, several.email.user) == (
        465,
        ("a@service.example", "b@service.example"),
        "u",
    )


def test_the_address_of_the_staff_pages_may_be_named() -> None:
    assert alerts().address == ""
    assert alerts(address="https://cairn.service.example/staff/").address == "https://cairn.service.example/staff"


@pytest.mark.parametrize("url", ["https://service.example/hook", "http://127.0.0.1:8080/hook"])
def test_a_webhook_is_read(url: str) -> None:
    found = alerts(webhook={"url": url})
    assert found.webhook == Webhook(url)
    assert found.ways == ("webhook",)


@pytest.mark.parametrize(
    ("section", "told"),
    [
        ("on", "may hold only"),
        ({**FILLED, "hurry": "yes"}, "may hold only"),
        ({**FILLED, "open": {"monday": "late"}}, "09:00-17:00"),
        ({**FILLED, "time_zone": "Moon"}, "time zone"),
        ({**FILLED, "acknowledge_within_hours": 0}, "number of hours"),
        ({**FILLED, "acknowledge_within_hours": "soon"}, "number of hours"),
        ({**FILLED, "acknowledge_within_hours": True}, "number of hours"),
        ({**FILLED, "email": "me"}, "may hold only"),
        ({**FILLED, "email": {**MAIL, "host": ""}}, "host in service.yml is missing"),
        ({**FILLED, "email": {**MAIL, "to": []}}, "to in service.yml is missing"),
        ({**FILLED, "email": {**MAIL, "to": "duty"}}, "must look like"),
        ({**FILLED, "email": {**MAIL, "from": "a@b.example, c@d.example"}}, "must look like"),
        ({**FILLED, "email": {**MAIL, "security": "hope"}}, "must be one of"),
        ({**FILLED, "email": {**MAIL, "security": "none"}}, "only for a mail server on this machine"),
        ({**FILLED, "email": {**MAIL, "port": "x"}}, "must be a number"),
        ({**FILLED, "webhook": {}}, "url in service.yml is missing"),
        ({**FILLED, "webhook": {"url": "http://service.example/hook"}}, "https://"),
        ({**FILLED, "webhook": {"url": "https://u:p@service.example/hook"}}, "no user"),
        ({**FILLED, "address": "http://service.example/staff"}, "alerts: address .* https://"),
        ({**FILLED, "address": "https://u:p@service.example/staff"}, "alerts: address .* no user"),
    ],
)
def test_what_is_wrong_is_told(section: object, told: str) -> None:
    with pytest.raises(AlertSettingsError, match=told):
        alerts_from(section)


def written(folder: Path, section: object) -> Path:
    file = folder / "service.yml"
    file.write_text(yaml.safe_dump({"name": "North Team", "alerts": section}), encoding="utf-8")
    return file


def test_the_service_file_switches_alerts_on(tmp_path: Path) -> None:
    settings = load({}, written(tmp_path, FILLED))
    assert settings.service.alerts == alerts()
    assert settings.service.name == "North Team"


def test_half_a_section_is_refused_when_settings_are_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="still need hours"):
        load({}, written(tmp_path, {**FILLED, "hours": ""}))


def test_a_webhook_needs_its_key_and_a_mail_user_a_password(tmp_path: Path) -> None:
    file = written(tmp_path, {**FILLED, "webhook": {"url": "https://service.example/"}, "email": {**MAIL, "user": "u"}})
    with pytest.raises(SettingsError, match="CAIRN_ALERTS_WEBHOOK_KEY"):
        load({"CAIRN_ALERTS_SMTP_PASSWORD": "p"}, file)
    with pytest.raises(SettingsError, match="CAIRN_ALERTS_SMTP_PASSWORD"):
        load({"CAIRN_ALERTS_WEBHOOK_KEY": KEY}, file)
    settings = load({"CAIRN_ALERTS_WEBHOOK_KEY": KEY, "CAIRN_ALERTS_SMTP_PASSWORD": "p4ss"}, file)
    assert KEY not in repr(settings)
    assert "p4ss" not in repr(settings)


def test_the_example_is_right_once_its_signs_are_taken_away() -> None:
    example = (ROOT / "service.example.yml").read_text(encoding="utf-8")
    after = example.partition("\nalerts:\n")[2].partition("\n\n")[0]
    assert yaml.safe_load(example)["alerts"] is None
    section = yaml.safe_load("alerts:\n" + re.sub(r"^# ", " ", after, flags=re.MULTILINE))["alerts"]
    found = alerts_from(section)
    assert found is not None
    assert found.ways == ("email", "webhook")
