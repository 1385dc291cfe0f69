"""What the worker keeps for each person whom staff may see something of: no sentence, only where each was said.

The words stay in the plan alone: what a person takes back is gone from every page at that moment.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Optional

from sqlalchemy import Date, ForeignKey
from sqlalchemy.orm import Mapped

from bot.store.base import Base, words
from bot.store.columns import Moment, column


class Summary(Base):
    """One person: what is next, what is new, and the line of the conversation from which each sentence came."""

    __tablename__ = "summary"
    person_id: Mapped[str] = column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    changed_at: Mapped[datetime] = column(Moment, nullable=False, index=True)
    review_on: Mapped[Optional[date]] = column(Date, index=True)
    sources: Mapped[str] = words()  # JSON
    phrases: Mapped[str] = words()  # JSON: what each message asks for
