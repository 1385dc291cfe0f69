"""A number of a line of help stands in the registry and nowhere else: whoever corrects it there has corrected it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.safety.signposts import all_rows
from bot.settings import ROOT

SUFFIXES = {".py", ".html", ".js", ".css", ".json", ".yml", ".svg"}
FOLDERS = ("bot", "actions", "data/responses", "data/stories", "migrations")
# The registry itself; and what people write, which is read and never shown.
ELSEWHERE = {ROOT / "bot/safety/signposts.yml", ROOT / "bot/safety/lexicon", ROOT / "bot/safety/messages"}
CONTACTS = [contact for row in all_rows() for kind, contact in row.channels.items() if kind in ("call", "text")]
NUMBERS = {contact.dialled for contact in CONTACTS} | {contact.shown.rpartition(" to ")[2] for contact in CONTACTS}
HOLDS = re.compile(rf"(?<![\w#.,])(?:{'|'.join(map(re.escape, sorted(NUMBERS)))})(?!\w|[.,]\d)")


def sources() -> list[Path]:
    files = (file for folder in FOLDERS for file in (ROOT / folder).rglob("*") if file.suffix in SUFFIXES)
    return [file for file in files if not ELSEWHERE & {file, *file.parents}]


@pytest.mark.parametrize("text", ["ring 999.", "116 123, free", "<b>111</b>", "text 85258", "tel:116123"])
def test_a_number_would_be_found(text: str) -> None:
    assert HOLDS.search(text)


@pytest.mark.parametrize("text", ["#000", "100,000 characters", "1999", "color: #111;", "0.999", "5_000_000"])
def test_what_is_no_number_of_a_line_is_not(text: str) -> None:
    assert not HOLDS.search(text)


def test_no_source_holds_a_number_of_a_line() -> None:
    files = sources()
    assert len(files) > 100
    assert [f"{file.relative_to(ROOT)}" for file in files if HOLDS.search(file.read_text(encoding="utf-8"))] == []
