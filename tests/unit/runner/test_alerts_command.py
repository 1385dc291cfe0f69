"""`cairn alerts`: what waits is shown with its age, and answered by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import yaml
from time_machine import travel
from typer.testing import CliRunner, Result

from bot import cli
from bot.settings import settings
from bot.store import CueEvent, UnitOfWork
from bot.store.engine import dispose
from bot.store.migrate import upgrade

MONDAY = datetime(2026, 3, 2, 16, 0, tzinfo=timezone.utc)
SECTION = {
    "hours": "Monday to Friday, 9 to 5",
    "open": dict.fromkeys(("monday", "tuesday"), "09:00-17:00"),
    "time_zone": "Europe/London",
    "names": ["duty nurse"],
    "procedure": "https://service.example/procedure",
}


@pytest.fixture(autouse=True)
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An installation whose alerts are on."""
    url = f"sqlite:///{tmp_path}/cairn.db"
    (tmp_path / "service.yml").write_text(yaml.safe_dump({"alerts": SECTION}), encoding="utf-8")
    monkeypatch.setenv("CAIRN_SERVICE_FILE", str(tmp_path / "service.yml"))
    monkeypatch.setenv("CAIRN_DATABASE_URL", url)
    settings.cache_clear()
    upgrade(url)
    yield url
    dispose(url)
    settings.cache_clear()


def cairn(*arguments: str) -> Result:
    return CliRunner().invoke(cli.app, ["alerts", *arguments])


def an_alert(url: str, name: str = "ann", layout: str = "card") -> None:
    """Support shown on Monday at four, and its alert."""
    with travel(MONDAY, tick=False), UnitOfWork(url) as work:
        person_id = work.people.ensure("web", name)
        shown = work.cue_events.record(
            person_id, CueEvent(name, ("passive",) if layout == "card" else (), f"{layout}.1", layout, MONDAY)
        )
        assert shown is not None
        work.alerts.make(person_id, shown)
        work.commit()


def test_what_waits_is_listed_with_its_age_and_what_it_is_not(url: str) -> None:
    an_alert(url)
    with travel(MONDAY + timedelta(hours=18), tick=False):
        told = cairn("list").stdout
    assert "this is not an assessment" in told
    assert "Procedure: https://service.example/procedure" in told
    assert "1  not acknowledged, 18 h old, 2 h of it at work" in told
    assert "web ann" in told
    assert "Mon 02 Mar 2026 16:00 (16:00 UTC)  passive, shown card.1" in told


def test_an_alert_is_acknowledged_and_closed_by_name(url: str) -> None:
    an_alert(url)
    assert cairn("ack", "1", "--as", "Sam  Example", "--note", "ringing").exit_code == 0
    assert "acknowledged by Sam Example" in cairn("list").stdout
    assert cairn("close", "1", "--as", "Jo", "--note", "spoke to them").exit_code == 0
    assert "No alert waits." in cairn("list").stdout
    whole = cairn("list", "--all").stdout
    assert "acknowledged: Sam Example, ringing" in whole
    assert "closed: Jo, spoke to them" in whole


def test_what_is_seen_and_done_here_is_on_record_and_the_record_stays_whole(url: str) -> None:
    an_alert(url)
    cairn("list")
    cairn("ack", "1", "--as", "Sam  Example", "--note", "ringing")
    cairn("close", "1", "--as", "Jo", "--note", "spoke to them")
    cairn("close", "1", "--as", "Jo", "--note", "once more")  # which is refused
    with UnitOfWork(url) as work:
        person_id = work.alerts.get(1).person_id
        entries = work.audit.page()[::-1]
    assert [(entry.what, entry.target, entry.about, entry.note) for entry in entries] == [
        ("viewed", "alerts", "", ""),
        ("listed_alert", "alert 1", person_id, ""),
        ("acknowledged", "alert 1, as Sam Example", person_id, "ringing"),
        ("closed", "alert 1, as Jo", person_id, "spoke to them"),
    ]
    assert {entry.who for entry in entries} == {"command line"}
    checked = CliRunner().invoke(cli.app, ["audit", "verify"])
    assert checked.exit_code == 0
    assert "The record is whole: 4 entries." in checked.stdout


def test_an_alert_that_was_made_late_is_as_old_as_the_support_that_was_shown(url: str) -> None:
    with travel(MONDAY + timedelta(hours=5), tick=False), UnitOfWork(url) as work:
        person_id = work.people.ensure("web", "ann")
        shown = work.cue_events.record(person_id, CueEvent("k", (), "card.1", "card", MONDAY))
        assert shown is not None
        work.alerts.make(person_id, shown)
        work.commit()
    with travel(MONDAY + timedelta(hours=6), tick=False):
        assert "not acknowledged, 6 h old" in cairn("list").stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ack", "9", "--as", "Sam"], "There is no alert 9"),
        (["ack", "1", "--as", " "], "Say who you are"),
        (["close", "1", "--as", "Sam", "--note", "done"], "Acknowledge it first"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(url: str, arguments: list[str], told: str) -> None:
    an_alert(url)
    refused = cairn(*arguments)
    assert refused.exit_code == 2
    assert told in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("missing", [["ack", "1"], ["close", "1", "--as", "Sam"]])
def test_neither_a_name_nor_an_outcome_can_be_left_out(missing: list[str]) -> None:
    assert cairn(*missing).exit_code == 2


def test_while_alerts_are_off_the_list_says_so(tmp_path: Path) -> None:
    (tmp_path / "service.yml").unlink()
    settings.cache_clear()
    assert "Alerts are off" in cairn("list").stdout


def test_what_an_alert_is_not_is_said_while_alerts_are_off_too(url: str, tmp_path: Path) -> None:
    an_alert(url)
    (tmp_path / "service.yml").unlink()
    settings.cache_clear()
    told = cairn("list").stdout
    assert told.startswith("Cue words were seen; this is not an assessment.")
    assert "1 alert:" in told


def test_each_person_can_see_that_their_alert_was_listed(url: str) -> None:
    an_alert(url)
    an_alert(url, "bob")
    assert cairn("list").exit_code == 0
    with UnitOfWork(url) as work:
        for name, number in (("ann", 1), ("bob", 2)):
            (look,) = work.audit.looks(work.people.ensure("web", name))
            assert (look.who, look.what, look.target) == ("command line", "listed_alert", f"alert {number}")


def test_that_somebody_asked_for_the_team_is_said(url: str) -> None:
    an_alert(url, layout="team")
    assert "they asked that the team is told, shown team.1" in cairn("list").stdout


def test_show_holds_the_alert_too(url: str) -> None:
    an_alert(url)
    with UnitOfWork(url) as work:
        person = work.people.by_identity("web", "ann")
        assert person is not None
        assert len(json.loads(json.dumps(work.export.person(person.id)))["alerts"]) == 1
