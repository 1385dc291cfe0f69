"""The lists beside the alerts: a review whose day is over is named so, and nothing is cut off without a word."""

from __future__ import annotations

from datetime import date, timedelta

from bot.staff.rights import Role
from bot.worker.summaries import SummaryKeeper
from tests.builders import create_goal
from tests.web.staff.house import House


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
    assert "New, and not looked at yet: 12" in page
    assert page.count("Shares a goal") == 10
    assert "/staff/queue?show=new" in page
    page = browser.get("/queue?show=new").text
    assert page.count("Shares a goal") == 12
    assert "are shown" not in page
