"""Days as they are misspelt, and as they are texted; and words that only look like one."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.coaching.gate import is_only_a_time, names_a_time
from bot.coaching.when import PartOfDay, When, when
from tests.unit.coaching.talk import told

LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=LONDON)


def read(text: str) -> When:
    return when(text, MONDAY, LONDON)


@pytest.mark.parametrize(
    ("misspelt", "right"),
    [
        ("wensday", "wednesday"),
        ("on thursady", "on thursday"),
        ("frday", "friday"),
        ("satday morning", "saturday morning"),
        ("nxt tusday", "next tuesday"),
        ("munday", "monday"),
    ],
)
def test_a_misspelt_day_is_read(misspelt: str, right: str) -> None:
    assert names_a_time(f"ring her {misspelt}")
    found = read(f"ring her {misspelt}")
    assert found.without == "ring her"
    assert (found.day_and_time, found.days) == (read(f"ring her {right}").day_and_time, read(f"ring her {right}").days)
    assert found.days


@pytest.mark.parametrize("text", ["strawberry sundae", "my payday", "sundry things", "a holiday", "someday", "midday"])
def test_a_word_that_looks_like_a_day_is_none(text: str) -> None:
    assert read(text).days == ()


@pytest.mark.parametrize("said", ["2moz", "2mora", "2mor", "2mrw", "2moro", "tomoz"])
def test_tomorrow_is_read_as_it_is_texted(said: str) -> None:
    found = read(f"go round {said} arvo")
    assert (found.days, found.part, found.without) == (read("tomorrow").days, PartOfDay.AFTERNOON, "go round")
    assert is_only_a_time(said)
    assert names_a_time(f"go round {said}")


@pytest.mark.parametrize("said", ["2nite", "2nyt", "2nyte", "tonite", "2night"])
def test_tonight_is_read_as_it_is_texted(said: str) -> None:
    found = read(f"ring him {said}")
    assert (found.days, found.part) == (read("tonight").days, PartOfDay.NIGHT)
    assert read(f"ring him at 8 {said}").times == read("ring him at 8 tonight").times


@pytest.mark.parametrize(
    "said", ["watch it sun", "go c him on sun", "ring him sun arvo", "this sun", "by sun", "sun 2pm"]
)
def test_sun_alone_is_a_sunday(said: str) -> None:
    assert read(said).days == read("sunday").days


@pytest.mark.parametrize(
    "said",
    [
        "sit in the sun", "watch the sun come up", "get some sun", "go out when the sun is out", "sun is out",
        "in hot sun", "walk when there's sun", "out in sun", "whenever", "my sun lounger",
    ],
)  # fmt: skip
def test_the_sun_and_whenever_are_no_day(said: str) -> None:
    assert read(said).days == ()
    assert not is_only_a_time(said)


def test_a_day_stays_one_beside_the_sun() -> None:
    assert read("walk in the sun on sat").days == read("sat").days
    assert not names_a_time("sit in the sun")
    assert names_a_time("watch it sun")


def test_whenever_is_kept_as_said_for_a_day() -> None:
    turn = told("goals", "learn to swim", "8", "it's fun", "ring my sister", "whenever")
    assert turn.draft.answers["step_when"].text == "whenever"
