"""The `cairn` command: what it prints, and that it fails with one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot import cli
from bot.command_errors import FAILED
from bot.identity import audit_key, pseudonym
from bot.settings import ROOT, Settings
from bot.store.engine import dispose
from bot.store.migrate import upgrade
from bot.store.unit_of_work import UnitOfWork

SENDER = ["--channel", "rest", "--sender", "ann"]


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    chosen = Settings(database_url=f"sqlite:///{tmp_path}/cairn.db", tracker_url=f"sqlite:///{tmp_path}/tracker.db")
    monkeypatch.setattr(cli, "_settings", lambda: chosen)
    yield chosen
    dispose(chosen.database_url)
    dispose(chosen.tracker_url)


def cairn(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(cli.app, list(arguments), input=typed)


def admit_ann(chosen: Settings) -> None:
    upgrade(chosen.database_url)
    with UnitOfWork(chosen.database_url) as work:
        person = work.people.ensure("rest", pseudonym(chosen.secret, "rest", "ann"))
        work.consents.record(person, given=True, text_id="consent-1")
        work.commit()


def test_show_prints_all_that_is_kept_as_json(chosen: Settings) -> None:
    admit_ann(chosen)

    kept = json.loads(cairn("show", *SENDER).stdout)

    assert kept["consent"][0]["given"] is True
    assert {"strengths", "goals", "hope", "check_ins", "hard_times", "cue_events", "alerts"} <= set(kept)


def test_show_is_on_record_and_the_person_can_see_it(chosen: Settings) -> None:
    admit_ann(chosen)
    cairn("show", *SENDER)
    cairn("show", "--channel", "rest", "--sender", "nobody")
    with UnitOfWork(chosen.database_url) as work:
        person = work.people.by_identity("rest", pseudonym(chosen.secret, "rest", "ann"))
        nobody, ann = work.audit.page()
        assert person is not None
        assert (ann.who, ann.what, ann.about) == ("command line", "exported", person.id)
        assert (nobody.who, nobody.what, nobody.target, nobody.about) == (
            "command line",
            "searched",
            "nobody found",
            "",
        )
        assert work.audit.verify(audit_key(chosen.secret)).is_whole
    assert [look["who"] for look in json.loads(cairn("show", *SENDER).stdout)["looks"]] == ["command line"]


def test_printing_what_was_reported_is_on_record(chosen: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.settings.settings", lambda: chosen)
    assert cairn("problems").exit_code == 0
    with UnitOfWork(chosen.database_url) as work:
        (entry,) = work.audit.page()
    assert (entry.who, entry.what, entry.target) == ("command line", "exported", "what was reported as wrong")


def test_erase_asks_first_and_a_no_keeps_everything(chosen: Settings) -> None:
    admit_ann(chosen)

    refused = cairn("erase", *SENDER, typed="n\n")

    assert refused.exit_code == 1
    assert json.loads(cairn("show", *SENDER).stdout)["consent"]


def test_erase_leaves_nothing_and_can_be_repeated(chosen: Settings) -> None:
    admit_ann(chosen)

    assert "Erased" in cairn("erase", *SENDER, "--yes").stdout
    assert "Nothing was kept" in cairn("erase", *SENDER, "--yes").stdout
    assert json.loads(cairn("show", *SENDER).stdout)["consent"] == []


@pytest.mark.usefixtures("chosen")
def test_a_database_that_is_away_is_told_in_one_sentence() -> None:
    result = cairn("show", *SENDER)

    assert result.exit_code == FAILED
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.usefixtures("chosen")
def test_an_unforeseen_error_shows_its_kind_and_never_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("words of a person")

    monkeypatch.setattr("bot.store.one_person.show", fail)
    result = cairn("show", *SENDER)

    assert result.exit_code == FAILED
    assert "KeyError" in result.stderr
    assert "words" not in result.stderr


def test_screen_gives_a_line_for_each_line(tmp_path: Path) -> None:
    messages = tmp_path / "messages.jsonl"
    messages.write_text('{"text": "I went for a walk"}\n{"text": "good morning", "context": "goals.picture"}\n')

    answers = [json.loads(line) for line in cairn("screen", str(messages)).stdout.splitlines()]

    assert [answer["response"] for answer in answers] == ["none", "none"]
    assert set(answers[0]) >= {"text", "response", "families", "ms"}


def test_screen_survives_half_a_character(tmp_path: Path) -> None:
    messages = tmp_path / "messages.jsonl"
    messages.write_text(r'{"text": "good morning \ud83d"}')

    assert json.loads(cairn("screen", str(messages)).stdout)["response"] == "none"


def test_screen_names_a_file_that_is_not_there() -> None:
    result = cairn("screen", "no-such-file.jsonl")

    assert result.exit_code == FAILED
    assert "no-such-file.jsonl" in result.stderr


def test_the_command_starts_without_anything_heavy() -> None:
    loads = "import bot.cli, sys; print({'tensorflow', 'rasa', 'sqlalchemy', 'spacy'} & set(sys.modules))"
    printed = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True, cwd=ROOT).stdout

    assert printed.strip() == "set()"
