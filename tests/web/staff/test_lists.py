"""The lists beside the alerts: a review whose day is over is named so, and nothing is cut off without a word."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta

import pytest

from bot.staff.rights import Role
from bot.worker.summaries import SummaryKeeper
from tests.builders import create_goal
from tests.web.staff.house import Browser, House


def sharing(house: House, *names: str, review_on: date | None = None) -> None:
    """People who each share a goal, which the worker has followed."""
    for name in names:
        person_id = house.person(name, items=[create_goal(review_on=review_on)])
        with house.work() as work:
            for own in work.sharing.items(person_id):
                work.sharing.share(person_id, own.item)
            work.commit()
    SummaryKeeper(house.settings, now=lambda: house.now() + timedelta(minutes=2)).rebuild()


def test_overdue_reviews_come_first_and_are_named_so(house: House) -> None:
    sharing(house, "ann", review_on=date(2026, 3, 5))
    sharing(house, "ben", review_on=date(2026, 1, 7))
    sharing(house, "kim", review_on=date(2026, 3, 2))
    page = house.signed_in(Role.READER).get("/queue").text
    assert "Reviews due this week or overdue: 3" in page
    overdue = page.index("Overdue since Wednesday 7 January 2026")
    today, coming = page.index("<td>Monday 2 March 2026</td>"), page.index("<td>Thursday 5 March 2026</td>")
    assert overdue < today < coming
    assert page.count("Overdue since") == 1


def test_what_is_new_is_counted_and_all_of_it_can_be_seen(house: House) -> None:
    sharing(house, *(f"person {number}" for number in range(12)))
    browser = house.signed_in(Role.READER)
    page = browser.get("/queue").text
    assert "New, and not looked at yet by anybody of the team: 12" in page
    assert page.count("Shares a goal") == 10
    assert "/staff/queue?new_from=10" in page
    page = browser.get("/queue?show=new").text
    assert page.count("Shares a goal") == 12
    assert "The next ones" not in page


def turned_over(browser: Browser, first: str) -> tuple[list[str], list[str]]:
    """Whose rows stand on a list, turned over to its end; and the links that led on."""
    found: list[str] = []
    links = [first]
    while links[-1:] and len(links) < 20:
        page = html.unescape(browser.get(links[-1]).text)
        found += re.findall(r'<a class="btn" href="/staff/person/(\w+)"', page)
        further = re.search(r'<a href="/staff(/queue[^"]*)">The next ones', page)
        if further is None:
            break
        links.append(further.group(1))
    return found, links


@pytest.mark.parametrize("show", ["reviews", "new"])
def test_every_review_and_all_that_is_new_can_be_reached(house: House, show: str) -> None:
    sharing(house, *(f"person {number}" for number in range(130)), review_on=date(2026, 3, 5))
    house.now.go_on(days=2)
    browser = house.signed_in(Role.READER)
    found, links = turned_over(browser, f"/queue?show={show}")
    assert (len(found), len({*found})) == (130, 130)
    assert all(f"show={show}" in link for link in links)
    back = html.unescape(browser.get(links[-1]).text)
    assert re.search(rf'<a href="/staff/queue\?show={show}&{show}_from=\d+">The ones before', back)


def test_what_is_new_stays_so_until_somebody_has_looked(house: House) -> None:
    sharing(house, "ann")
    house.now.go_on(days=45)
    assert "New, and not looked at yet by anybody of the team: 1" in house.signed_in(Role.READER).get("/queue").text


def test_turning_one_list_over_leaves_the_others_where_they_are(house: House) -> None:
    sharing(house, *(f"person {number}" for number in range(25)), review_on=date(2026, 3, 5))
    page = html.unescape(house.signed_in(Role.READER).get("/queue?reviews_from=10").text)
    assert "/staff/queue?reviews_from=10&new_from=10" in page
    assert "/staff/queue?reviews_from=20" in page
    assert "/staff/queue?reviews_from=0" in page


@pytest.mark.parametrize("show", ["reviews", "new"])
def test_a_name_in_a_list_leads_to_its_page(house: House, show: str) -> None:
    sharing(house, "ann", review_on=date(2026, 3, 5))
    page = house.signed_in(Role.READER).get(f"/queue?show={show}").text
    assert re.search(r'<th scope="row"><a href="/staff/person/\w+">[^<]+</a></th>', page)
