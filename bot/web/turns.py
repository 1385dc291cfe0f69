"""A message that arrives more than once is taken once: within this process, and after a restart of either process.

What is over a limit is not taken, and told so kindly; but a cue in it brings support all the same.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field

from bot.web import conversation
from bot.web.conversation import Desk, Outcome
from bot.web.forms import Said
from bot.web.hub import Heard, Hub, Over, Typing
from bot.web.keyed import answered
from bot.web.limits import Bounded, InFlight, Rate
from bot.web.messages import from_lines

REMEMBERED = 5_000  # outcomes of recent messages
RATE = Rate(burst=60, seconds=1.0)  # faster than anybody answers, for a whole dialogue of buttons
AT_ONCE = 4  # messages of one person that may wait for each other
SOON = 1.0  # seconds; a message with a cue that is not answered by then is answered from here
LOOKING = 0.25  # seconds at most to look whether a message was answered before; help does not wait longer for it


@dataclass
class _Queue:
    """The messages of one person that wait for their turn, and how many they are."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    messages: int = 0


class Turns:
    """Takes messages, in the order in which they come, each once. `rate` is how fast one person may send them."""

    def __init__(self, desk: Desk, hub: Hub, rate: Bounded | None = None) -> None:
        self._desk = desk
        self._hub = hub
        self._rate = rate or Bounded(RATE)
        self._in_flight = InFlight(AT_ONCE)
        self._outcomes: OrderedDict[tuple[str, str], asyncio.Task[Outcome]] = OrderedDict()
        self._queues: dict[str, _Queue] = {}

    async def take(self, sender: str, said: Said) -> Outcome:
        """The outcome of a message; the same again for one that was taken before."""
        name = (sender, said.message_id)
        task = self._outcomes.get(name)
        if task is None:
            task = asyncio.create_task(self._within_limits(sender, said))
            self._remember(name, task)
        outcome = await asyncio.shield(task)  # who hangs up must not leave half a turn behind
        if not outcome.sent and not outcome.spent:
            self._outcomes.pop(name, None)  # the same message may be tried again
        return outcome

    def forget(self, sender: str) -> None:
        """Remember nothing of what this person said, and let no tab listen on."""
        for name in [name for name in self._outcomes if name[0] == sender]:
            del self._outcomes[name]
        self._hub.tell(sender, Over())

    async def _within_limits(self, sender: str, said: Said) -> Outcome:
        with self._in_flight.one(sender) as free:
            if free and self._rate.allows(sender):
                return await self._soon(sender, said)
        support = await conversation.support(self._desk, sender, said)
        return Outcome((support,) if support else (), "busy")

    async def _soon(self, sender: str, said: Said) -> Outcome:
        """The outcome in its turn; but help does not wait for what hangs, be it an earlier message or this one."""
        taken = asyncio.create_task(self._in_order(sender, said))
        await asyncio.wait({taken}, timeout=SOON)
        if not taken.done():
            support = await conversation.support(self._desk, sender, said)
            if support is not None and not taken.done():
                return Outcome((support,), "failed")
        return await taken

    async def _in_order(self, sender: str, said: Said) -> Outcome:
        queue = self._queues.setdefault(sender, _Queue())
        queue.messages += 1
        try:
            async with queue.turn:
                return await self._once(sender, said)
        finally:
            queue.messages -= 1
            if not queue.messages:
                del self._queues[sender]

    async def _once(self, sender: str, said: Said) -> Outcome:
        outcome = await self._known(sender, said)
        if outcome is None:
            self._hub.tell(sender, Typing())
            outcome = await conversation.take(self._desk, sender, said)
        if outcome.sent or outcome.spent:
            self._hub.tell(sender, Heard(answered(said.message_id, said.text, outcome.messages)))
        else:
            self._hub.tell(sender, Heard(()))
        return outcome

    async def _known(self, sender: str, said: Said) -> Outcome | None:
        """The outcome of a message that was answered before this process, or the other one, was started anew."""
        kept = self._desk.kept
        before = await conversation.read(lambda: from_lines(kept.answer_to(sender, said.message_id)), LOOKING)
        return conversation.outcome_of(before) if before else None

    def _remember(self, name: tuple[str, str], task: asyncio.Task[Outcome]) -> None:
        self._outcomes[name] = task
        while len(self._outcomes) > REMEMBERED:
            self._outcomes.popitem(last=False)
