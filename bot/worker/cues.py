"""From what Rasa kept of a message to the one cue event of that message. Pure: it reads and writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from typing import Any, Optional

from bot.store.message_keys import LONGEST_NAME, key_of_shown, message_key, shown_at
from bot.store.repositories.cue_events import ASK, CueEvent
from bot.store.shown import Shown
from bot.store.tracker_events import TrackerEvent, mapping

CARD = "card"
TEAM = "team"  # the person asked that their team learns of it, and was told that it is on the team's list
GRACE = 60.0  # seconds in which a transaction that was given an earlier id may still appear


def may_tell_of_support(event: TrackerEvent) -> bool:
    """Could this event tell that support was shown? Quick, so that most events are never parsed."""
    return event.type in {"user", "bot"} and '"support' in event.written


def cue_event(event: TrackerEvent, said: Optional[TrackerEvent]) -> Optional[CueEvent]:
    """The cue event that an event tells of, None where no cue was found in the message.

    In: a user or bot event, and what the person had said last (for a user event, itself). The channel guard
    leaves `support_shown` with the person's message, everything else leaves `support` with our own; both of
    one message give the same key.
    """
    support = mapping(event.metadata.get("support_shown" if event.type == "user" else "support"))
    return _found(support, message_key(said or event, support), (said or event).at)


def cue_event_of_note(shown: Shown) -> Optional[CueEvent]:
    """The same from a note of whoever showed the support; it has the key that the tracker's events give."""
    at = shown_at(shown.support)
    return _found(shown.support, key_of_shown(shown.pseudonym, shown.support), at) if at else None


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


def _found(support: Mapping[str, Any], key: str, at: float) -> Optional[CueEvent]:
    """Where detection itself failed there is a cue without a family."""
    families = support.get("families")
    names = tuple(_name(family) for family in families if family) if isinstance(families, list) else ()
    if support.get("asked_for") or not (names or _is_cue_without_family(support)):
        return None
    return CueEvent(
        message_key=key,
        families=names,
        text_id=_name(support.get("id", "")),
        layout=_name(support.get("layout", "")),
        at=datetime.fromtimestamp(at, timezone.utc),
        alerts=support["alerts"] if isinstance(support.get("alerts"), bool) else None,
    )


def _is_cue_without_family(support: Mapping[str, Any]) -> bool:
    layout = support.get("layout")
    return layout == TEAM or (layout in {CARD, ASK} and support.get("asked_for") is False)


def _name(value: object) -> str:
    return str(value)[:LONGEST_NAME]
