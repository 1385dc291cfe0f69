"""Names offered for a strength: from their own words, grammatical, and never from a loss or a hurt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.guides.strengths import _WAYS
from bot.coaching.labels import MOST, offered_labels


@pytest.mark.parametrize(
    ("story", "label"),
    [
        ("walked the dog i suppose. twice a day", "I look after my dog"),
        ("walked the dog i suppose. twice a day", "I keep going"),
        ("i rang the GP", "I rang the GP"),
        ("fed the cat", "I look after my cat"),
        ("learned guitar", "I keep learning"),
        ("got through monday", "I keep going"),
    ],
)
def test_a_name_is_offered_from_the_story(story: str, label: str) -> None:
    assert label in offered_labels(story, _WAYS)


@pytest.mark.parametrize(
    "story",
    [
        "my nan died",
        "i hit my brother",
        "my dog died",
        "my dad left me",
        "i hurt my sister",
        "my mum hates me",
    ],
)
def test_somebody_lost_or_hurt_is_no_label(story: str) -> None:
    assert not any("I have my" in label or "look after" in label for label in offered_labels(story, _WAYS))


@pytest.mark.parametrize("story", ["my kids came round", "my friends came round", "cooked tea for my kids"])
def test_several_people_stand_by_one(story: str) -> None:
    assert {"I have my kids", "I have my friends"} & set(offered_labels(story, _WAYS))


@pytest.mark.parametrize("story", ["i hit my brother", "i hurt my sister", "i shouted at my mum"])
def test_a_deed_that_hurt_is_not_offered_as_a_strength(story: str) -> None:
    assert offered_labels(story, _WAYS) == ()


@pytest.mark.parametrize("story", ["", "nothing", "i", "my", "i am kind", "i was scared but i did it", "🙂"])
def test_without_a_deed_nothing_is_offered(story: str) -> None:
    assert offered_labels(story, _WAYS) == ()


@given(st.text(max_size=200))
def test_there_are_never_more_than_three_and_none_is_empty(story: str) -> None:
    labels = offered_labels(story, _WAYS)
    assert len(labels) <= MOST
    assert all(labels)
    assert len(set(labels)) == len(labels)
