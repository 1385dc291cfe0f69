"""What a person agreed to, in their own words: strengths, goals, hope, the people and notes around them. Values only.

Nothing here is a score of a person; the only numbers are their own 0-10 answers, and the only dates their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Optional, Union

MOST_ACTIVE = 3  # goals at a time; more are parked (method: section 5)


class Status(str, Enum):
    """Where a goal stands. None of these is a failure."""

    DRAFT = "draft"
    ACTIVE = "active"
    PARKED = "parked"
    DONE = "done"
    CHANGED = "changed"  # closed because they changed their mind


class Owner(str, Enum):
    """Whose idea a goal is (method: G4)."""

    MINE = "mine"
    SHARED = "shared"
    SOMEONE_ELSES = "someone_elses"


class GoalKind(str, Enum):
    """Which of the two lists a goal stands in; practical ones stand with the person's own (method: section 1)."""

    RECOVERY = "recovery"
    TREATMENT = "treatment"
    PRACTICAL = "practical"


class Kind(str, Enum):
    """What an item of a plan is."""

    STRENGTH = "strength"
    GOAL = "goal"
    HOPE = "hope"
    LINE = "line"
    HARD_TIMES = "hard_times"


class LineKind(str, Enum):
    """What a line of the person's own is about."""

    PERSON = "person"
    PLACE = "place"
    GROUP = "group"
    ROLE = "role"  # who I am besides this
    COPING = "coping"
    WISH = "wish"
    CONCERN = "concern"
    GOES_WELL = "goes_well"  # of an area of life, now
    WENT_WELL = "went_well"  # of an area of life, before
    STAY_WELL = "stay_well"  # what helps me stay well
    CHOICE = "choice"  # about my treatment, to talk over
    FRAMING = "framing"  # what I call what I have been through; shown to nobody by default


class Section(str, Enum):
    """The parts of a plan for hard times, in their order (method: section 9)."""

    WELL = "well"
    SIGNS = "signs"
    ALONE = "alone"
    PLACES = "places"
    PEOPLE = "people"
    TEAM_KNOWS = "team_knows"
    TEAM_DOES = "team_does"
    TEAM_DOES_NOT = "team_does_not"
    LOOK_AFTER = "look_after"
    SAFER = "safer"
    REASONS = "reasons"
    LEARNED = "learned"
    FIRST_BACK = "first_back"


@dataclass(frozen=True)
class Evidence:
    """A moment that showed a strength, and the journey in which it was told."""

    what: str
    source: str = "strengths"


@dataclass(frozen=True)
class Strength:
    """One strength: what the person calls it, and the moments that showed it."""

    label: str
    evidence: tuple[Evidence, ...] = ()
    way_in: str = ""  # which door they chose: enjoy, proud, hard_time, want, you_pick
    category: str = ""  # individual, interpersonal or environmental, where known
    fit: Optional[int] = None  # how much it is like them, 0-10
    time: str = ""  # now, past or could_grow, where known
    use: str = ""  # where they mean to use it a little more

    @property
    def title(self) -> str:
        """The strength as they call it, or the moment that showed it."""
        return self.label or next((evidence.what for evidence in self.evidence), "")


@dataclass(frozen=True)
class Step:
    """The first small step: what, when, where and with whom, as the person said it."""

    what: str
    when: str = ""
    where: str = ""
    with_whom: str = ""
    on: Optional[date] = None  # the day, where their words could be read as one


@dataclass(frozen=True)
class IfThen:
    """An if-then plan (implementation intention): a moment, and one act."""

    cue: str
    act: str


@dataclass(frozen=True)
class Goal:
    """One goal. Everything but the vision may be empty: any question can be skipped."""

    vision: str
    towards: str = ""  # said of a goal that moved away from something
    importance: Optional[int] = None
    importance_reason: str = ""
    confidence: Optional[int] = None
    step: Optional[Step] = None
    if_then: Optional[IfThen] = None
    short: str = ""  # a long vision in a few words of theirs
    status: Status = Status.ACTIVE
    owner: Owner = Owner.MINE
    kind: GoalKind = GoalKind.RECOVERY
    reason: str = ""
    tags: tuple[str, ...] = ()  # what it is about, in plain words they picked: people, hope, who I am...
    chosen: str = ""  # the way towards the vision that comes first
    options: tuple[str, ...] = ()  # the other ways, parked and not lost
    in_my_hands: str = ""
    where: str = ""
    how_often: str = ""  # or by when
    how_known: str = ""
    confidence_reason: str = ""
    best_bit: str = ""
    inner: str = ""
    outer: str = ""
    strength: str = ""
    helper: str = ""  # who could help, and with what
    team_ask: str = ""
    better: str = ""
    hoped: str = ""
    less: str = ""
    review: str = ""
    review_on: Optional[date] = None

    @property
    def title(self) -> str:
        """The goal as the person agreed to it: in few words, towards something, where they said so."""
        return self.short or self.towards or self.vision


@dataclass(frozen=True)
class Hope:
    """One conversation about hope: numbers of their own, a memory, what brings it, one act, a line for a hard day."""

    now: Optional[int] = None
    memory: str = ""
    act: str = ""
    if_then: Optional[IfThen] = None
    note: str = ""
    show_note: bool = False  # may the support card show the note?
    hard: str = ""
    kit: tuple[str, ...] = ()
    picture: str = ""
    bit: str = ""
    ways: tuple[str, ...] = ()
    i_can: str = ""
    afterwards: Optional[int] = None


@dataclass(frozen=True)
class OwnLine:
    """A line of the person's own: somebody, somewhere, something that helps, a role, a note."""

    kind: LineKind
    what: str
    more: str = ""

    @property
    def whole(self) -> str:
        """Both parts as one line: "the river path: before eight", "could it be less? it makes me slow"."""
        between = " " if self.what[-1:] in ".?!:;,…" else ": "
        return f"{self.what}{between}{self.more}" if self.more else self.what


@dataclass(frozen=True)
class HardTimes:
    """The plan for hard times, section by section, made while well."""

    sections: Mapping[Section, str] = field(default_factory=dict)
    show_in_card: bool = False  # may the support card show it?


@dataclass(frozen=True)
class CheckIn:
    """One look at a goal's step: how it went, what got in the way, which repair was chosen."""

    goal_id: int
    outcome: str  # did, some, not_yet, changed_mind, rather_not or own_words (see `words`)
    step: str = ""  # the step that it was about
    done: str = ""  # what was done, which counts as done
    helped: str = ""
    barrier: str = ""  # forgot, too_big, no_energy, happened, matters_less, scared, said_no, rather_not or other
    barrier_words: str = ""
    repair: str = ""
    progress: Optional[int] = None
    confidence: Optional[int] = None
    words: str = ""


PlanItem = Union[Strength, Goal, Hope, OwnLine, HardTimes]


@dataclass(frozen=True)
class Item:
    """One item of a plan, by the number that it keeps."""

    kind: Kind
    id: int


@dataclass(frozen=True)
class Plan:
    """All that a person has confirmed, oldest first, as it stands now."""

    strengths: tuple[Strength, ...] = ()
    goals: tuple[Goal, ...] = ()
    hope: Optional[Hope] = None
    lines: tuple[OwnLine, ...] = ()
    hard_times: Optional[HardTimes] = None
    check_ins: tuple[CheckIn, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.strengths or self.goals or self.hope or self.lines or self.hard_times)

    def lines_of(self, *kinds: LineKind) -> tuple[OwnLine, ...]:
        """The lines of these kinds."""
        return tuple(line for line in self.lines if line.kind in kinds)
