"""How the page looks and fits in a real Chromium: on a small screen, zoomed, in every theme, for every reader."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.web.backstage import QUESTION
from tests.web.in_browser import CUE, SMALL, THEMES, ZOOMED, browser, rasa, send, settled, start, tab, url, violations

__all__ = ["browser", "rasa", "tab", "url"]
pytestmark = pytest.mark.browser


def test_the_card_comes_into_view_with_all_its_numbers(tab: Page) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    start(tab)
    send(tab, CUE)
    lines = tab.locator(".card .line")
    expect(lines).to_have_count(4)
    for place in range(4):
        expect(lines.nth(place)).to_be_in_viewport(ratio=1)
        assert lines.nth(place).bounding_box()["height"] >= 60  # type: ignore[index]
    tab.get_by_role("button", name="I can carry on").click()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])


@pytest.mark.parametrize("theme", THEMES)
def test_no_page_breaks_a_rule_of_accessibility(browser: Browser, url: str, theme: dict[str, Any]) -> None:
    context = browser.new_context(**theme)
    tab = context.new_page()
    for path in ("/support", "/support?area=Wales", "/nothing", "/"):
        tab.goto(url + path)
        assert violations(tab, theme) == []
    start(tab)
    settled(tab)
    assert violations(tab) == []
    send(tab, "a goal")
    expect(tab.get_by_role("button", name="Skip")).to_be_visible()
    settled(tab)
    assert violations(tab) == []
    send(tab, CUE)
    expect(tab.locator(".card")).to_be_visible()
    settled(tab)
    assert violations(tab) == []
    tab.reload()
    assert violations(tab) == []
    context.close()


@pytest.mark.parametrize("size", [SMALL, ZOOMED, {"width": 640, "height": 450}])
def test_nothing_is_cut_on_a_small_screen(browser: Browser, url: str, size: ViewportSize) -> None:
    context = browser.new_context(viewport=size)
    tab = context.new_page()
    tab.goto(f"{url}/support")
    assert fits(tab)
    tab.goto(url)
    assert fits(tab)
    start(tab)
    assert fits(tab)
    send(tab, "a" * 300)
    expect(tab.get_by_role("button", name="Skip")).to_be_visible()
    assert fits(tab)
    send(tab, CUE)
    expect(tab.locator(".card")).to_be_visible()
    assert fits(tab)
    context.close()


def test_with_twice_the_text_size_nothing_is_cut(tab: Page) -> None:
    tab.set_viewport_size(SMALL)
    start(tab)
    tab.evaluate("document.documentElement.style.fontSize = '200%'")
    assert fits(tab)


def test_every_target_is_large_enough(tab: Page) -> None:
    start(tab)
    send(tab, "a goal")
    expect(tab.get_by_role("button", name="Skip")).to_be_visible()
    for target in tab.locator("header a, main button").filter(visible=True).all():
        assert target.bounding_box()["height"] >= 44  # type: ignore[index]


def test_nothing_is_asked_of_anybody_else(browser: Browser, url: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(url)
    start(tab)
    send(tab, "a goal")
    expect(tab.get_by_role("button", name="Skip")).to_be_visible()
    tab.goto(f"{url}/support")
    assert all(address.startswith(url) for address in asked)
    assert {cookie["name"] for cookie in context.cookies()} == {"cairn"}
    context.close()


def fits(tab: Page) -> bool:
    """No sideways scrolling, and the two ways out are in view."""
    for name in ("Leave", "Support now"):
        expect(tab.get_by_role("banner").get_by_role("link", name=name)).to_be_in_viewport(ratio=1)
    return bool(tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
