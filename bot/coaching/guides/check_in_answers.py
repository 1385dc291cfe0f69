"""What the answers of a check-in say: how it went, what got in the way, the repair, and what to keep of it.

It must never call anything a failure: what was done counts as done.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.coaching.answers import Answers, State, choice_of, known, number_of, words_of
from bot.coaching.gate import names_a_time
from bot.coaching.guides import moments
from bot.coaching.plan import (
    Change,
    Changed,
    CheckIn,
    Evidence,
    IfThen,
    Item,
    Kind,
    MoreEvidence,
    Status,
    Strength,
)
from bot.coaching.plan import Step as PlanStep
from bot.coaching.text import clipped

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
    return choice_of(answers, "how") in outcomes


def hindered_by(answers: Answers, *barriers: str) -> bool:
    """Did this get in the way of a step not yet taken?"""
    return went(answers, "not_yet") and choice_of(answers, "barrier") in barriers


def repair(answers: Answers) -> str:
    """The name of the repair that was chosen."""
    for step in ("keep", "next", "park", "close", "closing"):
        if choice_of(answers, step):
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
    how = words_of(answers, "done") or (answer.text if given and answer is not None else "")
    said = "; ".join(filter(None, (how.rstrip(" .,"), told)))
    return {"how": clipped(said, 15)} if said else {}


def helped_line(answers: Answers) -> Mapping[str, str]:
    helped = words_of(answers, "helped")
    return {"helped": clipped(helped, 15)} if helped else {}


def barrier_line(answers: Answers) -> Mapping[str, str]:
    answer = answers.get("barrier")
    given = answer is not None and answer.state is State.GIVEN and answer.choice != "rather_not"
    return {"barrier": clipped(answer.text, 15)} if given and answer is not None else {}


def step_line(answers: Answers) -> Mapping[str, str]:
    if status(answers) is not Status.ACTIVE or not (words_of(answers, "when_new") or _changes_step(answers)):
        return {}
    step = _step_now(answers)
    shown = ", ".join(filter(None, (step.what.rstrip(" .,"), step.when, step.where, step.with_whom)))
    return {"step": clipped(shown, 20)}


def if_then_line(answers: Answers) -> Mapping[str, str]:
    plan = _if_then(answers)
    return {"cue": clipped(plan.cue, 10), "act": clipped(plan.act, 10)} if plan else {}


def if_then_before_line(answers: Answers) -> Mapping[str, str]:
    """The goal's own if-then plan, where a new one takes its place."""
    cue, _, act = _at(answers, "if_thens").partition("\n")
    return {"cue": clipped(cue, 10), "act": clipped(act, 10)} if _if_then(answers) and cue else {}


def closed_line(answers: Answers) -> Mapping[str, str]:
    """That the goal is done, parked or closed."""
    return {} if status(answers) is Status.ACTIVE else {"goal": clipped(goal_of(answers), 12)}


def strength_line(answers: Answers) -> Mapping[str, str]:
    label = strength_named(answers)
    stands = shown_of(answers) or words_of(answers, "strength_name")
    return {"strength": clipped(label, 12)} if label and stands else {}


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
        outcome=choice_of(answers, "how") or "rather_not",
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


def _changes_step(answers: Answers) -> bool:
    return any(words_of(answers, step) for step in (*_NEW_STEPS, "with_whom"))


def _step_now(answers: Answers) -> PlanStep:
    """The step as it is to be. The same step, or a part of it, stays where and with whom it was."""
    named = next((step for step in _NEW_STEPS if words_of(answers, step)), "")
    what, when, day = moments.apart(answers, new_step(answers), named) if named else (new_step(answers), "", None)
    if words_of(answers, "when_new"):
        when, day = moments.read(answers, words_of(answers, "when_new"), "when_new")
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
        again = moments.later(step.on, 1) if step.on else None
        changed |= {"review_on": again, "review": moments.day_in_words(again)} if again else {}
    if _if_then(answers):
        changed["if_then"] = _if_then(answers)
    if number_of(answers, "importance") is not None:
        changed["importance"] = number_of(answers, "importance")
    return changed


def _if_then(answers: Answers) -> IfThen | None:
    if words_of(answers, "remind"):
        return IfThen(words_of(answers, "remind"), new_step(answers))
    barrier = answers.get("barrier")
    cue = barrier.text if barrier is not None else ""
    return IfThen(cue[:1].lower() + cue[1:], words_of(answers, "act")) if cue and words_of(answers, "act") else None


def _strength(answers: Answers) -> tuple[Change, ...]:
    shown = Evidence(shown_of(answers), "check_in")
    titles, label = known(answers, "strengths"), words_of(answers, "evidence")
    if shown.what and label in titles:
        return (MoreEvidence(int(known(answers, "strength_ids")[titles.index(label)]), shown),)
    name = words_of(answers, "strength_name")
    return (Strength(label=name, evidence=(shown,) if shown.what else ()),) if name else ()
