"""One's own pages in a real Chromium, with and without script: where the focus is after something was done."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.databases import migrated_file
from tests.web.desk import Desk, desk
from tests.web.in_browser import SMALL, browser

__all__ = ["browser", "desk", "migrated_file"]
pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def tab(desk: Desk, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=request.param, viewport=SMALL)
    context.add_cookies([{"name": "cairn", "value": desk.who.cookie, "url": desk.url}])
    tab = context.new_page()
    tab.goto(f"{desk.url}/plan")
    yield tab
    context.close()


def test_change_this_step_opens_its_form_and_one_can_leave_it(tab: Page) -> None:
    tab.get_by_role("link", name="Change this step").click()
    step = tab.locator(".goal").get_by_label("My next small step")
    expect(step).to_be_focused()
    expect(step).to_be_in_viewport(ratio=1)
    step.fill("something else")
    tab.locator(".goal").get_by_role("button", name="Leave it as it was").last.click()
    expect(tab).to_have_url(re.compile("/plan#b1$"))
    expect(tab.get_by_text("something else")).to_have_count(0)
    expect(step).to_be_hidden()


def test_after_saving_the_word_for_it_has_the_focus(tab: Page) -> None:
    tab.get_by_role("link", name="Change this step").click()
    tab.locator(".goal").get_by_label("My next small step").fill("to the corner")
    tab.locator(".goal").get_by_role("button", name="Save").last.click()
    told = tab.locator(".goal #told")
    expect(told).to_have_text("Saved.")
    expect(told).to_be_focused()
    expect(told).to_be_in_viewport(ratio=1)
    expect(tab.locator(".goal .steps")).to_contain_text("to the corner")


def test_a_refusal_has_the_focus_and_a_card_too(tab: Page, desk: Desk) -> None:
    other = desk.open("/plan")
    for one, words in ((other, "to the sea"), (tab, "to the corner")):
        one.get_by_role("link", name="Change this step").click()
        one.locator(".goal").get_by_label("My next small step").fill(words)
        one.locator(".goal").get_by_role("button", name="Save").last.click()
        expect(one.locator("#told")).to_be_focused()
    expect(tab.locator("#told")).to_contain_text("This was changed somewhere else")
    tab.locator(".note summary", has_text="Change").click()
    tab.get_by_label("A time with more hope").fill("i want to die")
    tab.locator(".note").get_by_role("button", name="Save").click()
    expect(tab.locator(".card")).to_be_visible()
    expect(tab.locator("#told")).to_be_focused()
    tab.keyboard.press("Tab")
    expect(tab.locator(".card").get_by_role("link", name="999")).to_be_focused()


def test_a_cue_in_an_old_form_brings_the_card_with_the_focus_and_shows_the_words_again(tab: Page, desk: Desk) -> None:
    tab.locator(".note summary", has_text="Change").click()
    other = desk.open("/plan")
    other.locator(".note summary", has_text="Change").click()
    other.get_by_label("A time with more hope").fill("the sea")
    other.locator(".note").get_by_role("button", name="Save").click()
    expect(other.locator("#told")).to_be_focused()
    tab.get_by_label("A time with more hope").fill("i want to die")
    tab.locator(".note").get_by_role("button", name="Save").click()
    expect(tab.locator("#told .card")).to_be_in_viewport()
    expect(tab.locator("#told")).to_be_focused()
    expect(tab.get_by_text("This was changed somewhere else")).to_be_visible()
    expect(tab.locator(".typed")).to_contain_text("i want to die")


def test_what_is_no_return_code_may_be_a_cue(tab: Page, desk: Desk) -> None:
    tab.goto(f"{desk.url}/return")
    tab.get_by_label("My return code").fill("i want to die")
    tab.get_by_role("button", name="Find my plan").click()
    expect(tab.locator(".card").get_by_role("link", name="999")).to_be_in_viewport()


def test_choices_a_code_and_a_link_have_it_too(tab: Page, desk: Desk) -> None:
    tab.goto(f"{desk.url}/data")
    tab.get_by_role("button", name="Save my choices").click()
    expect(tab.locator("#told")).to_be_focused()
    tab.get_by_role("button", name="Make my code").click()
    expect(tab.get_by_role("heading", name="Here is my new return code")).to_be_focused()
    tab.reload()
    expect(tab.get_by_text("Not used yet.")).to_be_visible()
    expect(tab.get_by_role("heading", name="Here is my new return code")).to_have_count(0)
    tab.get_by_role("link", name="Make a new code").click()
    expect(tab.get_by_role("heading", name="Make a new code?")).to_be_visible()
    tab.get_by_role("link", name="No, keep the one I have").click()
    tab.get_by_role("button", name="Make a link to show somebody").click()
    expect(tab.get_by_role("heading", name="Here is the link")).to_be_focused()


def test_offline_a_form_waits_with_what_was_typed(desk: Desk) -> None:
    tab = desk.open("/plan")
    tab.get_by_role("link", name="Change this step").click()
    step = tab.locator(".goal").get_by_label("My next small step")
    step.fill("to the corner")
    desk.context.set_offline(True)
    save = tab.locator(".goal").get_by_role("button", name="Save").last
    save.click()
    expect(tab.locator("#waits")).to_have_text("You are offline. This was not sent. Send it again when you are back.")
    expect(tab.locator("#waits")).to_be_focused()
    expect(step).to_have_value("to the corner")
    desk.context.set_offline(False)
    expect(tab.locator("#waits")).to_have_count(0)
    save.click()
    expect(tab.locator(".goal .steps")).to_contain_text("to the corner")


def test_a_return_code_is_sent_with_enter_and_a_wrong_one_is_typed_once_more(tab: Page, desk: Desk) -> None:
    tab.goto(f"{desk.url}/return")
    tab.get_by_label("My return code").press_sequentially("kettle orchard")
    tab.keyboard.press("Enter")
    expect(tab.get_by_text("A code has five words.")).to_be_visible()
    expect(tab.get_by_label("My return code")).to_be_focused()
    expect(tab.get_by_label("My return code")).to_have_value("")  # somebody may look on
