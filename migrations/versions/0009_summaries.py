"""What the worker keeps of each person for staff.

After 0008.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "summary",
        sa.Column("person_id", sa.String(32), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("review_on", sa.Date),
        sa.Column("sources", sa.Text, nullable=False),
        sa.Column("phrases", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_summary"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_summary_person_id", ondelete="CASCADE"),
    )
    op.create_index("ix_summary_changed_at", "summary", ["changed_at"])
    op.create_index("ix_summary_review_on", "summary", ["review_on"])


def downgrade() -> None:
    op.drop_table("summary")
