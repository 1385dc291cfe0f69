"""The draft beside the question, in Chromium: at the side of a wide page, folded elsewhere, not beside a card."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.databases import migrated_file
from tests.web.backstage import DRAFTED, WISH
from tests.web.guest_site import Site, site
from tests.web.in_browser import CUE, SMALL, THEMES, ZOOMED, browser, rasa, send, settled, start, tab, url, violations

__all__ = ["browser", "migrated_file", "rasa", "site", "tab", "url"]
pytestmark = pytest.mark.browser
TITLE = "My goal so far"


def drafted(tab: Page) -> None:
    start(tab)
    send(tab, WISH)
    expect(tab.locator(".ask")).to_contain_text(str(DRAFTED["text"]))
    settled(tab)


@pytest.mark.parametrize("theme", THEMES)
def test_on_a_wide_page_the_draft_stands_at_the_side(tab: Page, theme: dict[str, Any]) -> None:
    tab.emulate_media(**theme)
    drafted(tab)
    aside = tab.get_by_role("complementary", name=TITLE)
    expect(aside).to_contain_text("Nothing is saved as yours until you say it is right.")
    expect(aside.locator("dd")).to_have_text([WISH, "ask: my sister"])
    expect(tab.locator("details.sofar")).to_be_hidden()
    assert violations(tab) == []


@pytest.mark.parametrize("size", [SMALL, ZOOMED, {"width": 1024, "height": 700}])
def test_where_there_is_little_room_it_is_folded_to_one_line(tab: Page, size: Any) -> None:
    tab.set_viewport_size(size)
    drafted(tab)
    expect(tab.get_by_role("complementary", name=TITLE)).to_be_hidden()
    expect(tab.locator(".sofar dd").first).to_be_hidden()
    tab.get_by_text(f"{TITLE}: 2 things").click()
    expect(tab.locator(".sofar dd").first).to_have_text(WISH)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(tab) == []


def test_it_is_there_after_a_reload_and_without_script(browser: Browser, tab: Page, url: str) -> None:
    drafted(tab)
    tab.reload()
    expect(tab.get_by_role("complementary", name=TITLE).locator("dd").first).to_have_text(WISH)
    plain = browser.new_context(java_script_enabled=False, storage_state=tab.context.storage_state()).new_page()
    plain.goto(url)
    expect(plain.get_by_role("complementary", name=TITLE).locator("dd").first).to_have_text(WISH)
    expect(plain.locator("details.sofar")).to_be_hidden()
    plain.set_viewport_size(SMALL)
    plain.get_by_text(f"{TITLE}: 2 things").click()
    expect(plain.locator(".sofar dd").first).to_have_text(WISH)
    plain.context.close()


def test_beside_a_card_nothing_stands_but_help(tab: Page) -> None:
    drafted(tab)
    send(tab, CUE)
    expect(tab.locator(".card").first).to_be_visible()
    expect(tab.get_by_role("complementary", name=TITLE)).to_be_hidden()
    expect(tab.locator("details.sofar")).to_be_hidden()


def test_a_question_with_no_draft_takes_it_away(tab: Page) -> None:
    drafted(tab)
    send(tab, "a goal")
    expect(tab.get_by_role("complementary", name=TITLE)).to_be_hidden()


def test_the_widget_folds_it_whatever_the_page_it_stands_on(site: Site) -> None:
    tab = site.visit()
    tab.get_by_role("button", name="Chat with Cairn").click()
    tab.get_by_role("button", name="Start").click()
    expect(tab.locator("#picks .btn").first).to_be_visible()
    send(tab, WISH)
    tab.get_by_text(f"{TITLE}: 2 things").click()
    expect(tab.locator(".sofar dd").first).to_have_text(WISH)
    settled(tab)
    assert violations(tab) == []
    expect(tab.get_by_role("complementary", name=TITLE)).to_have_count(0)
    send(tab, CUE)
    expect(tab.locator(".card").first).to_be_visible()
    expect(tab.locator("details.sofar")).to_be_hidden()
