"""Plans, and what a service fills in, with good defaults: say only what the test is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.alert_settings import Alerts, Email, Webhook
from bot.coaching.plan import (
    Evidence,
    Goal,
    HardTimes,
    Hope,
    IfThen,
    LineKind,
    OwnLine,
    Plan,
    PlanItem,
    Section,
    Step,
    Strength,
)
from bot.opening_hours import DAYS, opening_hours

_STRENGTH = Strength(
    label="patient with my brother",
    evidence=(Evidence("sat with him all of Sunday"),),
    way_in="proud",
    category="interpersonal",
    fit=7,
)
_GOAL = Goal(
    vision="walk the dog again",
    importance=8,
    importance_reason="he is good company",
    confidence=6,
    step=Step(what="find the lead", when="tomorrow after breakfast"),
    if_then=IfThen(cue="when I put my cup down", act="I take the lead off its hook"),
)
_HOPE = Hope(
    now=4,
    memory="the allotment in June",
    act="ring Ayesha",
    if_then=IfThen(cue="when the news ends", act="I ring Ayesha"),
    note="you have come through a winter before",
)
_LINE = OwnLine(LineKind.PERSON, "Ayesha next door", "she rings on Sundays")
_HARD_TIMES = HardTimes(
    sections={Section.WELL: "up by nine, radio on", Section.SIGNS: "the curtains stay shut"},
    show_in_card=True,
)
_ALERTS = Alerts(
    hours="Monday to Friday, 9 to 5",
    open=opening_hours(dict.fromkeys(DAYS[:5], "09:00-17:00"), "Europe/London"),
    names=("duty nurse",),
    procedure="https://service.example/procedure",
    email=Email("localhost", 25, "none", "cairn@service.example", ("duty@service.example",)),
    webhook=Webhook("http://127.0.0.1:9/hook"),
)


def create_alerts(**changes: Any) -> Alerts:
    """Alerts that are on, by e-mail and webhook."""
    return replace(_ALERTS, **changes)


def create_strength(**changes: Any) -> Strength:
    """A strength with its evidence."""
    return replace(_STRENGTH, **changes)


def create_goal(**changes: Any) -> Goal:
    """A goal with a first step and an if-then plan."""
    return replace(_GOAL, **changes)


def create_hope(**changes: Any) -> Hope:
    """A conversation about hope with an act and a note."""
    return replace(_HOPE, **changes)


def create_line(**changes: Any) -> OwnLine:
    """Somebody who keeps them going."""
    return replace(_LINE, **changes)


def create_hard_times(**changes: Any) -> HardTimes:
    """A plan for hard times that the card may show."""
    return replace(_HARD_TIMES, **changes)


def create_items() -> tuple[PlanItem, ...]:
    """One of each, as the dialogues would leave them."""
    return (create_strength(), create_goal(), create_hope(), create_line(), create_hard_times())


def create_plan(**changes: Any) -> Plan:
    """A plan with one of each."""
    plan = Plan(
        strengths=(create_strength(),),
        goals=(create_goal(),),
        hope=create_hope(),
        lines=(create_line(),),
        hard_times=create_hard_times(),
    )
    return replace(plan, **changes)
