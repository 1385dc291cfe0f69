"""The conversations as the tracker database holds them, for the pages. It reads only."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.store import transcript
from bot.store.transcript import Changes
from bot.web.messages import Line


class Transcript:
    """What was said, by pseudonym. Every method may wait for the database, and raises StoreError."""

    def __init__(self, tracker_url: str) -> None:
        self._url = tracker_url

    def recent(self, sender: str, limit: int) -> Sequence[Line]:
        """The last lines of a conversation, oldest first."""
        return transcript.recent(self._url, sender, limit)

    def answer_to(self, sender: str, message_id: str) -> Sequence[Line]:
        """What was answered to a message, nothing if it was not."""
        return transcript.answer_to(self._url, sender, message_id)

    def changes(self, after_id: int, senders: Collection[str]) -> Changes:
        """Whose conversations went on since an event."""
        return transcript.changes(self._url, after_id, senders)
