"""The hazard log: each entry is whole, and each control is held by a test that exists."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from bot.settings import ROOT

PAGE = (ROOT / "docs" / "hazards.md").read_text(encoding="utf-8")
FIELDS = ("Cause", "Effect", "Control", "Test")
FEWEST = 25


def entries(page: str) -> Mapping[str, Mapping[str, str]]:
    """Title → field → text."""
    parts = re.split(r"^### ", page, flags=re.MULTILINE)[1:]
    found = {}
    for part in parts:
        title, _, body = part.partition("\n")
        fields = re.findall(r"^- (\w+): (.+(?:\n  .+)*)", body, flags=re.MULTILINE)
        found[title] = {name: " ".join(text.split()) for name, text in fields}
    return found


HAZARDS = entries(PAGE)


@cache
def named_in(file: Path) -> frozenset[str]:
    """The tests that pytest collects from a file: functions named so at its outermost level."""
    if not file.exists() or not file.name.startswith("test_"):
        return frozenset()
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, functions) and node.name.startswith("test_"))


def test_there_are_enough_and_each_has_a_number_of_its_own() -> None:
    assert len(HAZARDS) >= FEWEST
    assert [title.split()[0] for title in HAZARDS] == [f"H{number:02}" for number in range(1, len(HAZARDS) + 1)]


@pytest.mark.parametrize("title", HAZARDS)
def test_a_hazard_has_cause_effect_control_and_test(title: str) -> None:
    assert tuple(HAZARDS[title]) == FIELDS
    assert all(HAZARDS[title].values())


@pytest.mark.parametrize("title", HAZARDS)
def test_a_control_is_held_by_a_test_that_exists(title: str) -> None:
    file, name = HAZARDS[title]["Test"].strip("`").split("::")
    assert name in named_in(ROOT / file)


def test_no_hazard_is_graded() -> None:
    assert not re.search(r"\b(severity|probability|risk score|low|medium|high)\b", "\n".join(HAZARDS), re.IGNORECASE)
