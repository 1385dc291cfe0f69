"""Who looked: each look of staff stands on the person's own page, with name, role, what was opened and when."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta

import pytest
from starlette.testclient import TestClient

from bot.identity import audit_key
from bot.staff.rights import Role
from bot.store import CueEvent
from bot.web.app import create_app
from bot.worker.summaries import SummaryKeeper
from tests.builders import create_goal
from tests.databases import sqlite_url as database_url  # noqa: F401 (a fixture)
from tests.web.staff.house import BASE, House


@pytest.fixture
def somebody(house: House) -> tuple[str, TestClient, int]:
    """A real person, who shares a goal and of whom an alert was made: their id, their browser, the alert."""
    app = create_app(house.settings)
    visit = app.state.sessions.stranger()
    person_id = house.person(visit.sender, items=[create_goal()])
    with house.work() as work:
        for own in work.sharing.items(person_id):
            work.sharing.share(person_id, own.item)
        shown = work.cue_events.record(person_id, CueEvent("k", ("passive",), "card.1@1", "card", house.now()))
        assert shown is not None
        alert = work.alerts.make(person_id, shown)
        work.commit()
    browser = TestClient(app, base_url=BASE)
    browser.cookies.set("cairn", app.state.sessions.token(visit))
    return person_id, browser, alert


def looks(mine: TestClient) -> list[list[str]]:
    """The rows of "Who has looked": when, who, what."""
    page = mine.get("/data").text
    part = page[page.index('id="looked"') : page.index('id="alerts"')]
    rows = re.findall(r"<tr><td>(.*?)</td><th[^>]*>(.*?)</th><td>(.*?)</td></tr>", part)
    return [[html.unescape(cell) for cell in row] for row in rows]


def test_before_anybody_looks_the_page_says_so(somebody: tuple[str, TestClient, int]) -> None:
    _, mine, _ = somebody
    assert looks(mine) == []
    assert "Nobody of my team has looked." in mine.get("/data").text


def test_each_look_stands_there_with_name_role_and_time(house: House, somebody: tuple[str, TestClient, int]) -> None:
    person_id, mine, alert = somebody
    house.signed_in(Role.READER).get(f"/person/{person_id}")
    house.now.go_on(hours=1, minutes=14)
    responder = house.signed_in(Role.RESPONDER)
    responder.get(f"/alert/{alert}")
    responder.post(f"/person/{person_id}/transcript", reason="They asked me to read it")
    house.signed_in(Role.LEAD).post(f"/person/{person_id}/export")
    day = "Monday 2 March"
    assert looks(mine) == [
        [f"{day}, 09:00 UTC", "Reader Name, reader", "The things I share"],
        [f"{day}, 10:14 UTC", "Responder Name, responder", "An alert, and the lines around it"],
        [f"{day}, 10:14 UTC", "Responder Name, responder", "What I wrote in the chat"],
        [f"{day}, 10:14 UTC", "Lead Name, lead", "A copy of the things I share"],
    ]


def test_a_list_with_their_ask_in_it_is_a_look_each_day(house: House) -> None:
    app = create_app(house.settings)
    visit = app.state.sessions.stranger()
    people = [house.person(name, items=[create_goal(team_ask="Jo to come", review_on=date(2026, 3, 5))])
              for name in (visit.sender, "another")]  # fmt: skip
    quiet = house.person("quiet", items=[create_goal(review_on=date(2026, 3, 5))])
    for person_id in (*people, quiet):
        with house.work() as work:
            for own in work.sharing.items(person_id):
                work.sharing.share(person_id, own.item)
            work.commit()
    SummaryKeeper(house.settings, now=lambda: house.now() + timedelta(minutes=2)).rebuild()
    mine = TestClient(app, base_url=BASE)
    mine.cookies.set("cairn", app.state.sessions.token(visit))
    browser = house.signed_in(Role.READER)
    for path in ("/queue", "/queue?show=reviews", "/queue?show=new", "/queue?show=alerts", "/queue?reviews_from=20"):
        browser.get(path)
    with house.work() as work:
        shown = [entry.about for entry in work.audit.page(what="saw_ask")]
        assert work.audit.verify(audit_key(house.settings.secret)).is_whole
    assert {person_id: shown.count(person_id) for person_id in (*people, quiet)} == {
        people[0]: 2,
        people[1]: 2,
        quiet: 0,
    }
    row = ["Monday 2 March, 09:00 UTC", "Reader Name, reader", "A list with what I ask of my team, that day"]
    assert looks(mine) == [row]
    house.now.go_on(days=1)
    house.signed_in(Role.READER).get("/queue")
    assert len(looks(mine)) == 2


def test_what_shows_nothing_of_them_is_no_look(house: House, somebody: tuple[str, TestClient, int]) -> None:
    person_id, mine, _ = somebody
    browser = house.signed_in(Role.RESPONDER)
    for path in ("/queue", f"/person/{person_id}/transcript"):
        browser.get(path)
    house.signed_in(Role.ADMINISTRATOR).get(f"/person/{person_id}")  # refused
    assert looks(mine) == []
