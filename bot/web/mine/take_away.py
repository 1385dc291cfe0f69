"""A plan to take along: as plain text, and its dates for a calendar. Pure; today is passed in.

A calendar shows its titles on a locked screen, so they say nothing; the person's own words stand in the description.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta

from icalendar import Calendar, Event

from bot.coaching.guides.moments import ZONE, day_in_words
from bot.coaching.plan import Goal, HardTimes, Hope, OwnLine, Step, Strength
from bot.coaching.when import when
from bot.web.mine.plan_view import Own, OwnGoal, PlanView, sections, when_of
from bot.web.mine.titles import SECTIONS
from bot.web.rows import ROLE_TITLES, Row

STEP, REVIEW = "Next step", "Look at my plan again"
LASTS = timedelta(minutes=30)  # what a calendar shows of a step that has a time


def plain_text(view: PlanView, rows: Iterable[Row]) -> str:
    """The plan without any layout, and these lines of help."""
    return "\n".join((*_text(view), *_help(rows))).strip() + "\n"


def calendar(view: PlanView, now: datetime, uid: Callable[[str], str]) -> bytes:
    """The steps and reviews that have a day, as an iCalendar file.

    `uid` makes a name that no other plan's event has, and the same again for the same event: so a calendar that took
    an earlier file moves the event instead of adding one.
    """
    made = Calendar()
    made.add("prodid", "-//Cairn//My plan//EN")
    made.add("version", "2.0")
    for one in view.goals:
        number = one.own.item.id
        if one.goal.step and one.goal.step.on:
            on = _moment(one.goal.step, one.goal.step.on)
            event = _event(uid(f"step-{number}"), STEP, on, _step(one.goal), now)
            made.add_component(_dated(event, one))
        if one.goal.review_on:
            event = _event(uid(f"review-{number}"), REVIEW, one.goal.review_on, one.name, now)
            made.add_component(_dated(event, one))
    return bytes(made.to_ical())


def has_dates(view: PlanView) -> bool:
    """Whether a calendar would hold anything."""
    return any((one.goal.step and one.goal.step.on) or one.goal.review_on for one in view.goals)


def _dated(event: Event, one: OwnGoal) -> Event:
    """The same with how often its goal was agreed, and when last."""
    event.add("sequence", one.versions - 1)
    if one.changed_at:
        event.add("last-modified", one.changed_at)
    return event


def _event(uid: str, title: str, on: date, words: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now)
    event.add("summary", title)
    event.add("description", words)
    event.add("dtstart", on)
    event.add("dtend", on + (LASTS if isinstance(on, datetime) else timedelta(days=1)))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _moment(step: Step, on: date) -> date:
    """The day of a step; with its time, the same wherever the calendar is, where one and no other was read."""
    found = when(step.when, datetime.combine(on, time(), ZONE), ZONE)
    return on if found.time is None or found.bound else datetime.combine(on, found.time)


def _step(goal: Goal) -> str:
    step = goal.step
    if step is None:
        return ""
    told = when_of(step)
    lines = [f"{step.what} ({told})" if told else step.what]
    if goal.if_then:
        lines.append(f"If {goal.if_then.cue}, then {goal.if_then.act}")
    return "\n".join(lines)


def _text(view: PlanView) -> Iterator[str]:
    yield "MY PLAN"
    if view.next:
        yield f"\nNext: {view.next.what}{f' ({view.next.when})' if view.next.when else ''}"
    yield from _part("What I'm good at and what I have", view.strengths)
    yield from _part("Who I am besides this", view.besides)
    yield from _goals("What I want", view.goals)
    yield from _goals("What my team wants", view.team_goals)
    yield from _part("Hope", (view.hope,) if view.hope else ())
    yield from _part("People, groups and places", view.around)
    yield from _part("What keeps me well", view.keeps_well)
    yield from _part("My plan for hard times", (view.hard_times,) if view.hard_times else ())
    yield from _part("To talk over", view.to_talk_over)


def _help(rows: Iterable[Row]) -> Iterator[str]:
    yield "\nHELP, DAY OR NIGHT"
    for row in rows:
        if row.main:
            yield f"- {ROLE_TITLES.get(row.role, row.name)}: {row.main.shown} ({row.how})"


def _part(title: str, items: tuple[Own, ...]) -> Iterator[str]:
    if items:
        yield f"\n{title.upper()}"
    for one in items:
        yield from (f"- {line}" for line in _lines(one))


def _goals(title: str, goals: tuple[OwnGoal, ...]) -> Iterator[str]:
    if goals:
        yield f"\n{title.upper()}"
    for one in goals:
        yield f"- {one.name}"
        reason, again = one.goal.importance_reason or one.goal.reason, one.goal.review_on
        if reason:
            yield f"  Because: {reason}"
        yield from (f"  {line}" for line in _step(one.goal).split("\n") if line)
        if again or one.goal.review:
            yield f"  I look at it again: {day_in_words(again) if again else one.goal.review}"
        told = ((look.on, look.what.words or look.what.done) for look in one.looked)
        yield from (f"  {on:%d %B %Y}: {words}" for on, words in told if words)


def _lines(one: Own) -> Iterator[str]:
    what = one.what
    if isinstance(what, Strength):
        yield what.title
        yield from (f"  {evidence.what}" for evidence in what.evidence if evidence.what != what.title)
    elif isinstance(what, OwnLine):
        yield what.whole
    elif isinstance(what, Hope):
        yield from (words for words in (what.note, what.memory, what.act, *what.kit, *what.ways) if words)
    elif isinstance(what, HardTimes):
        yield from (f"{SECTIONS[section]}: {words}" for section, words in sections(what))
