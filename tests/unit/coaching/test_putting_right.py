"""Corrections inside one message: what was taken back is not kept, and no word is lost where that is in doubt."""

from __future__ import annotations

import pytest

from bot.coaching.gate import Asked
from bot.coaching.putting_right import number_put_right, put_right
from tests.unit.coaching.talk import asked, told

TO_THE_STEP = ("buy my own bread", "8", "i like it")
TO_THE_TIME = (*TO_THE_STEP, "ring Kev")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("wednesday at ten. no wait thursday", "thursday at ten"),
        ("wednesday at ten no wait eleven", "wednesday at eleven"),
        ("wednesday. actually thursday", "thursday"),
        ("monday. no tuesday", "tuesday"),
        ("monday morning, no wait, afternoon", "monday afternoon"),
        ("wed at 10. sorry, thursday at 11", "thursday at 11"),
    ],
)
def test_another_day_or_time_takes_the_place_of_the_one_before(said: str, kept: str) -> None:
    assert told("goals", *TO_THE_TIME, said).draft.answers["step_when"].text == kept


@pytest.mark.parametrize(
    ("kind", "said", "kept"),
    [
        (Asked.OBSTACLE, "ill chicken out. thats not what i meant, i mean ill feel shy", "ill feel shy"),
        (Asked.NAME, "my rabbit biscuit. no sorry Bisto", "my rabbit Bisto"),
        (Asked.PEOPLE, "my mums kitchen, the library on mill road. actually not my mums", "the library on mill road"),
        (Asked.PEOPLE, "my nan, actually no, my mum", "my mum"),
        (Asked.PEOPLE, "my dog. scrap that, my cat", "my cat"),
        (Asked.STEP, "ring my sister. no sorry my brother", "ring my brother"),
        (Asked.STEP, "meet Dave at ten. no sorry Kev", "meet Kev at ten"),
        (Asked.STEP, "ring Kev on wednesday. no wait thursday", "ring Kev on thursday"),
        (Asked.STEP, "ring Kev and Jo. actually not Jo", "ring Kev"),
        (Asked.GOAL, "get a cat. no wait, get a dog", "get a dog"),
        (Asked.STORY, "i rang Kv. sorry, i mean Kev", "i rang Kev"),
    ],
)
def test_what_is_said_instead_is_kept_in_the_place_of_what_is_taken_back(kind: Asked, said: str, kept: str) -> None:
    assert put_right(said, kind) == kept


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Asked.STORY, "i told him no, wait for me"),
        (Asked.STORY, "i said no. actually shouted it"),
        (Asked.STORY, "it was hard. actually it was really hard"),
        (Asked.STORY, "I went to the pub. changed my mind, left"),
        (Asked.STEP, "ring Kev. actually i hate phones"),
        (Asked.STEP, "ring Kev. sorry, my cat jumped up"),
        (Asked.STEP, "rest. no screens"),
        (Asked.STEP, "go by bus. actually not on my own"),
        (Asked.STEP, "go to the library on Mill Road. no sorry museum"),
        (Asked.STEP, "ask him. actually no, i don't know"),
        (Asked.PEOPLE, "sit with me. no talking"),
        (Asked.OBSTACLE, "its hard. i mean really hard"),
        (Asked.GOAL, "learn guitar. i meant to do it years ago"),
        (Asked.GOAL, "i'd like to go out, no one to go with"),
        (Asked.GOAL, "no wait"),
        (Asked.STEP, "this is a stupid question, how am i meant to know"),
    ],
)
def test_where_it_is_not_sure_what_is_taken_back_every_word_stays(kind: Asked, said: str) -> None:
    assert put_right(said, kind) is None


@pytest.mark.parametrize("said", ["5. actually no 7", "5 no wait 7", "5, no 7", "5. sorry, i meant 7"])
def test_of_two_numbers_the_one_that_puts_the_other_right_is_taken(said: str) -> None:
    assert told("goals", "buy my own bread", said).draft.answers["importance"].number == 7


@pytest.mark.parametrize("said", ["8. actually not sure", "7 no idea", "7 or 8"])
def test_a_number_without_another_in_its_place_is_not_put_right(said: str) -> None:
    assert number_put_right(said) is None


def test_a_reason_may_take_back_the_number_before_it_and_both_are_kept() -> None:
    turn = told("goals", "buy my own bread", "7", "because i like bread. actually no, make it an 8")
    assert turn.draft.answers["importance"].number == 8
    assert turn.draft.answers["importance_reason"].text == "i like bread"
    assert asked(turn) == "utter_goals_step"


def test_of_two_choices_the_one_that_puts_the_other_right_is_taken() -> None:
    turn = told("strengths", "a hard time i got through. no wait, something i enjoy")
    assert turn.draft.answers["way_in"].choice == "enjoy"


@pytest.mark.parametrize("said", ["actually go back, its Bisto", "go back, it's Bisto", "go back. i meant Bisto"])
def test_who_goes_back_with_the_answer_has_it_taken_there(said: str) -> None:
    turn = told("strengths", "i look after my rabbit", "my rabbit biscuit", said)
    assert turn.draft.answers["name_own"].text == "Bisto"
    assert asked(turn) == "utter_strengths_fit"


@pytest.mark.parametrize("said", ["go back to college", "go back, its the only way i know", "go back to work"])
def test_a_wish_to_go_back_somewhere_is_an_answer(said: str) -> None:
    assert told("goals", said).draft.answers["picture"].text == said
