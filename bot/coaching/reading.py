"""Reading the answers that are not free text: a choice, a number, a line of the read-back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.coaching.answers import Answer
from bot.coaching.asking import SCALE
from bot.coaching.draft import Draft
from bot.coaching.guide import Kind, Step
from bot.coaching.text import NO, YES, line_number, plain, unadorned

MOST_WORDS_AROUND_A_CHOICE = 5
_LINE_AND_WORDS = re.compile(
    r"^\s*(?:number\s+|line\s+)?(\d{1,2})\s*(?:[.:,)=-]|\bto\b|\bis\b|\s)\s*(\S.*)$",
    re.DOTALL | re.IGNORECASE,
)
_WANTS_CHANGE = frozenset(
    "change something,change,change it,something's wrong,something is wrong,edit,let me change,change one,"
    "change a line,"
    "i want to change something,can i change something,fix it,not all of it,some of it".split(",")
)


@dataclass(frozen=True)
class Confirmed:
    """They said that the read-back is right."""


@dataclass(frozen=True)
class WantsChange:
    """They want to change a line: which (0 when not said) and to what (empty when not said)."""

    line: int = 0
    words: str = ""


def read_choice(step: Step, offered: tuple[str, ...], text: str) -> Answer | None:
    """Which of the offered answers this is: its label, its number, a synonym, "the first one". None: another text.

    `offered` are all the labels as shown, those made from their own words first.
    """
    said = plain(text)
    labels = {plain(label): label for label in offered}
    number = line_number(text)
    if said not in labels and number is not None and 1 <= number <= len(offered):
        said = plain(offered[number - 1])
    for choice in step.choices:
        if said in {plain(choice.label), choice.id} | set(choice.also):
            return Answer(text=choice.label, choice=choice.id)
    if said in labels:
        return Answer(text=labels[said])
    return _by_synonym(step, text)


def _by_synonym(step: Step, text: str) -> Answer | None:
    said = unadorned(text)
    for choice_id, words in (("yes", YES), ("no", NO)):
        for choice in step.choices:
            if choice.id == choice_id and said in words:
                return Answer(text=choice.label, choice=choice.id)
    around = said.split()
    if len(around) > MOST_WORDS_AROUND_A_CHOICE:
        return None
    close = [
        choice for choice in step.choices if any(re.search(rf"\b{re.escape(also)}\b", said) for also in choice.also)
    ]
    return Answer(text=close[0].label, choice=close[0].id) if len(close) == 1 else None


def read_confirmation(text: str) -> Confirmed | WantsChange | None:
    """What an answer to "Is that right?" says: yes, a change (of a line, to words), or something else."""
    said = unadorned(text)
    if said in YES or plain(text) in YES or said.startswith(("yes, save", "yes save")):
        return Confirmed()
    if said in NO or said in _WANTS_CHANGE:
        return WantsChange()
    number = line_number(text)
    if number is not None:
        return WantsChange(line=number)
    match = _LINE_AND_WORDS.match(text)
    return WantsChange(line=int(match[1]), words=match[2].strip()) if match else None


def offered_at(step: Step, draft: Draft) -> tuple[str, ...]:
    """All labels offered at a step: those from their own words, then those of the guide."""
    if step.kind is Kind.SCALE:
        return SCALE
    return tuple(step.offers(draft.answers)) + tuple(choice.label for choice in step.choices)
