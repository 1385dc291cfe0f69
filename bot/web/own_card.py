"""The support that this process shows by itself while the dialogue process is away: the same card, of the same place.

It remembers what it has seen go by and reads the transcript where it can, but needs neither. It must never raise, and
notes every cue, so that the team learns of it as of any other.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, Optional, Protocol

from bot.noting import FIRST, Noting
from bot.safety.card import fallback_message
from bot.safety.places import Place
from bot.safety.support import SESSION, Seen, Spoken, Support, after, message_for, needed, shown_in, utterance, where
from bot.settings import Service
from bot.store.shown import Shown
from bot.web.session import CHANNEL

log = logging.getLogger(__name__)
PEOPLE = 10_000  # remembered at a time
CAIRN = "cairn"

Told = Mapping[str, Any]  # one message of ours as the dialogue process tells it: text, buttons, step, support


class Line(Protocol):
    """What of a transcript's line is needed here."""

    @property
    def who(self) -> str: ...
    @property
    def step(self) -> str: ...
    @property
    def support(self) -> object: ...
    @property
    def at(self) -> datetime: ...


@dataclass(frozen=True)
class _Person:
    seen: Seen
    at: float  # seconds since 1970
    shown: Told  # the last support of ours, empty where there was none


class OwnCards:
    """The cards of this process. `clock` gives seconds since 1970."""

    def __init__(self, service: Service, noting: Noting, clock: Callable[[], float] = time.time) -> None:
        self._service = service
        self._noting = noting
        self._clock = clock
        self._people: OrderedDict[str, _Person] = OrderedDict()
        self._background: set[asyncio.Task[None]] = set()

    def saw(self, sender: str, answer: Sequence[Told]) -> None:
        """Remember what the dialogue process has shown."""
        self._remember(sender, after(self._seen(sender), answer))

    def untold(self, sender: str) -> Optional[Mapping[str, Any]]:
        """What was told of the card that was shown here and that the dialogue process has not answered after."""
        person = self._people.get(sender)
        shown = person.shown.get("support") if person and self._clock() - person.at < SESSION else None
        return shown if isinstance(shown, Mapping) else None

    def is_at(self, sender: str, place: Optional[Place]) -> None:
        """Remember where the person has said they are, if they have."""
        if place is not None:
            person = self._people.get(sender) or _Person(Seen(), 0.0, MappingProxyType({}))
            self._people[sender] = replace(person, seen=replace(person.seen, place=place))

    async def needed(
        self, sender: str, text: str, step: str, lines: Callable[[], Awaitable[Optional[Sequence[Line]]]]
    ) -> Optional[Support]:
        """The support that a message needs, or None. `step` is what the page asked; `lines` reads the transcript."""
        seen = self._known(sender)
        if seen is None:
            seen = shown_in(_spoken(await lines() or ()), since=self._clock() - SESSION)
            seen = replace(seen, place=self._place(sender) or seen.place)
            self._remember(sender, seen)
        seen = seen if seen.context else replace(seen, context=step)
        # In a thread: a very long message must not hold up everybody else.
        return await asyncio.to_thread(needed, text, seen, self._service.minimum_age)

    async def for_a_stranger(self, text: str) -> Optional[Told]:
        """The words of the support that a message by nobody known needs; None without a cue. It is not remembered."""
        support = await asyncio.to_thread(needed, text, Seen(), self._service.minimum_age)
        return utterance(message_for(support, self._service), support) if support else None

    def show(self, sender: str, support: Support, message_id: str) -> Told:
        """The words of a support, which is noted and remembered from now on."""
        before = self._people.get(sender)
        if before is not None and before.shown.get("support", {}).get("message") == message_id:
            return before.shown  # the same message, sent again
        support = replace(support, message=message_id)
        told = utterance(message_for(support, self._service), support)
        self._remember(sender, after(self._seen(sender), [told]), told)
        if not support.asked_for:
            self._later(self._noting.note(Shown(CHANNEL, sender, told["support"])))
        return told

    def fallback(self, sender: str) -> Told:
        """What is said where nothing else could answer, with the lines of the person's place."""
        place = where(self._service, self._place(sender))
        return utterance(fallback_message(country=place.country, area=place.area))

    async def noted(self) -> None:
        """Wait a moment, and no longer, until what was shown is noted: it may be shown after that."""
        if self._background:
            await asyncio.wait(set(self._background), timeout=FIRST)

    async def settle(self) -> None:
        """Wait until what was shown is noted, or will be tried again."""
        while self._background:
            await asyncio.gather(*self._background, return_exceptions=True)

    def _known(self, sender: str) -> Optional[Seen]:
        person = self._people.get(sender)
        return person.seen if person and self._clock() - person.at < SESSION else None

    def _place(self, sender: str) -> Optional[Place]:
        person = self._people.get(sender)
        return person.seen.place if person else None

    def _seen(self, sender: str) -> Seen:
        return self._known(sender) or Seen(place=self._place(sender))

    def _remember(self, sender: str, seen: Seen, shown: Told = MappingProxyType({})) -> None:
        self._people[sender] = _Person(seen, self._clock(), shown)
        self._people.move_to_end(sender)
        while len(self._people) > PEOPLE:
            self._people.popitem(last=False)

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)


def _spoken(lines: Sequence[Line]) -> list[Spoken]:
    return [
        Spoken(line.at.timestamp(), line.who == CAIRN, {"step": line.step, "support": line.support}) for line in lines
    ]
