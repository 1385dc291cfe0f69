"""Numbers 0-10 as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.gate import numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("8", (8,)),
        ("eight", (8,)),
        ("8/10", (8,)),
        ("8 out of 10", (8,)),
        ("two out of ten", (2,)),
        ("10/10", (10,)),
        ("0", (0,)),
        ("zero", (0,)),
        ("none", (0,)),
        ("nothing", (0,)),
        ("4 maybe", (4,)),
        ("about seven", (7,)),
        ("A 7!", (7,)),
        ("7ish", (7,)),
        ("im 34 and its a 5", (5,)),
        ("2 or 3", (2, 3)),
        ("between 5 and 6", (5, 6)),
        ("7 to 8", (7, 8)),
        ("7-8", (7, 8)),
        ("11", ()),
        ("100", ()),
        ("3.5", ()),
        ("50%", ()),
        ("not much", ()),
        ("", ()),
    ],
)
def test_a_number_is_found(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize("text", ["no one", "i don't have one", "this one is hard", "-3", "minus 2"])
def test_what_only_sounds_like_a_number_is_none(text: str) -> None:
    assert numbers_in(text) == ()


@given(st.text(max_size=100))
def test_only_numbers_of_the_scale_come_out(text: str) -> None:
    assert all(0 <= number <= 10 for number in numbers_in(text))


@given(
    st.integers(min_value=0, max_value=10), st.sampled_from(["{}", " {} ", "{}/10", "{} out of 10", "maybe {}", "{}."])
)
def test_each_number_is_read_in_each_form(number: int, form: str) -> None:
    assert numbers_in(form.format(number)) == (number,)


@pytest.mark.parametrize("said", ["the allotment on saturday at 10", "sunday 9", "at 8 am", "monday morning about 7"])
def test_a_moment_is_no_number(said: str) -> None:
    assert numbers_in(said) == ()


@pytest.mark.parametrize(("said", "number"), [("i'd put it at 8", 8), ("on a monday a 3", 3), ("7, more on sunday", 7)])
def test_a_number_near_a_day_is_one(said: str, number: int) -> None:
    assert numbers_in(said) == (number,)


@pytest.mark.parametrize("text", ["think of when i did 2 yrs at greggs", "i did 10 mins", "2 weeks ago it was fine"])
def test_a_stretch_of_time_is_no_place_on_a_scale(text: str) -> None:
    assert numbers_in(text) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nine, no, eight and half, is very important for me because of my daughter", 8),
        ("nine no eight and half", 8),
        ("9 no 8 because of my daughter", 8),
        ("9. no, 8 and a half. Is very important for me, because of my two daughters", 8),
        ("6… wait, make it 7, ive got 2 kids", 7),
        ("seven sorry six", 6),
        ("i have 3 kids so 9", 9),
    ],
)
def test_the_later_number_stands_and_what_counts_people_is_none(text: str, number: int) -> None:
    assert numbers_in(text) == (number,)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("5. no one helps me", (5,)),
        ("5, no 1 cares", (5,)),
        ("7 or 8, no less", (7, 8)),
        ("2 or 3, no, 4", (4,)),
        ("7 now, 5 before", (7, 5)),
        ("8 and no regrets", (8,)),
    ],
)
def test_a_no_that_takes_no_number_back_leaves_it(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(text) == numbers
