"""The one page about a person: their own words in the order staff review them, each with a key to its source. Pure.

No word here describes the person: what is not theirs is a fixed label for what they chose. Numbers are their own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Optional, Union

from bot.coaching.plan import Goal, HardTimes, Kind, LineKind, OwnLine, Section, Status, Strength
from bot.summaries.parts import CheckInPart, Event, GoalPart, HopePart, PersonPage, Sentence, day_in_words, filled
from bot.summaries.shared import Agreed, Checked, Shared

WENT = {
    "did": "Did it",
    "some": "Did some of it",
    "not_yet": "Not yet",
    "changed_mind": "Changed their mind",
    "rather_not": "Rather not say",
    "own_words": "In their own words",
}
_GOAL = (
    "picture",
    "which_first",
    "towards",
    "own_wish",
    "my_part",
    "first",
    "short",
    "changed",
    "team_wish",
    "own_wish_after",
)
_CUE, _ACT = ("obstacle", "inner", "barrier", "remind"), ("act", "act_else", "changed")
_STEP = ("step", "smaller", "half", "two_minutes", "another_way", "next_step")  # questions that may bring a first step
Own = Union[Agreed, Checked]
ASKED_IN_HARD_TIMES = (Section.TEAM_KNOWS, Section.TEAM_DOES, Section.TEAM_DOES_NOT)


def page_of(shared: Shared) -> PersonPage:
    """The page from what a person shares."""
    goals = tuple(_goal(own, goal, shared.check_ins) for own, goal in shared.goals())
    in_hard_times = tuple(part for own, plan in shared.hard_times() for part in _hard_times(own, plan))
    asked = {f"hard_times:{section.value}" for section in ASKED_IN_HARD_TIMES}
    active = {Status.ACTIVE.value}
    return PersonPage(
        asks=(
            *filled(_goal_ask(own) for own, goal in shared.goals() if goal.status is Status.ACTIVE),
            *(_line(own, line) for own, line in shared.lines() if line.kind is LineKind.CHOICE),
            *(part for part in in_hard_times if part.label in asked),
        ),
        goals=tuple(goal for goal in goals if goal.status in active),
        other_goals=tuple(goal for goal in goals if goal.status not in {*active, Status.DRAFT.value}),
        strengths=filled(_strength(own) for own, _ in shared.strengths()),
        evidence=tuple(part for own, strength in shared.strengths() for part in _evidence(own, strength)),
        hope=tuple(_hope(own) for own, _ in shared.hopes()),
        lines=tuple(_line(own, line) for own, line in shared.lines() if line.kind is not LineKind.CHOICE),
        hard_times=tuple(part for part in in_hard_times if part.label not in asked),
        events=_events(shared),
    )


def _goal(own: Agreed, goal: Goal, check_ins: tuple[Checked, ...]) -> GoalPart:
    key = f"goal:{own.item.id}"
    return GoalPart(
        key=key,
        title=Sentence(f"{key}:title", goal.title, own.since(lambda it: it.title), _GOAL),
        status=goal.status.value,
        owner=goal.owner.value,
        kind=goal.kind.value,
        since=own.first_at,
        step=_said(f"{key}:step", own, lambda it: it.step.what if it.step else "", *_STEP),
        step_when=_told(f"{key}:when", own, _when, ("step_when", "when_new"), _STEP),
        step_on=goal.step.on if goal.step else None,
        if_cue=_said(f"{key}:if", own, lambda it: it.if_then.cue if it.if_then else "", *_CUE),
        then_act=_said(f"{key}:then", own, lambda it: it.if_then.act if it.if_then else "", *_ACT),
        check_ins=tuple(_check_in(check) for check in check_ins if check.what.goal_id == own.item.id),
        review=_told(f"{key}:review", own, lambda it: it.review or day_in_words(it.review_on), ("review",)),
        review_on=goal.review_on,
    )


def _when(goal: Goal) -> str:
    """When the step is to be, as it was said, or the day that was read from it."""
    return (goal.step.when or day_in_words(goal.step.on)) if goal.step else ""


def _told(
    key: str, own: Agreed, part: Callable[[Any], str], alone: tuple[str, ...], timed: tuple[str, ...] = ()
) -> Optional[Sentence]:
    """A time: what was said of it may be kept as the day that it meant."""
    words, at = part(own.what), own.since(part)
    return Sentence(key, words, at, (*alone, *timed), alone=alone, timed=timed) if words else None


def _goal_ask(own: Agreed) -> Optional[Sentence]:
    return _said(f"goal:{own.item.id}:ask", own, lambda it: it.team_ask, "team_ask")


def _check_in(check: Checked) -> CheckInPart:
    key, outcome = f"check_in:{check.id}", check.what.outcome
    at, how = check.since(lambda it: it.outcome), ("how",)
    return CheckInPart(
        at=check.at,
        outcome=Sentence(f"{key}:outcome", WENT.get(outcome, outcome), at, how, alone=how, own=False),
        words=_check_in_words(key, check),
        progress=_number(f"{key}:progress", check, lambda it: it.progress, "progress"),
    )


def _check_in_words(key: str, check: Checked) -> Optional[Sentence]:
    """What they told of it: in their words at the end, else what they did, what helped, or what got in the way."""
    told = (("words", "in_words"), ("done", "done"), ("helped", "helped"), ("barrier_words", "barrier"))
    name, step = next((one for one in told if getattr(check.what, one[0])), ("words", ""))
    return _said(key, check, lambda it: str(getattr(it, name)), step, "how")


def _strength(own: Agreed) -> Optional[Sentence]:
    steps = ("reword", "name_own", "name_kept", "name", "strength_name", "story")
    return _said(f"strength:{own.item.id}", own, lambda it: it.title, *steps)


def _evidence(own: Agreed, strength: Strength) -> tuple[Sentence, ...]:
    key = f"strength:{own.item.id}:evidence"
    asked = ("story", "done", "helped")
    return tuple(
        Sentence(f"{key}:{number}", one.what, own.moments.get(one.what, own.at), asked)
        for number, one in enumerate(strength.evidence)
        if one.what and one.what != strength.title
    )


def _hope(own: Agreed) -> HopePart:
    key = f"hope:{own.item.id}"
    return HopePart(
        at=own.at,
        now=_number(f"{key}:now", own, lambda it: it.now, "now"),
        afterwards=_number(f"{key}:afterwards", own, lambda it: it.afterwards, "after"),
        memory=_said(f"{key}:memory", own, lambda it: it.memory, "memory"),
        note=_said(f"{key}:note", own, lambda it: it.note, "note"),
    )


def _line(own: Agreed, line: OwnLine) -> Sentence:
    at, parts = own.since(lambda it: it.whole), tuple(filter(None, (line.what, line.more)))
    return Sentence(f"line:{own.item.id}", line.whole, at, (), f"line:{line.kind.value}", parts=parts)


def _hard_times(own: Agreed, plan: HardTimes) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(
            f"hard_times:{own.item.id}:{section.value}", plan.sections[section], _section_since(own, section),
            (section.value, f"{section.value}_gives", f"{section.value}_else"), f"hard_times:{section.value}",
        )
        for section in Section
        if plan.sections.get(section)
    )  # fmt: skip


def _section_since(own: Agreed, section: Section) -> datetime:
    return own.since(lambda it: it.sections.get(section))


def _said(key: str, own: Own, part: Callable[[Any], str], *steps: str) -> Optional[Sentence]:
    words = part(own.what)
    return Sentence(key, words, own.since(part), steps) if words else None


def _number(key: str, own: Own, part: Callable[[Any], Optional[int]], *steps: str) -> Optional[Sentence]:
    number = part(own.what)
    return None if number is None else Sentence(key, str(number), own.since(part), steps)


def _events(shared: Shared) -> tuple[Event, ...]:
    titles = {own.item: _title(own) for own in shared.items}
    goals = {own.item.id: titles[own.item] for own in shared.items if own.item.kind is Kind.GOAL}
    found = [Event(own.first_at, "added", own.item.kind.value, titles[own.item]) for own in shared.items]
    found += [
        Event(own.at, "changed", own.item.kind.value, titles[own.item])
        for own in shared.items
        if own.at != own.first_at
    ]
    found += [Event(check.at, "checked_in", "goal", goals.get(check.what.goal_id, "")) for check in shared.check_ins]
    return tuple(sorted(found, key=lambda event: event.at, reverse=True))


def _title(own: Agreed) -> str:
    if isinstance(own.what, (Goal, Strength)):
        return own.what.title
    return own.what.what if isinstance(own.what, OwnLine) else ""
