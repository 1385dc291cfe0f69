"""Real processes of Cairn: started on free ports with databases of their own, hung, killed and started again."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.settings import DEVELOPMENT_SECRET, ROOT, Service, Settings
from bot.store import CueEvent, UnitOfWork, tables
from bot.store.engine import engine_for
from bot.store.shown import noted
from bot.worker.reader import ALERTING
from tests.builders import create_alerts
from tests.faults.disk import SIZE, Disk

PATIENCE = 240.0  # seconds until a process answers; Rasa needs ten, and minutes on a very busy machine
LOOK_EVERY = 0.1  # seconds
GUARD_DEADLINE = 1.5
RASA, ACTIONS, WEB, WORKER = "bot.rasa.server", "actions", "bot.web", "bot.worker"
MODULES = (RASA, ACTIONS, WEB, WORKER)
_NAMES = {RASA: "RASA", ACTIONS: "ACTIONS", WEB: "WEB", WORKER: "WORKER"}
_DROP_FROM_BOUNDS, _MAY_OVERRIDE_FILE_MODES = 24, 1  # prctl: PR_CAPBSET_DROP, CAP_DAC_OVERRIDE
# Alerts are on, and nobody is notified: they wait in the queue.
_SERVICE = """\
alerts:
  hours: Monday to Friday, 9 to 5
  open: { monday: "09:00-17:00", tuesday: "09:00-17:00" }
  time_zone: Europe/London
  names: [duty nurse]
  procedure: Ring them.
"""
WAYS_ON_OF_THE_CARD = {"I can carry on", "My plan", "More ways to get help", "You misunderstood"}
Said = list[dict[str, Any]]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@dataclass
class Cairn:
    """The processes of one installation in a folder. Its databases lie on a disk of their own, its logs beside it."""

    folder: Path
    model: str
    environment: dict[str, str] = field(default_factory=dict)
    disk_size: int = SIZE  # bytes
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ports = {module: free_port() for module in MODULES}
        self.disk = Disk.made_at(self.folder / "data", self.disk_size)
        (self.folder / "service.yml").write_text(_SERVICE)

    @property
    def database(self) -> Path:
        return self.disk.folder / "cairn.db"

    @property
    def tracker(self) -> Path:
        return self.disk.folder / "tracker.db"

    @property
    def settings(self) -> Settings:
        """As its processes have them."""
        return Settings(
            database_url=f"sqlite:///{self.database}",
            tracker_url=f"sqlite:///{self.tracker}",
            service=Service(alerts=create_alerts(email=None, webhook=None)),
        )

    def start(self, *modules: str) -> None:
        """Start these processes, and wait until each answers."""
        for module in modules:
            with (self.folder / f"{module}.log").open("ab") as log:
                self.running[module] = subprocess.Popen(
                    [sys.executable, "-m", module],
                    cwd=ROOT,
                    env=self._environment(),
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    preexec_fn=_obey_file_modes,
                )
        for module in modules:
            _wait_for(self.ports[module], self.running[module])

    def send(self, module: str, number: signal.Signals) -> None:
        self.running[module].send_signal(number)
        if number == signal.SIGKILL:
            self.running.pop(module).wait()

    def stop(self, *modules: str) -> None:
        """Stop these processes, or all of them with the disk."""
        stopping = [self.running.pop(module) for module in modules or list(self.running)]
        for process in stopping:
            process.send_signal(signal.SIGCONT)
            process.terminate()
        for process in stopping:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if not modules:
            self.disk.remove()

    def pids(self) -> list[int]:
        return [process.pid for process in self.running.values()]

    def say(self, message: str, sender: str = "sam") -> Said:
        """What is answered to a message over REST."""
        body = json.dumps({"sender": sender, "message": message}).encode()
        status, answer = self.call("/webhooks/rest/webhook", body)
        assert status == 200
        return list(answer)

    def call(
        self, path: str, body: bytes | None = None, module: str = RASA, headers: Optional[dict[str, str]] = None
    ) -> tuple[int, Any]:
        """The status and the JSON of an answer."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.ports[module]}{path}", body)
        for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
            request.add_header(name, value)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            with suppress(ValueError):
                return error.code, json.loads(error.read())
            return error.code, None

    def wait_until_read(self) -> None:
        """Until the worker has kept all that there is to keep. Where it does not, it is told what it says of itself."""
        try:
            wait_until(self._is_read, "the worker did not read everything in time")
        except AssertionError as error:
            _, health = self.call("/health", module=WORKER)
            notes = len(list(noted(self.settings.tracker_url)))
            log = (self.folder / f"{WORKER}.log").read_text(errors="replace")[-2_000:]
            raise AssertionError(f"{error}: {notes} notes, {health}\n{log}") from None

    def cues_of(self, pseudonym: str) -> int:
        """How many cue events are kept of somebody."""
        return len(self.cues_kept_of(pseudonym))

    def cues_kept_of(self, pseudonym: str) -> list[CueEvent]:
        """The cue events that are kept of somebody, oldest first."""
        with UnitOfWork(self.settings.database_url) as work:
            return [kept.event for kept in work.cue_events.of_pseudonyms([pseudonym]).get(pseudonym, ())]

    def alerts_of_cues(self) -> list[int]:
        """How many alerts there are of each cue event that the team is to learn of."""
        shown = select(tables.CueEvent.id).where(tables.CueEvent.layout.in_(ALERTING)).order_by(tables.CueEvent.id)
        with Session(engine_for(self.settings.database_url)) as session:
            made = Counter(session.execute(select(tables.Alert.cue_event_id)).scalars())
            return [made[number] for number in session.execute(shown).scalars()]

    def logs(self) -> str:
        return "\n".join(file.read_text(errors="replace") for file in self.folder.glob("*.log"))

    def command(self, *arguments: str) -> str:
        """What `cairn …` prints for this installation."""
        done = subprocess.run(
            [sys.executable, "-c", "from bot.cli import main; main()", *arguments],
            cwd=ROOT,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def _is_read(self) -> bool:
        status, health = self.call("/health", module=WORKER)
        return status == 200 and health["lag"] == 0 and not list(noted(self.settings.tracker_url))

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "CAIRN_MODEL": self.model,
            **{f"CAIRN_{_NAMES[module]}_PORT": str(port) for module, port in self.ports.items()},
            "CAIRN_SECRET": DEVELOPMENT_SECRET,
            "CAIRN_SERVICE_FILE": str(self.folder / "service.yml"),
            "CAIRN_DATABASE_URL": self.settings.database_url,
            "CAIRN_TRACKER_URL": self.settings.tracker_url,
            "CAIRN_GUARD_DEADLINE": str(GUARD_DEADLINE),
            "CAIRN_DATABASE_TIMEOUT": "0.5",
            **self.environment,
        }


def words(said: Said) -> str:
    return "\n".join(bubble["text"] for bubble in said)


def shows_the_card(said: Said) -> bool:
    """Is it the card for a cue: the numbers, and all the ways on that only the card has?"""
    return "999" in words(said) and "116 123" in words(said) and buttons_of_the_card(said)


def buttons_of_the_card(said: Said) -> bool:
    """Are all the ways on there that only the card has?"""
    return {button["title"] for bubble in said for button in bubble.get("buttons", ())} >= WAYS_ON_OF_THE_CARD


def is_honest(said: Said) -> bool:
    """Does it say that something went wrong, and where help is?"""
    titles = [button["title"] for bubble in said for button in bubble.get("buttons", ())]
    return "Support now" in titles and "116 123" in words(said)


def wait_until(is_so: Callable[[], bool], otherwise: str) -> None:
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until, otherwise
        time.sleep(LOOK_EVERY)


def _obey_file_modes() -> None:
    """In the new process: root too may write no file that its mode forbids. Nobody else may anyway."""
    ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDS, _MAY_OVERRIDE_FILE_MODES, 0, 0, 0)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    def answers() -> bool:
        assert process.poll() is None, "the process ended instead of answering"
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5).close()
        except urllib.error.HTTPError:  # it answers that it is not well
            return True
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False
        return True

    wait_until(answers, "the process did not answer in time")
