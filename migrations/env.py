"""Alembic's way in: our own tables only, never Rasa's `events`.

It works on the connection that bot.store.migrate gives, else on the database of the settings.
"""

from __future__ import annotations

from typing import Any, Optional

from alembic import context
from sqlalchemy import create_engine
from sqlalchemy.engine import Connection

from bot.settings import settings
from bot.store.tables import metadata


def ours(_object: Any, name: Optional[str], kind: str, reflected: bool, _compare_to: Optional[Any]) -> bool:
    """Leave alone what is in the database and not in our metadata, such as Rasa's `events`."""
    return not (kind == "table" and reflected and name not in metadata.tables)


def run(connection: Connection) -> None:
    """Run the migrations asked for on this connection."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        include_object=ours,
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


given: Optional[Connection] = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with create_engine(settings().database_url, future=True).begin() as own:
        run(own)
