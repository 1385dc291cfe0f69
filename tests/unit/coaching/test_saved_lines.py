"""What is shown once a goal is saved: the very lines that were agreed at the read-back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from actions.plan_words import plan_lines
from bot.coaching import engine
from bot.coaching.answers import Answer
from bot.coaching.asking import Outcome, Turn
from bot.coaching.plan import Goal, Owner, Status
from bot.store.repositories.plans import NumberedPlan
from tests.unit.coaching.people import Someone
from tests.unit.coaching.talk import GUIDES, UNDER_WAY, begin, say, to_the_end, to_the_read_back, told

PEOPLE, GROUPS, MOST_TURNS = 400, 10, 150
WANT, STEP, IF_THEN = "utter_goals_line_want", "utter_goals_line_step", "utter_goals_line_if_then"
SHOWN_AS = {
    "title": WANT,
    "step": STEP,
    "if_then": IF_THEN,
    "review": "utter_goals_line_review",
    "reason": "utter_goals_line_reason",
    "in_my_hands": "utter_goals_line_hands",
    "chosen": "utter_goals_line_way",
    "how_often": "utter_goals_line_often",
    "how_known": "utter_goals_line_known",
    "where": "utter_goals_line_where",
    "strength": "utter_goals_line_strength",
    "helper": "utter_goals_line_helper",
    "team_ask": "utter_goals_line_ask",
}
Lines = dict[str, Mapping[str, str]]


def agreed_lines(turn: Turn) -> Lines:
    standing = GUIDES["goals"].standing_lines(turn.draft.answers)
    return {line.words: values for line, values in standing if line.words in SHOWN_AS.values()}


def saved_goal(turn: Turn) -> Goal | None:
    """The goal of their own that this turn saved."""
    goals = [item for item in turn.items if isinstance(item, Goal) and item.owner is not Owner.SOMEONE_ELSES]
    return next(iter(goals), None)


def shown_lines(goal: Goal) -> Lines:
    plan = NumberedPlan(goals=((1, goal),))
    return {SHOWN_AS[line.field]: line.values for line in plan_lines(plan) if line.field in SHOWN_AS}


def are_the_same(agreed: str, shown: str) -> bool:
    """Is the line shown in the same words, where the read-back did not cut it short?"""
    return shown.startswith(agreed[:-1]) if agreed.endswith("…") else shown == agreed


def assert_shows_what_was_agreed(turn: Turn) -> None:
    goal = saved_goal(turn)
    assert goal is not None
    agreed, shown = agreed_lines(turn), shown_lines(goal)
    assert agreed.keys() == shown.keys()
    for line, values in agreed.items():
        assert all(are_the_same(values[name], shown[line][name]) for name in values), (values, shown[line])


def walks(group: int) -> Iterator[Turn]:
    """How random people end who save a goal."""
    for seed in range(group, PEOPLE, GROUPS):
        person, turn, turns = Someone(seed), begin("goals"), 0
        if seed % 3:
            turn = say(turn, "longer")
        while turn.outcome in UNDER_WAY:
            turn = engine.take(
                GUIDES["goals"], turn.draft, person.answer(GUIDES["goals"], turn.draft, MOST_TURNS // 2 - turns)
            )
            turns += 1
        if turn.outcome is Outcome.KEPT:
            yield turn


@pytest.mark.parametrize("group", range(GROUPS))
def test_what_random_people_agree_to_is_what_is_shown_afterwards(group: int) -> None:
    saved = [turn for turn in walks(group) if (goal := saved_goal(turn)) is None or goal.status is Status.ACTIVE]
    assert saved
    for turn in saved:
        if agreed_lines(turn):
            assert_shows_what_was_agreed(turn)


def test_a_goal_on_the_longer_way_is_not_named_by_the_way_it_starts_with() -> None:
    turn = to_the_read_back(told("goals", "longer", "see more people", "i miss them", "skip", "i could ring Maureen"))
    agreed = say(turn, "change 1 to going to the church coffee morning on a Thursday with Maureen")
    goal = saved_goal(to_the_end(agreed))
    assert goal is not None
    assert goal.title == "going to the church coffee morning on a Thursday with Maureen"


def test_a_wish_that_is_shown_without_who_else_wants_it_is_named_so() -> None:
    turn = to_the_end(told("goals", "my nurse wants me to go swimming", "it's mine too"))
    goal = saved_goal(turn)
    assert goal is not None
    assert (goal.vision, goal.title) == ("my nurse wants me to go swimming", "go swimming")


def test_an_act_with_a_full_stop_is_shown_as_it_was_agreed() -> None:
    turn = told("goals", "swim", "8", "skip", "ring the baths on tuesday", "8", "it rains", "I'd take the bus.")
    assert_shows_what_was_agreed(to_the_end(turn))


def test_a_line_that_was_taken_out_is_not_shown_in_other_words() -> None:
    turn = to_the_read_back(told("goals", "longer", "swim", "it's fun", "skip", "find my trunks; buy a ticket", "2"))
    turn = say(turn, "delete 1")
    goal = saved_goal(to_the_end(turn))
    assert goal is None or goal.title == ""


def test_a_known_goal_does_not_change_what_is_shown() -> None:
    turn = begin("goals", {"known.wishes": Answer(items=("see the sea",))})
    assert_shows_what_was_agreed(to_the_end(say(turn, "see the sea")))
