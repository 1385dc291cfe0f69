"""The day to look again while a step of the plan is changed: it moves with the step, and is theirs to choose."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from time_machine import travel

from actions.turns import Entry
from bot.store.unit_of_work import UnitOfWork
from tests.unit.actions.test_who_sees import with_a_goal
from tests.unit.actions.writing import Person


def review_of(url: str) -> str:
    with UnitOfWork(url) as work:
        someone = work.people.by_identity("web", "p1")
        assert someone is not None
        ((_, goal),) = work.plans.numbered(someone.id).goals
        return goal.review


@pytest.mark.parametrize("said", ["2 thursday", "Yes, but look again on thursday not friday", "look again thursday"])
@travel(datetime(2026, 11, 30, 12, tzinfo=timezone.utc), tick=False)
def test_another_day_to_look_again_is_kept(person: Person, url: str, said: str) -> None:
    with_a_goal(person)
    person.send("edit", person.message("change 2 to go in on tuesday at 8", Entry.WISH))
    before = review_of(url)
    person.say(said, journey="edit")
    person.say("yes", journey="edit")
    assert review_of(url) != before
    assert review_of(url).startswith("Thursday")
