"""That support was shown, noted in a folder, so that the team learns of it though no database could be written then.

Whoever shows support notes it once the reply is out; the worker takes it from here. No note holds a person's words.
"""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Optional

from bot.settings import ROOT
from bot.store.engine import place, sqlite_file

KEPT = ("id", "layout", "families", "asked_for", "at")  # of what is told with a support message


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


def note(tracker_url: str, shown: Shown) -> None:
    """Note it, for good once this returns. Raises OSError where the folder cannot be written: then try again later."""
    folder = folder_for(tracker_url)
    folder.mkdir(parents=True, exist_ok=True)
    told = Shown(shown.channel, shown.pseudonym, {name: shown.support[name] for name in KEPT if name in shown.support})
    name = uuid.uuid4().hex
    with (folder / f"{name}.new").open("w", encoding="utf-8") as file:
        json.dump(asdict(told), file)
        file.flush()
        os.fsync(file.fileno())
    (folder / f"{name}.new").rename(folder / f"{name}.json")
    _make_last(folder)


def noted(tracker_url: str) -> Iterator[tuple[Path, Shown]]:
    """What is noted, each with its file, which goes once it is kept elsewhere. A file that is none is passed over."""
    for file in sorted(folder_for(tracker_url).glob("*.json")):
        found = _read(file)
        if found is not None:
            yield file, found


def forget(tracker_url: str, pseudonym: str) -> None:
    """Drop every note of a person."""
    for file, shown in noted(tracker_url):
        if shown.pseudonym == pseudonym:
            file.unlink(missing_ok=True)


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
