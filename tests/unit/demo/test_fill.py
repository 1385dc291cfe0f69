"""Invented people come from the engine, are the same for the same seed, and never stand where real people are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from bot import cli
from bot.coaching.plan import Kind
from bot.demo.fill import Somebody, _somebody, fill
from bot.demo.talk import dialogue, voices
from bot.settings import Service, Settings, settings
from bot.store import UnitOfWork
from bot.store.engine import dispose, engine_for
from bot.store.migrate import upgrade
from bot.worker.reader import Reader
from bot.worker.summaries import SummaryKeeper
from tests.builders import create_alerts

ALERTS_ON = Service(name="North Team", area="England", alerts=create_alerts())
ALERTS_OFF = Service(name="North Team", area="England")
UNTIL = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)


def made(folder: Path, name: str, people: int = 6, seed: int = 7, service: Service = ALERTS_ON) -> Settings:
    """An installation with invented people."""
    database, tracker = (f"sqlite:///{folder / name}{more}.db" for more in ("", "-tracker"))
    chosen = Settings(database_url=database, tracker_url=tracker, service=service)
    upgrade(chosen.database_url)
    fill(chosen, people, seed, UNTIL, lambda _: None)
    return chosen


def contents(chosen: Settings) -> list[str]:
    """Everything in both databases that does not depend on the order of keys."""
    found: list[str] = []
    for url, query in (
        (chosen.tracker_url, "SELECT sender_id, type_name, timestamp, data FROM events ORDER BY id"),
        (chosen.database_url, "SELECT id, created_at FROM person ORDER BY id"),
        (chosen.database_url, "SELECT vision, team_ask, review_on FROM goal_version ORDER BY id"),
        (chosen.database_url, "SELECT person_id, shared, at FROM sharing ORDER BY id"),
    ):
        with engine_for(url).connect() as connection:
            found += [repr(tuple(row)) for row in connection.execute(text(query))]
        dispose(url)
    return found


def test_the_same_seed_makes_the_same_people_and_another_makes_others(tmp_path: Path) -> None:
    once, again, other = (made(tmp_path, name, people=3, seed=seed) for name, seed in (("a", 7), ("b", 7), ("c", 8)))
    assert contents(once) == contents(again)
    assert contents(once) != contents(other)


@pytest.mark.parametrize("journey", ["strengths", "goals", "hope", "hard_times"])
def test_every_voice_comes_to_its_end_with_something_agreed(journey: str) -> None:
    for number in range(len(voices()[journey])):
        told = dialogue(journey, number, ALERTS_ON)
        assert told.changes, number
        assert any(said.by_person for said in told.said)
        assert any(said.step for said in told.said)


def test_summaries_of_invented_people_know_where_most_was_said(tmp_path: Path) -> None:
    chosen = made(tmp_path, "people", people=8)
    keeper = SummaryKeeper(chosen)
    assert keeper.rebuild() > 3
    assert keeper.differing() == ()
    with UnitOfWork(chosen.database_url) as work:
        everybody = work.summaries.everybody()
        kept = [summary for person in everybody if (summary := work.summaries.get(person))]
        kinds = [own.item.kind for person in everybody for own in work.sharing.items(person)]
    assert all(len(summary.sources) > 1 for summary in kept)
    assert 0 < kinds.count(Kind.HARD_TIMES) < 6
    with engine_for(chosen.tracker_url).connect() as connection:
        told = connection.execute(text("SELECT count(*) FROM events WHERE data LIKE '%utter_hard_times_signs%'"))
        assert told.scalar_one() == kinds.count(Kind.HARD_TIMES)


@pytest.fixture(scope="module")
def alerted() -> list[Somebody]:
    """Three to whom support was shown, each in another way."""
    return [_somebody(Settings(service=ALERTS_ON), 7, number, UNTIL) for number in (5, 25, 45)]


def test_what_is_said_follows_the_time(alerted: list[Somebody]) -> None:
    for one in alerted:
        times = [row["timestamp"] for row in one.events]
        spoken = [row["timestamp"] for row in one.events if row["type_name"] in {"user", "bot"}]
        assert times == sorted(times)
        assert len({*spoken}) == len(spoken)


def test_some_are_asked_first_and_some_ask_that_the_team_is_told(alerted: list[Somebody]) -> None:
    found = []
    for one in alerted:
        assert one.cue is not None
        at = one.cue[0].at.timestamp()
        said = next(json.loads(row["data"])["text"] for row in one.events if row["timestamp"] == at)
        found.append((one.cue[0].layout, said))
    assert [layout for layout, _ in found] == ["card", "card", "team"]
    assert [said for _, said in found[1:]] == ["maybe", "Tell my team"]


def said_in(chosen: Settings) -> str:
    """All that was said, line by line."""
    with engine_for(chosen.tracker_url).connect() as connection:
        rows = connection.execute(text("SELECT data FROM events WHERE type_name = 'bot'")).scalars()
        return "\n".join(json.loads(row)["text"] for row in rows)


@pytest.mark.parametrize("service", [ALERTS_ON, ALERTS_OFF])
def test_what_cairn_says_to_them_is_whole(tmp_path: Path, service: Service) -> None:
    said = said_in(made(tmp_path, "whole", people=60, service=service))
    assert not re.findall(r".*(?:\(\)|[:,] *[.,:]|: in danger|^ *[.,:]|[{}]).*", said, re.MULTILINE)
    assert re.search(r"Samaritans\D+\d", said)


def test_it_says_who_is_told_as_the_settings_have_it(tmp_path: Path) -> None:
    on, off = (made(tmp_path, name, 60, service=service) for name, service in (("on", ALERTS_ON), ("off", ALERTS_OFF)))
    told, untold = said_in(on), said_in(off)
    assert "They may see it when they are next at work (Monday to Friday, 9 to 5)." in told
    assert "No one has been told." not in told
    assert "No one has been told." in untold
    assert "next at work" not in untold
    with UnitOfWork(on.database_url) as work:
        assert {alert.layout for alert in work.alerts.all()} == {"card", "team"}
    with UnitOfWork(off.database_url) as work:
        assert list(work.alerts.all()) == []


def test_the_day_of_a_review_was_named_where_its_date_leads(tmp_path: Path) -> None:
    chosen = made(tmp_path, "people", people=8)
    SummaryKeeper(chosen).rebuild()
    with UnitOfWork(chosen.database_url) as work:
        kept = [summary for person in work.summaries.everybody() if (summary := work.summaries.get(person))]
    found = [
        source
        for summary in kept
        for key, said in summary.sources.items()
        if key.endswith(":review")
        for source in said.sources
    ]
    assert found
    assert not any(source.agreed for source in found)


def test_the_worker_has_nothing_left_to_do(tmp_path: Path) -> None:
    progress = Reader(made(tmp_path, "people")).read()
    assert (progress.lag, progress.has_more) == (0, False)


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The command's own empty databases."""
    address = f"sqlite:///{tmp_path}/cairn.db"
    monkeypatch.setenv("CAIRN_DATABASE_URL", address)
    monkeypatch.setenv("CAIRN_TRACKER_URL", f"sqlite:///{tmp_path}/tracker.db")
    monkeypatch.setenv("CAIRN_SERVICE_FILE", str(tmp_path / "service.yml"))
    settings.cache_clear()
    yield address
    dispose(address)
    dispose(f"sqlite:///{tmp_path}/tracker.db")
    settings.cache_clear()


def test_the_command_fills_empty_databases_once(url: str) -> None:
    done = CliRunner().invoke(cli.app, ["demo", "--people", "3", "--until", "2026-03-02"])
    assert done.exit_code == 0, url
    assert "3 invented people" in done.output
    again = CliRunner().invoke(cli.app, ["demo", "--people", "3"])
    assert again.exit_code == 2
    assert "people in this database already" in again.output


def test_the_command_never_runs_in_production(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAIRN_ENVIRONMENT", "production")
    monkeypatch.setenv("CAIRN_SECRET", "x" * 40)
    settings.cache_clear()
    refused = CliRunner().invoke(cli.app, ["demo"])
    assert refused.exit_code == 2, url
    assert "for development only" in refused.output
