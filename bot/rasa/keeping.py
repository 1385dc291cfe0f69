"""The guard's own way to the tracker database: read what was shown, and keep a turn that Rasa could not take in.

It needs no model, only Rasa's `events` table. What a person wrote is kept even when everything else failed. A card that
was shown while nothing could be kept is found in its note, by a process that was started since.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, Optional, Protocol

from rasa.core.channels.channel import UserMessage
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SlotSet, UserUttered

from bot.coaching.guides import JOURNEYS
from bot.noting import Noting
from bot.rasa.incoming import CUE
from bot.rasa.safety_policy import pause
from bot.rasa.tracker_store import CairnTrackerStore
from bot.safety.support import SESSION, Seen, Spoken, Support, from_facts, shown_in
from bot.store.shown import Shown, note, told_of, untold
from bot.store.tracker_events import spoken_last

LINES = 40  # enough to see the support messages of a session


class Recalled(NamedTuple):
    """What the running session has shown, and the last support since of which the conversation tells nothing."""

    seen: Seen = Seen()
    untold: Optional[Support] = None


class Keeping(Protocol):
    """What the guard needs of a database."""

    async def recall(self, sender: str) -> Recalled:
        """What the running session has shown to a sender."""

    async def keep(self, message: UserMessage, said: list[dict[str, Any]], context: str) -> None:
        """Keep a message and what was answered to it."""

    async def note(self, message: UserMessage, support: Mapping[str, Any]) -> None:
        """Note without a database that support was shown for a message: what was told of it."""


class TrackerKeeping:
    """Keeping in the tracker database, in threads."""

    def __init__(self, tracker_url: str) -> None:
        self._url = tracker_url
        self._store = CairnTrackerStore(url=tracker_url)
        self._noting = Noting(partial(note, tracker_url))

    async def recall(self, sender: str) -> Recalled:
        events = await asyncio.to_thread(spoken_last, self._url, sender, LINES)
        spoken = (Spoken(event.at, event.type == "bot", event.metadata) for event in events)
        since = time.time() - SESSION
        notes = await asyncio.to_thread(told_of, self._url, sender)
        supports = (from_facts(one.support) for one in untold(notes, events))
        waiting = [support for support in supports if support is not None and support.at >= since]
        return Recalled(shown_in(spoken, since), waiting[-1] if waiting else None)

    async def keep(self, message: UserMessage, said: list[dict[str, Any]], context: str) -> None:
        await asyncio.to_thread(self._store.append, message.sender_id, turn_events(message, said, context), SESSION)

    async def note(self, message: UserMessage, support: Mapping[str, Any]) -> None:
        await self._noting.note(Shown(message.input_channel or "", message.sender_id, support))


def turn_events(message: UserMessage, said: Sequence[dict[str, Any]], context: str) -> list[Event]:
    """The events of a turn that Rasa did not take in. A message without a text was kept already, or never came here."""
    spoken: list[Event] = [_uttered(bubble) for bubble in said]
    metadata = message.metadata or {}
    support = from_facts(metadata.get("support_shown"))
    journey = context.partition(".")[0]
    halt = pause(journey if journey in JOURNEYS else "", support.layout) if support else (SlotSet("answer", None),)
    if message.text is None:
        return [*halt, *spoken, ActionExecuted(ACTION_LISTEN_NAME)] if support else spoken
    name = CUE if support is not None and not support.asked_for else "nlu_fallback"
    user = UserUttered(
        message.text,
        {"name": name, "confidence": 1.0},
        input_channel=message.input_channel,
        message_id=message.message_id,
        metadata=metadata,
    )
    return [user, *halt, *spoken, ActionExecuted(ACTION_LISTEN_NAME)]


def _uttered(said: dict[str, Any]) -> BotUttered:
    metadata = {key: value for key, value in said.items() if key not in ("text", "buttons")}
    return BotUttered(said["text"], {"buttons": said.get("buttons")}, metadata)
