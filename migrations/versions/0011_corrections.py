"""A look at a goal, and a moment that showed a strength, can read differently later: by a row that corrects the first.

After 0010.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TABLES = ("check_in", "evidence")


def upgrade() -> None:
    for table in TABLES:
        with op.batch_alter_table(table) as changed:
            changed.add_column(sa.Column("corrects", sa.Integer))
            changed.create_foreign_key(f"fk_{table}_corrects", table, ["corrects"], ["id"], ondelete="CASCADE")
        op.create_index(f"ix_{table}_corrects", table, ["corrects"])


def downgrade() -> None:
    """Nothing is lost: what was corrected, and its correction, stand beside each other then."""
    for table in TABLES:
        op.drop_index(f"ix_{table}_corrects", table)
        with op.batch_alter_table(table) as changed:
            changed.drop_constraint(f"fk_{table}_corrects", type_="foreignkey")
            changed.drop_column("corrects")
