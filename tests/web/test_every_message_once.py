"""Whatever the network and the processes do: every message is taken once, answered once, and told once, in order.

Real servers on real ports: the channel with its hub and its streams, the guard with its database, a proxy before each.
Only the model is missing; tests/faults/test_once_with_the_model.py has it. What happens follows from the seed.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from enum import Enum
from pathlib import Path
from random import Random

import pytest

from bot.web.app import create_app
from tests.web.backstage import closed_port, serving, settings_for
from tests.web.between import Fate, between
from tests.web.on_the_line import PAUSE, Message, OnTheLine
from tests.web.small_rasa import DEADLINE, SmallRasa, answer_to

HAPPENINGS = 10
FATES = (Fate.PASSES, Fate.LOST, Fate.ANSWER_LOST, Fate.TWICE)
STREAMS = (Fate.PASSES, Fate.LOST, Fate.HELD, Fate.CUT)


class Happening(Enum):
    """What may happen next."""

    SAYS = "they say something"
    SAYS_TWO = "they say two things in two tabs, and the second arrives first"
    OLD_AGAIN = "a message that was taken long ago arrives once more"
    AWAY = "something is said to them while they are away"
    BETWEEN = "something is said to them, and at once they say something too"
    STREAM_ENDS = "their stream ends"
    WEB_RESTARTS = "the web process is started anew while they say something"
    RASA_RESTARTS = "the dialogue process is started anew while they say something"
    BOTH_RESTART = "both are started anew while they say something"


class World:
    """Both processes, what stands before each, and one person."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = Random(seed)
        self.rasa = SmallRasa(f"sqlite:///{folder}/tracker.db")
        self.rasa_port, self.web_port = closed_port(), closed_port()
        self.running = {"rasa": ExitStack(), "web": ExitStack()}
        self.fates: dict[str, deque[Fate]] = {"rasa": deque(), "say": deque(), "stream": deque()}
        self.said: list[Message] = []  # in the order in which they arrive first
        self.told: list[str] = []  # of our own accord
        self.folder = folder

    @asynccontextmanager
    async def alive(self) -> AsyncIterator[World]:
        with ExitStack() as proxies:
            before_rasa = proxies.enter_context(between(self.rasa_port, lambda _: self.fate("rasa")))
            self.settings = settings_for(
                before_rasa, guard_deadline=DEADLINE, tracker_url=f"sqlite:///{self.folder}/tracker.db"
            )
            url = f"http://127.0.0.1:{proxies.enter_context(between(self.web_port, self.fate_of))}"
            await self.restart("rasa", "web")
            sessions = self.app.state.sessions
            visit = sessions.stranger()
            self.sender, self.person = visit.sender, OnTheLine(url, sessions.token(visit))
            self.person.listen()
            yield self
            await self.person.go_away()
            for process in self.running.values():
                await asyncio.to_thread(process.close)

    def fate_of(self, path: str) -> Fate:
        return self.fate({"/chat/say": "say", "/chat/stream": "stream"}.get(path, ""))

    def fate(self, name: str) -> Fate:
        coming = self.fates.get(name)
        return coming.popleft() if coming else Fate.PASSES

    async def restart(self, *names: str) -> None:
        """Start these processes anew; in a thread, because everything else goes on."""
        for name in names:
            await asyncio.to_thread(self._restart, name)

    def _restart(self, name: str) -> None:
        self.running[name].close()
        if name == "rasa":
            self.running[name].enter_context(serving(self.rasa.app, self.rasa_port))
        else:
            self.app = create_app(self.settings)
            self.running[name].enter_context(serving(lambda: self.app, self.web_port))

    def next_messages(self, many: int = 1) -> list[Message]:
        numbers = range(len(self.said), len(self.said) + many)
        new = [{"id": f"message-{number:04}", "text": f"number {number}"} for number in numbers]
        self.said.extend(reversed(new))
        return new

    def bad_weather(self) -> None:
        """The fates of the next requests."""
        self.fates["say"].extend(self.random.choices(FATES, k=self.random.randint(0, 3)))
        self.fates["rasa"].extend(self.random.choices(FATES, k=self.random.randint(0, 2)))

    async def tell(self) -> None:
        self.told.append(f"check-in {len(self.told)}")
        await self.rasa.tell(self.sender, self.told[-1])

    async def happens(self, happening: Happening) -> None:
        if happening is Happening.OLD_AGAIN and self.said:
            await self.person.once(self.random.choice(self.said))
        elif happening is Happening.AWAY and self.said:
            await self.person.go_away()
            await self.tell()
            self.fates["stream"].append(self.random.choice(STREAMS))
            self.person.listen()
        elif happening is Happening.BETWEEN:
            await self.tell()
            (message,) = self.next_messages()
            await self.person.say(message)
        elif happening is Happening.STREAM_ENDS:
            await self.person.go_away()
            self.fates["stream"].append(self.random.choice(STREAMS))
            self.person.listen()
        elif happening is Happening.SAYS_TWO:
            first, second = self.next_messages(2)
            self.fates["say"] = deque((Fate.LATE, Fate.PASSES))
            held = asyncio.create_task(self.person.say(first))
            while len(self.fates["say"]) == 2:
                await asyncio.sleep(PAUSE)
            await asyncio.gather(held, self.person.say(second))
        else:
            self.bad_weather()
            (message,) = self.next_messages()
            names = {"WEB_RESTARTS": ("web",), "RASA_RESTARTS": ("rasa",), "BOTH_RESTART": ("rasa", "web")}
            await asyncio.gather(self.person.say(message), self.restart(*names.get(happening.name, ())))


@pytest.mark.parametrize("seed", range(8))
async def test_every_message_is_answered_once(tmp_path: Path, seed: int) -> None:
    async with World(tmp_path, seed).alive() as world:
        await world.happens(Happening.SAYS)
        for happening in world.random.choices(tuple(Happening), k=HAPPENINGS):
            await world.happens(happening)
        mine = [message["text"] for message in world.said]
        expected = {*mine, *map(answer_to, mine), *world.told}
        await world.person.until_told(expected)
        kept = await world.person.all_lines()
        words = [line for _, line in kept]
    assert sorted(words) == sorted(expected)
    assert world.rasa.heard == mine
    assert [line for line in words if line not in world.told] == [
        line for text in mine for line in (text, answer_to(text))
    ]
    assert list(world.person.told.items()) == kept
    assert world.person.answered.items() <= dict(kept).items()
