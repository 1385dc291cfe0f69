"""Summaries lead to more lines, and key phrases are kept by message: the worker makes all of them anew.

After 0009.
"""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _forget_all()


def downgrade() -> None:
    _forget_all()


def _forget_all() -> None:
    """Nothing is lost: a summary holds no words, and the worker follows plans from their beginning again."""
    op.execute("DELETE FROM summary")
    op.execute("DELETE FROM worker_cursor WHERE name LIKE 'summary:%'")
