"""What the tables must never hold, and that the migrations make exactly these tables."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Integer, inspect

from bot.store.engine import engine_for
from bot.store.migrate import HEAD, MIGRATIONS
from bot.store.tables import metadata

OWN_NUMBERS = {
    ("strength_version", "fit"),
    ("goal_version", "importance"),
    ("goal_version", "confidence"),
    ("hope", "now"),
    ("hope", "afterwards"),
    ("check_in", "progress"),
    ("check_in", "confidence"),
}
COUNTED = {
    ("plan_version", "number"),
    ("goal_version", "number"),
    ("strength_version", "number"),
    ("own_line_version", "number"),
    ("hard_times_version", "number"),
    ("worker_cursor", "last_id"),
    ("outbox", "number"),
    ("outbox", "attempts"),
    ("staff_user", "totp_used"),
    ("audit_head", "number"),
}


def test_no_column_says_how_unwell_or_at_risk_somebody_is() -> None:
    names = {column.name for table in metadata.tables.values() for column in table.columns}
    assert not {name for name in names if {"level", "risk", "score", "severity"} & set(name.split("_"))}


def test_the_only_numbers_of_a_person_are_their_own_answers() -> None:
    numbers = {
        (table.name, column.name)
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Integer) and not column.primary_key and not column.foreign_keys
    }
    assert numbers == OWN_NUMBERS | COUNTED


def test_all_of_a_person_hangs_on_the_person() -> None:
    alone = {"person", "worker_cursor", "unconsented", "staff_user", "sign_in_try", "audit_head", "audit_entry"}
    for table in metadata.tables.values():
        keys = [key for column in table.columns for key in column.foreign_keys]
        assert bool(keys) is (table.name not in alone), table.name
        assert all(key.ondelete == "CASCADE" for key in keys), table.name


def test_the_migrations_make_the_tables_that_the_code_uses(database_url: str, tracker_url: str) -> None:
    with engine_for(database_url).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        # Rasa's own table may stand beside ours.
        differences = [entry for entry in compare_metadata(context, metadata) if "events" not in repr(entry)]
    assert differences == []
    assert tracker_url


def test_the_newest_migration_is_the_one_that_the_code_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_every_reference_has_an_index(database_url: str) -> None:
    inspector = inspect(engine_for(database_url))
    for table in metadata.tables:
        first = {index["column_names"][0] for index in inspector.get_indexes(table)}
        first |= {unique["column_names"][0] for unique in inspector.get_unique_constraints(table)}
        first |= set(inspector.get_pk_constraint(table)["constrained_columns"][:1])
        for key in inspector.get_foreign_keys(table):
            assert key["constrained_columns"][0] in first, table
