"""One's own pages in each of their states: accessible in every theme, whole at every size, in either direction."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bot.web.mine.codes import new_code
from bot.web.mine.door_pages import TRIES
from tests.databases import migrated_file
from tests.web.desk import Desk, empty_desk, full_desk
from tests.web.in_browser import SMALL, THEMES, ZOOMED, browser, violations

__all__ = ["browser", "empty_desk", "full_desk", "migrated_file"]
pytestmark = pytest.mark.browser
LONG = "x" * 1001


def by_link(desk: Desk, kind: str) -> Page:
    """The plan as a link opens it."""
    tab = desk.open("/data")
    tab.get_by_role("button", name=f"Make a link {kind}").click()
    tab.goto(tab.get_by_label("Copy it now").input_value())
    expect(tab).to_have_url(re.compile("/shared$"))
    return tab


def at_the_door(desk: Desk) -> Page:
    return desk.open(f"/door/{desk.who.app.state.sessions.door(desk.who.app.state.sessions.stranger())}")


def refused_code(desk: Desk, tries: int, words: str) -> Page:
    tab = desk.open("/return")
    for _ in range(tries):
        tab.get_by_label("My return code").fill(words or new_code())
        tab.get_by_role("button", name="Find my plan").click()
        tab.wait_for_load_state()
    expect(tab.locator(".notice")).to_be_visible()
    return tab


def refused_change(desk: Desk) -> Page:
    tab = desk.open("/plan")
    tab.locator(".own-bar summary").first.click()
    box = tab.get_by_label("What I call it").first
    box.evaluate("(node, words) => { node.removeAttribute('maxlength'); node.value = words; }", LONG)
    tab.get_by_role("button", name="Save").first.evaluate("node => node.closest('details').open = true")
    tab.locator(".own-bar").first.get_by_role("button", name="Save").click()
    expect(tab.locator(".notice")).to_be_visible()
    return tab


def changed_with_a_cue(desk: Desk) -> Page:
    tab = desk.open("/plan")
    tab.locator(".note summary", has_text="Change").click()
    tab.get_by_label("A time with more hope").fill("i want to die")
    tab.locator(".note").get_by_role("button", name="Save").click()
    expect(tab.locator(".card")).to_be_visible()
    return tab


def opened(desk: Desk, path: str) -> Page:
    """A page with everything that can be unfolded unfolded."""
    tab = desk.open(path)
    tab.locator("details").evaluate_all("all => all.forEach(node => { node.open = true; })")
    return tab


def seen_with_everything_shared(desk: Desk) -> Page:
    tab = desk.open("/plan/sharing")
    for box in tab.get_by_role("checkbox").all():
        box.press("Space")
        expect(box).to_be_checked()
    tab.get_by_role("button", name="Save, and show me what they see").click()
    expect(tab.get_by_role("heading", name="What my team sees")).to_be_visible()
    return tab


def after(desk: Desk, path: str, button: str) -> Page:
    tab = desk.open(path)
    tab.get_by_role("button", name=button).click()
    tab.wait_for_load_state()
    return tab


STATES: dict[str, Callable[[Desk], Page]] = {
    "a full plan, all unfolded": lambda desk: opened(desk, "/plan"),
    "a plan to read by a link": lambda desk: by_link(desk, "to show somebody"),
    "a plan to change by a link": lambda desk: by_link(desk, "for me"),
    "a link that has ended": lambda desk: desk.open("/p/ended"),
    "nothing opened by a link": lambda desk: desk.open("/shared"),
    "the door": at_the_door,
    "a door that has closed": lambda desk: desk.open("/door/closed"),
    "a wrong code": lambda desk: refused_code(desk, 1, ""),
    "half a code": lambda desk: refused_code(desk, 1, "kettle orchard"),
    "too many codes": lambda desk: refused_code(desk, TRIES.burst + 1, ""),
    "a change that is too long": refused_change,
    "a change with a cue": changed_with_a_cue,
    "all that the team sees": seen_with_everything_shared,
    "nothing that the team sees": lambda desk: desk.open("/plan/seen"),
    "choosing what to share": lambda desk: desk.open("/plan/sharing"),
    "my data": lambda desk: opened(desk, "/data"),
    "a new code": lambda desk: after(desk, "/data", "Make my code"),
    "asked whether to erase": lambda desk: desk.open("/data/erase"),
    "erased": lambda desk: after(desk, "/data/erase", "Yes, erase everything"),
    "forgotten": lambda desk: after(desk, "/data", "Forget me on this browser"),
    "printed": lambda desk: desk.open("/plan/print"),
    "in large print": lambda desk: desk.open("/plan/large"),
    "for an appointment": lambda desk: desk.open("/plan/appointment"),
}
EMPTY = {
    "a plan": lambda desk: desk.open("/plan"),
    **{name: STATES[name] for name in ("choosing what to share", "nothing that the team sees", "my data", "printed",
                                       "for an appointment")},
}  # fmt: skip


@pytest.fixture
def of_a_full_plan(full_desk: Desk, request: pytest.FixtureRequest) -> Page:
    return STATES[request.param](full_desk)


def looked_at(tab: Page) -> None:
    """No rule broken in any theme, nothing cut at any size, also where one reads from right to left."""
    for theme in THEMES:
        tab.emulate_media(**theme)
        at_rest(tab)
        assert violations(tab, theme) == [], theme
    tab.emulate_media(color_scheme="null", forced_colors="null")
    for direction in ("ltr", "rtl"):
        tab.evaluate("dir => { document.documentElement.dir = dir; }", direction)
        for size in (SMALL, ZOOMED):
            tab.set_viewport_size(size)
            assert cut(tab) == [], (direction, size)
    at_rest(tab)
    assert violations(tab) == []


def at_rest(tab: Page) -> None:
    """Wait until no colour fades any more from the theme before."""
    tab.evaluate("() => Promise.all(document.getAnimations().map(motion => motion.finished))")


def cut(tab: Page) -> list[str]:
    """What stands out of the screen to the side."""
    found: list[str] = tab.evaluate(
        "() => { const wide = document.documentElement.clientWidth;"
        " if (document.documentElement.scrollWidth <= wide) return [];"
        " return [...document.body.querySelectorAll('*')].filter(node => { const at = node.getBoundingClientRect();"
        " return at.width && (at.right > wide + 1 || at.left < -1); }).map(node => node.outerHTML.slice(0, 90)); }"
    )
    return found


@pytest.mark.parametrize("of_a_full_plan", STATES, indirect=True)
def test_a_page_is_whole_and_accessible_in_each_state(of_a_full_plan: Page) -> None:
    looked_at(of_a_full_plan)


@pytest.mark.parametrize("state", EMPTY)
def test_it_is_so_while_nothing_is_there_yet(empty_desk: Desk, state: str) -> None:
    looked_at(EMPTY[state](empty_desk))


def test_nothing_moves_for_who_asked_for_less_motion(full_desk: Desk) -> None:
    tab = full_desk.context.new_page()
    tab.emulate_media(reduced_motion="reduce")
    for path in ("/plan", "/data", "/plan/sharing", "/return"):
        tab.goto(full_desk.url + path)
        assert tab.evaluate("document.getAnimations().filter(one => one.effect.getTiming().duration > 10).length") == 0
        moving = tab.evaluate(
            "[...document.querySelectorAll('*')].map(node => getComputedStyle(node).transitionDuration)"
            ".filter(time => time.split(',').some(part => parseFloat(part) > 0.01))"
        )
        assert moving == [], path


def test_where_the_system_gives_the_colours_every_mark_is_drawn_and_help_stands_out(full_desk: Desk) -> None:
    tab = full_desk.context.new_page()
    tab.emulate_media(forced_colors="active", color_scheme="dark")
    tab.goto(f"{full_desk.url}/plan")
    ink = tab.locator("body").evaluate("node => getComputedStyle(node).color")
    for marked in (".note .dots li", ".goal .steps li"):
        mark = tab.locator(marked).first.evaluate(
            "node => { const mark = getComputedStyle(node, '::before');"
            " return [parseFloat(mark.borderTopWidth), parseFloat(mark.borderLeftWidth), mark.borderTopColor]; }"
        )
        assert min(mark[:2]) > 3, marked
        assert mark[2] == ink, marked
    expect(tab.locator(".chart .path").first).to_have_css("stroke", ink)
    widths = [
        tab.get_by_role("link", name=name).first.evaluate("node => parseFloat(getComputedStyle(node).borderTopWidth)")
        for name in ("Leave", "Support now")
    ]
    assert widths[1] > widths[0]


def test_on_a_small_screen_a_sheet_has_one_column_and_no_word_is_broken(full_desk: Desk) -> None:
    tab = full_desk.context.new_page()
    tab.set_viewport_size(SMALL)
    for path in ("/plan/print", "/plan/appointment"):
        tab.goto(full_desk.url + path)
        columns = tab.locator(".halves, .thirds, .numbers").evaluate_all(
            "all => all.map(node => getComputedStyle(node).gridTemplateColumns.split(' ').length)"
        )
        assert set(columns) <= {1}, path
        lines = tab.locator("h1").evaluate("node => node.clientHeight / parseFloat(getComputedStyle(node).lineHeight)")
        assert lines < 1.5, path
    seen = seen_with_everything_shared(full_desk)
    expect(seen.locator(".panel p > a", has_text="My data")).to_have_css("display", "inline")
