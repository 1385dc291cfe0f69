"""Ways back to a plan: a code for tired people, links that end, a door from the widget; nobody guesses any of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from time_machine import travel

from bot.coaching.plan import Goal, Kind
from bot.web.mine.codes import LENGTH, WORDS, new_code, read_code
from bot.web.mine.way_pages import ALL_TRIES, TRIES
from bot.web.session import DOOR
from tests.databases import migrated_file
from tests.web.own_pages import change, here, item_of, mine, strange
from tests.web.people import WORD, Somebody

__all__ = ["here", "migrated_file", "mine", "strange"]
CUE = "i want to die"


def code_in(text: str) -> str:
    found = re.search(r'<p class="what">([a-z· ]+)</p>', text)
    assert found
    return found.group(1).replace(" · ", " ")


def test_a_return_code_finds_the_plan_in_another_browser(mine: TestClient, strange: TestClient) -> None:
    code = code_in(mine.post("/data/code").text)
    assert len(code.split()) == LENGTH
    assert code not in mine.get("/data").text
    found = strange.post("/return", data={"code": f" {code.upper().replace(' ', ',')} "})
    assert found.url.path == "/plan"
    assert f"walk the {WORD} again" in found.text
    assert "Last used" in mine.get("/data").text


def test_a_code_works_no_longer_once_there_is_another_or_none(mine: TestClient, strange: TestClient) -> None:
    old = code_in(mine.post("/data/code").text)
    new = code_in(mine.post("/data/code").text)
    assert strange.post("/return", data={"code": old}).status_code == 404
    mine.post("/data/code/withdraw")
    assert strange.post("/return", data={"code": new}).status_code == 404
    assert WORD not in strange.get("/plan").text


def test_who_guesses_codes_is_stopped_and_a_right_one_waits_too(mine: TestClient, strange: TestClient) -> None:
    code = code_in(mine.post("/data/code").text)
    for _ in range(TRIES.burst):
        assert strange.post("/return", data={"code": new_code()}).status_code == 404
    assert strange.post("/return", data={"code": code}).status_code == 429


def test_guessing_is_hopeless() -> None:
    codes = len(WORDS) ** LENGTH
    people, days = 100_000, 180
    tries = days * 24 * 3600 / ALL_TRIES.seconds
    assert tries * people / codes < 0.01


def test_a_code_is_kept_as_a_digest_only(mine: TestClient, tmp_path: Path) -> None:
    code = code_in(mine.post("/data/code").text)
    link = re.search(r"/p/([\w-]+)</textarea>", mine.post("/data/links", data={"for": "me"}).text)
    assert link
    content = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    assert code.encode() not in content
    assert link.group(1).encode() not in content


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Kettle orchard violin puffin cake", "kettle orchard violin puffin cake"),
        ("kettel, orchrad - violin/pufin cake.", "kettle orchard violin puffin cake"),
        ("kettle orchard violin puffin", None),
        ("kettle orchard violin puffin cake cake", None),
        ("", None),
        ("xx yy zz qq ww", None),
    ],
)
def test_a_code_is_read_as_a_tired_person_types_it(typed: str, meant: str | None) -> None:
    assert read_code(typed) == meant


def link_in(text: str) -> str:
    found = re.search(r"http://127.0.0.1:8000(/p/[\w-]{32,})</textarea>", text)
    assert found
    return found.group(1)


def test_a_link_to_read_opens_the_plan_and_changes_nothing(
    mine: TestClient, strange: TestClient, here: Somebody
) -> None:
    link = link_in(mine.post("/data/links", data={"for": "somebody"}).text)
    opened = strange.get(link)
    assert opened.url.path == "/shared"
    assert f"walk the {WORD} again" in opened.text
    assert "<form" not in opened.text
    assert change(strange, here, Kind.GOAL, base="/shared", title="changed")[0] == 404
    for path in ("/plan", "/data", "/data/copy.json", "/chat/lines"):
        assert WORD not in strange.get(path).text
    assert WORD in strange.get("/shared/my-plan.txt").text


def test_a_link_for_oneself_may_change_things(mine: TestClient, strange: TestClient, here: Somebody) -> None:
    strange.get(link_in(mine.post("/data/links", data={"for": "me"}).text))
    assert change(strange, here, Kind.GOAL, base="/shared", title="by the canal")[0] == 200
    _, goal = item_of(here, Kind.GOAL)
    assert isinstance(goal, Goal)
    assert goal.title == "by the canal"


def test_a_link_that_was_taken_back_closes_what_was_open(mine: TestClient, strange: TestClient) -> None:
    link = link_in(mine.post("/data/links", data={"for": "somebody"}).text)
    strange.get(link)
    number = re.search(r"/data/links/(\d+)/withdraw", mine.get("/data").text)
    assert number
    mine.post(f"/data/links/{number.group(1)}/withdraw")
    assert strange.get("/shared").status_code == 404
    assert strange.get(link).status_code == 404


@pytest.mark.parametrize("token", ["x", "a" * 32, "%00"])
def test_an_invented_link_opens_nothing(strange: TestClient, token: str) -> None:
    assert strange.get(f"/p/{token}").status_code == 404


def test_the_door_of_a_widget_asks_first_and_closes_soon(here: Somebody, strange: TestClient) -> None:
    with travel(1_800_000_000, tick=False):
        token = {"Authorization": f"Bearer {here.cookie}"}
        door = strange.post("/chat/door", headers=token).json()["href"]
        asked = strange.get(door)
        assert "Open my plan here?" in asked.text
        assert asked.headers["referrer-policy"] == "strict-origin"
        assert WORD not in asked.text
        assert "cairn" not in strange.cookies
    with travel(1_800_000_000 + DOOR + 1, tick=False):
        assert strange.post(door, data={"yes": ""}).status_code == 404
    with travel(1_800_000_000 + DOOR - 1, tick=False):
        assert WORD in strange.post(door, data={"yes": ""}).text


@pytest.mark.parametrize("door", ["x", "a" * 40, "%00.x.y"])
def test_an_invented_door_leads_nowhere(strange: TestClient, door: str) -> None:
    assert strange.get(f"/door/{door}").status_code == 404
    assert strange.post(f"/door/{door}", data={"yes": ""}).status_code == 404
    assert strange.post("/chat/door").status_code == 401
