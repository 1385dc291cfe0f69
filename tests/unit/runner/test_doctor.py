"""What the doctor says about each point of an installation."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot import doctor
from bot.doctor import Finding, Mark
from bot.settings import Settings
from bot.store.engine import dispose
from bot.store.migrate import upgrade


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
