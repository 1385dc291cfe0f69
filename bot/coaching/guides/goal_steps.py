"""The questions of the goals dialogue in their order (method: G0-G16; short: G1 G5 G8 G11 G12 G16)."""

from __future__ import annotations

from collections.abc import Mapping

from bot.coaching.answers import Answers, choice_of, items_of, known, number_of, words_of
from bot.coaching.gate import AnswerClass, Asked
from bot.coaching.guide import Choice, Kind, Step
from bot.coaching.guides import goal_answers as said
from bot.coaching.guides.obstacles import is_outside_only, moment, seems_impossible
from bot.coaching.guides.phrases import (
    KEEP,
    TWO_PROBES,
    UNSURE,
    UNSURE_ONCE,
    YES_NO,
    act_alone,
    listed,
    moment_alone,
    reason_alone,
    reason_for,
    with_the_act,
)
from bot.coaching.reflect import without_hedges
from bot.coaching.text import clipped

_ABOUT = (
    Choice("people", ("people", "others", "family", "friends")),
    Choice("hope", ("hope",)),
    Choice("who_i_am", ("who i am", "me", "myself")),
    Choice("matters", ("what matters", "matters", "meaning")),
    Choice("in_charge", ("being in charge", "in charge", "control")),
)


def _has_goal(answers: Answers) -> bool:
    return bool(said.goal_as_said(answers))


def _has_step(answers: Answers) -> bool:
    return bool(words_of(answers, "step"))


def _number(number: int | None) -> Mapping[str, str]:
    return {"number": str(number)}


def _never(_: Answers) -> bool:
    """Of a question that is asked only when its line is changed."""
    return False


def _wants_scale(answers: Answers) -> bool:
    return choice_of(answers, "scale") == "yes"


WISH = (
    Step(
        "start",
        "G0",
        Kind.CHOICE,
        choices=(Choice("new", ("new", "something new", "a new one", "something else")),),
        when=lambda answers: bool(known(answers, "wishes")) and "picture" not in answers,
        offers=lambda answers: known(answers, "wishes")[-3:],
        settles=lambda _, chosen: {} if chosen.choice else {"picture": chosen},
        other_words_answer="picture",
    ),
    Step(
        "picture",
        "G1",
        asked=Asked.GOAL,
        probes={**UNSURE, AnswerClass.TOO_BROAD: ("too_broad", "probe_2")},
        clean=without_hedges,
    ),
    Step(
        "which_first",
        "G3",
        Kind.CHOICE,
        choices=(Choice("together", ("all", "all of it", "all of them", "both", "together", "they belong together")),),
        when=lambda answers: bool(said.told_at_once(answers)),
        offers=said.told_at_once,
        settles=said.parked_by,
    ),
    Step("later", "G3", asked=Asked.GOAL, when=_never, splits=listed, clean=without_hedges),
    Step(
        "owner",
        "G4",
        Kind.CHOICE,
        choices=(
            Choice("mine", ("mine", "mine too", "yes", "yeah", "i want it too", "me too")),
            Choice("part", ("part", "part of it", "a bit", "some of it", "partly", "sort of")),
            Choice("theirs", ("theirs", "no", "nope", "not mine", "not really", "only theirs")),
        ),
        when=said.is_someone_elses,
        settles=said.kept_for_team,
    ),
    Step("team_wish", "G4", asked=Asked.GOAL, when=_never, clean=without_hedges),
    Step(
        "my_part",
        "G4",
        asked=Asked.GOAL,
        when=lambda answers: choice_of(answers, "owner") == "part",
        probes=UNSURE_ONCE,
        clean=without_hedges,
    ),
    Step(
        "own_wish",
        "G4",
        asked=Asked.GOAL,
        when=lambda answers: choice_of(answers, "owner") == "theirs",
        probes={**UNSURE_ONCE, AnswerClass.TOO_BROAD: ("too_broad",)},
        clean=without_hedges,
    ),
    Step(
        "towards",
        "G5",
        asked=Asked.GOAL,
        when=said.moves_away,
        probes={**UNSURE, AnswerClass.AWAY_FROM: TWO_PROBES},
        clean=without_hedges,
    ),
    Step("hands", "G6", asked=Asked.REASON, when=said.is_outside_control, probes=UNSURE_ONCE, clean=without_hedges),
    Step("short", "G1", asked=Asked.NAME, when=said.is_long, clean=without_hedges),
    Step("reason", "G2", asked=Asked.REASON, long=True, when=_has_goal, probes=UNSURE_ONCE, clean=reason_alone),
    Step("about", "G2", Kind.CHOICE, long=True, choices=_ABOUT, when=_has_goal),
    Step(
        "duty",
        "G4",
        Kind.CHOICE,
        choices=(Choice("mine", ("mine", "my own", "yes", "yeah")), Choice("theirs", ("theirs", "no", "not mine"))),
        when=said.sounds_like_duty,
    ),
    Step(
        "options",
        "G3",
        asked=Asked.STEP,
        long=True,
        when=_has_goal,
        probes=UNSURE_ONCE,
        clean=without_hedges,
        splits=listed,
    ),
    Step(
        "first",
        "G3",
        Kind.CHOICE,
        long=True,
        when=lambda answers: len(items_of(answers, "options")) > 1,
        offers=lambda answers: items_of(answers, "options"),
    ),
)

RULERS = (
    Step("how_often", "G7", asked=Asked.WHEN, long=True, when=_has_goal, clean=without_hedges),
    Step("how_known", "G7", long=True, when=_has_goal, probes=UNSURE_ONCE, clean=without_hedges),
    Step(
        "where",
        "G7",
        long=True,
        when=lambda answers: (
            _has_goal(answers) and not (words_of(answers, "how_often") and words_of(answers, "how_known"))
        ),
        clean=without_hedges,
    ),
    Step("importance", "G8", Kind.SCALE, when=_has_goal, reads=reason_for("importance_reason")),
    Step(
        "importance_reason",
        "G8",
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
        asked=Asked.STEP,
        asks_for_act=True,
        when=_has_goal,
        probes={
            **UNSURE,
            AnswerClass.VAGUE_STEP: ("vague", "probe_2"),
            AnswerClass.TOO_BROAD: ("vague", "probe_2"),
            AnswerClass.SEVERAL: ("half",),
        },
        clean=without_hedges,
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
    Step("confidence", "G8", Kind.SCALE, when=_has_step, reads=reason_for("confidence_reason")),
    Step(
        "smaller",
        "G8",
        asked=Asked.STEP,
        choices=(KEEP,),
        when=said.not_so_sure,
        says=lambda answers: _number(number_of(answers, "confidence")),
        clean=without_hedges,
        probes={**UNSURE_ONCE, AnswerClass.VAGUE_STEP: ("probe_1",)},
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
    Step("best_bit", "G9", long=True, when=_has_goal, probes=UNSURE_ONCE),
    Step(
        "obstacle",
        "G10",
        asked=Asked.OBSTACLE,
        when=_has_step,
        probes={AnswerClass.DONT_KNOW: TWO_PROBES, AnswerClass.SELF_CRITICAL: ("probe_1",)},
        clean=moment_alone,
        reads=with_the_act("obstacle", "act"),
        feels=True,
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
        asked=Asked.STEP,
        when=lambda answers: bool(moment(answers)),
        says=lambda answers: {"cue": clipped(moment(answers).rstrip(" .,"), 12)},
        probes={
            AnswerClass.DONT_KNOW: TWO_PROBES,
            AnswerClass.SELF_CRITICAL: ("probe_1",),
            AnswerClass.VAGUE_STEP: ("probe_1",),
        },
        asks_for_act=True,
        clean=act_alone,
        reads=with_the_act("obstacle", "act"),
        reflects=False,
    ),
)

AROUND = (
    Step(
        "strength",
        "G13",
        Kind.CHOICE,
        long=True,
        choices=(Choice("none", ("none", "none of these", "neither", "not these")),),
        when=lambda answers: bool(known(answers, "strengths")) and _has_goal(answers),
        offers=lambda answers: known(answers, "strengths")[-4:],
        other_words_answer="strength_own",
    ),
    Step("strength_own", "G13", asked=Asked.NAME, long=True, when=_never),
    Step("helper", "G13", asked=Asked.PEOPLE, long=True, when=_has_goal, clean=without_hedges),
    Step("team_ask", "G13", asked=Asked.PEOPLE, long=True, when=_has_goal, clean=without_hedges),
    Step("scale", "G14", Kind.CHOICE, long=True, choices=YES_NO, when=_has_goal),
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
