"""Random conversations while processes are hung and killed: the part of `make soak` that is run every time."""

from __future__ import annotations

from random import Random
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.safety.wishes import TELL_TEAM
from tests.faults.conftest import SECRET
from tests.faults.messages import CARDS, EVERYDAY
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


def _counted(talk: Talk) -> list[int]:
    """How many cue events may have been kept of it."""
    return [kept for kept in range(5) if talk.is_counted(kept)]


def _talk(messages: tuple[str, ...], *answers: Shown) -> Talk:
    """A talk in which somebody says the messages, as many as there are answers."""
    said = iter(answers)
    talk = Talk(cast(Any, SimpleNamespace(say=lambda _: next(said))), Random(0))
    for message in messages[: len(answers)]:
        talk.say(message)
    return talk


def _told(*answers: Shown) -> Talk:
    """A talk in which somebody says a cue and the wish to tell the team, with these answers."""
    return _talk((CARDS["plan"], TELL_TEAM, TELL_TEAM), *answers)


def test_a_wish_to_tell_the_team_may_have_been_heard_though_its_answer_was_lost() -> None:
    card = Shown("cue", "", (), is_card=True, was_taken=False)
    lost, told = (Shown("wish", words, (), False, bool(words)) for words in ("", "It is on your team's list."))
    assert _counted(_told(card, lost, lost)) == [1, 2]
    assert _counted(_told(card, told)) == [2]
    assert _counted(_told(card, lost, told)) == [2]
    assert _counted(_told(card)) == [1]


def test_a_cue_in_the_words_of_one_that_was_not_taken_may_be_that_one_once_more() -> None:
    lost, again, taken = (Shown(key, "", (), is_card=True, was_taken=key == "c") for key in "abc")
    cue, other = CARDS["plan"], next(words for words in CARDS.values() if words != CARDS["plan"])
    assert _counted(_talk((cue, cue, cue), lost, again, taken)) == [1, 2, 3]
    assert _counted(_talk((cue, other, cue), lost, again, taken)) == [3]
    assert _counted(_talk((cue, cue, cue), taken, lost)) == [2]


def test_a_message_that_was_lost_in_the_middle_of_screening_may_be_kept_as_one_in_doubt() -> None:
    lost, card = Shown("a", "", (), is_card=False, was_taken=False), Shown("b", "", (), is_card=True, was_taken=True)
    talk = _talk(("could do with some hope", CARDS["plan"]), lost, card)
    assert [talk.is_counted(kept, unclear=0) for kept in (0, 1, 2)] == [False, True, False]
    assert [talk.is_counted(kept, unclear=1) for kept in (0, 1, 2, 3)] == [False, True, True, False]


def test_a_card_beside_everyday_words_may_be_that_of_a_cue_that_was_not_taken_before_them() -> None:
    lost_cue, lost = (Shown(key, "", (), is_card, False) for key, is_card in (("cue", True), ("lost", False)))
    late, taken = (Shown(key, "", (), is_card, True) for key, is_card in (("late", True), ("taken", False)))
    cue, words = CARDS["plan"], EVERYDAY[0]
    assert _counted(_talk((cue, words), lost_cue, late)) == [1, 2]
    assert _counted(_talk((cue, words, words), lost_cue, lost, late)) == [1, 2]
    assert _counted(_talk((cue, words, words), lost_cue, taken, late)) == [2]
    assert _counted(_talk((words, words), taken, late)) == [1]
