"""What one message of a person's is known by, however often and by whatever way it is read. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from bot.store.tracker_events import TrackerEvent, mapping

LONGEST_NAME = 200


def message_key(said: TrackerEvent, support: Mapping[str, Any] = MappingProxyType({})) -> str:
    """The same for one message however often it is read; Rasa may give an erased event's id out again.

    What was shown may name the message, or says when it was shown: that is what it is known by.
    """
    shown = next(filter(shown_at, (support, mapping(said.metadata.get("support_shown")))), None)
    if shown:
        return key_of_shown(said.sender, shown)
    return _digest(said.sender, said.type, repr(said.at), str(said.data.get("message_id", "")))


def key_of_shown(pseudonym: str, support: Mapping[str, Any]) -> str:
    """Two processes may have answered one message, at different times: its id, where there is one, is the same."""
    named = support.get("message")
    if named:
        return _digest(pseudonym, "message", str(named)[:LONGEST_NAME])
    return _digest(pseudonym, "shown", repr(shown_at(support)))


def shown_at(support: Mapping[str, Any]) -> float:
    """When support was shown, in seconds since 1970; 0 where that is not told."""
    at = support.get("at")
    return float(at) if isinstance(at, (int, float)) else 0.0


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
