"""The two assistants that are measured, each as running processes that can be talked to over REST on this machine."""

from __future__ import annotations

import socket
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import httpx
import psutil
import yaml

from benchmarks import stock
from bot.run import parts
from bot.settings import Settings
from bot.store.migrate import upgrade
from bot.supervisor import Part, Supervisor

PATIENCE = 300.0  # seconds to wait for the first answer
# One goal from beginning to end, as a person would answer; Cairn keeps a plan at the end of each round. Everybody has
# words of their own, so that nothing which was worked out for one person serves another.
ANSWERS = (
    "be part of the {own} choir again on Thursdays",
    "8",
    "it is where my friends from {own} are",
    "ring the {own} choir leader on Tuesday morning",
    "8",
    "I feel too tired to go out to {own}",
    "ask my sister from {own} to come with me",
    "yes",
)
OWN = (
    "amber birch canal chapel clover copper corner cotton dale ferry field forge garden gate green grove "
    "harbour heath hill island ivy lake lane maple market meadow mill moor north oak orchard park "
    "pine pond quarry red river rose school silver south spring station stone tower valley west willow"
).split()
APOLOGY = "Support now"  # the button under every reply that says something went wrong


class NoAnswerError(RuntimeError):
    """An assistant did not start or did not answer; the message says where its log is."""


@dataclass(frozen=True)
class Assistant:
    """An assistant: its processes, where it takes REST messages, and what to say to it turn after turn."""

    name: str
    supervisor: Supervisor
    parts: tuple[Part, ...]
    url: str
    opening: tuple[str, ...]
    cycle: tuple[str, ...]

    def text(self, turn: int, own: str) -> str:
        """What is said in a turn, counted from nought: the opening once, then the answers round and round.

        `own` are words that nobody else says at this turn.
        """
        if turn < len(self.opening):
            return self.opening[turn]
        return self.cycle[(turn - len(self.opening)) % len(self.cycle)].format(own=own)

    def start(self) -> float:
        """Start all processes. Out: seconds until a message was answered."""
        began = time.monotonic()
        for part in self.parts:
            self.supervisor.start(part)
        with httpx.Client(timeout=60, trust_env=False) as client:
            while not _answers(client, self.url):
                if self.supervisor.dead() or time.monotonic() - began > PATIENCE:
                    raise NoAnswerError(f"{self.name} did not start; see {self.supervisor.logs}")
                Event().wait(0.1)
        return time.monotonic() - began

    def memory(self) -> dict[str, float]:
        """Resident memory of each process with its children, in megabytes."""
        return {part.name: _resident(self.supervisor.pid_of(part)) for part in self.parts}


def cairn(folder: Path) -> Assistant:
    """Cairn as `cairn run` starts it, on databases and ports of its own."""
    rasa, actions, web, worker = _free_ports(4)
    chosen = Settings(
        database_url=f"sqlite:///{folder}/cairn.db",
        tracker_url=f"sqlite:///{folder}/tracker.db",
        rasa_port=rasa,
        actions_port=actions,
        web_port=web,
        worker_port=worker,
    )
    upgrade(chosen.database_url)
    environment = stock.quiet_environment() | {
        "CAIRN_DATABASE_URL": chosen.database_url,
        "CAIRN_TRACKER_URL": chosen.tracker_url,
        "CAIRN_RASA_PORT": str(rasa),
        "CAIRN_ACTIONS_PORT": str(actions),
        "CAIRN_WEB_PORT": str(web),
        "CAIRN_WORKER_PORT": str(worker),
    }
    return Assistant(
        "cairn",
        Supervisor(folder / "log", environment, print),
        parts(chosen),
        f"{chosen.rasa_url}/webhooks/rest/webhook",
        opening=("hello", "I want to set a goal", "Yes, that's OK"),
        cycle=(*ANSWERS, "menu", "I want to set a goal"),
    )


def stock_project(folder: Path) -> Assistant:
    """What `rasa init` makes, with a one-slot form, on the same kind of tracker: SQLite with a write-ahead log."""
    rasa, actions = _free_ports(2)
    tracker = folder / "stock-tracker.db"
    with closing(sqlite3.connect(tracker)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    endpoints = {
        "action_endpoint": {"url": f"http://127.0.0.1:{actions}/webhook"},
        "tracker_store": {"type": "SQL", "dialect": "sqlite", "db": str(tracker)},
    }
    file = folder / "stock-endpoints.yml"
    file.write_text(yaml.safe_dump(endpoints))
    run = ("run", "--model", str(stock.MODEL), "--endpoints", str(file), "--port", str(rasa), "-i", "127.0.0.1")
    return Assistant(
        "stock",
        Supervisor(folder / "stock-log", stock.quiet_environment(), print, folder=stock.FOLDER),
        (
            Part("rasa", "Rasa", "rasa", rasa, run),
            Part("actions", "The action server", "rasa_sdk", actions, ("--actions", "actions", "-p", str(actions))),
        ),
        f"http://127.0.0.1:{rasa}/webhooks/rest/webhook",
        opening=("hello", "begin the form"),
        cycle=ANSWERS,
    )


def is_answered(response: httpx.Response) -> bool:
    """Whether a turn was answered by the dialogue: not with an error, nothing, or an apology."""
    if response.status_code != httpx.codes.OK:
        return False
    said = response.json()
    titles = {button["title"] for bubble in said for button in bubble.get("buttons", ())}
    return bool(said) and APOLOGY not in titles


def _answers(client: httpx.Client, url: str) -> bool:
    try:
        return is_answered(client.post(url, json={"sender": f"start-{time.monotonic_ns()}", "message": "hello"}))
    except (httpx.HTTPError, ValueError):
        return False


def _resident(pid: int) -> float:
    process = psutil.Process(pid)
    family = [process, *process.children(recursive=True)]
    return round(float(sum(one.memory_info().rss for one in family)) / 1e6, 1)


def _free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports
