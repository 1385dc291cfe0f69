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


Answers = Mapping[str, Answer]

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
