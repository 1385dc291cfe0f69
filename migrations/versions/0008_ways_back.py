"""Ways back to a plan: return codes and personal links, as digests.

After 0007.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _make("return_code", sa.UniqueConstraint("person_id", name="uq_return_code_person_id"))
    _make("plan_link", sa.Column("may_change", sa.Boolean, nullable=False))


def downgrade() -> None:
    op.drop_table("plan_link")
    op.drop_table("return_code")


def _make(table: str, more: sa.schema.SchemaItem) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer),
        sa.Column("person_id", sa.String(32), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        more,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=f"fk_{table}_person_id", ondelete="CASCADE"),
        sa.UniqueConstraint("digest", name=f"uq_{table}_digest"),
    )
    op.create_index(f"ix_{table}_person_id", table, ["person_id"])
