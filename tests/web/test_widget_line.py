"""The widget's connection over a long time and in bad weather: who it is, how long it waits, and what it says of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, Route, expect

from bot.web.session import DAY, LIFE, Sessions, Visit
from tests.databases import migrated_file
from tests.web.backstage import QUESTION, Kept
from tests.web.guest_site import Site, site
from tests.web.in_browser import browser

__all__ = ["browser", "migrated_file", "site"]
pytestmark = pytest.mark.browser
KEEP = "token => localStorage.setItem('cairn-token', token)"
KEPT = "() => localStorage.getItem('cairn-token')"
# Every text that stands in the line about the connection, in turn.
WATCH_STATES = """() => { window.states = [];
const net = document.querySelector('cairn-chat').shadowRoot.querySelector('.net');
new MutationObserver(() => window.states.push(net.textContent)).observe(net, { childList: true }); }"""


def signed_before(sessions: Sessions, visit: Visit, seconds: float) -> str:
    """The token that this person was given so many seconds ago."""
    signer = sessions._signer
    now = signer.get_timestamp
    signer.get_timestamp = lambda: int(time.time() - seconds)  # type: ignore[method-assign]
    try:
        return sessions.token(visit)
    finally:
        signer.get_timestamp = now  # type: ignore[method-assign]


def opened(site: Site) -> Page:
    tab = site.visit()
    tab.get_by_role("button", name="Chat with Cairn").click()
    return tab


def until(tab: Page, is_so: Callable[[], object], otherwise: str) -> None:
    """Wait for what the server does, while the browser goes on. Fails after a minute."""
    for _ in range(1_200):
        if is_so():
            return
        tab.wait_for_timeout(50)
    raise AssertionError(otherwise)


def until_it_listens(site: Site, tab: Page) -> None:
    until(tab, lambda: site.app.state.hub.senders, "the widget asked for no stream")


def break_the_stream(site: Site, tab: Page) -> None:
    """End the stream of this tab from the server's side, once the server has it."""
    until_it_listens(site, tab)
    site.app.state.hub.close()


def test_who_comes_back_in_time_stays_who_they_are(site: Site) -> None:
    sessions: Sessions = site.app.state.sessions
    visit = sessions.stranger()
    site.rasa.lines[visit.sender] = [Kept("person", "hello", message_id="message-0001"), Kept("cairn", "Hello again.")]
    old = signed_before(sessions, visit, LIFE - DAY)
    tab = site.visit()
    tab.evaluate(KEEP, old)
    tab.reload()
    with tab.expect_response("**/chat/session"):
        tab.get_by_role("button", name="Chat with Cairn").click()
    expect(tab.get_by_text("Hello again.")).to_be_visible()
    tab.wait_for_function(f"old => ({KEPT})() !== old", arg=old)
    renewed = sessions.known(tab.evaluate(KEPT))
    assert renewed is not None
    assert renewed.sender == visit.sender
    assert not renewed.write


def test_an_error_of_a_server_is_no_news_and_is_asked_for_less_and_less_often(site: Site) -> None:
    tab = opened(site)
    expect(tab.get_by_role("button", name="Start")).to_be_visible()
    tab.evaluate(WATCH_STATES)
    asked: list[float] = []

    def fail(route: Route) -> None:
        asked.append(time.monotonic())
        route.fulfill(status=503, content_type="application/json", body='{"detail": "no"}')

    until_it_listens(site, tab)
    site.context.route("**/chat/stream", fail)
    site.context.route("**/chat/lines", fail)
    break_the_stream(site, tab)
    expect(tab.locator(".net")).to_have_text("Reconnecting…")
    until(tab, lambda: len(asked) >= 4, "it was not asked for again")
    pauses = [later - earlier for earlier, later in pairwise(asked)]
    assert pauses == sorted(pauses)
    assert pauses[-1] > 2 * pauses[0]
    assert tab.evaluate("window.states") == ["Reconnecting…"]


def test_a_message_that_an_error_of_a_server_swallowed_is_sent_again(site: Site) -> None:
    tab = site.talk()
    tries: list[str] = []

    def once(route: Route) -> None:
        tries.append(route.request.post_data or "")
        if len(tries) == 1:
            route.fulfill(status=502, content_type="application/json", body='{"notice": "no"}')
        else:
            route.continue_()

    site.context.route("**/chat/say", once)
    tab.get_by_role("button", name="Something I want").click()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    assert len(tries) == 2
    assert tries[0] == tries[1]


def test_where_pop_ups_are_closed_my_plan_is_a_link_to_press(site: Site) -> None:
    tab = site.talk()
    tab.evaluate("window.open = () => null")
    tab.get_by_role("button", name="My plan and my data").click()
    expect(tab.locator("#status")).to_contain_text("kept the new tab closed")
    way = tab.get_by_role("link", name="Open my plan and my data")
    expect(way).to_be_focused()
    with site.context.expect_page() as mine:
        way.click()
    expect(mine.value.get_by_role("button", name="Yes, open it")).to_be_visible()
    expect(tab.get_by_role("button", name="My plan and my data")).to_be_visible()


def test_a_site_that_moves_it_about_does_not_end_the_conversation(site: Site) -> None:
    tab = site.talk()
    for _ in range(3):
        tab.evaluate("document.body.prepend(document.querySelector('cairn-chat'))")
    break_the_stream(site, tab)
    (name,) = site.rasa.lines
    with tab.expect_response("**/chat/stream"):
        pass
    site.rasa.lines[name].append(Kept("cairn", "Your check-in is ready."))
    expect(tab.get_by_text("Your check-in is ready.")).to_have_count(1)
    expect(tab.locator(".net")).to_have_text("")
    assert len(site.app.state.hub._listeners[name]) == 1
    assert site.complaints == []


def test_what_was_erased_in_one_tab_is_gone_from_the_others(site: Site) -> None:
    tab = site.talk()
    tab.get_by_label("rite it your own way").fill("not sent yet")
    (name,) = site.rasa.lines
    site.rasa.lines.clear()
    site.app.state.turns.forget(name)
    expect(tab.get_by_role("button", name="Start")).to_be_visible()
    expect(tab.locator("#log .msg")).to_have_count(0)
    expect(tab.locator("#picks .btn")).to_have_count(0)
    tab.get_by_role("button", name="Start").click()
    expect(tab.locator(".ask")).to_contain_text("Where would you like to start?")
    expect(tab.locator("#say")).to_have_value("")


def test_what_could_not_be_read_at_first_is_told_once_it_can_be(site: Site) -> None:
    tab = site.talk()
    site.rasa.readable = False
    tab.reload()
    tab.get_by_role("button", name="Chat with Cairn").click()
    expect(tab.get_by_text("What was said before can’t be shown just now.")).to_be_visible()
    tab.get_by_label("rite it your own way").fill("a goal")
    tab.get_by_role("button", name="Send", exact=True).click()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    site.rasa.readable = True
    expect(tab.locator("#log .mine")).to_have_count(2)
    expect(tab.get_by_text("What was said before can’t be shown just now.")).to_have_count(0)
    said = tab.locator("#log .msg").all_text_contents()
    assert [one.split(": ", 1)[1] for one in said] == [
        "Hello", "Hello. I’m a computer program, not a person.", "Where would you like to start?", "a goal",
        QUESTION["text"],
    ]  # fmt: skip


def test_a_problem_with_a_reply_can_be_reported_from_it(site: Site) -> None:
    tab = site.talk()
    report = tab.get_by_role("button", name="Report a problem with this reply")
    report.scroll_into_view_if_needed()
    expect(report).to_be_in_viewport(ratio=1)
    report.click()
    expect(tab.locator(".mine").last).to_have_text("You said: Report a problem")
