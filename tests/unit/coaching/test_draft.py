"""The draft as JSON: what is kept is what comes back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.answers import Answer, State
from bot.coaching.draft import Draft, Say

WORDS = st.text(max_size=30)
ANSWERS = st.builds(Answer, WORDS, WORDS, st.none() | st.integers(0, 10), st.sampled_from(State))
VALUES = st.dictionaries(WORDS, WORDS, max_size=3)
SAYINGS = st.builds(
    Say,
    WORDS,
    VALUES,
    st.integers(0, 99),
    st.lists(WORDS, max_size=3).map(tuple),
    st.lists(st.tuples(WORDS, VALUES), max_size=3).map(tuple),
    WORDS,
)
DRAFTS = st.builds(
    Draft,
    journey=WORDS,
    step=WORDS,
    answers=st.dictionaries(WORDS, ANSWERS, max_size=4),
    path=st.lists(WORDS, max_size=4).map(tuple),
    said_at=WORDS,
    queue=st.lists(WORDS, max_size=2).map(tuple),
    return_to=WORDS,
    before=st.dictionaries(WORDS, ANSWERS, max_size=2),
    question=SAYINGS,
    asked=st.dictionaries(WORDS, SAYINGS, max_size=3),
    tries=st.integers(0, 3),
    partial=WORDS,
    turn=st.integers(0, 500),
    wordings=st.dictionaries(WORDS, st.integers(0, 99), max_size=3),
)


@given(DRAFTS)
def test_a_draft_comes_back_as_it_was_kept(draft: Draft) -> None:
    assert Draft.from_json(draft.to_json()) == draft


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"journey": "goals"}'])
def test_what_is_no_draft_says_so(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        Draft.from_json(text)


def test_a_draft_kept_before_wordings_were_counted_still_opens() -> None:
    content = json.loads(Draft("goals").to_json())
    del content["wordings"]
    assert Draft.from_json(json.dumps(content)) == Draft("goals")
