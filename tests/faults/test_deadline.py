"""The guard's real deadline, by the clock: the one test that measures time, because time is what it is about."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from bot.settings import Settings
from tests.faults.breaking import stopped
from tests.faults.processes import ACTIONS, RASA, Cairn, is_honest
from tests.faults.visitors import ByRest, until_taken

pytestmark = pytest.mark.faults
MARGIN = 2.0  # seconds for a busy machine


def test_who_waits_for_a_process_that_hangs_is_answered_at_the_deadline_that_is_shipped(
    make: Callable[..., Cairn],
) -> None:
    deadline = Settings().guard_deadline
    cairn = make(environment={"CAIRN_GUARD_DEADLINE": ""})
    cairn.start(ACTIONS, RASA)
    until_taken(ByRest(cairn, "sam"), "I want to set a goal")
    with stopped(cairn, ACTIONS):
        began = time.monotonic()
        said = cairn.say("read a book again")
        waited = time.monotonic() - began
    cairn.stop()
    assert is_honest(said)
    assert deadline - 0.1 < waited < deadline + MARGIN
