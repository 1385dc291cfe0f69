"""Thirty invented people walk whole dialogues through the trained model: each ends, and what was agreed is kept."""

from __future__ import annotations

from typing import Any

import pytest

from bot.coaching.draft import Draft
from bot.coaching.text import plain
from bot.settings import settings
from bot.store.repositories.drafts import FINISHED, StoredDraft
from bot.store.unit_of_work import UnitOfWork
from tests.builders import create_goal
from tests.conversations.stage import Said, Stage, layout, step
from tests.conversations.test_walk import NEEDS_A_PLAN, STARTED_BY
from tests.unit.coaching.people import Someone, standing
from tests.unit.coaching.talk import GUIDES

PEOPLE, MOST_TURNS = 30, 120


def _stored(person: str, journey: str) -> StoredDraft:
    with UnitOfWork(settings().database_url) as work:
        stored = work.drafts.get(person, journey)
    assert stored is not None
    return stored


async def _begun(stage: Stage, journey: str) -> list[Said]:
    """The first question of the dialogue, after the consent that somebody new is asked for."""
    if journey in NEEDS_A_PLAN:
        await stage.agreed(create_goal())
    said = await stage.say(STARTED_BY[journey])
    assert step(said) == "consent.ask"
    return await stage.say("yes")


async def _walked(stage: Stage, journey: str, someone: Someone, said: list[Said]) -> str:
    """To the end of the dialogue; the person's id in the store."""
    with UnitOfWork(settings().database_url) as work:
        person = work.people.ensure("rest", stage.events("user")[-1].sender)
    for number in range(MOST_TURNS):
        if not said or (not step(said) and layout(said) not in {"card", "ask", "here"}):
            return person
        if layout(said) in {"card", "here"}:
            said = await stage.say("I can carry on")
            continue
        draft = Draft.from_json(_stored(person, journey).content)
        said = await stage.say(someone.answer(GUIDES[journey], draft, MOST_TURNS // 2 - number))
        assert said, someone.said[-3:]
    raise AssertionError(f"no end for person {someone.seed} in {journey}: {someone.said[-10:]}")


def _texts(value: Any) -> str:
    """Every text of what is kept, in plain form."""
    if isinstance(value, dict):
        return " ".join(_texts(each) for each in value.values())
    if isinstance(value, list):
        return " ".join(_texts(each) for each in value)
    return plain(str(value))


@pytest.mark.parametrize("seed", range(PEOPLE))
async def test_a_person_comes_to_an_end_and_what_was_agreed_is_kept(stage: Stage, seed: int) -> None:
    journey = sorted(GUIDES)[seed % len(GUIDES)]
    someone = Someone(seed)
    person = await _walked(stage, journey, someone, await _begun(stage, journey))
    stored = _stored(person, journey)
    draft = Draft.from_json(stored.content)
    with UnitOfWork(settings().database_url) as work:
        shown = work.export.person(person)
    kept = _texts(shown if stored.status == FINISHED else shown["drafts"])
    for asked, parts in standing(GUIDES[journey], draft):
        assert all(plain(part) in kept for part in parts), (journey, asked, parts)
