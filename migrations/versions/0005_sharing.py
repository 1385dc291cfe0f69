"""What people share with their team.

After 0004.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ITEMS = ("strength", "goal", "hope")
ONE_ITEM = " + ".join(f"CASE WHEN {name}_id IS NULL THEN 0 ELSE 1 END" for name in ITEMS) + " = 1"


def upgrade() -> None:
    op.create_table(
        "sharing",
        sa.Column("id", sa.Integer),
        sa.Column("person_id", sa.String(32), nullable=False),
        *(sa.Column(f"{name}_id", sa.Integer) for name in ITEMS),
        sa.Column("shared", sa.Boolean, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sharing"),
        *(_reference(name) for name in ("person", *ITEMS)),
        sa.CheckConstraint(ONE_ITEM, name="ck_sharing_one_item"),
    )
    for name in ("person", *ITEMS):
        op.create_index(f"ix_sharing_{name}_id", "sharing", [f"{name}_id"])


def downgrade() -> None:
    op.drop_table("sharing")


def _reference(owner: str) -> Any:
    return sa.ForeignKeyConstraint([f"{owner}_id"], [f"{owner}.id"], name=f"fk_sharing_{owner}_id", ondelete="CASCADE")
