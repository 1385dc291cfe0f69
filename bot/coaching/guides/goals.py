"""Goals, short form: a goal of their own, a first small step, an if-then plan (method: G1 G5 G8 G11 G12 G16)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.coaching.answers import Answers, number_of, words_of
from bot.coaching.gate import AnswerClass, classify, names_a_time
from bot.coaching.guide import Choice, Guide, Kind, Line, Step
from bot.coaching.plan import Goal, IfThen, PlanItem
from bot.coaching.plan import Step as PlanStep
from bot.coaching.reflect import without_hedges
from bot.coaching.text import clipped

SURE_ENOUGH = 7  # under this the step is made smaller, once (method: G8)
_DONT_KNOW = AnswerClass.DONT_KNOW
_SELF_CRITICAL = AnswerClass.SELF_CRITICAL
_TWO_PROBES = ("probe_1", "probe_2")


def _moves_away(answers: Answers) -> bool:
    return classify(words_of(answers, "picture")) is AnswerClass.AWAY_FROM


def _goal_as_said(answers: Answers) -> str:
    return words_of(answers, "towards") or words_of(answers, "picture")


def _step_as_said(answers: Answers) -> str:
    return words_of(answers, "smaller") or words_of(answers, "step")


def _needs_a_time(answers: Answers) -> bool:
    step = words_of(answers, "step")
    return bool(step) and not names_a_time(step)


def _sure_of_it(answers: Answers) -> int | None:
    again = number_of(answers, "confidence_again")
    return again if again is not None else number_of(answers, "confidence")


def _not_so_sure(answers: Answers) -> bool:
    confidence = number_of(answers, "confidence")
    return confidence is not None and confidence < SURE_ENOUGH and bool(words_of(answers, "step"))


def act_alone(text: str) -> str:
    """The act alone: "then I will ring Kev" gives "ring Kev"."""
    bare = re.sub(
        r"^(?:then\s+)?(?:i\s+will|i'll|i’ll|ill|i\s+would|i'd|i\s+can|i\s+could)\s+(?:just\s+)?",
        "",
        without_hedges(text),
        flags=re.I,
    )
    return re.sub(r"^then\s+", "", bare, flags=re.I).strip() or text.strip()


def moment_alone(text: str) -> str:
    """The moment alone: "if it rains" gives "it rains"."""
    return re.sub(r"^(?:if|when|maybe|probably)\s+", "", without_hedges(text), flags=re.I).strip() or text.strip()


def _want_line(answers: Answers) -> Mapping[str, str]:
    wanted = _goal_as_said(answers)
    return {"want": clipped(wanted)} if wanted else {}


def _time_as_said(answers: Answers) -> str:
    return "" if names_a_time(words_of(answers, "smaller")) else words_of(answers, "step_when")


def _step_line(answers: Answers) -> Mapping[str, str]:
    step, when = _step_as_said(answers), _time_as_said(answers)
    return {"step": clipped(", ".join(filter(None, (step.rstrip(" .,"), when))), 22)} if step else {}


def _if_then_line(answers: Answers) -> Mapping[str, str]:
    cue, act = words_of(answers, "obstacle"), words_of(answers, "act")
    return {"cue": clipped(cue.rstrip(" .,"), 10), "act": clipped(act.rstrip(" ."), 10)} if cue and act else {}


def _goal(answers: Answers) -> tuple[PlanItem, ...]:
    step, cue, act = _step_as_said(answers), words_of(answers, "obstacle"), words_of(answers, "act")
    return (
        Goal(
            vision=words_of(answers, "picture"),
            towards=words_of(answers, "towards"),
            importance=number_of(answers, "importance"),
            importance_reason=words_of(answers, "importance_reason"),
            confidence=_sure_of_it(answers),
            step=PlanStep(step, _time_as_said(answers)) if step else None,
            if_then=IfThen(cue, act) if cue and act else None,
        ),
    )


GOALS = Guide(
    journey="goals",
    steps=(
        Step(
            "picture",
            "G1",
            probes={
                _DONT_KNOW: _TWO_PROBES,
                _SELF_CRITICAL: _TWO_PROBES,
                AnswerClass.TOO_BROAD: ("too_broad", "probe_2"),
            },
            clean=without_hedges,
        ),
        Step(
            "towards",
            "G5",
            when=_moves_away,
            probes={_DONT_KNOW: _TWO_PROBES, _SELF_CRITICAL: _TWO_PROBES, AnswerClass.AWAY_FROM: _TWO_PROBES},
            clean=without_hedges,
        ),
        Step("importance", "G8", Kind.SCALE, when=lambda answers: bool(_goal_as_said(answers))),
        Step(
            "importance_reason",
            "G8",
            when=lambda answers: number_of(answers, "importance") is not None,
            wording=lambda answers: "" if number_of(answers, "importance") else "zero",
            says=lambda answers: {"number": str(number_of(answers, "importance"))},
            probes={_DONT_KNOW: ("probe_1",)},
        ),
        Step(
            "step",
            "G12",
            asks_for_act=True,
            probes={
                _DONT_KNOW: _TWO_PROBES,
                _SELF_CRITICAL: _TWO_PROBES,
                AnswerClass.VAGUE_STEP: ("vague", "probe_2"),
                AnswerClass.TOO_BROAD: ("vague", "probe_2"),
            },
            clean=without_hedges,
        ),
        Step(
            "step_when",
            "G12",
            when=_needs_a_time,
            probes={_DONT_KNOW: ("probe_1",), AnswerClass.VAGUE_STEP: ("probe_1",)},
        ),
        Step("confidence", "G8", Kind.SCALE, when=lambda answers: bool(words_of(answers, "step"))),
        Step(
            "smaller",
            "G8",
            choices=(Choice("keep", ("keep it", "keep it as is", "keep it like that", "leave it as it is", "same")),),
            when=_not_so_sure,
            says=lambda answers: {"number": str(number_of(answers, "confidence"))},
            clean=without_hedges,
            probes={_DONT_KNOW: ("probe_1",), AnswerClass.VAGUE_STEP: ("probe_1",)},
        ),
        Step(
            "confidence_again",
            "G8",
            Kind.SCALE,
            when=lambda answers: _not_so_sure(answers) and bool(words_of(answers, "smaller")),
        ),
        Step(
            "obstacle",
            "G11",
            when=lambda answers: bool(words_of(answers, "step")),
            probes={_DONT_KNOW: _TWO_PROBES, _SELF_CRITICAL: ("probe_1",)},
            clean=moment_alone,
        ),
        Step(
            "act",
            "G11",
            when=lambda answers: bool(words_of(answers, "obstacle")),
            says=lambda answers: {"cue": clipped(words_of(answers, "obstacle").rstrip(" .,"), 12)},
            probes={
                _DONT_KNOW: _TWO_PROBES,
                _SELF_CRITICAL: ("probe_1",),
                AnswerClass.VAGUE_STEP: ("probe_1",),
            },
            asks_for_act=True,
            clean=act_alone,
            reflects=False,
        ),
        Step("read_back", "G16", Kind.READ_BACK),
    ),
    lines=(
        Line("utter_goals_line_want", "picture", _want_line, follow=("towards",)),
        Line(
            "utter_goals_line_step",
            "step",
            _step_line,
            follow=("step_when",),
            clears=("smaller",),
            time_step="step_when",
        ),
        Line("utter_goals_line_if_then", "obstacle", _if_then_line, follow=("act",), act_step="act"),
    ),
    keeps=_goal,
)
