"""The guard in front of Rasa: it screens every message first, and nobody meets silence.

A cue is answered from this process's memory at once; Rasa learns of it afterwards. For any other message Rasa has a
deadline, and what it says after that is never shown and never recorded as shown. Nothing here may raise, or log a
person's words.
"""

# ruff: noqa: ARG002
from __future__ import annotations

import asyncio
import logging
import time
import uuid
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from typing import Any, Optional

from rasa.core.channels.channel import OutputChannel, UserMessage

from bot.noting import FIRST
from bot.rasa import alone
from bot.rasa.incoming import LONGEST, cleaned, understood
from bot.rasa.keeping import Keeping, Recalled
from bot.rasa.memory import PEOPLE, REPLIES, Person, Recent
from bot.rasa.own_words import OwnWords
from bot.rasa.support import needed
from bot.rasa.tracker_store import LOST, ON_SAVE
from bot.rasa.unkept import Turn, Unkept
from bot.rasa.words import too_long
from bot.safety.places import Place
from bot.safety.support import TEAM, Seen, Support, after, facts, message_for, utterance
from bot.settings import Service

log = logging.getLogger(__name__)
Said = dict[str, Any]  # one bot message: text, buttons, step, controls, support …
RECALL_SHARE = 0.25  # of the deadline, for reading what was shown before this process started
RECALL_FOR_A_CARD = 0.2  # seconds at most, once for each person: a card waits no longer to know their place
PROBLEM = "problem"  # the layout of the answer to who reports a reply: it says that the report is kept
UNIQUE_IDS = frozenset({"web"})  # channels that never give two messages one id


class NotCaughtUpError(Exception):
    """Rasa does not know yet what was shown: it must not hear the next message before."""


class Collector(OutputChannel):
    """Gathers what Rasa says in a turn."""

    def __init__(self) -> None:
        self.said: list[Said] = []

    @classmethod
    def name(cls) -> str:
        return "collector"

    async def send_response(self, recipient_id: str, message: Said) -> None:
        if message.get("text"):
            self.said.append({key: value for key, value in message.items() if value is not None})


class Guard:
    """Answers the messages of one channel.

    `handle` is Rasa's on_new_message; `kept` reads and writes the tracker database without Rasa. The deadline is in
    seconds.
    """

    def __init__(
        self,
        channel: str,
        handle: Callable[[UserMessage], Awaitable[Any]],
        kept: Keeping,
        deadline: float,
        service: Service,
        clock: Callable[[], float] = time.monotonic,
        own_words: Optional[OwnWords] = None,
    ) -> None:
        self._channel = channel
        self._handle = handle
        self._kept = kept
        self._deadline = deadline
        self._service = service
        self._clock = clock
        self._own_words = own_words
        self._people: Recent[str, Person] = Recent(PEOPLE)
        self._replies: Recent[tuple[str, str], asyncio.Task[list[Said]]] = Recent(REPLIES)
        self._background: set[asyncio.Task[None]] = set()

    async def answer(
        self,
        sender: str,
        text: str,
        message_id: str = "",
        place: Optional[Place] = None,
        shown: Optional[Support] = None,
    ) -> list[Said]:
        """The reply to one message, never empty. A message id seen before gets the very same reply again.

        `place` is where the person has chosen to be, beside the chat. `shown` is the support that the web process has
        shown by itself since it last had a reply from here: it waits like a card of our own.
        """
        message_id = message_id or uuid.uuid4().hex
        reply = self._replies.get((sender, message_id))
        if reply is None:
            reply = asyncio.create_task(self._safely(sender, text, message_id, place, shown))
            self._replies.put((sender, message_id), reply)
        return await asyncio.shield(reply)  # a sender who hangs up must not leave half a turn behind

    async def settle(self) -> None:
        """Wait until Rasa has learnt of everything that was shown."""
        while self._background:
            await asyncio.gather(*self._background, return_exceptions=True)

    async def _safely(
        self, sender: str, text: str, message_id: str, place: Optional[Place], shown: Optional[Support]
    ) -> list[Said]:
        try:
            return await self._reply(sender, text, message_id, place, shown)
        except Exception as error:
            log.error("Turn %s broke in the guard (%s).", message_id, type(error).__name__)
            return [alone.words("", Seen(), self._service)]

    async def _reply(
        self, sender: str, text: str, message_id: str, place: Optional[Place], shown: Optional[Support]
    ) -> list[Said]:
        until = self._clock() + self._deadline
        person = self._people.get(sender) or self._people.put(sender, Person(Unkept(self._kept.keep)))
        if place is not None:
            person.is_at(place)
        seen = person.seen_at(self._clock())
        support = self._needed(text, seen or person.fresh())
        if seen is None:
            patience = self._deadline * RECALL_SHARE
            wait = min(patience, RECALL_FOR_A_CARD) if support else patience
            recalled = await self._recalled(sender, wait)
            seen = person.with_place(recalled.seen)
            seen = replace(seen, place=place or seen.place)
            untold = recalled.untold
            if untold is not None and (not untold.message or untold.message != message_id):
                person.seen = seen
                seen = self._shown_elsewhere(person, sender, replace(untold, place=seen.place))
            support = self._needed(text, seen) or support if seen != person.fresh() else support
        person.seen = seen
        if shown is not None and shown.message not in (message_id, person.elsewhere):
            seen = self._shown_elsewhere(person, sender, shown)
            support = self._needed(text, seen)
        if support is not None:
            support = self._known_by(support, message_id)
            return await self._show(person, support, self._message(sender, text, message_id, seen.place, support))
        if len(text) > LONGEST:
            return self._shown(person, [{"text": too_long()}])
        message = self._message(sender, text, message_id, seen.place)
        return await self._turn(person, message, until - self._clock())

    def _shown_elsewhere(self, person: Person, sender: str, shown: Support) -> Seen:
        """What is seen once a card counts that another process showed. Nobody sent us the words that brought it.

        It is kept before Rasa hears the next message; but no card waits for that.
        """
        before = person.seen or Seen()
        person.elsewhere = shown.message
        said = [utterance(message_for(shown, self._service), shown)]
        message = self._message(sender, None, shown.message, before.place, shown)
        self._later(self._keep_in_order(person, Turn(message, said, before.context)))
        self._shown(person, said)
        return person.seen or before

    def _needed(self, text: str, seen: Seen) -> Optional[Support]:
        return needed(text, seen, self._service.minimum_age)

    def _known_by(self, support: Support, message_id: str) -> Support:
        """The same with the id of its message: the web process knows it too, should it have to answer for us."""
        return replace(support, message=message_id) if self._channel in UNIQUE_IDS else support

    async def _show(self, person: Person, support: Support, message: UserMessage) -> list[Said]:
        said = [utterance(message_for(support, self._service), support)]
        if not support.asked_for:
            await self._noted(message, said)
        own = asyncio.create_task(self._own(support, message.sender_id))
        self._later(self._tell(person, Turn(message, said, (person.seen or Seen()).context), own))
        return [*self._shown(person, said), *await own]

    async def _own(self, support: Support, sender: str) -> list[Said]:
        """What of the person's own words stands beside a card."""
        return await self._own_words.beside(support, sender) if self._own_words else []

    def _shown(self, person: Person, said: list[Said]) -> list[Said]:
        person.seen = after(person.seen or Seen(), said)
        person.place = person.seen.place
        person.last_at = self._clock()
        return said

    async def _turn(self, person: Person, message: UserMessage, deadline: float) -> list[Said]:
        """Rasa's reply within the deadline, else our own."""
        seen = person.seen or Seen()
        beside_the_card = alone.is_beside_the_card(message.text or "", seen)
        if beside_the_card and person.unkept:
            return self._answer_alone(person, message, "nothing can be kept", kept=False)
        decided, lost = asyncio.Event(), asyncio.Event()
        turn = asyncio.create_task(self._run(person, message, decided, lost))
        await asyncio.wait({turn}, timeout=deadline)
        if not turn.done() and not decided.is_set():
            turn.cancel()
            return self._answer_alone(person, message, "deadline", kept=False)
        if turn.done() and turn.exception() is not None:
            return self._answer_alone(person, message, type(turn.exception()).__name__, kept=False)
        if not turn.done():
            self._later(_finished(turn))
        said: list[Said] = message.output_channel.said  # complete: keeping it has begun
        await self._noted(message, [bubble for bubble in said if _layout(bubble) == TEAM])
        lost_here = lost.is_set() or not turn.done()  # what is still being kept may be lost yet
        if lost_here and any(_layout(bubble) == PROBLEM for bubble in said):
            return self._answer_alone(person, message, "what was promised could not be kept", kept=False)
        if beside_the_card and lost.is_set() and not any(bubble.get("support") for bubble in said):
            return self._answer_alone(person, message, "Rasa could not know that the card waits", kept=False)
        if not said:
            return self._answer_alone(person, message, "silence", kept=decided.is_set())
        return self._shown(person, said)

    async def _run(self, person: Person, message: UserMessage, decided: asyncio.Event, lost: asyncio.Event) -> None:
        async with person.turn:
            await self._hear(person, message, decided, lost)

    async def _hear(self, person: Person, message: UserMessage, decided: asyncio.Event, lost: asyncio.Event) -> None:
        if not await person.unkept.caught_up():
            raise NotCaughtUpError
        ON_SAVE.set(decided)
        LOST.set(lost)
        await self._handle(message)

    def _answer_alone(self, person: Person, message: UserMessage, cause: str, kept: bool) -> list[Said]:
        log.error("Turn %s had no reply (%s); it was answered without Rasa.", message.message_id, cause)
        said = [alone.words(message.text or "", person.seen or person.fresh(), self._service, person.fallbacks)]
        if _layout(said[0]) == TEAM:
            self._later(self._note(message, said[0]["support"]))
        person.fallbacks += 1
        if kept:
            message = self._message(message.sender_id, None, message.message_id, None)
        self._later(self._keep_in_order(person, Turn(message, said)))
        return self._shown(person, said)

    async def _tell(self, person: Person, shown: Turn, own: asyncio.Task[list[Said]]) -> None:
        """Let Rasa take in a message that was answered already: its policy pauses the dialogue and records.

        The next message waits until Rasa, or what waits to be kept, knows of it.
        """
        message = shown.message
        decided, lost = asyncio.Event(), asyncio.Event()
        async with person.turn:
            turn = asyncio.create_task(self._hear(person, message, decided, lost))
            await asyncio.wait({turn}, timeout=self._deadline)
            if not turn.done() and not decided.is_set():
                turn.cancel()
            await asyncio.wait({turn})
            if turn.cancelled() or turn.exception() is not None or not message.output_channel.said or lost.is_set():
                log.error("Turn %s was answered with support, but Rasa could not take it in.", message.message_id)
                await person.unkept.add(replace(shown, said=[*shown.said, *await own]))
            elif await own:
                kept = self._message(message.sender_id, None, message.message_id, None)
                await person.unkept.add(Turn(kept, await own))

    async def _noted(self, message: UserMessage, said: list[Said]) -> None:
        """Wait a moment, and no longer, until the support that is about to be shown is noted."""
        for bubble in said:
            await asyncio.wait({self._later(self._note(message, bubble["support"]))}, timeout=FIRST)

    async def _note(self, message: UserMessage, support: Said) -> None:
        """The worker learns of it even if no database can be written, or this process dies now."""
        try:
            await self._kept.note(message, support)
        except Exception as error:
            log.error("Support shown in turn %s could not be noted (%s).", message.message_id, type(error).__name__)

    async def _keep_in_order(self, person: Person, turn: Turn) -> None:
        async with person.turn:
            await person.unkept.add(turn)

    async def _recalled(self, sender: str, patience: float) -> Recalled:
        try:
            return await asyncio.wait_for(self._kept.recall(sender), patience)
        except Exception as error:
            log.warning("What was shown before could not be read (%s).", type(error).__name__)
            return Recalled()

    def _message(
        self,
        sender: str,
        text: Optional[str],
        message_id: str,
        place: Optional[Place],
        support: Optional[Support] = None,
    ) -> UserMessage:
        metadata: dict[str, Any] = {} if place is None else {"place": place.key}
        if support is not None:
            metadata["support_shown"] = facts(message_for(support, self._service), support)
        kept = None if text is None else cleaned(text)
        return UserMessage(
            kept,
            Collector(),
            sender,
            parse_data=understood(kept or ""),
            input_channel=self._channel,
            message_id=message_id,
            metadata=metadata or None,
        )

    def _later(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)
        return task


def _layout(bubble: Said) -> str:
    return str((bubble.get("support") or {}).get("layout") or "")


async def _finished(turn: asyncio.Task[None]) -> None:
    await asyncio.wait({turn})
