"""How far behind the worker is while people talk: `python -m benchmarks.worker_lag [seconds]`, one JSON line a figure.

On a database that `cairn demo` filled it starts the worker, then writes turns as Rasa does, 50 a second and each in a
transaction of its own. Each second one turn holds a cue and two people save a check-in; how long it takes until the cue
event and the new summary are kept is measured. It talks as invented people only: in production it refuses.

Its exit code is 1 where an aim of docs/figures.md is missed.
"""

from __future__ import annotations

import json
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timezone
from threading import Event, Thread
from typing import Any

import httpx

from benchmarks.figures import Figure, missed, percentile
from bot.coaching.plan import CheckIn, Kind
from bot.settings import ROOT, Settings, settings
from bot.store import UnitOfWork
from bot.store.demo_rows import write_events
from bot.store.repositories.summaries import CURSOR, WATCHED

TURNS = 50  # a second
CUE_EVERY, CHECK_IN_EVERY = 50, 25  # turns
ROWS = ("action", "slot", "action", "active_loop", "action", "bot", "action")  # after what the person says
SECONDS = 60
LOOK_EVERY = 0.1  # seconds
PATIENCE = 300.0  # seconds until all is kept


@dataclass(frozen=True)
class Somebody:
    """One invented person who talks: who they are, and the goal they check in on."""

    id: str
    pseudonym: str
    goal_id: int


@dataclass
class Lag:
    """What was written when and is not kept yet, and how many seconds each thing took."""

    cues: dict[str, float] = field(default_factory=dict)  # by pseudonym
    check_ins: dict[str, float] = field(default_factory=dict)  # by person
    cue_took: list[float] = field(default_factory=list)
    summary_took: list[float] = field(default_factory=list)

    @property
    def waits(self) -> bool:
        return bool(self.cues or self.check_ins)


def main() -> int:
    """Measure. Out: the exit code."""
    chosen = settings()
    if not chosen.in_development:
        print("This talks as people who are kept: not in production.", file=sys.stderr)
        return 2
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    people = _people(chosen, seconds)
    lag, over = Lag(), Event()
    with _worker(chosen):
        watching = Thread(target=_watch, args=(chosen, lag, over))
        watching.start()
        rate = _talk(chosen, people, lag, seconds)
        until = time.monotonic() + PATIENCE
        while lag.waits and time.monotonic() < until:
            time.sleep(LOOK_EVERY)
        over.set()
        watching.join()
    found = missed(_tell(chosen, lag, rate))
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


def _people(chosen: Settings, seconds: int) -> Sequence[Somebody]:
    """People who share a goal, drawn at random: one for each cue and each check-in."""
    found = []
    with UnitOfWork(chosen.database_url) as work:
        everybody = list(work.summaries.everybody())
        random.Random(1).shuffle(everybody)
        for person_id in everybody:
            goals = [own.item.id for own in work.sharing.items(person_id) if own.shared and own.item.kind is Kind.GOAL]
            if goals:
                found.append(Somebody(person_id, work.lists.pseudonyms(person_id)[0], goals[0]))
            if len(found) == seconds * (TURNS // CUE_EVERY + TURNS // CHECK_IN_EVERY):
                return found
    raise SystemExit("There are too few people with a goal: run `cairn demo --people 1000` first.")


@contextmanager
def _worker(chosen: Settings) -> Iterator[None]:
    """The worker as it is run, once it has read what was there."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    running = subprocess.Popen(
        [sys.executable, "-m", "bot.worker"], cwd=ROOT, env={**os.environ, "CAIRN_WORKER_PORT": str(port)}
    )
    try:
        until = time.monotonic() + PATIENCE
        while not _has_read(port, chosen):
            if running.poll() is not None or time.monotonic() > until:
                raise SystemExit("The worker does not answer.")
            time.sleep(LOOK_EVERY)
        yield
    finally:
        running.terminate()
        running.wait()


def _has_read(port: int, chosen: Settings) -> bool:
    try:
        health = httpx.get(f"http://127.0.0.1:{port}/health").json()
    except httpx.TransportError:
        return False
    with UnitOfWork(chosen.database_url) as work:
        now = datetime.now(timezone.utc)
        positions = {name: work.cursors.position(CURSOR + name) for name in WATCHED}
        unread = [name for name, position in positions.items() if work.summaries.changed(name, position, 1, now)[1]]
    return health["lag"] == 0 and not unread


def _talk(chosen: Settings, people: Sequence[Somebody], lag: Lag, seconds: int) -> float:
    """Write turns at the rate. Out: how many a second there were."""
    began, next_one = time.monotonic(), iter(people)
    somebody = people[0]
    for number in range(seconds * TURNS):
        time.sleep(max(0.0, began + number / TURNS - time.monotonic()))
        cue = number % CUE_EVERY == 0
        if cue:
            somebody = next(next_one)
        write_events(chosen.tracker_url, _turn(somebody.pseudonym, number, cue=cue))
        if cue:
            lag.cues[somebody.pseudonym] = time.monotonic()
        if number % CHECK_IN_EVERY == 1:
            _check_in(chosen, next(next_one), lag)
    return seconds * TURNS / (time.monotonic() - began)


def _turn(sender: str, number: int, *, cue: bool) -> list[dict[str, Any]]:
    at = time.time()
    said = {"event": "user", "text": "an invented message", "message_id": f"lag {at} {number}", "metadata": {}}
    rows = [_row(sender, said, at)]
    for place, kind in enumerate(ROWS, start=1):
        event: dict[str, Any] = {"event": kind, "name": "answer", "metadata": {}}
        if cue and kind == "bot":
            event["metadata"] = {
                "support": {"layout": "card", "families": ["passive"], "id": "utter_support_card.0@1", "at": at}
            }
        rows.append(_row(sender, event, at + place / 1000))
    return rows


def _row(sender: str, event: dict[str, Any], at: float) -> dict[str, Any]:
    written = json.dumps({"timestamp": at, **event})
    return {
        "sender_id": sender, "type_name": event["event"], "timestamp": at, "intent_name": None, "action_name": None,
        "data": written,
    }  # fmt: skip


def _check_in(chosen: Settings, somebody: Somebody, lag: Lag) -> None:
    with UnitOfWork(chosen.database_url) as work:
        told = CheckIn(somebody.goal_id, "some", words="a little", progress=5)
        work.plans.add(somebody.id, [told], "check_in")
        work.commit()
    lag.check_ins[somebody.id] = time.monotonic()


def _watch(chosen: Settings, lag: Lag, over: Event) -> None:
    began = datetime.now(timezone.utc)
    while not over.wait(LOOK_EVERY):
        cues, check_ins = dict(lag.cues), dict(lag.check_ins)
        with UnitOfWork(chosen.database_url) as work:
            events = work.cue_events.of_pseudonyms(cues)
            summaries = {person_id: work.summaries.get(person_id) for person_id in check_ins}
        now = time.monotonic()
        for pseudonym, kept in events.items():
            if any(one.event.at > began for one in kept):
                lag.cue_took.append(now - lag.cues.pop(pseudonym))
        for person_id, summary in summaries.items():
            if summary and summary.changed_at > began:
                lag.summary_took.append(now - lag.check_ins.pop(person_id))


def _tell(chosen: Settings, lag: Lag, rate: float) -> dict[str, float]:
    """Print the figures. Out: those that have an aim."""
    aimed: dict[str, float] = {}
    database = chosen.database_url.split(":")[0]
    about = f"{database}, {rate:.0f} turns a second, load {os.getloadavg()[0]:.1f}"
    for name, took in (("cue event", lag.cue_took), ("summary", lag.summary_took)):
        for label, part in (("p50", 0.5), ("p95", 0.95), ("longest", 1.0)) if took else ():
            value = round(percentile(took, part), 2)
            print(Figure(f"until a {name} is kept {label}", "cairn", value, "s", f"{about}, {len(took)} kept").line())
            aimed[f"until a {name} is kept {label}, s"] = value
    waiting = len(lag.cues) + len(lag.check_ins)
    print(Figure("not kept in time", "cairn", waiting, "count", about).line())
    return {**aimed, "not kept in time": waiting}


if __name__ == "__main__":
    sys.exit(main())
