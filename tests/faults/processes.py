"""Real processes of Cairn, started on free ports with databases of their own, and broken in real ways."""

from __future__ import annotations

import json
import os
import resource
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.settings import ROOT

PATIENCE = 120.0  # seconds until a process answers; Rasa needs most of a minute on a busy machine
GUARD_DEADLINE = 1.5
Said = list[dict[str, Any]]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@dataclass
class Cairn:
    """The dialogue and the action process of one installation in a folder."""

    folder: Path
    model: str
    environment: dict[str, str] = field(default_factory=dict)
    largest_file: int = 0  # bytes that a file may have, 0 for no limit: a full disk
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rasa_port, self.actions_port = free_port(), free_port()

    def start(self, module: str) -> None:
        """Start `bot.rasa.server` or `actions`, and wait until it answers."""
        port = self.rasa_port if module == "bot.rasa.server" else self.actions_port
        with (self.folder / f"{module}.log").open("ab") as log:
            self.running[module] = subprocess.Popen(
                [sys.executable, "-m", module],
                cwd=ROOT,
                env=self._environment(),
                stdout=log,
                stderr=subprocess.STDOUT,
                preexec_fn=self._limit if module == "bot.rasa.server" else None,
            )
        _wait_for(port, self.running[module])

    def send(self, module: str, number: signal.Signals) -> None:
        self.running[module].send_signal(number)
        if number == signal.SIGKILL:
            self.running.pop(module).wait()

    def stop(self) -> None:
        for process in self.running.values():
            process.send_signal(signal.SIGCONT)
            process.terminate()
        for process in self.running.values():
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.running.clear()

    def say(self, message: str, sender: str = "sam") -> Said:
        """What is answered to a message over REST."""
        body = json.dumps({"sender": sender, "message": message}).encode()
        status, answer = self.call("/webhooks/rest/webhook", body)
        assert status == 200
        return list(answer)

    def call(self, path: str, body: bytes | None = None) -> tuple[int, Any]:
        """The status and the JSON of an answer."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.rasa_port}{path}", body)
        request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            with suppress(ValueError):
                return error.code, json.loads(error.read())
            return error.code, None

    def logs(self) -> str:
        return "\n".join(file.read_text(errors="replace") for file in self.folder.glob("*.log"))

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "CAIRN_MODEL": self.model,
            "CAIRN_RASA_PORT": str(self.rasa_port),
            "CAIRN_ACTIONS_PORT": str(self.actions_port),
            "CAIRN_DATABASE_URL": f"sqlite:///{self.folder}/cairn.db",
            "CAIRN_TRACKER_URL": f"sqlite:///{self.folder}/tracker.db",
            "CAIRN_GUARD_DEADLINE": str(GUARD_DEADLINE),
            "CAIRN_DATABASE_TIMEOUT": "0.5",
            **self.environment,
        }

    def _limit(self) -> None:
        if self.largest_file:
            resource.setrlimit(resource.RLIMIT_FSIZE, (self.largest_file, self.largest_file))


def words(said: Said) -> str:
    return "\n".join(bubble["text"] for bubble in said)


def shows_the_card(said: Said) -> bool:
    """Is it the card: the numbers and the way back?"""
    titles = [button["title"] for bubble in said for button in bubble.get("buttons", ())]
    return "999" in words(said) and "116 123" in words(said) and "I can carry on" in titles


def is_honest(said: Said) -> bool:
    """Does it say that something went wrong, and where help is?"""
    titles = [button["title"] for bubble in said for button in bubble.get("buttons", ())]
    return "Support now" in titles and "116 123" in words(said)


@contextmanager
def stopped(cairn: Cairn, module: str) -> Iterator[None]:
    """A process that hangs: it keeps its connections and answers nothing."""
    cairn.send(module, signal.SIGSTOP)
    try:
        yield
    finally:
        cairn.send(module, signal.SIGCONT)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None, "the process ended instead of answering"
        with suppress(urllib.error.HTTPError):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5).close()
            except (urllib.error.URLError, ConnectionError, TimeoutError) as error:
                if isinstance(error, urllib.error.HTTPError):
                    return
                time.sleep(0.2)
                continue
        return
    raise AssertionError("the process did not answer in time")
