"""The plan as the person sees it in the chat: their own words, each line with a number to point at it by.

With it goes what their team sees of it just now.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from actions.words import words
from bot.coaching.draft import Say
from bot.coaching.if_then import then_said
from bot.coaching.plan import Goal, HardTimes, Hope, IfThen, Item, Owner, OwnLine, PlanItem, Status, Strength
from bot.coaching.text import clipped
from bot.store.repositories.plans import NumberedPlan

WHO_READS = "utter_who_reads"
LONGEST = 40  # words of theirs in one line


@dataclass(frozen=True)
class PlanLine:
    """One line of the plan: which words show it, and which field of which item it is."""

    item: Item
    field: str
    words: str
    values: dict[str, str]


# What else was agreed of a goal: its field, the words that show it, what fills them. A team sees the last alone.
_OF_A_GOAL = (
    ("reason", "utter_goals_line_reason", "reason"),
    ("in_my_hands", "utter_goals_line_hands", "mine"),
    ("chosen", "utter_goals_line_way", "way"),
    ("how_often", "utter_goals_line_often", "often"),
    ("how_known", "utter_goals_line_known", "known"),
    ("where", "utter_goals_line_where", "where"),
    ("strength", "utter_goals_line_strength", "strength"),
    ("helper", "utter_goals_line_helper", "helper"),
    ("team_ask", "utter_goals_line_ask", "ask"),
)
Field = tuple[str, str, dict[str, str]]  # its name, the words that show it, what fills them


def plan_sayings(plan: NumberedPlan, shared: Collection[Item]) -> tuple[Say, ...]:
    """What to say when someone asks to see their plan. What they share is marked."""
    lines = plan_lines(plan)
    if not lines:
        return (Say("utter_plan_empty"),)
    seen = {(line.item, line.field) for item, _ in plan.items if item in shared for line in shared_lines(item, plan)}
    return (Say("utter_plan", lines=tuple(_marked(line, seen) for line in lines)),)


def _marked(line: PlanLine, seen: Collection[tuple[Item, str]]) -> tuple[str, dict[str, str]]:
    if (line.item, line.field) not in seen:
        return line.words, line.values
    return "utter_plan_shared", {"line": words().fill(line.words, line.values)}


def for_this_person(sayings: tuple[Say, ...], plan: NumberedPlan, shared: Collection[Item]) -> tuple[Say, ...]:
    """The same, with who sees the plan told as it is for this person just now."""
    lines = tuple(_shared_by_name(plan, shared)) if any(say.words == WHO_READS for say in sayings) else ()
    if not lines:
        return sayings
    return tuple(
        replace(say, words="utter_who_reads_shared", lines=lines) if say.words == WHO_READS else say for say in sayings
    )


def _shared_by_name(plan: NumberedPlan, shared: Collection[Item]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each item that is shared, by its first line and the number of that in the plan, where it stands there."""
    numbered = list(enumerate(plan_lines(plan), start=1))
    for item, what in plan.items:
        if item not in shared:
            continue
        first = next(((number, line) for number, line in numbered if line.item == item), None)
        if first is not None:
            line = words().fill(first[1].words, first[1].values)
            yield "utter_who_reads_line", {"number": str(first[0]), "line": line}
        elif isinstance(what, Goal):  # closed, and shared still
            yield "utter_plan_goal", {"want": _shown(what.title)}
        else:
            yield from ((line.words, line.values) for line in shared_lines(item, plan)[:1])


def plan_lines(plan: NumberedPlan) -> tuple[PlanLine, ...]:
    """Every line of the plan in the order in which it is shown; its place is its number. Closed goals are left out."""
    return tuple(
        PlanLine(item, field, words, values)
        for item, what in plan.items
        for field, words, values in (*_fields(what), *_more_of(what))
    )


def shared_lines(item: Item, plan: NumberedPlan) -> tuple[PlanLine, ...]:
    """Every line that the team sees of an item once it is shared, also what the plan itself does not list."""
    what = dict(plan.items)[item]
    further = _further(what, any(look.goal_id == item.id for _, look in plan.check_ins))
    return tuple(PlanLine(item, field, words, values) for field, words, values in (*_fields(what), *further))


def _further(what: PlanItem, looked_at: bool) -> Iterator[Field]:
    if isinstance(what, Strength):
        for evidence in what.evidence if what.label else what.evidence[1:]:
            yield "evidence", "utter_plan_story", {"story": _shown(evidence.what)}
    elif isinstance(what, Goal):
        yield from () if what.status is Status.ACTIVE else _goal_parts(what)
        if what.team_ask:
            yield "team_ask", "utter_goals_line_ask", {"ask": _shown(what.team_ask)}
        if looked_at:
            yield "check_ins", "utter_edit_check_ins", {}
    elif isinstance(what, Hope):
        if what.now is not None:
            yield "now", "utter_hope_line_now", {"now": str(what.now)}
        if what.afterwards is not None:
            yield "afterwards", "utter_hope_line_after", {"after": str(what.afterwards)}
    elif isinstance(what, OwnLine) and what.more:
        yield "more", f"utter_plan_{what.kind.value}", {"what": _shown(what.more)}


def _fields(what: PlanItem) -> Iterator[Field]:
    if isinstance(what, Strength):
        yield from _strength(what)
    elif isinstance(what, Goal):
        yield from _goal(what)
    elif isinstance(what, Hope):
        yield from _hope(what)
    elif isinstance(what, OwnLine):
        yield "what", f"utter_plan_{what.kind.value}", {"what": _shown(what.what)}
    elif isinstance(what, HardTimes):
        for section, words in what.sections.items():
            yield section.value, f"utter_hard_times_line_{section.value}", {"said": _shown(words)}


def _strength(strength: Strength) -> Iterator[Field]:
    if strength.label:
        yield "label", "utter_plan_strength", {"label": _shown(strength.label)}
    elif strength.title:
        yield "label", "utter_plan_story", {"story": _shown(strength.title)}


def _goal(goal: Goal) -> Iterator[Field]:
    if goal.status in {Status.DONE, Status.CHANGED}:
        return
    if goal.title:
        yield "title", _list_of(goal), {"want": _shown(goal.title)}
    if goal.status is Status.ACTIVE:
        yield from _goal_parts(goal)


def _goal_parts(goal: Goal) -> Iterator[Field]:
    if goal.step:
        told = (goal.step.what.rstrip(" .,"), goal.step.when, goal.step.where, goal.step.with_whom)
        yield "step", "utter_plan_step", {"step": _shown(", ".join(filter(None, told)))}
    yield from _if_then(goal.if_then)
    if goal.review:
        yield "review", "utter_plan_review", {"review": _shown(goal.review)}


def _more_of(what: PlanItem) -> Iterator[Field]:
    if isinstance(what, Goal) and what.status is Status.ACTIVE:
        for field, words, place in _OF_A_GOAL:
            if getattr(what, field):
                yield field, words, {place: _shown(getattr(what, field))}
    elif isinstance(what, Hope):
        own = {"bit": what.bit, "ways": "; ".join(what.ways), "i_can": what.i_can}
        for field, said in own.items():
            if said:
                yield field, f"utter_hope_line_{field}", {field: _shown(said)}


def _list_of(goal: Goal) -> str:
    if goal.status is Status.PARKED:
        return "utter_plan_parked"
    return "utter_plan_team_goal" if goal.owner is Owner.SOMEONE_ELSES else "utter_plan_goal"


def _hope(hope: Hope) -> Iterator[Field]:
    if hope.memory:
        yield "memory", "utter_plan_memory", {"memory": _shown(hope.memory)}
    if hope.kit:
        yield "kit", "utter_plan_kit", {"kit": _shown("; ".join(hope.kit))}
    if hope.act:
        yield "act", "utter_plan_act", {"act": _shown(hope.act)}
    yield from _if_then(hope.if_then)
    if hope.note:
        yield "note", "utter_plan_note", {"note": _shown(hope.note)}


def _if_then(if_then: IfThen | None) -> Iterator[Field]:
    if if_then:
        yield (
            "if_then",
            "utter_plan_if_then",
            {"cue": if_then.cue.rstrip(" .,"), "then": then_said(if_then.act.rstrip(" ."))},
        )


def _shown(words: str) -> str:
    return clipped(words, LONGEST)
