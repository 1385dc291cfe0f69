"""What a dialogue is made of: a readable list of steps. Guides are data; the engine that runs them knows none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Optional

from bot.coaching.answers import Answer, Answers, takes_longer
from bot.coaching.changes import Change
from bot.coaching.gate import AnswerClass, Asked


class Kind(str, Enum):
    """How a step is answered."""

    OPEN = "open"  # in their own words
    CHOICE = "choice"  # one of a few, by label, number or synonym
    SCALE = "scale"  # their own number, 0-10
    READ_BACK = "read_back"  # the numbered lines, to confirm or change


@dataclass(frozen=True)
class Choice:
    """One of the answers offered. The label stands with the words; `also` are other ways of saying it."""

    id: str
    also: tuple[str, ...] = ()
    label: str = ""


def _always(_: Answers) -> bool:
    return True


def _no_suffix(_: Answers) -> str:
    return ""


def _nothing(_: Answers) -> Mapping[str, str]:
    return {}


def _no_offers(_: Answers) -> tuple[str, ...]:
    return ()


def _as_written(text: str) -> str:
    return text.strip()


def _no_further(_: str) -> Mapping[str, Answer]:
    return {}


def _settles_itself(_: Answers, __: Answer) -> Mapping[str, Answer]:
    return {}


def _the_new_words(_: Answers, words: str) -> str:
    return words


def _one_item(_: str) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Step:
    """One question: what it records, when it applies, which answers are asked about once more.

    `probes` names the wordings (after the question's own) that follow an answer of that class; a step never
    uses more than two. `wording` picks among several forms of the question, `says` fills its variables.
    """

    id: str
    method: str  # the step of the method, such as G1
    kind: Kind = Kind.OPEN
    choices: tuple[Choice, ...] = ()  # an open question may offer some too
    probes: Mapping[AnswerClass, tuple[str, ...]] = field(default_factory=dict)
    when: Callable[[Answers], bool] = _always
    wording: Callable[[Answers], str] = _no_suffix
    says: Callable[[Answers], Mapping[str, str]] = _nothing
    offers: Callable[[Answers], tuple[str, ...]] = _no_offers  # labels built from their own words
    asked: Optional[Asked] = None  # what kind of question it is, which decides how answers are read
    clean: Callable[[str], str] = _as_written
    reflects: bool = True  # is the answer given back before the next question?
    other_words_answer: str = ""  # a choice answered in other words answers this step instead
    afterwards: str = ""  # words that follow, whatever the answer
    follows: Mapping[str, str] = field(default_factory=dict)  # words that follow one of the choices
    asks_for_act: bool = False  # a time alone ("monday") is not enough
    settled_by_card: bool = False  # after the support card this question is not asked again
    needed: bool = False  # the dialogue cannot go on without it (consent)
    words: str = ""  # the name of its words, where several steps share them
    everywhere: bool = False  # its words are those of every dialogue
    long: bool = False  # asked only of who takes the longer way
    feels: bool = False  # "I'm tired" is an answer here, and no wish to be quicker
    example: bool = False  # its words tell what other people say here, for who asks
    of_the_team: bool = False  # "ring me", "don't tell my family": what is asked of others is an answer here
    same_again: bool = False  # "same" and "keep it" are answers here: something stands that can stay
    settles: Callable[[Answers, Answer], Mapping[str, Answer]] = _settles_itself  # what a choice here answers too
    leads_to: tuple[str, ...] = ()  # later questions asked again when somebody goes back and answers otherwise
    reads: Callable[[str], Mapping[str, Answer]] = _no_further  # what other words say here, and of later steps
    splits: Callable[[str], tuple[str, ...]] = _one_item  # where several things are asked for

    @property
    def stem(self) -> str:
        """The part of its words' keys that names it."""
        return self.words or self.id

    def answer(self, text: str) -> Answer:
        """The words as an answer to this question, with what they list."""
        listed = self.splits(text)
        return Answer(text=self.clean(text), items=listed if len(listed) > 1 else ())

    def applies(self, answers: Answers) -> bool:
        """Is this question to be asked, after these answers, on the way that was chosen?"""
        return (not self.long or takes_longer(answers)) and self.when(answers)


@dataclass(frozen=True)
class Line:
    """One numbered line of the read-back: what it shows, and the questions behind it.

    Changing it asks `main` again and then `follow`; an answer to `main` outdates what stands under `clears`. What
    was said `about` its words stays where they are only put otherwise; of another thing it is asked again. Who goes
    back to `main` and answers otherwise is asked all of these again, as far as they come later.
    """

    words: str
    main: str
    shows: Callable[[Answers], Mapping[str, str]]  # empty: this line does not stand
    follow: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    time_step: str = ""  # where words that only say when are kept
    act_step: str = ""  # where the act of an if-then line is kept
    moment_step: str = ""  # where its moment is kept, if not at `main`
    by_question: bool = False  # new words do not fit in it: its question is asked again
    joined: Callable[[Answers, str], str] = _the_new_words  # further words with those that were given before
    named: tuple[str, ...] = ()  # what people call it ("goal"), and the name that its words show ("who could help")

    @property
    def steps(self) -> tuple[str, ...]:
        """Every question behind this line."""
        return (self.main, *self.follow, *self.clears, *self.about)


@dataclass(frozen=True)
class Guide:
    """One journey: its steps in order, the lines it reads back, and what confirming them keeps."""

    journey: str
    steps: tuple[Step, ...]
    lines: tuple[Line, ...] = ()
    keeps: Callable[[Answers], tuple[Change, ...]] = lambda _: ()
    nothing: str = "utter_nothing_to_keep"  # said where no question applies, such as a check-in without a goal
    # Of a guide that changes what stands: the answers that a message which asks for another change begins it with.
    opens: Optional[Callable[[str, Answers], Answers]] = None

    def step(self, step_id: str) -> Step:
        """The step of that name. Raises KeyError where a stored draft names one that is gone."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    def standing_lines(self, answers: Answers) -> tuple[tuple[Line, Mapping[str, str]], ...]:
        """The lines that have something to show, in order, with what they show."""
        shown = ((line, line.shows(answers)) for line in self.lines)
        return tuple((line, values) for line, values in shown if values)

    def key(self, step: Step, suffix: str = "") -> str:
        """The key of a step's words, or of the wording of it that the suffix names, such as "probe_1" or "why"."""
        return "_".join(filter(None, ("utter", "" if step.everywhere else self.journey, step.stem, suffix)))

    def line_of(self, step_id: str) -> Line | None:
        """The line that this step is the main question of."""
        return next((line for line in self.lines if line.main == step_id), None)

    def with_labels(self, labels: Mapping[str, tuple[str, ...]]) -> Guide:
        """This guide with what stands with the words: labels of choices by step id, names of lines by their key.

        Raises ValueError when a step's words offer another number of answers than its choices.
        """
        steps = tuple(_labelled(step, labels.get(step.id, ())) for step in self.steps)
        lines = tuple(replace(line, named=(*line.named, *labels.get(line.words, ()))) for line in self.lines)
        return replace(self, steps=steps, lines=lines)


def _labelled(step: Step, labels: tuple[str, ...]) -> Step:
    if not step.choices:
        return step
    if len(labels) != len(step.choices):
        raise ValueError(f"The words of {step.id} offer {len(labels)} answers, its choices are {len(step.choices)}.")
    return replace(
        step,
        choices=tuple(replace(choice, label=label) for choice, label in zip(step.choices, labels, strict=True)),
    )
