"""Staff: logins, sessions, the record of what they did, and what they call people. The record is append-only.

After 0006. An entry of the record is never changed and never deleted; a note beside it is deleted with its person only.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_FUNCTIONS = (
    """
CREATE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_entry is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$
""",
    """
CREATE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE ON audit_entry
FOR EACH ROW EXECUTE FUNCTION audit_entry_is_append_only()
""",
    """
CREATE FUNCTION audit_note_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.person_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM person WHERE id = OLD.person_id) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'audit_note is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$
""",
    """
CREATE TRIGGER audit_note_is_append_only BEFORE UPDATE OR DELETE ON audit_note
FOR EACH ROW EXECUTE FUNCTION audit_note_is_append_only()
""",
)
_ON_SQLITE = (
    """
CREATE TRIGGER audit_entry_never_changes BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END
""",
    """
CREATE TRIGGER audit_entry_never_goes BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END
""",
    """
CREATE TRIGGER audit_note_never_changes BEFORE UPDATE ON audit_note
BEGIN SELECT RAISE(ABORT, 'audit_note is append-only'); END
""",
    """
CREATE TRIGGER audit_note_goes_only_with_person BEFORE DELETE ON audit_note
WHEN OLD.person_id IS NULL OR EXISTS (SELECT 1 FROM person WHERE id = OLD.person_id)
BEGIN SELECT RAISE(ABORT, 'audit_note is append-only'); END
""",
)


def upgrade() -> None:
    _logins()
    _record()
    op.create_table(
        "call_name",
        sa.Column("person_id", sa.String(32), nullable=False),
        _text("name", 32),
        sa.PrimaryKeyConstraint("person_id", name="pk_call_name"),
        _reference("call_name", "person_id", "person.id"),
        sa.UniqueConstraint("name", name="uq_call_name_name"),
    )
    for statement in _FUNCTIONS if op.get_bind().dialect.name == "postgresql" else _ON_SQLITE:
        op.execute(statement)


def downgrade() -> None:
    for table in ("call_name", "audit_note", "audit_entry", "audit_head", "sign_in_try", "staff_session", "staff_user"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        for table in ("audit_entry", "audit_note"):
            op.execute(f"DROP FUNCTION {table}_is_append_only()")


def _logins() -> None:
    op.create_table(
        "staff_user",
        sa.Column("id", sa.Integer),
        _text("login", 64),
        sa.Column("name", sa.Text, nullable=False),
        _text("role", 16),
        _text("password", 256),
        _text("totp", 32),
        sa.Column("totp_used", sa.Integer, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        _moment("created_at"),
        sa.PrimaryKeyConstraint("id", name="pk_staff_user"),
        sa.UniqueConstraint("login", name="uq_staff_user_login"),
    )
    op.create_table(
        "staff_session",
        _text("token", 64),
        sa.Column("staff_user_id", sa.Integer, nullable=False),
        _moment("since"),
        _moment("seen_at"),
        sa.PrimaryKeyConstraint("token", name="pk_staff_session"),
        _reference("staff_session", "staff_user_id", "staff_user.id"),
    )
    op.create_index("ix_staff_session_staff_user_id", "staff_session", ["staff_user_id"])
    op.create_table(
        "sign_in_try",
        sa.Column("id", sa.Integer),
        _text("key", 64),
        _moment("at"),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in_try"),
    )
    op.create_index("ix_sign_in_try_key_at", "sign_in_try", ["key", "at"])


def _record() -> None:
    op.create_table(
        "audit_head",
        _text("name", 16),
        sa.Column("number", sa.Integer, nullable=False),
        _text("digest", 64),
        sa.PrimaryKeyConstraint("name", name="pk_audit_head"),
    )
    op.create_table(
        "audit_entry",
        sa.Column("number", sa.Integer, autoincrement=False),
        _moment("at"),
        _text("who", 64),
        _text("role", 16),
        _text("what", 32),
        _text("about", 32),
        _text("target", 64),
        _text("note_digest", 64),
        _text("previous", 64),
        _text("digest", 64),
        sa.PrimaryKeyConstraint("number", name="pk_audit_entry"),
    )
    op.create_index("ix_audit_entry_about_number", "audit_entry", ["about", "number"])
    op.create_table(
        "audit_note",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("person_id", sa.String(32)),
        _text("salt", 32),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit_note"),
        _reference("audit_note", "number", "audit_entry.number"),
        _reference("audit_note", "person_id", "person.id"),
    )
    op.create_index("ix_audit_note_person_id", "audit_note", ["person_id"])


def _text(name: str, length: int) -> Any:
    return sa.Column(name, sa.String(length), nullable=False)


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}", ondelete="CASCADE")


def _moment(name: str) -> Any:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)
