"""One tour of a new person through the real processes: a goal, the plan on paper, found again elsewhere, and erased.

Afterwards no file of the installation holds a word of theirs: neither database, nor what lies beside them, nor a log.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.model import trained_model
from tests.web.in_browser import browser, send
from tests.web.installation import installation
from tests.web.test_journeys import hold, turn

__all__ = ["browser"]
pytestmark = pytest.mark.browser
WORD = "quincunx"  # stands in what this person says


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("installation")


@pytest.fixture(scope="module")
def url(folder: Path) -> Iterator[str]:
    with installation(folder, trained_model()) as address:
        yield address


def in_own_words(tab: Page, yes: str | None, words: str) -> None:
    """Press yes where it is offered, else write the words, with one that nobody else says."""
    if yes:
        tab.locator("#picks").get_by_role("button", name=yes, exact=True).click()
    else:
        send(tab, words if words.isdigit() else f"{words}, past the {WORD}")


def files_with(folder: Path, *traces: str) -> dict[str, list[str]]:
    """Which file holds which of these, in any of the ways in which text is kept."""
    found: dict[str, list[str]] = {}
    for file in folder.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        for trace in traces:
            if any(trace.encode(form) in content for form in ("utf-8", "utf-16-le")):
                found.setdefault(trace, []).append(file.name)
    return found


def test_a_plan_made_in_the_chat_is_found_elsewhere_and_erased_from_every_file(
    browser: Browser, url: str, folder: Path
) -> None:
    first = browser.new_context()
    tab = first.new_page()
    tab.goto(url)
    tab.get_by_role("button", name="Start").click()
    expect(tab.locator("#picks .btn").first).to_be_visible(timeout=20_000)
    turn(tab, lambda: tab.locator("#picks").get_by_role("button", name="Set a goal").click())
    hold(tab, in_own_words)
    tab.goto(f"{url}/plan")
    tab.get_by_role("link", name="Print on one page").click()
    expect(tab.get_by_text(WORD).first).to_be_visible()
    assert tab.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    tab.goto(f"{url}/data")
    tab.get_by_role("button", name="Make a link for me").click()
    link = tab.get_by_label("Copy it now").input_value()
    tab.get_by_role("button", name="Make my code").click()
    tab.get_by_text("show my five words").click()
    code = tab.locator(".code .what").inner_text().replace(" · ", " ")
    pseudonym = first.cookies()[0]["value"]
    first.close()

    other = browser.new_context()
    tab = other.new_page()
    tab.goto(url)
    tab.get_by_role("link", name="I have a return code").click()
    tab.get_by_label("My return code").fill(code)
    tab.get_by_role("button", name="Find my plan").click()
    expect(tab.get_by_role("heading", name="My plan", exact=True)).to_be_visible()
    expect(tab.get_by_text(WORD).first).to_be_visible()
    before = files_with(folder, WORD)
    assert {"cairn.db", "tracker.db"} <= {name.removesuffix("-wal") for name in before[WORD]}
    tab.goto(link)
    expect(tab.get_by_text(WORD).first).to_be_visible()
    tab.goto(f"{url}/data")
    tab.get_by_role("link", name="Erase everything").click()
    tab.get_by_role("button", name="Yes, erase everything").click()
    expect(tab.get_by_role("heading", name="It is erased")).to_be_visible()
    expect(tab.get_by_text("Nothing of my plan or my chat is left here")).to_be_visible()

    secrets = (WORD, code, link.rsplit("/", 1)[1], pseudonym)
    assert files_with(folder, *secrets) == {}
    for path in ("/plan", "/data", "/", "/shared", link.removeprefix(url)):
        tab.goto(url + path)
        expect(tab.get_by_text(WORD)).to_have_count(0)
    other.close()
