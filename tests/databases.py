"""Databases for tests: each test has an empty one of each kind that this machine offers."""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from bot.settings import Settings
from bot.store.engine import dispose, engine_for
from bot.store.migrate import upgrade
from bot.store.tables import metadata

POSTGRES_URL = os.environ.get("CAIRN_TEST_POSTGRES_URL", "")
KINDS = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)) if POSTGRES_URL else ("sqlite",)

# As Rasa 3.6 makes it (rasa/core/tracker_store.py, SQLEvent).
_EVENTS = """CREATE TABLE events (
    id {key}, sender_id VARCHAR(255) NOT NULL, type_name VARCHAR(255) NOT NULL, timestamp {number},
    intent_name VARCHAR(255), action_name VARCHAR(255), data TEXT)"""


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with empty tables, to be copied."""
    file: Path = tmp_path_factory.mktemp("store") / "empty.db"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path, migrated_file: Path) -> Iterator[str]:
    """A coaching database with empty tables, on each kind of database in turn."""
    if request.param == "sqlite":
        url = _file(tmp_path, migrated_file)
    else:
        url = _of_this_process()
        upgrade(url)
        with engine_for(url).begin() as connection:
            connection.execute(text(f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY CASCADE"))
    yield url
    dispose(url)


@pytest.fixture
def sqlite_url(tmp_path: Path, migrated_file: Path) -> Iterator[str]:
    """The same in a file only: for what pages say and refuse, whose statements are tried on every kind elsewhere."""
    url = _file(tmp_path, migrated_file)
    yield url
    dispose(url)


def _file(folder: Path, empty: Path) -> str:
    return f"sqlite:///{shutil.copy(empty, folder / 'cairn.db')}"


@cache
def _of_this_process() -> str:
    """The address of a PostgreSQL database that no other process of this run uses."""
    server = create_engine(POSTGRES_URL, future=True, isolation_level="AUTOCOMMIT")
    name = f"tests_{uuid.uuid4().hex[:12]}"
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    server.dispose()
    return str(server.url.set(database=name))


@pytest.fixture
def tracker_url(database_url: str, tmp_path: Path) -> Iterator[str]:
    """A tracker database with Rasa's empty table; on PostgreSQL the same database, as a service may choose."""
    on_sqlite = database_url.startswith("sqlite")
    url = f"sqlite:///{tmp_path / 'tracker.db'}" if on_sqlite else database_url
    key, number = ("INTEGER PRIMARY KEY", "FLOAT") if on_sqlite else ("SERIAL PRIMARY KEY", "DOUBLE PRECISION")
    engine = create_engine(url, future=True)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS events"))
        connection.execute(text(_EVENTS.format(key=key, number=number)))
    engine.dispose()
    yield url
    dispose(url)


@pytest.fixture
def installation(database_url: str, tracker_url: str) -> Settings:
    """The settings of an installation with both databases."""
    return Settings(database_url=database_url, tracker_url=tracker_url, database_timeout=1.0)


def write_event(tracker_url: str, sender: str, kind: str, at: float, **data: Any) -> int:
    """Write an event as Rasa does. Out: its id."""
    row = {
        "sender": sender,
        "kind": kind,
        "at": at,
        "data": json.dumps({"event": kind, "timestamp": at, **data}),
    }
    statement = text(
        "INSERT INTO events (sender_id, type_name, timestamp, data) VALUES (:sender, :kind, :at, :data) RETURNING id"
    )
    with engine_for(tracker_url).begin() as connection:
        return int(connection.execute(statement, row).scalar_one())
