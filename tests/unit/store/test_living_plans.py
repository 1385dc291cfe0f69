"""Plans that live: an item keeps its number, each confirmed change is one more version, and nothing is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from bot.coaching.changes import Corrected, MoreEvidence, Removed, Revised
from bot.coaching.plan import (
    CheckIn,
    Evidence,
    Goal,
    GoalKind,
    Hope,
    Item,
    Kind,
    LineKind,
    Owner,
    OwnLine,
    Plan,
    Section,
    Status,
    Step,
    Strength,
)
from bot.store import UnitOfWork
from bot.store.repositories.plan_writing import NotTheirsError
from tests.builders import create_goal, create_hard_times, create_items, create_line, create_strength

FULL = Goal(
    vision="not be scared of buses", towards="see my sister", importance=8, importance_reason="she rings", confidence=6,
    step=Step("look up the times", "tuesday", "at the library", "Kev", date(2026, 3, 3)), short="see my sister",
    status=Status.PARKED, owner=Owner.SHARED, kind=GoalKind.TREATMENT, reason="company", tags=("people", "hope"),
    chosen="the 9 bus", options=("a taxi", "she comes here"), in_my_hands="looking it up", where="her flat",
    how_often="once a month", how_known="I am on her sofa", confidence_reason="did it once", best_bit="her cat",
    inner="heart going", outer="no money", strength="I keep going", helper="Kev, to wait", team_ask="a bus pass",
    better="twice", hoped="once", less="she comes here", review="wednesday", review_on=date(2026, 3, 4),
)  # fmt: skip
FULL_HOPE = Hope(
    now=2, memory="June", act="ring", note="this passed", show_note=True, hard="nights", kit=("the dog", "that song"),
    picture="tea outside", bit="outside", ways=("ask", "go"), i_can="I did it before", afterwards=2,
)  # fmt: skip


def number_of(work: UnitOfWork, person_id: str, kind: Kind) -> int:
    return next(item.id for item, _ in work.plans.numbered(person_id).items if item.kind is kind)


@pytest.mark.parametrize("item", [FULL, FULL_HOPE])
def test_everything_of_a_full_dialogue_comes_back(work: UnitOfWork, person_id: str, item: Goal | Hope) -> None:
    work.plans.add(person_id, [item], "")
    plan = work.plans.current(person_id)
    assert item in (*plan.goals, plan.hope)
    json.dumps(work.export.person(person_id))


@pytest.mark.parametrize("status", Status)
def test_a_goal_changes_its_status_and_keeps_its_number_and_its_history(
    work: UnitOfWork, person_id: str, status: Status
) -> None:
    work.plans.add(person_id, [create_goal()], "goals")
    number = number_of(work, person_id, Kind.GOAL)
    work.plans.add(person_id, [Revised(Item(Kind.GOAL, number), create_goal(status=status))], "check_in")
    assert work.plans.numbered(person_id).goals == ((number, create_goal(status=status)),)
    (goal,) = work.export.person(person_id)["goals"]
    assert [version["status"] for version in goal["versions"]] == ["active", status.value]
    assert [version["plan_version"] for version in goal["versions"]] == [1, 2]


def test_a_strength_gathers_evidence_and_may_be_called_differently(work: UnitOfWork, person_id: str) -> None:
    work.plans.add(person_id, [create_strength()], "strengths")
    number = number_of(work, person_id, Kind.STRENGTH)
    further = Evidence("got to the door", "check_in")
    work.plans.add(person_id, [MoreEvidence(number, further)], "check_in")
    (kept,) = work.plans.current(person_id).strengths
    assert kept.evidence == (*create_strength().evidence, further)
    work.plans.add(person_id, [Revised(Item(Kind.STRENGTH, number), replace(kept, label="stubborn"))], "edit")
    assert work.plans.current(person_id).strengths == (replace(kept, label="stubborn"),)


def test_what_is_taken_out_is_gone_from_the_plan_and_stays_in_the_history(work: UnitOfWork, person_id: str) -> None:
    work.plans.add(person_id, [create_strength(), create_line()], "")
    for kind in (Kind.STRENGTH, Kind.LINE):
        work.plans.add(person_id, [Removed(Item(kind, number_of(work, person_id, kind)))], "edit")
    assert work.plans.current(person_id) == Plan()
    deeds = [(entry.item.kind, entry.deed, entry.title) for entry in work.plans.history(person_id)]
    assert deeds == [
        (Kind.STRENGTH, "added", create_strength().label),
        (Kind.LINE, "added", create_line().what),
        (Kind.STRENGTH, "removed", create_strength().label),
        (Kind.LINE, "removed", create_line().what),
    ]


def test_a_changed_line_keeps_its_number(work: UnitOfWork, person_id: str) -> None:
    work.plans.add(person_id, [create_line()], "")
    item = Item(Kind.LINE, number_of(work, person_id, Kind.LINE))
    changed = OwnLine(LineKind.PERSON, "Ayesha upstairs")
    work.plans.add(person_id, [Revised(item, changed)], "")
    assert work.plans.numbered(person_id).lines == ((item.id, changed),)


def test_the_plan_for_hard_times_is_one_with_versions(work: UnitOfWork, person_id: str) -> None:
    work.plans.add(person_id, [create_hard_times()], "hard_times")
    later = create_hard_times(sections={Section.SIGNS: "no radio"}, show_in_card=False)
    work.plans.add(person_id, [later], "hard_times")
    assert work.plans.current(person_id).hard_times == later
    shown = work.export.person(person_id)["hard_times"]
    assert shown["sections"] == {"signs": "no radio"}
    assert len(shown["versions"]) == 2


def test_a_check_in_is_kept_with_their_numbers_and_words(work: UnitOfWork, person_id: str) -> None:
    work.plans.add(person_id, [create_goal()], "goals")
    goal_id = number_of(work, person_id, Kind.GOAL)
    look = CheckIn(
        goal_id,
        "some",
        "walk the dog",
        "got to the door",
        "Kev",
        "other",
        "two kids",
        "smaller",
        4,
        6,
        "slow but there",
    )
    work.plans.add(person_id, [look], "check_in")
    assert work.plans.current(person_id).check_ins == (look,)
    (shown,) = work.export.person(person_id)["check_ins"]
    assert (shown["goal_id"], shown["progress"], shown["words"]) == (goal_id, 4, "slow but there")


def test_a_look_at_a_goal_that_was_put_right_reads_anew_and_keeps_its_day(work: UnitOfWork, person_id: str) -> None:
    work.plans.add(person_id, [create_goal()], "goals")
    goal = number_of(work, person_id, Kind.GOAL)
    work.plans.add(person_id, [CheckIn(goal, "did", words="first"), CheckIn(goal, "some", words="second")], "check_in")
    ((number, _), _) = work.plans.numbered(person_id).check_ins
    before = work.own.plan(person_id).looked
    for words in ("better", "best"):
        work.plans.add(person_id, [Corrected(number, CheckIn(goal, "not_yet", words=words))], "my plan")
    after = work.own.plan(person_id).looked
    assert [(look.check_in.outcome, look.check_in.words) for look in after] == [("not_yet", "best"), ("some", "second")]
    assert [(look.id, look.at) for look in after] == [(look.id, look.at) for look in before]
    assert [look.words for look in work.plans.current(person_id).check_ins] == ["best", "second"]
    deeds = [entry.deed for entry in work.plans.history(person_id)]
    assert deeds == ["added", "checked_in", "checked_in", "corrected", "corrected"]
    first, _ = work.export.person(person_id)["check_ins"]
    assert [one["words"] for one in first["versions"]] == ["first", "better", "best"]


def test_a_look_at_one_goal_does_not_become_one_at_another(work: UnitOfWork, person_id: str) -> None:
    work.plans.add(person_id, [create_goal(), create_goal()], "goals")
    one, other = (number for number, _ in work.plans.numbered(person_id).goals)
    work.plans.add(person_id, [CheckIn(one, "did")], "check_in")
    ((number, _),) = work.plans.numbered(person_id).check_ins
    with pytest.raises(NotTheirsError):
        work.plans.add(person_id, [Corrected(number, CheckIn(other, "did"))], "")


def test_a_moment_that_showed_a_strength_is_put_right_or_taken_out(work: UnitOfWork, person_id: str) -> None:
    told = (Evidence("sat with him"), Evidence("rang her"), Evidence("rang her"))
    work.plans.add(person_id, [create_strength(evidence=told)], "strengths")
    item = Item(Kind.STRENGTH, number_of(work, person_id, Kind.STRENGTH))

    def put_right(*moments: str) -> tuple[str, ...]:
        evidence = tuple(Evidence(words) for words in moments)
        work.plans.add(person_id, [Revised(item, create_strength(evidence=evidence))], "my plan")
        return tuple(moment.what for moment in work.plans.current(person_id).strengths[0].evidence)

    assert put_right("sat with him", "rang her twice", "rang her") == ("sat with him", "rang her twice", "rang her")
    assert put_right("sat with him", "", "rang her") == ("sat with him", "rang her")
    assert put_right("sat with him", "rang Jo") == ("sat with him", "rang Jo")
    assert put_right("sat with him", "rang Jo", "again") == ("sat with him", "rang Jo", "again")
    kept = work.export.person(person_id)["moments"]
    assert [[one["what"] for one in moment["versions"]] for moment in kept] == [
        ["sat with him"],
        ["rang her", "rang her twice", ""],
        ["rang her", "rang Jo"],
        ["again"],
    ]


def test_history_tells_who_changed_what_in_which_journey(work: UnitOfWork, person_id: str) -> None:
    work.plans.add(person_id, [create_goal()], "goals")
    goal_id = number_of(work, person_id, Kind.GOAL)
    work.plans.add(person_id, [Revised(Item(Kind.GOAL, goal_id), FULL)], "edit", who="page")
    work.plans.add(person_id, [CheckIn(goal_id, "did", "walk")], "check_in")
    told = [
        (entry.agreed.number, entry.agreed.note, entry.agreed.who, entry.deed)
        for entry in work.plans.history(person_id)
    ]
    assert told == [
        (1, "goals", "person", "added"),
        (2, "edit", "page", "changed"),
        (3, "check_in", "person", "checked_in"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        Revised(Item(Kind.GOAL, 1), create_goal()),
        Removed(Item(Kind.STRENGTH, 1)),
        MoreEvidence(1, Evidence("x")),
        CheckIn(1, "did"),
        Corrected(1, CheckIn(1, "did")),
    ],
)
def test_nobody_changes_what_belongs_to_another(work: UnitOfWork, person_id: str, change: Revised) -> None:
    work.plans.add(person_id, create_items(), "")
    other = work.people.ensure("rest", "other")
    with pytest.raises(NotTheirsError):
        work.plans.add(other, [change], "")


def test_a_goal_is_not_taken_out_but_closed(work: UnitOfWork, person_id: str) -> None:
    work.plans.add(person_id, [create_goal()], "")
    with pytest.raises(NotTheirsError):
        work.plans.add(person_id, [Removed(Item(Kind.GOAL, number_of(work, person_id, Kind.GOAL)))], "")


@pytest.mark.parametrize(
    ("goal", "title"),
    [
        (Goal("see her"), "see her"),
        (Goal("stop hiding", towards="see her"), "see her"),
        (Goal("a long wish", towards="see her", chosen="write to her"), "see her"),
        (Goal("a long wish", towards="see her", short="her"), "her"),
    ],
)
def test_a_goal_is_named_as_the_person_agreed_to_it(goal: Goal, title: str) -> None:
    assert goal.title == title


def test_a_strength_without_a_name_is_called_by_its_moment() -> None:
    assert Strength("", (Evidence("sat with him"),)).title == "sat with him"
    assert Strength("").title == ""
