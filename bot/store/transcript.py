"""The conversation as a page shows it, read from what Rasa kept, over all sessions.

It never changes what was said, and erases only on request.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Optional

from bot.store.tracker_events import TrackerEvent, erase, mapping, spoken_last

__all__ = ["Line", "erase", "recent"]


@dataclass(frozen=True)
class Line:
    """One line of a conversation. `who` is person or cairn; `support` is what was shown with or after it."""

    who: str
    text: str
    buttons: tuple[dict[str, Any], ...]
    controls: tuple[str, ...]
    step: str
    support: Optional[dict[str, Any]]
    at: datetime


def recent(tracker_url: str, pseudonym: str, limit: int) -> list[Line]:
    """The last lines of a person's conversation, oldest first; none where Rasa has kept nothing yet.

    Raises StoreUnavailableError when the tracker database does not answer.
    """
    lines = (_line(event) for event in spoken_last(tracker_url, pseudonym, limit))
    return [line for line in lines if line.text or line.buttons]


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
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _items(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
