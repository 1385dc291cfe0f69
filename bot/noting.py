"""Notes that support was shown, again and again until it is written: a full disk must not lose a cue event.

The reply is out before. It must never raise, never hold anything up, and never log a person's words.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Optional

from bot.store.shown import Shown

log = logging.getLogger(__name__)
PAUSE = 5.0  # seconds between two tries
MOST = 10_000  # notes that wait in memory
FIRST = (
    0.05  # seconds that a reply waits for its note at most, so that whoever sees a card is known even if we die then
)


class Noting:
    """Notes of one process. `write` writes one for good or raises; it may block."""

    def __init__(self, write: Callable[[Shown], None], pause: float = PAUSE) -> None:
        self._write = write
        self._pause = pause
        self._waiting: deque[Shown] = deque(maxlen=MOST)
        self._trying: Optional[asyncio.Task[None]] = None
        self._thread = ThreadPoolExecutor(1, "noting")  # its own: a hung database may hold all of the others

    @property
    def waiting(self) -> int:
        """How many notes are not written yet."""
        return len(self._waiting)

    async def note(self, told: Shown) -> None:
        """Note it now; where that fails it is tried again for as long as this process lives."""
        if not self._waiting and await self._is_written(told):
            return
        self._waiting.append(told)
        if self._trying is None or self._trying.done():
            self._trying = asyncio.create_task(self._try_again())

    async def _try_again(self) -> None:
        log.error("That support was shown could not be noted. It is kept in memory and tried again.")
        while self._waiting:
            await asyncio.sleep(self._pause)
            while self._waiting and await self._is_written(self._waiting[0]):
                self._waiting.popleft()
        log.warning("All support that was shown is noted again.")

    async def _is_written(self, told: Shown) -> bool:
        try:
            await asyncio.get_running_loop().run_in_executor(self._thread, self._write, told)
        except Exception as error:  # whatever it is, the next try may succeed
            log.warning("A note could not be written (%s).", type(error).__name__)
            return False
        return True
