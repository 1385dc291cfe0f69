"""Changing the saved plan by chat: what is read back is what will stand, and whole."""

from __future__ import annotations

from datetime import date

import pytest

from bot.coaching import engine
from bot.coaching.answers import NOW, Answer, Answers, known
from bot.coaching.asking import Turn
from bot.coaching.changes import Changed
from bot.coaching.guides.edit_opening import opens
from bot.coaching.plan import Item, Kind
from tests.unit.coaching.talk import GUIDES, say

PLAN: Answers = {
    NOW: Answer(text="2026-11-30T12:00:00+00:00"),
    "known.active": Answer(items=("play a gig",)),
    "known.active_ids": Answer(items=("11",)),
    "known.lines": Answer(
        items=(
            "1. Strength: reliable maybe",
            "2. What I want: play a gig",
            "3. First step: ring Baz, Friday 4 December, 7 in the evening, with Kev",
            "4. If this happens: no energy, telly on, then I will put the telly off",
            "5. Look again: Saturday 5 December",
            "6. Who could help: Jean who brings the paper",
        )
    ),
    "known.places_of_lines": Answer(
        items=("strength:1:label", *(f"goal:11:{field}" for field in ("title", "step", "if_then", "review", "helper")))
    ),
    "known.parts_of_lines": Answer(
        items=(
            *("\n", "\n", "ring Baz\nFriday 4 December, 7 in the evening\n\nwith Kev\n2026-12-04\n2026-12-05"),
            *("no energy, telly on\nput the telly off", "\n", "\n"),
        )
    ),
    "known.wholes_of_lines": Answer(items=("",) * 6),
}
FRIDAY = "Friday 4 December, 7 in the evening, with Kev"
LONG = " ".join(f"word{number}" for number in range(20))


def edited(wish: str, *further: str, plan: Answers = PLAN) -> Turn:
    """The turn after a wish to change the plan, and these messages."""
    return say(engine.begin(GUIDES["edit"], known={**plan, **opens(wish, plan)}), *further)


def shown(turn: Turn) -> list[dict[str, str]]:
    """What the lines that are read back show, beside the line that it is about."""
    return [{name: value for name, value in values.items() if name != "line"} for _, values in turn.sayings[-1].lines]


@pytest.mark.parametrize(
    ("wish", "step"),
    [
        ("change 3 to ring Danno", "ring Danno, Friday 4 December, 7 in the evening, with Kev"),
        ("change 3 to ring Danno at 9am", "ring Danno at 9am, Friday 4 December, with Kev"),
        ("change 3 to 9am", "ring Baz, Friday 4 December, 9 in the morning, with Kev"),
    ],
)
def test_a_step_keeps_what_was_not_spoken_of(wish: str, step: str) -> None:
    assert shown(edited(wish)) == [{"words": step}]


def test_whoever_agrees_sees_all_of_the_new_words() -> None:
    assert shown(edited(f"change 2 to {LONG}")) == [{"words": LONG}]
    assert shown(edited(f"change 4 to if {LONG}, then I will {LONG}")) == [{"cue": LONG, "then": f"I will {LONG}"}]


@pytest.mark.parametrize(
    ("said", "cue", "then"),
    [
        (("change 4 to no energy, leave the telly stuff out",), "no energy", "I will put the telly off"),
        (("change 4", "My mind goes blank, I will have Jean by me"), "My mind goes blank", "I will have Jean by me"),
        (("change 4", "the buses", "no I mean just put: I will text Daz"), "the buses", "I will text Daz"),
        (("change 4 to text Daz", "1 if my mind goes blank"), "my mind goes blank", "I will text Daz"),
    ],
)
def test_both_halves_of_a_saved_if_then_line_are_kept(said: tuple[str, ...], cue: str, then: str) -> None:
    turn = edited(*said)
    assert shown(turn) == [{"cue": cue, "then": then}]


@pytest.mark.parametrize(
    "wish", ["change 3 to ring Danno, and change 2 to a gig", "change 3 to ring Danno and 2 to a gig"]
)
def test_of_two_saved_lines_the_first_is_read_back_and_the_other_comes_next(wish: str) -> None:
    turn = edited(wish)
    assert turn.sayings[-1].words == "utter_edit_read_back_one_first"
    assert shown(turn) == [{"words": "ring Danno, Friday 4 December, 7 in the evening, with Kev"}]


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("chang 3 read book insted", f"read book, {FRIDAY}"),
        ("chage 3 to read book", f"read book, {FRIDAY}"),
        ("chang the step to tomorow 9pm", "ring Baz, Tuesday 1 December, 9 in the evening, with Kev"),
        ("chang the step. read book insted of fone", f"read book insted of fone, {FRIDAY}"),
        ("change the day of my step to sunday", "ring Baz, Sunday 6 December, 7 in the evening, with Kev"),
        ("change the gole. want is sleep beter", "sleep beter"),
        ("rename reliable maybe to Quiet", "Quiet"),
        ("call the first one Quiet", "Quiet"),
        ("look again a week on friday", "Friday 11 December"),
        ("add to my plan: look at this again a week on friday", "Friday 11 December"),
        ("can you move my review to tomorow", "Tuesday 1 December"),
        ("change the review day to a week on friday", "Friday 11 December"),
    ],
)
def test_a_saved_line_is_changed_by_its_name_however_it_is_spelt(wish: str, words: str) -> None:
    assert shown(edited(wish))[0] == {"words": words}


@pytest.mark.parametrize(
    ("wish", "verb", "line"),
    [
        ("rename reliable maybe", "change", "1. Strength: reliable maybe"),
        ("rename my strength", "change", "1. Strength: reliable maybe"),
        ("rename my goal", "change", "2. What I want: play a gig"),
        ("Can I take out the bit about the paper…", "delete", "6. Who could help: Jean who brings the paper"),
        ("take out the bit about the paper, I don't read it", "delete", "6. Who could help: Jean who brings the paper"),
        ("change the bit about the paper", "change", "6. Who could help: Jean who brings the paper"),
    ],
)
def test_a_saved_line_is_pointed_at_by_its_words(wish: str, verb: str, line: str) -> None:
    answers = opens(wish, PLAN)
    assert (answers["verb"].choice, answers["which"].text) == (verb, line)


def test_of_several_lines_with_that_word_it_is_asked_which() -> None:
    turn = edited("take out the bit about the telly and baz", "skip", plan=PLAN)
    assert turn.sayings[-1].words != "utter_edit_read_back"
    turn = edited("take out the bit about december")
    assert turn.sayings[-1].words == "utter_edit_which"
    assert turn.sayings[-1].choices == (known(PLAN, "lines")[2], known(PLAN, "lines")[4])
    assert shown(say(turn, "2")) == [{}]
    assert say(turn, "2").draft.answers["which"].text == "5. Look again: Saturday 5 December"


def test_the_day_to_look_again_is_set_where_there_was_none() -> None:
    plan = {what: Answer(items=answer.items[:4]) if "line" in what else answer for what, answer in PLAN.items()}
    turn = edited("look again a week on friday", plan=plan)
    assert shown(turn) == [{"review": "Friday 11 December"}]
    friday = date(2026, 12, 11)
    kept = Changed(Item(Kind.GOAL, 11), {"review": "Friday 11 December", "review_on": friday})
    assert say(turn, "yes").items == (kept,)


def test_a_wish_before_the_day_to_look_again_comes_after_it() -> None:
    turn = edited("can you put ring Jo in and a week on friday to look at it again")
    assert turn.sayings[-1].words == "utter_edit_read_back_one_first"
    assert shown(turn) == [{"words": "Friday 11 December"}]


def test_a_line_may_be_named_where_it_is_asked_what_to_do() -> None:
    assert shown(edited("change my plan", "look again a week on friday")) == [{"words": "Friday 11 December"}]


@pytest.mark.parametrize(
    "text",
    [
        "call the first person I see",
        "look again at my life",
        "change the bed",
        "change 2 things",
        "i want to change my life",
    ],
)
def test_a_sentence_about_a_life_changes_no_line(text: str) -> None:
    assert "which" not in opens(text, PLAN)
