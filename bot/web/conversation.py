"""One turn with a person: their words to the Rasa process, its answer back; support from here if it gives none.

It must never be silent, never claim that words were sent when they were not, and needs no database to help.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import anyio
import anyio.to_thread

from bot.safety.card import fallback_message
from bot.safety.support import utterance
from bot.store.transcript import Changes
from bot.web import places
from bot.web.forms import Said
from bot.web.messages import PERSON, Line, Message, from_answer, from_lines, last_turn
from bot.web.own_card import OwnCards, Told
from bot.web.rasa import NotAnsweredError, Rasa

T = TypeVar("T")
log = logging.getLogger(__name__)

LONGEST = 5000  # characters in a message, as for every way in
HISTORY = 60  # lines of the conversation on the page
FALLBACK = "fallback"  # the layout by which that process says that it could not keep a message
START = "Hello"  # what the first page's button says for the person


class Kept(Protocol):
    """The conversations as they were kept. Every method may wait for a database, and may fail."""

    def recent(self, sender: str, limit: int) -> Sequence[Line]:
        """The last lines of a conversation, oldest first."""

    def answer_to(self, sender: str, message_id: str) -> Sequence[Line]:
        """What was answered to a message, nothing if it was not."""

    def changes(self, after_id: int, senders: Collection[str]) -> Changes:
        """Whose conversations went on since an event."""


@dataclass(frozen=True)
class Outcome:
    """What came of a message. `notice` is why it was not taken: empty, long, failed or busy.

    `spent` says that the Rasa process has seen it all the same: another try needs a form of its own.
    """

    messages: tuple[Message, ...] = ()
    notice: str = ""
    spent: bool = False

    @property
    def sent(self) -> bool:
        return not self.notice


@dataclass(frozen=True)
class Desk:
    """All that a turn needs from outside: the Rasa process, what was kept, own cards and how long to wait."""

    rasa: Rasa
    kept: Kept
    cards: OwnCards
    patience: float  # seconds for the transcript


async def history(desk: Desk, sender: str) -> tuple[Message, ...] | None:
    """What was said so far, oldest first; None if it cannot be read just now."""
    return await read(lambda: from_lines(desk.kept.recent(sender, HISTORY)), desk.patience)


async def read(reader: Callable[[], T], patience: float) -> T | None:
    """What a reader gives, in a thread; None if it fails or takes longer than so many seconds."""
    with anyio.move_on_after(patience):
        try:
            return await anyio.to_thread.run_sync(reader, abandon_on_cancel=True)
        except Exception as error:
            # The exception's text may quote the conversation; its type is enough to look for it.
            log.warning("The conversation cannot be read: %s", type(error).__name__)
    return None


async def take(desk: Desk, sender: str, said: Said) -> Outcome:
    """The outcome of a message. The words go to the Rasa process before anything else is waited for."""
    if not said.text:
        return Outcome(notice="empty")
    if len(said.text) > LONGEST and await support(desk, sender, said) is None:
        return Outcome(notice="long")
    try:
        place, shown = places.place_of(said.place), desk.cards.untold(sender)
        answer = await desk.rasa.say(sender, said.text, said.message_id, place, shown)
    except NotAnsweredError as error:
        log.warning("A message was not answered: %s", error)
        return await _failed(desk, sender, said)
    if not answer:
        answer = repeated(await history(desk, sender) or (), said.text)
    if not answer:
        return await _failed(desk, sender, said)
    desk.cards.saw(sender, [_told(message) for message in answer])
    return outcome_of(answer)


def outcome_of(answer: tuple[Message, ...]) -> Outcome:
    """What an answer of that process means: taken, or seen but not kept."""
    if any(message.support and message.support.layout == FALLBACK for message in answer):
        return Outcome(answer, "failed", spent=True)
    return Outcome(answer)


def repeated(messages: Sequence[Message], text: str) -> tuple[Message, ...]:
    """What was answered when the same words came before: a message sent twice gets the same answer twice."""
    turn = last_turn(messages)
    before = messages[len(messages) - len(turn) - 1] if len(turn) < len(messages) else None
    same = before is not None and before.who == PERSON and before.text.strip() == text
    return turn if same else ()


def offline(country: str, area: str) -> Message:
    """What the page says by itself when it cannot reach us at all."""
    return _message(utterance(fallback_message(country=country, area=area)))


async def _failed(desk: Desk, sender: str, said: Said) -> Outcome:
    """What this process says when the other one does not: support where it is called for, else the plain truth."""
    called_for = await support(desk, sender, said)
    return Outcome((called_for or _message(desk.cards.fallback(sender)),), "failed")


async def support(desk: Desk, sender: str, said: Said) -> Message | None:
    """The support message that the words call for, if any; it counts as shown."""

    async def lines() -> Sequence[Line] | None:
        return await read(lambda: desk.kept.recent(sender, HISTORY), desk.patience)

    desk.cards.is_at(sender, places.place_of(said.place))
    needed = await desk.cards.needed(sender, said.text, said.step, lines)
    if needed is None:
        return None
    told = desk.cards.show(sender, needed, said.message_id)
    await desk.cards.noted()
    return _message(told)


def _message(told: Told) -> Message:
    (message,) = from_answer({"messages": [told]}) or ()
    return message


def _told(message: Message) -> Told:
    return {"step": message.step, "support": message.support.told if message.support else None}
