"""Every state of the widget for every reader, in a real Chromium: rules of accessibility, order, size and motion."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.databases import migrated_file
from tests.web.backstage import QUESTION
from tests.web.guest_site import Site, site
from tests.web.in_browser import AMBIGUOUS, CUE, WATCHED, browser, in_order, send, settled, violations

__all__ = ["browser", "migrated_file", "site"]
pytestmark = pytest.mark.browser
THEMES = (
    {"color_scheme": "light"}, {"color_scheme": "dark"}, {"contrast": "more"}, {"forced_colors": "active"},
)  # fmt: skip
OVERFLOWS = "node => node.scrollWidth > node.clientWidth"
MOVES = "node => getComputedStyle(node).animationName"


def breaks_no_rule(tab: Page, state: str) -> None:
    settled(tab)
    assert violations(tab) == [], state


def opened(tab: Page) -> None:
    tab.get_by_role("button", name="Chat with Cairn").click()
    expect(tab.get_by_role("button", name="Start")).to_be_visible()


def question(tab: Page) -> None:
    tab.get_by_role("button", name="Start").click()
    tab.get_by_role("button", name="Something I want").click()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(next(iter(theme.values()))))
def test_no_calm_state_breaks_a_rule(site: Site, theme: dict[str, str]) -> None:
    tab = site.visit()
    tab.emulate_media(**theme)  # type: ignore[arg-type]
    assert violations(tab) == [], "closed"
    opened(tab)
    breaks_no_rule(tab, "opened")
    tab.get_by_role("button", name="Support now").click()
    breaks_no_rule(tab, "panel")
    tab.get_by_role("dialog").get_by_label("Where are you?").select_option("Somewhere else")
    breaks_no_rule(tab, "panel of another place")
    tab.keyboard.press("Escape")
    question(tab)
    breaks_no_rule(tab, "question")
    for words in (AMBIGUOUS, CUE, WATCHED):
        send(tab, words)
        expect(tab.locator(".mine").last).to_contain_text(words)
        expect(tab.locator("#form")).to_have_attribute("aria-busy", "false")
        breaks_no_rule(tab, words)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(next(iter(theme.values()))))
def test_no_state_of_the_connection_breaks_a_rule(site: Site, theme: dict[str, str]) -> None:
    tab = site.talk()
    tab.emulate_media(**theme)  # type: ignore[arg-type]
    waiting: list[Route] = []
    tab.route("**/chat/say", lambda route: waiting.append(route), times=1)
    send(tab, "a goal")
    expect(tab.locator("#status")).to_have_text("Sending…")
    breaks_no_rule(tab, "sending")
    site.rasa.mood = "broken"
    waiting[0].continue_()
    expect(tab.get_by_role("button", name="Try again")).to_be_visible()
    breaks_no_rule(tab, "not sent")
    site.context.set_offline(True)
    expect(tab.locator(".net")).to_contain_text("You are offline")
    breaks_no_rule(tab, "offline")
    site.context.route("**/chat/*", lambda route: route.fulfill(status=503, json={}))
    site.context.set_offline(False)
    expect(tab.locator(".net")).to_have_text("Reconnecting…", timeout=20_000)
    breaks_no_rule(tab, "reconnecting")


def test_a_card_is_read_before_the_ways_back(site: Site) -> None:
    tab = site.talk()
    send(tab, CUE)
    expect(tab.locator(".card")).to_be_visible()
    in_order(
        tab.get_by_role("region", name="Cairn"),
        "Leave", "Support now", "Close Cairn", "i want to die", "Help you can reach now", "999", "116 123",
        "More help lines", "I can carry on", "Or write it your own way", "Report a problem", "My plan and my data",
    )  # fmt: skip


def test_a_question_is_read_in_the_order_of_the_frame(site: Site) -> None:
    tab = site.visit()
    opened(tab)
    question(tab)
    in_order(
        tab.get_by_role("region", name="Cairn"),
        "Leave", "Support now", "Close Cairn", 'log "Conversation"', "You said: Hello", "You said: Something I want",
        "Cairn asked: ", QUESTION["text"], "Your answer", "Write it your own way", "Send", "Skip", "Go back",
        "Why do you ask?", "Save and stop", "Report a problem", "My plan and my data",
    )  # fmt: skip


@pytest.mark.parametrize("size", [(320, 256), (320, 568), (360, 640)])
def test_a_card_and_the_panel_are_whole_on_a_small_screen(site: Site, size: tuple[int, int]) -> None:
    tab = site.talk()
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    send(tab, CUE)
    expect(tab.locator(".card .line").first).to_be_in_viewport()
    assert not tab.locator(".frame").evaluate(OVERFLOWS)
    for name in ("Leave", "Support now"):
        expect(tab.locator(".frame .head").get_by_text(name)).to_be_in_viewport(ratio=1)
    carry_on = tab.get_by_role("button", name="I can carry on")
    carry_on.scroll_into_view_if_needed()
    expect(carry_on).to_be_in_viewport(ratio=1)
    tab.locator(".frame .head").get_by_role("button", name="Support now").click()
    panel = tab.get_by_role("dialog")
    for name in ("Leave", "Close"):
        expect(panel.locator(".head").get_by_text(name, exact=False).first).to_be_in_viewport(ratio=1)
    place = panel.get_by_label("Where are you?")
    place.scroll_into_view_if_needed()
    expect(place).to_be_in_viewport(ratio=1)
    assert not panel.evaluate(OVERFLOWS)


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_name_of_a_line_is_broken_for_a_long_number_beside_it(site: Site, width: int) -> None:
    tab = site.talk()
    tab.set_viewport_size({"width": width, "height": 740})
    send(tab, WATCHED)
    expect(tab.locator(".card .line")).not_to_have_count(0)
    narrow = tab.locator(".card .line > span").evaluate_all(
        "all => all.filter(one => one.getBoundingClientRect().width < 110).map(one => one.textContent)"
    )
    assert narrow == []
    assert not tab.locator(".frame").evaluate(OVERFLOWS)


@pytest.mark.parametrize("width", [360, 1280])
def test_from_right_to_left_the_sides_change_and_nothing_is_cut(site: Site, width: int) -> None:
    tab = site.talk()
    tab.set_viewport_size({"width": width, "height": 740})
    tab.evaluate("document.documentElement.dir = 'rtl'")
    send(tab, "a goal")
    expect(tab.get_by_role("button", name="Skip")).to_be_visible()
    mine, theirs, frame = (tab.locator(name).first.bounding_box() for name in ("#log .mine", "#log .ask", ".frame"))
    assert mine is not None
    assert theirs is not None
    assert frame is not None
    assert mine["x"] < theirs["x"] + theirs["width"] - mine["width"]
    assert frame["x"] < 20
    assert not tab.locator(".frame").evaluate(OVERFLOWS)
    for name in ("Leave", "Support now"):
        expect(tab.locator(".frame .head").get_by_text(name)).to_be_in_viewport(ratio=1)
    breaks_no_rule(tab, "right to left")


REACHED = "() => document.activeElement.closest('cairn-chat') ? 'widget' : document.activeElement.textContent.trim()"


def reached(tab: Page) -> set[str]:
    """All that the Tab key leads to on the site, and whether it leads into the widget."""
    found = set()
    for _ in range(30):
        tab.keyboard.press("Tab")
        found.add(tab.evaluate(REACHED))
    return found


def test_where_it_covers_the_whole_screen_nothing_behind_it_is_reached(site: Site) -> None:
    tab = site.talk()
    tab.set_viewport_size({"width": 320, "height": 568})
    assert "Rooms" not in reached(tab)
    tab.evaluate("document.body.prepend(document.querySelector('cairn-chat'))")
    assert "Rooms" not in reached(tab)
    tab.set_viewport_size({"width": 1280, "height": 800})
    assert reached(tab) >= {"Rooms", "widget"}
    tab.set_viewport_size({"width": 320, "height": 568})
    tab.get_by_role("button", name="Close Cairn, keep my place").click()
    assert reached(tab) >= {"Rooms", "widget"}


def test_who_asks_for_less_motion_gets_none(site: Site) -> None:
    tab = site.talk()
    tab.emulate_media(reduced_motion="reduce")
    send(tab, "a goal")
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    assert tab.locator(".ask").evaluate(MOVES) == "none"


def test_who_asks_for_more_contrast_gets_black_and_white_and_thicker_lines(site: Site) -> None:
    tab = site.talk()
    tab.emulate_media(contrast="more")
    send(tab, CUE)
    card = tab.locator(".card")
    expect(card).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(card).to_have_css("color", "rgb(0, 0, 0)")
    expect(card).to_have_css("border-top-width", "2px")


def test_leave_covers_the_site_in_the_moment_in_which_it_is_pressed(site: Site) -> None:
    tab = site.talk()
    tab.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="weather", content_type="text/html"))
    covered = tab.evaluate(
        "() => { document.querySelector('cairn-chat').shadowRoot.querySelector('.head a').click();"
        " return document.documentElement.hidden && !document.body.childElementCount; }"
    )
    assert covered
    tab.wait_for_url("https://www.bbc.co.uk/weather")
