"""What stands behind the page in these tests: a small Rasa process on a real port, and its transcript in memory."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import takewhile
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.identity import internal_key
from bot.settings import Service, Settings
from bot.store.columns import utc_now
from bot.store.transcript import Changes
from bot.web.server import Server

SECRET = "a secret of the tests, long enough to be taken"

Said = dict[str, Any]


def said(text: str, buttons: Sequence[str] = (), controls: Sequence[str] = (), **more: Any) -> Said:
    """One message as the internal channel gives it."""
    return {
        "text": text,
        "buttons": [{"title": button, "payload": button} for button in buttons],
        "controls": list(controls),
        "step": "",
        "support": None,
        "so_far": [],
        **more,
    }


QUESTION = said(
    "What would you like to be different, a year from now?",
    controls=("skip", "back", "why", "stop"),
    step="goals.picture",
)
WISH = "see the sea"
DRAFTED = said(
    "How much does it matter to you, from 0 to 10?",
    controls=("skip", "back", "why", "stop"),
    step="goals.importance",
    so_far=[f"What I want: {WISH}", "What I can do: ask: my sister"],
)
GREETING = (
    said("Hello. I’m a computer program, not a person."),
    said("Where would you like to start?", ("What I’m good at", "Something I want", "A bit of hope")),
)


@dataclass(frozen=True)
class Kept:
    """A line of the transcript."""

    who: str
    text: str
    buttons: tuple[Any, ...] = ()
    controls: tuple[str, ...] = ()
    step: str = ""
    support: Any = None
    message_id: str = ""
    so_far: tuple[str, ...] = ()
    at: datetime = field(default_factory=utc_now)


@dataclass
class FakeRasa:
    """Answers as told. `mood` is well, hung, broken, garbled, not_an_object or quiet; `keeps` the transcript or not."""

    replies: dict[str, Sequence[Said]] = field(default_factory=dict)
    mood: str = "well"
    keeps: bool = True
    readable: bool = True
    heard: list[dict[str, Any]] = field(default_factory=list)
    lines: dict[str, list[Kept]] = field(default_factory=dict)
    url: str = ""

    def recent(self, sender: str, limit: int) -> list[Kept]:
        if not self.readable:
            raise OSError("the transcript of this test cannot be read")
        return self.lines.get(sender, [])[-limit:]

    def answer_to(self, sender: str, message_id: str) -> list[Kept]:
        lines = self.recent(sender, 0)
        place = next((at for at, line in enumerate(lines) if line.message_id == message_id), None)
        return [] if place is None else [*takewhile(lambda line: line.who == "cairn", lines[place + 1 :])]

    def changes(self, after_id: int, senders: Collection[str]) -> Changes:
        newest = sum(len(lines) for lines in self.lines.values())
        return Changes(newest, frozenset(senders) if newest != after_id else frozenset())

    def seen_ids(self) -> list[str]:
        return [message["message_id"] for message in self.heard]

    async def answer(self, request: Request) -> Response:
        if request.headers.get("x-cairn-key") != internal_key(SECRET):
            return PlainTextResponse("", 403)
        message = await request.json()
        if self.mood == "hung":
            await asyncio.Event().wait()
        if self.mood == "broken":
            return PlainTextResponse("Traceback", 500)
        if self.mood == "garbled":
            return PlainTextResponse("no JSON", 200)
        if self.mood == "not_an_object":
            return JSONResponse(["hello"])
        again = message["message_id"] in self.seen_ids()
        self.heard.append(message)
        if again or self.mood == "quiet":
            return JSONResponse({"messages": []})
        reply = self.replies.get(message["message"], (QUESTION,))
        if self.keeps:
            self._keep(message, reply)
        return JSONResponse({"messages": list(reply)})

    def _keep(self, message: dict[str, Any], reply: Sequence[Said]) -> None:
        kept = self.lines.setdefault(message["sender"], [])
        kept.append(Kept("person", message["message"], message_id=message["message_id"]))
        kept.extend(
            Kept(
                "cairn",
                part["text"],
                tuple(part["buttons"]),
                tuple(part["controls"]),
                part["step"],
                part["support"],
                so_far=tuple(part["so_far"]),
            )
            for part in reply
        )

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/webhooks/web/webhook", self.answer, methods=["POST"])])


def closed_port() -> int:
    """A port at which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(make: Callable[[], Any], port: int = 0) -> Iterator[int]:
    """An ASGI application on a port of this machine, in a thread, until the block ends. Out: the port, free if 0."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    config = uvicorn.Config(make(), log_config=None, access_log=False, ws="none", timeout_graceful_shutdown=1)
    server = Server(config)
    ready = threading.Event()
    original = server.startup

    async def startup(sockets: list[socket.socket] | None = None) -> None:
        await original(sockets=sockets)
        ready.set()

    server.startup = startup  # type: ignore[method-assign]  # to know when it listens, without waiting by the clock
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        assert ready.wait(20)
        yield int(listener.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join(20)
        listener.close()


def settings_for(rasa_port: int, **more: Any) -> Settings:
    """Settings of a development process that waits for Rasa a tenth of a second beyond its grace."""
    values: dict[str, Any] = {"guard_deadline": 0.1, "secret": SECRET, "service": Service(area="England")}
    return Settings(**{**values, **more}, rasa_port=rasa_port)
