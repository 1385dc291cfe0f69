"""Who wrote without having consented. The worker reads the conversations once more to fill it in.

After 0003.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unconsented",
        sa.Column("pseudonym", sa.String(255), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("pseudonym", name="pk_unconsented"),
    )
    op.execute("UPDATE worker_cursor SET last_id = 0")


def downgrade() -> None:
    op.drop_table("unconsented")
