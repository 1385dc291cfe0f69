"""The queue: reviews by what is shared at this moment, what is new, and who cannot be found."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import update

from bot.coaching.plan import Kind
from bot.staff.rights import Role
from bot.store.staff_tables import CallName
from tests.builders import create_goal, create_strength
from tests.web.staff.house import House
from tests.web.staff.robin import PRIVATE, share, summarised


def test_a_review_is_due_by_what_is_shared_at_this_moment(house: House, robin: str) -> None:
    """Also while the worker has not followed yet what changed."""
    with house.work() as work:
        work.plans.add(robin, [create_goal(vision="swim", review_on=date(2026, 3, 6)), create_strength()], "goals")
        work.commit()
    browser = house.signed_in(Role.LEAD)
    assert "Thursday 5 March 2026" in browser.get("/queue").text
    share(house, robin, Kind.GOAL)
    with house.work() as work:
        first = next(own.item for own in work.sharing.items(robin) if own.item.kind is Kind.GOAL)
        work.sharing.keep_private(robin, first)
        work.commit()
    queue = browser.get("/queue").text
    assert "Reviews due this week or overdue: 1" in queue
    assert "Friday 6 March 2026" in queue
    assert "Thursday 5 March" not in queue
    assert "Jo to come to the park" not in queue
    summarised(house)
    assert "Friday 6 March 2026" in browser.get("/queue").text


def test_the_queue_names_whose_ask_it_is_as_staff_know_them(house: House, robin: str) -> None:
    queue = house.signed_in(Role.READER).get("/queue").text
    with house.work() as work:
        name = work.call_names.known([robin])[robin]
    row = next(row for row in queue.split("<tr>") if "Jo to come to the park" in row)
    assert name in row


def test_somebody_who_shares_nothing_cannot_be_found(house: House) -> None:
    person_id = house.person("quiet", items=[create_strength(label=PRIVATE)])
    with house.work() as work:
        name = work.call_names.of([person_id])[person_id]
        work.commit()
    browser = house.signed_in(Role.LEAD)
    assert browser.get(f"/person/{person_id}").status_code == 404
    assert "Nobody here is called" in browser.post("/find", find=name).text
    assert browser.post(f"/person/{person_id}/transcript", reason="to have a look at it").status_code == 404
    assert browser.post(f"/person/{person_id}/export").status_code == 404


def test_the_queue_shows_reviews_with_what_is_asked_and_what_is_new(house: House, robin: str) -> None:
    browser = house.signed_in(Role.READER)
    queue = browser.get("/queue").text
    assert "Reviews due this week or overdue: 1" in queue
    assert "Jo to come to the park" in queue
    assert "Shares a goal" in queue
    house.now.go_on(minutes=1)
    browser.get(f"/person/{robin}")
    assert "Nothing new." in browser.get("/queue").text


@pytest.mark.parametrize("show", ["reviews", "new"])
def test_a_choice_of_lists_hides_no_alert_without_a_word(house: House, show: str) -> None:
    responder = house.signed_in(Role.RESPONDER)
    assert "to be acknowledged" not in responder.get(f"/queue?show={show}").text
    house.alert("ann")
    assert "1 alert waits to be acknowledged." in responder.get(f"/queue?show={show}").text
    house.alert("ben")
    page = responder.get(f"/queue?show={show}").text
    assert "2 alerts wait to be acknowledged." in page
    assert 'href="/staff/queue?show=alerts">Show them' in page
    assert "to be acknowledged" not in house.signed_in(Role.READER).get(f"/queue?show={show}").text


def test_what_is_acknowledged_says_when_and_by_whom_and_how_long_it_is_open(house: House) -> None:
    number = house.alert("ann")
    house.now.go_on(hours=2, minutes=15)
    browser = house.signed_in(Role.RESPONDER)
    browser.post(f"/alert/{number}/acknowledge")
    house.now.go_on(minutes=10)
    queue = browser.get("/queue").text
    row = queue[queue.index("Acknowledged, not closed yet: 1") :].partition("</section>")[0]
    assert "Monday 2 March 2026, 11:15 am" in row
    assert "by Responder Name" in row
    assert "2 hours 25 minutes" in row
    assert "9:00 am" not in row
    assert queue.index('id="q1"') < queue.index('id="q4"') < queue.index('id="find"') < queue.index('id="q2"')


@pytest.mark.usefixtures("robin")
def test_each_list_says_its_order(house: House) -> None:
    house.alert("ann")
    page = house.signed_in(Role.RESPONDER).get("/queue").text
    lists = {number: page[page.index(f'id="q{number}"') :].partition("<table")[0] for number in "123"}
    assert "Oldest first." in lists["1"]
    assert "By the day of the review, the earliest first." in lists["2"]
    assert "Newest first." in lists["3"]
    assert "Oldest first" not in page[: page.index('id="q1"')]


def test_a_reader_is_told_who_answers_what_waits(house: House) -> None:
    house.alert("ann")
    told = "Responders and leads answer these."
    assert told in house.signed_in(Role.READER).get("/queue").text
    assert told not in house.signed_in(Role.RESPONDER).get("/queue").text


def named(house: House, name: str, person_id: str) -> None:
    """Give somebody this name among staff."""
    with house.work() as work:
        work.call_names.of([person_id])
        work._session.execute(update(CallName).where(CallName.person_id == person_id).values(name=name))
        work.commit()


def test_the_beginning_of_a_name_offers_who_can_be_found_anyway(house: House) -> None:
    shown = []
    for number in range(12):
        shown.append(house.person(f"one {number}", items=[create_goal()]))
        share(house, shown[-1], Kind.GOAL)
        named(house, f"Kestrel {number + 10}", shown[-1])
    named(house, "Kestrel 09", house.person("quiet", items=[create_goal()]))
    browser = house.signed_in(Role.READER)
    page = browser.post("/find", find=" kestrel ").text
    assert [f"/staff/person/{one}" in page for one in shown] == [True] * 10 + [False] * 2
    assert "Kestrel 09" not in page
    assert "Nobody here" not in page
    with house.work() as work:
        entries = work.audit.page(what="searched")
    assert {(entry.about, entry.target) for entry in entries} == {(one, "") for one in shown[:10]}
    exact = browser.post("/find", find="Kestrel 21").text
    assert (shown[11] in exact, shown[0] in exact) == (True, False)
    for trap in ("Kes%", "K_strel", "Ke"):
        assert "/staff/person/" not in browser.post("/find", find=trap).text


def test_a_search_for_nothing_asks_for_a_name(house: House) -> None:
    page = house.signed_in(Role.READER).post("/find", find="   ").text
    assert "Please write at least three letters of a name." in page
    assert "Nobody here is called" not in page
