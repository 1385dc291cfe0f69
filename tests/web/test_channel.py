"""The channel of our script: who may speak and listen, how much at once, and what is heard on return."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from itsdangerous import TimestampSigner
from starlette.testclient import TestClient

from bot.settings import Service
from bot.web.app import create_app
from bot.web.limits import Bounded, Rate
from bot.web.turns import Turns
from tests.web.backstage import SECRET, FakeRasa, said, settings_for

SITE = "https://www.service.example"
CUE = "i want to die"


@pytest.fixture
def channel(rasa: FakeRasa, rasa_port_and_box: tuple[int, list[FakeRasa]]) -> Iterator[TestClient]:
    """The channel of a service that lets one site in."""
    settings = settings_for(rasa_port_and_box[0], service=Service(area="England", widget_origins=(SITE,)))
    with TestClient(create_app(settings, kept=rasa), base_url="http://127.0.0.1:8000") as client:
        yield client


def token(channel: TestClient) -> dict[str, str]:
    """The headers of a new widget."""
    answer = channel.post("/chat/session", headers={"Origin": SITE})
    return {"Authorization": f"Bearer {answer.json()['token']}"}


def message(number: int = 0, text: str = "a goal") -> dict[str, str]:
    return {"id": f"message-{number:04}", "text": text, "step": ""}


def test_a_message_is_answered_by_name(channel: TestClient) -> None:
    answer = channel.post("/chat/say", json=message(), headers=token(channel)).json()
    assert answer["sent"] is True
    assert [line["key"] for line in answer["lines"]] == ["message-0000", "message-0000:0"]
    assert answer["lines"][1]["bubbles"][0]["kind"] == "question"
    assert answer["now"]["controls"] == ["skip", "back", "why", "stop"]
    assert answer["now"]["step"] == "goals.picture"


def test_a_place_that_was_chosen_in_the_panel_goes_with_the_message(channel: TestClient, rasa: FakeRasa) -> None:
    me = token(channel)
    for number, place in enumerate(("USA", "Wales", "Somewhere else", "Atlantis", "")):
        channel.post("/chat/say", json={**message(number), "place": place}, headers=me)
    assert [heard.get("place") for heard in rasa.heard] == ["US/", "GB/Wales", "/", None, None]


def test_a_card_from_here_has_the_lines_of_the_place_that_was_chosen(channel: TestClient, rasa: FakeRasa) -> None:
    me = token(channel)
    rasa.mood = "broken"
    card = channel.post("/chat/say", json={**message(0, CUE), "place": "USA"}, headers=me).text
    assert "tel:988" in card
    assert "tel:999" not in card
    assert "988" in channel.post("/chat/say", json=message(1), headers=me).text


def test_a_place_that_is_chosen_in_the_chat_is_told_to_the_panel(channel: TestClient, rasa: FakeRasa) -> None:
    me = token(channel)
    for number, (key, name) in enumerate([("US/", "USA"), ("GB/Wales", "Wales"), ("/", "Somewhere else")]):
        support = {"id": "x", "layout": "place", "families": [], "signposts": [], "chosen": key}
        rasa.replies[name] = [said("Thank you.", support=support)]
        lines = channel.post("/chat/say", json=message(number, name), headers=me).json()["lines"]
        assert [line.get("place") for line in lines] == [None, name]


def test_the_transcript_tells_the_same_lines_by_the_same_names(channel: TestClient) -> None:
    me = token(channel)
    said = channel.post("/chat/say", json=message(), headers=me).json()["lines"]
    assert channel.get("/chat/lines", headers=me).json()["lines"] == said


def test_only_what_was_missed_is_told_on_return(channel: TestClient) -> None:
    me = token(channel)
    for number in range(3):
        channel.post("/chat/say", json=message(number), headers=me)
    told = channel.get("/chat/lines", headers={**me, "Last-Event-ID": "message-0001:0"}).json()
    assert [line["key"] for line in told["lines"]] == ["message-0002", "message-0002:0"]


def test_somebody_new_is_told_so(channel: TestClient) -> None:
    assert channel.get("/chat/lines", headers=token(channel)).json() == {"lines": [], "first": True}


STRANGE = [
    {},
    {"Authorization": "Bearer "},
    {"Authorization": "Bearer x.y.z"},
    {"Authorization": "Basic abc"},
    {"Cookie": "cairn=x.y.z"},
]


@pytest.mark.parametrize("headers", STRANGE)
@pytest.mark.parametrize("path", ["/chat/lines", "/chat/stream"])
def test_who_has_no_token_reads_nothing(channel: TestClient, headers: dict[str, str], path: str) -> None:
    answer = channel.get(path, headers=headers)
    assert answer.status_code == 401
    assert "lines" not in answer.json()


@pytest.mark.parametrize("headers", STRANGE)
def test_who_has_no_token_says_nothing(channel: TestClient, rasa: FakeRasa, headers: dict[str, str]) -> None:
    assert channel.post("/chat/say", json=message(), headers=headers).status_code == 401
    assert rasa.heard == []


def test_a_token_of_another_secret_or_a_changed_name_is_not_taken(channel: TestClient, rasa: FakeRasa) -> None:
    me = token(channel)
    channel.post("/chat/say", json=message(), headers=me)
    signed = me["Authorization"].removeprefix("Bearer ")
    name, rest = signed.split(".", 1)
    forged = TimestampSigner("another secret", salt="cairn.web.session").sign(name).decode()
    for wrong in (forged, f"{'0' * 40}.{rest}", name, signed[:-1]):
        answer = channel.get("/chat/lines", headers={"Authorization": f"Bearer {wrong}"})
        assert answer.status_code == 401
    assert name == rasa.heard[-1]["sender"]


def test_another_person_hears_nothing_of_it(channel: TestClient) -> None:
    channel.post("/chat/say", json=message(text="only mine"), headers=token(channel))
    assert "only mine" not in channel.get("/chat/lines", headers=token(channel)).text


def test_a_known_message_id_of_somebody_else_gives_nothing_away(channel: TestClient, rasa: FakeRasa) -> None:
    channel.post("/chat/say", json=message(text="only mine"), headers=token(channel))
    answer = channel.post("/chat/say", json=message(text="what did they say"), headers=token(channel))
    assert "only mine" not in answer.text
    assert [heard["message"] for heard in rasa.heard] == ["only mine", "what did they say"]


@pytest.mark.parametrize("path", ["/chat/session", "/chat/say"])
@pytest.mark.parametrize("origin", ["https://elsewhere.example", "https://www.service.example.evil.example", "null"])
def test_other_sites_are_refused(channel: TestClient, rasa: FakeRasa, path: str, origin: str) -> None:
    answer = channel.post(path, json=message(), headers={**token(channel), "Origin": origin})
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers
    assert rasa.heard == []


def test_a_named_site_may_speak_with_a_token_of_its_own(channel: TestClient) -> None:
    asked = channel.options("/chat/say", headers={"Origin": SITE, "Access-Control-Request-Method": "POST"})
    assert asked.status_code == 204
    assert asked.headers["access-control-allow-origin"] == SITE
    assert "authorization" in asked.headers["access-control-allow-headers"]
    answer = channel.post("/chat/say", json=message(), headers={**token(channel), "Origin": SITE})
    assert answer.headers["access-control-allow-origin"] == SITE
    assert answer.json()["sent"] is True


def test_a_named_site_never_acts_with_the_cookie_of_our_page(channel: TestClient) -> None:
    channel.get("/")
    assert channel.get("/chat/lines").status_code == 200
    assert channel.get("/chat/lines", headers={"Origin": SITE}).status_code == 401


@pytest.mark.parametrize("path", ["/", "/say", "/support"])
def test_the_pages_are_not_open_to_named_sites(channel: TestClient, path: str) -> None:
    answer = channel.post(path, data={"say": "x"}, headers={"Origin": SITE})
    assert "access-control-allow-origin" not in answer.headers
    assert answer.status_code in (403, 405)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"[]", 400),
        (b"\xff", 400),
        (b'{"id": "message-0001"}', 400),
        (b'{"id": 7, "text": "x"}', 400),
        (b'{"id": "short", "text": "x"}', 400),
        (b'{"id": "message-%%%%", "text": "x"}', 400),
        (b'{"id": "message-0001", "text": "' + b"a" * 2_000_000 + b'"}', 413),
    ],
    ids=["empty", "list", "bytes", "no text", "id of no kind", "short id", "odd id", "long"],
)
def test_what_is_no_message_is_refused_kindly(channel: TestClient, rasa: FakeRasa, body: bytes, status: int) -> None:
    headers = {**token(channel), "Content-Type": "application/json"}
    answer = channel.post("/chat/say", content=body, headers=headers)
    assert answer.status_code == status
    assert answer.json()["notice"].endswith(".")
    assert rasa.heard == []


def test_a_form_is_no_message_of_the_script(channel: TestClient) -> None:
    assert channel.post("/chat/say", data=message(), headers=token(channel)).status_code == 415


def test_who_writes_too_fast_is_asked_to_wait_and_still_shown_help(channel: TestClient, rasa: FakeRasa) -> None:
    state = channel.app.state  # type: ignore[attr-defined]  # the application that the client was made with
    state.turns = Turns(state.desk, state.hub, Bounded(Rate(burst=3, seconds=1), clock=lambda: 0.0))
    me = token(channel)
    for number in range(3):
        assert channel.post("/chat/say", json=message(number), headers=me).status_code == 200
    busy = channel.post("/chat/say", json=message(100), headers=me)
    assert busy.status_code == 429
    assert busy.json()["sent"] is False
    assert "wait a moment" in busy.json()["notice"]
    heard = len(rasa.heard)
    rasa.mood = "broken"
    cue = channel.post("/chat/say", json=message(200, CUE), headers=me).json()
    assert cue["sent"] is False
    assert cue["lines"][0]["bubbles"][0]["kind"] == "support"
    assert len(rasa.heard) == heard


def test_our_own_page_gets_a_cookie_and_no_token(channel: TestClient) -> None:
    answer = channel.post("/chat/session")
    assert answer.json() == {}
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert channel.get("/chat/lines").status_code == 200


def test_new_widgets_of_one_address_are_limited(channel: TestClient) -> None:
    codes = {channel.post("/chat/session", headers={"Origin": SITE}).status_code for _ in range(80)}
    assert codes == {200, 429}


def test_a_message_of_a_failed_turn_can_be_sent_again_under_its_id(channel: TestClient, rasa: FakeRasa) -> None:
    me = token(channel)
    rasa.mood = "broken"
    assert channel.post("/chat/say", json=message(), headers=me).json()["sent"] is False
    rasa.mood = "well"
    assert channel.post("/chat/say", json=message(), headers=me).json()["sent"] is True
    assert len(rasa.heard) == 1


def test_nothing_of_a_token_reaches_a_log(channel: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    me = token(channel)
    channel.post("/chat/say", json=message(text="zebra crossing"), headers=me)
    assert me["Authorization"].removeprefix("Bearer ") not in caplog.text
    assert "zebra" not in caplog.text
    assert SECRET not in caplog.text
