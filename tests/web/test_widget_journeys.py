"""Whole dialogues in the widget on somebody else's site, under its strict policy: real processes, the trained model."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.model import trained_model
from tests.web.holding import answer, asked, by_keyboard, by_pointer, hold, turn
from tests.web.in_browser import CUE, SMALL, browser, send, settled, violations
from tests.web.installation import installation_on_a_site

__all__ = ["browser"]
pytestmark = pytest.mark.browser
SLOW = 20_000  # ms for an answer of the real dialogue


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with installation_on_a_site(tmp_path_factory.mktemp("installation"), trained_model()) as (_, site):
        yield site


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext, site: str) -> Iterator[Page]:
    """A new person's tab: the widget was opened and Start pressed. What a policy forbids fails the test."""
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda line: complaints.append(line.text) if "Policy" in line.text else None)
    opened(tab, site)
    tab.get_by_role("button", name="Start").click()
    expect(tab.locator("#picks .btn").first).to_be_visible(timeout=SLOW)
    yield tab
    assert complaints == []


def opened(tab: Page, site: str) -> None:
    tab.goto(site)
    tab.get_by_role("button", name="Chat with Cairn").click()


def press(tab: Page, button: str) -> None:
    turn(tab, lambda: tab.locator(".frame").get_by_role("button", name=button, exact=True).click())


@pytest.mark.parametrize(
    ("dialogue", "act"), [("What I'm good at", by_pointer), ("Set a goal", by_keyboard), ("Find some hope", by_pointer)]
)
def test_a_dialogue_from_the_first_click_to_the_plan(
    tab: Page, context: BrowserContext, dialogue: str, act: Callable[[Page, str | None, str], None]
) -> None:
    turn(tab, lambda: act(tab, dialogue, ""))
    hold(tab, act)
    settled(tab)
    assert violations(tab) == []
    with context.expect_page() as mine:
        tab.get_by_role("button", name="My plan and my data").click()
    mine.value.get_by_role("button", name="Yes, open it").click()
    expect(mine.value.locator(".own").first).to_be_visible()


def test_save_and_stop_keeps_the_words_and_the_next_visit_goes_on(
    tab: Page, context: BrowserContext, site: str
) -> None:
    press(tab, "Set a goal")
    for _ in range(3):
        answer(tab, by_pointer)
    question = tab.locator("#log .ask").inner_text()
    press(tab, "Save and stop")
    assert "your words are kept" in asked(tab)
    assert "carry on" in asked(tab)
    expect(tab.locator("#controls .btn")).to_have_count(0)
    tab.close()
    later = context.new_page()
    opened(later, site)
    expect(later.locator("#log .msg").last).to_contain_text("Your words are kept")
    expect(later.locator("#picks").get_by_role("button", name="Carry on", exact=True)).to_be_visible()
    press(later, "Carry on")
    expect(later.locator("#log .ask")).to_have_text(question, timeout=SLOW)


def test_a_card_of_the_place_that_was_chosen_and_the_way_back(tab: Page) -> None:
    tab.set_viewport_size(SMALL)
    tab.get_by_role("button", name="Support now").click()
    panel = tab.get_by_role("dialog")
    panel.get_by_label("Where are you?").select_option("USA")
    panel.get_by_role("button", name="Close").click()
    press(tab, "Set a goal")
    answer(tab, by_pointer)
    question = tab.locator("#log .ask").inner_text()
    send(tab, CUE)
    card = tab.locator(".card")
    expect(card.get_by_role("link", name="911").first).to_be_in_viewport(timeout=SLOW)
    expect(card.get_by_role("link", name="988").first).to_be_in_viewport()
    expect(card.get_by_role("link", name="116 123")).to_have_count(0)
    settled(tab)
    assert violations(tab) == []
    tab.get_by_role("button", name="I can carry on").click()
    expect(tab.locator("#log .ask")).to_have_text(question, timeout=SLOW)


def test_a_place_that_is_chosen_in_the_chat_is_the_one_of_the_panel(tab: Page) -> None:
    turn(tab, lambda: send(tab, "support now"))
    turn(tab, lambda: send(tab, "More ways to get help"))
    turn(tab, lambda: send(tab, "I'm somewhere else"))
    press(tab, "New Zealand")
    tab.locator(".frame .head").get_by_role("button", name="Support now").click()
    expect(tab.get_by_role("dialog").get_by_label("Where are you?").locator(":checked")).to_have_text("New Zealand")
    expect(tab.get_by_role("dialog").get_by_role("link", name="1737").first).to_be_visible()
