"""The one page about a person: their own words in the order staff review them, each with a key to its source. Pure.

No word here describes the person: what is not theirs is a fixed label for what they chose. Numbers are their own.
"""

from __future__ import annotations

from datetime import datetime
from typing import Optional

from bot.coaching.plan import CheckIn, Goal, HardTimes, Hope, Kind, LineKind, OwnLine, Section, Status, Strength
from bot.summaries.parts import CheckInPart, Event, GoalPart, HopePart, PersonPage, Sentence, day_in_words, filled
from bot.summaries.shared import Agreed, Checked, Shared

WENT = {
    "did": "Did it",
    "some": "Did some of it",
    "not_yet": "Not yet",
    "changed_mind": "Changed their mind",
    "rather_not": "Rather not say",
}
_GOAL = ("picture", "which_first", "towards", "own_wish", "my_part", "first", "short", "changed", "team_wish")
_STEP = ("step", "smaller", "half", "two_minutes", "another_way", "next_step")  # questions that may bring a first step
ASKED_IN_HARD_TIMES = (Section.TEAM_KNOWS, Section.TEAM_DOES, Section.TEAM_DOES_NOT)


def page_of(shared: Shared) -> PersonPage:
    """The page from what a person shares."""
    goals = tuple(_goal(own, goal, shared.check_ins) for own, goal in shared.goals())
    in_hard_times = tuple(part for own, plan in shared.hard_times() for part in _hard_times(own, plan))
    asked = {f"hard_times:{section.value}" for section in ASKED_IN_HARD_TIMES}
    active = {Status.ACTIVE.value}
    return PersonPage(
        asks=(
            *filled(_goal_ask(own, goal) for own, goal in shared.goals() if goal.status is Status.ACTIVE),
            *(_line(own, line) for own, line in shared.lines() if line.kind is LineKind.CHOICE),
            *(part for part in in_hard_times if part.label in asked),
        ),
        goals=tuple(goal for goal in goals if goal.status in active),
        other_goals=tuple(goal for goal in goals if goal.status not in {*active, Status.DRAFT.value}),
        strengths=filled(_strength(own, strength) for own, strength in shared.strengths()),
        evidence=tuple(part for own, strength in shared.strengths() for part in _evidence(own, strength)),
        hope=tuple(_hope(own, hope) for own, hope in shared.hopes()),
        lines=tuple(_line(own, line) for own, line in shared.lines() if line.kind is not LineKind.CHOICE),
        hard_times=tuple(part for part in in_hard_times if part.label not in asked),
        events=_events(shared),
    )


def _goal(own: Agreed, goal: Goal, check_ins: tuple[Checked, ...]) -> GoalPart:
    key = f"goal:{own.item.id}"
    if_then = goal.if_then
    return GoalPart(
        key=key,
        title=Sentence(f"{key}:title", goal.title, own.at, _GOAL),
        status=goal.status.value,
        owner=goal.owner.value,
        kind=goal.kind.value,
        since=own.first_at,
        step=_said(f"{key}:step", goal.step.what if goal.step else "", own.at, *_STEP),
        step_when=_when(f"{key}:when", goal, own.at),
        step_on=goal.step.on if goal.step else None,
        if_cue=_said(f"{key}:if", if_then.cue if if_then else "", own.at, "obstacle", "inner", "barrier", "remind"),
        then_act=_said(f"{key}:then", if_then.act if if_then else "", own.at, "act", "changed"),
        check_ins=tuple(_check_in(check) for check in check_ins if check.what.goal_id == own.item.id),
        review=_told(f"{key}:review", goal.review or day_in_words(goal.review_on), own.at, ("review",)),
        review_on=goal.review_on,
    )


def _when(key: str, goal: Goal, at: datetime) -> Optional[Sentence]:
    """When the step is to be, as it was said, or the day that was read from it."""
    words = (goal.step.when or day_in_words(goal.step.on)) if goal.step else ""
    return _told(key, words, at, ("step_when", "when_new"), _STEP)


def _told(
    key: str, words: str, at: datetime, alone: tuple[str, ...], others: tuple[str, ...] = ()
) -> Optional[Sentence]:
    """A time: what was said of it may be kept as the day that it meant."""
    return Sentence(key, words, at, (*alone, *others), alone=alone) if words else None


def _goal_ask(own: Agreed, goal: Goal) -> Optional[Sentence]:
    return _said(f"goal:{own.item.id}:ask", goal.team_ask, own.at, "team_ask")


def _check_in(check: Checked) -> CheckInPart:
    key, outcome = f"check_in:{check.id}", check.what.outcome
    return CheckInPart(
        at=check.at,
        outcome=Sentence(f"{key}:outcome", WENT.get(outcome, outcome), check.at, ("how",), alone=("how",), own=False),
        words=_check_in_words(key, check.what, check.at),
        progress=_number(f"{key}:progress", check.what.progress, check.at, "progress"),
    )


def _check_in_words(key: str, check: CheckIn, at: datetime) -> Optional[Sentence]:
    """What they told of it: in their words at the end, else what they did, what helped, or what got in the way."""
    told = ((check.words, "in_words"), (check.done, "done"), (check.helped, "helped"), (check.barrier_words, "barrier"))
    words, step = next((one for one in told if one[0]), ("", ""))
    last = words.rpartition("; ")[2] if step == "in_words" else ""
    return Sentence(key, words, at, (step, "how"), part=last) if words else None


def _strength(own: Agreed, strength: Strength) -> Optional[Sentence]:
    return _said(
        f"strength:{own.item.id}", strength.title, own.at, "reword", "name_own", "name", "strength_name", "story"
    )


def _evidence(own: Agreed, strength: Strength) -> tuple[Sentence, ...]:
    key = f"strength:{own.item.id}:evidence"
    asked = ("story", "done", "helped")
    told = (_said(f"{key}:{number}", one.what, own.at, *asked) for number, one in enumerate(strength.evidence))
    return tuple(part for part in filled(told) if part.words != strength.title)


def _hope(own: Agreed, hope: Hope) -> HopePart:
    key = f"hope:{own.item.id}"
    return HopePart(
        at=own.at,
        now=_number(f"{key}:now", hope.now, own.at, "now"),
        afterwards=_number(f"{key}:afterwards", hope.afterwards, own.at, "after"),
        memory=_said(f"{key}:memory", hope.memory, own.at, "memory"),
        note=_said(f"{key}:note", hope.note, own.at, "note"),
    )


def _line(own: Agreed, line: OwnLine) -> Sentence:
    return Sentence(f"line:{own.item.id}", line.whole, own.at, (), f"line:{line.kind.value}", part=line.what)


def _hard_times(own: Agreed, plan: HardTimes) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(
            f"hard_times:{own.item.id}:{section.value}", plan.sections[section], own.at, (section.value,),
            f"hard_times:{section.value}",
        )
        for section in Section
        if plan.sections.get(section)
    )  # fmt: skip


def _said(key: str, words: str, at: datetime, *steps: str) -> Optional[Sentence]:
    return Sentence(key, words, at, steps) if words else None


def _number(key: str, number: Optional[int], at: datetime, *steps: str) -> Optional[Sentence]:
    return None if number is None else Sentence(key, str(number), at, steps)


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
