"""What is put right at the read-back: only what was spoken of changes, whatever way it is put or spelt."""

from __future__ import annotations

import pytest

from bot.coaching.answers import Answer, words_of
from bot.coaching.asking import Outcome, Turn
from bot.coaching.changes import Changed
from bot.coaching.confirming import read_confirmation, wants_more
from bot.coaching.if_then import parts_said, then_said
from bot.coaching.plan import IfThen, Item, Kind
from bot.coaching.times_alone import time_alone
from tests.unit.coaching.talk import BREAD, asked, begin, leads, say, to_the_read_back, told
from tests.unit.coaching.test_edits import OF_LINES, begun

NOW = {"known.now": Answer(text="2026-11-30T09:00:00+00:00")}
FLAT = (
    *("get a flat", "8", "skip", "ask denise my suport werker abowt flats", "tuesday morning", "8"),
    *("might be skint", "ask sis for lift"),
)


def at_the_read_back(*said: str) -> Turn:
    return say(begin("goals", NOW), *FLAT, *said)


def line_now(turn: Turn) -> dict[str, str]:
    (now,) = (each for each in turn.sayings if each.words in {"utter_line_changed", "utter_line_now"})
    return dict(now.lines[0][1])


@pytest.mark.parametrize(
    "said",
    [
        "2 shud be tuesday aftanoon",
        "2 should be tuesday afternoon",
        "line 2 needs to be tuesday aftanoon",
        "change 2 to tuesday afternoon",
        "chang 2 to tuesday aftanoon",
        "number two should be tuesday afternoon",
        "2. tuesday afternoon not tuesday morning",
        "the second one should be tuesday afternoon",
    ],
)
def test_a_time_alone_changes_only_the_time(said: str) -> None:
    shown = "ask denise my suport werker abowt flats, Tuesday 1 December, in the afternoon"
    assert line_now(at_the_read_back(said)) == {"step": shown}


def test_a_whole_step_with_its_time_loses_no_words() -> None:
    turn = at_the_read_back("change 2 to ask denise my suport werker abowt flats tuesday aftanoon")
    shown = "ask denise my suport werker abowt flats, Tuesday 1 December, in the afternoon"
    assert line_now(turn) == {"step": shown}


@pytest.mark.parametrize("words", ["ring jo on tuesday", "not today", "the tuesday club", "ask about friday's bus"])
def test_words_that_say_more_are_no_time_alone(words: str) -> None:
    assert not time_alone(words)


@pytest.mark.parametrize(
    ("said", "cue", "act"),
    [
        ("change 3 to being skint", "being skint", "ask sis for lift"),
        ("change 3 to if im skint then i ask sis for lift", "im skint", "ask sis for lift"),
        ("3 if im skint, i ask my brother", "im skint", "ask my brother"),
        ("3 when it rains", "it rains", "ask sis for lift"),
        ("3 the buses", "the buses", "ask sis for lift"),
        ("3 then i will walk", "might be skint", "walk"),
        ("3 i ask my sister", "might be skint", "ask my sister"),
        ("3 should be ring Jo", "might be skint", "ring Jo"),
        ("3 ringing Jo", "might be skint", "ring Jo"),
        ("3 I'll ring Jo if I get scared", "I get scared", "ring Jo"),
    ],
)
def test_only_the_part_of_an_if_then_line_that_was_said_changes(said: str, cue: str, act: str) -> None:
    assert line_now(at_the_read_back(said)) == {"cue": cue, "then": then_said(act)}


@pytest.mark.parametrize("moment", ["panicking", "no money", "i get shy", "im too tired", "might be raining"])
def test_a_moment_is_told_from_an_act(moment: str) -> None:
    assert parts_said(moment) == (moment, "")


@pytest.mark.parametrize("act", ["get a taxi", "take a coat", "go to bed", "make a brew", "text Jo", "dominoes"])
def test_an_act_is_told_from_a_moment(act: str) -> None:
    assert parts_said(act) == ("", act)


def test_a_saved_if_then_line_is_read_back_whole_and_keeps_the_other_part() -> None:
    turn = begun("change 3 to being skint", OF_LINES)
    (line,) = turn.sayings[-1].lines
    assert line[1] == {"line": "If this happens: rain", "cue": "being skint", "then": "I will take a coat"}
    kept = Changed(Item(Kind.GOAL, 11), {"if_then": IfThen("being skint", "take a coat")})
    assert say(turn, "yes").items == (kept,)


@pytest.mark.parametrize(
    "said", ["yes that's lovely, save it please", "yeh sav it", "yeh sav", "yh save it", "ye thats rite save it"]
)
def test_a_yes_is_heard_however_it_is_spelt(said: str) -> None:
    assert told("goals", *BREAD, said).outcome is Outcome.KEPT


@pytest.mark.parametrize("said", ["no dont save it", "yes but change it", "save my bus fare", "not yet"])
def test_what_is_no_clear_yes_saves_nothing(said: str) -> None:
    assert told("goals", *BREAD, said).outcome is not Outcome.KEPT


def test_a_line_named_in_words_is_changed() -> None:
    turn = told("goals", *BREAD, "number one should only say there's always another bus along")
    assert words_of(turn.draft.answers, "picture") == "there's always another bus along"


def test_two_lines_in_one_message_are_both_put_right() -> None:
    turn = at_the_read_back("number one should just say a flat and you can take number three right out")
    assert turn.sayings[-1].lines[0][1] == {"want": "a flat"}
    assert [words for words, _ in turn.sayings[-1].lines] == [
        "utter_goals_line_want",
        "utter_goals_line_step",
        "utter_goals_line_review",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "change 2 to ring Danno, and change 1 to a gig",
        "change 2 to ring Danno, and 1 to a gig",
        "2 should be ring Danno and 1 should be a gig",
        "change the step to ring Danno and the goal to a gig",
        "1 should say a gig. number 2 should say ring Danno",
        "1 a gig\n2 ring Danno",
    ],
)
def test_each_of_two_lines_gets_its_own_words(said: str) -> None:
    turn = to_the_read_back(at_the_read_back(said))
    assert asked(turn) == "utter_goals_read_back"
    assert [values for _, values in turn.sayings[-1].lines[:2]] == [
        {"want": "a gig"},
        {"step": "ring Danno, Tuesday 1 December, in the morning"},
    ]
    assert turn.draft.answers["obstacle"].text == "might be skint"


def test_numbers_of_lines_are_those_that_were_seen() -> None:
    turn = to_the_read_back(at_the_read_back("delete 1, take out number 3 and change 2 to ring Danno"))
    assert [words for words, _ in turn.sayings[-1].lines] == ["utter_goals_line_step", "utter_goals_line_review"]
    assert "Danno" in turn.sayings[-1].lines[0][1]["step"]


def test_of_two_lines_the_one_that_needs_words_is_asked_for_and_the_other_is_told() -> None:
    turn = at_the_read_back("change 1, and change 2 to ring Danno")
    assert leads(turn)[0].words == "utter_line_now"
    assert asked(turn) == "utter_goals_picture"
    turn = at_the_read_back("can you change 2 to ring Danno, and 1 is wrong too")
    assert asked(turn) == "utter_goals_picture"
    turn = at_the_read_back("change 2 and change 1 to a gig")
    assert leads(turn)[0].words == "utter_one_line_first"
    assert asked(turn) == "utter_goals_step"


@pytest.mark.parametrize(
    "said",
    ["2 buy bread, and 2 pints of milk", "2 buy bread. 3 pints of milk", "2 see two dogs and one cat", "2 see Jo, 1"],
)
def test_the_words_of_one_line_are_not_parted(said: str) -> None:
    assert line_now(at_the_read_back(said)) == {"step": f"{said[2:]}, Tuesday 1 December, in the morning"}


def test_two_lines_are_put_right_in_the_middle_too() -> None:
    turn = say(begin("goals", NOW), *FLAT[:6], "change 2 to ring Danno, and change 1 to a gig")
    assert [each.words for each in leads(turn)] == ["utter_line_now", "utter_line_now", "utter_asked_once_more"]
    assert asked(say(turn, "8", "skip", "7")) == "utter_goals_obstacle"


@pytest.mark.parametrize("said", ["2 weeks from now", "number crunching is hard", "no one knows", "line dancing"])
def test_what_only_looks_like_a_line_changes_none(said: str) -> None:
    assert read_confirmation(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "wheres stop smoking",
        "where is the bit about my sister?",
        "you forgot stop smoking",
        "i want to add something",
        "add that i get help from my sister",
        "can i add a line",
        "stop smoking is missing",
    ],
)
def test_who_misses_something_is_told_how_to_add_it(said: str) -> None:
    assert wants_more(said)
    assert leads(told("goals", *BREAD, said))[0].words == "utter_how_to_add"
    hard_times = to_the_read_back(told("hard_times", "i go quiet"))
    assert leads(say(hard_times, said))[0].words == "utter_how_to_add"


@pytest.mark.parametrize("said", ["it adds up", "i know where i am", "that is about it"])
def test_what_misses_nothing_is_told_nothing_of_adding(said: str) -> None:
    assert not wants_more(said)


@pytest.mark.parametrize(
    ("act", "then"),
    [
        ("ring Jo", "I will ring Jo"), ("text Kev", "I will text Kev"), ("just go", "I will just go"),
        ("be kind to myself", "I will be kind to myself"), ("set an alarm", "I will set an alarm"),
        ("a cup of tea", "this: a cup of tea"), ("tea", "this: tea"), ("my mum", "this: my mum"),
        ("music", "this: music"), ("deep breaths", "this: deep breaths"), ("walking", "this: walking"),
        ("headphones on", "this: headphones on"),
    ],
)  # fmt: skip
def test_a_thing_that_is_no_verb_is_not_said_as_one(act: str, then: str) -> None:
    assert then_said(act) == then
