"""What a page tells once, after a form was taken: that it is saved, a new code, a new link.

It waits in memory for a few minutes and is gone once it was told, so that a reload neither makes anything anew nor says
it twice. None of it ever stands in an address, a cookie or a database.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

LIFE = 5 * 60  # seconds


@dataclass(frozen=True)
class Note:
    """One thing to tell; nothing where `kind` is empty."""

    kind: str = ""
    words: str = ""


class Notes:
    """The notes that wait, for each page and person the newest."""

    def __init__(self) -> None:
        self._waiting: dict[tuple[str, str], tuple[float, Note]] = {}

    def leave(self, page: str, person_id: str, kind: str, words: str = "") -> None:
        """Have this told to them on this page, when they are there next."""
        self._tidy()
        self._waiting[page, person_id] = (time.time(), Note(kind, words))

    def take(self, page: str, person_id: str) -> Note:
        """What is to be told to them on this page; it is told only this once."""
        self._tidy()
        return self._waiting.pop((page, person_id), (0.0, Note()))[1]

    def _tidy(self) -> None:
        over = time.time() - LIFE
        self._waiting = {name: kept for name, kept in self._waiting.items() if kept[0] > over}
