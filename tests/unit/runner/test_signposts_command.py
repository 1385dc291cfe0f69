"""`cairn signposts`: it fails a release until every crisis line was called, and only warns while developing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot import cli
from bot.doctor import Mark, signposts
from bot.safety.signposts import all_rows
from bot.settings import settings
from bot.store import UnitOfWork
from bot.store.engine import dispose


@pytest.fixture(autouse=True)
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    url = f"sqlite:///{tmp_path}/cairn.db"
    monkeypatch.setenv("CAIRN_SERVICE_FILE", str(tmp_path / "service.yml"))
    monkeypatch.setenv("CAIRN_DATABASE_URL", url)
    settings.cache_clear()
    yield tmp_path / "service.yml"
    dispose(url)
    settings.cache_clear()


def cairn(*arguments: str) -> Result:
    return CliRunner().invoke(cli.app, ["signposts", *arguments])


def restarted(monkeypatch: pytest.MonkeyPatch, service: Path) -> None:
    """As another start of Cairn would read the files: under a name that was not read before."""
    (service.parent / "again").symlink_to(service.parent)
    monkeypatch.setenv("CAIRN_SERVICE_FILE", str(service.parent / "again" / "service.yml"))
    settings.cache_clear()


def test_in_development_lines_that_nobody_called_are_a_warning() -> None:
    checked = cairn("check")
    assert checked.exit_code == 0
    assert "warn  gb_samaritans: never verified (Samaritans, call 116 123" in checked.stdout
    assert "fail" not in checked.stdout


def test_who_checks_a_line_sees_the_number_of_its_relay_too() -> None:
    assert "call 0808 808 8000, Text Relay 18001 0808 808 8000)" in cairn("check").stdout


def test_nobody_is_asked_to_call_an_emergency_number() -> None:
    lines = {line.partition(":")[0].split()[-1]: line for line in cairn("check").stdout.splitlines()}
    assert "call 999, never call it to check: compare it with gov.uk" in lines["gb_emergency"]
    assert "never call it" not in lines["gb_samaritans"]


def test_for_a_release_a_crisis_line_that_nobody_called_is_a_failure() -> None:
    checked = cairn("check", "--release")
    assert checked.exit_code == 1
    assert "fail  gb_samaritans" in checked.stdout
    assert "warn  gb_frank" in checked.stdout  # no crisis line


def test_production_is_a_release(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAIRN_ENVIRONMENT", "production")
    monkeypatch.setenv("CAIRN_SECRET", "x" * 40)
    settings.cache_clear()
    assert cairn("check").exit_code == 1


def test_when_every_crisis_line_was_called_a_release_passes(monkeypatch: pytest.MonkeyPatch, service: Path) -> None:
    for row in all_rows():
        if row.crisis:
            assert cairn("verify", row.id, "--by", "Jo Bloggs").exit_code == 0
    restarted(monkeypatch, service)
    checked = cairn("check", "--release")
    assert checked.exit_code == 0
    assert "gb_frank" in checked.stdout
    assert "gb_samaritans" not in checked.stdout


def test_a_line_that_was_called_too_long_ago_fails_again(service: Path) -> None:
    service.write_text(
        "signposts:\n- {id: gb_shout, verified_on: 2020-01-01, verified_by: Jo, review_due: 2020-07-01}\n"
    )
    checked = cairn("check", "--release")
    assert "fail  gb_shout: due again since 2020-07-01" in checked.stdout


def test_verify_says_what_was_checked_and_where_it_is_kept(service: Path) -> None:
    said = cairn("verify", "gb_calm", "--by", " Jo  Bloggs ").stdout
    assert "CALM, call 0800 58 58 58" in said
    assert "Jo Bloggs" in said
    assert str(service.parent) in said
    with UnitOfWork(settings().database_url) as work:
        (entry,) = work.audit.page()
    assert (entry.who, entry.what, entry.target) == ("command line", "verified_line", "line gb_calm, as Jo Bloggs")


@pytest.mark.parametrize(("line", "by"), [("gb_nowhere", "Jo"), ("gb_calm", " ")])
def test_verify_needs_a_line_that_is_there_and_a_name(service: Path, line: str, by: str) -> None:
    refused = cairn("verify", line, "--by", by)
    assert refused.exit_code == 2
    assert len(refused.stderr.strip().splitlines()) == 1
    assert not list(service.parent.glob("*verified*"))


def test_a_row_of_the_service_that_is_broken_is_told_by_check_and_doctor(service: Path) -> None:
    service.write_text("signposts:\n- {id: gb_calm, hours: sometimes}\n")
    assert "warn  signposts in service.yml: gb_calm" in cairn("check").stdout
    assert cairn("check", "--release").exit_code == 1
    found = signposts(date(2026, 11, 22))
    assert found.mark is Mark.WARN
    assert "gb_calm" in found.said
