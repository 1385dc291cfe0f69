"""Whatever the network and the processes do: every message is taken once, answered once, and shown once, in order."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

import httpx
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette

from bot.web.app import create_app
from bot.web.messages import CAIRN, Message
from bot.web.rasa import NotAnsweredError
from bot.web.turns import Turns
from tests.web.backstage import FakeRasa, Kept, closed_port, settings_for


class Fault(Enum):
    """What may happen to one try to send a message."""

    NONE = "it goes well"
    REQUEST_LOST = "it never arrives"
    ANSWER_LOST = "it arrives, and the answer does not come back"
    TWICE = "the network delivers it twice at once"
    OLD_AGAIN = "an older message arrives once more, after this one"
    RASA_DOWN = "the dialogue process is down"
    RASA_DIES = "the dialogue process dies after it has kept the turn, before it answers"
    RASA_RESTARTS = "the dialogue process starts anew before it"
    WEB_RESTARTS = "the web process starts anew before it"
    BOTH_RESTART = "both start anew before it"


@dataclass
class Dialogue:
    """As the Rasa process does: answers a known id again while it lives, and keeps a turn whole or not at all."""

    transcript: FakeRasa
    answers: dict[str, str] = field(default_factory=dict)
    dies: bool = False
    is_down: bool = False

    async def say(self, sender: str, text: str, message_id: str) -> tuple[Message, ...]:
        if self.is_down:
            raise NotAnsweredError("down")
        if message_id not in self.answers:
            await asyncio.sleep(0)
            self.answers[message_id] = f"About {text}: what next?"
            lines = self.transcript.lines.setdefault(sender, [])
            lines.append(Kept("person", text, message_id=message_id))
            lines.append(Kept("cairn", self.answers[message_id]))
        if self.dies:
            raise NotAnsweredError("died")
        return (Message(CAIRN, self.answers[message_id]),)

    async def close(self) -> None:
        return None


@dataclass
class World:
    """Both processes, one browser, and the network between them."""

    transcript: FakeRasa = field(default_factory=FakeRasa)
    shown: dict[str, str] = field(default_factory=dict)  # by name, in the order in which it was shown
    last: str = ""
    token: str = ""

    def __post_init__(self) -> None:
        self.dialogue = Dialogue(self.transcript)
        self.app = self.start_web()
        sessions = self.app.state.sessions
        self.token = sessions.token(sessions.stranger())

    def start_web(self) -> Starlette:
        app = create_app(settings_for(closed_port()), kept=self.transcript)
        app.state.desk = replace(app.state.desk, rasa=self.dialogue)
        app.state.turns = Turns(app.state.desk, app.state.hub)
        return app

    def start_rasa(self) -> None:
        self.dialogue.answers.clear()

    async def request(self, method: str, path: str, **given: Any) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app)
        headers = {"Authorization": f"Bearer {self.token}", "Last-Event-ID": self.last}
        async with httpx.AsyncClient(transport=transport, base_url="http://cairn.test") as client:
            return await client.request(method, path, headers=headers, **given)

    async def try_to_send(self, message: dict[str, str], fault: Fault, before: Sequence[dict[str, str]]) -> bool:
        """One try. Out: whether the browser learnt that it was taken."""
        if fault in (Fault.RASA_RESTARTS, Fault.BOTH_RESTART):
            self.start_rasa()
        if fault in (Fault.WEB_RESTARTS, Fault.BOTH_RESTART):
            self.app = self.start_web()
        if fault is Fault.REQUEST_LOST:
            return False
        self.dialogue.is_down, self.dialogue.dies = fault is Fault.RASA_DOWN, fault is Fault.RASA_DIES
        copies = [message, *([message] if fault is Fault.TWICE else []), *(before if fault is Fault.OLD_AGAIN else [])]
        answers = await asyncio.gather(*(self.request("POST", "/chat/say", json=copy) for copy in copies))
        if fault is Fault.RASA_DIES:
            self.start_rasa()
        if fault is Fault.ANSWER_LOST:
            return False
        if answers[0].json()["sent"]:
            self.show(answers[0].json()["lines"])
        return bool(answers[0].json()["sent"])

    async def look(self) -> None:
        self.show((await self.request("GET", "/chat/lines")).json()["lines"])

    def show(self, lines: list[dict[str, Any]]) -> None:
        for line in lines:
            self.shown.setdefault(line["key"], line["bubbles"][0]["lines"][0][0][0])
            self.last = line["key"]


async def live(faults: Sequence[Fault], messages: int) -> World:
    world = World()
    coming = deque(faults)
    sent: list[dict[str, str]] = []
    for number in range(messages):
        message = {"id": f"message-{number:04}", "text": f"number {number}"}
        while not await world.try_to_send(message, coming.popleft() if coming else Fault.NONE, sent):
            await world.look()
        sent.append(message)
    await world.look()
    return world


@settings(max_examples=60, deadline=None)
@given(faults=st.lists(st.sampled_from(Fault), max_size=24), messages=st.integers(1, 6))
def test_every_message_is_answered_once(faults: list[Fault], messages: int) -> None:
    world = asyncio.run(live(faults, messages))
    expected = [text for n in range(messages) for text in (f"number {n}", f"About number {n}: what next?")]
    (kept,) = world.transcript.lines.values()
    assert [line.text for line in kept] == expected
    assert [*world.shown.values()] == expected
