"""Who asks what is meant is told: what other people say, what the numbers stand for, or the question in other words."""

from __future__ import annotations

import pytest

from tests.unit.coaching.talk import asked, leads, told

AT_THE_STEP = ("learn to swim", "8", "it's fun")


@pytest.mark.parametrize(
    "said",
    ["like what?", "can you give me an example?", "what would you suggest?", "what sort of thing do you mean?", "eg?"],
)
def test_who_asks_for_an_example_hears_what_other_people_say(said: str) -> None:
    turn = told("goals", *AT_THE_STEP, said)
    assert [say.words for say in leads(turn)] == ["utter_example", "utter_goals_step_example"]
    assert asked(turn) == "utter_goals_step"
    assert "step" not in turn.draft.answers


def test_where_there_is_no_example_the_question_comes_in_other_words() -> None:
    turn = told("goals", *AT_THE_STEP, "ring my sister", "like what?")
    assert [say.words for say in leads(turn)] == ["utter_in_other_words"]
    assert turn.sayings[-1].variant != told("goals", *AT_THE_STEP, "ring my sister").sayings[-1].variant


@pytest.mark.parametrize("said", ["what do you mean?", "like what?", "I don't understand the question"])
def test_what_the_ends_of_a_scale_stand_for_is_told(said: str) -> None:
    turn = told("goals", "learn to swim", said)
    assert [say.words for say in leads(turn)] == ["utter_goals_importance_ends"]
    assert asked(turn) == "utter_goals_importance"


@pytest.mark.parametrize(
    "said", ["set my sister an example", "ask Kev for some ideas", "find out what other people do", "suggest a walk"]
)
def test_an_answer_about_examples_is_an_answer(said: str) -> None:
    turn = told("goals", *AT_THE_STEP, said)
    assert "utter_example" not in [say.words for say in turn.sayings]
