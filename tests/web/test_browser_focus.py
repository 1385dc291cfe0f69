"""Where somebody lands on the chat page, and where the focus is, in a real Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.web.backstage import QUESTION, FakeRasa, said
from tests.web.in_browser import CUE, SMALL, ZOOMED, browser, rasa, send, settled, start, tab, url

__all__ = ["browser", "rasa", "tab", "url"]
pytestmark = pytest.mark.browser
SIZES: tuple[ViewportSize, ...] = (
    {"width": 1280, "height": 800}, {"width": 390, "height": 844}, SMALL, {"width": 320, "height": 568},
    {"width": 640, "height": 400}, ZOOMED,
)  # fmt: skip
LONG = tuple(said(f"Paragraph {number} of what is kept, and who may see it. " * 3) for number in range(7))
LIVE = """() => { window.live = [];
const log = document.querySelector('cairn-chat').shadowRoot.getElementById('log');
new MutationObserver((all) => all.forEach((one) => one.addedNodes.forEach((node) => {
  if (node.matches?.('.card')) window.live.push(log.getAttribute('aria-live')); })))
  .observe(log, { childList: true }); }"""
HIDDEN_BEHIND_THE_TOP = """node => { const top = document.querySelector('.top').getBoundingClientRect();
return node.getBoundingClientRect().top < top.bottom - 1; }"""


def card_and_then_a_question(tab: Page) -> None:
    start(tab)
    send(tab, CUE)
    expect(tab.locator(".card")).to_be_visible()
    for words in ("I can carry on", "a goal"):
        send(tab, words)
        expect(tab.locator(".mine").last).to_contain_text(words)
        expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
        expect(tab.locator("#form")).to_have_attribute("aria-busy", "false")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size['width']}x{size['height']}")
def test_who_comes_back_lands_on_the_question_not_on_an_earlier_card(tab: Page, size: ViewportSize) -> None:
    tab.set_viewport_size(size)
    card_and_then_a_question(tab)
    expect(tab.locator(".ask")).to_be_in_viewport(ratio=1)
    tab.reload()
    expect(tab.locator(".card")).to_have_count(1)
    expect(tab.locator(".ask")).to_be_in_viewport(ratio=1)
    assert not tab.locator(".ask").evaluate(HIDDEN_BEHIND_THE_TOP)


def test_who_comes_back_to_a_card_that_is_the_latest_turn_lands_on_it(tab: Page) -> None:
    tab.set_viewport_size(SMALL)
    start(tab)
    send(tab, CUE)
    expect(tab.locator(".card")).to_be_visible()
    tab.reload()
    expect(tab.locator(".card").get_by_role("link", name="999")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size['width']}x{size['height']}")
def test_a_long_turn_is_seen_from_its_beginning(tab: Page, rasa: FakeRasa, size: ViewportSize) -> None:
    rasa.replies["tell me"] = LONG
    tab.set_viewport_size(size)
    start(tab)
    send(tab, "tell me")
    first = tab.locator(".msg", has_text="Paragraph 0")
    expect(first).to_be_in_viewport()
    assert not first.evaluate(HIDDEN_BEHIND_THE_TOP)
    tab.reload()
    expect(first).to_be_in_viewport()
    assert not first.evaluate(HIDDEN_BEHIND_THE_TOP)


@pytest.mark.parametrize("by_enter", [True, False])
def test_after_a_card_the_next_tab_is_its_first_number(tab: Page, by_enter: bool) -> None:
    start(tab)
    tab.evaluate(LIVE)
    if by_enter:
        tab.locator("#say").press_sequentially(CUE)
        tab.keyboard.press("Enter")
    else:
        send(tab, CUE)
    expect(tab.locator(".card h2")).to_be_focused()
    tab.keyboard.press("Tab")
    expect(tab.locator(".card").get_by_role("link", name="999")).to_be_focused()
    assert tab.evaluate("window.live") == ["off"]  # it is read from the focus, not a second time
    expect(tab.locator("#log")).not_to_have_attribute("aria-live", "off")
    expect(tab.locator("#say")).to_have_value("")


def test_a_card_for_words_that_were_not_kept_has_the_focus_too(tab: Page, rasa: FakeRasa) -> None:
    start(tab)
    rasa.mood = "broken"
    send(tab, CUE)
    expect(tab.locator(".card h2")).to_be_focused()


def test_a_card_takes_nobody_out_of_the_box_who_writes_on(tab: Page) -> None:
    start(tab)
    other = tab.context.new_page()
    other.goto(tab.url)
    other.locator("#say").fill("half a sente")
    send(tab, CUE)
    expect(other.locator(".card")).to_be_visible()
    expect(other.locator("#say")).to_be_focused()


def test_after_a_pick_the_focus_is_on_the_next_answers_and_no_frame_stands_round_all_of_them(
    tab: Page, rasa: FakeRasa
) -> None:
    rasa.replies["A bit of hope"] = (said("How much, from 0 to 2?", ("0", "1", "2")),)
    tab.get_by_role("button", name="Start").focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("button", name="What I’m good at")).to_be_focused()
    tab.get_by_role("button", name="A bit of hope").focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("button", name="0", exact=True)).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    expect(tab.locator("#say")).to_be_focused()


def test_what_was_pressed_is_said_by_its_name_now_and_later(tab: Page, rasa: FakeRasa) -> None:
    start(tab)
    send(tab, "a goal")
    rasa.replies["stop"] = (said("Saved."),)
    tab.get_by_role("button", name="Skip").click()
    expect(tab.locator(".mine").last).to_have_text("You said: Skip")
    expect(tab.locator("#form")).to_have_attribute("aria-busy", "false")
    tab.get_by_role("button", name="Save and stop").click()
    expect(tab.locator(".mine").last).to_have_text("You said: Save and stop")
    expect(tab.get_by_text("Saved.")).to_be_visible()
    send(tab, "stop")
    expect(tab.locator(".mine").last).to_have_text("You said: stop")
    expect(tab.locator("#form")).to_have_attribute("aria-busy", "false")
    tab.reload()
    expect(tab.locator(".mine")).to_have_count(5)
    told = [words.removeprefix("You said: ") for words in tab.locator(".mine").all_text_contents()]
    assert told == ["Hello", "a goal", "Skip", "Save and stop", "stop"]
    assert [message["message"] for message in rasa.heard[2:]] == ["skip", "stop", "stop"]
    settled(tab)


def test_offline_one_honest_line_says_so_and_nothing_of_it_stays(tab: Page) -> None:
    start(tab)
    tab.context.set_offline(True)
    send(tab, "anyone there")
    expect(tab.locator("#status")).to_have_text("You are offline. This was not sent. Send it again when you are back.")
    expect(tab.locator(".net")).to_have_text("")
    expect(tab.locator("#log")).not_to_contain_text("wrong on my side")
    help_line = tab.get_by_role("log").get_by_role("link", name="116 123")
    expect(help_line).to_be_visible()
    tab.context.set_offline(False)
    expect(tab.locator("#status")).to_contain_text("Not sent. Please try again.")
    tab.get_by_role("button", name="Send", exact=True).click()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    expect(help_line).to_have_count(0)
    expect(tab.locator("#status")).to_have_text("")
    expect(tab.locator(".net")).to_have_text("")
