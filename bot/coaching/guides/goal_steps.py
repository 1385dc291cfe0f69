"""The questions about a goal once the wish is told: rulers, first step, what goes around it (method: G7-G16)."""

from __future__ import annotations

from collections.abc import Mapping

from bot.coaching.answers import Answers, choice_of, known, number_of, words_of
from bot.coaching.gate import AnswerClass, Asked
from bot.coaching.guide import Choice, Kind, Step
from bot.coaching.guides import goal_answers as said
from bot.coaching.guides.harmful import gives_steps
from bot.coaching.guides.obstacles import is_outside_only, moment, seems_impossible
from bot.coaching.guides.phrases import (
    KEEP,
    TWO_PROBES,
    UNSURE,
    UNSURE_ONCE,
    YES_NO,
    act_alone,
    asked_of_the_team,
    moment_alone,
    never,
    reason_alone,
    reason_for,
    with_the_act,
)
from bot.coaching.reflect import without_hedges
from bot.coaching.text import clipped


def _has_step(answers: Answers) -> bool:
    return bool(words_of(answers, "step"))


def _number(number: int | None) -> Mapping[str, str]:
    return {"number": str(number)}


def _wants_scale(answers: Answers) -> bool:
    return choice_of(answers, "scale") == "yes"


RULERS = (
    Step("how_often", "G7", asked=Asked.WHEN, long=True, when=said.has_goal, clean=without_hedges),
    Step("how_known", "G7", long=True, when=said.has_goal, probes=UNSURE_ONCE, clean=without_hedges),
    Step(
        "where",
        "G7",
        long=True,
        when=lambda answers: (
            said.has_goal(answers) and not (words_of(answers, "how_often") and words_of(answers, "how_known"))
        ),
        clean=without_hedges,
    ),
    Step(
        "importance",
        "G8",
        Kind.SCALE,
        when=said.has_goal,
        reads=reason_for("importance_reason"),
        leads_to=("importance_reason",),
    ),
    Step(
        "importance_reason",
        "G8",
        example=True,
        asked=Asked.REASON,
        when=lambda answers: number_of(answers, "importance") is not None,
        wording=lambda answers: "" if number_of(answers, "importance") else "zero",
        says=lambda answers: _number(number_of(answers, "importance")),
        probes=UNSURE_ONCE,
        clean=reason_alone,
    ),
)

FIRST_STEP = (
    Step(
        "step",
        "G12",
        example=True,
        asked=Asked.STEP,
        asks_for_act=True,
        when=said.has_goal,
        probes={
            **UNSURE,
            AnswerClass.VAGUE_STEP: ("vague", "probe_2"),
            AnswerClass.TOO_BROAD: ("vague", "probe_2"),
            AnswerClass.SEVERAL: ("half",),
        },
        clean=act_alone,
        leads_to=("confidence", "confidence_again", "confidence_reason"),
    ),
    Step(
        "step_when",
        "G12",
        asked=Asked.WHEN,
        when=said.needs_a_time,
        probes={**UNSURE_ONCE, AnswerClass.VAGUE_STEP: ("probe_1",)},
    ),
    Step("step_with", "G12", asked=Asked.PEOPLE, long=True, when=_has_step, clean=without_hedges),
    Step("step_where", "G12", long=True, when=_has_step, clean=without_hedges),
    Step(
        "confidence",
        "G8",
        Kind.SCALE,
        when=_has_step,
        reads=reason_for("confidence_reason"),
        leads_to=("confidence_reason",),
    ),
    Step(
        "smaller",
        "G8",
        example=True,
        asked=Asked.STEP,
        choices=(KEEP,),
        when=said.not_so_sure,
        says=lambda answers: _number(number_of(answers, "confidence")),
        clean=act_alone,
        leads_to=("confidence_again", "confidence_reason"),
        probes={**UNSURE_ONCE, AnswerClass.SELF_CRITICAL: ("probe_1",), AnswerClass.VAGUE_STEP: ("probe_1",)},
    ),
    Step(
        "confidence_again",
        "G8",
        Kind.SCALE,
        when=lambda answers: said.not_so_sure(answers) and bool(words_of(answers, "smaller")),
    ),
    Step(
        "confidence_reason",
        "G8",
        asked=Asked.REASON,
        long=True,
        when=lambda answers: said.sure_of_it(answers) is not None,
        says=lambda answers: _number(said.sure_of_it(answers)),
    ),
    Step("best_bit", "G9", long=True, when=said.has_goal, probes=UNSURE_ONCE),
    Step(
        "obstacle",
        "G10",
        example=True,
        asked=Asked.OBSTACLE,
        when=_has_step,
        probes={AnswerClass.DONT_KNOW: TWO_PROBES, AnswerClass.SELF_CRITICAL: ("probe_1",)},
        clean=moment_alone,
        reads=with_the_act("obstacle", "act"),
        feels=True,
        leads_to=("changed", "inner"),
    ),
    Step(
        "changed",
        "G10",
        asked=Asked.GOAL,
        choices=(KEEP,),
        when=seems_impossible,
        says=lambda answers: {"goal": clipped(said.goal_before(answers), 15)},
        clean=without_hedges,
    ),
    Step("inner", "G10", asked=Asked.OBSTACLE, long=True, when=is_outside_only, feels=True),
    Step(
        "outer",
        "G10",
        asked=Asked.OBSTACLE,
        long=True,
        when=lambda answers: _has_step(answers) and not is_outside_only(answers),
        clean=moment_alone,
        feels=True,
    ),
    Step(
        "act",
        "G11",
        example=True,
        asked=Asked.STEP,
        when=lambda answers: bool(moment(answers)),
        says=lambda answers: {"cue": clipped(moment(answers).rstrip(" .,"), 12)},
        probes={
            AnswerClass.DONT_KNOW: TWO_PROBES,
            AnswerClass.SELF_CRITICAL: ("probe_1",),
        },
        asks_for_act=True,
        clean=act_alone,
        reads=with_the_act("obstacle", "act"),
        reflects=False,
    ),
    *gives_steps("act", "G11"),
)

AROUND = (
    Step(
        "strength",
        "G13",
        Kind.CHOICE,
        long=True,
        choices=(Choice("none", ("none", "none of these", "neither", "not these")),),
        when=lambda answers: bool(known(answers, "strengths")) and said.has_goal(answers),
        offers=lambda answers: known(answers, "strengths")[-4:],
        other_words_answer="strength_own",
    ),
    Step("strength_own", "G13", asked=Asked.NAME, long=True, when=never),
    Step("helper", "G13", asked=Asked.PEOPLE, long=True, when=said.has_goal, clean=without_hedges),
    Step(
        "team_ask",
        "G13",
        asked=Asked.PEOPLE,
        long=True,
        when=said.has_goal,
        clean=without_hedges,
        reads=asked_of_the_team("team_ask"),
    ),
    Step("scale", "G14", Kind.CHOICE, long=True, choices=YES_NO, when=said.has_goal),
    Step("better", "G14", long=True, when=_wants_scale, clean=without_hedges),
    Step("hoped", "G14", long=True, when=_wants_scale, clean=without_hedges),
    Step("less", "G14", long=True, when=_wants_scale, clean=without_hedges),
    Step(
        "review",
        "G15",
        asked=Asked.WHEN,
        long=True,
        choices=(Choice("day_after", ("the day after", "day after")), Choice("week", ("in a week", "a week later"))),
        when=_has_step,
    ),
    Step(
        "make_room",
        "G16",
        Kind.CHOICE,
        choices=(Choice("park_new", ("park the new one", "park this one", "the new one", "this one")),),
        when=said.is_full,
        offers=lambda answers: known(answers, "active"),
    ),
    Step("read_back", "G16", Kind.READ_BACK),
)
