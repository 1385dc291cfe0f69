"""That support was shown, noted in a folder, so that the team learns of it though no database could be written then.

Whoever shows support notes it once the reply is out; the worker takes it from here. It stays, as a note that was taken,
until the conversation itself tells of it: a process that starts anew finds here that a card waits. No note holds a
person's words.
Files of the right size lie ready beside the notes: on a full disk they can still be written over.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Optional

from bot.settings import ROOT
from bot.store.engine import place, sqlite_file
from bot.store.message_keys import key_of_shown, shown_at
from bot.store.tracker_events import TrackerEvent, mapping

KEPT = ("id", "layout", "families", "asked_for", "at", "message", "alerts")  # of what is told with a support message
SPARES = 64  # notes for which there is room on a full disk
SIZE = 1024  # bytes of such a note; JSON may end in spaces
_NEW, _TAKEN = ".json", ".taken"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True)
class Shown:
    """Support that was shown to somebody. `support` is what the message told of it."""

    channel: str
    pseudonym: str
    support: Mapping[str, Any]


def folder_for(tracker_url: str) -> Path:
    """Where notes lie: beside an SQLite tracker database, else under var/, by the address of the database."""
    file = sqlite_file(tracker_url)
    if file is not None:
        return file.with_name(f"{file.name}.shown")
    return ROOT / "var" / "shown" / hashlib.sha256(place(tracker_url).encode()).hexdigest()[:16]


def is_usable(tracker_url: str) -> bool:
    """Whether notes can be written and read where they lie, or where they will once there is one."""
    folder = folder_for(tracker_url)
    while not folder.exists():
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.R_OK | os.W_OK | os.X_OK)


def make_ready(tracker_url: str) -> bool:
    """Make room for notes on a disk that may be full when they come. Out: was there room?"""
    spares = _spares(folder_for(tracker_url))
    try:
        spares.mkdir(parents=True, exist_ok=True)
        _fill_up(spares)
    except OSError:
        return False
    return True


def note(tracker_url: str, shown: Shown) -> None:
    """Note it, for good once this returns. Raises OSError where the folder cannot be written: then try again later."""
    folder = folder_for(tracker_url)
    told = Shown(shown.channel, shown.pseudonym, {name: shown.support[name] for name in KEPT if name in shown.support})
    content = json.dumps(asdict(told)).encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder, content)
        if _spares(folder).exists():
            _fill_up(_spares(folder))
    except OSError as error:
        if error.errno not in _FULL or not _write_over_a_spare(folder, content):
            raise
    _make_last(folder)


def noted(tracker_url: str) -> Iterator[tuple[Path, Shown]]:
    """What is noted, each with its file, until the worker takes it. A file that is none is passed over."""
    return _all(tracker_url, _NEW)


def take(file: Path) -> None:
    """What this note tells is kept as a cue event."""
    with suppress(FileNotFoundError):
        file.rename(file.with_suffix(_TAKEN))


def taken(tracker_url: str) -> Iterator[tuple[Path, Shown]]:
    """What was taken and may not stand in the conversation yet, each with its file."""
    return _all(tracker_url, _TAKEN)


def told_of(tracker_url: str, pseudonym: str) -> list[Shown]:
    """Every note of a person, the oldest first."""
    found = [one for _, one in (*noted(tracker_url), *taken(tracker_url)) if one.pseudonym == pseudonym]
    return sorted(found, key=lambda one: shown_at(one.support))


def untold(notes: Iterable[Shown], spoken: Sequence[TrackerEvent]) -> list[Shown]:
    """Those of a person's notes of which nothing tells that was said in their conversation. Pure."""
    supports = [mapping(event.metadata.get(name)) for event in spoken for name in ("support", "support_shown")]
    return [one for one in notes if not any(_is_same(one, support) for support in supports if support)]


def forget(tracker_url: str, pseudonym: str) -> None:
    """Drop every note of a person."""
    for file, shown in (*noted(tracker_url), *taken(tracker_url)):
        if shown.pseudonym == pseudonym:
            file.unlink(missing_ok=True)


def _is_same(one: Shown, support: Mapping[str, Any]) -> bool:
    return key_of_shown(one.pseudonym, support) == key_of_shown(one.pseudonym, one.support)


def _all(tracker_url: str, suffix: str) -> Iterator[tuple[Path, Shown]]:
    for file in sorted(folder_for(tracker_url).glob(f"*{suffix}")):
        found = _read(file)
        if found is not None:
            yield file, found


def _write(folder: Path, content: bytes, suffix: str = _NEW) -> None:
    """A file that is whole or not there."""
    name = uuid.uuid4().hex
    new = folder / f"{name}.new"
    try:
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        new.unlink(missing_ok=True)
        raise
    new.rename(folder / f"{name}{suffix}")


def _spares(folder: Path) -> Path:
    return folder / "spare"


def _fill_up(spares: Path) -> None:
    for _ in range(SPARES - len(list(spares.glob("*.spare")))):
        _write(spares, b" " * SIZE, ".spare")


def _write_over_a_spare(folder: Path, content: bytes) -> bool:
    """Out: was there one, and was it large enough?"""
    if len(content) > SIZE:
        return False
    for spare in _spares(folder).glob("*.spare"):
        mine = spare.with_suffix(".new")
        try:
            spare.rename(mine)
        except FileNotFoundError:  # another process was quicker
            continue
        with mine.open("r+b") as file:
            file.write(content.ljust(SIZE))
            file.flush()
            os.fsync(file.fileno())
        mine.rename(folder / f"{mine.stem}{_NEW}")
        return True
    return False


def _make_last(folder: Path) -> None:
    """See to it that the names in a folder outlive a loss of power."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _read(file: Path) -> Optional[Shown]:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return Shown(str(content["channel"]), str(content["pseudonym"]), dict(content["support"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
