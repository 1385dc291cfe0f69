"""What holds for every request: headers, same-site posts, the session cookie, no bare error, nothing of TensorFlow."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from itsdangerous import TimestampSigner
from starlette.testclient import TestClient
from time_machine import travel

from bot.web.app import create_app
from bot.web.session import LIFE, Sessions
from tests.web.backstage import SECRET, FakeRasa, closed_port, settings_for

PAGES = ("/", "/support", "/nothing-here", "/health")


@pytest.mark.parametrize("path", [*PAGES, "/static/leave.js", "/widget.js"])
def test_every_response_carries_the_security_headers(page: TestClient, path: str) -> None:
    headers = page.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_kept_by_the_browser(page: TestClient, path: str) -> None:
    assert page.get(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/support", "/nothing-here"])
def test_pages_hold_no_inline_script_or_style_and_nothing_from_elsewhere(page: TestClient, path: str) -> None:
    text = page.get(path).text
    assert "<style" not in text
    assert " style=" not in text
    assert " onclick" not in text
    assert 'src="http' not in text
    assert "<title>Cairn</title>" in text


@pytest.mark.parametrize("path", ["/", "/support", "/support?area=Wales", "/nothing-here"])
def test_support_now_and_leave_are_on_every_page(page: TestClient, path: str) -> None:
    text = page.get(path).text
    assert 'class="btn help" href="/support"' in text
    assert 'id="leave" href="https://www.bbc.co.uk/weather"' in text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://127.0.0.1:8000"}, 200),
        ({"Origin": "http://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 200),
    ],
)
def test_only_our_own_page_may_post(page: TestClient, rasa: FakeRasa, headers: dict[str, str], status: int) -> None:
    response = page.post("/say", data={"say": "hello"}, headers=headers)
    assert response.status_code == status
    assert len(rasa.heard) == (1 if status == 200 else 0)


def test_the_session_is_an_unguessable_id_in_a_guarded_cookie(page: TestClient) -> None:
    cookie = page.get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    assert len(page.cookies["cairn"].split(".")[0]) == 40


def test_outside_development_the_cookie_needs_tls() -> None:
    settings = replace(settings_for(closed_port()), environment="production")
    with TestClient(create_app(settings, kept=FakeRasa()), base_url="https://cairn.example") as page:
        cookie = page.get("/").headers["set-cookie"]
    assert cookie.startswith("__Host-cairn=")
    assert "Secure" in cookie


def test_the_same_browser_is_the_same_person_and_another_one_is_not(page: TestClient, rasa: FakeRasa) -> None:
    page.get("/")
    page.post("/say", data={"say": "one"})
    page.post("/say", data={"say": "two"})
    page.cookies.clear()
    page.post("/say", data={"say": "three"})
    senders = [message["sender"] for message in rasa.heard]
    assert senders[0] == senders[1] != senders[2]


def test_a_changed_cookie_is_a_stranger(page: TestClient, rasa: FakeRasa) -> None:
    page.get("/")
    page.post("/say", data={"say": "one"})
    sender, rest = page.cookies["cairn"].split(".", 1)
    forged = TimestampSigner("another secret", salt="cairn.web.session").sign(sender).decode()
    for cookie in (f"{sender[:-1]}x.{rest}", sender, forged, "", "a.b.c"):
        page.cookies.clear()
        page.post("/say", data={"say": "two"}, headers={"cookie": f"cairn={cookie}"})
        assert rasa.heard[-1]["sender"] != sender


def test_a_session_ends_and_is_renewed_while_it_is_used() -> None:
    sessions = Sessions(SECRET, secure=False)
    signer = TimestampSigner(SECRET, salt="cairn.web.session")
    with travel(1_800_000_000, tick=False):
        cookie = signer.sign("somebody").decode()
        assert sessions.visit(cookie).write is False
    with travel(1_800_000_000 + LIFE - 60, tick=False):
        visit = sessions.visit(cookie)
        assert (visit.sender, visit.new, visit.write) == ("somebody", False, True)
    with travel(1_800_000_000 + LIFE + 60, tick=False):
        assert sessions.visit(cookie).new is True


def test_an_error_of_ours_is_a_page_with_a_way_on(page: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a fault of this test")

    monkeypatch.setattr("bot.web.pages.main_rows", broken)
    response = page.get("/support")
    assert response.status_code == 503
    assert "Sorry, something went wrong on my side" in response.text
    assert "content-security-policy" in response.headers


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/say", 405), ("GET", "/nothing", 404), ("PUT", "/", 405)]
)
def test_a_wrong_address_gets_a_page_too(page: TestClient, method: str, path: str, status: int) -> None:
    response = page.request(method, path)
    assert response.status_code == status
    assert "Back to the chat" in response.text


def test_health_answers_with_everything_else_down() -> None:
    with TestClient(create_app(settings_for(closed_port()), kept=FakeRasa())) as page:
        assert page.get("/health").json() == {"process": "web", "status": "ok"}


def test_the_web_process_loads_neither_rasa_nor_tensorflow() -> None:
    code = (
        "import sys, bot.web.__main__\n"
        "heavy = {'rasa', 'tensorflow', 'spacy', 'numpy'}\n"
        "print(sorted(name for name in heavy if sys.modules.get(name) is not None))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
