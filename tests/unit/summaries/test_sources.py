"""Each sentence is led back to the line it came from: by its words, else by its question, never by a guess."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import pytest

from bot.summaries.lines import Line, lines_of
from bot.summaries.parts import Sentence
from bot.summaries.sources import sources_of

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)
LATER = NINE + timedelta(hours=1)


@dataclass(frozen=True)
class Uttered:
    id: int
    by_person: bool
    text: str
    at: datetime = NINE
    step: str = ""


def talk(*said: str) -> tuple[Line, ...]:
    """A conversation: "?step" is a question of ours, anything else is the person's."""
    return lines_of(
        Uttered(number, text[0] != "?", text, NINE + timedelta(seconds=number), text[1:] if text[0] == "?" else "")
        for number, text in enumerate(said, start=1)
    )


@pytest.mark.parametrize(
    ("words", "steps", "said", "line", "whole"),
    [
        # the same words at the question that asks for them
        ("my dog", ("story",), ("?strengths.story", "my dog"), 2, True),
        # case, stops and apostrophes do not matter
        ("I don't stop", ("story",), ("?strengths.story", "i DONT stop!!"), 2, True),
        # the latest of several
        ("my dog", ("story",), ("?strengths.story", "my dog", "?strengths.story", "my dog"), 4, True),
        # its own question comes before the same words elsewhere
        ("my dog", ("story",), ("?strengths.story", "my dog", "?goals.picture", "my dog"), 2, True),
        # the same words anywhere
        ("swim again", ("picture",), ("?menu", "swim again"), 2, True),
        # among other words
        ("swim again", ("picture",), ("?goals.picture", "well, swim again, like before"), 2, False),
        # picked by number or put in other words: the question tells
        ("I look after my dog", ("name",), ("?strengths.name", "1"), 2, True),
        # a number, by its question alone
        ("7", ("now",), ("?hope.now", "7"), 2, True),
        ("7", ("now",), ("?hope.now", "about 7 I think"), 2, False),
    ],
)
def test_a_sentence_is_led_back_to_its_line(
    words: str, steps: tuple[str, ...], said: tuple[str, ...], line: int, whole: bool
) -> None:
    found = sources_of([Sentence("k", words, LATER, steps)], talk(*said))
    assert (found["k"].line_id, found["k"].whole) == (line, whole)


@pytest.mark.parametrize(
    ("words", "steps", "said"),
    [
        ("7", ("now",), ("?goals.importance", "7")),
        ("7", ("now",), ("?hope.now", "3")),
        ("my dog", ("story",), ("?goals.picture", "something else")),
        ("dog", (), ("?goals.picture", "walk the dog")),
        ("my dog", ("story",), ()),
    ],
)
def test_what_is_not_found_has_no_source(words: str, steps: tuple[str, ...], said: tuple[str, ...]) -> None:
    assert sources_of([Sentence("k", words, LATER, steps)], talk(*said)) == {}


def test_a_line_said_after_it_was_agreed_is_no_source() -> None:
    early = Sentence("k", "my dog", NINE - timedelta(hours=1), ("story",))
    assert sources_of([early], talk("?strengths.story", "my dog")) == {}


def test_an_answer_kept_after_two_probes_was_not_understood() -> None:
    lines = talk("?goals.step", "dunno", "?goals.step", "the 42", "?goals.step", "the 42 never came", "?goals.act", "x")
    assert [line.tries for line in lines] == [1, 2, 3, 1]
    found = sources_of([Sentence("k", "the 42 never came", LATER, ("step",))], lines)
    assert found["k"].was_not_understood


def test_a_command_is_no_answer() -> None:
    lines = talk("?goals.step", "why do you ask", "?goals.step", "repeat", "?goals.step", "ring my sister")
    assert lines[-1].tries == 1
