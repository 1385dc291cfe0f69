"""What a page says of somebody who shares nothing, and of the wish that the team is told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.coaching.plan import Kind
from bot.staff.rights import Role
from tests.builders import create_goal
from tests.web.staff.house import House
from tests.web.staff.robin import share


def asks_of(page: str) -> str:
    """The part of a person's page with what they ask."""
    return page[page.index('id="asks"') :].partition("</section>")[0]


def person_of(house: House, number: int) -> str:
    with house.work() as work:
        return work.alerts.get(number).person_id


def test_a_page_says_plainly_that_somebody_shares_nothing(house: House) -> None:
    person_id = person_of(house, house.alert("ann"))
    page = house.signed_in(Role.READER).get(f"/person/{person_id}").text
    with house.work() as work:
        name = work.call_names.known([person_id])[person_id]
    assert f"{name} shares nothing with the team just now." in page
    assert "shares nothing with the team just now" in asks_of(page)
    for untrue in ("Nothing just now", "No day is set", "Only what"):
        assert untrue not in page


def test_the_introduction_is_true_where_support_stands_on_the_page(house: House, robin: str) -> None:
    browser = house.signed_in(Role.READER)
    assert "Only what" in browser.get(f"/person/{robin}").text
    house.alert("robin")
    page = browser.get(f"/person/{robin}").text
    assert "Only what" not in page
    assert "and in the timeline when Cairn showed support" in page
    assert "shares nothing" not in page


def test_the_wish_that_the_team_is_told_is_asked_of_us_until_it_is_closed(house: House) -> None:
    number = house.alert("ann", layout="team")
    person_id = person_of(house, number)
    browser = house.signed_in(Role.RESPONDER)
    asks = asks_of(browser.get(f"/person/{person_id}").text)
    assert "asked with “Tell my team” that the team is told" in asks
    assert f'href="/staff/alert/{number}"' in asks
    reader = asks_of(house.signed_in(Role.READER).get(f"/person/{person_id}").text)
    assert "that the team is told" in reader
    assert "/staff/alert/" not in reader
    browser.post(f"/alert/{number}/acknowledge")
    browser.post(f"/alert/{number}/close", outcome="spoke")
    assert "Tell my team" not in asks_of(browser.get(f"/person/{person_id}").text)


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (1, "Was due yesterday, Sunday 1 March 2026."),
        (3, "Was due 3 days ago, Friday 27 February 2026."),
        (0, "Due today, Monday 2 March 2026."),
        (-1, "Tuesday 3 March 2026"),
    ],
)
def test_a_review_says_that_it_was_due_and_how_it_leaves_the_list(house: House, ago: int, said: str) -> None:
    person_id = house.person("ann", items=[create_goal(review_on=date(2026, 3, 2) - timedelta(days=ago))])
    share(house, person_id, Kind.GOAL)
    page = house.signed_in(Role.READER).get(f"/person/{person_id}").text
    review = page[page.index('id="review"') :].partition("</section>")[0]
    assert said in review
    assert ("It leaves the list when" in review) is (ago >= 0)
