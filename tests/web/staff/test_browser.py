"""The staff pages in a real Chromium: as somebody new uses them, without script, wide and narrow, with axe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from starlette.responses import Response

from bot.coaching.plan import CheckIn, HardTimes, Kind, Section
from bot.staff.rights import Role
from bot.web.staff.pages import TEMPLATES, StaffPages
from bot.worker.summaries import SummaryKeeper
from tests.builders import create_goal, create_hope, create_strength
from tests.web.backstage import serving
from tests.web.in_browser import browser
from tests.web.staff.house import PASSWORD, House, staff_site
from tests.web.staff.states import talk_of_a_goal

__all__ = ["browser"]
pytestmark = pytest.mark.browser

WIDTHS = (1280, 390)
NARROWEST = 320  # a page of 1280 at four times its size
WIDEST = """() => [...document.querySelectorAll('*')].filter(
    (one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1
).map((one) => one.outerHTML.slice(0, 90)).slice(0, 3)"""
NOTHING_WIDER = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.fixture
def url(house: House) -> Iterator[str]:
    """An installation with an alert, and somebody who shares all there is to share."""
    house.alert("ann")
    talk_of_a_goal(house, "ben")
    goal = create_goal(team_ask="Jo to come along", review_on=date(2026, 3, 4))
    hard_times = HardTimes({Section.SIGNS: "the curtains stay shut", Section.TEAM_DOES_NOT: "ring six times"})
    person_id = house.person("ben", items=[goal, create_strength(), create_hope(afterwards=6), hard_times])
    with house.work() as work:
        (goal_id,) = (own.item.id for own in work.sharing.items(person_id) if own.item.kind is Kind.GOAL)
        for number in (2, 5):
            work.plans.add(person_id, [CheckIn(goal_id, "some", words="half the way", progress=number)], "check_in")
        for own in work.sharing.items(person_id):
            work.sharing.share(person_id, own.item)
        work.commit()
    house.talk("ben", "walk the dog again", "And then?", "find the lead", "Thank you.")
    SummaryKeeper(house.settings, now=house.now).rebuild()
    for role in Role:
        house.staff(role)
    with serving(lambda: staff_site(house.settings, house.now)) as port:
        yield f"http://127.0.0.1:{port}/staff"


def sign_in(tab: Page, url: str, role: Role) -> None:
    tab.goto(f"{url}/sign-in")
    tab.get_by_label("Login").fill(role.value)
    tab.get_by_label("Password").fill(PASSWORD)
    tab.get_by_role("button", name="Sign in").click()
    expect(tab.get_by_role("button", name="Sign out")).to_be_visible()


def is_sound(tab: Page) -> None:
    """Axe finds nothing, nothing is wider than the page, there is one main heading and a title."""
    found = Axe().run(tab, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], tab.url
    assert tab.evaluate(NOTHING_WIDER), (tab.url, tab.evaluate(WIDEST))
    assert tab.locator("h1").count() == 1
    assert "Cairn for staff" in tab.title()


def test_every_page_of_every_template_is_sound_wide_and_narrow(
    browser: Browser, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    seen: set[str] = set()
    page_of = StaffPages.page

    def noting(pages: StaffPages, template: str, status: int, values: Mapping[str, Any]) -> Response:
        made.append(template)
        return page_of(pages, template, status, values)

    def look() -> None:
        seen.add(made[-1])
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 800})
            is_sound(tab)

    monkeypatch.setattr(StaffPages, "page", noting)
    context = browser.new_context()
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda line: complaints.append(line.text) if "Security Policy" in line.text else None)
    tab.goto(f"{url}/sign-in")
    look()
    tab.get_by_label("Login").fill("nobody")
    tab.get_by_label("Password").fill("nothing at all")
    tab.get_by_role("button", name="Sign in").click()
    expect(tab.get_by_role("alert")).to_be_visible()
    look()
    sign_in(tab, url, Role.LEAD)
    look()
    person = tab.get_by_role("link", name="Read", exact=False).first.get_attribute("href") or ""
    alert = tab.get_by_role("link", name="Open", exact=False).first.get_attribute("href") or ""
    base = url.removesuffix("/staff")
    for path in (person, alert, f"{person}/transcript", "/staff/service", "/staff/signposts", "/staff/audit",
                 "/staff/account", "/staff/nothing-here", "/staff/logins"):  # fmt: skip
        tab.goto(base + path)
        look()
    tab.goto(f"{base}{person}/transcript")
    tab.get_by_label("Your reason").fill("Robin asked me to read it")
    tab.get_by_role("button", name="Read it").click()
    look()
    tab.locator("details summary").first.click()
    tab.get_by_role("button", name="Yes, a cue was missed").first.click()
    look()
    tab.goto(f"{url}/queue")
    tab.get_by_label("Find a person").fill("Heron")
    tab.get_by_role("button", name="Find").click()
    look()
    context.clear_cookies()
    sign_in(tab, url, Role.ADMINISTRATOR)
    tab.goto(f"{url}/logins")
    look()
    context.close()
    assert complaints == []
    assert seen == {file.name for file in (TEMPLATES / "staff").iterdir()} - {"base.html"}


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_the_pages_can_be_read_in_every_theme(browser: Browser, url: str, scheme: str) -> None:
    for contrast in ("no-preference", "more"):
        context = browser.new_context(color_scheme=scheme, contrast=contrast)  # type: ignore[arg-type]  # its own names
        tab = context.new_page()
        sign_in(tab, url, Role.RESPONDER)
        is_sound(tab)
        tab.get_by_role("link", name="Read", exact=False).first.click()
        is_sound(tab)
        context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_somebody_new_finds_answers_notes_reads_and_leaves_without_script(
    browser: Browser, url: str, house: House, width: int
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800})
    tab = context.new_page()
    sign_in(tab, url, Role.RESPONDER)
    expect(tab.get_by_role("heading", name="Waiting to be acknowledged: 1")).to_be_visible()
    tab.get_by_role("link", name="Open", exact=False).click()
    expect(tab.get_by_text("this is not an assessment")).to_be_visible()
    tab.get_by_label("Note, if you want to add one").fill("ringing at ten")
    tab.get_by_role("button", name="Acknowledge").click()
    expect(tab.get_by_role("status")).to_contain_text("Acknowledged")
    tab.get_by_role("link", name="Back to the queue").click()
    expect(tab.get_by_role("heading", name="Waiting to be acknowledged: 0")).to_be_visible()
    tab.get_by_role("link", name="Read", exact=False).first.click()
    expect(tab.get_by_text("Jo to come along").first).to_be_visible()
    tab.locator("dd", has_text="find the lead").locator("a.src").first.press("Enter")
    said = tab.locator("ol.sources li:target")
    expect(said).to_contain_text("find the lead")
    said.get_by_role("link", name="Read around it").click()
    tab.get_by_label("Your reason").fill("Ben asked me to read it")
    tab.get_by_role("button", name="Read it").click()
    assert "#said-" in tab.url
    line = tab.locator("li.came-for")
    expect(line).to_contain_text("find the lead")
    expect(line).to_be_in_viewport()
    tab.get_by_role("button", name="Sign out").click()
    expect(tab.get_by_text("You are signed out.")).to_be_visible()
    tab.goto(f"{url}/queue")
    expect(tab.get_by_role("heading", name="Sign in")).to_be_visible()
    with house.work() as work:
        assert work.alerts.all()[0].acknowledged is not None
    context.close()
