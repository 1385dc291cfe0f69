"""Hope as their own line: the numbers of the talks they share, with a text of the same, and nothing said about them."""

from __future__ import annotations

import re

import pytest

from bot.coaching.changes import Revised
from bot.coaching.plan import Hope, Item, Kind
from bot.staff.rights import Role
from tests.builders import create_hope
from tests.databases import sqlite_url as database_url  # noqa: F401 (a fixture)
from tests.web.staff.house import House

EARLIER = "the allotment of an earlier talk"


def talk(house: House, person_id: str, hope: Hope, *, shared: bool = True, note: str = "hope") -> Item:
    """A conversation about hope, a day after the last one."""
    house.now.go_on(days=1)
    with house.work() as work:
        work.plans.add(person_id, [hope], note)
        (item,) = (own.item for own in work.sharing.items(person_id) if own.item.kind is Kind.HOPE)
        if shared:
            work.sharing.share(person_id, item)
        work.commit()
    return item


def hope_on(house: House, person_id: str) -> str:
    """What the person's page says of hope."""
    page = house.signed_in(Role.READER).get(f"/person/{person_id}").text
    found = re.search(r'<section[^>]*aria-labelledby="hope-head".*?</section>', page, re.DOTALL)
    return found.group() if found else ""


@pytest.fixture
def ann(house: House) -> str:
    return house.person("ann")


def test_the_numbers_of_shared_talks_are_one_line_with_a_text_and_a_table(house: House, ann: str) -> None:
    talk(house, ann, create_hope(now=2, afterwards=4, memory=EARLIER))
    talk(house, ann, create_hope(now=6, afterwards=None))
    shown = hope_on(house, ann)
    assert "Hope, 0 to 10, in their own numbers" in shown
    assert '<desc id="hope-desc">2 numbers. 3 Mar 2026: 2. 4 Mar 2026: 6. </desc>' in shown
    assert shown.count('class="dot') == 2
    assert '<th scope="row">3 Mar 2026</th><td>2</td><td class="own">4</td>' in shown
    assert '<th scope="row">4 Mar 2026</th><td>6</td><td class="own"></td>' in shown


def test_of_an_earlier_talk_there_is_the_number_and_none_of_the_words(house: House, ann: str) -> None:
    talk(house, ann, create_hope(now=2, memory=EARLIER, note=EARLIER))
    talk(house, ann, create_hope(now=6))
    assert EARLIER not in house.signed_in(Role.READER).get(f"/person/{ann}").text


def test_one_talk_is_told_and_not_drawn(house: House, ann: str) -> None:
    talk(house, ann, create_hope(now=2))
    assert "<svg" not in hope_on(house, ann)
    assert "2 on 3 Mar 2026" in hope_on(house, ann)


def test_a_talk_that_is_private_is_no_point_of_the_line(house: House, ann: str) -> None:
    talk(house, ann, create_hope(now=2))
    talk(house, ann, create_hope(now=9), shared=False)
    talk(house, ann, create_hope(now=6))
    assert "2 numbers. 3 Mar 2026: 2. 5 Mar 2026: 6. " in hope_on(house, ann)


def test_taking_the_last_talk_back_takes_the_whole_line_back(house: House, ann: str) -> None:
    talk(house, ann, create_hope(now=2))
    item = talk(house, ann, create_hope(now=6))
    with house.work() as work:
        work.sharing.keep_private(ann, item)
        work.commit()
    assert house.signed_in(Role.READER).get(f"/person/{ann}").status_code == 404


def test_a_new_talk_is_private_and_hides_the_line_until_it_is_shared(house: House, ann: str) -> None:
    talk(house, ann, create_hope(now=2))
    talk(house, ann, create_hope(now=6), shared=False)
    assert house.signed_in(Role.READER).get(f"/person/{ann}").status_code == 404


def test_words_that_were_changed_later_make_no_second_talk(house: House, ann: str) -> None:
    first = create_hope(now=2)
    item = talk(house, ann, first)
    house.now.go_on(days=1)
    with house.work() as work:
        work.plans.add(ann, [Revised(item, Hope(**{**vars(first), "memory": "July"}))], "plan page")
        (newer,) = (own.item for own in work.sharing.items(ann) if own.item.kind is Kind.HOPE)
        work.sharing.share(ann, newer)
        work.commit()
    assert "<svg" not in hope_on(house, ann)
    assert hope_on(house, ann).count(" on ") == 1


def test_what_they_said_about_hope_says_what_it_is(house: House, ann: str) -> None:
    talk(house, ann, create_hope(memory="June on the allotment", note="one more day"))
    shown = hope_on(house, ann)
    assert re.search(r"A time with more hope:</span> <span class=\"own\">June on the allotment", shown)
    assert re.search(r"Their line for a hard day:</span> <span class=\"own\">one more day", shown)
