"""Every question of every dialogue with the action server really killed, each with two families in turn: the card.

All families at all questions are in tests/conversations/test_every_question.py, in one process.
"""

from __future__ import annotations

import pytest

from tests.faults.at_questions import copy, every_question
from tests.faults.breaking import killed
from tests.faults.messages import CARDS
from tests.faults.processes import ACTIONS, Cairn
from tests.faults.visitors import ByRest, until_taken

pytestmark = [pytest.mark.matrix, pytest.mark.timeout(600)]
FAMILIES = tuple(CARDS)
EACH = 2  # families at each question


def test_every_question_and_every_family_without_the_action_server(running: Cairn) -> None:
    somebody = ByRest(running)
    until_taken(somebody, "I want to set a goal")
    until_taken(somebody, "yes")
    people = {
        (step, FAMILIES[(number * EACH + turn) % len(FAMILIES)]): (ByRest(running), journey)
        for number, (journey, step) in enumerate(every_question())
        for turn in range(EACH)
    }
    copies = {one.pseudonym: (journey, step) for (step, _), (one, journey) in people.items()}
    copy(running.tracker, somebody.pseudonym, copies)
    with killed(running, ACTIONS):
        shown = {where: one.say(CARDS[where[1]]) for where, (one, _) in people.items()}
    assert {family for _, family in shown} == set(FAMILIES)
    assert [where for where, said in shown.items() if not said.is_card] == []
