"""Taking back the answer just given: only words that say so do, and only where they answer nothing else."""

from __future__ import annotations

import pytest

from bot.coaching.answers import NOW, Answer
from tests.unit.coaching.talk import asked, begin, say, take, told


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


@pytest.mark.parametrize("step", [("ring Baz", "tuesday at eleven"), ("ring Baz tuesday at eleven",)])
@pytest.mark.parametrize("further", [(), ("8",), ("8", "rain"), ("8", "rain", "take a coat")])
@pytest.mark.parametrize(
    "text",
    [
        "Sorry, I meant Wednesday at eleven, not Tuesday, can you change that please",
        "sorry i meant wednesday",
        "wednesday not tuesday",
        "can you change tuesday to wednesday please",
        "no, not tuesday, wednesday",
        "oh it should be wednesday",
    ],
)
def test_the_day_of_the_step_is_put_right_at_any_later_question(
    text: str, further: tuple[str, ...], step: tuple[str, ...]
) -> None:
    today = {NOW: Answer(text="2026-11-30T12:00:00+00:00")}
    before = say(begin("goals", today), "sing", "8", "skip", *step, *further)
    turn = say(before, text)
    assert turn.draft.step == before.draft.step
    shown = [values.get("step", "") for each in turn.sayings for _, values in each.lines]
    assert any("ring Baz, Wednesday 2 December, 11" in each for each in shown)


@pytest.mark.parametrize(
    "text", ["sorry, tuesdays are bad", "tuesday", "it's the tuesday club", "its tuesday, not good"]
)
def test_a_day_that_gets_in_the_way_puts_no_time_right(text: str) -> None:
    turn = say(begin("goals"), "sing", "8", "skip", "ring Baz", "monday at eleven", "8", text)
    assert "tuesday" in turn.draft.answers["obstacle"].text
    assert turn.draft.answers["step_when"].text == "monday at eleven"


def test_who_goes_back_to_another_day_is_asked_the_question_that_is_open() -> None:
    turn = begin("goals", {NOW: Answer(text="2026-12-01T12:00:00+00:00")})
    turn = say(turn, "see more of my grandkids", "9", "they make me laugh", "ring my son tuesday", "6")
    turn = say(turn, "just find his number", "actually no, go back, i meant wednesday not tuesday")
    assert asked(turn) == f"utter_goals_{turn.draft.step}" == "utter_goals_confidence_again"
    turn = say(turn, "he never answers", "7")
    assert turn.draft.answers["smaller"].text == "just find his number"


def test_who_goes_back_hears_the_question_of_that_place_again_whatever_comes_first() -> None:
    turn = told("goals", "swim", "8", "it's fun", "ring the pool friday")
    earlier = turn.draft.back_at("importance_reason")
    assert take(earlier, "why").sayings[-1].words == "utter_goals_importance_reason"
