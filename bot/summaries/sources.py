"""Where each sentence of a page was said: found again by its words, and by the question where words do not tell. Pure.

A number or a picked answer is found by its question. What none of the lines says was agreed to when it was read back:
then the line that agreed is its source. What was never agreed to here has none, and none is ever guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.summaries.parts import Sentence

if TYPE_CHECKING:
    from bot.summaries.lines import Line

PROBED = 3  # the answer that is kept as it is after two probes (method: section 2, rule 5)
SHORTEST_PART = 4  # letters: a shorter answer inside a longer line may be anything
READ_BACK = ("read_back",)  # the question at which what was understood is agreed to
_A_MOMENT = timedelta(minutes=1)  # clocks of two processes


@dataclass(frozen=True)
class Source:
    """One line of a conversation. `whole`: the sentence is all that it says. `tries`: the answer it was, from 1.

    `agreed`: it says no word of the sentence, but yes to it.
    """

    line_id: int
    at: datetime
    whole: bool
    tries: int
    agreed: bool = False

    @property
    def was_not_understood(self) -> bool:
        """Did the assistant keep it only after two probes?"""
        return self.tries >= PROBED and not self.agreed


def sources_of(sentences: Iterable[Sentence], lines: Sequence[Line]) -> dict[str, Source]:
    """The source of each sentence that has one, by the sentence's key."""
    plain = [(line, _plain(line.text)) for line in lines]
    found = {sentence.key: _source(sentence, plain) for sentence in sentences}
    return {key: source for key, source in found.items() if source is not None}


def _source(sentence: Sentence, lines: Sequence[tuple[Line, str]]) -> Source | None:
    """The latest line before it was agreed: one that says the same, else one that says it among other things, else one
    that picked or typed it in other words at its own question, else the one that agreed to it."""
    words = _plain(sentence.part or sentence.words)
    before = [(line, text) for line, text in reversed(lines) if line.at <= sentence.at + _A_MOMENT]
    asked = [(line, text) for line, text in before if _asks(line.step, sentence.steps)]
    for group in (asked, before):
        for line, text in group:
            if text == words and not _is_number(words):
                return _made(line, whole=True)
    for line, text in (*asked, *before):
        if len(words) >= SHORTEST_PART and f" {words} " in f" {text} ":
            return _made(line, whole=False)
    for line, text in asked:
        if text and _answers(sentence, words, line, text):
            return _made(line, whole=len(text) <= len(words))
    yes = (line for line, _ in before if _asks(line.step, READ_BACK) and sentence.at - line.at <= _A_MOMENT)
    return next((Source(line.id, line.at, False, line.tries, agreed=True) for line in yes), None)


def _answers(sentence: Sentence, words: str, line: Line, text: str) -> bool:
    """Is a line in other words what was answered? A number is itself; a pick is a number, or shares a word."""
    if _is_number(words):
        return words in text.split()
    return _asks(line.step, sentence.alone) or _is_number(text) or bool(_telling(words) & _telling(text))


def _telling(text: str) -> set[str]:
    return {word for word in text.split() if len(word) >= SHORTEST_PART or word.isdigit()}


def _made(line: Line, whole: bool) -> Source:
    return Source(line.id, line.at, whole, line.tries)


def _asks(step: str, ends: tuple[str, ...]) -> bool:
    name = step.rpartition(".")[2].split(":")[0]
    return bool(step) and name in ends


def _is_number(words: str) -> bool:
    return words.isdigit()


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace("’", "").replace("'", "")))
