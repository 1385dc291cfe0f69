"""What the worker does beside each other, each in a thread of its own: a slow mail server never holds up the reading.

The other duties begin once reading has worked, since it makes the tables.
"""

from __future__ import annotations

from threading import Event, Thread

from bot.settings import Settings
from bot.store.shown import is_usable
from bot.worker.courier import Courier
from bot.worker.health import Health
from bot.worker.loop import run
from bot.worker.reader import Reader
from bot.worker.retention import Retention
from bot.worker.summaries import SummaryKeeper

READ_EVERY = 1.0  # seconds
NOTIFY_EVERY = 2.0
SUMMARISE_EVERY = 1.0
DELETE_EVERY = 600.0
LOOK_AGAIN = 0.2  # while reading has not worked yet


class Duties:
    """The duties of a worker on one installation."""

    def __init__(self, settings: Settings, health: Health) -> None:
        self._health = health
        self._tracker_url = settings.tracker_url
        self._reader = Reader(settings)
        self._courier = Courier(settings)
        self._retention = Retention(settings)
        self._summaries = SummaryKeeper(settings)

    def run(self, stopping: Event) -> None:
        """Do all of them until told to stop. What is under way in another thread then goes out again later."""
        health = self._health
        beside = (
            (self.notify, health.notifying),
            (self.delete, health.deleting),
            (self.summarise, health.summarising),
        )
        for duty, going in beside:
            Thread(target=run, args=(duty, stopping, going), name=going.name, daemon=True).start()
        run(self.read, stopping, health.reading)

    def read(self) -> float:
        """Read what is new. Out: seconds to wait."""
        self._health.notes_usable = is_usable(self._tracker_url)
        progress = self._reader.read()
        self._health.lag = progress.lag
        return 0.0 if progress.has_more else READ_EVERY

    def notify(self) -> float:
        """Notify the team of what waits. Out: seconds to wait."""
        if self._health.lag is None:
            return LOOK_AGAIN
        self._health.undelivered = self._courier.go()
        return NOTIFY_EVERY

    def summarise(self) -> float:
        """Keep the summaries of people who changed something. Out: seconds to wait."""
        if self._health.lag is None:
            return LOOK_AGAIN
        return 0.0 if self._summaries.go() else SUMMARISE_EVERY

    def delete(self) -> float:
        """Delete what is not to stay, where all of it has been read. Out: seconds to wait."""
        if self._health.lag != 0:
            return LOOK_AGAIN
        self._retention.go()
        return DELETE_EVERY
