"""What the answers of a check-in say: how it went, what got in the way, the repair, and what to keep of it.

It must never call anything a failure: what was done counts as done.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.coaching.answers import Answers, State, choice_of, known, number_of, words_of
from bot.coaching.changes import Change, Changed, MoreEvidence
from bot.coaching.gate import names_a_time
from bot.coaching.guides import moments
from bot.coaching.guides.check_in_when import day_of, time_now, waits
from bot.coaching.guides.harmful import act_without_harm
from bot.coaching.guides.phrases import on_a_line
from bot.coaching.if_then import then_said
from bot.coaching.plan import CheckIn, Evidence, IfThen, Item, Kind, Status, Strength
from bot.coaching.plan import Step as PlanStep

_NEW_STEPS = ("half", "two_minutes", "another_way", "next_step")
_OTHER_STEPS = frozenset({"another_way", "next_step"})


def place(answers: Answers) -> int:
    """Which of the goals under way this is about."""
    titles, label = known(answers, "active"), words_of(answers, "which")
    return titles.index(label) if label in titles else 0


def _at(answers: Answers, what: str) -> str:
    values = known(answers, what)
    return values[place(answers)] if place(answers) < len(values) else ""


def goal_of(answers: Answers) -> str:
    return _at(answers, "active")


def step_of(answers: Answers) -> str:
    """The step that was planned, with its time, as it stands in the plan."""
    return ", ".join(filter(None, (_at(answers, "steps").rstrip(" .,"), _at(answers, "whens"))))


def went(answers: Answers, *outcomes: str) -> bool:
    """Did it go so? A look that is left until the step's day says nothing of how it went."""
    return choice_of(answers, "how") in outcomes and not waits(answers)


def hindered_by(answers: Answers, *barriers: str) -> bool:
    """Did this get in the way of a step not yet taken?"""
    return went(answers, "not_yet") and choice_of(answers, "barrier") in barriers


def repair(answers: Answers) -> str:
    """The name of the repair that was chosen."""
    for step in ("due", "keep", "next", "park", "close", "closing"):
        if choice_of(answers, step) not in ("", "tell"):
            return choice_of(answers, step)
    return next((step for step in ("remind", "with_whom", *_NEW_STEPS) if words_of(answers, step)), "")


def new_step(answers: Answers) -> str:
    """The step as it is to be now: a new one, or the one that stays."""
    changed = next((words_of(answers, step) for step in _NEW_STEPS if words_of(answers, step)), "")
    return changed or _at(answers, "steps")


def needs_a_time(answers: Answers) -> bool:
    """Does the step go on, and without a time of its own?"""
    goes_on = repair(answers) in {"keep", "smaller", "change", "next", "stay", "remind", "with_whom", "new_date"}
    goes_on = goes_on or hindered_by(answers, "happened", "too_big", "no_energy", "said_no", "scared", "forgot")
    return goes_on and bool(new_step(answers)) and not any(names_a_time(words_of(answers, each)) for each in _NEW_STEPS)


def status(answers: Answers) -> Status:
    """Where the goal stands after this check-in."""
    if choice_of(answers, "next") == "finished":
        return Status.DONE
    if choice_of(answers, "closing") == "close":
        return Status.CHANGED
    parked = "park" in (choice_of(answers, "park"), choice_of(answers, "close"), choice_of(answers, "closing"))
    return Status.PARKED if parked else Status.ACTIVE


def shown_of(answers: Answers) -> str:
    """What may show a strength: what they did, or what helped them do it."""
    return words_of(answers, "done") or words_of(answers, "helped")


def how_line(answers: Answers) -> Mapping[str, str]:
    answer, told = answers.get("how"), words_of(answers, "told")
    given = answer is not None and answer.state is State.GIVEN and bool(answer.choice)
    if waits(answers):
        return {}
    how = words_of(answers, "done") or (answer.text if given and answer is not None else "")
    said = "; ".join(filter(None, (how.rstrip(" .,"), told)))
    return {"how": on_a_line(said)} if said else {}


def helped_line(answers: Answers) -> Mapping[str, str]:
    helped = words_of(answers, "helped")
    return {"helped": on_a_line(helped)} if helped else {}


def barrier_line(answers: Answers) -> Mapping[str, str]:
    answer = answers.get("barrier")
    given = answer is not None and answer.state is State.GIVEN and answer.choice != "rather_not"
    told_once = given and answer is not None and answer.text not in how_line(answers).values()
    return {"barrier": on_a_line(answer.text)} if told_once and answer is not None else {}


def step_line(answers: Answers) -> Mapping[str, str]:
    if status(answers) is not Status.ACTIVE or not (words_of(answers, "when_new") or _changes_step(answers)):
        return {}
    step = _step_now(answers)
    shown = ", ".join(filter(None, (step.what.rstrip(" .,"), step.when, step.where, step.with_whom)))
    return {"step": on_a_line(shown)}


def of_what_was_forgotten(answers: Answers) -> bool:
    """Is the if-then plan about a moment that the step can hang on?"""
    return bool(words_of(answers, "remind"))


def of_what_is_feared(answers: Answers) -> bool:
    """Is it about what got in the way?"""
    return not of_what_was_forgotten(answers) and not hindered_by(answers, "forgot")


def if_then_line(answers: Answers) -> Mapping[str, str]:
    plan = _if_then(answers)
    return {"cue": on_a_line(plan.cue), "then": then_said(on_a_line(plan.act))} if plan else {}


def if_then_before_line(answers: Answers) -> Mapping[str, str]:
    """The goal's own if-then plan, where a new one takes its place."""
    cue, _, act = _at(answers, "if_thens").partition("\n")
    return {"cue": on_a_line(cue), "then": then_said(on_a_line(act))} if _if_then(answers) and cue else {}


def closed_line(answers: Answers) -> Mapping[str, str]:
    """That the goal is done, parked or closed."""
    return {} if status(answers) is Status.ACTIVE else {"goal": on_a_line(goal_of(answers))}


def strength_line(answers: Answers) -> Mapping[str, str]:
    label = strength_named(answers)
    stands = shown_of(answers) or words_of(answers, "strength_name")
    return {"strength": on_a_line(label)} if label and stands else {}


def strength_named(answers: Answers) -> str:
    return words_of(answers, "strength_name") or words_of(answers, "evidence")


def progress_line(answers: Answers) -> Mapping[str, str]:
    progress = number_of(answers, "progress")
    return {"progress": str(progress)} if progress is not None else {}


def check_in(answers: Answers) -> tuple[Change, ...]:
    """What confirming keeps: the look itself, what changes of the goal, and a strength's new evidence."""
    ids = known(answers, "active_ids")
    if not ids:
        return ()
    number = int(ids[place(answers)])
    barrier = answers.get("barrier")
    told = barrier is not None and barrier.state is State.GIVEN
    look = CheckIn(
        goal_id=number,
        outcome=_outcome(answers),
        step=step_of(answers),
        done=words_of(answers, "done"),
        helped=words_of(answers, "helped"),
        barrier=(choice_of(answers, "barrier") or "other") if told else "",
        barrier_words=barrier.text if told and barrier is not None else "",
        repair=repair(answers),
        progress=number_of(answers, "progress"),
        confidence=number_of(answers, "confidence"),
        words="; ".join(filter(None, (words_of(answers, "told"), words_of(answers, "in_words")))),
    )
    changed = _changes(answers)
    return (look, *((Changed(Item(Kind.GOAL, number), changed),) if changed else ()), *_strength(answers))


def _outcome(answers: Answers) -> str:
    """How it went: what was chosen, else that they told it in words of their own, or did not."""
    return choice_of(answers, "how") or ("own_words" if words_of(answers, "told") else "rather_not")


def _changes_step(answers: Answers) -> bool:
    return any(words_of(answers, step) for step in (*_NEW_STEPS, "with_whom"))


def _step_now(answers: Answers) -> PlanStep:
    """The step as it is to be. The same step, or a part of it, stays where and with whom it was."""
    named = next((step for step in _NEW_STEPS if words_of(answers, step)), "")
    what, when, day = moments.apart(answers, new_step(answers), named) if named else (new_step(answers), "", None)
    if words_of(answers, "when_new"):
        when, day = time_now(answers, place(answers), _at(answers, "whens"))
    stays = named not in _OTHER_STEPS
    whom = words_of(answers, "with_whom") or (_at(answers, "companions") if stays else "")
    return PlanStep(what, when, _at(answers, "step_places") if stays else "", whom, day)


def _changes(answers: Answers) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    if status(answers) is not Status.ACTIVE:
        changed["status"] = status(answers)
    if words_of(answers, "when_new") or _changes_step(answers):
        step = _step_now(answers)
        changed["step"] = step
        again = _looked_again(answers, step.on)
        changed |= {"review_on": again, "review": moments.day_in_words(again)} if again else {}
    if _if_then(answers):
        changed["if_then"] = _if_then(answers)
    if number_of(answers, "importance") is not None:
        changed["importance"] = number_of(answers, "importance")
    return changed


def _looked_again(answers: Answers, day: date | None) -> date | None:
    """When to look again after the step has moved; the day that they chose themselves stays as long after it."""
    review, before = _at(answers, "reviews"), day_of(answers, place(answers))
    if review and before:
        return moments.review_moved(date.fromisoformat(review), before, day)
    return moments.later(day, 1) if day else None


def _if_then(answers: Answers) -> IfThen | None:
    act = act_without_harm(answers, "act")
    if of_what_was_forgotten(answers):
        act = act if words_of(answers, "act") else new_step(answers) or goal_of(answers)
        return IfThen(words_of(answers, "remind"), act) if act else None
    barrier = answers.get("barrier")
    cue = words_of(answers, "moment") or (barrier.text if barrier is not None else "")
    return IfThen(cue, act) if cue and act and of_what_is_feared(answers) else None


def _strength(answers: Answers) -> tuple[Change, ...]:
    shown = Evidence(shown_of(answers), "check_in")
    titles, label = known(answers, "strengths"), words_of(answers, "evidence")
    if shown.what and label in titles:
        return (MoreEvidence(int(known(answers, "strength_ids")[titles.index(label)]), shown),)
    name = words_of(answers, "strength_name")
    return (Strength(label=name, evidence=(shown,) if shown.what else ()),) if name else ()
