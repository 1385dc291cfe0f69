"""Whatever a person types can be kept, and comes back as near to it as a database allows."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.store import StoredDraft, UnitOfWork
from bot.store.columns import storable
from tests.builders import create_goal

ANY_TEXT = st.text(alphabet=st.characters(codec=None), max_size=200)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("", ""),
        ("walk Rex — at 9 💚", "walk Rex — at 9 💚"),
        ("a\x00b", "ab"),
        ("\ud83d\udc9a", "💚"),
        ("lone \ud83d here", "lone \ufffd here"),
        ("\udc9a", "\ufffd"),
        ("نعم، غدا", "نعم، غدا"),
        ("line\r\nline\ttab\x07", "line\r\nline\ttab\x07"),
    ],
)
def test_words_are_kept_as_every_database_can_hold_them(said: str, kept: str) -> None:
    assert storable(said) == kept


@given(ANY_TEXT)
def test_any_text_becomes_storable_and_then_stays_as_it_is(said: str) -> None:
    kept = storable(said)
    kept.encode("utf-8")
    assert "\x00" not in kept
    assert storable(kept) == kept


@given(st.text(alphabet=st.characters(exclude_characters="\x00", exclude_categories=["Cs"])))
def test_ordinary_text_is_not_touched(said: str) -> None:
    assert storable(said) == said


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=ANY_TEXT)
def test_any_words_can_be_kept_in_a_draft_and_a_plan(work: UnitOfWork, person_id: str, said: str) -> None:
    content = json.dumps({"answer": said})
    work.drafts.put(person_id, "goals", StoredDraft(content, reply=said))
    work.plans.add(person_id, [create_goal(vision=said)], said)
    draft = work.drafts.get(person_id, "goals")
    assert draft is not None
    assert (draft.content, draft.reply) == (content, storable(said))
    assert work.plans.current(person_id).goals[-1].vision == storable(said)
    json.dumps(work.export.person(person_id), ensure_ascii=False).encode("utf-8", "surrogatepass")


def test_a_very_long_answer_is_kept_whole(work: UnitOfWork, person_id: str) -> None:
    said = "so " * 40_000
    work.plans.add(person_id, [create_goal(vision=said)], "")
    assert work.plans.current(person_id).goals[0].vision == said
