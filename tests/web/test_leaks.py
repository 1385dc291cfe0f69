"""Links, doors and codes open a plan: none of them is left in a title, an address, a referrer, or on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from bot.settings import Service
from bot.web.mine.codes import LENGTH, new_code, slip_in
from tests.databases import migrated_file
from tests.web.backstage import serving
from tests.web.in_browser import browser
from tests.web.own_pages import here, hidden_in, mine, strange
from tests.web.people import WORD, Somebody, somebody

__all__ = ["browser", "here", "migrated_file", "mine", "strange"]


def link_in(page: str) -> str:
    found = re.search(r"(/p/[\w-]+)</textarea>", page)
    assert found
    return found.group(1)


def code_in(page: str) -> str:
    found = re.search(r'<p class="what">([a-z· ]+)</p>', page)
    assert found
    return found.group(1).replace(" · ", " ")


def test_a_link_is_out_of_the_address_before_a_page_is_shown(mine: TestClient, strange: TestClient) -> None:
    link = link_in(mine.post("/data/links", data={"for": "me"}).text)
    first = strange.get(link, follow_redirects=False)
    assert (first.status_code, first.headers["location"], first.text) == (303, "/shared", "")
    assert link.removeprefix("/p/") not in str(first.headers)
    assert link.removeprefix("/p/") not in strange.get("/shared").text


def test_a_door_is_out_of_the_address_before_a_page_is_shown(here: Somebody, strange: TestClient) -> None:
    door = strange.post("/chat/door", headers={"Authorization": f"Bearer {here.cookie}"}).json()["href"]
    first = strange.get(door, follow_redirects=False)
    assert (first.status_code, first.headers["location"], first.text) == (303, "/door", "")
    asked = strange.get("/door")
    assert "<title>Cairn</title>" in asked.text
    assert re.findall(r'action="([^"]+)"', asked.text) == ["/door"]
    entered = strange.post("/door", data=hidden_in(asked.text), follow_redirects=False)
    assert entered.headers["location"] == "/plan"
    assert door.removeprefix("/door/") not in str(asked.headers) + str(entered.headers)
    assert strange.get("/door").status_code == 404


def test_a_wrong_code_is_not_shown_again_and_what_is_wrong_is_told_without_its_words(strange: TestClient) -> None:
    words = new_code().split()
    for typed, told in (
        (" ".join(words), "I know no plan by these words"),
        (" ".join(words[:4]), "A code has five words"),
        (" ".join([*words[:2], "xxyyzz", *words[3:]]), "The third word is none of mine"),
    ):
        answer = strange.post("/return", data={"code": typed})
        assert told in answer.text
        shown = re.sub(r"such as: [a-z ]+", "", answer.text)
        assert [word for word in typed.split() if re.search(rf">[^<]*\b{word}\b", shown)] == []
        (field,) = re.findall(r'<input class="field"[^>]*>', answer.text)
        assert " value=" not in field
        assert typed not in str(answer.headers)


@pytest.mark.parametrize("at", range(LENGTH))
def test_the_word_with_the_slip_is_named_by_its_place(at: int) -> None:
    words = new_code().split()
    assert slip_in(" ".join(words)) == ""
    words[at] = "qqqqqqq"
    assert slip_in(" ".join(words)) == ("first", "second", "third", "fourth", "fifth")[at]


PLAN = ("", "/print", "/large", "/appointment", "/my-plan.txt", "/my-plan.ics")
OWN_ADDRESSES = (
    *(f"{base}{page}" for base in ("/plan", "/shared") for page in PLAN),
    "/plan/sharing", "/plan/seen", "/data", "/data/copy.json", "/data/copy.txt", "/data/erase", "/return", "/p/unknown",
    "/door",
    "/door/unknown",
)  # fmt: skip


@pytest.mark.parametrize("path", OWN_ADDRESSES)
def test_nothing_of_one_s_own_is_kept_by_a_browser_or_told_to_another_site(mine: TestClient, path: str) -> None:
    mine.get(link_in(mine.post("/data/links", data={"for": "me"}).text))
    for answer in (mine.get(path, follow_redirects=False), mine.head(path, follow_redirects=False)):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "same-origin"


def test_answers_to_what_was_sent_are_not_kept_either(mine: TestClient, here: Somebody) -> None:
    code = code_in(mine.post("/data/code").text)
    sent = {
        "/data/code": {}, "/data/links": {"for": "me"}, "/data/choices": {"keep": "on"}, "/plan/sharing": {"a1": "on"},
        "/plan/change/b/1": {"was": "", "title": "x"}, "/plan/look/1": {"was": ""}, "/return": {"code": code},
        "/data/code/withdraw": {}, "/data/links/1/withdraw": {}, "/data/forget": {}, "/data/erase": {"sure": "yes"},
    }  # fmt: skip
    for path, fields in sent.items():
        assert mine.post(path, data=fields, follow_redirects=False).headers["cache-control"] == "no-store", path
        mine.cookies.set("cairn", here.cookie)


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Another site, and the headers that it was asked with."""
    asked: list[dict[str, str]] = []

    async def answer(request: Request) -> PlainTextResponse:
        asked.append(dict(request.headers))
        return PlainTextResponse("another site")

    with serving(lambda: Starlette(routes=[Route("/{path:path}", answer)])) as port:
        yield f"http://127.0.0.1:{port}/", asked


@pytest.mark.browser
def test_another_site_does_not_learn_where_somebody_came_from(
    browser: Browser, tmp_path: Path, migrated_file: Path, elsewhere: tuple[str, list[dict[str, str]]]
) -> None:
    site, asked = elsewhere
    service = Service(area="England", leave_url=site)
    with somebody(tmp_path, migrated_file, service=service) as who, serving(lambda: who.app) as port:
        with who.browser() as mine:
            link = link_in(mine.post("/data/links", data={"for": "somebody"}).text)
            door = mine.post("/chat/door", headers={"Authorization": f"Bearer {who.cookie}"}).json()["href"]
        for path in (link, door, "/plan/print"):
            context = browser.new_context()
            tab = context.new_page()
            tab.goto(f"http://127.0.0.1:{port}{path}")
            assert link not in tab.url
            assert door not in tab.url
            assert tab.title() == "Cairn"
            tab.evaluate(
                "site => { const a = document.createElement('a'); a.href = site; a.id = 'out'; a.textContent = 'out';"
                " document.body.prepend(a); }", site + "link"
            )  # a link without our rel: the header alone must hold  # fmt: skip
            tab.locator("#out").click()
            expect(tab.get_by_text("another site")).to_be_visible()
            tab.goto(f"http://127.0.0.1:{port}{path}")
            tab.get_by_role("link", name="Leave").click()
            expect(tab.get_by_text("another site")).to_be_visible()
            context.close()
    told = [headers.get("referer", "") for headers in asked]
    assert len(told) >= 6
    secrets = (link, door, "/plan", "/shared", "/door", "/p/", WORD)
    assert [one for one in told if any(secret in one for secret in secrets)] == []


@pytest.mark.browser
def test_on_a_shared_computer_the_button_back_brings_nothing_to_light(
    browser: Browser, tmp_path: Path, migrated_file: Path, elsewhere: tuple[str, list[dict[str, str]]]
) -> None:
    site, _ = elsewhere
    service = Service(area="England", leave_url=site)
    with somebody(tmp_path, migrated_file, service=service) as who, serving(lambda: who.app) as port:
        url = f"http://127.0.0.1:{port}"
        context = browser.new_context()
        context.add_cookies([{"name": "cairn", "value": who.cookie, "url": url}])
        tab = context.new_page()
        tab.goto(f"{url}/plan")
        expect(tab.get_by_text(WORD).first).to_be_visible()
        tab.goto(f"{url}/data")
        tab.get_by_role("button", name="Forget me on this browser").click()
        expect(tab.get_by_role("heading", name="This browser knows me no longer")).to_be_visible()
        for _ in range(3):
            tab.go_back()
            expect(tab.get_by_text(WORD)).to_have_count(0)
        context.close()
