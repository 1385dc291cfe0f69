"""A real Chromium before the page: the browser, a tab at the first page, and what a person does in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect, sync_playwright

from bot.safety.card import support_message
from bot.web.app import create_app
from tests.web.backstage import DRAFTED, GREETING, QUESTION, WISH, FakeRasa, said, serving, settings_for

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
CUE = "i want to die"
AMBIGUOUS = "i can't do this any more"
WATCHED = "he hits me"
SMALL: ViewportSize = {"width": 360, "height": 640}
# 400 % zoom of a 1280 px wide screen
ZOOMED: ViewportSize = {"width": 320, "height": 256}
THEMES: tuple[dict[str, Any], ...] = (
    {"color_scheme": "light"}, {"color_scheme": "dark"}, {"color_scheme": "dark", "forced_colors": "active"},
)  # fmt: skip


def card(family: str = "wish_to_die", layout: str = "card") -> dict[str, object]:
    message = support_message(layout, (family,), country="GB", area="England", shown_before=0)
    support = {"id": message.id, "layout": layout, "families": [family], "signposts": list(message.signposts)}
    return said(message.text, message.buttons, support=support)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def rasa() -> FakeRasa:
    cards = {CUE: [card()], AMBIGUOUS: [card("passive", "ask")], WATCHED: [card("abuse")]}
    return FakeRasa(replies={"Hello": GREETING, "skip": [said("That’s fine."), QUESTION], WISH: [DRAFTED], **cards})


@pytest.fixture
def url(rasa: FakeRasa) -> Iterator[str]:
    with serving(rasa.app) as rasa_port:
        settings = settings_for(rasa_port)
        with serving(lambda: create_app(settings, kept=rasa)) as port:
            yield f"http://127.0.0.1:{port}"


@pytest.fixture
def tab(browser: Browser, url: str) -> Iterator[Page]:
    """A tab with script, at the first page. What a console reports fails the test."""
    context = browser.new_context()
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda line: complaints.append(line.text) if "Security Policy" in line.text else None)
    tab.goto(url)
    yield tab
    context.close()
    assert complaints == []


def start(tab: Page) -> None:
    tab.get_by_role("button", name="Start").click()
    expect(tab.locator(".ask")).to_contain_text("Where would you like to start?")
    tab.wait_for_load_state()


def send(tab: Page, words: str) -> None:
    tab.get_by_label("rite it your own way").fill(words)
    tab.get_by_role("button", name="Send", exact=True).click()


def settled(tab: Page) -> None:
    """Wait until nothing fades in any more."""
    tab.locator("#log").evaluate(
        "node => Promise.all(node.getAnimations({ subtree: true }).map(motion => motion.finished))"
    )


# What a page needs that is not covered by the widget: while it is, only the widget is there for anybody.
OF_THE_PAGE = ("landmark-one-main", "page-has-heading-one")


# What another theme may change.
OF_COLOURS = ("color-contrast", "link-in-text-block")


def violations(tab: Page, theme: Mapping[str, Any] = THEMES[0]) -> list[str]:
    """What axe finds, each with the first place where it was found: by every rule, in other themes of colours."""
    covered = tab.evaluate("Boolean(document.querySelector('main')?.closest('[inert]'))")
    rules = {rule: {"enabled": not covered} for rule in OF_THE_PAGE}
    of_colours = {"runOnly": {"type": "rule", "values": list(OF_COLOURS)}}
    found = Axe().run(tab, options={"rules": rules} if theme == THEMES[0] else of_colours).response["violations"]
    return [f"{one['id']}: {one['help']} ({one['nodes'][0]['html']})" for one in found]


def in_order(node: Locator, *names: str) -> None:
    """What a screen reader meets holds these words in this order."""
    read = node.aria_snapshot()
    at = 0
    for name in names:
        found = read.find(name, at)
        assert found >= 0, f"{name} is not read after what comes before it:\n{read}"
        at = found + len(name)


def reach(tab: Page, name: str) -> None:
    """Press Tab until what reads so has the focus; the box for own words reads empty. Each thing shows its focus."""
    for _ in range(60):
        tab.keyboard.press("Tab")
        focused = tab.evaluate(
            "() => { if (document.activeElement === document.body) return ['the end of the page', 'solid'];"
            " let at = document.activeElement; while (at.shadowRoot) at = at.shadowRoot.activeElement;"
            " return [at.textContent.trim(), getComputedStyle(at).outlineStyle]; }"
        )
        assert focused[1] in ("solid", "auto"), focused[0]  # auto: the browser's own, on a page that is not ours
        if focused[0] == name:
            return
    raise AssertionError(f"{name} cannot be reached by keyboard")
