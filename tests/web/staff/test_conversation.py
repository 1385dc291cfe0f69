"""A conversation as it is read: in the order of time, day by day, with what part of it stands here."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.coaching.plan import Kind
from bot.staff.rights import Role
from tests.builders import create_goal
from tests.databases import write_event
from tests.web.staff.house import House
from tests.web.staff.robin import share

REASON = {"reason": "Ann asked me to read it"}


def ann(house: House) -> str:
    person_id = house.person("ann", items=[create_goal()])
    share(house, person_id, Kind.GOAL)
    return person_id


def test_lines_stand_in_the_order_of_time_under_their_days(house: House) -> None:
    """One of them was kept late."""
    person_id = ann(house)
    house.talk("ann", "said second", "an answer", at=house.now() + timedelta(days=1))
    house.talk("ann", "said first", "another answer")
    page = house.signed_in(Role.RESPONDER).post(f"/person/{person_id}/transcript", **REASON).text
    talk = page[page.index('aria-label="The conversation"') :]
    told = [talk.index(words) for words in ("Monday 2 March", "said first", "Tuesday 3 March", "said second")]
    assert told == sorted(told)
    assert re.findall(r"<h2[^>]*>([^<]+)</h2>", talk) == ["Monday 2 March 2026", "Tuesday 3 March 2026"]


def test_the_page_says_what_part_of_the_conversation_it_is(house: House) -> None:
    person_id = ann(house)
    house.talk("ann", "one", "two")
    browser = house.signed_in(Role.RESPONDER)
    page = browser.post(f"/person/{person_id}/transcript", **REASON).text
    assert "All that is kept of it: 2 lines, from Monday 2 March 2026, 9:00 am to Monday 2 March 2026, 9:00 am." in page
    house.talk("ann", *(f"later {number}" for number in range(250)), at=house.now() + timedelta(minutes=1))
    page = browser.post(f"/person/{person_id}/transcript", **REASON).text
    assert "200 lines of it, from Monday 2 March 2026, 9:05 am to Monday 2 March 2026, 9:21 am." in page
    assert "There are earlier lines." in page
    assert "There are later lines." not in page


def test_a_line_that_brought_support_is_not_asked_about(house: House) -> None:
    person_id = ann(house)
    at = house.now().timestamp()
    write_event(house.settings.tracker_url, "ann", "user", at, text="nowhere to go")
    told = {"support": {"layout": "card"}}
    write_event(house.settings.tracker_url, "ann", "bot", at + 1, text="the card", metadata=told)
    house.talk("ann", "ok", at=house.now() + timedelta(minutes=1))
    page = house.signed_in(Role.RESPONDER).post(f"/person/{person_id}/transcript", **REASON).text
    first, _, then = page.partition("Showed the support card")
    assert "Should this have brought support?" not in first
    assert then.count("Should this have brought support?") == 1
