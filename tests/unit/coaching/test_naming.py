"""A line that is pointed at by its name, at whichever question the talk stands."""

from __future__ import annotations

import pytest

from bot.coaching.answers import NOW, Answer
from bot.coaching.asking import Turn
from tests.unit.coaching.talk import asked, begin, leads, say, to_the_read_back, told

FLAT = ("get my own flat", "8", "my own door", "ring the council on monday")


def lines(turn: Turn) -> list[str]:
    return [value for _, values in turn.sayings[-1].lines for value in values.values()]


@pytest.mark.parametrize(
    "text",
    [
        "i want the goal to be my sister",
        "actually can we change the goal to my sister",
        "no wait the goal should be my sister",
        "Sorry, make my goal my sister",
        "can the goal be my sister?",
    ],
)
@pytest.mark.parametrize("further", [(), ("8",), ("8", "my nerves")])
def test_another_goal_in_the_middle_is_asked_about_afresh(text: str, further: tuple[str, ...]) -> None:
    turn = say(told("goals", *FLAT), *further, text)
    assert turn.draft.answers["picture"].text == "my sister"
    assert not {"importance", "step", "confidence"} & turn.draft.answers.keys()


def test_another_goal_at_the_read_back_is_the_new_words_of_its_line() -> None:
    turn = say(told("goals", *FLAT), "8", "my nerves", "ring Jo", "the goal should be a bungalow")
    assert "a bungalow" in lines(to_the_read_back(turn))
    assert turn.draft.answers["step"].text == "ring the council on monday"


def test_a_step_that_is_to_be_smaller_is_asked_for_again() -> None:
    turn = say(told("goals", *FLAT), "8", "actually can we make the step smaller")
    assert asked(turn) == "utter_goals_step"
    assert turn.draft.answers["step"].text == "ring the council on monday"
    assert asked(say(turn, "look up their number tonight")) == "utter_goals_confidence"


@pytest.mark.parametrize(
    "text",
    [
        "i want to change my goal setting",
        "my goal is a long way off",
        "change my bed",
        "the step is ice",
        "stepping out",
    ],
)
def test_an_answer_with_such_a_word_stays_an_answer(text: str) -> None:
    turn = say(told("goals", *FLAT), "8", text)
    assert turn.draft.answers["obstacle"].text == text
    assert turn.draft.answers["picture"].text == "get my own flat"


def test_new_words_given_in_the_middle_are_called_off_and_the_question_stands() -> None:
    turn = say(told("goals", *FLAT), "8", "my nerves", "change 1 to see my sister", "no leave it as it was")
    assert [each.words for each in leads(turn)] == ["utter_stays"]
    assert asked(turn) == "utter_goals_act"
    assert turn.draft.answers["picture"].text == "get my own flat"


def test_an_answer_that_sounds_like_calling_off_is_one() -> None:
    turn = say(told("goals", *FLAT), "8", "my nerves", "change 1 to see my sister", "9", "skip")
    turn = say(turn, "leave the house as it was")
    assert turn.draft.answers["picture"].text == "see my sister"
    assert turn.draft.answers["act"].text == "leave the house as it was"


def test_what_another_time_moves_is_shown_with_it() -> None:
    today = {NOW: Answer(text="2026-11-28T12:00:00+00:00")}
    turn = say(begin("goals", today), *FLAT, "8", "my nerves", "ring Jo")
    assert "Tuesday 1 December" in lines(turn)
    assert lines(say(turn, "2 on friday")) == ["ring the council, Friday 4 December", "Saturday 5 December"]
