"""Changing what is read back: by number, in new words, one line or all of them, and saving it."""

from __future__ import annotations

import pytest

from bot.coaching.asking import Outcome
from bot.coaching.plan import Goal, IfThen, Step
from tests.unit.coaching.talk import BREAD, asked, keys, leads, take, told


def test_a_detail_is_added_to_the_step_by_its_number() -> None:
    changed = told("goals", *BREAD, "2 the small tesco")
    assert asked(changed) == "utter_line_changed"
    (goal,) = take(changed.draft, "yes").items
    assert isinstance(goal, Goal)
    assert goal.step == Step("going in with kev, the small tesco", "sat early. 8ish")


def test_a_detail_that_stands_already_is_not_added_twice() -> None:
    said_twice = told("goals", *BREAD, "2 the small tesco", "2 the small tesco", "yes")
    (goal,) = said_twice.items
    assert isinstance(goal, Goal)
    assert goal.step == Step("going in with kev, the small tesco", "sat early. 8ish")


def test_a_new_day_changes_only_the_day() -> None:
    (goal,) = told("goals", *BREAD, "2 sunday at 9", "yes").items
    assert isinstance(goal, Goal)
    assert goal.step == Step("going in with kev", "sunday at 9")


def test_a_whole_if_then_line_is_read_as_one() -> None:
    (goal,) = told("goals", *BREAD, "3 if it is full, then I will come back later", "yes").items
    assert isinstance(goal, Goal)
    assert goal.if_then == IfThen("it is full", "come back later")


@pytest.mark.parametrize(
    "said",
    [
        "If I get shy I will sing to the wall",
        "when i get shy then sing to the wall",
        "if I get shy, I’ll sing to the wall",
    ],
)
def test_who_tells_the_act_with_the_moment_is_not_asked_for_it(said: str) -> None:
    turn = told("goals", *BREAD[:-2], said)
    assert turn.draft.step == "read_back"
    (goal,) = take(turn.draft, "yes").items
    assert isinstance(goal, Goal)
    assert goal.if_then is not None
    assert goal.if_then.cue.lower() == "i get shy"
    assert goal.if_then.act == "sing to the wall"


def test_a_whole_plan_at_the_question_for_the_act_says_the_moment_anew() -> None:
    turn = told("goals", *BREAD[:-1], "if my heart goes I will count to ten", "yes")
    (goal,) = turn.items
    assert isinstance(goal, Goal)
    assert goal.if_then == IfThen("my heart goes", "count to ten")


def test_a_changed_line_is_asked_with_what_belongs_to_it_and_read_back() -> None:
    assert keys("goals", *BREAD, "no", "3", "it rains", "take a coat")[-4:] == [
        "utter_which_line",
        "obstacle",
        "act",
        "read_back",
    ]


def test_every_line_that_can_be_chosen_is_shown_also_after_a_change_of_one() -> None:
    which = told("goals", *BREAD, "2 the small tesco", "change something").sayings[-1]
    assert which.words == "utter_which_line"
    assert len(which.lines) == len(which.choices) == 3


@pytest.mark.parametrize("text", ["delete 9", "9", "30 the moon"])
def test_a_line_that_is_not_there_is_said_so(text: str) -> None:
    assert leads(told("goals", *BREAD, text))[0].words == "utter_no_such_line"


def test_a_deleted_line_is_gone_and_the_rest_stays() -> None:
    (goal,) = told("goals", *BREAD, "delete 3", "yes").items
    assert isinstance(goal, Goal)
    assert goal.if_then is None
    assert goal.vision == "stop being so anxious in shops"


def test_with_every_line_deleted_there_is_nothing_to_keep() -> None:
    assert told("goals", *BREAD, "delete 3", "delete 2", "delete 1").outcome is Outcome.NOTHING


def test_asked_again_and_not_knowing_keeps_what_was_said_before() -> None:
    again = told("goals", *BREAD, "1", "idk", "idk", "idk")
    while again.draft.step != "read_back":
        again = take(again.draft, "skip")
    assert again.draft.answers["picture"].text == "stop being so anxious in shops"


@pytest.mark.parametrize("said", ["save", "Save it", "Yes, save it", "ok", "keep it as it is", "that's right"])
def test_saving_at_the_read_back_saves(said: str) -> None:
    assert told("goals", *BREAD, said).outcome is Outcome.KEPT


def test_a_line_said_to_be_wrong_is_asked_again_and_not_overwritten() -> None:
    turn = told("goals", *BREAD, "2 is wrong")
    assert asked(turn) == "utter_goals_step"
    assert turn.draft.answers["step"].text == "going in when its quiet"
