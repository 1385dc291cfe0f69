"""The example conversations in docs/ are what the assistant says today. CAIRN_REWRITE=1 writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conversations.stage import Stage
from tests.conversations.transcripts import held_again, messages, pages


def test_there_are_six_people_with_something_to_say() -> None:
    people = {who for path in pages() for who, _ in messages(path.read_text(encoding="utf-8"))}
    assert len(people) >= 6


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.stem)
async def test_an_example_is_what_is_said_today(stage: Stage, path: Path) -> None:
    today = await held_again(stage, path)
    if os.environ.get("CAIRN_REWRITE"):
        path.write_text(today, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == today
