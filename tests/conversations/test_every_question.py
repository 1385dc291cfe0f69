"""Every family of cues at every question of every dialogue, with the action server down: the card, in its own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conversations.stage import Stage, layout
from tests.faults.at_questions import copy, every_question
from tests.faults.messages import CARDS

pytestmark = pytest.mark.timeout(600)
JOURNEYS = sorted({journey for journey, _ in every_question()})


@pytest.mark.parametrize("journey", JOURNEYS)
async def test_every_family_at_every_question_of_a_dialogue(stage: Stage, tmp_path: Path, journey: str) -> None:
    await stage.talk("I want to set a goal", "yes")
    steps = [step for name, step in every_question() if name == journey]
    people = {f"{step} {family}": (journey, step) for step in steps for family in CARDS}
    copy(tmp_path / "tracker.db", "sam", people)
    stage.actions.trouble = "down"
    failed = []
    for name in people:
        said = await stage.say(CARDS[name.split(" ")[1]], name)
        tracker = await stage.tracker(name)
        if layout(said) != "card" or tracker.get_slot("waiting_dialogue") != journey:
            failed.append(name)
    assert failed == []
