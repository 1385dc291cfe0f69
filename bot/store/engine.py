"""One engine for each database address of this process, with the few settings that make it safe.

On SQLite a transaction begins with the first write, not the first read (the driver's own habit, kept on
purpose): a turn that reads, thinks and writes is then never refused because another process wrote in between.
"""

from __future__ import annotations

import math
import sqlite3
from pathlib import Path
from threading import Lock
from typing import Any, Optional

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.url import URL, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

from bot.settings import settings
from bot.store.errors import told

_engines: dict[str, Engine] = {}
_lock = Lock()


def engine_for(url: str) -> Engine:
    """The engine of this address, made on first use and shared by all threads.

    Raises StoreError when the address is not one that can be used.
    """
    found = _engines.get(url)
    if found is not None:
        return found
    with _lock:
        if url not in _engines:
            try:
                _engines[url] = _made(parsed(url), settings().database_timeout)
            except SQLAlchemyError as error:
                raise told(error) from None
        return _engines[url]


def dispose(url: str) -> None:
    """Close the connections of this address; the next use opens new ones."""
    with _lock:
        engine = _engines.pop(url, None)
    if engine is not None:
        engine.dispose()


def parsed(url: str) -> URL:
    """The address in parts; `postgres://`, as some services write it, means `postgresql://`.

    Raises StoreError when it is not an address.
    """
    try:
        return make_url(f"postgresql{url[8:]}" if url.startswith("postgres://") else url)
    except SQLAlchemyError as error:
        raise told(error) from None


def sqlite_file(url: str) -> Optional[Path]:
    """The file of an SQLite address, None for any other database."""
    address = parsed(url)
    if address.get_backend_name() != "sqlite":
        return None
    return Path((address.database or "").removeprefix("file:"))  # "file:" opens it by SQLite's own address


def place(url: str) -> str:
    """Where a database is, in words that may be shown: never the user or the password."""
    address = parsed(url)
    if address.get_backend_name() == "sqlite":
        return f"the file {address.database}"
    port = f":{address.port}" if address.port else ""
    return f"{address.database} at {address.host or 'this machine'}{port}"


def connection_options(url: URL, timeout: float) -> dict[str, Any]:
    """What a driver is told when it connects. Timeouts are in seconds."""
    if url.get_backend_name() == "sqlite":
        return {"timeout": timeout, "check_same_thread": False}
    milliseconds = int(timeout * 1000)
    return {
        "connect_timeout": max(2, math.ceil(timeout)),  # libpq takes no less than two
        "options": f"-c statement_timeout={milliseconds} -c lock_timeout={milliseconds} -c timezone=UTC",
    }


def _made(url: URL, timeout: float) -> Engine:
    on_sqlite = url.get_backend_name() == "sqlite"
    engine = create_engine(
        url,
        future=True,
        hide_parameters=True,  # an error must not carry a person's words
        poolclass=QueuePool,
        pool_timeout=timeout,
        pool_pre_ping=not on_sqlite,
        connect_args=connection_options(url, timeout),
    )
    if on_sqlite:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "handle_error", _drop_if_read_only)
    return engine


def _drop_if_read_only(context: Any) -> None:
    """SQLite opens what it may not write for reading only, and stays so: the next use opens it anew."""
    if "readonly database" in str(context.original_exception):
        context.is_disconnect = True


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")  # what is erased is overwritten
    use_write_ahead_log(connection)


def use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Let readers and the writer of this file work at once. It holds for the file from then on.

    When somebody else is using the file just now it stays as it is, which is slower and as safe.
    """
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        return
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError:
        return
