"""What the worker keeps for each person whom staff may see something of, and for each of their conversations: no
sentence, only where and when each was said.

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


class ConversationSummary(Base):
    """One conversation of a person in which something came about that staff may see: from when to when, and no word."""

    __tablename__ = "conversation_summary"
    person_id: Mapped[str] = column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    began_at: Mapped[datetime] = column(Moment, primary_key=True)
    last_at: Mapped[datetime] = column(Moment, nullable=False)
