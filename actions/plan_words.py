"""The plan as the person sees it in the chat: their own words, line by line."""

from __future__ import annotations

from bot.coaching.draft import Say
from bot.coaching.plan import Goal, Hope, IfThen, Plan, Strength
from bot.coaching.text import clipped

Lines = list[tuple[str, dict[str, str]]]


def plan_sayings(plan: Plan) -> tuple[Say, ...]:
    """What to say when someone asks to see their plan."""
    if plan.is_empty:
        return (Say("utter_plan_empty"),)
    lines: Lines = [_strength_line(strength) for strength in plan.strengths]
    for goal in plan.goals:
        lines += _goal_lines(goal)
    lines += _hope_lines(plan.hope) if plan.hope else []
    return (Say("utter_plan", lines=tuple(lines)),)


def _strength_line(strength: Strength) -> tuple[str, dict[str, str]]:
    if strength.label:
        return "utter_plan_strength", {"label": strength.label}
    return "utter_plan_story", {"story": clipped(strength.title, 40)}


def _goal_lines(goal: Goal) -> Lines:
    lines: Lines = [("utter_plan_goal", {"want": goal.title})] if goal.title else []
    if goal.step:
        when = f", {goal.step.when}" if goal.step.when else ""
        lines.append(("utter_plan_step", {"step": goal.step.what.rstrip(" .,") + when}))
    return lines + _if_then_lines(goal.if_then)


def _hope_lines(hope: Hope) -> Lines:
    lines: Lines = [("utter_plan_memory", {"memory": clipped(hope.memory, 40)})] if hope.memory else []
    lines += [("utter_plan_act", {"act": hope.act})] if hope.act else []
    lines += _if_then_lines(hope.if_then)
    return lines + ([("utter_plan_note", {"note": hope.note})] if hope.note else [])


def _if_then_lines(if_then: IfThen | None) -> Lines:
    return [("utter_plan_if_then", {"cue": if_then.cue.rstrip(" .,"), "act": if_then.act})] if if_then else []
