"""Every state of the page for every reader, in a real Chromium: rules of accessibility, order, contrast and motion."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.databases import migrated_file
from tests.web.backstage import QUESTION, FakeRasa
from tests.web.in_browser import (
    AMBIGUOUS,
    CUE,
    SMALL,
    WATCHED,
    browser,
    in_order,
    rasa,
    send,
    settled,
    start,
    tab,
    url,
    violations,
)  # fmt: skip
from tests.web.test_mine_browser import Desk, desk

__all__ = ["browser", "desk", "migrated_file", "rasa", "tab", "url"]
pytestmark = pytest.mark.browser
FADES = "node => getComputedStyle(node).animationName"


def test_no_state_of_the_connection_breaks_a_rule(tab: Page, rasa: FakeRasa) -> None:
    start(tab)
    rasa.mood = "broken"
    send(tab, "buy my own bread")
    expect(tab.locator("#status")).to_contain_text("Not sent.")
    settled(tab)
    assert violations(tab) == []
    tab.context.set_offline(True)
    expect(tab.locator(".net")).to_contain_text("You are offline")
    assert violations(tab) == []
    tab.context.set_offline(False)
    tab.route("**/chat/*", lambda route: route.fulfill(status=503, json={}))
    tab.context.set_offline(True)
    tab.context.set_offline(False)
    expect(tab.locator(".net")).to_have_text("Reconnecting…", timeout=20_000)
    assert violations(tab) == []


@pytest.mark.parametrize("words", [AMBIGUOUS, WATCHED])
def test_no_other_card_breaks_a_rule(tab: Page, words: str) -> None:
    start(tab)
    send(tab, words)
    expect(tab.locator(".card")).to_be_visible()
    settled(tab)
    assert violations(tab) == []


def test_leave_inside_a_card_clears_the_page_and_leaves_no_way_back(tab: Page, url: str) -> None:
    tab.set_viewport_size(SMALL)
    tab.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="weather", content_type="text/html"))
    tab.goto(f"{url}/support")
    tab.goto(url)
    start(tab)
    send(tab, WATCHED)
    way_out = tab.locator(".card").get_by_role("link", name="Leave this site now")
    expect(way_out).to_be_in_viewport(ratio=1)
    way_out.click()
    tab.wait_for_url("https://www.bbc.co.uk/weather")
    with tab.expect_request("https://www.bbc.co.uk/weather"):
        tab.evaluate("setTimeout(() => history.back())")


def test_the_chat_is_read_in_the_order_of_the_page(tab: Page) -> None:
    start(tab)
    send(tab, "a goal")
    expect(tab.get_by_role("button", name="Skip")).to_be_visible()
    in_order(
        tab.locator("body"), "Skip to the page", "Chat", "My plan", "My data", "Leave", "Support now",
        'log "Conversation"', "You said: Hello", "You said: a goal", "Cairn asked: ", QUESTION["text"], "Your answer",
        "Write it your own way", "Send", "Skip", "Go back", "Why do you ask?", "Save and stop", "Report a problem",
    )  # fmt: skip


def test_the_card_is_read_before_the_ways_back(tab: Page) -> None:
    start(tab)
    send(tab, CUE)
    expect(tab.locator(".card")).to_be_visible()
    in_order(
        tab.locator("body"), "Leave", "Support now", "You said: i want to die", 'region "Help you can reach now"',
        "999", "111", "116 123", "85258", "More help lines", "Your answer", "I can carry on",
        "Or write it your own way",
    )  # fmt: skip


def test_my_data_is_read_in_the_order_of_the_page(desk: Desk) -> None:
    tab = desk.open("/data")
    titles = tab.get_by_role("main").get_by_role("heading").all_inner_texts()
    in_order(tab.locator("body"), "Leave", "Support now", *(f'"{title}"' for title in titles))
    tops = tab.locator("main h2").evaluate_all("all => all.map(node => node.getBoundingClientRect().top)")
    assert len(tops) > 3


def test_who_asks_for_more_contrast_gets_black_and_white_and_thicker_lines(tab: Page) -> None:
    tab.emulate_media(contrast="more")
    start(tab)
    send(tab, CUE)
    card = tab.locator(".card")
    expect(card).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(card).to_have_css("color", "rgb(0, 0, 0)")
    expect(card).to_have_css("border-top-width", "2px")
    settled(tab)
    assert violations(tab) == []


def test_who_asks_for_less_motion_gets_none(tab: Page) -> None:
    tab.emulate_media(reduced_motion="reduce")
    start(tab)
    send(tab, "a goal")
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    assert tab.locator(".ask").evaluate(FADES) == "none"


@pytest.mark.parametrize("width", [360, 1280])
def test_from_right_to_left_nothing_is_cut_and_the_sides_change(browser: Browser, url: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740})
    tab = context.new_page()
    tab.goto(url)
    tab.evaluate("document.documentElement.dir = 'rtl'")
    start(tab)
    send(tab, "a goal")
    expect(tab.get_by_role("button", name="Skip")).to_be_visible()
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    mine, theirs = (tab.locator(name).first.bounding_box() for name in ("#log .mine", "#log .ask"))
    assert mine is not None
    assert theirs is not None
    assert mine["x"] < theirs["x"] + theirs["width"] - mine["width"]
    for name in (re.compile("^Leave"), re.compile("Support now")):
        expect(tab.get_by_role("banner").get_by_role("link", name=name)).to_be_in_viewport(ratio=1)
    settled(tab)
    assert violations(tab) == []
    context.close()
