"""The databases of the store's tests, and a line that says which kind was left out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.store import UnitOfWork
from tests.databases import POSTGRES_URL, database_url, installation, migrated_file, tracker_url

__all__ = ["database_url", "installation", "migrated_file", "tracker_url"]


@pytest.fixture
def work(database_url: str) -> Iterator[UnitOfWork]:
    """A unit of work on an empty database."""
    with UnitOfWork(database_url) as unit:
        yield unit


@pytest.fixture
def person_id(work: UnitOfWork) -> str:
    """Somebody who is known, and kept."""
    known = work.people.ensure("rest", "somebody")
    work.commit()
    return known


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what did not run."""
    if not POSTGRES_URL:
        terminalreporter.write_line("not run: store on PostgreSQL (CAIRN_TEST_POSTGRES_URL is not set)")
