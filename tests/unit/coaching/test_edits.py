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
from bot.coaching.guides.edit_opening import opening, opens
from bot.coaching.plan import IfThen, Item, Kind, LineKind, OwnLine, Status, Step, Strength
from bot.coaching.sharing import shares
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


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("only share the first one", Edit(Verb.SHARE, 1)),
        ("just share 2, nothing else", Edit(Verb.SHARE, 2)),
        ("share only 2 with my worker", Edit(Verb.SHARE, 2)),
        ("let my team see number 3", Edit(Verb.SHARE, 3)),
        ("tell my nurse about line 2 and that's all", Edit(Verb.SHARE, 2)),
        ("dont share anything", Edit(Verb.PRIVATE, everything=True)),
        ("stop sharing everything with my team", Edit(Verb.PRIVATE, everything=True)),
    ],
)
def test_sharing_is_read_in_everyday_words(text: str, edit: Edit) -> None:
    assert read_edit(text) == edit


@pytest.mark.parametrize(
    "text",
    ["tell my team about swim, only that", "only share the swim one", "show my worker the swim goal, nothing more",
     "share 1 with my team"],
)  # fmt: skip
def test_an_item_is_shared_by_its_name_once_it_was_read_back(text: str) -> None:
    turn = engine.begin(GUIDES[EDIT.journey], known={**OF_LINES, **opens(text, OF_LINES)})
    assert turn.sayings[-1].words == "utter_edit_read_back"
    assert take(turn.draft, "yes").items == (Shared(GOAL, True),)


def test_where_no_one_line_is_named_it_is_asked_which_to_share() -> None:
    turn = engine.begin(GUIDES[EDIT.journey], known={**OF_LINES, **opens("tell my team about my nan", OF_LINES)})
    assert turn.sayings[-1].words == "utter_edit_which"
    assert take(take(turn.draft, "1").draft, "yes").items == (Shared(GOAL, True),)


SHARED = {**OF_LINES, "known.shared": Answer(items=OF_LINES["known.lines"].items[:3])}


def test_the_one_item_that_is_shared_is_taken_back() -> None:
    turn = engine.begin(GUIDES[EDIT.journey], known={**SHARED, **opens("don't share anything", SHARED)})
    assert take(turn.draft, "yes").items == (Shared(GOAL, False),)


@pytest.mark.parametrize("said", ["only share the first one", "share 1", "tell my team about swim, nothing else"])
@pytest.mark.parametrize("before", ["change my plan", "share with my team", "delete 3"])
def test_who_says_what_to_share_in_the_midst_of_a_change_is_asked_about_that(said: str, before: str) -> None:
    turn = engine.begin(GUIDES[EDIT.journey], known={**OF_LINES, **opens(before, OF_LINES)})
    assert take(take(turn.draft, said).draft, "yes").items == (Shared(GOAL, True),)


def test_a_goal_that_is_offered_is_no_wish_to_share() -> None:
    known = {**KNOWN, "known.active": Answer(items=("share a flat", "cook", "read"))}
    turn = begun("resume 4", known)
    assert turn.draft.step == "make_room"
    assert take(turn.draft, "share a flat").draft.answers["make_room"].text == "share a flat"


@pytest.mark.parametrize(
    "text", ["share with my team", "share my goal", "tell my team I'm off", "can you let my team know i want to talk"]
)
def test_what_names_nothing_to_share_is_no_sure_wish(text: str) -> None:
    assert not shares(text)
