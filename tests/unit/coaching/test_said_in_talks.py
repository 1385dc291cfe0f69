"""What people said in whole talks and was misheard: nothing that is no answer is kept as one, and no day is made up."""

from __future__ import annotations

from datetime import date

import pytest

from bot.coaching.gate import numbers_in
from bot.coaching.guides.check_in_words import barrier_said
from bot.coaching.putting_right import number_put_right
from bot.coaching.reflect import reflect
from bot.coaching.when.days import find_days
from tests.unit.coaching.talk import told

SISTER = ("see my sister more", "7", "she's my sister")
MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    "said", ["dunno. to hard", "to hard", "its too hard for me", "thats way too much", "too scary"]
)
def test_that_a_step_is_too_hard_is_no_step(said: str) -> None:
    assert told("goals", *SISTER, said).draft.step == "step"


@pytest.mark.parametrize("said", ["fuck this. skip", "for fucks sake skip it", "ffs just skip this one"])
def test_a_way_on_is_heard_behind_a_curse(said: str) -> None:
    turn = told("goals", *SISTER, "ring her on sunday at 5", "8", said)
    assert "obstacle" not in turn.draft.answers or not turn.draft.answers["obstacle"].text


def test_what_lies_with_others_is_not_led_by_nothing() -> None:
    turn = told("goals", *SISTER, "ring her on sunday at 5", "8", "nothing in me. its the staff who hold me back")
    assert turn.draft.answers["obstacle"].text == "the staff who hold me back"


@pytest.mark.parametrize(
    ("said", "numbers"),
    [("dunno. used to be a 10", ()), ("used to be 10, about 4 now", (4,)), ("it was 4", (4,)), ("used to be ten", ())],
)
def test_what_was_once_is_no_number_for_now(said: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(said) == numbers


@pytest.mark.parametrize(("said", "number"), [("7 i think. no 6", "6"), ("4. wait 5", "5"), ("6 no, 7", "7")])
def test_a_number_is_put_right_by_another(said: str, number: str) -> None:
    assert number_put_right(said) == number


@pytest.mark.parametrize("said", ["no", "nah", "No thanks.", "rather not"])
def test_a_no_to_a_number_is_one(said: str) -> None:
    assert told("hope", said).draft.step == "memory"


def test_one_thursday_is_no_day_yet() -> None:
    assert find_days("go watch the lads one thursday", MONDAY) == ()
    assert find_days("go watch the lads on thursday", MONDAY)[0].days == (date(2026, 12, 3),)


@pytest.mark.parametrize(
    ("said", "reflected"),
    [
        ("go watch the lads", "Going to watch the lads."), ("come see my nan", "Coming to see your nan."),
        ("find my boots i spose", "Finding your boots."), ("go to the shop", "Going to the shop."),
    ],
)  # fmt: skip
def test_an_act_said_back_is_grammatical(said: str, reflected: str) -> None:
    assert reflect(said) == reflected


def test_forget_it_is_no_forgetting() -> None:
    assert [barrier_said(said)["barrier"].choice for said in ("i forget things", "forgot it")] == ["forgot"] * 2
    assert barrier_said("oh forget it, I'll put it on my calendar")["barrier"].choice != "forgot"
