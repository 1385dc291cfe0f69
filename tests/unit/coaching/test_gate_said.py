"""The answer gate on what people say to each kind of question: written for these tests, by behaviour."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.coaching.gate import AnswerClass, Asked, classify
from bot.coaching.spelling import LONGEST

SAID = Path(__file__).with_name("said")  # one file for each class, one answer a line
_FURTHER = " "  # a line that begins so belongs to the answer above


def lines(file: Path) -> tuple[str, ...]:
    """The answers of a file, one a line."""
    answers: list[str] = []
    for line in filter(str.strip, file.read_text(encoding="utf-8").split("\n")):
        if line.startswith(_FURTHER):
            answers[-1] += "\n" + line.strip()
        else:
            answers.append(line)
    return tuple(answers)


def said(where: str) -> list[tuple[str, AnswerClass]]:
    """Every answer of a folder with the class it should have, which its file names."""
    return [(line, AnswerClass(file.stem)) for file in sorted((SAID / where).glob("*.txt")) for line in lines(file)]


@pytest.mark.parametrize(("text", "expected"), said("to_goals"))
def test_an_answer_to_what_they_want_has_its_class(text: str, expected: AnswerClass) -> None:
    assert classify(text, Asked.GOAL) is expected


@pytest.mark.parametrize(("text", "expected"), said("to_steps"))
def test_an_answer_to_one_small_act_has_its_class(text: str, expected: AnswerClass) -> None:
    assert classify(text, Asked.STEP) is expected


@pytest.mark.parametrize("asked", [Asked.GOAL, Asked.STEP, Asked.WHEN, Asked.NAME])
@pytest.mark.parametrize(("text", "expected"), said("anywhere"))
def test_what_is_no_answer_is_none_at_any_question(text: str, expected: AnswerClass, asked: Asked) -> None:
    assert classify(text, asked) is expected


@pytest.mark.parametrize("asked", [Asked.REASON, Asked.OBSTACLE, Asked.STORY, Asked.NAME, Asked.PEOPLE, Asked.NOTE])
@pytest.mark.parametrize("text", lines(SAID / "left_alone.txt"))
def test_an_answer_that_looks_like_something_else_is_taken(text: str, asked: Asked) -> None:
    assert classify(text, asked) is AnswerClass.GOOD


def test_at_least_four_hundred_answers_are_tried() -> None:
    assert sum(len(said(where)) for where in ("to_goals", "to_steps", "anywhere")) >= 400


@pytest.mark.parametrize(
    "said", ["a ", "i want to ", "my mum says ", "no, ", "?", "x", "\n- a", "you are just really "]
)
def test_of_a_very_long_answer_only_the_beginning_decides(said: str) -> None:
    long = (said * 20_000)[:20_000]
    assert classify(long) is classify(long[:LONGEST])
