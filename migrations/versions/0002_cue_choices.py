"""What was chosen after support was shown. The worker reads the conversations once more to fill it in.

After 0001.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cue_choice",
        sa.Column("id", sa.Integer),
        sa.Column("cue_event_id", sa.Integer, nullable=False),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cue_choice"),
        sa.ForeignKeyConstraint(
            ["cue_event_id"], ["cue_event.id"], name="fk_cue_choice_cue_event_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("cue_event_id", "what", name="uq_cue_choice_cue_event_id_what"),
    )
    op.create_index("ix_cue_choice_cue_event_id", "cue_choice", ["cue_event_id"])
    op.execute("UPDATE worker_cursor SET last_id = 0")


def downgrade() -> None:
    op.drop_table("cue_choice")
