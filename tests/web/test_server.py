"""The server really started: whose address it believes, and that no request leaves a line in a log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot.settings import SettingsError, load
from bot.web.server import Server, configured

SECRET = "a-link-of-their-own"


def _who(request: Request) -> PlainTextResponse:
    return PlainTextResponse(request.client.host if request.client else "")


@pytest.fixture
def served() -> Iterator[Callable[[str], str]]:
    """Starts a server that believes some proxies. Out: its address."""
    running: list[tuple[Server, Thread]] = []

    def start(proxies: str) -> str:
        app = Starlette(routes=[Route("/{rest:path}", _who)])
        server = Server(configured(app, "127.0.0.1", 0, proxies))
        thread = Thread(target=server.run)
        thread.start()
        running.append((server, thread))
        while not server.started:
            time.sleep(0.02)
        return f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"

    yield start
    for server, thread in running:
        server.should_exit = True
        thread.join()


@pytest.mark.parametrize(
    ("proxies", "seen"), [("", "127.0.0.1"), ("127.0.0.1", "203.0.113.7"), ("10.0.0.0/8", "127.0.0.1")]
)
def test_only_a_proxy_that_is_named_says_who_asks(served: Callable[[str], str], proxies: str, seen: str) -> None:
    forged = {"X-Forwarded-For": "198.51.100.1, 203.0.113.7"}  # the last one is what the proxy itself saw
    assert httpx.get(served(proxies), headers=forged).text == seen


def test_no_request_leaves_a_line(served: Callable[[str], str], capfd: pytest.CaptureFixture[str]) -> None:
    address = served("")
    for way_in in ("p", "door"):
        assert httpx.get(f"{address}/{way_in}/{SECRET}").status_code == 200
    written = capfd.readouterr()
    assert SECRET not in written.out + written.err


@pytest.mark.parametrize("written", ["*", "everybody", "127.0.0.1,", "127.0.0.1 10.0.0.1"])
def test_what_is_no_address_is_refused(written: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="CAIRN_PROXIES"):
        load({"CAIRN_PROXIES": written}, tmp_path / "service.yml")
