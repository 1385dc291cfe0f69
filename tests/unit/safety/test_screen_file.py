"""Screening a file: a line out for each line in, and errors that name the line."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from bot.safety.screen_file import ScreenFileError, screen_lines


def test_each_line_gives_one_line_back_and_empty_lines_none() -> None:
    lines = ['{"text": "buy bread"}', "", '{"text": "nothing", "context": "What keeps you going?", "id": 3}']
    found = list(screen_lines(lines))
    assert [item["text"] for item in found] == ["buy bread", "nothing"]
    assert [item["response"] for item in found] == ["none", "ask"]
    assert set(found[0]) == {"text", "response", "families", "ms"}
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize("broken", ["not json", "[]", '{"context": "x"}', '{"text": 3}', '{"text": "x", "context": 3}'])
def test_a_broken_line_is_named(broken: str) -> None:
    with pytest.raises(ScreenFileError, match="Line 2"):
        list(screen_lines(['{"text": "fine"}', broken]))


def test_screening_imports_neither_tensorflow_nor_rasa() -> None:
    code = (
        "import sys, bot.safety.screen_file, bot.safety.card;"
        "sys.exit(any(name.split('.')[0] in {'tensorflow', 'rasa', 'sklearn', 'spacy'} for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
