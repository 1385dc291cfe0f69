"""All that is kept of one person in both databases: shown, or erased so that no word is left in a file.

What it shows must be complete, and what it erases must not come back through the worker.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from threading import Event
from typing import Any

from bot.identity import audit_key, kept_name
from bot.settings import Settings
from bot.store import shown, tracker_events
from bot.store.engine import sqlite_file
from bot.store.errors import TracesLeftError
from bot.store.repositories.audit import ERASURE, Deed, stub_of
from bot.store.unit_of_work import UnitOfWork

CUE_CURSOR = "cue_events"  # how far the worker has read the tracker
_TRIES = 5


def show(settings: Settings, channel: str, sender: str) -> dict[str, Any]:
    """What is kept of the person whom a channel knows by `sender`, or who is kept under it; for a stranger, empty.

    Raises StoreError.
    """
    with UnitOfWork(settings.database_url) as work:
        person = work.people.by_identity(channel, kept_name(settings.secret, channel, sender))
        return work.export.person(person.id if person else "")


def erase(settings: Settings, channel: str, sender: str) -> dict[str, int]:
    """Erase a person from both databases. Out: how many people and how many events of theirs there were.

    On SQLite the files are rewritten, so that their bytes hold nothing of the person either. On PostgreSQL
    the server does that in its own time (autovacuum). Erasing again is harmless. Raises StoreError; of its kinds
    TracesLeftError says that the person is erased all the same.
    """
    return erase_known(settings, channel, kept_name(settings.secret, channel, sender))


def erase_known(settings: Settings, channel: str, name: str) -> dict[str, int]:
    """The same for whom a channel knows by this pseudonym; what they said on other channels goes too."""
    with UnitOfWork(settings.database_url) as work:
        # While the cursor is held the worker cannot bring back what is erased here.
        read_to = work.cursors.hold(CUE_CURSOR)
        person = work.people.by_identity(channel, name)
        names = {name, *(work.people.names(person.id).values() if person else ())}
        erased = {
            "people": work.people.erase(person.id) if person else 0,
            "events": sum(tracker_events.erase(settings.tracker_url, each) for each in names),
        }
        if person:
            work.audit.add(audit_key(settings.secret), ERASURE, Deed.ERASED, target=stub_of(person.id))
        for each in names:
            work.consents.settled(each)
            shown.forget(settings.tracker_url, each)
        # SQLite gives the ids of erased events out again: the worker has to look there once more.
        work.cursors.move(CUE_CURSOR, min(read_to, tracker_events.highest_id(settings.tracker_url)))
        work.commit()
    for url in (settings.database_url, settings.tracker_url):
        _rewrite(url, settings.database_timeout)
    return erased


def _rewrite(url: str, timeout: float) -> None:
    file = sqlite_file(url)
    if file is None or not file.exists():
        return
    for _ in range(_TRIES):
        if _rewritten(str(file), timeout):
            return
        Event().wait(timeout / _TRIES)
    raise TracesLeftError(
        f"The person is erased, but {file.name} is busy and its free space may still hold traces. "
        "Please run the same command again."
    )


def _rewritten(file: str, timeout: float) -> bool:
    try:
        with closing(sqlite3.connect(file, timeout=timeout)) as connection:
            connection.execute("VACUUM")
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy
    except sqlite3.OperationalError:
        return False
