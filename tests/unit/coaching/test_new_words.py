"""The new words for a line, however they are led in and whatever is said of the old ones beside them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.coaching.answers import NOW, Answer
from bot.coaching.asking import Turn
from bot.coaching.if_then import parts_said, then_said
from bot.coaching.new_words import corrected, meant, without
from tests.unit.coaching.talk import KNOWN, asked, begin, leads, say, take, to_the_read_back

TODAY = {NOW: Answer(text="2026-11-30T12:00:00+00:00")}
SING = (
    *("sing in public like i said", "8", "skip", "ring Baz to book a room on friday 7pm", "8"),
    *("no energy, telly on", "put the telly off"),
)


def sung(*said: str) -> Turn:
    """The turn after these messages at the read-back of a goal."""
    return say(begin("goals", TODAY), *SING, *said)


def looked_at(*said: str) -> Turn:
    """The same at the read-back of a check-in."""
    turn = say(begin("check_in", {**KNOWN, **TODAY}), "swim", "some of it", "found it", "danno was off sick")
    return say(to_the_read_back(turn), *said)


def lines(turn: Turn) -> list[str]:
    shown = next(say.lines for say in reversed(turn.sayings) if say.lines)
    return [value for _, values in shown for value in values.values()]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("The first one is all muddled. It should only say Back to the choir", "Back to the choir"),
        ("1 is wrong it should be Back to the choir", "Back to the choir"),
        ("I'd like number one to say Back to the choir", "Back to the choir"),
        ("1 is wrong. what i want is a gig", "a gig"),
        ("and 1 is wrong. take out like i said 3 times", "sing in public"),
        ("1 is not right, leave out like i said", "sing in public"),
        ("1 sing at a wedding instead", "sing at a wedding"),
        ("1 sing at a wedding, not in public", "sing at a wedding"),
        ("1 sing at a wedding, leave the public stuff out", "sing at a wedding"),
        ("1 sing at a wedding, not at a funeral", "sing at a wedding, not at a funeral"),
    ],
)
def test_only_the_new_words_become_the_line(said: str, words: str) -> None:
    turn = sung(said)
    assert {"utter_line_changed", "utter_line_now"} & {each.words for each in turn.sayings}
    assert lines(turn)[0] == words


def test_a_moment_keeps_nothing_of_what_is_to_go() -> None:
    turn = sung("And I would like number three to say my mind goes blank, not all that about a cry")
    assert lines(turn) == ["my mind goes blank", then_said("put the telly off")]


def test_new_words_behind_the_name_of_a_line_are_heard() -> None:
    before = looked_at()
    number = lines(before).index("danno was off sick") + 1
    turn = say(before, f"{number} is wrong. what got in the way was danno was busy")
    assert lines(turn) == ["danno was busy"]


@pytest.mark.parametrize(
    "said",
    ["1 is wrong. I used to, I didn't say I want it", "1 is wrong. take out the bins", "the first one is a muddle"],
)
def test_a_line_that_is_wrong_without_new_words_is_asked_for(said: str) -> None:
    assert asked(sung(said)) == "utter_goals_picture"


def test_a_line_that_is_fine_is_left_and_the_other_one_is_changed() -> None:
    assert lines(sung("1 is fine, 2 should be saturday"))[0].endswith("Saturday 5 December, 7 in the evening")
    assert asked(sung("1 is right")) == "utter_goals_read_back"


@pytest.mark.parametrize(
    "words",
    [
        "put the telly off",
        "just put music on",
        "no money",
        "make it to the shop",
        "just say no",
        "i meant to ring",
        "tea",
    ],
)
def test_words_that_look_like_a_lead_are_kept(words: str) -> None:
    assert corrected(words) == words
    assert meant(words, "ring Baz") == words


def test_without_takes_out_only_what_is_there() -> None:
    assert without("sing, like i said, in public", "like i said") == "sing, in public"
    assert without("the sea and the hills", "sea") == "the hills"
    assert without("the sea and the hills", "the hills") == "the sea"
    assert without("the sea", "sea") == ""
    assert without("sing", "like i said") == ""
    assert without("sing", "sing") == ""


def test_another_act_keeps_the_time_that_the_words_before_named() -> None:
    turn = sung("change 2 to ring Danno")
    assert lines(turn) == ["ring Danno, Friday 4 December, 7 in the evening"]
    assert "Saturday 5 December" in lines(say(turn, "8"))


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("2 ring Danno at 9am", "ring Danno at 9am, Friday 4 December"),
        ("2 ring Danno on sunday", "ring Danno, Sunday 6 December"),
        ("2 at 9am", "ring Baz to book a room, Friday 4 December, 9 in the morning"),
        ("2 on sunday", "ring Baz to book a room, Sunday 6 December, 7 in the evening"),
    ],
)
def test_of_a_time_only_what_was_spoken_of_changes(said: str, step: str) -> None:
    assert lines(sung(said))[0] == step


def test_an_hour_put_right_on_a_later_day_leaves_the_day_that_was_meant() -> None:
    turn = say(begin("goals", TODAY), "sing", "8", "skip", "ring Baz", "tomorrow 7pm", "8", "rain", "put a coat on")
    later = {**turn.draft.answers, NOW: Answer(text="2026-12-01T12:00:00+00:00")}
    turn = take(replace(turn.draft, answers=later), "2 at 9pm")
    assert lines(turn) == ["ring Baz, Tuesday 1 December, 9 in the evening"]


def test_a_line_that_goes_with_other_words_is_named() -> None:
    turn = sung("2 sing every morning")
    assert lines(turn) == ["sing every morning"]
    lead = leads(turn)[0]
    assert (lead.words, lead.lines[0][1]) == ("utter_goes_with_it", {"review": "Saturday 5 December"})


@pytest.mark.parametrize(
    ("said", "cue", "act"),
    [
        (("3 just put no energy, leave the telly stuff out",), "no energy", "put the telly off"),
        (("3 no energy",), "no energy", "put the telly off"),
        (("no thats wrong. If: no energy. Then: text Daz",), "no energy", "text Daz"),
        (("3", "no thats wrong. If: no energy. Then: text Daz"), "no energy", "text Daz"),
        (("3, the second half, I will have Jean by me",), "no energy, telly on", "have Jean by me"),
        (("3 the first half should be the buses",), "the buses", "put the telly off"),
        (("the second half of 3 should be text Daz",), "no energy, telly on", "text Daz"),
        (("3 second half: text Daz",), "no energy, telly on", "text Daz"),
        (("3 my mind goes blank, I will have Jean by me",), "my mind goes blank", "have Jean by me"),
        (("3", "My mind goes blank, I will have Jean by me"), "My mind goes blank", "have Jean by me"),
        (("3", "then I will text Daz"), "no energy, telly on", "text Daz"),
        (("3 my mind goes blank", "3 no I mean just put: I will text Daz"), "my mind goes blank", "text Daz"),
        (("3 my mind goes blank", "no I mean just put: I will text Daz"), "my mind goes blank", "text Daz"),
        (("3 ring Jo, I will ask her to come",), "no energy, telly on", "ring Jo, I will ask her to come"),
    ],
)
def test_words_for_an_if_then_line_go_to_the_half_that_they_are_of(said: tuple[str, ...], cue: str, act: str) -> None:
    assert lines(sung(*said)) == [cue, then_said(act)]


def test_another_moment_alone_has_its_act_asked_for() -> None:
    turn = sung("3", "the buses")
    assert asked(turn) == "utter_goals_act"
    assert turn.draft.answers["obstacle"].text == "the buses"


@pytest.mark.parametrize(
    "said", ["my nerves, I will be fine", "no energy, I'd probably sit down", "the end of the month"]
)
def test_what_may_be_all_moment_is_parted_nowhere(said: str) -> None:
    assert parts_said(said) == (said, "")


def test_no_plan_is_read_into_what_gets_in_the_way() -> None:
    turn = say(begin("goals", TODAY), *SING[:5], "no energy, I'd give up")
    assert asked(turn) == "utter_goals_act"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("chang 2 read book insted", "read book, Friday 4 December, 7 in the evening"),
        ("chage 2 to read book", "read book, Friday 4 December, 7 in the evening"),
        ("change the gole. want is sleep beter", "sleep beter"),
        ("chang the step. read book insted of fone", "read book insted of fone, Friday 4 December, 7 in the evening"),
        ("chang the step to tomorow 9pm", "ring Baz to book a room, Tuesday 1 December, 9 in the evening"),
        ("look again a week on friday", "Friday 11 December"),
    ],
)
def test_a_change_is_heard_however_it_is_spelt(said: str, words: str) -> None:
    assert lines(sung(said))[0] == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("2 is too soon, make it sunday", "ring Baz to book a room, Sunday 6 December, 7 in the evening"),
        ("2 is not what I said. I said ring the doctor", "ring the doctor, Friday 4 December, 7 in the evening"),
        ("can you make number 2 sunday", "ring Baz to book a room, Sunday 6 December, 7 in the evening"),
        ("can we make it sunday", "ring Baz to book a room, Sunday 6 December, 7 in the evening"),
        ("change the time to 8pm", "ring Baz to book a room, Friday 4 December, 8 in the evening"),
        ("2 ring Danno not Baz", "ring Danno, Friday 4 December, 7 in the evening"),
        ("2 ring Danno not text", "ring Danno not text, Friday 4 December, 7 in the evening"),
        ("1: sing at home. thats all", "sing at home"),
        ("2 is wrong. its ring Danno", "ring Danno, Friday 4 December, 7 in the evening"),
        ("I think number two should say ring Danno", "ring Danno, Friday 4 December, 7 in the evening"),
        ("3 too far", "too far"),
        ("3 Then: ring Jo", "no energy, telly on"),
        ("take out the bit about the telly", "no energy"),
        ("call the first one Singing", "Singing"),
    ],
)
def test_a_line_gets_what_was_meant_for_it(said: str, words: str) -> None:
    assert lines(sung(said))[0] == words


@pytest.mark.parametrize("said", ["make 2 smaller", "2 no I dont want to ring him", "2 and 3 are wrong"])
def test_where_no_new_words_are_said_they_are_asked_for(said: str) -> None:
    assert asked(sung(said)) == "utter_goals_step"
