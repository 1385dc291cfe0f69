"""Each fault once for each channel, in real processes: the part of the matrix that is run every time.

States and families take turns, so that all of them are met. The rest is in test_matrix.py.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest

from tests.faults.breaking import FROM_THE_START, Fault, single
from tests.faults.cases import AT_A_QUESTION, STATES, STRANGER, Case, failures, happen, not_listed_once, prepared
from tests.faults.messages import CARDS
from tests.faults.processes import MODULES, Cairn
from tests.faults.visitors import CHANNELS

pytestmark = [pytest.mark.faults, pytest.mark.timeout(600)]


def sample() -> list[tuple[Fault, str]]:
    """Each fault with each channel. Nobody answers for Rasa over REST."""
    return [(fault, channel) for fault in single() for channel in CHANNELS if (fault[0], channel) != ("rasa", "rest")]


def test_each_fault_once_for_each_channel(running: Cairn) -> None:
    families, states = cycle(CARDS), cycle(STATES)
    cases = prepared(
        Case(CHANNELS[channel](running), next(states), (fault,), next(families)) for fault, channel in sample()
    )
    happen(running, cases)
    assert {case.family for case in cases} == set(CARDS)
    assert failures(running, cases) == []
    assert not_listed_once(running, cases) == []


@pytest.mark.parametrize("how", FROM_THE_START)
def test_what_is_broken_from_the_start_once_for_each_channel(
    make: Callable[..., Cairn], running: Cairn, tmp_path: Path, how: str
) -> None:
    cairn = make(model=str(shutil.copy(running.model, tmp_path / "model.tar.gz")))
    cairn.start(*MODULES)
    cases = prepared(
        Case(visitor(cairn), state, ()) for visitor in CHANNELS.values() for state in (STRANGER, AT_A_QUESTION)
    )
    cairn.stop(*MODULES)
    with FROM_THE_START[how](cairn):
        cairn.start(*MODULES)
        happen(cairn, cases)
    found = failures(cairn, cases)
    cairn.stop()
    assert found == []
