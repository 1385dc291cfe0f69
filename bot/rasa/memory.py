"""What the guard remembers of the people it talks to: what it showed them last, and its replies to recent messages.

In memory only and bounded: it serves the moments in which no database can be asked.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from typing import Generic, Optional, TypeVar

from bot.rasa.unkept import Unkept
from bot.safety.places import Place
from bot.safety.support import SESSION, Seen

K = TypeVar("K")
V = TypeVar("V")
PEOPLE = 10_000
REPLIES = 5_000


@dataclass
class Person:
    """One sender, as far as this process knows. `seen` is None until something is known."""

    unkept: Unkept
    seen: Optional[Seen] = None
    last_at: float = 0.0  # monotonic seconds
    place: Optional[Place] = None  # where they said they are; it outlives the session
    fallbacks: int = 0  # shown so far, so that the wording changes
    elsewhere: str = ""  # the message that brought the last card of the web process that we were told of
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)  # keeps the turns of one sender in order

    def is_at(self, place: Place) -> None:
        """They have said where they are."""
        self.place = place
        self.seen = self.seen and replace(self.seen, place=place)

    def seen_at(self, now: float) -> Optional[Seen]:
        """What is known of the running session."""
        return self.seen if now - self.last_at < SESSION else None

    def fresh(self) -> Seen:
        """What is known where a session begins."""
        return Seen(place=self.place)

    def with_place(self, seen: Seen) -> Seen:
        """The same with the place that this process knows, where the session itself holds none."""
        return replace(seen, place=seen.place or self.place)


class Recent(Generic[K, V]):
    """The most recently used values, up to a number of them."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._values: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> Optional[V]:
        value = self._values.get(key)
        if value is not None:
            self._values.move_to_end(key)
        return value

    def put(self, key: K, value: V) -> V:
        self._values[key] = value
        self._values.move_to_end(key)
        while len(self._values) > self._size:
            self._values.popitem(last=False)
        return value
