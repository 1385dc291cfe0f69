"""Random people talk through the engine, share and take back: no staff page shows what is private, nor hints at it."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest

from bot.staff.rights import Role
from bot.store.staff_reading import conversation
from bot.summaries.page import page_of
from bot.worker.summaries import SummaryKeeper
from tests.databases import sqlite_url as database_url  # noqa: F401 (a fixture)
from tests.web.staff.house import Browser, House
from tests.web.staff.invented import Invented

PEOPLE = 4
SAID = {"strength": "a strength", "goal": "a goal", "hope": "a talk about hope", "line": "a line of their own",
        "hard_times": "a plan for hard times"}  # fmt: skip


def name_of(house: House, one: Invented) -> str:
    """What staff call somebody."""
    with house.work() as work:
        name = work.call_names.of([one.id])[one.id]
        work.commit()
    return name


def pages_about(browser: Browser, one: Invented, name: str) -> dict[str, str]:
    """Every page on which something of this person could stand, but for their alert."""
    paths = ("/queue", "/queue?show=alerts", "/queue?show=reviews", "/queue?show=new", "/queue?new_from=2", "/service",
             "/signposts", "/audit", "/account", f"/person/{one.id}", f"/person/{one.id}?back=20",
             f"/person/{one.id}/transcript", f"/person/{one.id}/transcript?line=3", *conversations(one))  # fmt: skip
    found = {path: browser.get(path).text for path in paths}
    found["find"] = browser.post("/find", find=name).text
    found["export"] = browser.post(f"/person/{one.id}/export").text
    found["missed"] = browser.post(f"/person/{one.id}/missed", line="3").text
    found["refused"] = browser.post(f"/person/{one.id}/transcript", reason="why").text
    return found


def conversations(one: Invented) -> tuple[str, ...]:
    """A page for each conversation of theirs, also for those of which nothing is kept."""
    with one.house.work() as work:
        kept = [round(kept.began_at.timestamp()) for kept in work.summaries.conversations(one.id)]
    said = {round(line.at.timestamp()) for line in conversation(one.house.settings.tracker_url, one.name, 10_000)}
    return tuple(f"/person/{one.id}/conversation/{began}" for began in sorted({*kept, *said}))


def row_of(queue: str, one: Invented) -> str:
    """What the list of the new says of somebody."""
    rows = [row for row in queue.split("<tr>") if one.id in row and "Shares " in row]
    return rows[0] if rows else ""


@pytest.mark.parametrize("seed", range(5))
def test_nothing_private_is_on_any_page_of_staff(house: House, seed: int) -> None:
    people = [Invented(house, Random(f"{seed} {number}"), f"{seed} {number}") for number in range(PEOPLE)]
    for one in people:
        one.live()
    house.now.go_on(minutes=2)
    SummaryKeeper(house.settings, now=lambda: house.now() + timedelta(minutes=2)).rebuild()
    if seed % 2:  # the worker has not seen the last of it
        for one in people:
            one.choose()
    browser = house.signed_in(Role.LEAD)
    queue = browser.get("/queue?show=new").text
    for one in people:
        row, kinds, name = row_of(queue, one), one.shared_kinds(), name_of(house, one)
        assert not row or {kind for kind, words in SAID.items() if words in row} == kinds
        with house.work() as work:
            alerts = [alert.id for alert in work.alerts.of(one.id)]
        shared, pages = one.shared_words(), pages_about(browser, one, name)
        for path, page in pages.items():
            seen = {word for word in one.words if word in page}
            assert seen <= shared, (path, seen - shared)
        for alert in alerts:
            assert {word for word in one.words if word in browser.get(f"/alert/{alert}").text} == one.around_cue
        if not one.has_consent():
            assert browser.get(f"/person/{one.id}").status_code == 404
            assert not any(one.id in page for page in pages.values())
        if not kinds and not alerts:
            assert browser.get(f"/person/{one.id}").status_code == 404
            assert "Nobody here is called" in pages.pop("find")
            assert not any(one.id in page or name in page for page in pages.values())


@pytest.mark.parametrize("seed", range(4))
def test_each_sentence_leads_to_lines_that_say_it_and_to_no_other(house: House, seed: int) -> None:
    """What was written in a line by its own words stands in every sentence that leads to it."""
    one = Invented(house, Random(f"leads {seed}"), "somebody")
    led = 0
    for journey in ("strengths", "goals", "check_in", "hope", "edit", "hard_times"):
        one.talk(journey)
        for _ in range(4):
            one.choose()
        SummaryKeeper(house.settings, now=lambda: house.now() + timedelta(minutes=2)).rebuild()
        with house.work() as work:
            page, kept = page_of(work.shared.of(one.id)), work.summaries.get(one.id)
        said = {line.id: line.text for line in conversation(house.settings.tracker_url, one.name, 10_000)}
        for sentence in page.sentences() if kept else ():
            found = kept.sources.get(sentence.key) if kept else None
            for source in found.sources if found else ():
                own = [word for word in one.words if word in said[source.line_id]]
                assert all(word in sentence.words for word in own), (sentence, said[source.line_id])
                led += bool(own)
    assert led or not one.shared_words()


@pytest.mark.parametrize("seed", range(2))
def test_what_is_shared_is_there(house: House, seed: int) -> None:
    """The other test could not fail if the pages were always empty."""
    one = Invented(house, Random(f"shares {seed}"), "somebody")
    while not one.shared_words():
        one.live()
    page = house.signed_in(Role.READER).get(f"/person/{one.id}").text
    assert {word for word in one.words if word in page}
