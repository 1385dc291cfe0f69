"""Alerts, their history and the notifications to deliver. The databases themselves keep the history append-only.

After 0002. An alert and its history are deleted with their person and in no other way, and never changed.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ONCE = sa.text("what IN ('acknowledged', 'closed')")
# table, what it goes with, the column that says which
_KEPT = (("alert", "person", "person_id"), ("alert_history", "alert", "alert_id"))
_FUNCTION = """
CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM {owner} WHERE id = OLD.{key}) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
_ON_POSTGRESQL = """
CREATE TRIGGER {table}_is_append_only BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_is_append_only()
"""
_ON_SQLITE = (
    """
CREATE TRIGGER {table}_never_changes BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
""",
    """
CREATE TRIGGER {table}_goes_only_with_{owner} BEFORE DELETE ON {table}
WHEN EXISTS (SELECT 1 FROM {owner} WHERE id = OLD.{key})
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
""",
)


def upgrade() -> None:
    _tables()
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    statements = (_FUNCTION, _ON_POSTGRESQL) if on_postgresql else _ON_SQLITE
    for table, owner, key in _KEPT:
        for statement in statements:
            op.execute(statement.format(table=table, owner=owner, key=key))


def downgrade() -> None:
    for table in ("outbox", "alert_history", "alert"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        for table, _, _ in _KEPT:
            op.execute(f"DROP FUNCTION {table}_is_append_only()")


def _tables() -> None:
    _create(
        "alert",
        sa.Column("person_id", sa.String(32), nullable=False),
        sa.Column("cue_event_id", sa.Integer, nullable=False),
        _moment("made_at"),
        _reference("alert", "person"),
        _reference("alert", "cue_event"),
        sa.UniqueConstraint("cue_event_id", name="uq_alert_cue_event_id"),
    )
    op.create_index("ix_alert_person_id", "alert", ["person_id"])
    _create(
        "alert_history",
        sa.Column("alert_id", sa.Integer, nullable=False),
        sa.Column("what", sa.String(16), nullable=False),
        _moment("at"),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        _reference("alert_history", "alert"),
    )
    op.create_index("ix_alert_history_alert_id", "alert_history", ["alert_id"])
    once: dict[str, Any] = {"sqlite_where": _ONCE, "postgresql_where": _ONCE}
    op.create_index("uq_alert_history_once", "alert_history", ["alert_id", "what"], unique=True, **once)
    _outbox()


def _outbox() -> None:
    _create(
        "outbox",
        sa.Column("alert_id", sa.Integer, nullable=False),
        sa.Column("way", sa.String(16), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("same_key", sa.String(64), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        _moment("due_at"),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.Column("trouble", sa.Text, nullable=False),
        _reference("outbox", "alert"),
        sa.UniqueConstraint("alert_id", "way", "number", name="uq_outbox_alert_id_way_number"),
        sa.UniqueConstraint("same_key", name="uq_outbox_same_key"),
    )
    op.create_index("ix_outbox_alert_id", "outbox", ["alert_id"])
    op.create_index("ix_outbox_sent_at_due_at", "outbox", ["sent_at", "due_at"])


def _create(table: str, *rest: Any) -> None:
    op.create_table(table, sa.Column("id", sa.Integer), *rest, sa.PrimaryKeyConstraint("id", name=f"pk_{table}"))


def _reference(table: str, owner: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([f"{owner}_id"], [f"{owner}.id"], name=f"fk_{table}_{owner}_id", ondelete="CASCADE")


def _moment(name: str) -> Any:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)
