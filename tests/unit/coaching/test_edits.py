"""Edits: the whole message, with a line by its number or a kind by its name, or it is none."""

from __future__ import annotations

import pytest

from bot.coaching import engine
from bot.coaching.asking import Turn
from bot.coaching.edits import Edit, Verb, read_edit
from bot.coaching.guides.edit import EDIT, opening
from bot.coaching.plan import Changed, IfThen, Item, Kind, LineKind, OwnLine, Shared, Status, Step, Strength
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


def edited(text: str, *answers: str) -> Turn:
    known = {what: answer for what, answer in KNOWN.items() if "line" in what}
    turn = engine.begin(GUIDES[EDIT.journey], known={**known, **opening(read_edit(text), known)})
    for answer in (*answers, "yes"):
        turn = take(turn.draft, answer)
    return turn


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (
            "change 1 to swim in the sea",
            Changed(GOAL, {"vision": "swim in the sea", "towards": "", "short": "", "chosen": ""}),
        ),
        ("change 2 to buy goggles", Changed(GOAL, {"step": Step("buy goggles", "tuesday")})),
        ("change 2 to friday at 9", Changed(GOAL, {"step": Step("find my towel", "friday at 9")})),
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
