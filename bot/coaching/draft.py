"""The draft of an open dialogue: all that is needed to go on at the very question, with the words in place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
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
    path: tuple[str, ...] = ()  # the questions before this one, for going back
    queue: tuple[str, ...] = ()  # questions still to ask again because a line is being changed
    return_to: str = ""  # where to go when that is done; empty while nothing is being changed
    question: Say = field(default_factory=lambda: Say(""))  # shown last, to be repeated word for word
    asked: Mapping[str, Say] = field(default_factory=dict)  # each question as first shown, for going back
    tries: int = 0  # answers at this question that were not enough
    asides: int = 0  # questions to the coach at this question
    partial: str = ""  # the best of those, kept if nothing better comes
    turn: int = 0  # one more with each question shown
    wordings: Mapping[str, int] = field(default_factory=dict)  # which wording was last said around the questions

    def to_json(self) -> str:
        """The draft as JSON text."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @staticmethod
    def from_json(text: str) -> Draft:
        """A draft from its JSON text. Raises ValueError, KeyError or TypeError where it is none."""
        content = json.loads(text)
        content["answers"] = {
            step: Answer(**{**answer, "state": State(answer["state"]), "items": tuple(answer.get("items", ()))})
            for step, answer in content["answers"].items()
        }
        content["question"] = say_from(content["question"])
        content["asked"] = {step: say_from(say) for step, say in content["asked"].items()}
        content["path"] = tuple(content["path"])
        content["queue"] = tuple(content["queue"])
        return Draft(**content)


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
