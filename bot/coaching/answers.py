"""What a person answered, step by step, in their own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Optional


class State(str, Enum):
    """What became of a question."""

    GIVEN = "given"
    DECLINED = "declined"  # they chose not to say, which is an answer too
    UNSURE = "unsure"  # asked, and left open


@dataclass(frozen=True)
class Answer:
    """One answer: the words as written, and the choice or number where the question has one."""

    text: str = ""
    choice: str = ""
    number: Optional[int] = None
    state: State = State.GIVEN
    items: tuple[str, ...] = ()  # where several were asked for
    at: str = ""  # when it was given, as ISO text: "tomorrow" is read in its light


Answers = Mapping[str, Answer]

KNOWN = "known."  # answers of before, which a dialogue begins with: their strengths, goals, wishes...
NOW = KNOWN + "now"  # the moment of the latest message, as ISO text
MODE = "mode"
LONG = "long"
SHORT = "short"

DECLINED = Answer(state=State.DECLINED)
UNSURE = Answer(state=State.UNSURE)


def words_of(answers: Answers, step: str) -> str:
    """The person's own words at a step; empty where none were given or an offered answer was chosen."""
    answer = answers.get(step)
    return answer.text if answer is not None and answer.state is State.GIVEN and not answer.choice else ""


def choice_of(answers: Answers, step: str) -> str:
    """The id of what was chosen at a step, or an empty text."""
    answer = answers.get(step)
    return answer.choice if answer is not None else ""


def number_of(answers: Answers, step: str) -> Optional[int]:
    """The person's own number at a step, 0-10, or None."""
    answer = answers.get(step)
    return answer.number if answer is not None else None


def items_of(answers: Answers, step: str) -> tuple[str, ...]:
    """What was listed at a step, or the one thing that was said there."""
    answer = answers.get(step)
    if answer is None or answer.state is not State.GIVEN:
        return ()
    return answer.items or ((answer.text,) if answer.text and not answer.choice else ())


def known(answers: Answers, what: str) -> tuple[str, ...]:
    """What was known of the person when the dialogue began, such as "strengths"."""
    answer = answers.get(KNOWN + what)
    return answer.items if answer is not None else ()


def takes_longer(answers: Answers) -> bool:
    """Did they choose the longer way?"""
    return choice_of(answers, MODE) == LONG
