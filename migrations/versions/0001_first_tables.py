"""First tables: people, consent, the plan with its versions, drafts, cue events.

The first revision.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

CREATED = (
    "person",
    "worker_cursor",
    "consent",
    "cue_event",
    "draft",
    "identity",
    "plan_version",
    "goal",
    "goal_version",
    "hope",
    "strength",
    "evidence",
    "if_then",
    "step",
)


def upgrade() -> None:
    op.create_table("person", sa.Column("id", sa.String(32)), _moment("created_at"), _key("person"))
    op.create_table(
        "worker_cursor", sa.Column("name", sa.String(64)), _number("last_id"), _key("worker_cursor", "name")
    )
    _around_a_person()
    _plan()
    _parts_of_the_plan()


def downgrade() -> None:
    for table in reversed(CREATED):
        op.drop_table(table)


def _around_a_person() -> None:
    _create(
        "identity",
        _name("channel", 64),
        _name("pseudonym", 64),
        sa.UniqueConstraint("channel", "pseudonym", name="uq_identity_channel_pseudonym"),
        owner="person",
    )
    op.create_index("ix_identity_pseudonym", "identity", ["pseudonym"])
    _create(
        "consent",
        sa.Column("given", sa.Boolean, nullable=False),
        _name("text_id", 128),
        _moment("at"),
        owner="person",
    )
    _create(
        "cue_event",
        _name("message_key", 64),
        *_words("families", "text_id", "layout"),
        _moment("at"),
        sa.UniqueConstraint("message_key", name="uq_cue_event_message_key"),
        owner="person",
    )
    _drafts()


def _drafts() -> None:
    op.create_table(
        "draft",
        _name("person_id", 32),
        _name("journey", 64),
        _name("status", 16),
        *_words("content", "message_id", "message_digest", "reply"),
        _moment("updated_at"),
        _key("draft", "person_id", "journey"),
        _reference("draft", "person"),
    )


def _plan() -> None:
    _create(
        "plan_version",
        _number("number"),
        *_words("note"),
        _moment("confirmed_at"),
        sa.UniqueConstraint("person_id", "number", name="uq_plan_version_person_id_number"),
        owner="person",
    )
    _create("goal", owner="person")
    _create(
        "goal_version",
        *_owner("goal_version", "goal"),
        _number("number"),
        *_words("vision", "towards", "importance_reason"),
        *_own_numbers("goal_version", "importance", "confidence"),
        sa.UniqueConstraint("goal_id", "number", name="uq_goal_version_goal_id_number"),
        owner="plan_version",
    )
    op.create_index("ix_goal_version_goal_id", "goal_version", ["goal_id"])
    _create(
        "hope",
        *_own_numbers("hope", "now"),
        *_words("memory", "act", "note"),
        sa.Column("show_note", sa.Boolean, nullable=False),
        owner="plan_version",
    )


def _parts_of_the_plan() -> None:
    _create(
        "strength",
        *_words("label", "way_in", "category"),
        *_own_numbers("strength", "fit"),
        owner="plan_version",
    )
    _create("evidence", *_words("what"), owner="strength")
    _create("step", *_words("what", "moment"), owner="goal_version")
    op.create_table(
        "if_then",
        sa.Column("id", sa.Integer),
        *_owner("if_then", "goal_version", optional=True),
        *_owner("if_then", "hope", optional=True),
        *_words("cue", "act"),
        sa.CheckConstraint("(goal_version_id IS NULL) <> (hope_id IS NULL)", name="ck_if_then_one_owner"),
        _key("if_then"),
    )
    op.create_index("ix_if_then_goal_version_id", "if_then", ["goal_version_id"])
    op.create_index("ix_if_then_hope_id", "if_then", ["hope_id"])


def _create(table: str, *rest: Any, owner: str) -> None:
    op.create_table(table, sa.Column("id", sa.Integer), *_owner(table, owner), *rest, _key(table))
    op.create_index(f"ix_{table}_{owner}_id", table, [f"{owner}_id"])


def _owner(table: str, owner: str, *, optional: bool = False) -> tuple[Any, Any]:
    kind = sa.String(32) if owner == "person" else sa.Integer()
    return sa.Column(f"{owner}_id", kind, nullable=optional), _reference(table, owner)


def _reference(table: str, owner: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([f"{owner}_id"], [f"{owner}.id"], name=f"fk_{table}_{owner}_id", ondelete="CASCADE")


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*(columns or ("id",)), name=f"pk_{table}")


def _own_numbers(table: str, *names: str) -> list[Any]:
    numbers = [sa.Column(name, sa.Integer) for name in names]
    return numbers + [sa.CheckConstraint(f"{name} BETWEEN 0 AND 10", name=f"ck_{table}_{name}") for name in names]


def _words(*names: str) -> list[Any]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _name(name: str, length: int) -> Any:
    return sa.Column(name, sa.String(length), nullable=False)


def _number(name: str) -> Any:
    return sa.Column(name, sa.Integer, nullable=False)


def _moment(name: str) -> Any:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)
