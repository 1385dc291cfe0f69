"""What can go wrong in the store, each as one sentence a person can act on.

A message must never hold a value that was being written, a password, or a database's own words about a row.
"""

from __future__ import annotations

from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    InterfaceError,
    NoSuchModuleError,
    OperationalError,
    SQLAlchemyError,
    TimeoutError,
)

_UNDEFINED = {"42P01", "42703"}  # PostgreSQL's names for a table or column that is not there
_AWAY = (OperationalError, InterfaceError, TimeoutError)


class StoreError(Exception):
    """The store could not do what was asked."""


class StoreUnavailableError(StoreError):
    """The database is away, locked, full or read-only: trying again later may help."""


class TracesLeftError(StoreUnavailableError):
    """What was to be erased is gone from the tables, but the free space of a file may still hold traces of it."""


class StoreNotReadyError(StoreError):
    """The database answers, but has no tables or the wrong ones."""


def told(error: SQLAlchemyError) -> StoreError:
    """The error of ours that stands for one of SQLAlchemy's, without any value it carries."""
    if isinstance(error, (ArgumentError, NoSuchModuleError)):
        return StoreError(
            "The database address is not one that can be used. "
            "It should look like sqlite:////path/cairn.db or postgresql://user@host/cairn."
        )
    if _lacks_a_table(error):
        return StoreNotReadyError("The database has no tables of this version yet. Start Cairn once to make them.")
    if _says(error, "file is not a database", "database disk image is malformed"):
        return StoreError("The database file is damaged, or is no database. Restore it from a backup.")
    if isinstance(error, _AWAY) or (isinstance(error, DBAPIError) and error.connection_invalidated):
        return StoreUnavailableError("The database does not answer, or cannot be written to. Is it running?")
    return StoreError(f"The database refused what was to be kept ({type(error).__name__}).")


def _lacks_a_table(error: SQLAlchemyError) -> bool:
    code = getattr(getattr(error, "orig", None), "pgcode", None)
    return code in _UNDEFINED or _says(error, "no such table", "no such column")


def _says(error: SQLAlchemyError, *beginnings: str) -> bool:
    return isinstance(error, DBAPIError) and str(error.orig).startswith(beginnings)
