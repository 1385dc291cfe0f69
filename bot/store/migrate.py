"""Makes and upgrades the tables of the coaching database; quick when there is nothing to do.

Several processes may call it at once: one works, the others wait. It must never show a password.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from sqlalchemy import create_engine, event, inspect, text
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from bot.settings import ROOT, settings
from bot.store.engine import connection_options, parsed, place, sqlite_file, use_write_ahead_log
from bot.store.errors import StoreError, StoreUnavailableError, told

HEAD = "0014"
MIGRATIONS = ROOT / "migrations"
_PATIENCE = 60.0  # seconds to wait for another process that is upgrading
_ADVISORY_LOCK = 0x43_41_49_52_4E  # "CAIRN"


def upgrade(url: str) -> None:
    """Bring the database at this address to the tables that this version needs, making it if need be.

    Raises StoreError with a sentence that names the place, never the user or the password.
    """
    _make_folder(sqlite_file(url))
    engine = _engine(url)
    try:
        with engine.connect() as connection:
            found = _version(connection)
        if found != HEAD:
            _upgrade_alone(engine)
    except SQLAlchemyError as error:
        if isinstance(told(error), StoreUnavailableError):
            raise StoreUnavailableError(
                f"The database cannot be reached or written: {place(url)}. "
                "Check that it is running and that CAIRN_DATABASE_URL is right."
            ) from None
        raise told(error) from None
    finally:
        engine.dispose()


def _upgrade_alone(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        if _version(connection) != HEAD:
            _run_alembic(connection)


def _run_alembic(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError:
        raise StoreError(
            "The database was made by a later version of Cairn. Install that version, or restore a backup."
        ) from None


def _version(connection: Connection) -> Optional[str]:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: Optional[str] = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return version


def _engine(url: str) -> Engine:
    address = parsed(url)
    on_sqlite = address.get_backend_name() == "sqlite"
    timeout = _PATIENCE if on_sqlite else settings().database_timeout
    options = connection_options(address, timeout)
    if not on_sqlite:
        options["options"] = f"-c statement_timeout=0 -c lock_timeout={int(_PATIENCE * 1000)}"
    engine = create_engine(address, future=True, hide_parameters=True, poolclass=NullPool, connect_args=options)
    if on_sqlite:
        event.listen(engine, "connect", _let_us_begin)
        event.listen(engine, "begin", _begin_alone)
    return engine


def _let_us_begin(connection: Any, _record: object) -> None:
    use_write_ahead_log(connection)
    connection.isolation_level = None  # the driver begins no transaction by itself


def _begin_alone(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _make_folder(file: Optional[Path]) -> None:
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise StoreUnavailableError(
            f"The folder {file.parent} for the database cannot be made. Check CAIRN_DATABASE_URL."
        ) from None
