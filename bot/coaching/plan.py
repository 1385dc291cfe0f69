"""What a person agreed to: strengths, goals and hope, in their own words. Values only.

Nothing here is a score of a person; the only numbers are their own 0-10 answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Union


@dataclass(frozen=True)
class Strength:
    """One strength: what the person calls it, and the moment that showed it."""

    label: str
    evidence: str = ""
    way_in: str = ""  # which door they chose: enjoy, proud, hard_time, want, you_pick
    category: str = ""  # individual, interpersonal or environmental, where known
    fit: Optional[int] = None  # how much it is like them, 0-10


@dataclass(frozen=True)
class Step:
    """The first small step: what, and when, both as the person said it."""

    what: str
    when: str = ""


@dataclass(frozen=True)
class IfThen:
    """An if-then plan (implementation intention): a moment, and one act."""

    cue: str
    act: str


@dataclass(frozen=True)
class Goal:
    """One goal of the person's own."""

    vision: str
    towards: str = ""  # said of a goal that moved away from something
    importance: Optional[int] = None
    importance_reason: str = ""
    confidence: Optional[int] = None
    step: Optional[Step] = None
    if_then: Optional[IfThen] = None

    @property
    def title(self) -> str:
        """The goal as the person would name it: towards something, where they said so."""
        return self.towards or self.vision


@dataclass(frozen=True)
class Hope:
    """One conversation about hope: a number of their own, a memory, one act, a line for a hard day."""

    now: Optional[int] = None
    memory: str = ""
    act: str = ""
    if_then: Optional[IfThen] = None
    note: str = ""
    show_note: bool = False  # may the support card show the note?


PlanItem = Union[Strength, Goal, Hope]


@dataclass(frozen=True)
class Plan:
    """All that a person has confirmed, newest last."""

    strengths: tuple[Strength, ...] = ()
    goals: tuple[Goal, ...] = ()
    hope: Optional[Hope] = None

    @property
    def is_empty(self) -> bool:
        return not (self.strengths or self.goals or self.hope)
