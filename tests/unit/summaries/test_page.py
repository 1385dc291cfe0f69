"""The page about a person: their words in the places where staff look, and not a word about them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Optional

import pytest

from bot.coaching.plan import (
    CheckIn,
    Evidence,
    Goal,
    HardTimes,
    Hope,
    Item,
    Kind,
    LineKind,
    OwnLine,
    PlanItem,
    Section,
    Status,
    Step,
    Strength,
)
from bot.summaries.page import page_of
from bot.summaries.shared import Agreed, Checked, Shared
from tests.builders import create_goal, create_hope, create_strength

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)


def shared(*items: PlanItem, checks: tuple[CheckIn, ...] = (), at: Optional[datetime] = None) -> Shared:
    """These items, numbered from 1, all shared; agreed to a day after each other, or at one moment."""
    kinds = {Strength: Kind.STRENGTH, Goal: Kind.GOAL, Hope: Kind.HOPE, OwnLine: Kind.LINE, HardTimes: Kind.HARD_TIMES}
    agreed = tuple(
        Agreed(
            Item(kinds[type(what)], number), what, at or NINE + timedelta(days=number), NINE, NINE,
            moments={one.what: at for one in what.evidence} if at and isinstance(what, Strength) else {},
        )
        for number, what in enumerate(items, start=1)
    )  # fmt: skip
    looks = tuple(Checked(number, check, at or NINE, at or NINE) for number, check in enumerate(checks, start=1))
    return Shared(agreed, looks)


def test_nothing_shared_is_an_empty_page() -> None:
    assert page_of(Shared()).is_empty
    assert page_of(Shared()).sentences() == ()


def test_a_goal_has_its_step_its_if_then_and_its_check_ins() -> None:
    check = CheckIn(1, "some", words="two songs", progress=4)
    page = page_of(shared(create_goal(step=Step("find the lead", "tomorrow", on=date(2026, 3, 3))), checks=(check,)))
    (goal,) = page.goals
    assert goal.title.words == "walk the dog again"
    assert goal.step is not None
    assert goal.step_when is not None
    assert (goal.step.words, goal.step_when.words, goal.step_day) == ("find the lead", "tomorrow", date(2026, 3, 3))
    assert goal.if_cue is not None
    assert goal.then_act is not None
    assert (goal.if_cue.words, goal.then_act.words) == ("when I put my cup down", "I take the lead off its hook")
    (look,) = goal.check_ins
    assert [part.words for part in look.sentences] == ["Did some of it", "two songs", "4"]
    assert not look.outcome.own


@pytest.mark.parametrize(
    ("status", "listed"),
    [(Status.ACTIVE, "goals"), (Status.DONE, "other_goals"), (Status.PARKED, "other_goals"),
     (Status.CHANGED, "other_goals"), (Status.DRAFT, "")],
)  # fmt: skip
def test_goals_stand_where_they_belong(status: Status, listed: str) -> None:
    page = page_of(shared(create_goal(status=status)))
    assert [name for name in ("goals", "other_goals") if getattr(page, name)] == ([listed] if listed else [])


def test_asks_come_from_goals_from_the_plan_for_hard_times_and_from_choices() -> None:
    hard_times = HardTimes({Section.TEAM_DOES_NOT: "ring six times in a row", Section.SIGNS: "the curtains stay shut"})
    choice = OwnLine(LineKind.CHOICE, "the morning dose")
    page = page_of(shared(create_goal(team_ask="Jo to come along"), hard_times, choice))
    assert [ask.words for ask in page.asks] == ["Jo to come along", "the morning dose", "ring six times in a row"]
    assert [part.words for part in page.hard_times] == ["the curtains stay shut"]


@pytest.mark.parametrize(
    ("what", "more", "said"),
    [
        ("the river path", "before eight", "the river path: before eight"),
        ("could it be less?", "it makes me slow", "could it be less? it makes me slow"),
        ("the river path", "", "the river path"),
    ],
)
def test_both_parts_of_a_line_are_read_as_one_without_a_second_mark(what: str, more: str, said: str) -> None:
    assert [line.words for line in page_of(shared(OwnLine(LineKind.PLACE, what, more))).lines] == [said]


def test_an_ask_of_a_goal_that_is_done_asks_no_more() -> None:
    assert page_of(shared(create_goal(team_ask="Jo to come along", status=Status.DONE))).asks == ()


def test_the_next_review_is_the_earliest_of_active_goals() -> None:
    later, sooner = date(2026, 3, 9), date(2026, 3, 5)
    done = create_goal(review_on=date(2026, 3, 1), status=Status.DONE)
    assert page_of(shared(create_goal(review_on=later), create_goal(review_on=sooner), done)).review_on == sooner
    assert page_of(shared(create_goal())).review_on is None


def test_strengths_are_called_as_the_person_calls_them_with_what_showed_them() -> None:
    page = page_of(shared(create_strength(), Strength("", (Evidence("kept the garden"),))))
    assert [one.words for one in page.strengths] == ["patient with my brother", "kept the garden"]
    assert [one.words for one in page.evidence] == ["sat with him all of Sunday"]


def test_hope_is_their_own_numbers() -> None:
    (part,) = page_of(shared(create_hope(now=0, afterwards=3))).hope
    assert part.now is not None
    assert part.afterwards is not None
    assert (part.now.words, part.afterwards.words) == ("0", "3")
    (without,) = page_of(shared(create_hope(now=None))).hope
    assert without.now is None


def test_every_sentence_has_a_key_of_its_own() -> None:
    page = page_of(shared(create_strength(), create_goal(team_ask="come along"), create_hope(), create_goal()))
    keys = [sentence.key for sentence in page.sentences()]
    assert len(keys) == len(set(keys)) > 10


def test_every_word_is_the_persons_own() -> None:
    line = OwnLine(LineKind.PERSON, "Ayesha", "on Sundays")
    items = (create_strength(), create_goal(team_ask="come along"), create_hope(), line)
    theirs = repr(items)
    for sentence in page_of(shared(*items)).sentences():
        assert all(word in theirs for word in sentence.words.split(": "))


def test_what_came_about_is_told_newest_first() -> None:
    check = CheckIn(2, "did")
    events = page_of(shared(create_strength(), create_goal(), checks=(check,))).events
    assert [event.at for event in events] == sorted((event.at for event in events), reverse=True)
    assert {(event.what, event.kind) for event in events} == {
        ("added", "strength"), ("changed", "strength"), ("added", "goal"), ("changed", "goal"), ("checked_in", "goal"),
    }  # fmt: skip
