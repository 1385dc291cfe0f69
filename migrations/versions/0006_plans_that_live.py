"""Plans that live: versions of strengths, goals in full, lines of one's own, check-ins, the plan for hard times.

After 0005. What was kept before becomes the first version of what it is now.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

CREATED = (
    "strength_version",
    "own_line",
    "own_line_version",
    "check_in",
    "hard_times",
    "hard_times_version",
    "hard_times_line",
)
GOAL_WORDS = (
    "short", "reason", "tags", "chosen", "options", "in_my_hands", "where", "how_often", "how_known",
    "confidence_reason", "best_bit", "inner", "outer", "strength", "helper", "team_ask", "better", "hoped", "less",
    "review",
)  # fmt: skip
GOAL_KINDS = {"status": "active", "owner": "mine", "kind": "recovery"}
HOPE_WORDS = ("hard", "kit", "picture", "bit", "ways", "i_can")
STRENGTH_WORDS = ("label", "way_in", "category")
ITEMS = ("strength", "goal", "hope")
MORE_ITEMS = ("own_line", "hard_times")
OWN_AFTERWARDS = "ALTER TABLE hope ADD COLUMN afterwards INTEGER CONSTRAINT ck_hope_afterwards {check}"


def upgrade() -> None:
    _strengths()
    for name in GOAL_WORDS:
        op.add_column("goal_version", _words(name))
    for name, before in GOAL_KINDS.items():
        op.add_column("goal_version", sa.Column(name, sa.String(16), nullable=False, server_default=before))
    op.add_column("goal_version", sa.Column("review_on", sa.Date))
    op.add_column("step", _words("place"))
    op.add_column("step", _words("with_whom"))
    op.add_column("step", sa.Column("day", sa.Date))
    for name in HOPE_WORDS:
        op.add_column("hope", _words(name))
    op.execute(OWN_AFTERWARDS.format(check="CHECK (afterwards BETWEEN 0 AND 10)"))
    op.add_column("plan_version", sa.Column("who", sa.String(32), nullable=False, server_default="person"))
    _lines()
    _check_ins()
    _hard_times()
    _sharing(ITEMS + MORE_ITEMS, MORE_ITEMS, op_add=True)


def downgrade() -> None:
    op.execute("DELETE FROM sharing WHERE own_line_id IS NOT NULL OR hard_times_id IS NOT NULL")
    _sharing(ITEMS, MORE_ITEMS, op_add=False)
    with op.batch_alter_table("hope") as hope:
        hope.drop_constraint(op.f("ck_hope_afterwards"), type_="check")
        for name in (*HOPE_WORDS, "afterwards"):
            hope.drop_column(name)
    for table, names in (
        ("plan_version", ("who",)),
        ("step", ("day", "with_whom", "place")),
        ("goal_version", ("review_on", *GOAL_KINDS, *GOAL_WORDS)),
    ):
        for name in names:
            op.drop_column(table, name)
    _strengths_as_before()
    for table in reversed(CREATED):
        op.drop_table(table)


def _strengths() -> None:
    _version_table(
        "strength_version", "strength", *map(_words, STRENGTH_WORDS), *_own("fit"), _words("time"), _words("use")
    )
    before = sa.table("strength", *map(sa.column, ("id", "plan_version_id", *STRENGTH_WORDS, "fit")))
    names = ("strength_id", "plan_version_id", "number", "standing", *STRENGTH_WORDS, "fit")
    first = sa.select(
        before.c.id,
        before.c.plan_version_id,
        sa.literal_column("1"),
        sa.true(),
        *(before.c[name] for name in (*STRENGTH_WORDS, "fit")),
    ).order_by(before.c.id)
    op.execute(sa.table("strength_version", *map(sa.column, names)).insert().from_select(names, first))
    with op.batch_alter_table("strength") as strength:
        strength.drop_constraint("ck_strength_fit", type_="check")
        for name in (*STRENGTH_WORDS, "fit"):
            strength.drop_column(name)
    op.add_column("evidence", sa.Column("source", sa.String(32), nullable=False, server_default="strengths"))
    op.add_column("evidence", sa.Column("plan_version_id", sa.Integer))
    op.execute(
        "UPDATE evidence SET plan_version_id ="
        " (SELECT plan_version_id FROM strength WHERE strength.id = evidence.strength_id)"
    )
    with op.batch_alter_table("evidence") as evidence:
        evidence.alter_column("plan_version_id", existing_type=sa.Integer, nullable=False)
        evidence.create_foreign_key(
            "fk_evidence_plan_version_id", "plan_version", ["plan_version_id"], ["id"], ondelete="CASCADE"
        )
    op.create_index("ix_evidence_plan_version_id", "evidence", ["plan_version_id"])


def _strengths_as_before() -> None:
    op.drop_index("ix_evidence_plan_version_id", "evidence")
    with op.batch_alter_table("evidence") as evidence:
        evidence.drop_constraint("fk_evidence_plan_version_id", type_="foreignkey")
        evidence.drop_column("plan_version_id")
        evidence.drop_column("source")
    with op.batch_alter_table("strength") as strength:
        for name in STRENGTH_WORDS:
            strength.add_column(_words(name))
        strength.add_column(sa.Column("fit", sa.Integer))
        strength.create_check_constraint("ck_strength_fit", "fit BETWEEN 0 AND 10")
    after = sa.table("strength", *map(sa.column, ("id", *STRENGTH_WORDS, "fit")))
    version = sa.table("strength_version", *map(sa.column, ("strength_id", "number", *STRENGTH_WORDS, "fit")))
    for name in (*STRENGTH_WORDS, "fit"):
        of_it = sa.select(version.c[name]).where(version.c.strength_id == after.c.id)
        newest = of_it.order_by(version.c.number.desc()).limit(1).scalar_subquery()
        op.execute(after.update().values({name: newest}))


def _lines() -> None:
    _create("own_line", sa.Column("kind", sa.String(16), nullable=False), owners=("plan_version",))
    _version_table("own_line_version", "own_line", _words("what"), _words("more"))


def _check_ins() -> None:
    kinds = (sa.Column(name, sa.String(16), nullable=False) for name in ("outcome", "barrier"))
    said = map(_words, ("step", "done", "helped", "barrier_words", "repair", "in_words"))
    _create("check_in", *kinds, *said, *_own("progress"), *_own("confidence"), owners=("goal", "plan_version"))


def _hard_times() -> None:
    _create("hard_times", owners=("plan_version",))
    shown = sa.Column("show_in_card", sa.Boolean, nullable=False)
    _version_table("hard_times_version", "hard_times", shown, standing=False)
    section = sa.Column("section", sa.String(16), nullable=False)
    _create("hard_times_line", section, _words("what"), owners=("hard_times_version",))


def _sharing(items: tuple[str, ...], changed: tuple[str, ...], *, op_add: bool) -> None:
    one_item = " + ".join(f"CASE WHEN {name}_id IS NULL THEN 0 ELSE 1 END" for name in items) + " = 1"
    if not op_add:
        for name in changed:
            op.drop_index(f"ix_sharing_{name}_id", "sharing")
    with op.batch_alter_table("sharing") as sharing:
        sharing.drop_constraint("ck_sharing_one_item", type_="check")
        for name in changed:
            key = f"fk_sharing_{name}_id"
            if op_add:
                sharing.add_column(sa.Column(f"{name}_id", sa.Integer))
                sharing.create_foreign_key(key, name, [f"{name}_id"], ["id"], ondelete="CASCADE")
            else:
                sharing.drop_constraint(key, type_="foreignkey")
                sharing.drop_column(f"{name}_id")
        sharing.create_check_constraint("ck_sharing_one_item", one_item)
    if op_add:
        for name in changed:
            op.create_index(f"ix_sharing_{name}_id", "sharing", [f"{name}_id"])


def _create(table: str, *columns: Any, owners: tuple[str, ...]) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer),
        *(sa.Column(f"{owner}_id", sa.Integer, nullable=False) for owner in owners),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        *(
            sa.ForeignKeyConstraint([f"{owner}_id"], [f"{owner}.id"], name=f"fk_{table}_{owner}_id", ondelete="CASCADE")
            for owner in owners
        ),
    )
    for owner in owners:
        op.create_index(f"ix_{table}_{owner}_id", table, [f"{owner}_id"])


def _version_table(table: str, thread: str, *columns: Any, standing: bool = True) -> None:
    stands = (sa.Column("standing", sa.Boolean, nullable=False),) if standing else ()
    counted = sa.UniqueConstraint(f"{thread}_id", "number", name=f"uq_{table}_{thread}_id_number")
    number = sa.Column("number", sa.Integer, nullable=False)
    _create(table, number, *stands, *columns, counted, owners=(thread, "plan_version"))


def _own(name: str) -> tuple[Any, Any]:
    return sa.Column(name, sa.Integer), sa.CheckConstraint(f"{name} BETWEEN 0 AND 10", name=name)


def _words(name: str) -> Any:
    return sa.Column(name, sa.Text, nullable=False, server_default="")
