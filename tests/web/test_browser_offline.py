"""Our own page without a network, in a real Chromium: help is there after a reload, and nothing of anybody was kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from bot.web.app import create_app
from bot.web.widget import KEPT
from tests.web.backstage import QUESTION, FakeRasa, closed_port, serving, settings_for
from tests.web.in_browser import browser, rasa, send, start, violations

__all__ = ["browser", "rasa"]
pytestmark = pytest.mark.browser
IN_CONTROL = "() => navigator.serviceWorker.controller !== null"
ALL_KEPT = """async () => { const found = {};
for (const name of await caches.keys()) { const cache = await caches.open(name);
for (const request of await cache.keys())
  found[new URL(request.url).pathname + new URL(request.url).search] = await (await cache.match(request)).text(); }
return found; }"""


class House:
    """Cairn on a port of its own, which can go away and come back."""

    def __init__(self, rasa: FakeRasa) -> None:
        self.rasa = rasa
        self.port = closed_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.running = ExitStack()

    def come(self) -> None:
        rasa_port = self.running.enter_context(serving(self.rasa.app))
        app = create_app(settings_for(rasa_port), kept=self.rasa)
        self.running.enter_context(serving(lambda: app, self.port))

    def go(self) -> None:
        self.running.close()


@pytest.fixture
def house(rasa: FakeRasa) -> Iterator[House]:
    here = House(rasa)
    here.come()
    yield here
    here.go()


@pytest.fixture
def page(browser: Browser, house: House) -> Iterator[Page]:
    """A tab that has been on the page once, and has talked."""
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(house.url)
    start(tab)
    send(tab, "a goal of mine")
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    tab.wait_for_function(IN_CONTROL)
    yield tab
    context.close()


def test_a_page_that_came_past_what_is_kept_is_seen_by_it_all_the_same(page: Page) -> None:
    page.context.new_cdp_session(page).send("Page.reload", {"ignoreCache": True})
    page.wait_for_load_state("load")
    page.wait_for_function(IN_CONTROL)


def test_after_a_reload_without_a_network_help_is_there_and_the_words_come_back(page: Page, house: House) -> None:
    house.go()
    page.reload()
    expect(page.get_by_role("heading", name="I can’t be reached just now")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="Support now").click()
    expect(page.get_by_role("dialog").get_by_role("link", name="116 123")).to_be_visible()
    page.keyboard.press("Escape")
    house.come()
    expect(page.locator(".mine").last).to_have_text("You said: a goal of mine", timeout=30_000)
    expect(page.get_by_role("button", name="Skip")).to_be_visible()


@pytest.mark.parametrize("path", ["/support", "/support?area=Wales"])
def test_the_page_of_help_lines_opens_without_a_network(page: Page, house: House, path: str) -> None:
    house.go()
    page.goto(house.url + path)
    expect(page.get_by_role("main").get_by_role("link", name="116 123")).to_be_visible()
    expect(page.get_by_role("link", name="Leave")).to_be_visible()


def test_nothing_of_a_person_is_kept(page: Page, house: House) -> None:
    page.goto(house.url)
    expect(page.locator(".mine").last).to_contain_text("a goal of mine")
    page.goto(f"{house.url}/support?area=Wales")
    page.goto(f"{house.url}/data")
    kept = page.evaluate(ALL_KEPT)
    assert set(kept) == set(KEPT)
    assert not any("a goal of mine" in text or QUESTION["text"] in text for text in kept.values())
    assert 'aria-current="true">England' in kept["/support"]


def test_the_newest_lines_of_help_are_kept(page: Page, house: House) -> None:
    page.goto(f"{house.url}/support")
    page.evaluate(
        "async () => { for (const name of await caches.keys())"
        " await (await caches.open(name)).put('/support', new Response('old')); }"
    )
    page.reload()
    assert "116 123" in page.evaluate(ALL_KEPT)["/support"]


def test_the_place_that_was_chosen_stays_in_the_browser(page: Page, house: House) -> None:
    page.get_by_role("link", name="Support now").click()
    page.get_by_role("dialog").get_by_label("Where are you?").select_option("Ireland")
    page.goto(f"{house.url}/support")
    page.get_by_role("link", name="Support now").click()
    expect(page.get_by_role("dialog").get_by_label("Where are you?").locator(":checked")).to_have_text("Ireland")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="New Zealand").click()
    page.get_by_role("link", name="Support now").click()
    expect(page.get_by_role("dialog").get_by_label("Where are you?").locator(":checked")).to_have_text("New Zealand")


@pytest.mark.parametrize("path", ["/plan", "/data", "/plan/sharing", "/shared", "/return", "/data/erase"])
def test_one_s_own_pages_say_calmly_that_they_cannot_be_reached(page: Page, house: House, path: str) -> None:
    house.go()
    page.goto(house.url + path)
    expect(page.get_by_role("heading", name="This page can’t be reached just now")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="Support now").click()
    expect(page.get_by_role("dialog").get_by_role("link", name="116 123")).to_be_visible()
    page.keyboard.press("Escape")
    assert page.get_by_role("link", name="Try again").evaluate("node => node.href") == house.url + path


def test_a_page_that_was_away_comes_back_where_it_was(page: Page, house: House) -> None:
    house.go()
    page.goto(f"{house.url}/return")
    house.come()
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_role("heading", name="Welcome back")).to_be_visible()


def test_a_page_of_the_staff_is_none_of_these(page: Page, house: House) -> None:
    house.go()
    with pytest.raises(Error):
        page.goto(f"{house.url}/staff/")
