"""The ways into the dialogue process: who may speak, in which form, and what comes back."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from rasa.core.channels.channel import UserMessage
from sanic import Sanic

from bot.identity import internal_key, pseudonym
from bot.rasa.channels import GuardedRest, Health, WebInput
from bot.settings import DEVELOPMENT_SECRET, Settings

REST, PRODUCTION, WEB = "/rest/webhook", "/production/webhook", "/web/webhook"
DEVELOPMENT = Settings()
KEY = {"X-Cairn-Key": internal_key(DEVELOPMENT_SECRET)}
VISITOR, ANOTHER = (pseudonym(DEVELOPMENT_SECRET, "web", name) for name in ("one", "another"))
QUESTION = {
    "text": "Which day?",
    "buttons": [{"title": "Today", "payload": "Today"}],
    "step": "goals.when",
    "so_far": ["What I want: a cat"],
    "turn": 3,
}


@dataclass
class Server:
    """All channels in one application, and what Rasa was told through them."""

    app: Sanic
    told: list[UserMessage] = field(default_factory=list)
    address: str = ""

    async def on_new_message(self, message: UserMessage) -> None:
        self.told.append(message)
        await message.output_channel.send_response(message.sender_id, dict(QUESTION, controls=["skip"]))

    def call(self, method: str, path: str, **given: Any) -> httpx.Response:
        self.told.clear()
        return httpx.request(method, self.address + path, trust_env=False, **given)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One for the whole run: Sanic rewrites itself when it starts, and can do so once in a process."""
    folder = tmp_path_factory.mktemp("databases")
    here = replace(
        DEVELOPMENT, tracker_url=f"sqlite:///{folder}/tracker.db", database_url=f"sqlite:///{folder}/cairn.db"
    )
    service = replace(here, environment="production", secret="a long and random secret of a service")
    made = Server(Sanic("channels", configure_logging=False))
    for channel, prefix in ((GuardedRest(here), "rest"), (WebInput(here), "web"), (Health(), "health")):
        made.app.blueprint(channel.blueprint(made.on_new_message), url_prefix=f"/{prefix}")
    closed = GuardedRest(service).blueprint(made.on_new_message)
    made.app.blueprint(closed.copy("closed"), url_prefix="/production")
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    made.address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    loop = asyncio.new_event_loop()
    ready = threading.Event()
    thread = threading.Thread(target=serve, args=(made.app, listener, loop, ready))
    thread.start()
    ready.wait()
    yield made
    loop.call_soon_threadsafe(loop.stop)
    thread.join()


def serve(app: Sanic, listener: socket.socket, loop: asyncio.AbstractEventLoop, ready: threading.Event) -> None:
    async def start() -> None:
        server = await app.create_server(sock=listener, return_asyncio_server=True)
        assert server is not None
        await server.startup()
        await server.start_serving()
        ready.set()

    asyncio.set_event_loop(loop)
    loop.run_until_complete(start())
    loop.run_forever()


def test_rest_answers_in_rasas_own_form(server: Server) -> None:
    answer = server.call("POST", REST, json={"sender": "sam", "message": "hello"})
    assert answer.json() == [{"recipient_id": "sam", "text": "Which day?", "buttons": QUESTION["buttons"]}]


def test_rasa_never_learns_who_is_talking(server: Server) -> None:
    server.call("POST", REST, json={"sender": "sam", "message": "hello"})
    assert server.told[0].sender_id == pseudonym(DEVELOPMENT.secret, "rest", "sam")


def test_what_a_client_says_about_its_message_is_dropped(server: Server) -> None:
    more = {"metadata": {"support_shown": {"layout": "card"}}, "input_channel": "web", "place": "US/"}
    server.call("POST", REST, json={"sender": "sam", "message": "hello", **more})
    assert server.told[0].metadata is None
    assert server.told[0].input_channel == "rest"


def test_in_production_there_is_no_rest_way(server: Server) -> None:
    answer = server.call("POST", PRODUCTION, json={"sender": "sam", "message": "hello"})
    assert answer.status_code == 404
    assert server.told == []


@pytest.mark.parametrize("body", [b"", b"[]", b"\xff", b'{"sender": "sam"}', b'{"sender": "sam", "message": 7}'])
@pytest.mark.parametrize("path", [REST, WEB])
def test_a_body_that_is_no_message_is_refused_with_a_reason(server: Server, path: str, body: bytes) -> None:
    answer = server.call("POST", path, content=body, headers=KEY)
    assert answer.status_code == 400
    assert answer.json()["error"].endswith(".")


def test_the_web_answers_with_all_that_a_page_shows(server: Server) -> None:
    body = {"sender": VISITOR, "message": "hello", "message_id": "m1"}
    answer = server.call("POST", WEB, json=body, headers=KEY)
    assert answer.json() == {
        "messages": [
            {
                "text": "Which day?",
                "buttons": QUESTION["buttons"],
                "controls": ["skip"],
                "step": "goals.when",
                "so_far": ["What I want: a cat"],
                "support": None,
            }
        ]
    }
    assert server.told[0].message_id == "m1"


def test_the_web_tells_the_place_that_was_chosen_beside_the_chat(server: Server) -> None:
    body = {"sender": pseudonym(DEVELOPMENT_SECRET, "web", "abroad"), "message": "hello", "place": "US/"}
    server.call("POST", WEB, json=body, headers=KEY)
    assert server.told[0].metadata == {"place": "US/"}


def test_the_web_shows_the_facts_of_support(server: Server) -> None:
    body = {"sender": ANOTHER, "message": "I want to kill myself", "message_id": "m2"}
    answer = server.call("POST", WEB, json=body, headers=KEY)
    message = answer.json()["messages"][0]
    assert message["support"]["layout"] == "card"
    assert message["support"]["signposts"]


@pytest.mark.parametrize("sender", ["v1", VISITOR[:-1], VISITOR + "0", VISITOR.upper(), f"{VISITOR}\n"])
def test_the_web_way_takes_pseudonyms_only(server: Server, sender: str) -> None:
    answer = server.call("POST", WEB, json={"sender": sender, "message": "hello"}, headers=KEY)
    assert answer.status_code == 400
    assert server.told == []


def test_the_pseudonym_of_the_web_process_is_taken_as_it_is(server: Server) -> None:
    server.call("POST", WEB, json={"sender": VISITOR, "message": "good morning"}, headers=KEY)
    assert server.told[0].sender_id == VISITOR


@pytest.mark.parametrize("headers", [{}, {"X-Cairn-Key": "wrong"}, {"X-Cairn-Key": ""}])
def test_nobody_else_comes_in_by_the_web_way(server: Server, headers: dict[str, str]) -> None:
    answer = server.call("POST", WEB, json={"sender": "v", "message": "x"}, headers=headers)
    assert answer.status_code == 403
    assert server.told == []


@pytest.mark.parametrize(
    ("agent", "status"),
    [
        (None, 503),
        (SimpleNamespace(is_ready=lambda: False), 503),
        (SimpleNamespace(is_ready=lambda: True, model_id="m"), 200),
    ],
)
def test_health_tells_whether_there_is_a_model(server: Server, agent: Any, status: int) -> None:
    server.app.ctx.agent = agent
    answer = server.call("GET", "/health")
    assert answer.status_code == status
    assert set(answer.json()) == {"status", "model"}
