"""What the doctor says about each point of an installation."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot import doctor
from bot.doctor import Finding, Mark
from bot.settings import Service, Settings
from bot.store import CueEvent, UnitOfWork
from bot.store.columns import utc_now
from bot.store.engine import dispose
from bot.store.migrate import upgrade
from bot.store.shown import folder_for
from tests.builders import create_alerts


def test_a_warning_is_no_failure() -> None:
    fine = Finding(Mark.OK, "disk", "3 GB free")
    doubtful = Finding(Mark.WARN, "model", "older than domain.yml")
    wrong = Finding(Mark.FAIL, "Python", "3.12")

    assert doctor.is_sound([fine, doubtful])
    assert not doctor.is_sound([fine, wrong])


def test_the_report_has_a_line_for_each_point_and_a_closing_one() -> None:
    report = doctor.report([Finding(Mark.OK, "disk", "3 GB free"), Finding(Mark.FAIL, "Python", "3.12")])

    assert report.splitlines() == [
        "ok   disk    3 GB free",
        "fail Python  3.12",
        "",
        "Something here needs to be put right.",
    ]


@pytest.mark.parametrize(("version", "mark"), [((3, 10), Mark.OK), ((3, 11), Mark.FAIL), ((3, 9), Mark.FAIL)])
def test_only_python_3_10_will_do(version: tuple[int, int], mark: Mark) -> None:
    assert doctor.python(version).mark is mark


def test_the_secret_of_the_source_is_doubted_and_never_shown() -> None:
    finding = doctor.secret(Settings())

    assert finding.mark is Mark.WARN
    assert Settings().secret not in finding.said


def test_too_little_room_is_a_failure() -> None:
    assert doctor.disk(50_000_000_000).mark is Mark.OK
    assert doctor.disk(1_000_000_000).mark is Mark.WARN
    assert doctor.disk(1_000_000).mark is Mark.FAIL


def test_a_database_is_new_then_upgraded_then_sound(tmp_path: Path) -> None:
    chosen = Settings(database_url=f"sqlite:///{tmp_path}/cairn.db")

    assert doctor.coaching_database(chosen).mark is Mark.WARN
    assert not (tmp_path / "cairn.db").exists()
    upgrade(chosen.database_url)
    assert doctor.coaching_database(chosen).mark is Mark.OK
    dispose(chosen.database_url)


def test_a_database_that_is_away_is_a_failure_without_its_password() -> None:
    chosen = Settings(database_url="postgresql://cairn:hush@127.0.0.1:9/cairn")  # the discard port

    finding = doctor.coaching_database(chosen)

    assert finding.mark is Mark.FAIL
    assert "hush" not in finding.said


@pytest.mark.parametrize("there", ["nothing", "a folder", "a file"])
def test_notes_of_support_need_a_folder_that_can_be_written(tmp_path: Path, there: str) -> None:
    chosen = Settings(tracker_url=f"sqlite:///{tmp_path / 'tracker.db'}")
    folder = folder_for(chosen.tracker_url)
    if there == "a folder":
        folder.mkdir()
    elif there == "a file":
        folder.write_text("in the way", encoding="utf-8")
    assert doctor.notes(chosen).mark is (Mark.FAIL if there == "a file" else Mark.OK)


def test_a_model_older_than_its_words_is_named(tmp_path: Path) -> None:
    model, words = tmp_path / "cairn.tar.gz", tmp_path / "goals.yml"
    assert doctor.model(model, [words]).mark is Mark.FAIL

    model.touch()
    words.touch()
    os.utime(words, (1, 1))
    assert doctor.model(model, [words]).mark is Mark.OK

    os.utime(model, (0, 0))
    finding = doctor.model(model, [words])
    assert finding.mark is Mark.WARN
    assert "goals.yml" in finding.said


def test_the_model_is_made_of_the_domain_the_data_and_our_components() -> None:
    sources = {str(path.relative_to(doctor.ROOT)) for path in doctor.model_sources()}

    assert {"domain.yml", "config.yml", "bot/rasa/safety_policy.py"} <= sources
    assert any(name.startswith("data/responses/") for name in sources)


def with_an_alert(tmp_path: Path, **changes: Any) -> Settings:
    """An installation whose alerts are on, with one alert to tell by e-mail."""
    chosen = Settings(database_url=f"sqlite:///{tmp_path}/cairn.db", service=Service(alerts=create_alerts(**changes)))
    upgrade(chosen.database_url)
    with UnitOfWork(chosen.database_url) as work:
        person = work.people.ensure("web", "ann")
        shown = work.cue_events.record(person, CueEvent("m1", ("passive",), "card.1", "card", utc_now()))
        assert shown is not None
        work.outbox.add(work.alerts.make(person, shown), ["email"], 0, utc_now())
        work.commit()
    return chosen


def test_alerts_are_off_on_or_not_seen_by_anybody(tmp_path: Path) -> None:
    assert doctor.alerts(Settings()).said.startswith("off")
    chosen = with_an_alert(tmp_path)
    assert doctor.alerts(chosen) == Finding(Mark.OK, "alerts", "on, by email and webhook; 1 not acknowledged")
    unseen = replace(chosen, service=Service(alerts=create_alerts(email=None, webhook=None)))
    assert doctor.alerts(unseen).mark is Mark.WARN


def test_an_alert_that_could_not_be_delivered_is_a_failure(tmp_path: Path) -> None:
    chosen = with_an_alert(tmp_path)
    with UnitOfWork(chosen.database_url) as work:
        notice = work.outbox.claim(["email"], utc_now())
        assert notice is not None
        work.outbox.failed(notice, "The mail server refused it (code 554).")
        work.commit()
    found = doctor.alerts(chosen)
    assert found.mark is Mark.FAIL
    assert "code 554" in found.said
    dispose(chosen.database_url)


def test_alerts_of_a_database_that_is_away_are_a_warning() -> None:
    away = Settings(database_url="postgresql://cairn:s3cret@127.0.0.1:9/cairn", service=Service(alerts=create_alerts()))
    found = doctor.alerts(away)
    assert found.mark is Mark.WARN
    assert "s3cret" not in found.said


@pytest.mark.parametrize(
    ("words", "meaning", "mark", "said"),
    [
        (True, True, Mark.OK, "there"),
        (True, False, Mark.WARN, "not their meaning"),
        (False, False, Mark.WARN, "rules stand alone"),
    ],
)
def test_a_second_vote_that_is_gone_or_half_gone_is_told(
    monkeypatch: pytest.MonkeyPatch, words: bool, meaning: bool, mark: Mark, said: str
) -> None:
    monkeypatch.setattr("bot.safety.cues.score_available", lambda: words)
    monkeypatch.setattr("bot.safety.cues.meaning_available", lambda: meaning)

    found = doctor.second_vote()
    assert found.mark is mark
    assert said in found.said


def test_a_vote_of_the_answer_gate_that_is_gone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor.answer_gate().mark is Mark.OK

    monkeypatch.setattr("bot.coaching.gate.learned.reader", lambda: None)
    found = doctor.answer_gate()
    assert found.mark is Mark.WARN
    assert "rules stand alone" in found.said
