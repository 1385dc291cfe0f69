"""My plan on paper, from a real Chromium: one side of A4 however full it is, large print, and a sheet to take along."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.databases import migrated_file
from tests.web.desk import Desk, desk, full_desk
from tests.web.full_plan import GOALS, HARD_TIMES, HOPE, LINES, STRENGTHS
from tests.web.in_browser import SMALL, browser

__all__ = ["browser", "desk", "full_desk", "migrated_file"]
pytestmark = pytest.mark.browser
A4 = (595, 842)  # points
LEAST = 8.5 * 96 / 72  # px of the smallest letters that a side may need
LARGE = 18 * 96 / 72


def printed(tab: Page) -> list[tuple[int, int]]:
    """The sides that come out of a printer, each with its width and height in points."""
    pdf = tab.pdf(prefer_css_page_size=True)
    count = re.search(rb"/Count (\d+)", pdf)
    size = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert count
    assert size
    return [(round(float(size.group(1))), round(float(size.group(2))))] * int(count.group(1))


def letters(tab: Page) -> float:
    """The height of the letters on paper, in px."""
    tab.emulate_media(media="print")
    size = tab.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    tab.emulate_media(media="screen")
    return float(size)


def sizes(tab: Page, selector: str) -> list[float]:
    """The height of the letters in each of these, in px."""
    found: list[float] = tab.locator(selector).evaluate_all(
        "all => all.map(node => parseFloat(getComputedStyle(node).fontSize))"
    )
    return found


def test_a_full_plan_is_one_side_of_a4(full_desk: Desk) -> None:
    tab = full_desk.open("/plan/print")
    assert printed(tab) == [A4]
    assert letters(tab) >= LEAST - 0.1


def test_a_full_plan_is_one_side_when_printed_from_a_telephone_and_stays_readable_on_it(full_desk: Desk) -> None:
    tab = full_desk.context.new_page()
    tab.set_viewport_size(SMALL)
    tab.goto(f"{full_desk.url}/plan/print")
    assert printed(tab) == [A4]
    assert tab.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 14
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_short_plan_keeps_its_larger_letters(desk: Desk) -> None:
    tab = desk.open("/plan/print")
    assert printed(tab) == [A4]
    assert letters(tab) == pytest.approx(11 * 96 / 72, abs=0.1)


def test_nothing_of_what_matters_is_left_off_the_paper(full_desk: Desk) -> None:
    for kind in ("print", "large"):
        words = full_desk.open(f"/plan/{kind}").locator("main").inner_text()
        wanted = [one.label for one in STRENGTHS]
        wanted += [line.what for line in LINES[:-2]]
        wanted += [HOPE.note, HOPE.act, *HOPE.kit, *HARD_TIMES.sections.values()]
        for goal in GOALS:
            assert goal.step
            assert goal.if_then
            wanted += [goal.title, goal.importance_reason, goal.step.what, goal.if_then.cue, goal.if_then.act]
        assert [part for part in [*wanted, "3, 5, 4", "999", "116 123"] if part not in words] == []


def test_large_print_is_large_in_every_word(full_desk: Desk) -> None:
    tab = full_desk.open("/plan/large")
    assert min(sizes(tab, "main :is(p, li, dt, dd, h2, h3)")) >= LARGE * 0.9 - 0.1  # smaller is the program's line only
    assert min(sizes(tab, "main .own")) >= LARGE
    assert set(printed(tab)) == {A4}
    assert len(printed(tab)) <= 6


def test_the_sheet_for_an_appointment_is_one_side_with_questions_first_and_room_to_write(full_desk: Desk) -> None:
    tab = full_desk.open("/plan/appointment")
    assert printed(tab) == [A4]
    first = tab.locator("section").first
    for line in LINES[-2:]:
        expect(first).to_contain_text(line.what)
    for goal in GOALS:
        expect(first).to_contain_text(goal.team_ask)
    assert tab.locator(".write-line").count() >= 6


def test_on_paper_all_is_black_on_white_in_a_dark_theme_too(full_desk: Desk) -> None:
    tab = full_desk.context.new_page()
    tab.emulate_media(color_scheme="dark", media="print")
    for kind in ("print", "large", "appointment"):
        tab.goto(f"{full_desk.url}/plan/{kind}")
        colours = tab.locator("main, main *:not(svg *)").evaluate_all(
            "all => [...new Set(all.map(node => getComputedStyle(node).color))]"
        )
        assert colours == ["rgb(0, 0, 0)"], kind
        assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        expect(tab.locator(".sheet-tools")).to_be_hidden()
