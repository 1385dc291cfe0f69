"""The staff pages full of invented people, in a real Chromium: figures with bars, and a page that fits on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.summaries.page import page_of
from tests.web.backstage import serving
from tests.web.in_browser import browser
from tests.web.staff.house import PASSWORD, House, staff_site
from tests.web.staff.screens import full_page_of, invented
from tests.web.staff.test_browser import NARROWEST, NOTHING_WIDER, WIDTHS, is_sound

__all__ = ["browser"]
pytestmark = pytest.mark.browser

PEOPLE = 120
IN_THE_WAY = """(parts) => [...document.querySelectorAll('svg')].flatMap((svg) => {
    const boxes = [...svg.querySelectorAll(parts)].map((one) => [one.outerHTML, one.getBoundingClientRect()]);
    return boxes.flatMap(([one, a], place) => boxes.slice(place + 1).filter(([, b]) =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3
    ).map(([other]) => [one, other]));
})"""
LINES = "(one) => Math.round(one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight))"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> House:
    """An installation with many invented people."""
    return invented(tmp_path_factory.mktemp("invented"), PEOPLE)


@pytest.fixture(scope="module")
def url(full: House) -> Iterator[str]:
    with serving(lambda: staff_site(full.settings, full.now)) as port:
        yield f"http://127.0.0.1:{port}/staff"


def signed_in(browser: Browser, url: str, width: int) -> Page:
    tab = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    tab.goto(f"{url}/sign-in")
    tab.get_by_label("Login").fill("amira")
    tab.get_by_label("Password").fill(PASSWORD)
    tab.get_by_role("button", name="Sign in").click()
    expect(tab.get_by_role("button", name="Sign out")).to_be_visible()
    return tab


@pytest.mark.parametrize("width", WIDTHS)
def test_the_figures_are_drawn_with_bars_and_the_same_numbers_in_a_table(
    browser: Browser, url: str, width: int
) -> None:
    tab = signed_in(browser, url, width)
    tab.goto(f"{url}/service")
    is_sound(tab)
    drawn = tab.locator("section:has(svg.plain-chart)")
    assert drawn.count() >= 3
    assert tab.locator("rect.bar").count() >= 6
    for number in range(drawn.count()):
        section = drawn.nth(number)
        expect(section.locator("table")).to_be_visible()
        told = section.locator("svg text").all_text_contents()
        rows = section.locator("tbody tr").all()
        assert told == [part for row in rows for part in row.locator("th, td").all_inner_texts()]
    expect(tab.get_by_text("Of 100 recovery and treatment goals")).to_be_visible()
    tab.get_by_label("Month").select_option("2026-09")
    tab.get_by_role("button", name="Show").click()
    expect(tab.get_by_text("September 2026. Counts only")).to_be_visible()
    is_sound(tab)
    tab.context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_with_all_there_is_to_share_is_sound(browser: Browser, url: str, full: House, width: int) -> None:
    tab = signed_in(browser, url, width)
    tab.goto(f"{url}/person/{full_page_of(full)}")
    expect(tab.get_by_role("img", name="Hope")).to_be_visible()
    is_sound(tab)
    tab.context.close()


@pytest.mark.parametrize("width", [*WIDTHS, NARROWEST])
def test_nothing_in_a_drawing_is_in_the_way_of_its_words(browser: Browser, url: str, full: House, width: int) -> None:
    tab = signed_in(browser, url, width)
    for page, parts in (("service", "text, rect.bar"), (f"person/{full_page_of(full)}", "text")):
        tab.goto(f"{url}/{page}")
        assert tab.locator("svg text").count() > 3
        assert tab.evaluate(IN_THE_WAY, parts) == []
        assert tab.evaluate(NOTHING_WIDER)
    tab.context.close()


def test_numbers_and_short_words_of_wide_tables_stay_on_one_line(browser: Browser, url: str) -> None:
    tab = signed_in(browser, url, 1280)
    tab.goto(f"{url}/signposts")
    numbers = tab.locator(".lines .nowrap:visible").all()
    assert len(numbers) > 20
    assert {int(one.evaluate(LINES)) for one in numbers} == {1}
    tab.goto(f"{url}/audit")
    heads = tab.locator(".record thead th").all()
    assert len({one.bounding_box()["height"] for one in heads if one.bounding_box()}) == 1  # type: ignore[index]
    assert tab.locator(".record thead th").first.evaluate("(one) => one.clientHeight") < 45
    tab.context.close()


def sheets(pdf: bytes) -> int:
    """How many sheets a PDF of Chromium's has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_the_longest_page_fits_on_one_side_of_paper(browser: Browser, url: str, full: House) -> None:
    with full.work() as work:
        pages = {person_id: page_of(work.shared.of(person_id)) for person_id in work.summaries.everybody()}
    longest = max(sorted(pages), key=lambda one: (len(pages[one].sentences()), len(pages[one].events)))
    tab = signed_in(browser, url, 1280)
    for person in (longest, full_page_of(full)):
        tab.goto(f"{url}/person/{person}")
        assert sheets(tab.pdf(prefer_css_page_size=True)) == 1
    tab.emulate_media(media="print")
    expect(tab.get_by_role("navigation")).to_be_hidden()
    expect(tab.get_by_role("heading", name="Goals")).to_be_visible()
    tab.context.close()
