"""The tables of the coaching database; those of the plan stand in plan_tables and are known here too.

No column says how unwell or at risk somebody is; the only numbers are their own 0-10 answers.
"""

from __future__ import annotations

from datetime import datetime
from typing import Optional

from sqlalchemy import Boolean, CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped

from bot.store.base import Base, belongs_to, key, words
from bot.store.columns import Moment, column
from bot.store.plan_tables import CheckIn as CheckIn
from bot.store.plan_tables import Evidence as Evidence
from bot.store.plan_tables import Goal as Goal
from bot.store.plan_tables import GoalVersion as GoalVersion
from bot.store.plan_tables import HardTimes as HardTimes
from bot.store.plan_tables import HardTimesLine as HardTimesLine
from bot.store.plan_tables import HardTimesVersion as HardTimesVersion
from bot.store.plan_tables import Hope as Hope
from bot.store.plan_tables import IfThen as IfThen
from bot.store.plan_tables import OwnLine as OwnLine
from bot.store.plan_tables import OwnLineVersion as OwnLineVersion
from bot.store.plan_tables import PlanVersion as PlanVersion
from bot.store.plan_tables import Step as Step
from bot.store.plan_tables import Strength as Strength
from bot.store.plan_tables import StrengthVersion as StrengthVersion

metadata = Base.metadata
ONCE = "what IN ('acknowledged', 'closed')"  # what happens to an alert at most once
SHARED = ("strength", "goal", "hope", "own_line", "hard_times")  # what can be shared with a team, one by one
ONE_ITEM = " + ".join(f"CASE WHEN {name}_id IS NULL THEN 0 ELSE 1 END" for name in SHARED) + " = 1"


class Person(Base):
    """Somebody who talks to us; who they are is nowhere here. Ids are random and never used again."""

    __tablename__ = "person"
    id: Mapped[str] = column(String(32), primary_key=True)
    created_at: Mapped[datetime] = column(Moment, nullable=False)


class Identity(Base):
    """The keyed pseudonym under which a person comes in on one channel."""

    __tablename__ = "identity"
    __table_args__ = (UniqueConstraint("channel", "pseudonym"),)
    id: Mapped[int] = key()
    person_id: Mapped[str] = belongs_to("person.id")
    channel: Mapped[str] = column(String(64), nullable=False)
    pseudonym: Mapped[str] = column(String(64), nullable=False, index=True)


class Consent(Base):
    """A yes or no, and which text it answered. The latest counts."""

    __tablename__ = "consent"
    id: Mapped[int] = key()
    person_id: Mapped[str] = belongs_to("person.id")
    given: Mapped[bool] = column(Boolean, nullable=False)
    text_id: Mapped[str] = column(String(128), nullable=False)
    at: Mapped[datetime] = column(Moment, nullable=False)


class Draft(Base):
    """The answers of a dialogue, and the last message with the reply it got: written on every turn."""

    __tablename__ = "draft"
    person_id: Mapped[str] = column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    journey: Mapped[str] = column(String(64), primary_key=True)
    status: Mapped[str] = column(String(16), nullable=False)
    content: Mapped[str] = words()
    message_id: Mapped[str] = words()
    message_digest: Mapped[str] = words()
    reply: Mapped[str] = words()
    updated_at: Mapped[datetime] = column(Moment, nullable=False)


class CueEvent(Base):
    """That a message brought support: which families, which text was shown. Never the message."""

    __tablename__ = "cue_event"
    id: Mapped[int] = key()
    person_id: Mapped[str] = belongs_to("person.id")
    message_key: Mapped[str] = column(String(64), nullable=False, unique=True)
    families: Mapped[str] = words()  # a JSON list of names
    text_id: Mapped[str] = words()
    layout: Mapped[str] = words()
    at: Mapped[datetime] = column(Moment, nullable=False)
    identity_id: Mapped[Optional[int]] = belongs_to("identity.id", optional=True)  # in whose conversation it came
    alerts: Mapped[Optional[bool]] = column(Boolean)  # whether they were told that the team may see it


class CueChoice(Base):
    """What a person chose after support was shown, by name; never what they wrote."""

    __tablename__ = "cue_choice"
    __table_args__ = (UniqueConstraint("cue_event_id", "what"),)
    id: Mapped[int] = key()
    cue_event_id: Mapped[int] = belongs_to("cue_event.id")
    what: Mapped[str] = column(String(32), nullable=False)
    at: Mapped[datetime] = column(Moment, nullable=False)


class Alert(Base):
    """That support was shown to somebody and the team may look. Never changed; it goes only with the person."""

    __tablename__ = "alert"
    id: Mapped[int] = key()
    person_id: Mapped[str] = belongs_to("person.id")
    cue_event_id: Mapped[int] = column(ForeignKey("cue_event.id", ondelete="CASCADE"), nullable=False, unique=True)
    made_at: Mapped[datetime] = column(Moment, nullable=False)


class AlertHistory(Base):
    """What became of an alert, one line a deed. Only ever added to; it goes only with the alert."""

    __tablename__ = "alert_history"
    __table_args__ = (
        Index(
            "uq_alert_history_once",
            "alert_id",
            "what",
            unique=True,
            sqlite_where=text(ONCE),
            postgresql_where=text(ONCE),
        ),
    )
    id: Mapped[int] = key()
    alert_id: Mapped[int] = belongs_to("alert.id")
    what: Mapped[str] = column(String(16), nullable=False)
    at: Mapped[datetime] = column(Moment, nullable=False)
    who: Mapped[str] = words()
    note: Mapped[str] = words()


class Outbox(Base):
    """A notification to deliver: one a way and round of notifying. Its key is the same at every try."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("alert_id", "way", "number"),
        Index("ix_outbox_sent_at_due_at", "sent_at", "due_at"),
    )
    id: Mapped[int] = key()
    alert_id: Mapped[int] = belongs_to("alert.id")
    way: Mapped[str] = column(String(16), nullable=False)
    number: Mapped[int] = column(Integer, nullable=False)  # 0 is the first, the others are reminders
    same_key: Mapped[str] = column(String(64), nullable=False, unique=True)
    attempts: Mapped[int] = column(Integer, nullable=False, default=0)
    due_at: Mapped[datetime] = column(Moment, nullable=False)
    sent_at: Mapped[Optional[datetime]] = column(Moment)
    trouble: Mapped[str] = words()


class Sharing(Base):
    """That a person shared an item of their plan with their team, or took it back. The latest counts."""

    __tablename__ = "sharing"
    __table_args__ = (CheckConstraint(ONE_ITEM, name="one_item"),)
    id: Mapped[int] = key()
    person_id: Mapped[str] = belongs_to("person.id")
    strength_id: Mapped[Optional[int]] = belongs_to("strength.id", optional=True)
    goal_id: Mapped[Optional[int]] = belongs_to("goal.id", optional=True)
    hope_id: Mapped[Optional[int]] = belongs_to("hope.id", optional=True)
    own_line_id: Mapped[Optional[int]] = belongs_to("own_line.id", optional=True)
    hard_times_id: Mapped[Optional[int]] = belongs_to("hard_times.id", optional=True)
    shared: Mapped[bool] = column(Boolean, nullable=False)
    at: Mapped[datetime] = column(Moment, nullable=False)


class Unconsented(Base):
    """Somebody who wrote without having consented, since when: what they wrote is not to stay."""

    __tablename__ = "unconsented"
    pseudonym: Mapped[str] = column(String(255), primary_key=True)
    since: Mapped[datetime] = column(Moment, nullable=False)


class WorkerCursor(Base):
    """How far a worker has read the tracker's events."""

    __tablename__ = "worker_cursor"
    name: Mapped[str] = column(String(64), primary_key=True)
    last_id: Mapped[int] = column(Integer, nullable=False)
