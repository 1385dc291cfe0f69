"""How somebody holds a dialogue in a browser: what is asked is read from the screen; each message must be answered."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.web.in_browser import reach, send

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
