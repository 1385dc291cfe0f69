"""The answer gate on what people say to each kind of question: written for these tests, by behaviour."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.coaching.gate import AnswerClass, Asked, classify
from bot.coaching.spelling import LONGEST
from tests.unit.coaching.said_anywhere import LEFT_ALONE
from tests.unit.coaching.said_anywhere import SAID as SAID_ANYWHERE
from tests.unit.coaching.said_to_goals import SAID as SAID_TO_GOALS
from tests.unit.coaching.said_to_steps import SAID as SAID_TO_STEPS

_AN_ITEM_OF_A_LIST = " " * 10  # a line further in belongs to the answer above


def lines(block: str) -> tuple[str, ...]:
    """The answers of a block, one a line."""
    answers: list[str] = []
    for line in filter(str.strip, block.splitlines()):
        if line.startswith(_AN_ITEM_OF_A_LIST):
            answers[-1] += "\n" + line.strip()
        else:
            answers.append(line.strip())
    return tuple(answers)


def said_to(said: dict[AnswerClass, str]) -> Iterator[tuple[str, AnswerClass]]:
    """Every answer with the class it should have."""
    return ((line, expected) for expected, block in said.items() for line in lines(block))


@pytest.mark.parametrize(("text", "expected"), said_to(SAID_TO_GOALS))
def test_an_answer_to_what_they_want_has_its_class(text: str, expected: AnswerClass) -> None:
    assert classify(text, Asked.GOAL) is expected


@pytest.mark.parametrize(("text", "expected"), said_to(SAID_TO_STEPS))
def test_an_answer_to_one_small_act_has_its_class(text: str, expected: AnswerClass) -> None:
    assert classify(text, Asked.STEP) is expected


@pytest.mark.parametrize("asked", [Asked.GOAL, Asked.STEP, Asked.WHEN, Asked.NAME])
@pytest.mark.parametrize(("text", "expected"), said_to(SAID_ANYWHERE))
def test_what_is_no_answer_is_none_at_any_question(text: str, expected: AnswerClass, asked: Asked) -> None:
    assert classify(text, asked) is expected


@pytest.mark.parametrize("asked", [Asked.REASON, Asked.OBSTACLE, Asked.STORY, Asked.NAME, Asked.PEOPLE, Asked.NOTE])
@pytest.mark.parametrize("text", lines(LEFT_ALONE))
def test_an_answer_that_looks_like_something_else_is_taken(text: str, asked: Asked) -> None:
    assert classify(text, asked) is AnswerClass.GOOD


def test_at_least_four_hundred_answers_are_tried() -> None:
    assert sum(len(list(said_to(said))) for said in (SAID_TO_GOALS, SAID_TO_STEPS, SAID_ANYWHERE)) >= 400


@pytest.mark.parametrize(
    "said", ["a ", "i want to ", "my mum says ", "no, ", "?", "x", "\n- a", "you are just really "]
)
def test_of_a_very_long_answer_only_the_beginning_decides(said: str) -> None:
    long = (said * 20_000)[:20_000]
    assert classify(long) is classify(long[:LONGEST])
