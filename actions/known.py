"""What a dialogue begins with: what the person has agreed to before, as answers that its guide can read."""

from __future__ import annotations

from actions.plan_words import plan_lines
from actions.words import words
from bot.coaching.answers import KNOWN, Answer, Answers
from bot.coaching.edits import read_edit
from bot.coaching.guides.edit import EDIT, opening
from bot.coaching.plan import Goal, Hope, LineKind, Owner, PlanItem, Status
from bot.store.repositories.plans import NumberedPlan


def known_of(journey: str, plan: NumberedPlan, wish: str = "") -> Answers:
    """The answers of before that a journey begins with; the plan for hard times goes on from what stands in it.

    `wish` is the message that began the dialogue: "change 2 to the small Tesco" has answered already.
    """
    if journey == EDIT.journey:
        lines = _numbered(plan)
        return {**lines, **opening(read_edit(wish), lines)}
    under_way = [(number, goal) for number, goal in plan.goals if is_under_way(goal)]
    lists = {
        "wishes": _wishes(plan),
        "strengths": tuple(strength.title for _, strength in plan.strengths),
        "strength_ids": tuple(str(number) for number, _ in plan.strengths),
        "active": tuple(goal.title for _, goal in under_way),
        "active_ids": tuple(str(number) for number, _ in under_way),
        "steps": tuple(goal.step.what if goal.step else "" for _, goal in under_way),
        "whens": tuple(goal.step.when if goal.step else "" for _, goal in under_way),
        "coping": _lines(plan, LineKind.COPING),
        "people": _lines(plan, LineKind.PERSON),
        "places": _lines(plan, LineKind.PLACE, LineKind.GROUP),
        "reasons": tuple(hope.note for _, hope in plan.hopes if hope.note),
    }
    known = {KNOWN + what: Answer(items=items) for what, items in lists.items() if items}
    return {**known, **(_sections(plan) if journey == "hard_times" else {})}


def _numbered(plan: NumberedPlan) -> dict[str, Answer]:
    """The lines of the plan by their numbers, each with what it is part of and what it is made of."""
    lines = plan_lines(plan)
    shown = tuple(f"{place}. {words().fill(line.words, line.values)}" for place, line in enumerate(lines, 1))
    whose = dict(plan.items)
    lists = {
        "lines": shown,
        "places_of_lines": tuple(f"{line.item.kind.value}:{line.item.id}:{line.field}" for line in lines),
        "parts_of_lines": tuple(_parts(whose[line.item], line.field) for line in lines),
    }
    return {KNOWN + what: Answer(items=items) for what, items in lists.items() if items}


def _parts(what: PlanItem, field: str) -> str:
    """The step and its time, or the moment and its act; empty for every other line."""
    if field == "step" and isinstance(what, Goal) and what.step:
        return f"{what.step.what}\n{what.step.when}".replace("\r", " ")
    if field == "if_then" and isinstance(what, (Goal, Hope)) and what.if_then:
        return f"{what.if_then.cue}\n{what.if_then.act}"
    return "\n"


def is_under_way(goal: Goal) -> bool:
    """Is this one of the person's own goals that they are at? What a team wants is counted apart."""
    return goal.status is Status.ACTIVE and goal.owner is not Owner.SOMEONE_ELSES


def _wishes(plan: NumberedPlan) -> tuple[str, ...]:
    """The wishes that have not become a goal."""
    goals = {goal.vision for _, goal in plan.goals}
    return tuple(wish for wish in _lines(plan, LineKind.WISH) if wish not in goals)


def _lines(plan: NumberedPlan, *kinds: LineKind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.what for _, line in plan.lines if line.kind in kinds))


def _sections(plan: NumberedPlan) -> dict[str, Answer]:
    return {
        section.value: Answer(text=words)
        for _, hard_times in plan.hard_times
        for section, words in hard_times.sections.items()
    }
