"""Since when the worker has not read what people said or changed: meanwhile an empty list tells nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Optional

from bot.store import shown, tracker_events
from bot.store.errors import StoreError
from bot.store.one_person import CUE_CURSOR
from bot.store.unit_of_work import UnitOfWork

LATE = timedelta(minutes=1)  # the worker reads each second, and waits some seconds for a slow transaction


@dataclass(frozen=True)
class Unread:
    """Since when messages and changes of plans wait to be read, where they wait too long.

    Where conversations cannot be read at all it is not known whether messages wait.
    """

    messages: Optional[datetime] = None
    changes: Optional[datetime] = None
    is_known: bool = True

    @property
    def may_miss_messages(self) -> bool:
        return self.messages is not None or not self.is_known


def unread(work: UnitOfWork, tracker_url: str, now: datetime) -> Unread:
    """What has waited for more than a minute."""
    changes = _late(work.summaries.unfollowed_since(), now)
    try:
        return Unread(_late(_messages_since(tracker_url, work.cursors.position(CUE_CURSOR)), now), changes)
    except StoreError:
        return Unread(changes=changes, is_known=False)


def _messages_since(tracker_url: str, position: int) -> Optional[datetime]:
    """The moment of the first event after the one read last, or of an earlier note of support that nobody took."""
    read_to = position if position <= tracker_events.highest_id(tracker_url) else 0  # a tracker that was made anew
    moments = [event.at for event in tracker_events.events_after(tracker_url, read_to, 1)]
    told = (one.support.get("at") for _, one in shown.noted(tracker_url))
    moments += [at for at in told if isinstance(at, (int, float))]
    return datetime.fromtimestamp(min(moments), timezone.utc) if moments else None


def _late(since: Optional[datetime], now: datetime) -> Optional[datetime]:
    return since if since is not None and now - since > LATE else None
