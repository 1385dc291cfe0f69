"""Attacks on the channel, tried: nobody enters, reads or speaks in a conversation that is not theirs."""

from __future__ import annotations

import secrets
import time

import pytest
from itsdangerous import TimestampSigner
from starlette.testclient import TestClient

from bot.web.session import LIFE
from tests.web.backstage import SECRET, FakeRasa
from tests.web.test_channel import SITE, channel, message, token

__all__ = ["channel"]
WORDS = "only mine"


@pytest.fixture
def theirs(channel: TestClient) -> dict[str, str]:
    """The headers of somebody who has said something."""
    headers = token(channel)
    assert channel.post("/chat/say", json=message(text=WORDS), headers=headers).json()["sent"]
    return headers


def name_of(headers: dict[str, str]) -> str:
    return headers["Authorization"].removeprefix("Bearer ").split(".", 1)[0]


def bearer(text: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {text}"}


def signed(name: str, secret: str = SECRET, salt: str = "cairn.web.session", age: float = 0) -> str:
    """A name, signed as of so many seconds ago."""
    signer = TimestampSigner(secret, salt=salt)
    signer.get_timestamp = lambda: int(time.time() - age)  # type: ignore[method-assign]
    return signer.sign(name).decode()


def reads_nothing(channel: TestClient, headers: dict[str, str], path: str = "/chat/lines") -> None:
    answer = channel.get(path, headers=headers)
    assert answer.status_code == 401
    assert WORDS not in answer.text


def test_what_these_attacks_forge_would_open_if_it_were_true(channel: TestClient, theirs: dict[str, str]) -> None:
    answer = channel.get("/chat/lines", headers=bearer(signed(name_of(theirs))))
    assert WORDS in answer.text


@pytest.mark.parametrize(
    "forgery", ["unsigned", "own secret", "another salt", "expired", "changed", "cut", "of the future"]
)
def test_a_forged_token_opens_nothing(channel: TestClient, theirs: dict[str, str], forgery: str) -> None:
    name = name_of(theirs)
    true = signed(name)
    made = {
        "unsigned": name,
        "own secret": signed(name, secret="a secret of a stranger, long enough"),
        "another salt": signed(name, salt="cairn.web.door"),
        "expired": signed(name, age=LIFE + 60),
        "changed": true.replace(name, name[:-1] + ("0" if name[-1] != "0" else "1")),
        "cut": true[:-1],
        "of the future": signed(name, age=-LIFE),
    }
    for path in ("/chat/lines", "/chat/stream"):
        reads_nothing(channel, bearer(made[forgery]), path)
    answer = channel.post("/chat/say", json=message(7), headers=bearer(made[forgery]))
    assert answer.status_code == 401


def test_guessed_names_open_nothing(channel: TestClient, theirs: dict[str, str]) -> None:
    assert len(name_of(theirs)) == 40
    for _ in range(200):
        reads_nothing(
            channel, bearer(f"{secrets.token_hex(20)}.{secrets.token_urlsafe(4)}.{secrets.token_urlsafe(20)}")
        )


@pytest.mark.parametrize("path", ["/chat/lines", "/chat/stream"])
def test_a_token_in_an_address_is_no_token(channel: TestClient, theirs: dict[str, str], path: str) -> None:
    true = theirs["Authorization"].removeprefix("Bearer ")
    for field in ("token", "authorization", "access_token", "cairn", "session", "sender"):
        assert channel.get(path, params={field: true}).status_code == 401


@pytest.mark.usefixtures("theirs")
def test_the_name_of_somebody_elses_line_opens_nothing(channel: TestClient) -> None:
    for last in ("message-0000", "message-0000:0", "0:0", "", "x" * 10_000):
        answer = channel.get("/chat/lines", headers={**token(channel), "Last-Event-ID": last})
        assert answer.json() == {"lines": [], "first": True}


def test_a_body_cannot_name_a_sender(channel: TestClient, rasa: FakeRasa, theirs: dict[str, str]) -> None:
    me = token(channel)
    channel.post("/chat/say", json={**message(1), "sender": name_of(theirs), "metadata": {"sender": "x"}}, headers=me)
    assert rasa.heard[-1]["sender"] == name_of(me)
    assert set(rasa.heard[-1]) == {"sender", "message", "message_id"}


def test_a_message_that_is_sent_again_by_somebody_else_is_their_own(
    channel: TestClient, rasa: FakeRasa, theirs: dict[str, str]
) -> None:
    before = channel.get("/chat/lines", headers=theirs).json()
    channel.post("/chat/say", json=message(text=WORDS), headers=token(channel))
    assert channel.get("/chat/lines", headers=theirs).json() == before
    assert len({heard["sender"] for heard in rasa.heard}) == 2


def test_the_same_message_again_is_no_second_one(channel: TestClient, rasa: FakeRasa, theirs: dict[str, str]) -> None:
    for _ in range(3):
        channel.post("/chat/say", json=message(text="something else"), headers=theirs)
    assert [heard["message"] for heard in rasa.heard] == [WORDS]


WAYS = (
    ("/chat/session", "POST"), ("/chat/say", "POST"), ("/chat/door", "POST"), ("/chat/lines", "GET"),
    ("/chat/stream", "GET"),
)  # fmt: skip
ORIGINS = [
    "https://elsewhere.example", "null", "http://www.service.example", f"{SITE}.evil.example", f"{SITE}:8443",
    f"https://evil.example/{SITE}", "https://service.example", SITE.upper(), f"{SITE}/",
]  # fmt: skip


@pytest.mark.parametrize("origin", ORIGINS)
def test_a_page_of_another_site_is_told_nothing(channel: TestClient, theirs: dict[str, str], origin: str) -> None:
    for path, method in WAYS:
        before = channel.options(path, headers={"Origin": origin, "Access-Control-Request-Method": method})
        answer = channel.request(method, path, headers={**theirs, "Origin": origin})
        for told in (before, answer):
            assert told.status_code == 403, path
            assert "access-control-allow-origin" not in told.headers
            assert WORDS not in told.text


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_form_of_another_site_cannot_speak_with_the_cookie_of_our_page(
    channel: TestClient, rasa: FakeRasa, content_type: str
) -> None:
    channel.get("/")
    assert channel.cookies
    headers = {"Content-Type": content_type, "Sec-Fetch-Site": "cross-site"}
    body = b'{"id": "message-0001", "text": "I am not them"}'
    assert channel.post("/chat/say", content=body, headers=headers).status_code == 403
    assert channel.post("/say", content=b"say=x", headers=headers).status_code == 403
    assert rasa.heard == []


def test_a_door_opens_for_a_short_time_and_is_no_token(channel: TestClient, theirs: dict[str, str]) -> None:
    href = channel.post("/chat/door", headers=theirs).json()["href"]
    reads_nothing(channel, bearer(href.removeprefix("/door/")))
    state = channel.app.state  # type: ignore[attr-defined]  # the application that the client was made with
    assert state.sessions.through(href.removeprefix("/door/")).sender == name_of(theirs)
    assert state.sessions.through(signed(name_of(theirs), salt="cairn.web.door", age=400)) is None
    assert state.sessions.through(signed(name_of(theirs))) is None


def test_the_internal_way_of_the_dialogue_is_not_open_here(channel: TestClient, rasa: FakeRasa) -> None:
    body = {"sender": "a" * 40, "message": "x", "message_id": "message-0001"}
    assert channel.post("/webhooks/web/webhook", json=body).status_code == 404
    assert rasa.heard == []


def test_what_is_told_may_be_kept_by_no_browser_and_no_proxy(channel: TestClient, theirs: dict[str, str]) -> None:
    for answer in (
        channel.post("/chat/session", headers={"Origin": SITE}),
        channel.post("/chat/say", json=message(3), headers=theirs),
        channel.get("/chat/lines", headers=theirs),
    ):
        assert answer.headers["cache-control"] == "no-store"
