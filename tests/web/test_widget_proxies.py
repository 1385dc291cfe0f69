"""The widget behind proxies that hold streams back, cut them or close them: what is said arrives all the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.settings import Service
from bot.web.app import create_app
from bot.web.demo import create_demo
from tests.web.backstage import GREETING, QUESTION, FakeRasa, Kept, closed_port, serving, settings_for
from tests.web.between import Fate, between
from tests.web.in_browser import browser, send

__all__ = ["browser"]
pytestmark = pytest.mark.browser
NEWS = "Your check-in is ready."


class House:
    """Cairn behind a proxy, on somebody's site. What becomes of a stream is told by `streams`, one after the other."""

    def __init__(self) -> None:
        self.rasa = FakeRasa(replies={"Hello": GREETING})
        self.streams = [Fate.PASSES]
        self.asked: list[str] = []

    def fate(self, path: str) -> Fate:
        self.asked.append(path)
        if path != "/chat/stream":
            return Fate.PASSES
        return self.streams.pop(0) if len(self.streams) > 1 else self.streams[0]

    def tell(self, words: str) -> None:
        (name,) = self.rasa.lines
        self.rasa.lines[name].append(Kept("cairn", words))


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def tab(browser: Browser, house: House) -> Iterator[Page]:
    """A tab on the site."""
    port = closed_port()
    service = Service(area="England", widget_origins=(f"http://127.0.0.1:{port}",))
    with serving(house.rasa.app) as rasa_port:
        app = create_app(settings_for(rasa_port, service=service), kept=house.rasa)
        with (
            serving(lambda: app) as cairn_port,
            between(cairn_port, house.fate) as proxy_port,
            serving(lambda: create_demo(f"http://127.0.0.1:{proxy_port}"), port),
        ):
            tab = browser.new_page()
            tab.goto(f"http://127.0.0.1:{port}")
            yield tab
            tab.context.close()


def talk(tab: Page) -> None:
    tab.get_by_role("button", name="Chat with Cairn").click()
    tab.get_by_role("button", name="Start").click()
    expect(tab.locator(".ask")).to_contain_text("Where would you like to start?")


def test_behind_a_proxy_that_holds_streams_back_it_asks_instead(tab: Page, house: House) -> None:
    house.streams = [Fate.HELD]
    talk(tab)
    expect(tab.locator(".net")).to_have_text("", timeout=20_000)
    house.tell(NEWS)
    expect(tab.get_by_text(NEWS)).to_have_count(1, timeout=20_000)
    send(tab, "a goal")
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    assert house.asked.count("/chat/stream") == 1
    assert "/chat/lines" in house.asked


def test_after_a_reload_there_the_conversation_is_told(tab: Page, house: House) -> None:
    house.streams = [Fate.HELD]
    talk(tab)
    tab.reload()
    tab.get_by_role("button", name="Chat with Cairn").click()
    expect(tab.locator(".ask")).to_contain_text("Where would you like to start?", timeout=20_000)
    expect(tab.locator("#log .msg")).to_have_count(3)


def test_a_stream_that_is_cut_in_the_middle_of_an_event_is_taken_up_again(tab: Page, house: House) -> None:
    house.streams = [Fate.PASSES]
    talk(tab)
    house.streams = [Fate.CUT, Fate.PASSES]
    tab.reload()
    tab.get_by_role("button", name="Chat with Cairn").click()
    expect(tab.locator(".ask")).to_contain_text("Where would you like to start?")
    expect(tab.locator("#log .msg")).to_have_count(3)
    house.tell(NEWS)
    expect(tab.get_by_text(NEWS)).to_have_count(1)


def test_where_every_stream_is_cut_it_asks_instead(tab: Page, house: House) -> None:
    house.streams = [Fate.CUT]
    talk(tab)
    house.tell(NEWS)
    expect(tab.get_by_text(NEWS)).to_have_count(1, timeout=20_000)
    expect(tab.locator("#log .msg")).to_have_count(4)


def test_where_streams_never_arrive_it_asks_instead(tab: Page, house: House) -> None:
    house.streams = [Fate.LOST]
    talk(tab)
    house.tell(NEWS)
    expect(tab.get_by_text(NEWS)).to_have_count(1, timeout=20_000)
