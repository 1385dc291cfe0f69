"""Answers that look like something else: a refusal, a wish to stop, a problem. None is lost or turned round."""

from __future__ import annotations

import pytest

from bot.coaching import engine, open_answers
from bot.coaching.answers import LONG, MODE, Answer, State
from bot.coaching.asking import Outcome, Turn
from bot.coaching.gate import AnswerClass
from bot.coaching.guides import CONSENT
from bot.coaching.guides.areas import _is_problem
from bot.coaching.reading import asks_of_others
from tests.unit.coaching.talk import BREAD, asked, begin, leads, take, told

BEFORE_THE_TEAM = ("calm", "i sleep badly", "a bath", "the park", "my sister")


def _of_the_team(*messages: str) -> Turn:
    """The plan for hard times, with these messages from the first question about the team on."""
    turn = begin("hard_times", {MODE: Answer(choice=LONG)})
    for message in (*BEFORE_THE_TEAM, *messages):
        turn = take(turn.draft, message)
    return turn


@pytest.mark.parametrize(
    "said",
    ["dont tell my family", "dont section me", "not to come round unannounced", "don't talk about the hospital"],
)
def test_what_the_team_shall_not_do_is_kept(said: str) -> None:
    assert _of_the_team("skip", "skip", said).draft.answers["team_does_not"].text == said


@pytest.mark.parametrize("said", ["ring me", "talk to me", "come round", "ask me what i need"])
def test_what_the_team_shall_do_is_kept(said: str) -> None:
    assert _of_the_team("skip", said).draft.answers["team_does"].text == said


@pytest.mark.parametrize("said", ["rather not", "private", "i dont want to say"])
def test_there_too_somebody_may_refuse(said: str) -> None:
    assert _of_the_team("skip", "skip", said).draft.answers["team_does_not"].state is State.DECLINED


@pytest.mark.parametrize(
    "said", ["don't ask", "dont want to talk", "talk to a real person", "call someone", "ring me?"]
)
def test_that_is_no_wish_for_others(said: str) -> None:
    assert not asks_of_others(said)


def test_what_only_sounds_like_a_refusal_is_asked_about_and_then_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_answers, "class_of", lambda *_: AnswerClass.REFUSAL)  # by the vote: the rules hear none
    turn = told("strengths", "A hard time I got through", "leaving him")
    assert [say.words for say in leads(turn)] == ["utter_skip_or_answer"]
    assert take(turn.draft, "leaving him").draft.answers["story"].text == "leaving him"


def test_what_only_sounds_like_a_question_is_asked_about_and_then_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_answers, "class_of", lambda *_: AnswerClass.QUESTION)  # by the vote: the rules hear none
    turn = told("strengths", "A hard time I got through", "my head goes what's the point")
    assert [say.words for say in leads(turn)] == ["utter_maybe_an_answer"]
    assert (
        take(turn.draft, "my head goes what's the point").draft.answers["story"].text == "my head goes what's the point"
    )


@pytest.mark.parametrize("said", ["Six years is a long time for a man of my age", "That's a lot to carry at 50"])
def test_what_only_the_vote_takes_for_a_question_is_an_answer_where_nothing_asks(
    said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_answers, "class_of", lambda *_: AnswerClass.QUESTION)
    assert told("strengths", "A hard time I got through", said).draft.answers["story"].text == said


def test_not_now_answers_whether_it_is_so_now() -> None:
    turn = told("hope", "1", "How hard it is", "not now")
    assert [say.words for say in leads(turn)] == ["utter_hope_alive_heard"]
    assert asked(turn) == "utter_hope_hard"


def test_who_stops_before_a_yes_is_told_that_nothing_is_kept() -> None:
    turn = engine.take(CONSENT, engine.begin(CONSENT).draft, "stop")
    assert [say.words for say in turn.sayings] == ["utter_stopped_before_yes"]


@pytest.mark.parametrize(
    "said",
    ["not too bad, i can pay the rent", "no problems", "i've no debts", "nothing to worry about", "i'm not lonely"],
)
def test_what_is_no_problem_is_not_kept_as_one(said: str) -> None:
    assert not _is_problem(1)({"area_1_now": Answer(text=said)})


@pytest.mark.parametrize("said", ["no money", "not sleeping", "can't pay the rent", "nobody visits", "bad, debts"])
def test_a_problem_is_one(said: str) -> None:
    assert _is_problem(1)({"area_1_now": Answer(text=said)})


@pytest.mark.parametrize(
    "said", ["my dog, does that count?", "my dog. is that ok?", "my dog, is that silly?", "my dog - can i say that?"]
)
def test_an_answer_that_asks_whether_it_may_be_one_is_one(said: str) -> None:
    assert told("goals", "swim", "8", said).draft.answers["importance_reason"].text == "my dog"


def test_a_question_about_a_question_is_still_one() -> None:
    turn = told("goals", "swim", "8", "does that count?")
    assert "importance_reason" not in turn.draft.answers


def test_an_answer_put_as_a_question_is_given_back_and_kept_as_an_answer() -> None:
    turn = told("hope", "4", "fishing with my dad?")
    assert turn.draft.answers["memory"].text == "fishing with my dad"
    assert leads(turn)[0].values["said"] == "Fishing with your dad."


@pytest.mark.parametrize("said", ["yes that's all right i think", "yes i think so", "that's right i suppose"])
def test_a_yes_with_a_hedge_saves(said: str) -> None:
    assert told("goals", *BREAD, said).outcome is Outcome.KEPT


def test_a_moment_is_kept_without_what_leads_to_it() -> None:
    turn = told("goals", *BREAD[:9], "the thing is i'll see the news")
    assert turn.draft.answers["obstacle"].text == "i'll see the news"
