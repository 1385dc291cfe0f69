"""Tables are made once, by whoever comes first, and a database that is away is told in a sentence."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, inspect, text

from bot.coaching.plan import Item, Kind
from bot.store import CueEvent, StoreError, StoreUnavailableError, UnitOfWork
from bot.store.engine import dispose
from bot.store.migrate import MIGRATIONS, upgrade
from bot.store.tables import metadata
from tests.builders import create_goal, create_hope, create_strength
from tests.databases import KINDS, POSTGRES_URL

AT_ONCE = 3
NOON = datetime(2026, 3, 2, 12, tzinfo=timezone.utc)
UPGRADE = "import sys; from bot.store.migrate import upgrade; upgrade(sys.argv[1])"


@pytest.fixture(params=KINDS)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database that was never used; on SQLite not even the folder is there."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new' / 'folder' / 'cairn.db'}"
        return
    name = f"fresh_{uuid.uuid4().hex[:12]}"
    server = create_engine(POSTGRES_URL, future=True, isolation_level="AUTOCOMMIT")
    url = str(server.url.set(database=name))
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        yield url
        dispose(url)
        connection.execute(text(f"DROP DATABASE {name}"))
    server.dispose()


def tables_of(url: str) -> set[str]:
    engine = create_engine(url, future=True)
    try:
        return set(inspect(engine).get_table_names())
    finally:
        engine.dispose()


def test_a_new_database_gets_its_tables(empty_url: str) -> None:
    upgrade(empty_url)
    assert tables_of(empty_url) == {*metadata.tables, "alembic_version"}


def test_a_second_upgrade_changes_nothing(empty_url: str) -> None:
    upgrade(empty_url)
    with UnitOfWork(empty_url) as work:
        person_id = work.people.ensure("rest", "somebody")
        work.commit()
    upgrade(empty_url)
    with UnitOfWork(empty_url) as work:
        assert work.people.ensure("rest", "somebody") == person_id
    dispose(empty_url)


def test_several_processes_may_start_at_once(empty_url: str) -> None:
    processes = [
        subprocess.Popen([sys.executable, "-c", UPGRADE, empty_url], stderr=subprocess.PIPE, text=True)
        for _ in range(AT_ONCE)
    ]
    told = [process.communicate(timeout=60)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * AT_ONCE, told
    assert set(metadata.tables) < tables_of(empty_url)


def test_rasas_table_is_left_alone(empty_url: str) -> None:
    upgrade(empty_url)
    engine = create_engine(empty_url, future=True)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE events (id INTEGER PRIMARY KEY)"))
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.check(config)
        command.downgrade(config, "base")
    engine.dispose()
    assert tables_of(empty_url) == {"events", "alembic_version"}


def test_what_an_earlier_version_kept_stays_and_the_conversations_are_read_again(empty_url: str) -> None:
    upgrade(empty_url)
    with UnitOfWork(empty_url) as work:
        person_id = work.people.ensure("rest", "somebody")
        work.cue_events.record(person_id, CueEvent("m1", ("passive",), "card.1", "card", NOON))
        work.commit()
    dispose(empty_url)
    engine = create_engine(empty_url, future=True)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
        connection.execute(text("INSERT INTO worker_cursor (name, last_id) VALUES ('cue_events', 7)"))
    engine.dispose()
    upgrade(empty_url)
    with UnitOfWork(empty_url) as work:
        assert [kept.event.text_id for kept in work.cue_events.of(person_id)] == ["card.1"]
        assert work.cursors.position("cue_events") == 0
        assert work.alerts.all() == ()
    dispose(empty_url)


def test_a_plan_kept_by_an_earlier_version_becomes_the_first_version_of_what_it_is_now(empty_url: str) -> None:
    upgrade(empty_url)
    with UnitOfWork(empty_url) as work:
        person_id = work.people.ensure("rest", "somebody")
        work.plans.add(person_id, [create_strength(), create_goal(), create_hope()], "before")
        strength = work.plans.numbered(person_id).strengths[0][0]
        work.sharing.share(person_id, Item(Kind.STRENGTH, strength))
        work.commit()
    dispose(empty_url)
    engine = create_engine(empty_url, future=True)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0005")
    engine.dispose()
    upgrade(empty_url)
    with UnitOfWork(empty_url) as work:
        plan = work.plans.current(person_id)
        assert (plan.strengths, plan.goals) == ((create_strength(),), (create_goal(),))
        assert plan.hope == create_hope()
        assert [own.what for own in work.sharing.items(person_id) if own.shared] == [create_strength()]
    dispose(empty_url)


def test_a_database_of_a_later_version_is_not_touched(empty_url: str) -> None:
    upgrade(empty_url)
    engine = create_engine(empty_url, future=True)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreError, match="later version"):
        upgrade(empty_url)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgresql://cairn:s3cret@127.0.0.1:9/plans", "plans at 127.0.0.1:9"),
        ("postgres://cairn:s3cret@127.0.0.1:9/plans", "plans at 127.0.0.1:9"),
        ("sqlite:////dev/null/cairn.db", "/dev/null"),
        ("sqlite:////dev/full", "/dev/full"),
    ],
)
def test_a_database_that_is_away_is_told_without_its_password(address: str, told: str) -> None:
    with pytest.raises(StoreUnavailableError) as caught:
        upgrade(address)
    assert told in str(caught.value)
    assert "CAIRN_DATABASE_URL" in str(caught.value)
    assert "s3cret" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_an_address_that_is_none_is_told() -> None:
    with pytest.raises(StoreError, match="should look like"):
        upgrade("s3cret")


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "cairn.db").write_bytes(b"no database at all" * 400)
    with pytest.raises(StoreError, match="damaged"):
        upgrade(f"sqlite:///{tmp_path / 'cairn.db'}")
