"""From what Rasa kept of a message to the one cue event of that message. Pure: it reads and writes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from typing import Optional

from bot.store.repositories.cue_events import CueEvent
from bot.store.tracker_events import TrackerEvent, mapping

CARD = "card"
ASK = "ask"
TEAM = "team"  # the person asked that their team learns of it, and was told that it is on the team's list
GRACE = 60.0  # seconds in which a transaction that was given an earlier id may still appear
_LONGEST_NAME = 200


def may_tell_of_support(event: TrackerEvent) -> bool:
    """Could this event tell that support was shown? Quick, so that most events are never parsed."""
    return event.type in {"user", "bot"} and '"support' in event.written


def cue_event(event: TrackerEvent, said: Optional[TrackerEvent]) -> Optional[CueEvent]:
    """The cue event that an event tells of, None where no cue was found in the message.

    In: a user or bot event, and what the person had said last (for a user event, itself). The channel guard
    leaves `support_shown` with the person's message, everything else leaves `support` with our own; both of
    one message give the same key. Where detection itself failed there is a cue without a family.
    """
    support = mapping(event.metadata.get("support_shown" if event.type == "user" else "support"))
    families = support.get("families")
    names = tuple(_name(family) for family in families if family) if isinstance(families, list) else ()
    if support.get("asked_for") or not (names or _is_cue_without_family(support)):
        return None
    return CueEvent(
        message_key=_key(said or event),
        families=names,
        text_id=_name(support.get("id", "")),
        layout=_name(support.get("layout", "")),
        at=datetime.fromtimestamp((said or event).at, timezone.utc),
    )


def settled(position: int, events: Sequence[TrackerEvent], now: float) -> int:
    """How far reading never has to come back to. `now` is in seconds since 1970.

    Ids are given out before commits: behind a fresh gap a slower transaction may still bring an earlier
    event. What is read twice is kept once.
    """
    for event in events:
        if event.id > position + 1 and abs(now - event.at) < GRACE:
            break
        position = event.id
    return position


def _is_cue_without_family(support: Mapping[str, object]) -> bool:
    layout = support.get("layout")
    return layout == TEAM or (layout in {CARD, ASK} and support.get("asked_for") is False)


def _key(event: TrackerEvent) -> str:
    """The same for one message however often it is read; Rasa may give an erased event's id out again."""
    parts = (event.sender, event.type, repr(event.at), str(event.data.get("message_id", "")))
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _name(value: object) -> str:
    return str(value)[:_LONGEST_NAME]
