"""What the worker keeps of each conversation; it follows all changes anew, and so finds those of before.

After 0013.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "conversation_summary",
        sa.Column("person_id", sa.String(32), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "began_at", name="pk_conversation_summary"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_conversation_summary_person_id", ondelete="CASCADE"
        ),
    )
    op.execute("DELETE FROM worker_cursor WHERE name LIKE 'summary:%'")


def downgrade() -> None:
    op.drop_table("conversation_summary")
