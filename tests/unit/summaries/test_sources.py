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
    words: str = ""
    support: str = ""


def talk(*said: str) -> tuple[Line, ...]:
    """A conversation: "?step wording" is a question of ours, "!card" is support, anything else is the person's."""
    return lines_of(_uttered(number, text) for number, text in enumerate(said, start=1))


def _uttered(number: int, text: str) -> Uttered:
    at = NINE + timedelta(seconds=number)
    if text[0] == "!":
        return Uttered(number, False, text, at, support=text[1:])
    if text[0] != "?":
        return Uttered(number, True, text, at)
    step, _, wording = text[1:].partition(" ")
    words = f"utter_{step.replace('.', '_')}_{wording}".rstrip("_")
    return Uttered(number, False, text, at, step, f"utter_{wording}" if wording.endswith("again") else words)


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
    lines = talk("?goals.step", "dunno", "?goals.step probe_1", "the 42", "?goals.step probe_2", "the 42 never came",
                 "?goals.act", "x")  # fmt: skip
    assert [line.tries for line in lines] == [1, 2, 3, 1]
    found = sources_of([Sentence("k", "the 42 never came", LATER, ("step",))], lines)
    assert found["k"].was_not_understood


@pytest.mark.parametrize(
    "said",
    [
        # support, and then something else that was asked
        ("?goals.step", "nowhere to go", "!ask", "no", "?goals.step", "find the lead"),
        (
            "?goals.step",
            "dunno",
            "?goals.step probe_1",
            "nowhere to go",
            "!card",
            "ok",
            "?goals.step probe_1",
            "the lead",
        ),
        # questions to the coach, at which the open question comes again
        ("?goals.step", "are you a robot", "?goals.step", "who reads this", "?goals.step", "find the lead"),
        # one probe, shown again word for word
        ("?goals.step", "dunno", "?goals.step probe_1", "who reads this", "?goals.step probe_1", "find the lead"),
    ],
)
def test_support_and_questions_to_the_coach_are_no_probes(said: tuple[str, ...]) -> None:
    lines = talk(*said)
    assert max(line.tries for line in lines) <= 2
    found = sources_of([Sentence("k", said[-1], LATER, ("step",))], lines)
    assert not found["k"].was_not_understood


def test_a_choice_that_was_asked_again_twice_was_not_understood() -> None:
    lines = talk("?goals.owner", "the 42", "?goals.owner choice_again", "a bus", "?goals.owner choice_again", "mine")
    assert [line.tries for line in lines] == [1, 2, 3]


def test_a_command_is_no_answer() -> None:
    lines = talk("?goals.step", "why do you ask", "?goals.step", "repeat", "?goals.step", "ring my sister")
    assert lines[-1].tries == 1
