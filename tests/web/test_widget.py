"""The widget on somebody else's site, in a real Chromium: another origin, a strict policy, habits of its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bot.web.demo import create_demo
from tests.databases import migrated_file
from tests.web.backstage import QUESTION, Kept, serving
from tests.web.guest_site import Site, site
from tests.web.in_browser import CUE, browser, violations

__all__ = ["browser", "migrated_file", "site"]
pytestmark = pytest.mark.browser


def test_it_opens_talks_and_keeps_its_place(site: Site) -> None:
    tab = site.talk()
    tab.get_by_role("button", name="Something I want").click()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    tab.get_by_role("button", name="Close Cairn, keep my place").click()
    expect(tab.get_by_role("button", name="Chat with Cairn")).to_be_focused()
    tab.reload()
    tab.get_by_role("button", name="Chat with Cairn").click()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    expect(tab.locator(".mine")).to_have_count(2)
    assert site.complaints == []
    assert site.context.cookies() == []


def test_two_tabs_are_one_conversation(site: Site) -> None:
    first = site.talk()
    second = site.visit()
    second.get_by_role("button", name="Chat with Cairn").click()
    expect(second.locator(".ask")).to_contain_text("Where would you like to start?")
    first.get_by_role("button", name="Something I want").click()
    expect(second.locator(".ask")).to_contain_text(QUESTION["text"])
    expect(second.locator(".mine")).to_have_count(2)
    expect(second.get_by_role("button", name="Skip")).to_be_visible()


def test_support_is_there_before_a_word_was_said_and_without_a_network(site: Site) -> None:
    tab = site.visit()
    tab.get_by_role("button", name="Chat with Cairn").click()
    site.context.set_offline(True)
    tab.get_by_role("button", name="Support now").click()
    panel = tab.get_by_role("dialog")
    expect(panel.get_by_role("link", name="116 123")).to_be_visible()
    expect(panel.get_by_role("link", name="999").first).to_have_attribute("href", "tel:999")
    panel.get_by_label("Where are you?").select_option("USA")
    expect(panel.get_by_role("link", name="988").first).to_be_visible()
    expect(panel.get_by_role("link", name="116 123")).to_have_count(0)
    assert violations(tab) == []
    panel.get_by_role("button", name="Close").click()
    expect(tab.get_by_role("button", name="Support now")).to_be_focused()


def test_leave_clears_the_site_and_goes(site: Site) -> None:
    tab = site.talk()
    tab.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="weather", content_type="text/html"))
    tab.get_by_role("link", name="Leave").click()
    tab.wait_for_url("https://www.bbc.co.uk/weather")
    tab.go_back()
    assert tab.url != f"{site.url}/"


def test_a_cue_brings_the_card_into_view_with_its_numbers(site: Site) -> None:
    tab = site.talk()
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.get_by_label("rite it your own way").fill(CUE)
    tab.get_by_role("button", name="Send", exact=True).click()
    lines = tab.locator(".card .line")
    expect(lines).to_have_count(4)
    for place in range(4):
        expect(lines.nth(place)).to_be_in_viewport(ratio=1)
    for name in ("Leave", "Support now"):
        expect(tab.locator(".frame .head").get_by_text(name)).to_be_in_viewport(ratio=1)


def test_the_habits_of_the_site_do_not_reach_it(site: Site) -> None:
    tab = site.talk()
    look = tab.get_by_role("button", name="Send", exact=True).evaluate(
        "node => { const s = getComputedStyle(node); return [s.textTransform, s.backgroundColor, s.minHeight]; }"
    )
    assert look == ["none", "rgb(29, 82, 99)", "44px"]
    assert tab.locator(".ask").evaluate("node => getComputedStyle(node).fontSize") == "20px"


def test_a_site_themes_it_by_custom_properties(site: Site) -> None:
    tab = site.talk()
    tab.evaluate("document.querySelector('cairn-chat').style.setProperty('--c-action', 'rgb(1, 2, 3)')")
    expect(tab.get_by_role("button", name="Send", exact=True)).to_have_css("background-color", "rgb(1, 2, 3)")


@pytest.mark.parametrize("size", [(360, 640), (320, 256), (1280, 400), (1280, 800)])
def test_leave_support_and_the_box_are_never_cut_off(site: Site, size: tuple[int, int]) -> None:
    tab = site.talk()
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    for name in ("Leave", "Support now"):
        expect(tab.locator(".frame .head").get_by_text(name)).to_be_in_viewport(ratio=1)
    box = tab.get_by_label("rite it your own way")
    box.scroll_into_view_if_needed()
    expect(box).to_be_in_viewport(ratio=1)
    assert tab.locator(".frame").evaluate("node => node.scrollWidth <= node.clientWidth")


def test_by_keyboard_alone(site: Site) -> None:
    tab = site.visit()
    tab.get_by_role("button", name="Chat with Cairn").focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("button", name="Start")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator(".ask")).to_be_visible()
    expect(tab.get_by_role("button", name="What I’m good at")).to_be_focused()
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("button", name="Something I want")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("button", name="Chat with Cairn")).to_be_focused()


def test_what_was_said_while_it_was_away_is_told_once(site: Site) -> None:
    tab = site.talk()
    (name,) = site.rasa.lines
    site.context.set_offline(True)
    expect(tab.locator(".net")).to_contain_text("You are offline")
    site.rasa.lines[name].append(Kept("cairn", "Your check-in is ready."))
    site.context.set_offline(False)
    expect(tab.get_by_text("Your check-in is ready.")).to_have_count(1)
    expect(tab.locator(".net")).to_have_text("")


def test_what_an_old_stream_still_says_does_not_pass_for_being_back(site: Site) -> None:
    tab = site.talk()
    (name,) = site.rasa.lines
    tab.evaluate("Object.defineProperty(navigator, 'onLine', { get: () => false })")
    tab.evaluate("window.dispatchEvent(new Event('offline'))")
    expect(tab.locator(".net")).to_contain_text("You are offline")
    site.context.route("**/chat/*", lambda route: route.abort())
    site.rasa.lines[name].append(Kept("cairn", "Your check-in is ready."))
    tab.wait_for_timeout(4_000)
    expect(tab.locator(".net")).to_contain_text("You are offline")


def test_where_streams_are_held_back_it_asks_again_and_again(site: Site) -> None:
    site.context.route("**/chat/stream", lambda route: route.abort())
    tab = site.talk()
    (name,) = site.rasa.lines
    site.rasa.lines[name].append(Kept("cairn", "Your check-in is ready."))
    expect(tab.get_by_text("Your check-in is ready.")).to_have_count(1, timeout=20_000)


def test_the_way_to_my_plan_asks_first(site: Site) -> None:
    tab = site.talk()
    with site.context.expect_page() as opened:
        tab.get_by_role("button", name="My plan and my data").click()
    mine = opened.value
    mine.get_by_role("button", name="Yes, open it").click()
    expect(mine.get_by_role("heading", name="My plan")).to_be_visible()
    assert {cookie["name"] for cookie in site.context.cookies()} == {"cairn"}


def test_a_site_that_is_not_named_gets_no_conversation(site: Site) -> None:
    with serving(lambda: create_demo(site.cairn)) as port:
        tab = site.context.new_page()
        tab.goto(f"http://127.0.0.1:{port}")
        tab.get_by_role("button", name="Chat with Cairn").click()
        expect(tab.locator(".net")).to_contain_text("Reconnecting")
        tab.get_by_role("button", name="Support now").click()
        expect(tab.get_by_role("dialog").get_by_role("link", name="116 123")).to_be_visible()
    assert site.rasa.heard == []
