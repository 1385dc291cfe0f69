"""Edits: the whole message, with a line by its number or a kind by its name, or it is none."""

from __future__ import annotations

from datetime import date

import pytest

from bot.coaching import engine
from bot.coaching.answers import Answer, Answers
from bot.coaching.asking import Outcome, Turn
from bot.coaching.changes import Changed, Shared
from bot.coaching.edits import Edit, Verb, read_edit
from bot.coaching.guides.edit import EDIT
from bot.coaching.guides.edit_opening import opening
from bot.coaching.plan import IfThen, Item, Kind, LineKind, OwnLine, Status, Step, Strength
from tests.unit.coaching.talk import GUIDES, KNOWN, take

GOAL = Item(Kind.GOAL, 11)


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("change 2 to the small tesco", Edit(Verb.CHANGE, 2, "the small tesco")),
        ("delete 3", Edit(Verb.DELETE, 3)),
        ("add a strength: i keep going", Edit(Verb.ADD, kind="strength", words="i keep going")),
        ("Please add a person: Sue next door", Edit(Verb.ADD, kind="person", words="Sue next door")),
        ("add a wish", Edit(Verb.ADD, kind="wish")),
        ("park 2", Edit(Verb.PARK, 2)),
        ("take up goal 3", Edit(Verb.RESUME, 3)),
        ("finish 1 please", Edit(Verb.FINISH, 1)),
        ("share 2 with my team", Edit(Verb.SHARE, 2)),
        ("stop sharing 2", Edit(Verb.PRIVATE, 2)),
        ("change my plan", Edit(Verb.CHANGE)),
        ("what helps me stay well", Edit(Verb.ADD, kind="stay_well")),
    ],
)
def test_an_edit_is_read(text: str, edit: Edit) -> None:
    assert read_edit(text) == edit


@pytest.mark.parametrize(
    "text",
    [
        "add a pinch of salt",
        "park life",
        "i want to share more",
        "finish my course",
        "change my flat",
        "resume",
        "close",
    ],
)
def test_a_sentence_is_no_edit(text: str) -> None:
    assert read_edit(text) is None


NOW = Answer(text="2026-11-23T09:00:00+00:00")
OF_LINES = {what: answer for what, answer in KNOWN.items() if "line" in what or "active" in what}


def begun(text: str, known: Answers) -> Turn:
    return engine.begin(GUIDES[EDIT.journey], known={**known, **opening(read_edit(text), known)})


def edited(text: str, *answers: str, known: Answers = OF_LINES) -> Turn:
    turn = begun(text, known)
    for answer in (*answers, "yes"):
        turn = take(turn.draft, answer)
    return turn


def lines_of(turn: Turn) -> list[str]:
    return [next(iter(values.values())) for _, values in turn.sayings[-1].lines]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (
            "change 1 to swim in the sea",
            Changed(GOAL, {"vision": "swim in the sea", "towards": "", "short": ""}),
        ),
        (
            "change 2 to buy goggles",
            Changed(GOAL, {"step": Step("buy goggles", "tuesday", with_whom="with Kev", on=date(2026, 11, 24))}),
        ),
        (
            "change 2 to friday at 9",
            Changed(GOAL, {"step": Step("find my towel", "friday at 9", with_whom="with Kev")}),
        ),
        ("change 3 to if it snows, then i will stay in", Changed(GOAL, {"if_then": IfThen("it snows", "stay in")})),
        ("delete 3", Changed(GOAL, {"if_then": None})),
        ("delete 1", Changed(GOAL, {"status": Status.CHANGED})),
        ("park 2", Changed(GOAL, {"status": Status.PARKED})),
        ("share 1", Shared(GOAL, True)),
        ("add a strength: i keep going", Strength("i keep going")),
        ("add a role: a neighbour", OwnLine(LineKind.ROLE, "a neighbour")),
    ],
)
def test_an_edit_is_kept_once_it_was_read_back(text: str, change: object) -> None:
    assert edited(text).items == (change,)


def test_an_edit_without_words_asks_for_them() -> None:
    assert edited("change 3", "take a coat").items == (Changed(GOAL, {"if_then": IfThen("rain", "take a coat")}),)


def test_a_step_on_another_day_stays_where_and_with_whom_it_was_and_takes_the_review_along() -> None:
    (changed,) = edited("change 2 to friday at 9", known={**OF_LINES, "known.now": NOW}).items
    friday, saturday = date(2026, 11, 27), date(2026, 11, 28)
    assert changed == Changed(
        GOAL,
        {
            "step": Step("find my towel", "Friday 27 November, 9", with_whom="with Kev", on=friday),
            "review": "Saturday 28 November",
            "review_on": saturday,
        },
    )


def test_what_moves_with_the_step_is_read_back() -> None:
    turn = begun(
        "change 2 to buy goggles tomorrow", {**OF_LINES, "known.now": Answer(text="2026-11-25T09:00:00+00:00")}
    )
    shown = [dict(values) for _, values in turn.sayings[-1].lines]
    assert shown[0]["words"] == "buy goggles, Thursday 26 November, with Kev"
    assert shown[1] == {"review": "Friday 27 November"}


def test_everything_that_is_shared_is_read_back_first() -> None:
    assert lines_of(begun("share 2", OF_LINES)) == [
        "What I want: swim",
        "First step: find my towel",
        "If this happens: rain",
    ]


def test_nothing_is_left_out_where_an_item_has_many_lines() -> None:
    wholes = Answer(items=("\n".join(f"line {number}" for number in range(30)), "", "", ""))
    shown = "\n".join(lines_of(begun("share 1", {**OF_LINES, "known.wholes_of_lines": wholes})))
    assert all(f"line {number}" in shown for number in range(30))


def test_a_fourth_goal_is_taken_up_only_in_place_of_another() -> None:
    turn = begun("resume 4", OF_LINES)
    assert turn.sayings[-1].words == "utter_edit_make_room"
    assert edited("resume 4", "cook").items == (
        Changed(Item(Kind.GOAL, 14), {"status": Status.ACTIVE}),
        Changed(Item(Kind.GOAL, 12), {"status": Status.PARKED}),
    )
    assert take(turn.draft, "leave it parked").outcome is Outcome.NOTHING


def test_with_room_a_goal_is_taken_up_at_once() -> None:
    two = {"known.active": Answer(items=("swim", "cook")), "known.active_ids": Answer(items=("11", "12"))}
    assert edited("resume 4", known={**OF_LINES, **two}).items == (
        Changed(Item(Kind.GOAL, 14), {"status": Status.ACTIVE}),
    )
