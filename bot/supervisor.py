"""Keeps Cairn's own processes alive: starts them, starts one again when it dies, stops them all.

It must never leave a process behind, and never write a process's output anywhere but into that process's log.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bot.settings import ROOT

LONG_ENOUGH = 60.0  # seconds; a process that lived this long is not in a row of failures any more
LONGEST_PAUSE = 10.0  # seconds between two starts of the same process
MOST_DEATHS = 6  # in a row; then something is wrong that another start will not heal
PATIENCE = 10.0  # seconds a process has to stop by itself


@dataclass(frozen=True)
class Part:
    """One of the processes: its name, what it is in plain words, its module, and where it listens."""

    name: str
    what: str
    module: str
    port: int
    arguments: tuple[str, ...] = ()


class KeepsDyingError(RuntimeError):
    """A part stops again and again; the message names it and its log."""


@dataclass
class _Running:
    part: Part
    process: subprocess.Popen[bytes]
    started: float
    deaths: int = 0
    start_again: float | None = None


def pause_before(deaths: int) -> float | None:
    """Seconds to wait before the next start after so many deaths in a row; None means give up."""
    if deaths >= MOST_DEATHS:
        return None
    return 0.0 if deaths <= 1 else min(LONGEST_PAUSE, 2.0 ** (deaths - 2))


def ending(code: int) -> str:
    """How a process ended, in words: a negative code is the signal that killed it."""
    return f"was killed ({signal.Signals(-code).name})" if code < 0 else f"stopped with code {code}"


@dataclass
class Supervisor:
    """Runs parts, each in a session of its own so that its children can be stopped with it."""

    logs: Path
    environment: Mapping[str, str]
    say: Callable[[str], None]
    clock: Callable[[], float] = time.monotonic
    folder: Path = ROOT
    _running: dict[str, _Running] = field(default_factory=dict)

    def start(self, part: Part) -> None:
        """Start a part with an empty log."""
        self.logs.mkdir(parents=True, exist_ok=True)
        self.log_of(part).write_bytes(b"")
        self._running[part.name] = _Running(part, self._spawn(part), self.clock())

    def log_of(self, part: Part) -> Path:
        return self.logs / f"{part.name}.log"

    def pid_of(self, part: Part) -> int:
        return self._running[part.name].process.pid

    def dead(self) -> list[Part]:
        """The parts that are not running now."""
        return [running.part for running in self._running.values() if running.process.poll() is not None]

    def heal(self) -> None:
        """Start again what died, after a pause that grows. Raises KeepsDyingError."""
        for running in self._running.values():
            if running.process.poll() is None:
                continue
            if running.start_again is None:
                self._plan_start(running)
            elif self.clock() >= running.start_again:
                running.process = self._spawn(running.part)
                running.started, running.start_again = self.clock(), None

    def stop(self) -> None:
        """Ask every part and its children to stop; end what has not stopped in time."""
        for running in self._running.values():
            _signal_group(running.process, signal.SIGTERM)
        deadline = self.clock() + PATIENCE
        for running in self._running.values():
            with suppress(subprocess.TimeoutExpired):
                running.process.wait(timeout=max(0.1, deadline - self.clock()))
            _signal_group(running.process, signal.SIGKILL)  # also what its children left
            running.process.wait()
        self._running.clear()

    def _plan_start(self, running: _Running) -> None:
        lived = self.clock() - running.started
        running.deaths = 1 if lived >= LONG_ENOUGH else running.deaths + 1
        _signal_group(running.process, signal.SIGKILL)
        pause = pause_before(running.deaths)
        if pause is None:
            raise KeepsDyingError(f"{running.part.what} keeps stopping. See {self.log_of(running.part)}.")
        self.say(f"{running.part.what} {ending(running.process.returncode)} and is being started again.")
        running.start_again = self.clock() + pause

    def _spawn(self, part: Part) -> subprocess.Popen[bytes]:
        with self.log_of(part).open("ab") as log:
            return subprocess.Popen(  # noqa: S603 (our own modules, no shell)
                [sys.executable, "-m", part.module, *part.arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=dict(self.environment),
                cwd=self.folder,
                start_new_session=True,
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,
            )


def _signal_group(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    """The signal to a process and its children; each part leads its own group."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


def _die_with_parent() -> None:
    """In the new process: be stopped when the supervisor is killed, so that no port stays taken."""
    set_parent_death_signal = 1  # PR_SET_PDEATHSIG
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)
