"""How a value enters and leaves a column: words that every database can hold, moments in UTC.

Nothing here may refuse a person's words: what a database cannot hold is left out or replaced.
"""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Optional

from sqlalchemy import Column, DateTime, Text
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    _TextDecorator = TypeDecorator[str]
    _MomentDecorator = TypeDecorator[datetime]
else:
    _TextDecorator = _MomentDecorator = TypeDecorator


def utc_now() -> datetime:
    """The store's clock: this moment, in UTC."""
    return datetime.now(timezone.utc)


def storable(text: str) -> str:
    """The text as both databases can hold it.

    NUL characters go (PostgreSQL refuses them); surrogate pairs are joined, and a lone surrogate,
    which is no character at all, becomes U+FFFD.
    """
    if "\x00" in text:
        text = text.replace("\x00", "")
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class Words(_TextDecorator):
    """Text of any length, made storable on its way in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Optional[str], dialect: Any) -> Optional[str]:  # noqa: ARG002
        return None if value is None else storable(value)


class Moment(_MomentDecorator):
    """A point in time: aware in Python, UTC in the database, whatever the database keeps of zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: Optional[datetime], dialect: Any) -> Optional[datetime]:  # noqa: ARG002
        return None if value is None else value.astimezone(timezone.utc)

    def process_result_value(self, value: Optional[datetime], dialect: Any) -> Optional[datetime]:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=timezone.utc) if value.tzinfo is None else value.astimezone(timezone.utc)


def column(*arguments: Any, **options: Any) -> Any:
    """A table's column, typed by the `Mapped[…]` annotation it is assigned to."""
    return Column(*arguments, **options)
