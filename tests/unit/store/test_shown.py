"""Notes that support was shown find room on a full disk, and are whole or not there."""

from __future__ import annotations

import errno
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.store import shown
from bot.store.shown import SIZE, SPARES, Shown, folder_for, make_ready, note, noted

TOLD = Shown("web", "somebody", {"id": "card.1", "layout": "card", "families": ["passive"], "at": 1.5, "message": "m1"})


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/tracker.db"


@contextmanager
def no_room() -> Iterator[None]:
    """No file of this process may hold more than a byte."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


def notes(url: str) -> list[Shown]:
    return [one for _, one in noted(url)]


def ready(url: str) -> list[Path]:
    return list((folder_for(url) / "spare").glob("*.spare"))


def test_a_note_is_read_as_it_was_written(url: str) -> None:
    note(url, TOLD)
    assert notes(url) == [TOLD]


def test_without_room_it_is_told_and_nothing_half_is_left(url: str) -> None:
    with no_room(), pytest.raises(OSError, match="File too large"):
        note(url, TOLD)
    assert list(folder_for(url).iterdir()) == []


@pytest.fixture
def full(url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A disk that was made ready for and has filled up since; tests/faults fills a real one."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    assert make_ready(url)
    monkeypatch.setattr(shown, "_write", refuse)
    return url


def test_on_a_full_disk_a_file_that_lay_ready_is_written_over(full: str) -> None:
    note(full, TOLD)
    assert notes(full) == [TOLD]
    assert len(ready(full)) == SPARES - 1


def test_when_none_lies_ready_any_more_it_is_told(full: str) -> None:
    for _ in range(SPARES):
        note(full, TOLD)
    with pytest.raises(OSError, match="No space left"):
        note(full, TOLD)
    assert len(notes(full)) == SPARES


def test_a_note_too_large_for_a_file_that_lies_ready_is_told(full: str) -> None:
    with pytest.raises(OSError, match="No space left"):
        note(full, replace(TOLD, channel="x" * SIZE))
    assert len(ready(full)) == SPARES


def test_with_room_again_files_are_made_ready_again(full: str, monkeypatch: pytest.MonkeyPatch) -> None:
    note(full, TOLD)
    monkeypatch.undo()
    note(full, TOLD)
    assert len(ready(full)) == SPARES


def test_what_cannot_be_made_ready_is_told_and_keeps_nobody_from_starting(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not make_ready(f"sqlite:///{tmp_path}/file/tracker.db")
