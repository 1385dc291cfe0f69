"""What a dialogue begins with: what the person has agreed to before, as answers that its guide can read."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from actions.plan_words import plan_lines, shared_lines
from actions.words import words
from bot.coaching.active_goals import is_under_way
from bot.coaching.answers import KNOWN, LONG, MODE, Answer, Answers
from bot.coaching.guides.edit import EDIT
from bot.coaching.guides.edit_opening import opens
from bot.coaching.guides.hope import HOPE
from bot.coaching.opening import goal_named
from bot.coaching.plan import Goal, Hope, Item, LineKind, PlanItem
from bot.store.repositories.plans import NumberedPlan

_LONGER = re.compile(
    r"\blonger (?:version|way|one)\b|\b(?:in full|take (?:more|our|my) time)\b|\blonger\W*$", re.IGNORECASE
)


def known_of(journey: str, plan: NumberedPlan, wish: str = "", shared: Collection[Item] = ()) -> Answers:
    """The answers of before that a journey begins with; the plan for hard times goes on from what stands in it.

    `wish` is the message that began the dialogue: "change 2 to the small Tesco" has answered already. `shared` are
    the items that the team may see.
    """
    under_way = [(number, goal) for number, goal in plan.goals if is_under_way(goal)]
    if journey == EDIT.journey:
        lines = {**_numbered(plan, shared), **_known(_titles(under_way))}
        return {**lines, **opens(wish, lines)}
    lists = {
        "wishes": _wishes(plan, wish if journey == "goals" else ""),
        "strengths": tuple(strength.title for _, strength in plan.strengths),
        "evidence": tuple(strength.evidence[-1].what for _, strength in plan.strengths if strength.evidence),
        "strength_ids": tuple(str(number) for number, _ in plan.strengths),
        **_titles(under_way),
        "steps": tuple(goal.step.what if goal.step else "" for _, goal in under_way),
        "whens": tuple(goal.step.when if goal.step else "" for _, goal in under_way),
        "days": tuple(_iso(goal.step.on if goal.step else None) for _, goal in under_way),
        "reviews": tuple(_iso(goal.review_on) for _, goal in under_way),
        "step_places": tuple(goal.step.where if goal.step else "" for _, goal in under_way),
        "companions": tuple(goal.step.with_whom if goal.step else "" for _, goal in under_way),
        "if_thens": tuple(f"{goal.if_then.cue}\n{goal.if_then.act}" if goal.if_then else "" for _, goal in under_way),
        "coping": _lines(plan, LineKind.COPING),
        "people": _lines(plan, LineKind.PERSON),
        "places": _lines(plan, LineKind.PLACE, LineKind.GROUP),
        "hope_ids": tuple(str(number) for number, _ in plan.hopes),
        "reasons": tuple(hope.note for _, hope in plan.hopes if hope.note),
    }
    mode = {MODE: Answer(choice=LONG)} if _LONGER.search(wish) else {}
    return {**_known(lists), **mode, **(_sections(plan) if journey == "hard_times" else {})}


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _known(lists: Mapping[str, tuple[str, ...]]) -> dict[str, Answer]:
    return {KNOWN + what: Answer(items=items) for what, items in lists.items() if items}


def _titles(goals: Sequence[tuple[int, Goal]]) -> dict[str, tuple[str, ...]]:
    return {
        "active": tuple(goal.title for _, goal in goals),
        "active_ids": tuple(str(number) for number, _ in goals),
    }


def _numbered(plan: NumberedPlan, shared: Collection[Item]) -> dict[str, Answer]:
    """The lines of the plan by their numbers, each with what it is part of and what it is made of."""
    lines = plan_lines(plan)
    shown = tuple(f"{place}. {words().fill(line.words, line.values)}" for place, line in enumerate(lines, 1))
    whose = dict(plan.items)
    lists = {
        "lines": shown,
        "places_of_lines": tuple(f"{line.item.kind.value}:{line.item.id}:{line.field}" for line in lines),
        "parts_of_lines": tuple(_parts(whose[line.item], line.field) for line in lines),
        "wholes_of_lines": tuple("\n".join(_whole(line.item, plan)) for line in lines),
        "shared": tuple(said for said, line in zip(shown, lines, strict=True) if line.item in shared),
    }
    return _known(lists)


def _whole(item: Item, plan: NumberedPlan) -> tuple[str, ...]:
    """All of an item that a team sees when it is shared, as its lines are shown."""
    return tuple(" ".join(words().fill(line.words, line.values).split()) for line in shared_lines(item, plan))


def _parts(what: PlanItem, field: str) -> str:
    """What the guide of edits needs of a line: a step with all that belongs to it, an act, or a moment and its act."""
    if field == "step" and isinstance(what, Goal) and what.step:
        step, days = what.step, (what.step.on, what.review_on)
        dates = map(_iso, days)
        return "\n".join(" ".join(part.split()) for part in (step.what, step.when, step.where, step.with_whom, *dates))
    if field == "if_then" and isinstance(what, (Goal, Hope)) and what.if_then:
        return f"{what.if_then.cue}\n{what.if_then.act}"
    if field == "act" and isinstance(what, Hope):
        return f"{' '.join(what.act.split())}\n"
    return "\n"


def _wishes(plan: NumberedPlan, message: str) -> tuple[str, ...]:
    """The wishes that have not become a goal, last the one that the message itself names. What they would like of
    others is none for a goal of theirs."""
    of_others = words().labels(HOPE)["others"]
    goals = {goal.vision for _, goal in plan.goals} | {*of_others}
    named = filter(None, (goal_named(message),))
    return tuple(wish for wish in dict.fromkeys((*_lines(plan, LineKind.WISH), *named)) if wish not in goals)


def _lines(plan: NumberedPlan, *kinds: LineKind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.what for _, line in plan.lines if line.kind in kinds))


def _sections(plan: NumberedPlan) -> dict[str, Answer]:
    return {
        section.value: Answer(text=words)
        for _, hard_times in plan.hard_times
        for section, words in hard_times.sections.items()
    }
