"""Random conversations while processes are hung and killed: the part of `make soak` that is run every time."""

from __future__ import annotations

import pytest

from tests.faults.conftest import SECRET
from tests.faults.processes import Cairn
from tests.faults.soak import Soak

pytestmark = [pytest.mark.faults, pytest.mark.timeout(900)]
SEED, CONVERSATIONS = 4, 300


def test_each_cue_brings_the_card_in_its_turn_and_is_kept_once(running: Cairn) -> None:
    result = Soak(running, CONVERSATIONS, SEED, print).run()
    assert (result.missed, result.miscounted) == ([], [])
    assert result.alerts_missing == 0
    assert result.alerts > CONVERSATIONS / 2
    assert result.conversations == CONVERSATIONS
    assert result.cues_planted > CONVERSATIONS / 2
    assert SECRET not in running.logs()
