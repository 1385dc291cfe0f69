"""Which conversations something came of that staff may see, and what of a page came of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.plan import CheckIn, HardTimes, Hope, LineKind, OwnLine, Section
from bot.summaries.conversations import SILENCE, Conversation, conversations_of, only
from bot.summaries.lines import Line
from bot.summaries.page import page_of
from bot.summaries.parts import PersonPage
from tests.builders import create_goal, create_strength
from tests.unit.summaries.test_page import shared

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)
MINUTES = st.lists(st.integers(0, 600), min_size=1, unique=True)


def at(minute: int) -> datetime:
    return NINE + timedelta(minutes=minute)


def lines(*minutes: int) -> list[Line]:
    return [Line(number, "words", at(minute), "", 1) for number, minute in enumerate(sorted(minutes), start=1)]


def found(said: Sequence[int], seen: Sequence[int], kept: Sequence[Conversation] = ()) -> list[tuple[int, int]]:
    """From and to which minute."""
    return [
        (round((one.began_at - NINE).total_seconds() / 60), round((one.last_at - NINE).total_seconds() / 60))
        for one in conversations_of(lines(*said), [at(minute) for minute in seen], kept)
    ]


@pytest.mark.parametrize(
    ("said", "seen", "conversations"),
    [
        ((0, 5, 9), (5,), [(0, 5)]),
        ((0, 60, 120), (120,), [(0, 120)]),  # an hour of silence is not over yet
        ((0, 61, 70), (61,), [(61, 61)]),
        ((0, 5, 200, 210), (5, 210), [(0, 5), (200, 210)]),
        ((0, 5, 200), (200,), [(200, 200)]),  # of the first nothing is seen
        ((0, 5), (), []),
        ((), (7,), [(7, 7)]),  # support of which no line is kept
    ],
)
def test_an_hour_of_silence_ends_a_conversation(
    said: Sequence[int], seen: Sequence[int], conversations: list[tuple[int, int]]
) -> None:
    assert found(said, seen) == conversations


def test_a_conversation_stays_when_its_lines_are_deleted() -> None:
    kept = conversations_of(lines(0, 50, 100), [at(100)])
    assert found((500,), (100, 500), kept) == [(0, 100), (500, 500)]
    assert found((500,), (500,), kept) == [(500, 500)]  # what came of it was taken back


@given(MINUTES, MINUTES)
def test_each_moment_is_in_one_conversation_and_making_them_again_makes_the_same(
    said: list[int], chosen: list[int]
) -> None:
    seen = [at(minute) for minute in chosen if minute in said]
    made = conversations_of(lines(*said), seen)
    assert [sum(one.holds(moment) for one in made) for moment in seen] == [1] * len(seen)
    assert conversations_of(lines(*said), seen, made) == made
    assert all(later.began_at - earlier.last_at > SILENCE for earlier, later in pairwise(made))


@given(MINUTES, st.data())
def test_what_was_kept_on_the_way_makes_the_same_as_from_all_at_once(said: list[int], data: st.DataObject) -> None:
    seen = sorted(data.draw(st.lists(st.sampled_from(said), unique=True)))
    kept: tuple[Conversation, ...] = ()
    for count in range(1, len(seen) + 1):
        until = seen[count - 1]
        so_far = lines(*(minute for minute in said if minute <= until))
        kept = conversations_of(so_far, [at(minute) for minute in seen[:count]], kept)
    assert kept == conversations_of(lines(*said), [at(minute) for minute in seen])


def test_only_what_was_said_in_it_is_on_its_page() -> None:
    looks = (CheckIn(1, "did", progress=4, words="I went"), CheckIn(1, "not_yet", words="it rained"))
    page = page_of(
        shared(
            create_goal(team_ask="Jo to come", review="in May"), create_strength(label="patient"),
            Hope(now=3, afterwards=5, memory="June", note="one more"), OwnLine(LineKind.PLACE, "the river"),
            HardTimes({Section.SIGNS: "I stay in bed"}), checks=looks,
        )
    )  # fmt: skip
    for part in page.sentences():
        kept = only(page, {part.key})
        titles = {goal.title.key for goal in (*page.goals, *page.other_goals)}
        assert {one.key for one in kept.sentences()} - titles - {part.key} <= _beside(page, part.key)
        assert part.key in {one.key for one in kept.sentences()}
    assert only(page, ()).sentences() == ()
    assert {one.key for one in only(page, {one.key for one in page.sentences()}).sentences()} == {
        one.key for one in page.sentences()
    }


def _beside(page: PersonPage, key: str) -> set[str]:
    """What stands with a sentence always: the other parts of the same check-in."""
    checks = [check for goal in (*page.goals, *page.other_goals) for check in goal.check_ins]
    return {one.key for check in checks for one in check.sentences if key in {each.key for each in check.sentences}}
