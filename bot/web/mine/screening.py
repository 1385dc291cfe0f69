"""Words that are written on a page of one's own are screened as what is said in the chat, and a cue brings the card."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from starlette.requests import Request

from bot.web import conversation
from bot.web.conversation import HISTORY, Desk
from bot.web.messages import Message, from_answer
from bot.web.mine.visit import Mine, Records, in_thread
from bot.web.own_card import OwnCards
from bot.web.session import CHANNEL


async def support_for(request: Request, mine: Mine, words: str) -> Message | None:
    """The support that these words call for, which is noted for the team as any other; None without a cue."""
    cards: OwnCards = request.app.state.cards
    desk: Desk = request.app.state.desk
    sender = mine.sender or await in_thread(lambda: _sender(request.app.state.records, mine.person_id))

    async def lines() -> Sequence[Any] | None:
        return await conversation.read(lambda: desk.kept.recent(sender, HISTORY), desk.patience)

    needed = await cards.needed(sender, words, "", lines)
    if needed is None:
        return None
    told = from_answer({"messages": [cards.show(sender, needed, secrets.token_hex(16))]})
    await cards.noted()
    return told[0] if told else None


def _sender(records: Records, person_id: str) -> str:
    with records.work() as work:
        return work.people.names(person_id).get(CHANNEL, person_id)
