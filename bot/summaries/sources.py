"""Where each sentence of a page was said: found again by its words, and by the question where words do not tell. Pure.

A number or a picked answer is found by its question. What is not found has no source, and none is ever guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.summaries.lines import Line
from bot.summaries.page import Sentence

PROBED = 3  # the answer that is kept as it is after two probes (method: section 2, rule 5)
SHORTEST_PART = 4  # letters: a shorter answer inside a longer line may be anything
_A_MOMENT = timedelta(minutes=1)  # clocks of two processes


@dataclass(frozen=True)
class Source:
    """One line of a conversation. `whole`: the sentence is all that it says. `tries`: the answer it was, from 1."""

    line_id: int
    at: datetime
    whole: bool
    tries: int

    @property
    def was_not_understood(self) -> bool:
        """Did the assistant keep it only after two probes?"""
        return self.tries >= PROBED


def sources_of(sentences: Iterable[Sentence], lines: Sequence[Line]) -> dict[str, Source]:
    """The source of each sentence that has one, by the sentence's key."""
    plain = [(line, _plain(line.text)) for line in lines]
    found = {sentence.key: _source(sentence, plain) for sentence in sentences}
    return {key: source for key, source in found.items() if source is not None}


def _source(sentence: Sentence, lines: Sequence[tuple[Line, str]]) -> Source | None:
    """The latest line before it was agreed: one that says the same, else one that says it among other things, else one
    that picked or typed it in other words at its own question."""
    words = _plain(sentence.words)
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
        if text and (not _is_number(words) or words in text.split()):
            return _made(line, whole=len(text) <= len(words))
    return None


def _made(line: Line, whole: bool) -> Source:
    return Source(line.id, line.at, whole, line.tries)


def _asks(step: str, ends: tuple[str, ...]) -> bool:
    name = step.rpartition(".")[2].split(":")[0]
    return bool(step) and name in ends


def _is_number(words: str) -> bool:
    return words.isdigit()


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace("’", "").replace("'", "")))
