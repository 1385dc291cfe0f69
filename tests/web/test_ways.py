"""Ways back to a plan: a code for tired people, links that end, a door from the widget; nobody guesses any of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from time_machine import travel

from bot.coaching.plan import Goal, Kind
from bot.web.mine.codes import LENGTH, WORDS, new_code, read_code
from bot.web.mine.door_pages import ALL_TRIES, TRIES
from bot.web.session import DAY, DOOR
from tests.builders import create_goal
from tests.databases import migrated_file
from tests.web.own_pages import change, here, hidden_in, item_of, mine, strange
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
    new = code_in(mine.post("/data/code/instead").text)
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
        assert WORD not in asked.text
        assert "cairn" not in strange.cookies
    with travel(1_800_000_000 + DOOR + 1, tick=False):
        assert strange.post("/door", data=hidden_in(asked.text)).status_code == 404
    with travel(1_800_000_000 + DOOR - 1, tick=False):
        assert WORD in strange.post("/door", data=hidden_in(asked.text)).text


@pytest.mark.parametrize("door", ["x", "a" * 40, "%00.x.y"])
def test_an_invented_door_leads_nowhere(strange: TestClient, door: str) -> None:
    assert strange.get(f"/door/{door}").status_code == 404
    assert strange.post("/door", data={"door": door}).status_code == 404
    assert strange.post("/chat/door").status_code == 401


def another(here: Somebody) -> str:
    """Somebody else with a plan. Out: their return code."""
    visit = here.app.state.sessions.stranger()
    with here.work() as work:
        person_id = work.people.ensure("web", visit.sender)
        work.consents.record(person_id, True, "consent.1")
        work.plans.add(person_id, [create_goal(vision="sail to Skye")], "goals")
        work.commit()
    with here.browser(known=False) as browser:
        browser.cookies.set("cairn", here.app.state.sessions.token(visit))
        return code_in(browser.post("/data/code").text)


def test_a_code_asks_before_it_takes_the_place_of_another_plan(mine: TestClient, here: Somebody) -> None:
    asked = mine.post("/return", data={"code": another(here), "brief": "on"})
    assert "Open another plan here?" in asked.text
    assert 'name="brief" checked' in asked.text
    assert f"walk the {WORD} again" in mine.get("/plan").text
    door = hidden_in(asked.text)["door"]
    assert "Open another plan here?" in mine.post("/door", data={"door": door, "brief": "on"}).text
    opened = mine.post("/door", data=hidden_in(asked.text))
    assert "sail to Skye" in opened.text
    assert WORD not in opened.text


def test_a_door_asks_before_it_takes_the_place_of_another_plan(mine: TestClient, here: Somebody) -> None:
    sessions = here.app.state.sessions
    door = sessions.door(sessions.stranger())
    assert "Open another plan here?" in mine.get(f"/door/{door}").text
    assert "Open another plan here?" in mine.post("/door", data={"door": door}).text
    assert f"walk the {WORD} again" in mine.get("/plan").text


def test_a_door_that_came_later_does_not_open_in_place_of_the_one_that_was_asked_about(
    strange: TestClient, here: Somebody
) -> None:
    sessions = here.app.state.sessions
    asked = strange.get(f"/door/{sessions.door(here.visit)}")
    strange.get(f"/door/{sessions.door(sessions.stranger())}")
    assert WORD in strange.post("/door", data=hidden_in(asked.text)).text


def test_one_s_own_code_and_a_browser_without_a_plan_are_not_asked(
    mine: TestClient, strange: TestClient, here: Somebody
) -> None:
    code = code_in(mine.post("/data/code").text)
    assert mine.post("/return", data={"code": code}).url.path == "/plan"
    strange.cookies.set("cairn", here.app.state.sessions.token(here.app.state.sessions.stranger()))
    assert strange.post("/return", data={"code": code}).url.path == "/plan"


def test_a_browser_may_know_somebody_only_until_it_is_closed(mine: TestClient, strange: TestClient) -> None:
    code = code_in(mine.post("/data/code").text)
    with travel(1_800_000_000, tick=False):
        found = strange.post("/return", data={"code": code, "brief": "on"}, follow_redirects=False)
        assert "max-age" not in found.headers["set-cookie"].casefold()
        assert "expires" not in found.headers["set-cookie"].casefold()
        assert WORD in strange.get("/plan").text
    with travel(1_800_000_000 + 2 * DAY, tick=False):
        renewed = strange.get("/").headers["set-cookie"]
        assert "max-age" not in renewed.casefold()
        assert WORD in strange.get("/plan").text


def test_a_browser_forgets_on_request_and_nothing_is_erased(mine: TestClient, strange: TestClient) -> None:
    code = code_in(mine.post("/data/code").text)
    link = link_in(mine.post("/data/links", data={"for": "me"}).text)
    assert WORD in strange.post("/return", data={"code": code}).text
    assert WORD in strange.get(link).text
    assert "Forget me on this browser" in strange.get("/data").text
    assert "knows me no longer" in strange.post("/data/forget", data={}).text
    for path in ("/plan", "/data", "/shared"):
        assert WORD not in strange.get(path).text
    assert WORD in strange.post("/return", data={"code": code}).text


def test_the_page_for_a_code_says_what_the_browser_will_remember(strange: TestClient) -> None:
    assert "for 30 days" in strange.get("/return").text
    assert "Only until I close this browser" in strange.get("/return").text


def test_of_whom_nothing_is_kept_is_offered_nothing_that_leads_nowhere(here: Somebody, strange: TestClient) -> None:
    strange.cookies.set("cairn", here.app.state.sessions.token(here.app.state.sessions.stranger()))
    page = strange.get("/data").text
    forms = re.findall(r'<form[^>]* action="([^"]+)"', page)
    assert forms == ["/data/forget"]
    for path in [*forms, "/data/erase"]:
        assert strange.post(path, data={}).status_code == 200
