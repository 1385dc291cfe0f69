"""The tables of the ways back to a plan: a code that somebody remembers, and links that they made themselves.

Neither the code nor the link is here, only a keyed digest of it: who reads the database finds no way in.
"""

from __future__ import annotations

from datetime import datetime
from typing import Optional

from sqlalchemy import Boolean, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from bot.store.base import Base, belongs_to, key
from bot.store.columns import Moment, column


class ReturnCode(Base):
    """The one code by which a person finds their plan again on another device."""

    __tablename__ = "return_code"
    __table_args__ = (UniqueConstraint("person_id"),)
    id: Mapped[int] = key()
    person_id: Mapped[str] = belongs_to("person.id")
    digest: Mapped[str] = column(String(64), nullable=False, unique=True)
    made_at: Mapped[datetime] = column(Moment, nullable=False)
    expires_at: Mapped[datetime] = column(Moment, nullable=False)
    used_at: Mapped[Optional[datetime]] = column(Moment)


class PlanLink(Base):
    """A link to a person's plan. `may_change` says whether who opens it may change something."""

    __tablename__ = "plan_link"
    id: Mapped[int] = key()
    person_id: Mapped[str] = belongs_to("person.id")
    digest: Mapped[str] = column(String(64), nullable=False, unique=True)
    may_change: Mapped[bool] = column(Boolean, nullable=False)
    made_at: Mapped[datetime] = column(Moment, nullable=False)
    expires_at: Mapped[datetime] = column(Moment, nullable=False)
    used_at: Mapped[Optional[datetime]] = column(Moment)
