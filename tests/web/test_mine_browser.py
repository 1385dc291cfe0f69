"""My plan and my data in a real Chromium: accessible in every theme and size, and by keyboard."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.databases import migrated_file
from tests.web.desk import Desk, desk
from tests.web.in_browser import SMALL, THEMES, ZOOMED, browser, violations
from tests.web.people import WORD

__all__ = ["browser", "desk", "migrated_file"]
pytestmark = pytest.mark.browser
PAGES = ("/plan", "/plan/sharing", "/plan/seen", "/data", "/data/erase", "/return", "/plan/print", "/plan/appointment")


@pytest.mark.parametrize("theme", THEMES)
def test_no_page_breaks_a_rule_of_accessibility(desk: Desk, theme: dict[str, Any]) -> None:
    tab = desk.context.new_page()
    tab.emulate_media(**theme)
    for path in PAGES:
        tab.goto(desk.url + path)
        assert violations(tab, theme) == [], path
    tab.goto(f"{desk.url}/plan")
    for summary in tab.locator("summary").all():
        summary.click()
    assert violations(tab) == []


@pytest.mark.parametrize("theme", THEMES)
def test_a_refusal_with_a_card_and_their_words_breaks_no_rule_either(desk: Desk, theme: dict[str, Any]) -> None:
    tab, other = desk.context.new_page(), desk.open("/plan")
    tab.emulate_media(**theme)
    tab.set_viewport_size(SMALL)  # type: ignore[arg-type]
    tab.goto(f"{desk.url}/plan")
    for one, words in ((other, "the sea"), (tab, "i want to die")):
        one.locator(".note summary", has_text="Change").click()
        one.get_by_label("A time with more hope").fill(words)
        one.locator(".note").get_by_role("button", name="Save").click()
    expect(tab.locator("#told .card")).to_be_visible()
    assert violations(tab, theme) == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
    tab.goto(f"{desk.url}/return")
    tab.get_by_label("My return code").fill("i want to die")
    tab.get_by_role("button", name="Find my plan").click()
    expect(tab.locator(".card")).to_be_visible()
    assert violations(tab, theme) == []


@pytest.mark.parametrize("size", [SMALL, ZOOMED])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_on_a_small_screen(desk: Desk, path: str, size: dict[str, int]) -> None:
    tab = desk.context.new_page()
    tab.set_viewport_size(size)  # type: ignore[arg-type]
    tab.goto(desk.url + path)
    for name in ("Leave", "Support now"):
        expect(tab.get_by_role("link", name=name).first).to_be_in_viewport(ratio=1)
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_change_in_place_by_keyboard_alone(desk: Desk) -> None:
    tab = desk.open("/plan")
    change = tab.locator(".goal summary").filter(has_text=f"Change walk the {WORD}")
    change.focus()
    tab.keyboard.press("Enter")
    box = tab.locator(".goal").get_by_label("When", exact=True)
    for _ in range(12):
        tab.keyboard.press("Tab")
        if box.evaluate("node => node === document.activeElement"):
            break
    tab.keyboard.press("Control+A")
    tab.keyboard.type("on Sunday, after lunch")
    tab.locator(".goal").get_by_role("button", name="Save").last.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".goal .steps")).to_contain_text(re.compile(r"Sunday .*after lunch"))


def test_the_picture_of_their_numbers_has_words_for_who_does_not_see_it(desk: Desk) -> None:
    tab = desk.open("/plan")
    picture = tab.get_by_role("img", name="How near it feels")
    expect(picture).to_have_accessible_name(re.compile(f"3, saw the {WORD}, 0.*4, saw the {WORD}, 1"))


def test_the_page_is_read_in_the_order_in_which_it_stands(desk: Desk) -> None:
    tab = desk.open("/plan")
    order = tab.get_by_role("main").get_by_role("heading").all_inner_texts()
    wanted = ["My plan", "What I’m good at and what I have", "What I want", "My plan for hard times", "My hope note",
              "Take it with me", "Who can see it"]  # fmt: skip
    assert [title for title in order if title in wanted] == wanted
    tops = tab.locator(".stack h2").evaluate_all("all => all.map(node => node.getBoundingClientRect().top)")
    assert tops == sorted(tops)


def test_the_code_stays_closed_until_it_is_asked_for(desk: Desk) -> None:
    tab = desk.open("/data")
    tab.get_by_role("button", name="Make my code").click()
    words = tab.locator(".code .what")
    expect(words).to_be_hidden()
    assert violations(tab) == []
    tab.get_by_text("show my five words").click()
    expect(words).to_be_visible()


def test_support_opens_over_the_page_and_works_without_a_network(desk: Desk) -> None:
    tab = desk.open("/plan")
    desk.context.set_offline(True)
    tab.get_by_role("link", name="Support now").click()
    expect(tab.get_by_role("dialog").get_by_role("link", name="116 123")).to_be_visible()
    assert violations(tab) == []
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("link", name="Support now")).to_be_focused()


def test_a_plan_is_found_again_and_erased(desk: Desk, browser: Browser) -> None:
    tab = desk.open("/data")
    tab.get_by_role("button", name="Make my code").click()
    tab.get_by_text("show my five words").click()
    code = tab.locator(".code .what").inner_text()
    other = browser.new_context()
    found = other.new_page()
    found.goto(desk.url)
    found.get_by_role("link", name="I have a return code").click()
    found.get_by_label("My return code").fill(code.replace("·", " ").upper())
    found.get_by_role("button", name="Find my plan").click()
    expect(found.get_by_text(f"walk the {WORD} again").first).to_be_visible()
    found.get_by_role("link", name="My data").click()
    found.get_by_role("link", name="Erase everything").click()
    found.get_by_role("button", name="Yes, erase everything").click()
    expect(found.get_by_role("heading", name="It is erased")).to_be_visible()
    tab.goto(f"{desk.url}/plan")
    expect(tab.get_by_text(WORD)).to_have_count(0)
    other.close()
