"""Where a sentence was said is found by the answer itself, and may be several lines: every summary is made anew.

What stood there before could lead to another line. After 0012.
"""

from __future__ import annotations

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM summary")
    op.execute("DELETE FROM worker_cursor WHERE name LIKE 'summary:%'")


def downgrade() -> None:
    """The worker makes them anew, as the older version keeps them."""
    upgrade()
