"""The lines that the goals dialogue reads back: each shows what its answers say now, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.coaching.answers import Answers, items_of, words_of
from bot.coaching.guides.goal_answers import (
    first_way,
    goal_as_said,
    is_given_up,
    is_theirs,
    of_the_wish,
    planned_step,
    review,
    step_as_said,
    strength_as_said,
)
from bot.coaching.guides.harmful import act_without_harm
from bot.coaching.guides.obstacles import moment
from bot.coaching.guides.phrases import on_a_line
from bot.coaching.if_then import then_said


def want_line(answers: Answers) -> Mapping[str, str]:
    wanted = "" if is_theirs(answers) else goal_as_said(answers)
    return {"want": on_a_line(wanted)} if wanted else {}


def own_want_line(answers: Answers) -> Mapping[str, str]:
    """The wish of their own beside somebody else's."""
    wanted = goal_as_said(answers) if is_theirs(answers) and not is_given_up(answers) else ""
    return {"want": on_a_line(wanted)} if wanted else {}


def want_after_line(answers: Answers) -> Mapping[str, str]:
    """The wish of their own in place of a duty."""
    wanted = goal_as_said(answers) if is_given_up(answers) else ""
    return {"want": on_a_line(wanted)} if wanted else {}


def team_line(answers: Answers) -> Mapping[str, str]:
    wanted = words_of(answers, "team_wish")
    return {"want": on_a_line(wanted)} if wanted else {}


def later_line(answers: Answers) -> Mapping[str, str]:
    later = items_of(answers, "later")
    return {"later": on_a_line("; ".join(later))} if later else {}


def hands_line(answers: Answers) -> Mapping[str, str]:
    mine = of_the_wish(answers, "hands")
    return {"mine": on_a_line(mine)} if mine else {}


def _as_said(shown: str, step: str) -> Callable[[Answers], Mapping[str, str]]:
    """A line that shows the answer to one question."""

    def line(answers: Answers) -> Mapping[str, str]:
        said = words_of(answers, step)
        return {shown: on_a_line(said)} if said else {}

    return line


often_line = _as_said("often", "how_often")
where_line = _as_said("where", "where")
known_line = _as_said("known", "how_known")
helper_line = _as_said("helper", "helper")
ask_line = _as_said("ask", "team_ask")


def reason_line(answers: Answers) -> Mapping[str, str]:
    reason = of_the_wish(answers, "reason")
    return {"reason": on_a_line(reason)} if reason else {}


def way_line(answers: Answers) -> Mapping[str, str]:
    way = first_way(answers)
    return {"way": on_a_line(way)} if way else {}


def step_line(answers: Answers) -> Mapping[str, str]:
    step = planned_step(answers)
    shown = ", ".join(filter(None, (step.what.rstrip(" .,"), step.when, step.where, step.with_whom)))
    return {"step": on_a_line(shown)} if step.what else {}


def if_then_line(answers: Answers) -> Mapping[str, str]:
    cue, act = moment(answers), act_without_harm(answers, "act")
    return {"cue": on_a_line(cue.rstrip(" .,")), "then": then_said(on_a_line(act.rstrip(" .")))} if cue and act else {}


def strength_line(answers: Answers) -> Mapping[str, str]:
    strength = strength_as_said(answers)
    return {"strength": on_a_line(strength)} if strength else {}


def review_line(answers: Answers) -> Mapping[str, str]:
    when, _ = review(answers)
    return {"review": on_a_line(when)} if when and step_as_said(answers) else {}
