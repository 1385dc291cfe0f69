"""Somebody whose browser runs our script, as far as the channel sees it: the same requests, tried again as it does."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import httpx

PAUSE = 0.02  # seconds between two tries
PATIENCE = 120.0  # seconds until something is said at last
SILENCE = 1.0  # seconds; a stream that says nothing for so long is left, and it is asked instead
Message = dict[str, str]


async def new_token(url: str) -> str:
    """The token of a browser that was never here."""
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=PATIENCE) as browser:
        answer = await browser.post("/chat/session", headers={"Authorization": "Bearer none"})
    return str(answer.json()["token"])


class OnTheLine:
    """One browser. `told` is every line that was heard, by its name, in the order in which it stands in the log."""

    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self.told: dict[str, str] = {}
        self.answered: dict[str, str] = {}  # the same, from the answers to one's own messages
        self._last = ""
        self._headers = {"Authorization": f"Bearer {token}"}
        self._news = asyncio.Event()
        self._listening: asyncio.Task[None] | None = None

    async def say(self, message: Message) -> None:
        """Send a message until it is taken, always under its one id."""
        until = asyncio.get_running_loop().time() + PATIENCE
        while asyncio.get_running_loop().time() < until:
            with suppress(httpx.HTTPError, ValueError):
                answer = (await self._request("POST", "/chat/say", json=message)).json()
                if answer.get("sent") or answer.get("spent"):
                    _note(self.answered, answer["lines"])
                    return
            await asyncio.sleep(PAUSE)
        raise AssertionError(f"{message} was never taken")

    async def once(self, message: Message) -> None:
        """Let a message arrive once, whatever becomes of it."""
        with suppress(httpx.HTTPError, ValueError):
            await self._request("POST", "/chat/say", json=message)

    def listen(self) -> None:
        """Hear what is said from now on, and what was said since one last listened."""
        self._listening = asyncio.create_task(self._listen())

    async def go_away(self) -> None:
        """Hear nothing more."""
        while self._listening and not self._listening.done():
            self._listening.cancel()  # more than once: one that comes at the very end of a wait for news is lost
            await asyncio.wait({self._listening}, timeout=PAUSE)

    async def until_told(self, words: set[str]) -> None:
        """Wait until all of these were heard."""
        until = asyncio.get_running_loop().time() + PATIENCE
        while missing := words - set(self.told.values()):
            assert asyncio.get_running_loop().time() < until, f"never told: {missing}"
            self._news.clear()
            await asyncio.wait_for(self._news.wait(), PATIENCE)

    async def all_lines(self) -> list[tuple[str, str]]:
        """The conversation as a browser is told it that heard nothing yet: names and words."""
        async with self._client() as browser:
            lines = (await browser.get("/chat/lines")).json()["lines"]
        return [(line["key"], _words(line)) for line in lines]

    async def _listen(self) -> None:
        while True:
            with suppress(httpx.HTTPError, ValueError):
                await self._stream()
            with suppress(httpx.HTTPError, ValueError):
                self._hear((await self._request("GET", "/chat/lines", headers=self._since())).json())
            await asyncio.sleep(PAUSE)

    async def _stream(self) -> None:
        given = {"headers": self._since(), "timeout": httpx.Timeout(PATIENCE, read=SILENCE)}
        async with self._client() as browser, browser.stream("GET", "/chat/stream", **given) as response:
            async for news in _events(response):
                self._hear(news)

    def _hear(self, news: dict[str, Any]) -> None:
        lines = news.get("lines", [])
        if lines and not news.get("unread") and not news.get("part"):
            self._last = lines[-1]["key"]
        self.told = _placed(self.told, lines)
        self._news.set()

    def _since(self) -> dict[str, str]:
        return {"Last-Event-ID": self._last} if self._last else {}

    def _client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self.url, headers=self._headers, trust_env=False, timeout=PATIENCE)

    async def _request(self, method: str, path: str, **given: Any) -> httpx.Response:
        async with self._client() as browser:
            return await browser.request(method, path, **given)


def _placed(heard: dict[str, str], lines: list[dict[str, Any]]) -> dict[str, str]:
    """What was heard, with new lines where they belong: before the next line that is known, or at the end."""
    _note(both := dict(heard), lines)
    order, place = list(heard), len(heard)
    for line in reversed(lines):
        if line["key"] in heard:
            place = order.index(line["key"])
        else:
            order.insert(place, line["key"])
    return {key: both[key] for key in order}


def _note(heard: dict[str, str], lines: list[dict[str, Any]]) -> None:
    for line in lines:
        words = heard.setdefault(line["key"], _words(line))
        assert words == _words(line), "one name was given to two lines"


def _words(line: dict[str, Any]) -> str:
    """The first words of a line that is no card."""
    return str(line["bubbles"][0]["lines"][0][0][0])


async def _events(response: httpx.Response) -> AsyncIterator[dict[str, Any]]:
    """The news of a stream; an event that is not whole is none."""
    name = data = ""
    async for line in response.aiter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            data = line.removeprefix("data: ")
        elif not line and data:
            if name == "lines":
                yield json.loads(data)
            data = ""
