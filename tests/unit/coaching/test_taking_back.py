"""Taking back the answer just given: only words that say so do, and only where they answer nothing else."""

from __future__ import annotations

import pytest

from tests.unit.coaching.talk import asked, told


@pytest.mark.parametrize("said", ["actually no, get a dog", "no wait. get a dog", "changed my mind, get a dog"])
def test_who_takes_back_a_wish_at_the_next_number_has_the_new_one(said: str) -> None:
    turn = told("goals", "learn to drive", said)
    assert turn.draft.answers["picture"].text == "get a dog"
    assert asked(turn) == "utter_goals_importance"
    assert turn.draft.path == ("picture",)


@pytest.mark.parametrize("said", ["actually 8", "actually", "wait"])
def test_a_second_thought_about_a_number_is_no_new_wish(said: str) -> None:
    assert told("goals", "learn to drive", said).draft.answers["picture"].text == "learn to drive"


@pytest.mark.parametrize("said", ["actually no, look at their website", "no wait, look at their website"])
def test_who_takes_back_a_step_at_the_next_question_has_the_new_one(said: str) -> None:
    turn = told("goals", "get a dog", "8", "he's company", "ring the rescue centre", said)
    assert turn.draft.answers["step"].text == "look at their website"
    assert asked(turn) == "utter_goals_step_when"


@pytest.mark.parametrize("said", ["actually make that 9", "no wait, 9", "sorry, 9", "on second thoughts 9"])
def test_who_takes_back_a_number_at_the_next_question_has_the_new_one(said: str) -> None:
    turn = told("goals", "get a dog", "7", said)
    assert turn.draft.answers["importance"].number == 9
    assert asked(turn) == "utter_goals_importance_reason"


def test_who_takes_back_a_choice_at_the_next_question_has_the_new_one() -> None:
    turn = told("strengths", "a hard time i got through", "actually something i enjoy")
    assert turn.draft.answers["way_in"].choice == "enjoy"
    assert asked(turn) == "utter_strengths_story_enjoy"


@pytest.mark.parametrize(
    "said",
    [
        "actually no, i can't think of anything",
        "actually my nerves",
        "wait, the buses",
        "sorry, my cat jumped up",
        "no idea",
        "actually no",
    ],
)
def test_what_answers_this_question_takes_nothing_back(said: str) -> None:
    turn = told("goals", "get a dog", "8", "he's company", "ring the rescue centre on monday at 10", "8", said)
    assert turn.draft.answers["step"].text == "ring the rescue centre on monday at 10"
    assert turn.draft.answers["confidence"].number == 8


@pytest.mark.parametrize(
    ("said", "number"), [("hang on, what do you mean", 8), ("actually about seven", 7), ("wait, why do you ask", 8)]
)
def test_what_takes_nothing_back_leaves_the_number_asked_for(said: str, number: int) -> None:
    turn = told("goals", "learn to swim", said, "8")
    assert turn.draft.answers["importance"].number == number
