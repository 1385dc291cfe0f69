"""Words that are written on a page of one's own are screened as what is said in the chat, and a cue brings the card."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from starlette.requests import Request

from bot.store import StoreError
from bot.web import conversation
from bot.web.conversation import HISTORY, Desk
from bot.web.messages import Message, from_answer
from bot.web.mine.visit import BY_LINK, Mine, Records, in_thread
from bot.web.own_card import OwnCards, Told
from bot.web.session import CHANNEL, Sessions


async def support_for(request: Request, mine: Mine | None, written: Sequence[str]) -> Message | None:
    """The support that these words call for, which is noted for the team as any other; None without a cue.

    Of whom nobody knows, nothing is remembered and nothing noted: they are shown the card all the same.
    """
    if not written:
        return None
    cards: OwnCards = request.app.state.cards
    desk: Desk = request.app.state.desk
    sender, words = await _sender(request, mine), "\n".join(written)

    async def lines() -> Sequence[Any] | None:
        return await conversation.read(lambda: desk.kept.recent(sender, HISTORY), desk.patience)

    if not sender:
        return _message(await cards.for_a_stranger(words))
    needed = await cards.needed(sender, words, "", lines)
    shown = _message(cards.show(sender, needed, secrets.token_hex(16)) if needed else None)
    await cards.noted()
    return shown


def _message(told: Told | None) -> Message | None:
    read = from_answer({"messages": [told]}) if told else None
    return read[0] if read else None


async def _sender(request: Request, mine: Mine | None) -> str:
    """The name by which the chat knows whose page this is, also while the database is away; empty for a stranger."""
    if mine is not None and mine.sender:
        return mine.sender
    try:
        if mine is not None:
            return await in_thread(lambda: _kept_sender(request.app.state.records, mine.person_id))
    except StoreError:
        return ""
    sessions: Sessions = request.app.state.sessions
    visit = None if request.url.path.startswith(BY_LINK) else sessions.known(request.cookies.get(sessions.name))
    return visit.sender if visit else ""


def _kept_sender(records: Records, person_id: str) -> str:
    with records.work() as work:
        return work.people.names(person_id).get(CHANNEL, person_id)
