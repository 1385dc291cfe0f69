"""Hope, short form: how much now, a time with more of it, one act, a line for a hard day (method: H0 H0s H2 H7 H9)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.coaching.answers import Answers, choice_of, number_of, words_of
from bot.coaching.gate import AnswerClass
from bot.coaching.guide import Choice, Guide, Kind, Line, Step
from bot.coaching.guides.goals import act_alone, moment_alone
from bot.coaching.plan import Hope, IfThen, PlanItem
from bot.coaching.text import clipped, plain

LOW = 2  # at this or under, a person to talk to is named and talking about it is offered (method: H0)
_TWO_PROBES = ("probe_1", "probe_2")
_UNSURE = {AnswerClass.DONT_KNOW: _TWO_PROBES, AnswerClass.SELF_CRITICAL: _TWO_PROBES}
_HOPELESS = re.compile(r"\bhopeless\b|\bno hope\b|\bno (?:point|future)\b|\bnothing left\b|\bpointless\b")


def _is_low(answers: Answers) -> bool:
    now = number_of(answers, "now")
    return now is not None and now <= LOW


def _talks(answers: Answers) -> bool:
    return choice_of(answers, "low") == "talk"


def _asks_about_being_alive(answers: Answers) -> bool:
    said = " ".join(plain(words_of(answers, step)) for step in ("hard", "memory"))
    return _talks(answers) or bool(_HOPELESS.search(said))


def _memory_line(answers: Answers) -> Mapping[str, str]:
    memory = words_of(answers, "memory")
    return {"memory": clipped(memory)} if memory else {}


def _act_line(answers: Answers) -> Mapping[str, str]:
    act = words_of(answers, "act")
    return {"act": clipped(act.rstrip(" ."))} if act else {}


def _if_then_line(answers: Answers) -> Mapping[str, str]:
    cue, instead = words_of(answers, "in_the_way"), words_of(answers, "instead")
    return {"cue": clipped(cue.rstrip(" .,"), 10), "act": clipped(instead.rstrip(" ."), 10)} if cue and instead else {}


def _note_line(answers: Answers) -> Mapping[str, str]:
    note = words_of(answers, "note")
    return {"note": clipped(note)} if note else {}


def _hope(answers: Answers) -> tuple[PlanItem, ...]:
    cue, instead = words_of(answers, "in_the_way"), words_of(answers, "instead")
    return (
        Hope(
            now=number_of(answers, "now"),
            memory=words_of(answers, "memory"),
            act=words_of(answers, "act"),
            if_then=IfThen(cue, instead) if cue and instead else None,
            note=words_of(answers, "note"),
            show_note=choice_of(answers, "show_note") == "yes",
        ),
    )


HOPE = Guide(
    journey="hope",
    steps=(
        Step("now", "H0", Kind.SCALE),
        Step(
            "low",
            "H0",
            Kind.CHOICE,
            when=_is_low,
            says=lambda answers: {"number": str(number_of(answers, "now"))},
            choices=(
                Choice("go_on", ("go on", "carry on", "continue", "keep going", "yes", "next")),
                Choice("talk", ("how hard it is", "talk", "talk about it", "hard", "how hard")),
            ),
        ),
        Step(
            "alive",
            "H0s",
            Kind.CHOICE,
            when=_asks_about_being_alive,
            choices=(
                Choice("yes"),
                Choice("no"),
                Choice("rather_not", ("rather not say", "rather not", "prefer not to say", "not saying")),
            ),
            afterwards="utter_hope_alive_heard",
            settled_by_card=True,
        ),
        Step("hard", "H1", when=_talks, probes={AnswerClass.DONT_KNOW: ("probe_1",)}),
        Step("memory", "H2", probes=_UNSURE),
        Step(
            "act",
            "H7",
            probes={**_UNSURE, AnswerClass.VAGUE_STEP: ("vague", "probe_2")},
            wording=lambda answers: "" if words_of(answers, "memory") else "plain",
            asks_for_act=True,
            clean=act_alone,
        ),
        Step(
            "in_the_way",
            "H7",
            when=lambda answers: bool(words_of(answers, "act")),
            probes={AnswerClass.DONT_KNOW: ("probe_1",)},
            clean=moment_alone,
        ),
        Step(
            "instead",
            "H7",
            when=lambda answers: bool(words_of(answers, "in_the_way")),
            says=lambda answers: {"cue": clipped(words_of(answers, "in_the_way").rstrip(" .,"), 12)},
            probes={AnswerClass.DONT_KNOW: ("probe_1",), AnswerClass.VAGUE_STEP: ("probe_1",)},
            asks_for_act=True,
            clean=act_alone,
            reflects=False,
        ),
        Step("note", "H9", probes=_UNSURE),
        Step(
            "show_note",
            "H9",
            Kind.CHOICE,
            when=lambda answers: bool(words_of(answers, "note")),
            choices=(Choice("yes"), Choice("no")),
        ),
        Step("read_back", "H9", Kind.READ_BACK),
    ),
    lines=(
        Line("utter_hope_line_memory", "memory", _memory_line),
        Line("utter_hope_line_act", "act", _act_line),
        Line("utter_hope_line_if_then", "in_the_way", _if_then_line, follow=("instead",), act_step="instead"),
        Line("utter_hope_line_note", "note", _note_line),
    ),
    keeps=_hope,
)
