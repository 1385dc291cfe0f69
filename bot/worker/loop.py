"""Reads about each second for as long as the process lives, whatever happens; waits longer while it cannot."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Optional, Protocol

from bot.store import StoreError
from bot.worker.reader import Progress

POLL = 1.0  # seconds between readings
LONGEST_WAIT = 30.0  # seconds between tries while a database is away

logger = logging.getLogger(__name__)


class Stopping(Protocol):
    """What tells the loop to end; threading.Event is one."""

    def wait(self, timeout: float) -> bool:
        """Wait for so many seconds or until told to stop. Out: was it told to stop?"""


@dataclass
class Health:
    """How the worker is, as the health page shows it."""

    lag: Optional[int] = None  # tracker events not yet read; None before the first reading
    failures: int = 0  # in a row
    trouble: str = ""

    @property
    def is_well(self) -> bool:
        """Has it read, and did the last reading succeed?"""
        return self.lag is not None and not self.failures


def run(read: Callable[[], Progress], stopping: Stopping, health: Health) -> None:
    """Read until told to stop."""
    while not stopping.wait(_read_once(read, health)):
        pass


def _read_once(read: Callable[[], Progress], health: Health) -> float:
    """Out: how many seconds to wait before the next reading."""
    try:
        progress = read()
    except StoreError as error:
        return _failed(health, str(error))
    except Exception as error:  # whatever it is, the next reading may succeed; its words may be a person's
        return _failed(health, f"Reading failed ({type(error).__name__}).")
    if health.failures:
        logger.warning("The worker reads again.")
    health.lag, health.failures, health.trouble = progress.lag, 0, ""
    return 0.0 if progress.has_more else POLL


def _failed(health: Health, trouble: str) -> float:
    health.failures += 1
    known, health.trouble = health.trouble, trouble
    if trouble != known:
        logger.warning("The worker waits: %s", trouble)
    return float(min(POLL * 2 ** min(health.failures, 10), LONGEST_WAIT))
