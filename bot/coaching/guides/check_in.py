"""Check-in: how the planned step went, the repair that fits what got in the way, how far along (method: section 8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.coaching.answers import Answers, choice_of, known
from bot.coaching.gate import AnswerClass, Asked
from bot.coaching.guide import Choice, Guide, Kind, Line, Step
from bot.coaching.guides import check_in_answers as said
from bot.coaching.guides.check_in_when import due_step, is_before_its_day, kept_at
from bot.coaching.guides.check_in_words import barrier_said, outcome_said
from bot.coaching.guides.harmful import gives_of, gives_steps
from bot.coaching.guides.phrases import KEEP, UNSURE_ONCE, YES_NO, act_alone, moment_alone, with_the_act
from bot.coaching.plan import Status
from bot.coaching.reflect import without_hedges
from bot.coaching.text import clipped

_HOW = (
    Choice("did", ("did it", "done", "yes", "i did", "all of it", "did")),
    Choice("some", ("some of it", "some", "a bit", "part of it", "half")),
    Choice("not_yet", ("not yet", "no", "didn't", "not done", "haven't")),
    Choice("changed_mind", ("changed my mind", "i changed my mind")),
    Choice("rather_not", ("rather not say", "rather not", "prefer not to say")),
)
_BARRIERS = (
    Choice("forgot", ("i forgot", "forgot", "forgot it")),
    Choice("too_big", ("too big", "it was too big")),
    Choice("no_energy", ("no energy", "too tired", "tired")),
    Choice("happened", ("something happened", "something came up")),
    Choice("matters_less", ("it matters less", "matters less now", "doesn't matter now")),
    Choice("scared", ("i was scared", "scared", "fear")),
    Choice("said_no", ("someone said no", "they said no")),
    Choice("rather_not", ("rather not say", "rather not")),
)
_VAGUE = {**UNSURE_ONCE, AnswerClass.VAGUE_STEP: ("probe_1",)}


def _any_goal(answers: Answers) -> bool:
    return bool(known(answers, "active"))


def _step(answers: Answers) -> Mapping[str, str]:
    return {"planned": clipped(said.step_of(answers) or said.goal_of(answers), 20)}


def _goal(answers: Answers) -> Mapping[str, str]:
    return {"goal": clipped(said.goal_of(answers), 15)}


def _how_wording(answers: Answers) -> str:
    if not said.step_of(answers):
        return "goal"
    return "early" if is_before_its_day(answers, said.place(answers)) else ""


def _goes_on(answers: Answers) -> bool:
    return said.went(answers, "did", "some", "not_yet") and said.status(answers) is Status.ACTIVE


def _needs_choice(answers: Answers) -> bool:
    """Is it theirs to say what becomes of the step, because no repair follows from what got in the way?"""
    has_repair = _has_repair(answers) or choice_of(answers, "due") == "new_date"
    return said.went(answers, "some") or (said.went(answers, "not_yet") and not has_repair)


def _asks_what_got_in_the_way(answers: Answers) -> bool:
    """Not where the day is moved, nor where they passed over what is to be with a step whose day has not come."""
    passed_over = "due" in answers and not choice_of(answers, "due")
    return said.went(answers, "some", "not_yet") and choice_of(answers, "due") != "new_date" and not passed_over


def _has_repair(answers: Answers) -> bool:
    return choice_of(answers, "barrier") not in ("", "other")


def _went_not_yet(answers: Answers) -> bool:
    return choice_of(answers, "how") == "not_yet" and not _has_repair(answers)


def _names_new(answers: Answers) -> bool:
    return choice_of(answers, "evidence") == "new" or choice_of(answers, "evidence_new") == "yes"


_LOOK = (
    Step(
        "which",
        "check-in",
        Kind.CHOICE,
        when=lambda answers: len(known(answers, "active")) > 1,
        offers=lambda answers: known(answers, "active"),
        leads_to=("how",),
    ),
    Step(
        "how",
        "check-in",
        Kind.CHOICE,
        choices=_HOW,
        when=_any_goal,
        says=_step,
        wording=_how_wording,
        asked=Asked.STORY,
        reads=outcome_said,
        feels=True,
    ),
    Step(
        "done",
        "check-in",
        asked=Asked.STORY,
        when=lambda answers: said.went(answers, "some"),
        probes=UNSURE_ONCE,
        clean=without_hedges,
    ),
    Step(
        "helped",
        "check-in",
        asked=Asked.PEOPLE,
        when=lambda answers: said.went(answers, "did"),
        clean=without_hedges,
    ),
    Step(
        "evidence",
        "check-in",
        Kind.CHOICE,
        choices=(Choice("new", ("a new one", "new", "something new")), Choice("no", ("no thanks", "none"))),
        when=lambda answers: bool(said.went(answers, "did") and said.shown_of(answers) and known(answers, "strengths")),
        offers=lambda answers: known(answers, "strengths")[-3:],
    ),
    Step(
        "evidence_new",
        "check-in",
        Kind.CHOICE,
        choices=YES_NO,
        when=lambda answers: bool(
            said.went(answers, "did") and said.shown_of(answers) and not known(answers, "strengths")
        ),
    ),
    Step("strength_name", "check-in", asked=Asked.NAME, when=_names_new, reflects=False),
)

_REPAIR = (
    due_step(said.place, _went_not_yet),
    Step(
        "barrier",
        "check-in",
        asked=Asked.OBSTACLE,
        choices=_BARRIERS,
        when=_asks_what_got_in_the_way,
        wording=lambda answers: choice_of(answers, "how") if said.went(answers, "some", "not_yet") else "",
        reads=barrier_said,
        feels=True,
    ),
    Step(
        "keep",
        "check-in",
        Kind.CHOICE,
        choices=(
            KEEP,
            Choice("smaller", ("smaller", "make it smaller", "less", "shrink it")),
            Choice("change", ("change it", "change", "something else", "another")),
        ),
        when=_needs_choice,
        reads=kept_at,
        reflects=False,
    ),
    Step(
        "remind",
        "check-in",
        asked=Asked.WHEN,
        when=lambda answers: said.hindered_by(answers, "forgot"),
        probes=UNSURE_ONCE,
        clean=moment_alone,
    ),
    Step(
        "half",
        "check-in",
        asked=Asked.STEP,
        when=lambda answers: said.hindered_by(answers, "too_big") or choice_of(answers, "keep") == "smaller",
        probes=_VAGUE,
        clean=act_alone,
    ),
    Step(
        "two_minutes",
        "check-in",
        asked=Asked.STEP,
        when=lambda answers: said.hindered_by(answers, "no_energy"),
        probes=_VAGUE,
        clean=act_alone,
    ),
    Step(
        "importance", "check-in", Kind.SCALE, when=lambda answers: said.hindered_by(answers, "matters_less"), says=_goal
    ),
    Step(
        "park",
        "check-in",
        Kind.CHOICE,
        choices=(KEEP, Choice("park", ("park it", "park", "leave it for now"))),
        when=lambda answers: said.hindered_by(answers, "matters_less"),
    ),
    Step(
        "with_whom",
        "check-in",
        asked=Asked.PEOPLE,
        when=lambda answers: said.hindered_by(answers, "scared"),
        clean=without_hedges,
    ),
    Step(
        "act",
        "check-in",
        asked=Asked.STEP,
        when=lambda answers: said.hindered_by(answers, "scared"),
        probes=UNSURE_ONCE,
        clean=act_alone,
        reads=with_the_act("moment", "act"),
        reflects=False,
    ),
    *gives_steps("act", "check-in"),
    Step(
        "another_way",
        "check-in",
        asked=Asked.STEP,
        when=lambda answers: said.hindered_by(answers, "said_no") or choice_of(answers, "keep") == "change",
        probes=_VAGUE,
        clean=act_alone,
    ),
    Step(
        "close",
        "check-in",
        Kind.CHOICE,
        choices=(
            Choice("new_date", ("a new day", "new day", "another day")),
            Choice("park", ("leave it for now", "park it")),
        ),
        when=lambda answers: said.went(answers, "rather_not") or said.hindered_by(answers, "rather_not"),
    ),
    Step(
        "closing",
        "check-in",
        Kind.CHOICE,
        choices=(
            Choice("close", ("yes", "close it", "close")),
            Choice("park", ("park it", "park")),
            Choice("keep_goal", ("keep it", "keep", "no")),
        ),
        when=lambda answers: said.went(answers, "changed_mind"),
        says=_goal,
    ),
)

_ON = (
    Step(
        "next",
        "check-in",
        Kind.CHOICE,
        choices=(
            Choice("next", ("a next step", "next", "next step", "another step")),
            Choice("stay", ("the same again", "stay", "same", "again")),
            Choice("finished", ("i'm there", "im there", "finished", "done", "the goal is done")),
        ),
        when=lambda answers: said.went(answers, "did"),
    ),
    Step(
        "next_step",
        "check-in",
        asked=Asked.STEP,
        asks_for_act=True,
        when=lambda answers: choice_of(answers, "next") == "next",
        probes=_VAGUE,
        clean=act_alone,
    ),
    Step("when_new", "check-in", asked=Asked.WHEN, when=said.needs_a_time, probes=UNSURE_ONCE, same_again=True),
    Step("progress", "check-in", Kind.SCALE, when=_goes_on, says=_goal),
    Step("confidence", "check-in", Kind.SCALE, when=lambda answers: _goes_on(answers) and bool(said.new_step(answers))),
    Step("in_words", "check-in", asked=Asked.NOTE, long=True, when=_goes_on),
    Step("read_back", "check-in", Kind.READ_BACK),
)


def _if_then_lines(main: str, stands: Callable[[Answers], bool]) -> tuple[Line, Line]:
    """The new if-then plan where `main` is what it was asked by, and the one that it takes the place of."""
    line = Line(
        "utter_check_in_line_if_then",
        main,
        lambda answers: said.if_then_line(answers) if stands(answers) else {},
        follow=gives_of("act"),
        clears=("moment",),  # told with the act: "if the dog barks I will stand still"
        act_step="act",
        moment_step="remind" if main == "remind" else "moment",
    )
    before = replace(
        line,
        words="utter_check_in_line_if_then_before",
        shows=lambda answers: said.if_then_before_line(answers) if stands(answers) else {},
        by_question=True,
    )
    return line, before


CHECK_IN = Guide(
    journey="check_in",
    steps=(*_LOOK, *_REPAIR, *_ON),
    lines=(
        Line("utter_check_in_line_how", "how", said.how_line, follow=("done",), clears=("told",), by_question=True),
        Line("utter_check_in_line_helped", "helped", said.helped_line),
        Line(
            "utter_check_in_line_barrier",
            "barrier",
            said.barrier_line,
            named=("what got in the way", "what was in the way", "what got in my way"),
        ),
        Line(
            "utter_check_in_line_step",
            "another_way",
            said.step_line,
            follow=("when_new",),
            clears=("half", "two_minutes", "next_step"),
            time_step="when_new",
        ),
        *_if_then_lines("remind", said.of_what_was_forgotten),
        *_if_then_lines("act", said.of_what_is_feared),
        Line("utter_check_in_line_closed", "closing", said.closed_line, clears=("park", "close"), by_question=True),
        Line("utter_check_in_line_strength", "strength_name", said.strength_line, clears=("evidence", "evidence_new")),
        Line("utter_check_in_line_progress", "progress", said.progress_line, by_question=True),
    ),
    keeps=said.check_in,
    nothing="utter_check_in_nothing",
)
