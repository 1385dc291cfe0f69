"""What was confirmed comes back word for word, and every confirmation adds to it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.coaching.plan import Goal, Hope, Plan, PlanItem, Strength
from bot.store import UnitOfWork
from tests.builders import create_goal, create_hope, create_items, create_plan, create_strength


def test_a_plan_comes_back_as_it_was_confirmed(work: UnitOfWork, person_id: str) -> None:
    work.plans.add(person_id, create_items(), "all three")
    assert work.plans.current(person_id) == create_plan()


def test_a_stranger_has_an_empty_plan(work: UnitOfWork) -> None:
    assert work.plans.current("nobody") == Plan()


@pytest.mark.parametrize("item", [Strength("kind"), Goal("peace"), Hope()])
def test_what_was_left_out_stays_left_out(work: UnitOfWork, person_id: str, item: PlanItem) -> None:
    work.plans.add(person_id, [item], "")
    plan = work.plans.current(person_id)
    assert item in (*plan.strengths, *plan.goals, plan.hope)


def test_a_second_goal_is_a_further_goal(work: UnitOfWork, person_id: str) -> None:
    first, second = create_goal(), create_goal(vision="sleep through", step=None)
    work.plans.add(person_id, [first], "")
    work.plans.add(person_id, [second], "")
    assert work.plans.current(person_id).goals == (first, second)


def test_the_latest_hope_is_the_current_one_and_the_earlier_is_kept(work: UnitOfWork, person_id: str) -> None:
    work.plans.add(person_id, [create_hope(now=2)], "")
    work.plans.add(person_id, [create_hope(now=5)], "")
    assert work.plans.current(person_id).hope == create_hope(now=5)
    shown = work.export.person(person_id)
    assert [hope["now"] for hope in (*shown["earlier_hope"], shown["hope"])] == [2, 5]


def test_strengths_gather(work: UnitOfWork, person_id: str) -> None:
    work.plans.add(person_id, [create_strength(label="one"), create_strength(label="two")], "")
    work.plans.add(person_id, [create_strength(label="three", evidence=())], "")
    assert [strength.label for strength in work.plans.current(person_id).strengths] == ["one", "two", "three"]


def test_versions_are_counted_for_each_person(work: UnitOfWork, person_id: str) -> None:
    other = work.people.ensure("rest", "other")
    numbers = [work.plans.add(who, create_items(), "") for who in (person_id, other, person_id)]
    assert numbers == [1, 1, 2]


def test_two_confirmations_at_once_are_two_versions(database_url: str, person_id: str) -> None:
    def confirm(number: int) -> int:
        with UnitOfWork(database_url) as work:
            version = work.plans.add(person_id, [create_goal(vision=f"goal {number}")], "")
            work.commit()
        return version

    with ThreadPoolExecutor(4) as pool:
        versions = sorted(pool.map(confirm, range(8)))
    assert versions == list(range(1, 9))
    with UnitOfWork(database_url) as work:
        assert len(work.plans.current(person_id).goals) == 8
