"""Who hears what in which order: streams, limits, names of lines, and what another process has said."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

import httpx

from bot.web.app import create_app
from bot.web.forms import Said
from bot.web.hub import MOST, Changed, Hub, Over, Typing
from bot.web.keyed import keyed
from bot.web.limits import Bounded, InFlight, Rate
from bot.web.watch import look
from tests.web.backstage import FakeRasa, Kept, closed_port, serving, settings_for


def message(number: int = 0, text: str = "a goal") -> dict[str, str]:
    return {"id": f"message-{number:04}", "text": text, "step": ""}


def test_what_stands_before_the_window_has_no_name() -> None:
    lines = [Kept("cairn", "b"), Kept("person", "c", message_id="id-c"), Kept("cairn", "d"), Kept("cairn", "e")]
    assert [line.key for line in keyed(lines, 4)] == ["id-c", "id-c:0", "id-c:1"]
    assert [line.key for line in keyed(lines, 5)] == ["0:0", "id-c", "id-c:0", "id-c:1"]


def test_a_rate_gives_back_with_time() -> None:
    now = [0.0]
    rate = Bounded(Rate(burst=2, seconds=10), clock=lambda: now[0])
    assert [rate.allows("a") for _ in range(3)] == [True, True, False]
    assert rate.allows("b")
    now[0] = 10
    assert [rate.is_open("a"), rate.allows("a"), rate.allows("a")] == [True, True, False]


def test_so_many_at_once_and_no_more() -> None:
    flight = InFlight(1)
    with flight.one("a") as first, flight.one("a") as second, flight.one("b") as other:
        assert (first, second, other) == (True, False, True)
    with flight.one("a") as again:
        assert again


async def test_the_oldest_of_many_streams_gives_way() -> None:
    hub = Hub()
    streams = [hub.join("me") for _ in range(MOST + 1)]
    assert isinstance(streams[0].events.get_nowait(), Over)
    assert streams[1].events.empty()
    hub.close()
    assert isinstance(streams[-1].events.get_nowait(), Over)


async def test_a_listener_who_cannot_keep_up_reads_the_transcript() -> None:
    hub = Hub()
    slow = hub.join("me")
    for _ in range(100):
        hub.tell("me", Typing())
    waiting = [slow.events.get_nowait() for _ in range(slow.events.qsize())]
    assert any(isinstance(event, Changed) for event in waiting)
    assert len(waiting) < 100


async def test_what_was_said_by_another_process_is_told_to_whom_it_concerns() -> None:
    rasa = FakeRasa(lines={"me": [Kept("person", "x")]})
    app = create_app(settings_for(closed_port()), kept=rasa)
    mine = app.state.hub.join("me")
    known = await look(app.state.desk, app.state.hub, 0)
    mine.events.get_nowait()
    assert await look(app.state.desk, app.state.hub, known) == known
    assert mine.events.empty()
    rasa.lines["me"].append(Kept("cairn", "Your check-in is ready."))
    await look(app.state.desk, app.state.hub, known)
    assert isinstance(mine.events.get_nowait(), Changed)


async def test_without_a_database_the_watch_goes_on() -> None:
    app = create_app(settings_for(closed_port()), kept=FakeRasa(readable=False))
    app.state.hub.join("me")
    assert await look(app.state.desk, app.state.hub, 7) in (7, 0)


async def test_messages_of_one_person_are_taken_in_the_order_in_which_they_come(
    rasa: FakeRasa, rasa_port_and_box: tuple[int, list[FakeRasa]]
) -> None:
    app = create_app(settings_for(rasa_port_and_box[0]), kept=rasa)
    said = [Said(f"number {n}", f"message-{n}") for n in range(4)]
    await asyncio.gather(*(app.state.turns.take("a" * 40, one) for one in said))
    assert [heard["message"] for heard in rasa.heard] == [one.text for one in said]


async def heard_on(response: httpx.Response) -> AsyncIterator[tuple[str, dict[str, object]]]:
    """The events of a stream, by name."""
    name = ""
    async for line in response.aiter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        if line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


async def test_a_stream_tells_one_tab_what_is_said_in_another(
    rasa: FakeRasa, rasa_port_and_box: tuple[int, list[FakeRasa]]
) -> None:
    settings = settings_for(rasa_port_and_box[0])
    with serving(lambda: create_app(settings, kept=rasa)) as port:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=10) as browser:
            await browser.post("/chat/session")
            async with browser.stream("GET", "/chat/stream") as response:
                assert response.headers["content-type"].startswith("text/event-stream")
                assert response.headers["cache-control"] == "no-store"
                events = heard_on(response)
                assert await anext(events) == ("lines", {"lines": [], "first": True})
                await browser.post("/chat/say", json=message())
                assert (await anext(events))[0] == "typing"
                name, told = await anext(events)
    assert name == "lines"
    assert [line["key"] for line in told["lines"]] == ["message-0000", "message-0000:0"]  # type: ignore[attr-defined]


async def test_a_stream_that_could_not_read_what_was_said_reads_it_as_soon_as_it_can(
    rasa: FakeRasa, rasa_port_and_box: tuple[int, list[FakeRasa]]
) -> None:
    settings = settings_for(rasa_port_and_box[0])
    with serving(lambda: create_app(settings, kept=rasa)) as port:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=10) as browser:
            await browser.post("/chat/session")
            await browser.post("/chat/say", json=message())
            rasa.readable = False
            async with browser.stream("GET", "/chat/stream") as response:
                events = heard_on(response)
                assert await anext(events) == ("lines", {"lines": [], "unread": True})
                rasa.readable = True
                name, told = await anext(events)
    assert (name, told["unread"]) == ("lines", False)
    assert [line["key"] for line in told["lines"]] == ["message-0000", "message-0000:0"]  # type: ignore[attr-defined]
