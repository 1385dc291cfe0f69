"""A fresh store, and somebody who writes to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.store.migrate import upgrade
from tests.unit.actions.writing import Person


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'cairn.db'}"
    upgrade(address)
    return address


@pytest.fixture
def person(url: str) -> Person:
    return Person(url)
