"""The draft of an open dialogue: all that is needed to go on at the very question, with the words in place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.coaching.answers import Answer, State


@dataclass(frozen=True)
class Say:
    """One thing to say: which words, what fills them, which of their wordings, which answers it offers.

    `lines` are numbered lines (words and values) that the words show where they say {lines}.
    """

    words: str
    values: Mapping[str, str] = field(default_factory=dict)
    variant: int = 0
    choices: tuple[str, ...] = ()
    lines: tuple[tuple[str, Mapping[str, str]], ...] = ()
    step: str = ""  # set on a question: "goals.picture"


@dataclass(frozen=True)
class Draft:
    """A dialogue that is under way. Immutable: each turn makes the next one."""

    journey: str
    step: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    path: tuple[str, ...] = ()  # the questions before this one that have an answer, for going back
    said_at: str = ""  # the question answered last; after going back, none
    queue: tuple[str, ...] = ()  # questions still to ask again because a line is being changed
    return_to: str = ""  # where to go when that is done; empty while nothing is being changed
    before: Mapping[str, Answer] = field(default_factory=dict)  # the answers as they were before that change
    question: Say = field(default_factory=lambda: Say(""))  # shown last, to be repeated word for word
    asked: Mapping[str, Say] = field(default_factory=dict)  # each question as first shown, for going back
    tries: int = 0  # answers at this question that were not enough
    asides: int = 0  # questions to the coach at this question
    partial: str = ""  # the best of those, kept if nothing better comes
    may_clear: bool = False  # they were told that starting again clears what they said: once more does it
    turn: int = 0  # one more with each question shown
    wordings: Mapping[str, int] = field(default_factory=dict)  # which wording was last said around the questions

    @property
    def last_answered(self) -> str:
        """The question that was answered last, or the one before this; empty at the first."""
        return self.said_at if self.said_at in self.path else next(iter(self.path[::-1]), "")

    def back_at(self, step_id: str) -> Draft:
        """The draft back at an earlier question of its path."""
        before = self.path[: self.path.index(step_id)]
        question = self.asked.get(step_id, self.question)  # what is repeated there is what was asked there
        return replace(self, step=step_id, path=before, question=question, said_at="", tries=0, partial="")

    def to_json(self) -> str:
        """The draft as JSON text."""
        return json.dumps(vars(self), default=vars, ensure_ascii=False)

    @staticmethod
    def from_json(text: str) -> Draft:
        """A draft from its JSON text. Raises ValueError, KeyError or TypeError where it is none."""
        content = json.loads(text)
        content["answers"] = _answers_from(content["answers"])
        content["before"] = _answers_from(content.get("before", {}))
        content["question"] = say_from(content["question"])
        content["asked"] = {step: say_from(say) for step, say in content["asked"].items()}
        content["path"] = tuple(content["path"])
        content["queue"] = tuple(content["queue"])
        return Draft(**content)


def _answers_from(content: Mapping[str, Any]) -> dict[str, Answer]:
    return {
        step: Answer(**{**answer, "state": State(answer["state"]), "items": tuple(answer.get("items", ()))})
        for step, answer in content.items()
    }


def say_from(content: Mapping[str, Any]) -> Say:
    """One saying from its JSON form."""
    return Say(
        words=content["words"],
        values=content["values"],
        variant=content["variant"],
        choices=tuple(content["choices"]),
        lines=tuple((words, values) for words, values in content["lines"]),
        step=content["step"],
    )
