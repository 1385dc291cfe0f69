"""Where each sentence of a page was said: the answer itself, in the very dialogue that was agreed to. Pure.

An answer is known by all of its words, or by what was picked; a time by the question that asked for it. What no answer
says was agreed to when it was read back: then the line that agreed is its source. What was agreed to in no dialogue,
such as what was written on the plan page, has none. None is ever guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.coaching.gate import names_a_time, numbers_in
from bot.coaching.reflect import without_hedges
from bot.coaching.text import line_number
from bot.summaries.lines import READ_BACK, Line, Talk, talks_in
from bot.summaries.parts import Sentence

PROBED = 3  # the answer that is kept as it is after two probes (method: section 2, rule 5)
SHORTEST_PART = 4  # letters: a shorter answer inside a longer line may be anything
_A_MOMENT = timedelta(minutes=1)  # clocks of two processes
_BETWEEN = "; "  # what was said at several questions is kept as one sentence with this between


@dataclass(frozen=True)
class Source:
    """One line of a conversation. `tries`: the answer it was at its question, from 1.

    `agreed`: it says no word of the sentence, but yes to it.
    """

    line_id: int
    at: datetime
    tries: int
    agreed: bool = False

    @property
    def was_not_understood(self) -> bool:
        """Did the assistant keep it only after two probes?"""
        return self.tries >= PROBED and not self.agreed


@dataclass(frozen=True)
class Said:
    """The lines that a sentence came from, oldest first, as it reads since it was agreed to."""

    agreed_at: datetime
    sources: tuple[Source, ...]


NOTHING: Mapping[str, Said] = {}


def sources_of(
    sentences: Iterable[Sentence], lines: Sequence[Line], kept: Mapping[str, Said] = NOTHING
) -> dict[str, Said]:
    """The lines of each sentence that came from any, by the sentence's key.

    `kept` is what was found before: it stands where a line of it is there no more and the sentence reads as it did. A
    line that is deleted leaves its place to no other.
    """
    talks, here = talks_in(lines), {(line.id, line.at) for line in lines}
    found: dict[str, Said] = {}
    for sentence in sentences:
        before = kept.get(sentence.key)
        if before and before.agreed_at == sentence.at and _some_gone(before, here):
            found[sentence.key] = before
        elif sources := _sources(sentence, talks):
            found[sentence.key] = Said(sentence.at, sources)
    return found


def _some_gone(said: Said, here: set[tuple[int, datetime]]) -> bool:
    return any((source.line_id, source.at) not in here for source in said.sources)


def _sources(sentence: Sentence, talks: Sequence[Talk]) -> tuple[Source, ...]:
    near = [talk for talk in talks if abs(talk.agreed.at - sentence.at) <= _A_MOMENT]
    if not near:
        return ()
    talk = min(near, key=lambda each: abs(each.agreed.at - sentence.at))
    whole = _line(sentence, sentence.words, talk)
    parts = sentence.parts or tuple(sentence.words.split(_BETWEEN))
    lines = [whole] if whole else [line for part in parts if (line := _line(sentence, part, talk))]
    if not lines:
        return (Source(talk.agreed.id, talk.agreed.at, talk.agreed.tries, agreed=True),)
    each = sorted({line.id: line for line in lines}.values(), key=lambda line: (line.at, line.id))
    return tuple(Source(line.id, line.at, line.tries) for line in each)


def _line(sentence: Sentence, words: str, talk: Talk) -> Line | None:
    """The latest line that answered with all of these words, else with more beside them, else as a time is told."""
    asked = [line for line in reversed(talk.lines) if not sentence.steps or line.question in sentence.steps]
    near = [line for line in reversed(talk.lines) if line in asked or line.question in ("", READ_BACK)]
    near += [talk.wish] if talk.wish else []
    said = _plain(words)
    answered = (line for line in asked if _answers(line, said))
    among = (line for line in near if len(said) >= SHORTEST_PART and any(f" {said} " in f" {t} " for t in _said(line)))
    told = (line for line in reversed(talk.lines) if _tells(sentence, line))
    return next(answered, None) or next(among, None) or next(told, None)


def _answers(line: Line, said: str) -> bool:
    """Does the line say just this, or pick it by its number?"""
    if said.isdigit():
        return numbers_in(line.text)[:1] == (int(said),)
    number = line_number(line.text)
    picked = line.offered[number - 1 : number] if number else ()
    return said in (*_said(line), *map(_plain, picked))


def _tells(sentence: Sentence, line: Line) -> bool:
    """Was the line the answer whatever its words: to the one question for it, or with a time where one was read?"""
    return line.question in sentence.alone or (line.question in sentence.timed and names_a_time(line.text))


def _said(line: Line) -> Iterator[str]:
    yield _plain(line.text)
    yield _plain(without_hedges(line.text))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace("’", "").replace("'", "")))
