"""When a message brings support, as bot.safety says; but the ways on that we offer ourselves are never a cue."""

from __future__ import annotations

from typing import Optional

from bot.rasa.commands import is_a_way
from bot.safety import cues, support
from bot.safety.support import Seen, Support, means_something_else


def needed(text: str, seen: Seen, minimum_age: int = 18) -> Optional[Support]:
    """The support that a message needs, or None. Never raises."""
    if is_a_way(text) and not cues.wants_support(text) and not means_something_else(text, seen):
        return None
    return support.needed(text, seen, minimum_age)
