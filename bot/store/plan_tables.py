"""The tables of what a person agreed to. They are only ever added to.

A strength, a goal, a line and the plan for hard times are threads: the thread keeps its number for life, and each
confirmed change is one more version of it that came with one row in plan_version.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Optional

from sqlalchemy import Boolean, CheckConstraint, Date, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from bot.store.base import Base, belongs_to, key, later_words, own_number, words
from bot.store.columns import Moment, column


class PlanVersion(Base):
    """One confirmed change of the plan: who made it, when, and in which journey."""

    __tablename__ = "plan_version"
    __table_args__ = (UniqueConstraint("person_id", "number"),)
    id: Mapped[int] = key()
    person_id: Mapped[str] = belongs_to("person.id")
    number: Mapped[int] = column(Integer, nullable=False)
    note: Mapped[str] = words()
    who: Mapped[str] = column(String(32), nullable=False, server_default="person")
    confirmed_at: Mapped[datetime] = column(Moment, nullable=False)


class Strength(Base):
    """A strength: the thread that its versions and its evidence hang on."""

    __tablename__ = "strength"
    id: Mapped[int] = key()
    plan_version_id: Mapped[int] = belongs_to("plan_version.id")


class StrengthVersion(Base):
    """A strength as the person calls it since one plan version."""

    __tablename__ = "strength_version"
    __table_args__ = (UniqueConstraint("strength_id", "number"), own_number("fit"))
    id: Mapped[int] = key()
    strength_id: Mapped[int] = belongs_to("strength.id")
    plan_version_id: Mapped[int] = belongs_to("plan_version.id")
    number: Mapped[int] = column(Integer, nullable=False)
    standing: Mapped[bool] = column(Boolean, nullable=False, default=True)
    label: Mapped[str] = words()
    way_in: Mapped[str] = words()
    category: Mapped[str] = words()
    fit: Mapped[Optional[int]] = column(Integer)
    time: Mapped[str] = words()
    use: Mapped[str] = words()


class Evidence(Base):
    """A moment that showed a strength. `corrects` is the first row of the same one, where it reads differently now."""

    __tablename__ = "evidence"
    id: Mapped[int] = key()
    strength_id: Mapped[int] = belongs_to("strength.id")
    plan_version_id: Mapped[int] = belongs_to("plan_version.id")
    what: Mapped[str] = words()
    source: Mapped[str] = column(String(32), nullable=False, server_default="strengths")
    corrects: Mapped[Optional[int]] = belongs_to("evidence.id", optional=True)


class Goal(Base):
    """A goal: the thread that its versions hang on."""

    __tablename__ = "goal"
    id: Mapped[int] = key()
    person_id: Mapped[str] = belongs_to("person.id")


class GoalVersion(Base):
    """A goal as it was agreed in one plan version. The latest is the current one."""

    __tablename__ = "goal_version"
    __table_args__ = (
        UniqueConstraint("goal_id", "number"),
        own_number("importance"),
        own_number("confidence"),
    )
    id: Mapped[int] = key()
    goal_id: Mapped[int] = belongs_to("goal.id")
    plan_version_id: Mapped[int] = belongs_to("plan_version.id")
    number: Mapped[int] = column(Integer, nullable=False)
    vision: Mapped[str] = words()
    towards: Mapped[str] = words()
    importance: Mapped[Optional[int]] = column(Integer)
    importance_reason: Mapped[str] = words()
    confidence: Mapped[Optional[int]] = column(Integer)
    short: Mapped[str] = later_words()
    status: Mapped[str] = column(String(16), nullable=False, server_default="active")
    owner: Mapped[str] = column(String(16), nullable=False, server_default="mine")
    kind: Mapped[str] = column(String(16), nullable=False, server_default="recovery")
    reason: Mapped[str] = later_words()
    tags: Mapped[str] = later_words()  # a JSON list
    chosen: Mapped[str] = later_words()
    options: Mapped[str] = later_words()  # a JSON list
    in_my_hands: Mapped[str] = later_words()
    where: Mapped[str] = later_words()
    how_often: Mapped[str] = later_words()
    how_known: Mapped[str] = later_words()
    confidence_reason: Mapped[str] = later_words()
    best_bit: Mapped[str] = later_words()
    inner: Mapped[str] = later_words()
    outer: Mapped[str] = later_words()
    strength: Mapped[str] = later_words()
    helper: Mapped[str] = later_words()
    team_ask: Mapped[str] = later_words()
    better: Mapped[str] = later_words()
    hoped: Mapped[str] = later_words()
    less: Mapped[str] = later_words()
    review: Mapped[str] = later_words()
    review_on: Mapped[Optional[date]] = column(Date)


class Step(Base):
    """The first small step of a goal as agreed."""

    __tablename__ = "step"
    id: Mapped[int] = key()
    goal_version_id: Mapped[int] = belongs_to("goal_version.id")
    what: Mapped[str] = words()
    moment: Mapped[str] = words()  # when, as the person said it
    place: Mapped[str] = later_words()
    with_whom: Mapped[str] = later_words()
    day: Mapped[Optional[date]] = column(Date)  # where their words could be read as one


class Hope(Base):
    """One conversation about hope; the latest is the current one."""

    __tablename__ = "hope"
    __table_args__ = (own_number("now"), own_number("afterwards"))
    id: Mapped[int] = key()
    plan_version_id: Mapped[int] = belongs_to("plan_version.id")
    now: Mapped[Optional[int]] = column(Integer)
    memory: Mapped[str] = words()
    act: Mapped[str] = words()
    note: Mapped[str] = words()
    show_note: Mapped[bool] = column(Boolean, nullable=False, default=False)
    hard: Mapped[str] = later_words()
    kit: Mapped[str] = later_words()  # a JSON list
    picture: Mapped[str] = later_words()
    bit: Mapped[str] = later_words()
    ways: Mapped[str] = later_words()  # a JSON list
    i_can: Mapped[str] = later_words()
    afterwards: Mapped[Optional[int]] = column(Integer)


class IfThen(Base):
    """An if-then plan, of a goal as agreed or of a conversation about hope."""

    __tablename__ = "if_then"
    __table_args__ = (CheckConstraint("(goal_version_id IS NULL) <> (hope_id IS NULL)", name="one_owner"),)
    id: Mapped[int] = key()
    goal_version_id: Mapped[Optional[int]] = belongs_to("goal_version.id", optional=True)
    hope_id: Mapped[Optional[int]] = belongs_to("hope.id", optional=True)
    cue: Mapped[str] = words()
    act: Mapped[str] = words()


class OwnLine(Base):
    """A line of the person's own: somebody, somewhere, something that helps, a role, a note. A thread."""

    __tablename__ = "own_line"
    id: Mapped[int] = key()
    plan_version_id: Mapped[int] = belongs_to("plan_version.id")
    kind: Mapped[str] = column(String(16), nullable=False)


class OwnLineVersion(Base):
    """A line as it reads since one plan version."""

    __tablename__ = "own_line_version"
    __table_args__ = (UniqueConstraint("own_line_id", "number"),)
    id: Mapped[int] = key()
    own_line_id: Mapped[int] = belongs_to("own_line.id")
    plan_version_id: Mapped[int] = belongs_to("plan_version.id")
    number: Mapped[int] = column(Integer, nullable=False)
    standing: Mapped[bool] = column(Boolean, nullable=False, default=True)
    what: Mapped[str] = words()
    more: Mapped[str] = words()


class CheckIn(Base):
    """One look at a goal's step, with the person's own numbers where they gave any.

    `corrects` is the first row of the same look, where it reads differently now.
    """

    __tablename__ = "check_in"
    __table_args__ = (own_number("progress"), own_number("confidence"))
    id: Mapped[int] = key()
    goal_id: Mapped[int] = belongs_to("goal.id")
    plan_version_id: Mapped[int] = belongs_to("plan_version.id")
    outcome: Mapped[str] = column(String(16), nullable=False)
    step: Mapped[str] = words()
    done: Mapped[str] = words()
    helped: Mapped[str] = words()
    barrier: Mapped[str] = column(String(16), nullable=False, default="")
    barrier_words: Mapped[str] = words()
    repair: Mapped[str] = words()
    progress: Mapped[Optional[int]] = column(Integer)
    confidence: Mapped[Optional[int]] = column(Integer)
    in_words: Mapped[str] = words()
    corrects: Mapped[Optional[int]] = belongs_to("check_in.id", optional=True)


class HardTimes(Base):
    """The plan for hard times: the thread that its versions hang on."""

    __tablename__ = "hard_times"
    id: Mapped[int] = key()
    plan_version_id: Mapped[int] = belongs_to("plan_version.id")


class HardTimesVersion(Base):
    """The plan for hard times as it was agreed in one plan version."""

    __tablename__ = "hard_times_version"
    __table_args__ = (UniqueConstraint("hard_times_id", "number"),)
    id: Mapped[int] = key()
    hard_times_id: Mapped[int] = belongs_to("hard_times.id")
    plan_version_id: Mapped[int] = belongs_to("plan_version.id")
    number: Mapped[int] = column(Integer, nullable=False)
    show_in_card: Mapped[bool] = column(Boolean, nullable=False, default=False)


class HardTimesLine(Base):
    """One section of it, in their words."""

    __tablename__ = "hard_times_line"
    id: Mapped[int] = key()
    hard_times_version_id: Mapped[int] = belongs_to("hard_times_version.id")
    section: Mapped[str] = column(String(16), nullable=False)
    what: Mapped[str] = words()
