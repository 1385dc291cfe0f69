"""Changing the saved plan by chat: what is read back is what will stand, and whole."""

from __future__ import annotations

import pytest

from bot.coaching import engine
from bot.coaching.answers import NOW, Answer, Answers
from bot.coaching.asking import Turn
from bot.coaching.guides.edit_answers import opens
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
