"""Takes the pictures of docs/screens from the real product: `scripts/screens`.

It starts everything that `make run` starts for a conversation, on free ports with databases that are thrown away, and
talks as somebody invented would. Look at each picture afterwards: it is what a person sees.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from bot.settings import ROOT
from tests.model import trained_model
from tests.web.in_browser import ARGUMENTS, CHROMIUM, send, settled
from tests.web.installation import installation_on_a_site

HERE = ROOT / "docs" / "screens"
SIZES = {360: 740, 1280: 800}
PATIENCE = 30_000  # ms for an answer of the real dialogue
# Somebody invented: what they press where it is offered, and what they say to a question that holds these words.
PRESSED = ("Carry on", "Yes, that's OK", "Yes, save it", "Yes, keep it", "Yes", "That's right")
SAID = (
    ("nervous", "stay for one cup of tea"),
    ("0 to 10", "6"),
    ("then i will", "stay for one cup of tea"),
    ("not lower", "it gets me out of the house"),
    ("which day", "on Saturday at ten"),
    ("when", "on Saturday at ten"),
    ("where", "at the allotment"),
    ("who", "my neighbour Ana"),
    ("will you do then", "stay for one cup of tea"),
    ("hold you back", "I get nervous when everybody looks up"),
    ("in the way", "I get nervous when everybody looks up"),
    ("step", "walk down to the allotment with Ana"),
    ("call it", "patience"),
    ("line", "beans come up after every winter"),
    ("why", "it gets me out of the house"),
    ("", "grow beans on my own patch again"),
)
CUE = "i want to die"
TURNS = 60
SETTLED = 4_000  # ms; a stream that was just opened is told once more what is new, and so that it is not offline
COLOURS = 256  # of a picture: enough for flat colours and letters, and a third of the bytes


@dataclass
class Camera:
    """One size of screen. Pictures are taken in a calm moment."""

    tab: Page
    width: int

    def take(self, name: str) -> None:
        self.tab.mouse.move(0, 0)
        self.tab.wait_for_timeout(400)
        picture = HERE / f"{name}-{self.width}.png"
        self.tab.screenshot(path=picture, animations="disabled", caret="hide")
        Image.open(picture).convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE).save(picture, optimize=True)
        print(f"{name}-{self.width}.png", file=sys.stderr)


def main() -> int:
    HERE.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        installation_on_a_site(Path(folder), trained_model()) as (url, site),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for width, height in SIZES.items():
            _on_the_page(browser, url, width, height)
            _on_a_site(browser, site, width, height)
        browser.close()
    return 0


def _on_the_page(browser: Browser, url: str, width: int, height: int) -> None:
    tab = browser.new_page(viewport={"width": width, "height": height}, locale="en-GB")
    camera = Camera(tab, width)
    tab.goto(url)
    expect(tab.get_by_role("button", name="Start")).to_be_visible()
    camera.take("first")
    _say(tab, "Start")
    _say(tab, "Set a goal")
    waiting = "chat"  # for the picture of a question, once something was said
    for turn in range(TURNS):
        if "saved" in _asked(tab):
            break
        _answer(tab)
        if waiting and turn >= 3 and tab.get_by_role("button", name="Skip").is_visible():
            camera.take(waiting)
            waiting = ""
    tab.goto(f"{url}/plan")
    camera.take("plan")
    tab.goto(f"{url}/data")
    camera.take("data")
    tab.goto(url)
    expect(tab.locator("#log .mine").last).to_be_visible()
    tab.wait_for_timeout(SETTLED)
    tab.context.set_offline(True)
    expect(tab.locator(".net")).to_contain_text("offline")
    camera.take("offline")
    tab.context.set_offline(False)
    expect(tab.locator(".net")).to_have_text("", timeout=PATIENCE)
    _turn(tab, lambda: send(tab, CUE))
    expect(tab.locator(".card")).to_be_visible()
    camera.take("card")
    tab.close()


def _on_a_site(browser: Browser, site: str, width: int, height: int) -> None:
    tab = browser.new_page(viewport={"width": width, "height": height}, locale="en-GB")
    tab.goto(site)
    tab.get_by_role("button", name="Chat with Cairn").click()
    _say(tab, "Start")
    _say(tab, "Find some hope")
    Camera(tab, width).take("widget")
    tab.close()


def _answer(tab: Page) -> None:
    picks = [text.strip() for text in tab.locator("#picks .btn").all_inner_texts()]
    yes = next((button for button in PRESSED if button in picks), "")
    words = next(words for part, words in SAID if part in _asked(tab))
    if yes:
        _say(tab, yes)
    else:
        _turn(tab, lambda: send(tab, words))


def _say(tab: Page, button: str) -> None:
    _turn(tab, lambda: tab.get_by_role("button", name=button, exact=True).first.click())


def _turn(tab: Page, act: Callable[[], None]) -> None:
    mine = tab.locator("#log .mine").count()
    act()
    expect(tab.locator("#log .mine")).to_have_count(mine + 1, timeout=PATIENCE)
    expect(tab.locator("#form")).to_have_attribute("aria-busy", "false", timeout=PATIENCE)
    settled(tab)


def _asked(tab: Page) -> str:
    """What was said last, in small letters."""
    return str(tab.locator("#log .msg").last.inner_text()).lower()


if __name__ == "__main__":
    raise SystemExit(main())
