"""Two thousand invented people walk through the dialogues: each comes to an end, in bounds, and no answer gets lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

import pytest

from bot.coaching import engine
from bot.coaching.answers import KNOWN as BEFORE
from bot.coaching.answers import MODE
from bot.coaching.asking import Outcome, Turn
from bot.coaching.controls import read_control
from bot.coaching.draft import Draft
from bot.coaching.gate import AnswerClass, classify
from bot.coaching.guide import Guide
from bot.coaching.text import plain
from tests.unit.coaching.people import NOISE, Someone, standing
from tests.unit.coaching.talk import GUIDES, KNOWN, UNDER_WAY, begin

PEOPLE = 2000
GROUPS = 20
MOST_TURNS = 150
ENDS = {Outcome.KEPT, Outcome.NOTHING, Outcome.LEFT}


def _told(value: object) -> Iterator[str]:
    """Every text in what is to be kept."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _told(each)
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _told(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _told(getattr(value, each.name))


def _walk(person: Someone, journey: str) -> Turn:
    guide, known = GUIDES[journey], KNOWN if person.seed % 2 or journey in {"check_in", "edit"} else {}
    turn, shown, asked_for = begin(journey, known), Counter[str](), 0
    for number in range(MOST_TURNS):
        if turn.outcome not in UNDER_WAY:
            return turn
        before = turn.draft
        text = person.answer(guide, before, MOST_TURNS // 2 - number)
        asked_for += read_control(text) is not None or not text.strip() or text in NOISE or bool(before.return_to)
        asked_for += classify(text) is AnswerClass.PERSON_WANTED
        turn = engine.take(guide, before, text)
        assert turn.sayings or turn.outcome is Outcome.MENU
        assert Draft.from_json(turn.draft.to_json()) == turn.draft
        if turn.outcome in UNDER_WAY and before.step != "read_back" and not asked_for:
            shown[turn.draft.step] += 1
            assert shown[turn.draft.step] <= 3, (journey, turn.draft.step, person.said[-6:])
        _loses_nothing(guide, before, turn, text, person)
    raise AssertionError(f"no end for person {person.seed} in {journey}: {person.said[-10:]}")


def _loses_nothing(guide: Guide, before: Draft, turn: Turn, text: str, person: Someone) -> None:
    """What stood in the draft still stands, unless the person steered, changed a line, or it was asked again."""
    if turn.outcome is Outcome.KEPT:
        kept = " ".join(plain(each) for each in _told(turn.items))
        for step, parts in standing(guide, turn.draft):
            assert all(plain(part) in kept for part in parts), (guide.journey, step, parts, person.seed)
        return
    if read_control(text) is None and not before.return_to and before.step != "read_back":
        gone = {
            step
            for step, answer in before.answers.items()
            if step != before.step and not step.startswith(BEFORE) and step != MODE and step not in turn.draft.answers
        }
        if {
            before.step,
            guide.step(before.step).other_words_answer,
        } & before.answers.keys():
            # They went back: what came of the earlier answer goes with it.
            order = [step.id for step in guide.steps]
            gone = {step for step in gone if step in order[: order.index(before.step)]}
        assert not gone, (guide.journey, before.step, gone, text)


@pytest.mark.parametrize("group", range(GROUPS))
def test_every_random_person_comes_to_an_end_and_nothing_is_lost(group: int) -> None:
    ends: Counter[Outcome] = Counter()
    journeys = sorted(GUIDES)
    for seed in range(group, PEOPLE, GROUPS):
        person = Someone(seed)
        for journey in dict.fromkeys((journeys[seed // GROUPS % len(journeys)], person.chance.choice(journeys))):
            ends[_walk(person, journey).outcome] += 1
    assert set(ends) <= ENDS
    assert ends[Outcome.KEPT]
