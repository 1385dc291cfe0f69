"""One running Cairn for the faults that pass, and a fresh one for each that does not."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.databases import migrated_file  # noqa: F401 (a fixture)
from tests.faults.processes import MODULES, Cairn
from tests.model import trained_model

SECRET = "the blue heron at Tring"


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Iterator[Callable[..., Cairn]]:  # noqa: F811
    """Installations with empty databases; each is stopped at the end."""
    made: list[Cairn] = []

    def one(**differences: Any) -> Cairn:
        cairn = Cairn(tmp_path_factory.mktemp("cairn"), **{"model": trained_model(), **differences})
        made.append(cairn)
        shutil.copy(migrated_file, cairn.database)
        return cairn

    yield one
    for cairn in made:
        cairn.stop()


@pytest.fixture(scope="session")
def running(make: Callable[..., Cairn]) -> Cairn:
    """A sound installation. Whoever breaks it mends it."""
    cairn = make()
    cairn.start(*MODULES)
    return cairn


@pytest.fixture
def cairn(running: Cairn) -> Iterator[Cairn]:
    yield running
    assert SECRET not in running.logs()
