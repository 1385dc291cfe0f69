"""Does each of the worker's duties for as long as the process lives, whatever happens; waits longer while it cannot."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.store import StoreError

LONGEST_WAIT = 30.0  # seconds between tries while a database is away

logger = logging.getLogger(__name__)


class Stopping(Protocol):
    """What tells the loop to end; threading.Event is one."""

    def wait(self, timeout: float) -> bool:
        """Wait for so many seconds or until told to stop. Out: was it told to stop?"""


@dataclass
class Going:
    """How a duty goes, as the health page shows it."""

    name: str  # what the worker does: "reads"
    failures: int = 0  # in a row
    trouble: str = ""


def run(duty: Callable[[], float], stopping: Stopping, going: Going) -> None:
    """Do a duty again and again until told to stop. It says how many seconds to wait before the next time."""
    while not stopping.wait(_once(duty, going)):
        pass


def _once(duty: Callable[[], float], going: Going) -> float:
    try:
        wait = duty()
    except StoreError as error:
        return _failed(going, str(error))
    except Exception as error:  # whatever it is, the next time may succeed; its words may be a person's
        return _failed(going, f"It failed ({type(error).__name__}).")
    if going.failures:
        logger.warning("The worker %s again.", going.name)
    going.failures, going.trouble = 0, ""
    return wait


def _failed(going: Going, trouble: str) -> float:
    going.failures += 1
    known, going.trouble = going.trouble, trouble
    if trouble != known:
        logger.warning("The worker waits before it %s: %s", going.name, trouble)
    return float(min(2 ** min(going.failures, 10), LONGEST_WAIT))
