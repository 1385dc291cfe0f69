"""Whole dialogues as a new person has them: a real Chromium before the real processes, driven by what is on screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.model import trained_model
from tests.web.holding import answer, by_keyboard, by_pointer, hold, turn
from tests.web.in_browser import CUE, browser, send, violations
from tests.web.installation import installation

__all__ = ["browser"]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with installation(tmp_path_factory.mktemp("installation"), trained_model()) as address:
        yield address


@pytest.fixture
def tab(browser: Browser, url: str) -> Iterator[Page]:
    """A new person's tab, after their one click."""
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(url)
    tab.get_by_role("button", name="Start").click()
    expect(tab.locator("#picks .btn").first).to_be_visible(timeout=20_000)
    yield tab
    context.close()


@pytest.mark.parametrize(
    ("dialogue", "act"),
    [
        ("What I'm good at", by_pointer),
        ("Set a goal", by_keyboard),
        ("Find some hope", by_pointer),
        ("Plan for hard times", by_keyboard),
    ],
)
def test_a_dialogue_from_the_first_click_to_the_plan(
    tab: Page, url: str, dialogue: str, act: Callable[[Page, str | None, str], None]
) -> None:
    turn(tab, lambda: act(tab, dialogue, ""))
    hold(tab, act)
    assert violations(tab) == []
    tab.goto(f"{url}/plan")
    expect(tab.locator(".own").first).to_be_visible()
    assert violations(tab) == []


def test_a_goal_is_looked_at_again_and_then_changed(tab: Page, url: str) -> None:
    turn(tab, lambda: by_pointer(tab, "Set a goal", ""))
    hold(tab)
    turn(tab, lambda: send(tab, "menu"))
    turn(tab, lambda: by_pointer(tab, "How my step went", ""))
    hold(tab)
    assert violations(tab) == []
    turn(tab, lambda: send(tab, "change my plan"))
    hold(tab)
    assert violations(tab) == []
    tab.goto(f"{url}/plan")
    expect(tab.get_by_text("out of doors, whatever the weather").first).to_be_visible()


def test_a_cue_inside_a_dialogue_and_the_way_back(tab: Page) -> None:
    tab.locator("#picks").get_by_role("button", name="Set a goal").click()
    expect(tab.locator("#log .mine")).to_have_count(2)
    expect(tab.locator("#form")).to_have_attribute("aria-busy", "false", timeout=20_000)
    answer(tab, by_pointer)
    question = tab.locator("#log .ask").inner_text()
    send(tab, CUE)
    expect(tab.locator(".card").get_by_role("link", name="999")).to_be_in_viewport(timeout=20_000)
    expect(tab.locator(".card").get_by_role("link", name="116 123")).to_be_in_viewport()
    tab.get_by_role("button", name="I can carry on").click()
    expect(tab.locator("#log .ask")).to_have_text(question, timeout=20_000)


def test_after_a_reload_the_conversation_stands_where_it_was(tab: Page) -> None:
    tab.locator("#picks").get_by_role("button", name="Find some hope").click()
    expect(tab.locator("#log .mine")).to_have_count(2)
    expect(tab.locator("#form")).to_have_attribute("aria-busy", "false", timeout=20_000)
    question = tab.locator("#log .ask").inner_text()
    picks = tab.locator("#picks").inner_text()
    bubbles = tab.locator("#log .msg").count()
    tab.reload()
    expect(tab.locator("#log .ask")).to_have_text(question)
    expect(tab.locator("#log .msg")).to_have_count(bubbles)
    assert tab.locator("#picks").inner_text() == picks
