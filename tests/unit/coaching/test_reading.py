"""Reading choices and what people say to the read-back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.choosing import offered_at, read_choice
from bot.coaching.confirming import Confirmed, WantsChange, read_confirmation
from bot.coaching.text import line_number
from tests.unit.coaching.talk import GUIDES, begin, take, told

WAY_IN = GUIDES["strengths"].step("way_in")
OFFERED = offered_at(WAY_IN, begin("strengths").draft)


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "one",
        "the first one",
        "number 1",
        "first",
        "1st",
        OFFERED[0],
        OFFERED[0].upper(),
        "something I enjoy.",
        "enjoy",
        "fun",
    ],
)
def test_a_choice_is_taken_by_number_label_or_synonym(text: str) -> None:
    answer = read_choice(WAY_IN, OFFERED, text)
    assert answer is not None
    assert answer.choice == "enjoy"


@pytest.mark.parametrize("number", range(1, len(OFFERED) + 1))
def test_every_choice_has_its_number(number: int) -> None:
    answer = read_choice(WAY_IN, OFFERED, str(number))
    assert answer is not None
    assert answer.choice == WAY_IN.choices[number - 1].id


@pytest.mark.parametrize("text", ["9", "0", "no one", "i looked after my nan all week and it went well", "", "🙂"])
def test_other_words_are_no_choice(text: str) -> None:
    assert read_choice(WAY_IN, OFFERED, text) is None


def test_two_choices_in_one_answer_are_neither() -> None:
    assert read_choice(WAY_IN, OFFERED, "enjoy or proud") is None


def test_labels_from_their_own_words_come_first() -> None:
    turn = take(take(begin("strengths").draft, "you pick").draft, "fed the cat and learned guitar")
    step = GUIDES["strengths"].step("name")
    first = offered_at(step, turn.draft)[0]
    answer = read_choice(step, offered_at(step, turn.draft), "1")
    assert answer is not None
    assert (answer.text, answer.choice) == (first, "")


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "Yes, save it",
        "y",
        "yep",
        "ok",
        "save",
        "save it please",
        "that's right",
        "its right",
        "looks fine",
        "Yes thanks",
        "that's right, yes",
        "yes, that's right. save it please",
        "perfect! keep it",
        "yeah that looks good and thank you",
    ],
)
def test_a_yes_confirms(text: str) -> None:
    assert read_confirmation(text) == Confirmed()


@pytest.mark.parametrize(
    "text", ["no", "nope", "Change something", "change", "not quite", "1 thing is wrong", "something's wrong"]
)
def test_a_no_wants_a_change(text: str) -> None:
    assert read_confirmation(text) == WantsChange()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("2", 2, ""),
        ("two", 2, ""),
        ("the second one", 2, ""),
        ("number 2", 2, ""),
        ("2 the small tesco", 2, "the small tesco"),
        ("2. the small tesco", 2, "the small tesco"),
        ("2: the small Tesco", 2, "the small Tesco"),
        ("2) the small tesco", 2, "the small tesco"),
        ("line 2 to the small tesco", 2, "the small tesco"),
        ("make 2 the small tesco", 2, "the small tesco"),
        ("2 should be tuesday", 2, "tuesday"),
        ("number 2 is tuesday", 2, "tuesday"),
        ("2 is now tuesday", 2, "tuesday"),
        ("2 is wrong", 2, ""),
        ("no, 2 is wrong", 2, ""),
        ("2 isn't right", 2, ""),
    ],
)
def test_a_line_and_its_words_are_read(text: str, line: int, words: str) -> None:
    assert read_confirmation(text) == WantsChange(line, words)


@pytest.mark.parametrize(
    "text",
    [
        "10 past 2",
        "2 weeks from now",
        "3 times a week",
        "banana",
        "my mum",
        "3pm",
        "maybe later",
        "",
        "yes, but not the day",
        "right, my mum",
    ],
)
def test_anything_else_is_asked_again(text: str) -> None:
    assert read_confirmation(text) is None


@given(st.text(max_size=200))
def test_reading_never_fails(text: str) -> None:
    read_confirmation(text)
    read_choice(WAY_IN, OFFERED, text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", 2),
        ("Two.", 2),
        ("number two", 2),
        ("the 2nd one", 2),
        ("line 2", 2),
        ("no 2", 2),
        ("no. 2", 2),
        ("no one", None),
        ("123", None),
        ("", None),
    ],
)
def test_a_line_is_pointed_at(text: str, number: int | None) -> None:
    assert line_number(text) == number


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("the dog one", "a dog"),
        ("Dog please", "a dog"),
        ("the quiet one", "a quiet street"),
        ("the street with the quiet", "a quiet street"),
        ("the cat one", None),
        ("a", None),
    ],
)
def test_a_label_of_their_own_words_is_pointed_at_by_one_of_them(text: str, chosen: str | None) -> None:
    turn = told("goals", "a flat, a dog and a quiet street")
    step = GUIDES["goals"].step("which_first")
    answer = read_choice(step, offered_at(step, turn.draft), text)
    assert (answer.text if answer else None) == chosen
