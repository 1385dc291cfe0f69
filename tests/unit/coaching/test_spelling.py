"""Everyday spellings are read in full, and what is no such spelling stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.spelling import LONGEST, spelled


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("im at me mums cos its quiet", "I'm at my mum's because it's quiet"),
        ("ill ring kev & ill go", "I'll ring kev and I'll go"),
        ("i dont no what 2 say", "I don't know what to say"),
        ("going to me nans", "going to my nan's"),
        ("she told me mum things", "she told me mum things"),
        ("i was ill", "I was ill"),
        ("its tail wags", "its tail wags"),
        ("my id card", "my id card"),
        ("I LOVE MY DOG", "I love my dog"),
        ("me and my sister", "me and my sister"),
        ("i should of gone", "I should have gone"),
        ("i   don’t\nknow", "I don't know"),
        ("2 eggs", "2 eggs"),
    ],
)
def test_everyday_spellings_are_read_in_full(written: str, read: str) -> None:
    assert spelled(written) == read


@given(st.text(max_size=3000))
def test_any_text_can_be_read(text: str) -> None:
    assert len(spelled(text)) <= LONGEST * 4
