"""`cairn staff` makes the first login, and `cairn audit verify` tells of one altered row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner, Result

from bot import cli
from bot.settings import settings
from bot.staff import passwords
from bot.store import UnitOfWork
from bot.store.engine import dispose, engine_for
from bot.store.repositories.staff import strangers_count
from bot.web.staff.sign_in import MOST_TRIES


@pytest.fixture(autouse=True)
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An installation that has not even tables."""
    url = f"sqlite:///{tmp_path}/cairn.db"
    monkeypatch.setenv("CAIRN_DATABASE_URL", url)
    monkeypatch.setenv("CAIRN_SERVICE_FILE", str(tmp_path / "service.yml"))
    settings.cache_clear()
    yield url
    dispose(url)
    settings.cache_clear()


def cairn(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(cli.app, arguments, input=typed)


def test_the_first_administrator_is_made_with_a_password_that_is_shown_once(url: str) -> None:
    assert "Nobody can sign in yet" in cairn("staff", "list").output
    made = cairn("staff", "add", "Amira", "--name", "Amira Khan", "--role", "administrator")
    assert made.exit_code == 0
    found = re.search(r"shown this once: (\S+)", made.output)
    assert found is not None
    with UnitOfWork(url) as work:
        member = work.staff.by_login("amira")
    assert member is not None
    assert passwords.is_right(found.group(1), member.password)
    assert cairn("staff", "list").output == "amira  administrator  Amira Khan\n"


def test_a_password_can_be_typed_and_a_common_one_is_refused() -> None:
    typed = "three geese on a wall"
    made = cairn("staff", "add", "sam", "--name", "Sam", "--ask", typed=f"{typed}\n{typed}\n")
    assert made.exit_code == 0
    assert typed not in made.output
    refused = cairn("staff", "add", "kim", "--name", "Kim", "--ask", typed="Password1234\nPassword1234\n")
    assert refused.exit_code == 2
    assert "tried first" in refused.output


def test_a_login_is_given_once_and_a_new_password_needs_one() -> None:
    cairn("staff", "add", "sam", "--name", "Sam")
    assert cairn("staff", "add", "SAM", "--name", "Sam").exit_code == 2
    assert "new password" in cairn("staff", "password", "sam").output
    assert cairn("staff", "password", "nobody").exit_code == 2


def test_a_new_password_lets_in_whom_strangers_shut_out(url: str) -> None:
    cairn("staff", "add", "sam", "--name", "Sam")
    with UnitOfWork(url) as work:
        work.staff.failed([strangers_count("sam", "here")] * MOST_TRIES)
        work.commit()
    assert cairn("staff", "password", "sam").exit_code == 0
    with UnitOfWork(url) as work:
        assert work.staff.failures(strangers_count("sam", "here"), timedelta(minutes=15)) == 0


def test_the_record_is_verified_and_one_altered_row_is_named(url: str) -> None:
    for login in ("ann", "ben", "cai"):
        cairn("staff", "add", login, "--name", login)
    whole = cairn("audit", "verify")
    assert whole.exit_code == 0
    assert "whole: 3 entries" in whole.output
    noted = re.search(r"Digest: (\w{64})", whole.output)
    assert noted is not None
    assert cairn("audit", "verify", "--digest", noted.group(1)).exit_code == 0
    assert cairn("audit", "verify", "--digest", "0" * 64).exit_code == 1
    with engine_for(url).begin() as connection:
        connection.execute(text("DROP TRIGGER audit_entry_never_changes"))
        connection.execute(text("UPDATE audit_entry SET target = 'login zoe' WHERE number = 2"))
    altered = cairn("audit", "verify")
    assert altered.exit_code == 1
    assert "Entry 2: it is not as it was written" in altered.output
