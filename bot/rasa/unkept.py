"""The turns of one person that no database could take, tried again until each is kept, in the order in which they came.

What somebody wrote in a crisis must not be lost from their conversation, and Rasa must not hear the next message before
it can know that the card waits. Nothing here may raise or log a person's words.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Optional

from rasa.core.channels.channel import UserMessage

log = logging.getLogger(__name__)
PAUSE = 5.0  # seconds between two tries
MOST = 50  # turns of a person that wait in memory


@dataclass(frozen=True)
class Turn:
    """What a person wrote, what was answered, and the step whose question stood before it."""

    message: UserMessage
    said: list[dict[str, Any]]
    context: str = ""

    @property
    def shows_support(self) -> bool:
        return "support_shown" in (self.message.metadata or {})


class Unkept:
    """What waits to be kept of one person. `keep` keeps a turn for good or raises."""

    def __init__(self, keep: Callable[[UserMessage, list[dict[str, Any]], str], Awaitable[None]]) -> None:
        self._keep = keep
        self._waiting: deque[Turn] = deque(maxlen=MOST)
        self._one_try = asyncio.Lock()
        self._trying: Optional[asyncio.Task[None]] = None

    def __bool__(self) -> bool:
        return bool(self._waiting)

    async def add(self, turn: Turn) -> None:
        """Keep a turn after those that wait. Where that fails, support and what follows it is tried again."""
        if await self.caught_up() and await self._is_kept(turn):
            return
        if not self._waiting and not turn.shows_support:
            return
        self._waiting.append(turn)
        if self._trying is None or self._trying.done():
            self._trying = asyncio.create_task(self._try_again())

    async def caught_up(self) -> bool:
        """Try once to keep what waits. Out: does nothing wait any more? Who stops waiting for it leaves no half try."""
        return not self._waiting or await asyncio.shield(asyncio.create_task(self._try()))

    async def _try_again(self) -> None:
        while self._waiting:
            await asyncio.sleep(PAUSE)
            await self._try()
        log.warning("A conversation that could not be kept is kept again.")

    async def _try(self) -> bool:
        async with self._one_try:
            while self._waiting:
                if not await self._is_kept(self._waiting[0]):
                    return False
                self._waiting.popleft()
        return True

    async def _is_kept(self, turn: Turn) -> bool:
        try:
            await self._keep(turn.message, turn.said, turn.context)
        except Exception as error:  # whatever it is, the next try may succeed
            log.error("Turn %s could not be kept (%s).", turn.message.message_id, type(error).__name__)
            return False
        return True
