"""What all tables of the coaching database share: names of constraints, keys, owners and kinds of column."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Integer, MetaData
from sqlalchemy.orm import registry
from sqlalchemy.orm.decl_api import DeclarativeMeta

from bot.store.columns import Words, column

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


def key() -> Any:
    """The number by which a row is known."""
    return column(Integer, primary_key=True)


def belongs_to(target: str, *, optional: bool = False) -> Any:
    """What a row goes with when it is erased."""
    return column(ForeignKey(target, ondelete="CASCADE"), nullable=optional, index=True)


def words() -> Any:
    """Text of any length."""
    return column(Words, nullable=False, default="")


def later_words() -> Any:
    """Text of any length in a column that came later: empty in the rows of before."""
    return column(Words, nullable=False, default="", server_default="")


def own_number(name: str) -> CheckConstraint:
    """That a column holds a person's own answer from 0 to 10."""
    return CheckConstraint(f"{name} BETWEEN 0 AND 10", name=name)
