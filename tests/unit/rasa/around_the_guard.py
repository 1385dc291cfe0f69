"""What stands around the guard in its tests: Rasa, the tracker database and the clock, each as a test wants them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from bot.rasa.guard import Guard, Said
from bot.rasa.keeping import Recalled
from bot.safety.cues import Screening
from bot.safety.support import Seen, Support
from bot.settings import Service

CUE = "I want to kill myself"
SECRET = "the blue heron at Tring"
QUESTION = {"text": "Which day?", "step": "goals.when", "controls": ["skip"], "buttons": []}


@dataclass
class Rasa:
    """Stands for Rasa: says `reply`, and keeps what it was told."""

    reply: list[Said] = field(default_factory=lambda: [dict(QUESTION)])
    told: list[UserMessage] = field(default_factory=list)
    before: Callable[[UserMessage], Awaitable[Any]] | None = None

    async def handle(self, message: UserMessage) -> None:
        if self.before is not None:
            await self.before(message)
        self.told.append(message)
        for said in self.reply:
            await message.output_channel.send_response(message.sender_id, dict(said))


@dataclass
class Notebook:
    """Stands for the tracker database."""

    seen: Seen = field(default_factory=Seen)
    untold: Support | None = None
    kept: list[tuple[UserMessage, list[Said]]] = field(default_factory=list)
    contexts: list[str] = field(default_factory=list)  # in which each of these was kept
    noted: list[UserMessage] = field(default_factory=list)
    notes: list[Said] = field(default_factory=list)  # what was told of support in each of these
    broken: bool = False

    async def note(self, message: UserMessage, support: Mapping[str, Any]) -> None:
        if self.broken:
            raise OSError(SECRET)
        self.noted.append(message)
        self.notes.append(dict(support))

    async def recall(self, _sender: str) -> Recalled:
        if self.broken:
            raise OSError(SECRET)
        return Recalled(self.seen, self.untold)

    async def keep(self, message: UserMessage, said: list[Said], context: str) -> None:
        if self.broken:
            raise OSError(SECRET)
        self.kept.append((message, said))
        self.contexts.append(context)


class Hung(Notebook):
    """A database that never answers."""

    async def recall(self, _sender: str) -> Recalled:
        await asyncio.Event().wait()
        raise AssertionError

    async def note(self, _message: UserMessage, _support: Mapping[str, Any]) -> None:
        await asyncio.Event().wait()


@dataclass
class Clock:
    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


def guard(rasa: Rasa, notebook: Notebook | None = None, deadline: float = 30.0, clock: Clock | None = None) -> Guard:
    return Guard("rest", rasa.handle, notebook or Notebook(), deadline, Service(country="GB"), clock or Clock())


async def hang(_: UserMessage) -> None:
    await asyncio.Event().wait()


def record_contexts(monkeypatch: pytest.MonkeyPatch, contexts: list[str]) -> None:
    """Note in which context each message is screened, and find no cue."""

    def screen(_text: str, context: str, _earlier: tuple[str, ...]) -> Screening:
        contexts.append(context)
        return Screening("none", ())

    monkeypatch.setattr("bot.safety.cues.screen", screen)
