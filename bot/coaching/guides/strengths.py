"""Strengths, short form: one story, named in the person's own words (method: S1 S2 S3 S8)."""

from __future__ import annotations

from collections.abc import Mapping

from bot.coaching.answers import Answers, choice_of, number_of, words_of
from bot.coaching.gate import AnswerClass
from bot.coaching.guide import Choice, Guide, Kind, Line, Step
from bot.coaching.labels import offered_labels
from bot.coaching.plan import Evidence, PlanItem, Strength
from bot.coaching.text import clipped

LIKE_ME = 6  # under this the wording is asked about once more (method: S8)
_TWO_PROBES = ("probe_1", "probe_2")
_NO_STORY = {AnswerClass.DONT_KNOW: _TWO_PROBES, AnswerClass.SELF_CRITICAL: _TWO_PROBES}

# How an offered name is put, by what the story holds; {thing} is the person's own word.
_WAYS = {
    "look_after": "I look after my {thing}",
    "people": "I have my {thing}",
    "help": "I help people",
    "can": "I can {thing}",
    "learn": "I keep learning",
    "keep_going": "I keep going",
}


_WAYS_IN = (
    Choice("enjoy", ("enjoy", "something i enjoy", "fun", "like doing")),
    Choice("proud", ("proud", "something i'm proud of", "something im proud of", "pride")),
    Choice("hard_time", ("hard time", "a hard time", "got through", "hard times")),
    Choice("want", ("want", "something i want", "wish")),
    Choice(
        "you_pick",
        ("you pick", "you choose", "any", "don't mind", "dont mind", "whatever", "you decide"),
    ),
)


def _offers(answers: Answers) -> tuple[str, ...]:
    return offered_labels(words_of(answers, "story"), _WAYS)


def _way_of_asking(answers: Answers) -> str:
    chosen = choice_of(answers, "way_in")
    return chosen if chosen in {choice.id for choice in _WAYS_IN} else "you_pick"


def _label(answers: Answers) -> str:
    for step in ("reword", "name_own", "name"):
        if words_of(answers, step):
            return words_of(answers, step)
    return ""


def _wants_own_name(answers: Answers) -> bool:
    return choice_of(answers, "name") == "other" or (bool(words_of(answers, "story")) and not _offers(answers))


def _less_like_me(answers: Answers) -> bool:
    fit = number_of(answers, "fit")
    return fit is not None and fit < LIKE_ME


def _label_line(answers: Answers) -> Mapping[str, str]:
    label = _label(answers)
    return {"label": clipped(label)} if label else {}


def _story_line(answers: Answers) -> Mapping[str, str]:
    story = words_of(answers, "story")
    return {"story": clipped(story)} if story else {}


def _strength(answers: Answers) -> tuple[PlanItem, ...]:
    story = words_of(answers, "story")
    return (
        Strength(
            label=_label(answers),
            evidence=(Evidence(story),) if story else (),
            way_in=choice_of(answers, "way_in"),
            fit=number_of(answers, "fit"),
        ),
    )


STRENGTHS = Guide(
    journey="strengths",
    steps=(
        Step(
            "way_in",
            "S1",
            Kind.CHOICE,
            choices=_WAYS_IN,
            other_words_answer="story",
        ),
        Step(
            "story",
            "S2",
            probes=_NO_STORY,
            wording=_way_of_asking,
        ),
        Step(
            "name",
            "S3",
            Kind.CHOICE,
            choices=(Choice("other", ("something else", "none of those", "none", "neither", "else", "own words")),),
            when=lambda answers: bool(words_of(answers, "story")) and bool(_offers(answers)),
            offers=_offers,
            other_words_answer="name_own",
        ),
        Step(
            "name_own",
            "S3",
            when=_wants_own_name,
            probes={AnswerClass.DONT_KNOW: ("probe_1",)},
            reflects=False,
        ),
        Step(
            "fit",
            "S8",
            Kind.SCALE,
            when=lambda answers: bool(_label(answers)),
            says=lambda answers: {"label": clipped(_label(answers))},
        ),
        Step(
            "reword",
            "S8",
            when=_less_like_me,
            says=lambda answers: {"number": str(number_of(answers, "fit"))},
            choices=(Choice("keep", ("keep it", "keep it as is", "leave it as it is", "same")),),
            probes={AnswerClass.DONT_KNOW: ("probe_1",)},
            reflects=False,
        ),
        Step("read_back", "S8", Kind.READ_BACK),
    ),
    lines=(
        Line("utter_strengths_line_label", "name_own", _label_line, clears=("name", "reword")),
        Line("utter_strengths_line_story", "story", _story_line),
    ),
    keeps=_strength,
)
