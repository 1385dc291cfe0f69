"""What may stand between two processes: a proxy that loses, doubles, delays, holds back and cuts what goes through it.

It knows one request for each connection, and nothing of what is in it but its path and its length.
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum

ENOUGH = 20.0  # seconds for the thread to start and to end


class Fate(Enum):
    """What becomes of one request."""

    PASSES = "it goes through, and so does the answer"
    LOST = "it never arrives"
    ANSWER_LOST = "it arrives, and the answer does not come back"
    TWICE = "it arrives twice at once"
    LATE = "it arrives after the next one of its kind"
    HELD = "its answer is held back until it is complete"
    CUT = "its answer ends in the middle of a line"


class Between:
    """The proxy before the process on a port. `fate` is asked at each request but those that only ask for leave."""

    def __init__(self, port: int, fate: Callable[[str], Fate]) -> None:
        self.port = port
        self.fate = fate
        self._late: dict[str, asyncio.Event] = {}  # by path: one that waits until the next of its kind went through

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        with suppress(OSError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"(?i)content-length: (\d+)", head)
            body = await reader.readexactly(int(length[1])) if length else b""
            method, path = head.decode("latin-1").split(" ")[:2]
            fate = Fate.PASSES if method == "OPTIONS" else self.fate(path)
            earlier = self._late.pop(path, None)
            if fate is Fate.LATE:
                self._late[path] = asyncio.Event()
                await self._late[path].wait()
            await self._deliver(_closing(head) + body, fate, writer)
            if earlier:
                earlier.set()
        with suppress(OSError):
            writer.close()

    async def _deliver(self, request: bytes, fate: Fate, writer: asyncio.StreamWriter) -> None:
        if fate is Fate.LOST:
            return
        copies = [asyncio.create_task(self._ask(request, _nowhere))] if fate is Fate.TWICE else []
        if fate is Fate.HELD:
            whole: list[bytes] = []
            await self._ask(request, whole.append)
            await _write(writer, b"".join(whole))
        elif fate is Fate.ANSWER_LOST:
            await self._ask(request, _nowhere)
        else:
            await self._ask(request, writer.write, writer, cut=fate is Fate.CUT)
        await asyncio.gather(*copies, return_exceptions=True)

    async def _ask(
        self,
        request: bytes,
        tell: Callable[[bytes], object],
        writer: asyncio.StreamWriter | None = None,
        cut: bool = False,
    ) -> None:
        reader, there = await asyncio.open_connection("127.0.0.1", self.port)
        there.write(request)
        try:
            while part := await reader.read(65536):
                found = part.find(b"data: ") if cut else -1
                tell(part if found < 0 else part[: found + 20])
                if writer:
                    await writer.drain()
                if found >= 0:
                    return
        finally:
            there.close()


@contextmanager
def between(port: int, fate: Callable[[str], Fate]) -> Iterator[int]:
    """A proxy before a port, in a thread, until the block ends. Out: its own port."""
    loop = asyncio.SelectorEventLoop()
    ready = threading.Event()
    ports: list[int] = []

    async def run() -> None:
        server = await asyncio.start_server(Between(port, fate).serve, "127.0.0.1", 0)
        ports.append(server.sockets[0].getsockname()[1])
        ready.set()

    def live() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(run())
        loop.run_forever()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()

    thread = threading.Thread(target=live, daemon=True)
    thread.start()
    assert ready.wait(ENOUGH)
    try:
        yield ports[0]
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(ENOUGH)


def _closing(head: bytes) -> bytes:
    """The same request, after whose answer the connection ends."""
    kept = re.sub(rb"(?i)\r\nconnection:[^\r]*", b"", head)
    return kept.replace(b"\r\n", b"\r\nConnection: close\r\n", 1)


async def _write(writer: asyncio.StreamWriter, whole: bytes) -> None:
    writer.write(whole)
    await writer.drain()


def _nowhere(_: bytes) -> None:
    return None
