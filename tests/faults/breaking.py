"""What can go wrong, done to real processes and files: hang, kill, lock, fill, forbid. All of it can be mended."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from itertools import product
from pathlib import Path

from tests.faults.processes import ACTIONS, RASA, WORKER, Cairn

HUNG, KILLED, LOCKED, FULL = "hung", "killed", "locked", "full"
# Part → how it can fail while the rest runs. A model and the modes of files are as they are when a process starts.
LIVE = {
    "actions": (HUNG, KILLED),
    "worker": (HUNG, KILLED),
    "rasa": (HUNG, KILLED),
    "tracker": (LOCKED,),
    "coaching": (LOCKED,),
    "disk": (FULL,),
}
_MODULES = {"actions": ACTIONS, "worker": WORKER, "rasa": RASA}


Fault = tuple[str, str]  # a part, and how it fails


def single() -> list[Fault]:
    """Each fault alone."""
    return [(part, how) for part, ways in LIVE.items() for how in ways]


def combinations(*parts: str) -> list[tuple[Fault, ...]]:
    """Every way in which these parts can work or fail together; what takes longest to mend changes least."""
    ways = [[(), *(((part, how),) for how in LIVE[part])] for part in parts]
    return [tuple(fault for chosen in row for fault in chosen) for row in product(*ways)]


def of_processes(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Those of processes, among some faults."""
    return tuple(fault for fault in faults if fault[0] in _MODULES)


@contextmanager
def broken(cairn: Cairn, *faults: Fault) -> Iterator[None]:
    """These parts fail in these ways until the block ends."""
    with ExitStack() as stack:
        for part, how in faults:
            stack.enter_context(_broken(cairn, part, how))
        yield


@contextmanager
def stopped(cairn: Cairn, module: str) -> Iterator[None]:
    """A process that hangs: it keeps its connections and answers nothing."""
    cairn.send(module, signal.SIGSTOP)
    try:
        yield
    finally:
        cairn.send(module, signal.SIGCONT)


@contextmanager
def killed(cairn: Cairn, module: str) -> Iterator[None]:
    """A process that is gone, and its port closed."""
    cairn.send(module, signal.SIGKILL)
    try:
        yield
    finally:
        cairn.start(module)


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Somebody else's lock on a database, held for as long as they like."""
    connection = sqlite3.connect(file, isolation_level=None, timeout=5)
    # A process that was stopped in the middle of writing holds a lock itself: then it is locked already.
    with suppress(sqlite3.OperationalError):
        connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        connection.rollback()
        connection.close()


@contextmanager
def full(cairn: Cairn) -> Iterator[None]:
    """No room on the disk with the databases."""
    cairn.disk.fill(cairn.pids())
    try:
        yield
    finally:
        cairn.disk.free(cairn.pids())


@contextmanager
def model_cut_short(cairn: Cairn) -> Iterator[None]:
    """Half of its model, for as long as the block lasts: to enter before the processes start."""
    model = Path(cairn.model)
    whole = model.read_bytes()
    model.write_bytes(whole[: len(whole) // 2])
    try:
        yield
    finally:
        model.write_bytes(whole)
        cairn.stop(RASA)
        cairn.start(RASA)


@contextmanager
def read_only(cairn: Cairn) -> Iterator[None]:
    """Both databases can only be read: to enter before the processes start."""
    for file in (cairn.database, cairn.tracker):
        with sqlite3.connect(file) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        file.chmod(0o444)
    try:
        yield
    finally:
        # The files that SQLite made beside a read-only one have its mode.
        for file in cairn.disk.folder.glob("*.db*"):
            if file.is_file():
                file.chmod(0o644)


FROM_THE_START = {"truncated model": model_cut_short, "read-only databases": read_only}


def _broken(cairn: Cairn, part: str, how: str) -> AbstractContextManager[None]:
    if part == "disk":
        return full(cairn)
    if how == LOCKED:
        return locked(cairn.tracker if part == "tracker" else cairn.database)
    return stopped(cairn, _MODULES[part]) if how == HUNG else killed(cairn, _MODULES[part])
