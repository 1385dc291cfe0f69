"""A cue event knows in whose conversation it came, and whether the person was told that the team may see it.

After 0011.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was kept before knows neither: its alert names the way by which the person came first."""
    with op.batch_alter_table("cue_event") as changed:
        changed.add_column(sa.Column("identity_id", sa.Integer))
        changed.add_column(sa.Column("alerts", sa.Boolean))
        changed.create_foreign_key("fk_cue_event_identity", "identity", ["identity_id"], ["id"], ondelete="CASCADE")
    op.create_index("ix_cue_event_identity_id", "cue_event", ["identity_id"])


def downgrade() -> None:
    op.drop_index("ix_cue_event_identity_id", "cue_event")
    with op.batch_alter_table("cue_event") as changed:
        changed.drop_constraint("fk_cue_event_identity", type_="foreignkey")
        changed.drop_column("alerts")
        changed.drop_column("identity_id")
