"""A name for a strength and a line to keep: only the words that are meant, and no word of them lost."""

from __future__ import annotations

import pytest

from tests.unit.coaching.talk import asked, told

AT_THE_NAME = ("strengths", "something i enjoy", "I cooked for my wife")
AT_THE_NOTE = ("hope", "skip", "skip", "skip")
AT_THE_SHORT_NAME = (
    "goals",
    "i would love to be living somewhere in the countryside with my daughter and her two lovely dogs and a big warm"
    " kitchen for all of us",
)


@pytest.mark.parametrize("said", ["sort of", "kind of", "kinda", "in a way", "i suppose, sort of"])
def test_half_a_yes_is_no_name(said: str) -> None:
    assert "name_own" not in told(*AT_THE_NAME, said).draft.answers
    assert asked(told(*AT_THE_NAME, "something else", said)) == "utter_strengths_name_own_probe_1"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Something else. That I'm brave, I think", "I'm brave"),
        ("something else: brave", "brave"),
        ("no, none of those. a grafter", "a grafter"),
        ("neither. I don't give up", "I don't give up"),
        ("that I'm brave", "I'm brave"),
        ("It shows that I'm stubborn", "I'm stubborn"),
        ("idk, a good cook", "a good cook"),
        ("Maybe 'the cook'", "the cook"),
    ],
)
def test_what_leads_to_a_name_is_no_part_of_it(said: str, name: str) -> None:
    assert told(*AT_THE_NAME, said).draft.answers["name_own"].text == name


def test_not_knowing_is_no_part_of_the_name_behind_it() -> None:
    said = told(*AT_THE_NAME, "something else", "I don't know. A grafter maybe").draft.answers
    assert said["name_own"].text == "A grafter"


@pytest.mark.parametrize(
    "said",
    [
        "sort of brave",
        "that woman who cooks",
        "I say 'no' to people",
        "I never know when to stop",
        "neither up nor down, I keep level",
        "I ask for something else, not the same again",
    ],
)
def test_a_name_that_only_begins_like_that_stays_whole(said: str) -> None:
    assert told(*AT_THE_NAME, "something else", said).draft.answers["name_own"].text == said


@pytest.mark.parametrize(
    "said", ["something else please", "none of those, thanks", "no, something else", "neither.", "none. I'm useless"]
)
def test_something_else_alone_is_that_choice(said: str) -> None:
    assert told(*AT_THE_NAME, said).draft.answers["name"].choice == "other"


@pytest.mark.parametrize(
    "said",
    [
        "A short name? Maybe 'bread and better English' but the smoking is more my wife who wants",
        "call it “bread and better English”",
        '"bread and better English"',
    ],
)
def test_a_name_in_quotation_marks_is_the_name(said: str) -> None:
    turn = told(*AT_THE_SHORT_NAME, said)
    assert turn.draft.answers["short"].text == "bread and better English"


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("idk. youre ok", "youre ok"),
        (
            "I don't know what to write in a line. My grandmother always said slow is also fast",
            "My grandmother always said slow is also fast",
        ),
        ("dunno what to put. keep going, kid", "keep going, kid"),
        ("not sure. one day at a time", "one day at a time"),
        ("um, idk... you've done it before", "you've done it before"),
    ],
)
def test_not_knowing_is_no_part_of_the_line_behind_it(said: str, line: str) -> None:
    assert told(*AT_THE_NOTE, said).draft.answers["note"].text == line


@pytest.mark.parametrize(
    "said",
    [
        "I don't know how. But I'll do it anyway.",
        "nobody knows everything, and I don't know much",
        "My grandmother said 'slow is also fast'",
        "maybe not today. maybe tomorrow",
    ],
)
def test_a_line_that_speaks_of_not_knowing_stays_whole(said: str) -> None:
    assert told(*AT_THE_NOTE, said).draft.answers["note"].text == said


@pytest.mark.parametrize("said", ["idk. dunno", "I don't know. sorry", "not sure. no idea"])
def test_not_knowing_twice_is_no_line(said: str) -> None:
    assert "note" not in told(*AT_THE_NOTE, said).draft.answers


@pytest.mark.parametrize(("said", "kept"), [("you're ok", True), ("nah you're ok", False), ("you're alright", False)])
def test_that_one_is_ok_may_be_the_line(said: str, kept: bool) -> None:
    answer = told(*AT_THE_NOTE, said).draft.answers.get("note")
    assert bool(answer and answer.text) is kept


def test_something_else_is_heard_as_it_is_texted() -> None:
    assert told(*AT_THE_NAME, "sumthing else. im a gud carer").draft.answers["name_own"].text == "im a gud carer"
