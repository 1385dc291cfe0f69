"""Fills empty databases with invented people: who they are follows from the seed, when things were from a moment.

It uses the store as the real thing does, so that every page, count and summary is made of it in the usual way.
"""

# ruff: noqa: S311 (these dice keep no secret)
from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from bot.coaching.changes import Change, Revised
from bot.coaching.draft import Say
from bot.coaching.guides.moments import day_in_words
from bot.coaching.plan import CheckIn, Goal, GoalKind, Item, Kind, Status
from bot.demo.talk import WAYS_TO_ALERT, Dialogue, Said, cue_lines, dialogue, text_of, voices
from bot.identity import pseudonym
from bot.settings import Service, Settings
from bot.store import CueEvent, UnitOfWork, tracker_events
from bot.store.demo_rows import admit, write_events
from bot.store.one_person import CUE_CURSOR
from bot.store.repositories.alerts import NOTED

BATCH = 100  # people a transaction
APART = 35.0  # seconds between two things said
A_LINE = timedelta(seconds=APART)
ALERTED = 0.06  # of people
OPEN_EVERY = 20  # people, of whom one has an alert that nobody has acknowledged
VARIANTS = 120  # dialogues of a kind that are run; everybody has one of these
SHARES = 0.75
HARD_TIMES = 0.25  # of people, who have a plan for them
LATER = timedelta(hours=18)  # between the last talk and one about hard times
AGAIN = timedelta(days=5)  # after which some talk about hope a second time
# What Rasa writes beside each message: most of its rows say nothing of a conversation.
_FILLER = ("action", "slot", "action", "active_loop", "action")
_OUTCOMES = ("not_yet", "some", "did", "did")


@dataclass
class Clock:
    """The moment at which something is kept."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at


@dataclass
class Somebody:
    """One invented person while they are made: their events, and what is to be kept at which moment."""

    id: str
    pseudonym: str
    events: list[dict[str, Any]] = field(default_factory=list)
    kept: list[tuple[datetime, tuple[Change, ...], str]] = field(default_factory=list)
    cue: tuple[CueEvent, str] | None = None  # what was shown, how far it was answered


def fill(settings: Settings, people: int, seed: int, until: datetime, tell: Callable[[int], None]) -> int:
    """Make so many people whose conversations end before a moment. `tell` hears how far it is. Out: how many events."""
    events = 0
    for start in range(0, people, BATCH):
        batch = [_somebody(settings, seed, number, until) for number in range(start, min(start + BATCH, people))]
        rows = [row for one in batch for row in one.events]
        write_events(settings.tracker_url, rows)
        clock = Clock(until)
        with UnitOfWork(settings.database_url, now=clock) as work:
            for number, one in enumerate(batch, start):
                _keep(work, clock, one, Random(f"{seed} shares {number}"), alerts_on=settings.service.alerts_on)
            work.commit()
        events += len(rows)
        tell(start + len(batch))
    _mark_as_read(settings)
    return events


def _mark_as_read(settings: Settings) -> None:
    """What is invented is kept already: the worker need not read it."""
    with UnitOfWork(settings.database_url) as work:
        work.cursors.hold(CUE_CURSOR)
        work.cursors.move(CUE_CURSOR, tracker_events.highest_id(settings.tracker_url))
        work.commit()


def _somebody(settings: Settings, seed: int, number: int, until: datetime) -> Somebody:
    dice, service = Random(f"{seed} {number}"), settings.service
    one = Somebody(
        hashlib.sha256(f"invented {seed} {number}".encode()).hexdigest()[:32],
        pseudonym(settings.secret, "web", f"invented {seed} {number}"),
    )
    at = until - timedelta(days=dice.randint(6, 75), minutes=dice.randint(0, 600))
    at = _talk(one, dialogue("strengths", dice.randrange(VARIANTS), service), "strengths", at)
    voice = dice.randrange(VARIANTS)
    wanted = _with_review(dialogue("goals", voice, service), voice, dice, until)
    at = _talk(one, wanted, "goals", at + timedelta(days=1, hours=3))
    if dice.random() < 0.5:
        hopes = dice.randrange(VARIANTS)
        at = _talk(one, dialogue("hope", hopes, service), "hope", at + timedelta(hours=20))
        if hopes % 3 == 0 and at + AGAIN < until:
            at = _talk(one, dialogue("hope", hopes + 1, service), "hope", at + AGAIN)
    rare = Random(f"{seed} hard times {number}")  # its own dice: the others stay who they were
    if rare.random() < HARD_TIMES and at + LATER < until:
        at = _talk(one, dialogue("hard_times", rare.randrange(VARIANTS), service), "hard_times", at + LATER)
    at = _check_ins(one, voice, dice, at, until)
    if number % OPEN_EVERY == OPEN_EVERY // 4:
        _cue(one, service, dice, until - timedelta(minutes=dice.randint(20, 900)), "", number // OPEN_EVERY)
    elif dice.random() < ALERTED:
        answered = dice.choice(("acknowledged", "closed", "closed"))
        _cue(one, service, dice, min(at + timedelta(hours=5), until - timedelta(days=1)), answered, number)
    return one


def _talk(one: Somebody, told: Dialogue, journey: str, at: datetime) -> datetime:
    """Put a dialogue into somebody's conversation. Out: when it ended."""
    for said in told.said:
        at += timedelta(seconds=APART)
        one.events += _rows(one.pseudonym, said, at)
    if told.changes:
        one.kept.append((at + timedelta(seconds=1), told.changes, journey))
    return at


def _rows(sender: str, said: Said, at: datetime) -> Iterator[dict[str, Any]]:
    moment = at.timestamp()
    kind = "user" if said.by_person else "bot"
    data: dict[str, Any] = {"event": kind, "timestamp": moment, "text": said.text, "metadata": {}}
    if said.by_person:
        intent = {"name": "inform", "confidence": 1.0}
        data |= {"input_channel": "web", "parse_data": {"intent": intent, "entities": []}}
    else:
        asked = {"step": said.step, "utter_action": said.words}
        data["metadata"] = {name: value for name, value in asked.items() if value}
    if said.layout:
        data["metadata"] = {"support": {"layout": said.layout}}
    yield _row(sender, kind, moment, data)
    for place, filler in enumerate(_FILLER if said.by_person else _FILLER[:1], start=1):
        yield _row(sender, filler, moment + place / 100, {"event": filler, "timestamp": moment, "name": "answer"})


def _row(sender: str, kind: str, at: float, data: dict[str, Any]) -> dict[str, Any]:
    return {
        "sender_id": sender, "type_name": kind, "timestamp": at, "intent_name": None, "action_name": None,
        "data": json.dumps(data, ensure_ascii=False),
    }  # fmt: skip


def _with_review(told: Dialogue, number: int, dice: Random, until: datetime) -> Dialogue:
    """A goal's dialogue with a day to look again and an ask of the team, as the longer way asks for them."""
    voice = voices()["goals"][number % len(voices()["goals"])]
    review = (until + timedelta(days=dice.randint(-1, 20))).date()
    asks = bool(voice.get("ask")) and dice.random() < 0.6
    ask = str(voice["ask"]) if asks else ""
    kind = GoalKind(voice.get("goal_kind", "recovery"))
    changes = tuple(
        replace(change, review_on=change.review_on or review, team_ask=change.team_ask or ask, kind=kind)
        if isinstance(change, Goal)
        else change
        for change in told.changes
    )
    ask_said = (Said(False, "Is there anything you want from your team?", "goals.team_ask"), Said(True, voice["ask"]))
    day_said = (
        Said(False, text_of(Say("utter_goals_review")), "goals.review", words="utter_goals_review"),
        Said(True, f"on {day_in_words(review)}"),
    )
    extra = (*(ask_said if asks else ()), *day_said)
    end = next(place for place, said in enumerate(told.said) if said.step == "goals.read_back")
    return Dialogue((*told.said[:end], *extra, *told.said[end:]), changes)


def _check_ins(one: Somebody, voice: int, dice: Random, at: datetime, until: datetime) -> datetime:
    words = voices()["goals"][voice % len(voices()["goals"])]["words"]
    near = dice.randint(1, 4)
    for number, said in enumerate(words[: dice.randint(0, len(words))]):
        at += timedelta(days=dice.randint(4, 8))
        if at > until - timedelta(hours=2):
            break
        near = max(0, min(10, near + dice.choice((-1, 1, 2, 2))))
        outcome = _OUTCOMES[min(number, len(_OUTCOMES) - 1)]
        told = (
            Said(False, "You planned a step. How did it go?", "check_in.how"),
            Said(True, outcome.replace("_", " ")),
            Said(False, "What would you say about it?", "check_in.in_words"), Said(True, said),
            Said(False, "How near does it feel, 0 to 10?", "check_in.progress"), Said(True, str(near)),
            Said(False, "Have I got that right?", "check_in.read_back"), Said(True, "yes"),
        )  # fmt: skip
        at = _talk(one, Dialogue(told, (CheckIn(0, outcome, words=said, progress=near),)), "check_in", at)
    return at


def _cue(one: Somebody, service: Service, dice: Random, at: datetime, answered: str, way: int) -> None:
    told = dice.choice(voices()["cues"])
    in_this_way = WAYS_TO_ALERT[way % len(WAYS_TO_ALERT)]
    at = _quiet_moment(one, at, len(cue_lines(told, in_this_way, service, at)))
    lines = cue_lines(told, in_this_way, service, at)
    _talk(one, Dialogue(lines, ()), "", at)
    one.events.sort(key=lambda row: float(row["timestamp"]))
    place = next(place for place, said in enumerate(lines) if said.layout in {"card", "team"})
    layout = lines[place].layout
    families = (told["family"],) if layout == "card" else ()
    event = CueEvent(f"invented {one.id}", families, lines[place].words, layout, at + place * A_LINE)
    one.cue = (event, answered)


def _quiet_moment(one: Somebody, at: datetime, lines: int) -> datetime:
    """That moment, or one before it, after which nothing else is said for so many lines."""
    spoken = [float(row["timestamp"]) for row in one.events if row["type_name"] in {"user", "bot"}]
    long = APART * (lines + 2)
    while any(-2 * APART < moment - at.timestamp() < long for moment in spoken):
        at -= timedelta(minutes=5)
    return at


def _keep(work: UnitOfWork, clock: Clock, one: Somebody, dice: Random, *, alerts_on: bool) -> None:
    clock.at = one.kept[0][0] - timedelta(hours=1) if one.kept else clock.at
    admit(work, one.id, one.pseudonym, clock.at)
    work.consents.record(one.id, True, "utter_consent_ask@invented")
    goal_id = 0
    for at, changes, journey in one.kept:
        clock.at = at
        checks = [change for change in changes if isinstance(change, CheckIn)]
        if checks and not goal_id:
            continue
        work.plans.add(one.id, [replace(check, goal_id=goal_id) for check in checks] or changes, journey)
        if journey == "hope":
            _share_hope(work, one)
        if journey == "goals":
            goal_id = max((own.item.id for own in work.sharing.items(one.id) if own.item.kind is Kind.GOAL), default=0)
    _share(work, one, dice)
    if one.cue:
        _cue_event(work, clock, one, *one.cue, alerts_on=alerts_on)


def _share(work: UnitOfWork, one: Somebody, dice: Random) -> None:
    if dice.random() > SHARES:
        return
    items: list[tuple[Item, object]] = [(own.item, own.what) for own in work.sharing.items(one.id)]
    for item, what in items:
        if dice.random() < 0.8:
            work.sharing.share(one.id, item)
        if isinstance(what, Goal) and dice.random() < 0.08:
            _reach(work, one, item, what)


def _share_hope(work: UnitOfWork, one: Somebody) -> None:
    """Each talk is shared at its end, so that a later one can stand beside it; the last may be taken back after all."""
    for own in work.sharing.items(one.id):
        if own.item.kind is Kind.HOPE:
            work.sharing.share(one.id, own.item)


def _reach(work: UnitOfWork, one: Somebody, item: Item, goal: Goal) -> None:
    work.plans.add(one.id, [Revised(item, replace(goal, status=Status.DONE))], "check_in")


def _cue_event(
    work: UnitOfWork, clock: Clock, one: Somebody, event: CueEvent, answered: str, *, alerts_on: bool
) -> None:
    """Keep that support was shown, and the alert where there are any: else the person was told that no one is told."""
    clock.at = event.at
    shown = work.cue_events.record(one.id, event)
    if shown is None or not alerts_on:
        return
    number = work.alerts.make(one.id, shown)
    if answered:
        clock.at += timedelta(minutes=40 + number % 400)
        work.alerts.acknowledge(number, "Amira (invented)", "ringing today")
    if answered == "acknowledged":
        clock.at += timedelta(hours=1)
        work.alerts.note(number, NOTED, "Amira (invented)", "no answer, ringing again at four")
    if answered == "closed":
        clock.at += timedelta(hours=3)
        work.alerts.close(number, "Amira (invented)", "We spoke")
