"""That support was shown is noted in the end, whatever keeps it from being written at first."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field

import pytest

from bot.noting import Noting
from bot.store.shown import Shown

SECRET = "the blue heron at Tring"


def told(number: int) -> Shown:
    return Shown("web", f"somebody {number}", {"id": f"card.{number}", "layout": "card"})


@dataclass
class Disk:
    """Takes notes once it has refused so many."""

    refuses: int = 0
    kept: list[Shown] = field(default_factory=list)

    def write(self, one: Shown) -> None:
        if self.refuses:
            self.refuses -= 1
            raise OSError(SECRET)
        self.kept.append(one)


async def all_written(noting: Noting) -> None:
    while noting.waiting:
        await asyncio.sleep(0)


async def test_a_note_is_written_at_once_where_it_can_be() -> None:
    disk = Disk()
    noting = Noting(disk.write)
    await noting.note(told(1))
    assert (disk.kept, noting.waiting) == ([told(1)], 0)


async def test_what_a_full_disk_refused_is_written_later_once_and_in_order(caplog: pytest.LogCaptureFixture) -> None:
    disk = Disk(refuses=4)
    noting = Noting(disk.write, pause=0)
    with caplog.at_level(logging.DEBUG):
        for number in range(3):
            await noting.note(told(number))
        await all_written(noting)
    assert disk.kept == [told(0), told(1), told(2)]
    assert "OSError" in caplog.text
    assert SECRET not in caplog.text


async def test_after_trouble_notes_are_written_at_once_again() -> None:
    disk = Disk(refuses=2)
    noting = Noting(disk.write, pause=0)
    await noting.note(told(1))
    await all_written(noting)
    await noting.note(told(2))
    assert disk.kept == [told(1), told(2)]
