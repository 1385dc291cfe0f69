"""What a Rasa tracker tells about the turn it is in: the text, what was shown before it, what the dialogue waits for.

Everything is read from events and slots as they are; nothing here changes a tracker.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Optional

from rasa.shared.core.events import BotUttered, Event, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.support import needed
from bot.safety.places import place_from
from bot.safety.support import Seen, Support, after, from_facts
from bot.settings import settings

FORM = "_form"


@dataclass(frozen=True)
class Reading:
    """The latest message of a person and what stands around it."""

    text: str
    intent: str
    seen: Seen  # before this message
    support: Optional[Support]  # what this message brings
    state: str  # "card" or "ask" while an earlier support message waits, else empty
    open_journey: str  # the journey whose form is active
    waiting_journey: str


def read(tracker: DialogueStateTracker) -> Reading:
    """The reading of a tracker whose latest message is the person's."""
    message = tracker.latest_message
    metadata = (message.metadata if message else None) or {}
    seen = seen_in(_before_the_message(tracker))
    seen = replace(seen, place=place_from(metadata.get("place")) or seen.place)
    text = (message.text if message else "") or ""
    return Reading(
        text=text,
        intent=str(message.intent.get("name") or "") if message else "",
        seen=seen,
        support=support_of(text, metadata, seen),
        state=tracker.get_slot("support_state") or "",
        open_journey=(tracker.active_loop_name or "").removesuffix(FORM),
        waiting_journey=tracker.get_slot("waiting_dialogue") or "",
    )


def support_of(text: str, metadata: Any, seen: Seen) -> Optional[Support]:
    """The support a message brings: what the guard has shown already, else what the text needs."""
    shown = from_facts((metadata or {}).get("support_shown"))
    return shown or needed(text, seen, settings().service.minimum_age)


def seen_in(events: Iterable[Event]) -> Seen:
    """What the latest session has shown up to the last of these events."""
    seen = Seen()
    turn: list[dict[str, Any]] = []
    for event in events:
        if isinstance(event, BotUttered):
            turn.append(event.metadata)
            continue
        if isinstance(event, UserUttered) and turn:
            seen, turn = after(seen, turn), []
        elif isinstance(event, SessionStarted):
            seen, turn = Seen(), []
    return after(seen, turn) if turn else seen


def _before_the_message(tracker: DialogueStateTracker) -> list[Event]:
    events = list(tracker.events)
    last = max((i for i, event in enumerate(events) if isinstance(event, UserUttered)), default=len(events))
    return events[:last]
