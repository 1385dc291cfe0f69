"""The tables of the coaching database.

What a person agreed to is only ever added to: a confirmed change is a row in plan_version and the rows that
came with it. No column says how unwell or at risk somebody is; the only numbers are their own 0-10 answers.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Optional

from sqlalchemy import Boolean, CheckConstraint, ForeignKey, Integer, MetaData, String, UniqueConstraint
from sqlalchemy.orm import Mapped, registry
from sqlalchemy.orm.decl_api import DeclarativeMeta

from bot.store.columns import Moment, Words, column

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
_registry = registry(metadata=metadata)


class Base(metaclass=DeclarativeMeta):
    """What all tables share."""

    __abstract__ = True
    registry = _registry
    metadata = metadata
    __init__ = _registry.constructor


def _key() -> Any:
    return column(Integer, primary_key=True)


def _belongs_to(target: str, *, optional: bool = False) -> Any:
    return column(ForeignKey(target, ondelete="CASCADE"), nullable=optional, index=True)


def _words() -> Any:
    return column(Words, nullable=False, default="")


def _own_number(name: str) -> CheckConstraint:
    return CheckConstraint(f"{name} BETWEEN 0 AND 10", name=name)


class Person(Base):
    """Somebody who talks to us; who they are is nowhere here. Ids are random and never used again."""

    __tablename__ = "person"
    id: Mapped[str] = column(String(32), primary_key=True)
    created_at: Mapped[datetime] = column(Moment, nullable=False)


class Identity(Base):
    """The keyed pseudonym under which a person comes in on one channel."""

    __tablename__ = "identity"
    __table_args__ = (UniqueConstraint("channel", "pseudonym"),)
    id: Mapped[int] = _key()
    person_id: Mapped[str] = _belongs_to("person.id")
    channel: Mapped[str] = column(String(64), nullable=False)
    pseudonym: Mapped[str] = column(String(64), nullable=False, index=True)


class Consent(Base):
    """A yes or no, and which text it answered. The latest counts."""

    __tablename__ = "consent"
    id: Mapped[int] = _key()
    person_id: Mapped[str] = _belongs_to("person.id")
    given: Mapped[bool] = column(Boolean, nullable=False)
    text_id: Mapped[str] = column(String(128), nullable=False)
    at: Mapped[datetime] = column(Moment, nullable=False)


class PlanVersion(Base):
    """One confirmed change of the plan."""

    __tablename__ = "plan_version"
    __table_args__ = (UniqueConstraint("person_id", "number"),)
    id: Mapped[int] = _key()
    person_id: Mapped[str] = _belongs_to("person.id")
    number: Mapped[int] = column(Integer, nullable=False)
    note: Mapped[str] = _words()
    confirmed_at: Mapped[datetime] = column(Moment, nullable=False)


class Strength(Base):
    """A strength as the person calls it."""

    __tablename__ = "strength"
    __table_args__ = (_own_number("fit"),)
    id: Mapped[int] = _key()
    plan_version_id: Mapped[int] = _belongs_to("plan_version.id")
    label: Mapped[str] = _words()
    way_in: Mapped[str] = _words()
    category: Mapped[str] = _words()
    fit: Mapped[Optional[int]] = column(Integer)


class Evidence(Base):
    """A moment that showed a strength."""

    __tablename__ = "evidence"
    id: Mapped[int] = _key()
    strength_id: Mapped[int] = _belongs_to("strength.id")
    what: Mapped[str] = _words()


class Goal(Base):
    """A goal: the thread that its versions hang on."""

    __tablename__ = "goal"
    id: Mapped[int] = _key()
    person_id: Mapped[str] = _belongs_to("person.id")


class GoalVersion(Base):
    """A goal as it was agreed in one plan version. The latest is the current one."""

    __tablename__ = "goal_version"
    __table_args__ = (
        UniqueConstraint("goal_id", "number"),
        _own_number("importance"),
        _own_number("confidence"),
    )
    id: Mapped[int] = _key()
    goal_id: Mapped[int] = _belongs_to("goal.id")
    plan_version_id: Mapped[int] = _belongs_to("plan_version.id")
    number: Mapped[int] = column(Integer, nullable=False)
    vision: Mapped[str] = _words()
    towards: Mapped[str] = _words()
    importance: Mapped[Optional[int]] = column(Integer)
    importance_reason: Mapped[str] = _words()
    confidence: Mapped[Optional[int]] = column(Integer)


class Step(Base):
    """The first small step of a goal as agreed."""

    __tablename__ = "step"
    id: Mapped[int] = _key()
    goal_version_id: Mapped[int] = _belongs_to("goal_version.id")
    what: Mapped[str] = _words()
    moment: Mapped[str] = _words()  # when, as the person said it


class Hope(Base):
    """One conversation about hope; the latest is the current one."""

    __tablename__ = "hope"
    __table_args__ = (_own_number("now"),)
    id: Mapped[int] = _key()
    plan_version_id: Mapped[int] = _belongs_to("plan_version.id")
    now: Mapped[Optional[int]] = column(Integer)
    memory: Mapped[str] = _words()
    act: Mapped[str] = _words()
    note: Mapped[str] = _words()
    show_note: Mapped[bool] = column(Boolean, nullable=False, default=False)


class IfThen(Base):
    """An if-then plan, of a goal as agreed or of a conversation about hope."""

    __tablename__ = "if_then"
    __table_args__ = (CheckConstraint("(goal_version_id IS NULL) <> (hope_id IS NULL)", name="one_owner"),)
    id: Mapped[int] = _key()
    goal_version_id: Mapped[Optional[int]] = _belongs_to("goal_version.id", optional=True)
    hope_id: Mapped[Optional[int]] = _belongs_to("hope.id", optional=True)
    cue: Mapped[str] = _words()
    act: Mapped[str] = _words()


class Draft(Base):
    """The answers of a dialogue, and the last message with the reply it got: written on every turn."""

    __tablename__ = "draft"
    person_id: Mapped[str] = column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    journey: Mapped[str] = column(String(64), primary_key=True)
    status: Mapped[str] = column(String(16), nullable=False)
    content: Mapped[str] = _words()
    message_id: Mapped[str] = _words()
    message_digest: Mapped[str] = _words()
    reply: Mapped[str] = _words()
    updated_at: Mapped[datetime] = column(Moment, nullable=False)


class CueEvent(Base):
    """That a message brought support: which families, which text was shown. Never the message."""

    __tablename__ = "cue_event"
    id: Mapped[int] = _key()
    person_id: Mapped[str] = _belongs_to("person.id")
    message_key: Mapped[str] = column(String(64), nullable=False, unique=True)
    families: Mapped[str] = _words()  # a JSON list of names
    text_id: Mapped[str] = _words()
    layout: Mapped[str] = _words()
    at: Mapped[datetime] = column(Moment, nullable=False)


class CueChoice(Base):
    """What a person chose after support was shown, by name; never what they wrote."""

    __tablename__ = "cue_choice"
    __table_args__ = (UniqueConstraint("cue_event_id", "what"),)
    id: Mapped[int] = _key()
    cue_event_id: Mapped[int] = _belongs_to("cue_event.id")
    what: Mapped[str] = column(String(32), nullable=False)
    at: Mapped[datetime] = column(Moment, nullable=False)


class WorkerCursor(Base):
    """How far a worker has read the tracker's events."""

    __tablename__ = "worker_cursor"
    name: Mapped[str] = column(String(64), primary_key=True)
    last_id: Mapped[int] = column(Integer, nullable=False)
