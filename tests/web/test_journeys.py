"""Whole dialogues as a new person has them: a real Chromium before the real processes, driven by what is on screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.model import trained_model
from tests.web.in_browser import browser, reach, send, violations
from tests.web.installation import installation

__all__ = ["browser"]
pytestmark = pytest.mark.browser
CUE = "i want to die"
MOST_TURNS = 80
# What somebody presses, of what is offered: the first of these.
PRESSED = (
    "Yes, save it", "Yes, keep it", "Yes, that's OK", "Yes", "That's right", "Some of it", "Too big", "Keep it",
    "The same again", "Change a line",
    "Carry on",
)  # fmt: skip
FIRST_OF = ("which line", "which of these is it", "which one shall we")  # questions whose answers are one's own lines
ENDS = ("saved", "what was before stays")
# What somebody answers who reads the question: the first pair whose words stand in it.
ANSWERS = (
    ("0 to 10", "7"),
    ("half of it", "walk as far as the corner"),
    ("first minute", "put my shoes on"),
    ("how would you put it", "out of doors, whatever the weather"),
    ("what would you like it to say", "out of doors, whatever the weather"),
    ("which day", "on Saturday at nine"),
    ("when", "on Saturday at nine"),
    ("where", "at the shop on the corner"),
    ("who", "my sister could come with me"),
    ("will you do then", "count to ten and go in"),
    ("hold you back", "my heart races at the door"),
    ("in the way", "my heart races at the door"),
    ("call it", "not giving up"),
    ("step", "walk to the shop with my sister"),
    ("line", "you have come through worse mornings"),
    ("", "I walked the dog by the canal, even on the bad days"),
)


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


def asked(tab: Page) -> str:
    """All that was said after the person's last words."""
    said: str = tab.locator("#log").evaluate(
        """node => { const all = [...node.children];
        const mine = all.map(one => one.classList.contains('mine')).lastIndexOf(true);
        return all.slice(mine + 1).map(one => one.innerText).join(' ').toLowerCase(); }"""
    )
    return said


def by_pointer(tab: Page, yes: str | None, words: str) -> None:
    """Press yes where it is offered, else write the words."""
    if yes:
        tab.locator("#picks").get_by_role("button", name=yes, exact=True).click()
    else:
        send(tab, words)


def by_keyboard(tab: Page, yes: str | None, words: str) -> None:
    """The same with Tab, Enter and letters only."""
    reach(tab, yes or "")
    if not yes:
        tab.keyboard.type(words)
    tab.keyboard.press("Enter")


def pressed(tab: Page) -> str | None:
    """The answer to press, if there is one that fits anybody."""
    picks = [text.strip() for text in tab.locator("#picks .btn").all_inner_texts()]
    if picks and any(part in asked(tab) for part in FIRST_OF):
        return picks[0]
    return next((button for button in PRESSED if button in picks), None)


def answer(tab: Page, act: Callable[[Page, str | None, str], None]) -> None:
    """One answer to what is asked; it must be answered in turn."""
    words = next(words for part, words in ANSWERS if part in asked(tab))
    turn(tab, lambda: act(tab, pressed(tab), words))


def turn(tab: Page, say: Callable[[], None]) -> None:
    """Something said, and what is answered to it."""
    mine = tab.locator("#log .mine").count()
    say()
    expect(tab.locator("#log .mine")).to_have_count(mine + 1)
    expect(tab.locator("#form")).to_have_attribute("aria-busy", "false", timeout=20_000)
    assert asked(tab), "a message was not answered"


def hold(tab: Page, act: Callable[[Page, str | None, str], None] = by_pointer) -> None:
    """A dialogue that was begun, to its end."""
    for _ in range(MOST_TURNS):
        if any(end in asked(tab) for end in ENDS):
            return
        answer(tab, act)
    raise AssertionError(f"it never came to an end; last asked: {asked(tab)}")


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
