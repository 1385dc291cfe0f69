"""Random conversations while processes are hung and killed: the part of `make soak` that is run every time."""

from __future__ import annotations

from random import Random
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.safety.wishes import TELL_TEAM
from tests.faults.conftest import SECRET
from tests.faults.messages import CARDS
from tests.faults.processes import Cairn
from tests.faults.soak import Soak, Talk
from tests.faults.visitors import Shown

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


def _told(*answers: Shown) -> Talk:
    """A talk in which somebody says a cue and the wish to tell the team, with these answers."""
    said = iter(answers)
    talk = Talk(cast(Any, SimpleNamespace(say=lambda _: next(said))), Random(0))
    for message in (CARDS["plan"], TELL_TEAM, TELL_TEAM)[: len(answers)]:
        talk.say(message)
    return talk


def test_a_wish_to_tell_the_team_may_have_been_heard_though_its_answer_was_lost() -> None:
    card = Shown("cue", "", (), is_card=True, was_taken=False)
    lost, told = (Shown("wish", words, (), False, bool(words)) for words in ("", "It is on your team's list."))
    assert [kept for kept in range(4) if _told(card, lost, lost).is_counted(kept)] == [1, 2]
    assert [kept for kept in range(4) if _told(card, told).is_counted(kept)] == [2]
    assert [kept for kept in range(4) if _told(card, lost, told).is_counted(kept)] == [2]
    assert [kept for kept in range(4) if _told(card).is_counted(kept)] == [1]
