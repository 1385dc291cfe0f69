"""Who listens to which conversation just now: what is said in one tab reaches the others, and nobody else.

It keeps nothing: what a listener misses is read again from the transcript when they come back.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Union

from bot.web.keyed import Keyed

MOST = 6  # open streams of one person; the oldest gives way
WAITING = 64  # events that may wait for a slow listener


@dataclass(frozen=True)
class Heard:
    """Lines that are new in the conversation."""

    lines: tuple[Keyed, ...]


@dataclass(frozen=True)
class Typing:
    """An answer is on its way."""


@dataclass(frozen=True)
class Changed:
    """Something was said elsewhere: read the transcript."""


@dataclass(frozen=True)
class Over:
    """The stream ends; the listener comes back by itself."""


Event = Union[Heard, Typing, Changed, Over]


@dataclass(eq=False)
class Listener:
    """One open stream."""

    sender: str
    events: asyncio.Queue[Event] = field(default_factory=lambda: asyncio.Queue(WAITING))

    def tell(self, event: Event) -> None:
        """Put an event in its queue. Who cannot keep up reads the transcript instead."""
        if self.events.full():
            while not self.events.empty():
                self.events.get_nowait()
            event = event if isinstance(event, Over) else Changed()
        self.events.put_nowait(event)


class Hub:
    """The listeners of this process, by conversation."""

    def __init__(self) -> None:
        self._listeners: dict[str, list[Listener]] = {}

    def join(self, sender: str) -> Listener:
        """Listen to a conversation."""
        listener = Listener(sender)
        here = self._listeners.setdefault(sender, [])
        here.append(listener)
        while len(here) > MOST:
            here.pop(0).tell(Over())
        return listener

    def leave(self, listener: Listener) -> None:
        """Listen no more; harmless where that was the case already."""
        here = self._listeners.get(listener.sender, [])
        if listener in here:
            here.remove(listener)
        if not here:
            self._listeners.pop(listener.sender, None)

    def tell(self, sender: str, event: Event) -> None:
        """Let everybody who listens to this conversation know."""
        for listener in tuple(self._listeners.get(sender, ())):
            listener.tell(event)

    def close(self) -> None:
        """End all streams, so that the process can stop."""
        for sender in tuple(self._listeners):
            self.tell(sender, Over())

    @property
    def senders(self) -> frozenset[str]:
        """Whose conversations are listened to."""
        return frozenset(self._listeners)
