"""The conversation as a page shows it, read from what Rasa kept, over all sessions.

It never changes what was said, and erases only on request.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Optional

from bot.store.tracker_events import (
    TrackerEvent,
    erase,
    highest_id,
    mapping,
    spoken_after,
    spoken_last,
    spoken_since,
)

__all__ = ["Changes", "Line", "answer_to", "changes", "erase", "recent"]


@dataclass(frozen=True)
class Line:
    """One line of a conversation. `who` is person or cairn; `support` is what was shown with or after it.

    `message_id` is the id with which a person's message came in, `so_far` the draft's lines beside a question.
    """

    who: str
    text: str
    buttons: tuple[dict[str, Any], ...]
    controls: tuple[str, ...]
    step: str
    support: Optional[dict[str, Any]]
    at: datetime
    message_id: str = ""
    so_far: tuple[str, ...] = ()


def recent(tracker_url: str, pseudonym: str, limit: int) -> list[Line]:
    """The last lines of a person's conversation, oldest first; none where Rasa has kept nothing yet.

    Raises StoreUnavailableError when the tracker database does not answer.
    """
    lines = (_line(event) for event in spoken_last(tracker_url, pseudonym, limit))
    return [line for line in lines if line.text or line.buttons]


def answer_to(tracker_url: str, pseudonym: str, message_id: str) -> list[Line]:
    """What was answered to the message that came in under this id; nothing where it was not answered or not kept.

    Raises StoreUnavailableError.
    """
    return [_line(event) for event in spoken_after(tracker_url, pseudonym, message_id)]


@dataclass(frozen=True)
class Changes:
    """In whose conversations something was said after an event, and the id of the newest event of all."""

    last_id: int
    whose: frozenset[str]


def changes(tracker_url: str, after_id: int, pseudonyms: Collection[str]) -> Changes:
    """Whose of these conversations went on since. Ids may begin anew after an erasure; then everybody's may have.

    Raises StoreUnavailableError.
    """
    newest = highest_id(tracker_url)
    if newest < after_id:
        return Changes(newest, frozenset(pseudonyms))
    whose = frozenset() if newest == after_id else spoken_since(tracker_url, after_id, pseudonyms)
    return Changes(newest, whose)


def _line(event: TrackerEvent) -> Line:
    by_person = event.type == "user"
    metadata = event.metadata
    support = metadata.get("support_shown" if by_person else "support")
    return Line(
        who="person" if by_person else "cairn",
        text=_text(event.data.get("text")),
        buttons=tuple(
            button for button in _items(mapping(event.data.get("data")).get("buttons")) if isinstance(button, dict)
        ),
        controls=tuple(_text(control) for control in _items(metadata.get("controls"))),
        step=_text(metadata.get("step")),
        support=support if isinstance(support, dict) else None,
        at=datetime.fromtimestamp(event.at, timezone.utc),
        message_id=_text(event.data.get("message_id")),
        so_far=tuple(_text(line) for line in _items(metadata.get("so_far"))),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _items(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
