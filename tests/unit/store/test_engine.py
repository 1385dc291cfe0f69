"""A database that could not be written for a while can be written again, without a restart."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bot.store.engine import dispose, engine_for


@pytest.fixture
def file_url(migrated_file: Path, tmp_path: Path) -> Iterator[str]:
    url = f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'cairn.db')}"
    yield url
    dispose(url)


def test_a_connection_that_was_opened_for_reading_only_is_not_used_again(file_url: str) -> None:
    engine = engine_for(file_url)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(OperationalError, match="readonly"), engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE one (id INTEGER)")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE one (id INTEGER)")
