"""The page in a real Chromium: with and without script, by keyboard alone, in two tabs, and when nothing arrives."""

from __future__ import annotations

import pytest
from playwright.sync_api import APIResponse, Browser, Page, Route, expect

from tests.web.backstage import QUESTION, FakeRasa, Kept
from tests.web.in_browser import CUE, browser, rasa, reach, send, start, tab, url

__all__ = ["browser", "rasa", "tab", "url"]
pytestmark = pytest.mark.browser


def test_a_conversation_with_script_stays_on_the_page(tab: Page) -> None:
    start(tab)
    tab.evaluate("window.same = true")
    tab.get_by_role("button", name="Something I want").click()
    expect(tab.locator(".ask")).to_have_text(f"Cairn asked: {QUESTION['text']}")
    send(tab, "play guitar again")
    expect(tab.locator(".mine").last).to_have_text("You said: play guitar again")
    expect(tab.locator("#say")).to_have_value("")
    expect(tab.locator(".ask")).to_have_count(1)
    assert tab.evaluate("window.same") is True
    tab.reload()
    expect(tab.locator(".mine").last).to_have_text("You said: play guitar again")


def test_a_conversation_without_script(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(url)
    start(tab)
    tab.get_by_role("button", name="Something I want").click()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    send(tab, CUE)
    expect(tab.locator(".card .line")).to_have_count(4)
    expect(tab.locator(".card").get_by_role("link", name="116 123")).to_have_attribute("href", "tel:116123")
    assert tab.locator(".card .line").first.bounding_box()["y"] < 500  # type: ignore[index]  # in view at once
    context.close()


def test_what_was_typed_is_kept_when_it_was_not_sent_and_can_be_sent_again(tab: Page, rasa: FakeRasa) -> None:
    start(tab)
    rasa.mood = "broken"
    send(tab, "buy my own bread")
    expect(tab.locator("#status")).to_have_text("Not sent. Please try again. Your words are still in the box.")
    expect(tab.locator("#say")).to_have_value("buy my own bread")
    expect(tab.locator(".mine")).to_have_count(1)
    rasa.mood = "well"
    tab.get_by_role("button", name="Send", exact=True).click()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    expect(tab.locator("#say")).to_have_value("")


def test_without_a_network_the_page_says_so_and_shows_where_help_is(tab: Page) -> None:
    start(tab)
    tab.context.set_offline(True)
    send(tab, "anyone there")
    expect(tab.locator("#status")).to_contain_text("This was not sent.")
    expect(tab.locator("#say")).to_have_value("anyone there")
    expect(tab.get_by_role("log").get_by_role("link", name="116 123")).to_be_visible()


def test_sending_is_shown_until_there_is_an_answer(tab: Page) -> None:
    start(tab)
    waiting: list[Route] = []
    tab.route("**/chat/say", lambda route: waiting.append(route))  # a built-in is not taken
    send(tab, "a goal")
    expect(tab.locator("#status")).to_have_text("Sending…")
    expect(tab.locator("#sending")).to_be_visible()
    send(tab, "a goal")  # pressed again while it is on its way
    assert len(waiting) == 1
    waiting[0].continue_()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    expect(tab.locator("#sending")).to_have_count(0)


def test_while_an_answer_is_on_its_way_it_says_so(tab: Page, rasa: FakeRasa) -> None:
    start(tab)
    rasa.mood = "hung"
    send(tab, "a goal")
    expect(tab.locator("#sending")).to_have_text("Sent")
    expect(tab.locator(".writing")).to_have_text("Cairn is writing…")
    expect(tab.locator("#status")).to_contain_text("Not sent.")
    expect(tab.locator(".writing")).to_have_count(0)


def test_who_answers_before_their_last_words_are_confirmed_is_heard(tab: Page, rasa: FakeRasa) -> None:
    start(tab)
    held: list[tuple[Route, APIResponse]] = []
    tab.route("**/chat/say", lambda route: held.append((route, route.fetch())), times=1)
    send(tab, "a goal")
    expect(tab.get_by_role("button", name="Skip")).to_be_visible()
    tab.get_by_role("button", name="Skip").click()
    expect(tab.locator(".msg", has_text="That’s fine.")).to_be_visible()
    ((route, response),) = held
    route.fulfill(response=response)
    expect(tab.locator("#say")).to_have_value("")
    expect(tab.locator("#status")).to_have_text("")
    expect(tab.locator("#log .mine")).to_have_count(3)
    assert [message["message"] for message in rasa.heard] == ["Hello", "a goal", "skip"]


def test_another_try_is_the_same_message(tab: Page, rasa: FakeRasa) -> None:
    start(tab)
    rasa.mood = "broken"
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.post_data or "") if "/chat/say" in request.url else None)
    send(tab, "a goal")
    expect(tab.locator("#status")).to_contain_text("Not sent.")
    rasa.mood = "well"
    tab.get_by_role("button", name="Try again").click()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    expect(tab.locator("#say")).to_have_value("")
    assert len(asked) == 2
    assert asked[0] == asked[1]


def test_two_tabs_show_the_same_conversation(tab: Page, url: str) -> None:
    start(tab)
    second = tab.context.new_page()
    second.goto(url)
    expect(second.locator(".ask")).to_contain_text("Where would you like to start?")
    send(tab, "a goal")
    expect(second.locator(".ask")).to_contain_text(QUESTION["text"])
    send(second, "another")
    expect(tab.locator(".mine").last).to_have_text("You said: another")
    expect(tab.locator(".mine")).to_have_count(3)


def test_what_is_said_is_announced_and_what_was_said_before_is_not(tab: Page) -> None:
    start(tab)
    assert tab.locator("#log").get_attribute("aria-live") is None
    expect(tab.get_by_role("log", name="Conversation")).to_be_visible()
    tab.add_init_script(
        "customElements.whenDefined('cairn-chat').then(() => { new MutationObserver(() => {"
        " const log = document.querySelector('cairn-chat')?.shadowRoot?.getElementById('log');"
        " window.first = window.first ?? log?.getAttribute('aria-live'); })"
        ".observe(document, {subtree: true, childList: true, attributes: true}); })"
    )
    tab.reload()
    expect(tab.locator(".mine")).to_have_count(1)
    assert tab.evaluate("window.first") == "off"


def test_the_whole_way_by_keyboard_alone(tab: Page, rasa: FakeRasa) -> None:
    reach(tab, "Start")
    tab.keyboard.press("Enter")
    expect(tab.locator(".ask")).to_be_visible()
    tab.wait_for_load_state()
    reach(tab, "A bit of hope")
    tab.keyboard.press("Enter")
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    expect(tab.locator("#say")).to_be_focused()
    tab.keyboard.type("my own words")
    tab.keyboard.press("Enter")
    expect(tab.locator(".mine").last).to_contain_text("my own words")
    expect(tab.locator("#say")).to_have_value("")
    expect(tab.locator("#say")).to_be_focused()
    reach(tab, "Skip")
    tab.keyboard.press("Enter")
    expect(tab.locator(".msg", has_text="That’s fine.")).to_be_visible()
    expect(tab.get_by_role("button", name="Skip")).to_be_focused()
    assert [message["message"] for message in rasa.heard] == ["Hello", "A bit of hope", "my own words", "skip"]


def test_a_line_break_is_typed_with_shift(tab: Page, rasa: FakeRasa) -> None:
    start(tab)
    tab.locator("#say").press_sequentially("one")
    tab.keyboard.press("Shift+Enter")
    tab.keyboard.type("two")
    tab.keyboard.press("Enter")
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    assert rasa.heard[-1]["message"] == "one\ntwo"


def test_leave_clears_the_page_and_leaves_no_way_back(tab: Page, url: str) -> None:
    tab.goto(f"{url}/support")
    tab.goto(url)
    start(tab)
    tab.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="weather", content_type="text/html"))
    tab.get_by_role("link", name="Leave").click()
    tab.wait_for_url("https://www.bbc.co.uk/weather")
    with tab.expect_request("https://www.bbc.co.uk/weather"):
        tab.evaluate("setTimeout(() => history.back())")
    tab.goto(url)
    expect(tab.get_by_role("log")).to_be_visible()


HIDE = """now => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => now });
document.dispatchEvent(new Event('visibilitychange')); }"""


def test_a_tab_that_nobody_looks_at_holds_no_connection_and_hears_everything_on_return(
    tab: Page, rasa: FakeRasa
) -> None:
    start(tab)
    with tab.expect_event("requestfailed", lambda request: request.url.endswith("/chat/stream")):
        tab.evaluate(HIDE, True)
    (name,) = rasa.lines
    rasa.lines[name].append(Kept("cairn", "Your check-in is ready."))
    with tab.expect_request("**/chat/stream"):
        tab.evaluate(HIDE, False)
    expect(tab.get_by_text("Your check-in is ready.")).to_have_count(1)
    expect(tab.locator(".net")).to_have_text("")
