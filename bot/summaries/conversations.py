"""The conversations in which something came about that staff may see, and what of the page came from each. Pure.

Between two of them somebody was silent for an hour. No words are kept with one: what it says is what is shared now.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Optional, TypeVar

from bot.summaries.lines import Line
from bot.summaries.parts import GoalPart, HopePart, PersonPage, Sentence

SILENCE = timedelta(hours=1)
_OF_A_GOAL = ("step", "step_when", "if_cue", "then_act", "review")
_OF_HOPE = ("now", "afterwards", "memory", "note")
Whole = TypeVar("Whole", GoalPart, HopePart)


@dataclass(frozen=True)
class Conversation:
    """When it began, and the last moment in it at which something was said or shown that staff may see."""

    began_at: datetime
    last_at: datetime

    def holds(self, moment: datetime) -> bool:
        return self.began_at <= moment <= self.last_at + SILENCE


def conversations_of(
    lines: Iterable[Line], seen: Collection[datetime], kept: Iterable[Conversation] = ()
) -> tuple[Conversation, ...]:
    """Those of a person in which one of the moments `seen` is, the oldest first.

    `kept` are those that were found before: they tell of lines that are deleted since.
    """
    moments = [(line.at, line.at, False) for line in lines]
    moments += [(at, at, True) for at in seen] + [(one.began_at, one.last_at, False) for one in kept]
    found: list[Conversation] = []
    began: Optional[datetime] = None
    end = last = began
    for first, until, is_seen in sorted(moments):
        if began is None or end is None or first > end + SILENCE:
            found += [Conversation(began, last)] if began and last else []
            began, end, last = first, until, None
        end = max(end, until)
        last = max(last or until, until) if is_seen else last
    return (*found, Conversation(began, last)) if began and last else tuple(found)


def stretch(moments: Collection[datetime], around: datetime) -> tuple[datetime, datetime]:
    """From when to when something was said around a moment at which something was, with no hour of silence in it."""
    first = last = around
    for at in sorted(moments):
        last = at if last < at <= last + SILENCE else last
    for at in sorted(moments, reverse=True):
        first = at if first - SILENCE <= at < first else first
    return first, last


def only(page: PersonPage, keys: Collection[str]) -> PersonPage:
    """What of a page are the sentences with these keys. A goal always keeps its title, so that it can be known."""

    def those(parts: Iterable[Sentence]) -> tuple[Sentence, ...]:
        return tuple(part for part in parts if part.key in keys)

    def goals(parts: Iterable[GoalPart]) -> tuple[GoalPart, ...]:
        return tuple(_only_of_goal(goal, keys) for goal in parts if those(goal.sentences))

    return PersonPage(
        asks=those(page.asks),
        goals=goals(page.goals),
        other_goals=goals(page.other_goals),
        strengths=those(page.strengths),
        evidence=those(page.evidence),
        hope=tuple(_without(hope, keys, _OF_HOPE) for hope in page.hope if those(hope.sentences)),
        lines=those(page.lines),
        hard_times=those(page.hard_times),
    )


def _only_of_goal(goal: GoalPart, keys: Collection[str]) -> GoalPart:
    looks = tuple(check for check in goal.check_ins if any(part.key in keys for part in check.sentences))
    return _without(replace(goal, check_ins=looks), keys, _OF_A_GOAL)


def _without(whole: Whole, keys: Collection[str], names: Iterable[str]) -> Whole:
    """The same without those of these parts of it whose key is none of them."""
    gone: Any = {name: None for name in names if (part := getattr(whole, name)) and part.key not in keys}
    return replace(whole, **gone)
