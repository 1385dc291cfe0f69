"""The few statements that SQLAlchemy says in two ways, or types too loosely."""

from __future__ import annotations

from typing import Any, Optional, cast

from sqlalchemy import insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session


def insert_into(session: Session, table: type[Any]) -> Any:
    """An insert statement with `on_conflict_do_update` and `on_conflict_do_nothing`."""
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def new_row(session: Session, table: type[Any], **values: Any) -> int:
    """Add a row. Out: its id."""
    result = cast(CursorResult, session.execute(insert(table).values(**values)))
    return int(result.inserted_primary_key[0])


def rows_changed(session: Session, statement: Any, values: Optional[dict[str, Any]] = None) -> int:
    """Run an insert, update or delete. Out: how many rows it touched."""
    result = session.execute(statement, values, execution_options={"synchronize_session": False})
    return int(cast(CursorResult, result).rowcount)
