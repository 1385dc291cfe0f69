"""The tables of staff: who may sign in, who is signed in, and the record of what they did.

The record is never changed: each entry holds the digest of the one before it. Nothing in it is a person's words but the
notes beside it, which go with the person.
"""

from __future__ import annotations

from datetime import datetime
from typing import Optional

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped

from bot.store.base import Base, belongs_to, key, words
from bot.store.columns import Moment, column


class StaffUser(Base):
    """Somebody of the staff who may sign in. Never deleted, since the record names them; switched off instead."""

    __tablename__ = "staff_user"
    id: Mapped[int] = key()
    login: Mapped[str] = column(String(64), nullable=False, unique=True)
    name: Mapped[str] = words()
    role: Mapped[str] = column(String(16), nullable=False)
    password: Mapped[str] = column(String(256), nullable=False)  # argon2id, never the password
    totp: Mapped[str] = column(String(32), nullable=False, default="")  # what the key of the codes is made with
    totp_used: Mapped[int] = column(Integer, nullable=False, default=0)  # the half minute whose code was taken last
    active: Mapped[bool] = column(Boolean, nullable=False, default=True)
    created_at: Mapped[datetime] = column(Moment, nullable=False)


class StaffSession(Base):
    """A browser in which somebody is signed in, known by the digest of what its cookie holds."""

    __tablename__ = "staff_session"
    token: Mapped[str] = column(String(64), primary_key=True)
    staff_user_id: Mapped[int] = belongs_to("staff_user.id")
    since: Mapped[datetime] = column(Moment, nullable=False)
    seen_at: Mapped[datetime] = column(Moment, nullable=False)


class SignInTry(Base):
    """A try to sign in that was not right. The key tells neither login nor address."""

    __tablename__ = "sign_in_try"
    __table_args__ = (Index("ix_sign_in_try_key_at", "key", "at"),)
    id: Mapped[int] = key()
    key: Mapped[str] = column(String(64), nullable=False)
    at: Mapped[datetime] = column(Moment, nullable=False)


class AuditHead(Base):
    """The end of the record: one row, whose lock lets one writer at a time add to it."""

    __tablename__ = "audit_head"
    name: Mapped[str] = column(String(16), primary_key=True)
    number: Mapped[int] = column(Integer, nullable=False)
    digest: Mapped[str] = column(String(64), nullable=False)


class AuditEntry(Base):
    """One deed: who did what, when, about whom (a random id). Never changed, never deleted."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_about_number", "about", "number"),)
    number: Mapped[int] = column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = column(Moment, nullable=False)
    who: Mapped[str] = column(String(64), nullable=False)
    role: Mapped[str] = column(String(16), nullable=False)
    what: Mapped[str] = column(String(32), nullable=False)
    about: Mapped[str] = column(String(32), nullable=False)
    target: Mapped[str] = column(String(64), nullable=False)
    note_digest: Mapped[str] = column(String(64), nullable=False)
    previous: Mapped[str] = column(String(64), nullable=False)
    digest: Mapped[str] = column(String(64), nullable=False)


class AuditNote(Base):
    """What somebody wrote with a deed, such as a reason. It goes with the person it is about; its digest stays."""

    __tablename__ = "audit_note"
    number: Mapped[int] = column(ForeignKey("audit_entry.number", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[Optional[str]] = belongs_to("person.id", optional=True)
    salt: Mapped[str] = column(String(32), nullable=False)
    text: Mapped[str] = words()


class CallName(Base):
    """What staff call a person: a bird and a number."""

    __tablename__ = "call_name"
    person_id: Mapped[str] = column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = column(String(32), nullable=False, unique=True)
