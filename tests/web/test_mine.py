"""My plan and my data: seen by nobody else, changed with versions, taken along, found again, and erased for good."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from starlette.testclient import TestClient

from bot.coaching.plan import Goal, Hope, Kind, Status, Step, Strength
from bot.web.mine.plan_view import anchor, mark
from tests.builders import create_goal
from tests.databases import migrated_file
from tests.web.own_pages import change, here, item_of, mine, strange
from tests.web.people import WORD, Somebody, fill, somebody

__all__ = ["here", "migrated_file", "mine", "strange"]
CUE = "i want to die"
OWN_PAGES = (
    "/plan", "/plan/print", "/plan/large", "/plan/appointment", "/plan/my-plan.txt", "/plan/my-plan.ics", "/data",
    "/plan/sharing", "/plan/seen", "/data/copy.json", "/data/copy.txt", "/data/erase",
)  # fmt: skip


@pytest.mark.parametrize("path", OWN_PAGES)
def test_each_page_shows_the_person_their_own_words_and_nobody_else_any(
    mine: TestClient, strange: TestClient, path: str
) -> None:
    shown = mine.get(path)
    assert shown.status_code == 200
    assert shown.headers["cache-control"] == "no-store"
    if path not in ("/data", "/data/erase", "/plan/seen"):
        assert WORD in shown.text
    for headers in ({}, {"Cookie": "cairn=x.y.z"}):
        hidden = strange.get(path, headers=headers)
        assert WORD not in hidden.text


def test_an_empty_plan_says_what_could_stand_there(tmp_path: Path, migrated_file: Path) -> None:
    with somebody(tmp_path, migrated_file, has_plan=False) as new, new.browser() as mine:
        assert "There is nothing here yet" in mine.get("/plan").text
        assert "Nobody of my team has looked" in mine.get("/data").text
        assert mine.get("/plan/print").status_code == 200
        assert mine.get("/plan/my-plan.ics").status_code == 200


@pytest.mark.parametrize("path", ["/plan", "/plan/print", "/plan/appointment", "/plan/my-plan.txt", "/data/copy.txt"])
def test_a_step_without_a_goal_stands_under_a_name(mine: TestClient, here: Somebody, path: str) -> None:
    with here.work() as work:
        work.plans.add(here.person_id, [create_goal(vision="", step=Step("ring the council"))], "goals")
        work.commit()
    shown = mine.get(path).text
    assert "A step of mine" in shown
    assert "ring the council" in shown


def test_a_step_on_another_day_takes_the_review_along(mine: TestClient, here: Somebody) -> None:
    change(mine, here, Kind.GOAL, what="find my shoes", when="7 March 2060", review="8 March 2060")
    change(mine, here, Kind.GOAL, when="10 March 2060")
    _, goal = item_of(here, Kind.GOAL)
    assert isinstance(goal, Goal)
    assert (goal.review, goal.review_on) == ("Thursday 11 March", date(2060, 3, 11))
    assert "20600310" in mine.get("/plan/my-plan.ics").text


def test_a_fourth_goal_is_not_taken_up_here_either(mine: TestClient, here: Somebody) -> None:
    assert change(mine, here, Kind.GOAL, status="parked")[0] == 200
    with here.work() as work:
        work.plans.add(here.person_id, [Goal("cook"), Goal("read"), Goal("swim")], "goals")
        work.commit()
    status, page = change(mine, here, Kind.GOAL, status="active")
    assert (status, "three at a time is the most" in page) == (409, True)
    _, goal = item_of(here, Kind.GOAL)
    assert isinstance(goal, Goal)
    assert goal.status is Status.PARKED


def test_no_title_of_a_page_says_what_it_is_about(mine: TestClient) -> None:
    for path in ("/plan", "/data", "/plan/print", "/plan/sharing", "/return", "/data/erase"):
        assert "<title>Cairn</title>" in mine.get(path).text


def test_a_change_here_is_a_new_version_as_by_chat(mine: TestClient, here: Somebody) -> None:
    when, again = "on Sunday 7 March 2060 at 2", "on Monday 8 March 2060"
    fields = {"title": "walk by the canal", "what": "find my shoes", "when": when, "review": again}
    assert change(mine, here, Kind.GOAL, **fields)[0] == 200
    _, goal = item_of(here, Kind.GOAL)
    assert isinstance(goal, Goal)
    assert (goal.title, goal.vision) == ("walk by the canal", f"walk the {WORD} again")
    assert goal.step is not None
    assert (goal.step.what, goal.step.on) == ("find my shoes", date(2060, 3, 7))
    assert goal.step.when == "Sunday 7 March 2060, 2 in the afternoon"
    assert goal.review_on == date(2060, 3, 8)
    with here.work() as work:
        last = work.plans.history(here.person_id)[-1]
    assert (last.agreed.note, last.agreed.who, last.deed) == ("my plan", "person", "changed")


def test_what_a_form_does_not_hold_stays(mine: TestClient, here: Somebody) -> None:
    _, before = item_of(here, Kind.HOPE)
    change(mine, here, Kind.HOPE, act="ring my sister")
    _, after = item_of(here, Kind.HOPE)
    assert isinstance(before, Hope)
    assert isinstance(after, Hope)
    assert (after.note, after.kit, after.show_note, after.act) == (
        before.note,
        before.kit,
        before.show_note,
        "ring my sister",
    )


def test_a_further_moment_and_taking_a_strength_out(mine: TestClient, here: Somebody) -> None:
    change(mine, here, Kind.STRENGTH, evidence="again last night")
    _, strength = item_of(here, Kind.STRENGTH)
    assert isinstance(strength, Strength)
    assert strength.evidence[-1].what == "again last night"
    change(mine, here, Kind.STRENGTH, remove="yes")
    with here.work() as work:
        assert work.own.plan(here.person_id).plan.strengths == ()


def test_two_tabs_do_not_overwrite_each_other(mine: TestClient, here: Somebody) -> None:
    item, before = item_of(here, Kind.GOAL)
    change(mine, here, Kind.GOAL, title="first")
    late = mine.post(f"/plan/change/b/{item.id}", data={"was": mark(before), "title": "second"})
    assert late.status_code == 409
    assert "changed somewhere else" in late.text
    _, goal = item_of(here, Kind.GOAL)
    assert isinstance(goal, Goal)
    assert goal.title == "first"


def test_a_cue_in_a_change_brings_the_card_and_keeps_the_words(mine: TestClient, here: Somebody) -> None:
    _, text = change(mine, here, Kind.HOPE, memory=CUE)
    assert 'class="card"' in text
    assert 'href="tel:999"' in text
    _, hope = item_of(here, Kind.HOPE)
    assert isinstance(hope, Hope)
    assert hope.memory == CUE


@pytest.mark.parametrize(
    ("letter", "number", "status"), [("b", 999, 409), ("a", 0, 409), ("z", 1, 404), ("goal", 1, 404)]
)
def test_what_is_not_theirs_cannot_be_changed(mine: TestClient, letter: str, number: int, status: int) -> None:
    assert mine.post(f"/plan/change/{letter}/{number}", data={"was": ""}).status_code == status


def test_nobody_changes_a_plan_from_another_site(mine: TestClient) -> None:
    for path in ("/plan/sharing", "/data/erase", "/data/code", "/data/choices"):
        assert mine.post(path, data={}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_the_calendar_holds_steps_and_reviews_and_its_titles_say_nothing(mine: TestClient) -> None:
    answer = mine.get("/plan/my-plan.ics")
    events = list(Calendar.from_ical(answer.content).walk("VEVENT"))
    assert [str(event["summary"]) for event in events] == ["Next step", "Look at my plan again"]
    assert [event["dtstart"].dt for event in events] == [date.today() + timedelta(days=n) for n in (1, 7)]
    assert "find the lead" in str(events[0]["description"])
    assert answer.headers["content-type"].startswith("text/calendar")


def events_of(browser: TestClient) -> list[Any]:
    return list(Calendar.from_ical(browser.get("/plan/my-plan.ics").content).walk("VEVENT"))


def test_an_event_of_the_calendar_keeps_its_name_when_it_changes(mine: TestClient, here: Somebody) -> None:
    before = events_of(mine)
    change(mine, here, Kind.GOAL, what="find my shoes")
    after = events_of(mine)
    assert [str(event["uid"]) for event in after] == [str(event["uid"]) for event in before]
    assert [event["sequence"] for event in before] == [0, 0]
    assert [event["sequence"] for event in after] == [1, 1]
    assert all(one["last-modified"].dt <= two["last-modified"].dt for one, two in zip(before, after, strict=True))


def test_no_two_people_have_an_event_of_the_same_name(mine: TestClient, here: Somebody, tmp_path: Path) -> None:
    names = {str(event["uid"]) for event in events_of(mine)}
    (tmp_path / "other").mkdir()
    with somebody(tmp_path / "other", tmp_path / "cairn.db", has_plan=False) as other:
        fill(other)
        with other.browser() as theirs:
            assert not names & {str(event["uid"]) for event in events_of(theirs)}
    assert all(re.fullmatch(r"[0-9a-f]{32}@cairn", name) for name in names)
    assert not any(here.person_id in name for name in names)


def test_no_address_of_a_plan_says_what_it_is_about(mine: TestClient) -> None:
    telling = re.compile(r"hope|hard|goal|strength|crisis|well|mental|recovery")
    for path in ("/plan", "/plan/sharing", "/plan/seen", "/data", "/data/erase", "/return"):
        text = mine.get(path).text
        places = [place for place in re.findall(r'(?:href|action)="([^"]+)"', text) if place.startswith(("/", "#"))]
        assert [place for place in places if telling.search(place)] == []


def test_the_plan_for_hard_times_says_who_to_call(mine: TestClient) -> None:
    page = mine.get("/plan").text
    hard = page[page.index("My plan for hard times") : page.index("Take it with me")]
    assert "Who to call" in hard
    for target in ("tel:999", "tel:116123"):
        assert target in hard


def test_the_plan_names_people_who_have_been_there(mine: TestClient) -> None:
    page = mine.get("/plan").text
    assert "People who’ve been there" in page
    assert "sidebyside.mind.org.uk" in page  # the national way in, where a service has named nobody


def test_a_form_that_cannot_be_kept_is_told_apart_from_one_that_is_too_long(mine: TestClient, here: Somebody) -> None:
    assert "Please use fewer words" in change(mine, here, Kind.GOAL, what="x" * 1001)[1]
    _, page = change(mine, here, Kind.GOAL, status="nonsense")
    assert "could not be kept as it was sent" in page
    assert "more than fits here" not in page


def test_what_is_shared_is_chosen_item_by_item_and_shown_as_staff_see_it(mine: TestClient, here: Somebody) -> None:
    assert "Nothing of my plan" in mine.get("/plan/seen").text
    item, _ = item_of(here, Kind.GOAL)
    seen = mine.post("/plan/sharing", data={anchor(item): "on"})
    assert f"walk the {WORD} again" in seen.text
    assert f"patient with my {WORD}" not in seen.text
    assert "shared with my team" in mine.get("/plan").text
    assert "Nothing of my plan" in mine.post("/plan/sharing", data={"nothing": ""}).text
