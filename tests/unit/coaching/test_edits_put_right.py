"""Edits of the saved plan that put themselves right, say why, or name their line in other ways."""

from __future__ import annotations

import pytest

from bot.coaching import engine
from bot.coaching.answers import NOW, Answer
from bot.coaching.asking import Outcome, Turn
from bot.coaching.edits import read_edit
from bot.coaching.guides.edit_opening import opens
from bot.coaching.times_alone import time_alone
from tests.unit.coaching.talk import GUIDES, asked, begin, say, to_the_read_back

TODAY = {NOW: Answer(text="2026-12-01T12:00:00+00:00")}
PLAN = {
    **TODAY,
    "known.lines": Answer(
        items=(
            "1. What I want: see more of my nan",
            "2. First step: phone nan, Thursday 3 December",
            "3. Look again: Friday 4 December",
            "4. A good time: the sea in 2015",
            "5. Parked: my kids",
        )
    ),
    "known.places_of_lines": Answer(
        items=("goal:11:title", "goal:11:step", "goal:11:review", "hope:4:memory", "goal:14:title")
    ),
    "known.parts_of_lines": Answer(
        items=("\n", "phone nan\nThursday 3 December\n\n\n2026-12-03\n2026-12-04", "\n", "\n", "\n")
    ),
    "known.active": Answer(items=("see more of my nan",)),
    "known.active_ids": Answer(items=("11",)),
}


def asked_for(text: str) -> Turn:
    return engine.begin(GUIDES["edit"], known={**PLAN, **opens(text, PLAN)})


def becomes(text: str) -> str:
    """The new words that are read back."""
    turn = asked_for(text)
    assert asked(turn) == "utter_edit_read_back"
    return turn.sayings[-1].lines[0][1]["words"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("change my step to friday, he's off thursday", "phone nan, Friday 4 December"),
        ("change 2 to friday because she is out", "phone nan, Friday 4 December"),
        ("change 2 to friday, ring Jo", "ring Jo, Friday 4 December"),
        ("change 2 to ring the office friday, no I meant monday", "ring the office, Monday 7 December"),
        ("change 3 to look again sunday", "Sunday 6 December"),
        ("change 3 look again sunday", "Sunday 6 December"),
        ("change the day i phone nan to friday", "phone nan, Friday 4 December"),
        ("change the day for phone nan from thursday to friday", "phone nan, Friday 4 December"),
        ("chnge the goal step 2 say txt me cousin bout da flat", "txt me cousin bout da flat, Thursday 3 December"),
        ("change the step to say ring Jo on monday", "ring Jo, Monday 7 December"),
        ("change 4 to it was my sister who came", "it was my sister who came"),
    ],
)
def test_a_line_becomes_what_was_meant(text: str, words: str) -> None:
    assert becomes(text) == words


@pytest.mark.parametrize("text", ["change 4, it was 2016", "change 4: it's 2016 not 2015", "change 4, it was in 2016."])
def test_a_number_in_a_line_put_right_has_the_whole_line_asked_for(text: str) -> None:
    assert asked(asked_for(text)) == "utter_edit_new_words"


def test_at_the_read_back_too_a_number_alone_is_no_line() -> None:
    turn = to_the_read_back(say(begin("hope", TODAY), "5", "the sea in 2015"))
    assert asked(say(turn, "change 1, it was 2016")) == "utter_hope_memory"


def test_a_day_to_look_again_at_the_read_back_is_the_day_alone() -> None:
    turn = say(begin("goals", TODAY), "swim", "8", "skip", "buy trunks", "friday", "8", "rain", "take a coat")
    number = next(
        place for place, (words, _) in enumerate(turn.sayings[-1].lines, 1) if words == "utter_goals_line_review"
    )
    turn = say(turn, f"{number} look again sunday")
    assert turn.sayings[-1].lines[0][1] == {"review": "Sunday 6 December"}


@pytest.mark.parametrize(
    "text",
    [
        "delete the parked one about my kids, no wait, keep it",
        "delete 5, no wait, keep it",
        "park 1. actually leave it",
        "delete 5. no don't",
    ],
)
def test_what_is_called_off_in_the_same_breath_changes_nothing(text: str) -> None:
    assert asked_for(text).outcome is Outcome.NOTHING


@pytest.mark.parametrize("text", ["delete the parked one about my kids", "delete 5"])
def test_what_is_not_called_off_is_read_back(text: str) -> None:
    assert asked(asked_for(text)) == "utter_edit_read_back"


def test_words_that_speak_of_keeping_are_words() -> None:
    assert becomes("change 4 to the ring, no wait, keep it on") == "the ring, no wait, keep it on"


@pytest.mark.parametrize("text", ["change the day around", "step by step", "i want to change the day i wash to friday"])
def test_a_sentence_about_days_and_steps_is_no_edit(text: str) -> None:
    assert read_edit(text) is None


@pytest.mark.parametrize("words", ["friday, ring Jo", "the friday club", "ring Jo because it is friday"])
def test_an_act_with_a_day_is_no_time_alone(words: str) -> None:
    assert not time_alone(words)
