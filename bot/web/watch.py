"""Looks now and then whether something was said in a conversation that is listened to: by another process, or later.

One question to the database for all listeners. It must never stop for a database that is away.
"""

from __future__ import annotations

import asyncio

from bot.web import conversation
from bot.web.conversation import Desk
from bot.web.hub import Changed, Hub

EVERY = 3.0  # seconds


async def watch(desk: Desk, hub: Hub, every: float = EVERY) -> None:
    """Tell listeners of what came without them, until cancelled."""
    last_id = 0
    while True:
        await asyncio.sleep(every)
        last_id = await look(desk, hub, last_id)


async def look(desk: Desk, hub: Hub, last_id: int) -> int:
    """Look once. `last_id` and out: the newest event that is known, 0 where none is."""
    senders = hub.senders
    if not senders:
        return 0
    found = await conversation.read(lambda: desk.kept.changes(last_id, senders), desk.patience)
    if found is None:
        return last_id
    for sender in found.whose if last_id else senders:
        hub.tell(sender, Changed())
    return found.last_id
