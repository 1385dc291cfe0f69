"""Each sentence is led back to the line it came from: the answer itself, in the dialogue that was agreed to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import pytest

from bot.summaries.lines import Line, lines_of
from bot.summaries.parts import Sentence
from bot.summaries.sources import Said, Source, sources_of

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)


@dataclass(frozen=True)
class Uttered:
    id: int
    by_person: bool
    text: str
    at: datetime = NINE
    step: str = ""
    words: str = ""
    support: str = ""
    offered: tuple[str, ...] = ()


def talk(*said: str) -> tuple[Line, ...]:
    """A conversation, a second each: "?step wording [one|two]" is a question of ours with what could be picked,
    "!card" is support, anything else is the person's."""
    return lines_of(_uttered(number, text) for number, text in enumerate(said, start=1))


def _uttered(number: int, text: str) -> Uttered:
    at = NINE + timedelta(seconds=number)
    if text[0] == "!":
        return Uttered(number, False, text, at, support=text[1:])
    if text[0] != "?":
        return Uttered(number, True, text, at)
    asked, _, offered = text[1:].rstrip("]").partition("[")
    step, _, wording = asked.strip().partition(" ")
    words = f"utter_{step.replace('.', '_')}_{wording}".rstrip("_")
    words = f"utter_{wording}" if wording.endswith("again") else words
    return Uttered(number, False, text, at, step, words, offered=tuple(filter(None, offered.split("|"))))


def agreed(lines: tuple[Line, ...]) -> datetime:
    """When the last line was taken in."""
    return lines[-1].at + timedelta(milliseconds=300)


def ids(sentence: Sentence, lines: tuple[Line, ...], kept: dict[str, Said] | None = None) -> list[int]:
    """The lines that a sentence leads to."""
    said = sources_of([sentence], lines, kept or {}).get(sentence.key)
    return [source.line_id for source in said.sources] if said else []


def lead(words: str, steps: tuple[str, ...], *said: str, parts: tuple[str, ...] = ()) -> list[int]:
    """Where words lead to that were agreed to at the end of a dialogue: 0 is the line that agreed to them."""
    journey = said[0][1:].partition(".")[0]
    lines = talk(*said, f"?{journey}.read_back", "yes")
    found = ids(Sentence("k", words, agreed(lines), steps, parts=parts), lines)
    return [0 if number == lines[-1].id else number for number in found]


@pytest.mark.parametrize(
    ("words", "steps", "said", "line"),
    [
        # the same words at the question that asks for them
        ("my dog", ("story",), ("?strengths.story", "my dog"), 2),
        # case, stops, apostrophes and small words around it do not matter
        ("I don't mope", ("story",), ("?strengths.story", "i DONT mope!!"), 2),
        ("buying my own bread", ("role",), ("?strengths.role", "dunno. buying my own bread"), 2),
        # the latest of several
        ("my dog", ("story",), ("?strengths.story", "my dog", "?strengths.story", "my dog"), 4),
        # its own question, whatever says the same elsewhere
        ("my dog", ("story",), ("?strengths.story", "my dog", "?strengths.role", "my dog"), 2),
        # among other words
        ("swim again", ("picture",), ("?goals.picture", "well, swim again, like before"), 2),
        # put in place of another answer at the end
        ("swim again", ("picture",), ("?goals.picture", "run", "?goals.read_back", "change 1 to swim again"), 4),
        # picked by its number from what was offered there
        ("I look after my dog", ("name",), ("?strengths.name [I help|I look after my dog]", "2"), 2),
        ("I look after my dog", ("name",), ("?strengths.name [I help|I look after my dog]", "i look after my dog"), 2),
        # a number, by its question
        ("7", ("now",), ("?hope.now", "7"), 2),
        ("7", ("now",), ("?hope.now", "about 7 I think"), 2),
        ("7", ("now",), ("?hope.now", "seven"), 2),
    ],
)
def test_a_sentence_is_led_back_to_its_line(
    words: str, steps: tuple[str, ...], said: tuple[str, ...], line: int
) -> None:
    assert lead(words, steps, *said) == [line]


@pytest.mark.parametrize(
    ("words", "steps", "said"),
    [
        # one word of several in common
        ("go swimming with my sister", ("picture",), ("?goals.picture", "my sister hates me")),
        ("I look after my dog", ("name",), ("?strengths.name", "my dog bit me")),
        # a number that picks something else, or nothing that was offered
        ("I look after my dog", ("name",), ("?strengths.name [I help|I look after my dog]", "1")),
        ("I look after my dog", ("name",), ("?strengths.name", "1")),
        ("7", ("now",), ("?hope.importance", "7")),
        ("7", ("now",), ("?hope.now", "3")),
        # the same words at another question, which may be private
        ("my dog", ("story",), ("?strengths.role", "my dog")),
        ("dog", (), ("?goals.picture", "walk the dog")),
    ],
)
def test_what_no_answer_says_leads_to_the_line_that_agreed(
    words: str, steps: tuple[str, ...], said: tuple[str, ...]
) -> None:
    assert lead(words, steps, *said) == [0]


def test_the_wish_that_began_a_dialogue_is_a_source() -> None:
    lines = talk("?menu", "I want to swim again", "?goals.reason", "it is calm", "?goals.read_back", "yes")
    assert ids(Sentence("k", "swim again", agreed(lines), ("picture",)), lines) == [2]


def test_what_was_said_at_several_questions_leads_to_each_line() -> None:
    said = ("?check_in.how", "I went and sang", "?check_in.progress", "4", "?check_in.in_words", "it was loud")
    assert lead("I went and sang; it was loud", ("in_words", "how"), *said) == [2, 6]
    said = ("?strengths.people", "the river path", "?strengths.use", "before eight")
    assert lead("the river path: before eight", (), *said, parts=("the river path", "before eight")) == [2, 4]
    assert lead("the river path: at dawn", (), *said, parts=("the river path", "at dawn")) == [2]


def test_what_was_agreed_to_in_no_dialogue_has_no_source() -> None:
    """Such as what was written on the plan page, in words that were said before."""
    lines = talk("?strengths.story", "my dog", "?strengths.read_back", "yes")
    later, before = lines[-1].at + timedelta(minutes=5), NINE - timedelta(hours=1)
    assert ids(Sentence("k", "my dog", later, ("story",)), lines) == []
    assert ids(Sentence("k", "my dog", before, ("story",)), lines) == []
    assert ids(Sentence("k", "my dog", later, ("story",)), ()) == []


def test_an_answer_of_an_earlier_dialogue_is_no_source() -> None:
    lines = talk("?hope.now", "7", "?hope.read_back", "yes", "?hope.memory", "June", "?hope.read_back", "yes")
    assert ids(Sentence("k", "7", agreed(lines), ("now",)), lines) == [8]
    assert ids(Sentence("k", "7", agreed(lines[:2]), ("now",)), lines) == [2]  # of two within a minute the nearer one


def test_a_dialogue_that_waited_for_another_is_still_one() -> None:
    lines = talk("?goals.picture", "swim", "?hope.now", "7", "?hope.read_back", "yes", "?goals.reason", "it is calm",
                 "?goals.read_back", "yes")  # fmt: skip
    assert ids(Sentence("k", "swim", agreed(lines), ("picture",)), lines) == [2]


def test_an_answer_kept_after_two_probes_was_not_understood() -> None:
    lines = talk("?goals.step", "dunno", "?goals.step probe_1", "the 42", "?goals.step probe_2", "the 42 never came",
                 "?goals.act", "x", "?goals.read_back", "yes")  # fmt: skip
    assert [line.tries for line in lines] == [1, 2, 3, 1, 1]
    (source,) = sources_of([Sentence("k", "the 42 never came", agreed(lines), ("step",))], lines)["k"].sources
    assert source.was_not_understood


def test_a_source_stays_once_its_line_is_deleted_and_no_later_line_takes_its_place() -> None:
    lines = talk("?goals.picture", "swim again", "?goals.picture", "swim again", "?goals.read_back", "yes")
    sentence = Sentence("k", "swim again", agreed(lines), ("picture",))
    first = Said(sentence.at, (Source(2, lines[0].at, 1),))
    assert ids(sentence, lines) == [4]
    assert ids(sentence, lines[1:], {"k": first}) == [2]
    assert ids(sentence, (), {"k": first}) == [2]
    assert ids(sentence, lines, {"k": first}) == [4]  # while all lines are there they are found anew
    other = Sentence("k", "swim again", agreed(lines) + timedelta(days=1), ("picture",))
    assert ids(other, (), {"k": first}) == []  # it was agreed to anew, or reads differently


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
    lines = talk(*said, "?goals.read_back", "yes")
    assert max(line.tries for line in lines) <= 2
    (source,) = sources_of([Sentence("k", said[-1], agreed(lines), ("step",))], lines)["k"].sources
    assert not source.was_not_understood


def test_a_choice_that_was_asked_again_twice_was_not_understood() -> None:
    lines = talk("?goals.owner", "the 42", "?goals.owner choice_again", "a bus", "?goals.owner choice_again", "mine")
    assert [line.tries for line in lines] == [1, 2, 3]


def test_a_command_is_no_answer() -> None:
    lines = talk("?goals.step", "why do you ask", "?goals.step", "repeat", "?goals.step", "ring my sister")
    assert lines[-1].tries == 1
