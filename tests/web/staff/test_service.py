"""The figures of the service against what was counted by hand, month by month, and none of a few people among them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

import pytest

from bot.coaching.changes import Revised
from bot.coaching.plan import CheckIn, Goal, GoalKind, Item, Kind, Status
from bot.staff.rights import Role
from bot.store import CueEvent
from bot.store.service_reading import Figures
from bot.web.staff.service import months_before
from bot.worker.summaries import SummaryKeeper
from tests.builders import create_goal, create_strength
from tests.web.staff.house import House

FEBRUARY = datetime(2026, 2, 10, 12, 0, tzinfo=timezone.utc)
MARCH = datetime(2026, 3, 1, tzinfo=timezone.utc)


def person(house: House, name: str, *items: object, note: str = "goals") -> str:
    """Somebody who agreed these in a dialogue at this moment."""
    person_id = house.person(name)
    with house.work() as work:
        work.plans.add(person_id, items, note)  # type: ignore[arg-type]  # items of a plan
        work.commit()
    return person_id


def goal_of(house: House, person_id: str) -> tuple[Item, Goal]:
    with house.work() as work:
        own = next(own for own in work.sharing.items(person_id) if own.item.kind is Kind.GOAL)
    assert isinstance(own.what, Goal)
    return own.item, own.what


def changed(house: House, person_id: str, **values: object) -> None:
    item, goal = goal_of(house, person_id)
    with house.work() as work:
        work.plans.add(person_id, [Revised(item, Goal(**{**vars(goal), **values}))], "check_in")
        work.commit()


def looked(house: House, person_id: str, *outcomes: str) -> None:
    item, _ = goal_of(house, person_id)
    for outcome in outcomes:
        with house.work() as work:
            work.plans.add(person_id, [CheckIn(item.id, outcome)], "check_in")
            work.commit()


def alert(house: House, person_id: str, waits: timedelta | None) -> None:
    with house.work() as work:
        shown = work.cue_events.record(person_id, CueEvent(f"{person_id}{house.now()}", (), "c", "card", house.now()))
        assert shown is not None
        number = work.alerts.make(person_id, shown)
        work.commit()
    if waits is None:
        return
    before, house.now.at = house.now.at, house.now.at + waits
    with house.work() as work:
        work.alerts.acknowledge(number, "Somebody")
        work.commit()
    house.now.at = before


def figures(
    house: House, since: datetime = datetime(2026, 2, 1, tzinfo=timezone.utc), until: datetime = MARCH
) -> Figures:
    with house.work() as work:
        return work.service.figures(since, until)


@pytest.fixture
def february(house: House) -> House:
    """Seven people with a goal in February, some before and some after; the clock stands on 2 March again."""
    now = house.now.at
    house.now.at = FEBRUARY - timedelta(days=30)
    early = person(house, "early", create_goal())
    house.now.at = FEBRUARY
    people = [person(house, f"p{number}", create_goal()) for number in range(5)]
    people += [person(house, f"t{number}", create_goal(kind=GoalKind.TREATMENT)) for number in range(2)]
    person(house, "strong", create_strength(), note="strengths")
    looked(house, people[0], "did", "did", "not_yet")
    looked(house, early, "some")
    changed(house, people[1], status=Status.DONE)
    changed(house, early, status=Status.DONE)
    for waits in (timedelta(minutes=30), timedelta(hours=3), timedelta(hours=3), timedelta(days=3), None):
        alert(house, people[2], waits)
        house.now.go_on(minutes=1)
    house.now.at = MARCH + timedelta(hours=1)
    changed(house, people[1], reason="other words, reached before")
    person(house, "late", create_goal())
    looked(house, people[0], "did")
    house.now.at = now
    return house


def test_what_was_counted_by_hand(february: House) -> None:
    found = figures(february)
    assert found.people == 9  # seven with a goal, one with a strength, and the early one, who looked at theirs
    assert found.dialogues == {"goals": 7, "strengths": 1, "check_in": 6}
    assert found.kinds == {"recovery": 5, "treatment": 2}
    assert found.goals_reached == 2
    assert found.check_ins == {"did": 2, "not_yet": 1, "some": 1}
    assert found.waits == {"within_1": 1, "within_4": 2, "longer": 1, "not_yet": 1}


def test_each_thing_is_counted_in_its_own_month(february: House) -> None:
    january = figures(february, datetime(2026, 1, 1, tzinfo=timezone.utc), datetime(2026, 2, 1, tzinfo=timezone.utc))
    march = figures(february, MARCH, datetime(2026, 4, 1, tzinfo=timezone.utc))
    assert (january.people, january.kinds, january.goals_reached) == (1, {"recovery": 1}, 0)
    assert (march.people, march.kinds, march.check_ins) == (3, {"recovery": 1}, {"did": 1})
    assert march.goals_reached == 0  # its words were changed, it was reached before


def test_topics_count_each_person_once_in_the_month_in_which_they_asked(house: House) -> None:
    now, house.now.at = house.now.at, FEBRUARY
    asks = ("Jo to come to the swimming pool", "please, a lift to the swimming pool", "a letter for college")
    for number, ask in enumerate(asks):
        person_id = person(house, f"p{number}", create_goal(team_ask=ask))
        with house.work() as work:
            work.sharing.share(person_id, goal_of(house, person_id)[0])
            work.commit()
    person(house, "private", create_goal(team_ask="Jo to come to the swimming pool"))
    SummaryKeeper(house.settings, now=house.now).rebuild()
    house.now.at = now
    assert figures(house).topics == {"swimming pool": 2, "college": 1, "letter": 1, "lift": 1}
    assert figures(house, MARCH, MARCH + timedelta(days=31)).topics == {}


@pytest.mark.parametrize(
    ("asks", "said", "unsaid"),
    [
        ((), "Nothing in this month.", "asked for something"),
        (("a lift",), "Fewer than 5 people asked for something. How many, and in what words, is not shown.", "lift"),
        (
            ("a lift", "a letter", "a walk", "a chair", "come with me", "a lamp"),
            "About 5 people asked for something. No words were used by 5 of them or more, and so none are shown.",
            "lamp",
        ),
        (
            ("a letter",) * 6 + ("a lamp",),
            "About 5 people asked for something. Words that fewer than 5 of them used are not shown.",
            "lamp",
        ),
    ],
)
def test_nothing_is_said_of_what_people_ask_only_where_nobody_asks(
    house: House, asks: tuple[str, ...], said: str, unsaid: str
) -> None:
    now, house.now.at = house.now.at, FEBRUARY
    for number, ask in enumerate(asks):
        person_id = person(house, f"p{number}", create_goal(team_ask=ask))
        with house.work() as work:
            work.sharing.share(person_id, goal_of(house, person_id)[0])
            work.commit()
    SummaryKeeper(house.settings, now=house.now).rebuild()
    house.now.at = now
    page = house.signed_in(Role.LEAD).get("/service").text
    part = page[page.index("What people ask of the team") :].partition("</section>")[0]
    assert said in part
    assert unsaid not in part
    assert ("Nothing in this month" in part) is (not asks)
    assert ('<th scope="row">letter</th><td>5</td>' in part) is (asks.count("a letter") > 5)


def test_the_page_shows_rounded_numbers_hides_small_ones_and_tells_the_share(house: House) -> None:
    now, house.now.at = house.now.at, FEBRUARY
    people = [person(house, f"r{number}", create_goal()) for number in range(16)]
    people += [person(house, f"t{number}", create_goal(kind=GoalKind.TREATMENT)) for number in range(6)]
    for one in people[:3]:
        changed(house, one, status=Status.DONE)
    house.now.at = now
    page = house.signed_in(Role.LEAD).get("/service").text
    assert "February 2026" in page
    assert "<dt>People who agreed something</dt><dd>20</dd>" in page
    assert "<dt>Goals set</dt><dd>20</dd>" in page
    assert "<dt>Goals reached</dt><dd>not shown</dd>" in page
    assert '<th scope="row">Recovery goals</th><td>15</td>' in page
    assert '<th scope="row">Treatment goals</th><td>5</td>' in page
    assert "Of 100 recovery and treatment goals, 75 are recovery goals." in page
    assert '<th scope="row">A goal</th><td>20</td>' in page
    assert '<th scope="row">Check-ins</th>' not in page  # they are counted once, with how they went


def test_no_share_is_told_where_a_part_of_it_is_hidden(house: House) -> None:
    now, house.now.at = house.now.at, FEBRUARY
    for number in range(12):
        person(house, f"p{number}", create_goal(kind=GoalKind.RECOVERY if number < 9 else GoalKind.TREATMENT))
    house.now.at = now
    page = house.signed_in(Role.LEAD).get("/service").text
    assert "<dt>Goals set</dt><dd>10</dd>" in page
    assert page.count("<td>not shown</td>") == 3  # practical goals too, of which there is none
    assert "are recovery goals" not in page


def test_only_whole_months_that_are_over_can_be_asked_for(february: House) -> None:
    browser = february.signed_in(Role.LEAD)
    offered = re.findall(r'<option value="([\d-]+)"', browser.get("/service").text)
    assert offered[:3] == ["2026-02", "2026-01", "2025-12"]
    assert len(offered) == 12
    assert "January 2026. Counts only" in browser.get("/service?month=2026-01").text
    for trap in ("2026-03", "2026-02-10", "30", "nonsense", "2019-01", "9" * 50):
        assert "February 2026. Counts only" in browser.get(f"/service?month={trap}").text


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 3, 2), date(2026, 2, 1), date(2025, 3, 1)),
        (date(2026, 1, 31), date(2025, 12, 1), date(2025, 1, 1)),
        (date(2026, 12, 1), date(2026, 11, 1), date(2025, 12, 1)),
    ],
)
def test_the_months_to_choose_from(today: date, first: date, last: date) -> None:
    months = months_before(today)
    assert (months[0], months[-1], len(set(months))) == (first, last, 12)


def test_a_month_begins_and_ends_where_the_service_is(house: House) -> None:
    now = house.now.at
    house.now.at = datetime(2026, 6, 30, 23, 30, tzinfo=timezone.utc)  # half past midnight in July, in London
    for number in range(6):
        person(house, f"p{number}", create_goal())
    house.now.at = datetime(2026, 8, 3, 9, 0, tzinfo=timezone.utc)
    browser = house.signed_in(Role.LEAD)
    assert "<dt>Goals set</dt><dd>5</dd>" in browser.get("/service?month=2026-07").text
    assert "<dt>Goals set</dt><dd>0</dd>" in browser.get("/service?month=2026-06").text
    house.now.at = now
