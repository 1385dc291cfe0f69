"""A death, a loss or a closed door is met with one kind line, and the talk goes on; what only sounds so is not."""

from __future__ import annotations

import pytest

from bot.coaching.gate import Loss, loss_in
from tests.unit.coaching.talk import asked, leads, told


@pytest.mark.parametrize(
    "said",
    [
        "been rubbish since mum died in January. I miss mum so much it kills me",
        "my dad passed away last year",
        "I lost my brother",
        "we buried my nan in may",
        "the dog was put to sleep",
        "since the funeral",
        "he's dead",
        "I had a miscarriage",
    ],
)
def test_a_death_is_heard(said: str) -> None:
    assert loss_in(said) is Loss.DEATH


@pytest.mark.parametrize(
    "said", ["she said no. same as always", "lost my job", "he never rang back", "they turned me down", "we split up"]
)
def test_a_closed_door_is_heard(said: str) -> None:
    assert loss_in(said) is Loss.TURNED_AWAY


@pytest.mark.parametrize(
    "said",
    [
        "my phone died",
        "I was dead tired",
        "he's dead funny",
        "lost my keys",
        "I lost my dog's lead",
        "miss the bus",
        "she makes me laugh and I miss her",
        "I miss my kids so much",
        "she passed her test",
        "my brother passed on the message",
        "if she says no",
        "she might have said no",
        "mum said no more sweets",
        "he left me a note",
        "I'm scared my mum died",
        "ring my mum",
    ],
)
def test_what_only_sounds_like_a_loss_is_none(said: str) -> None:
    assert loss_in(said) is None


def test_who_tells_of_a_death_hears_a_kind_line_and_the_next_question() -> None:
    turn = told("goals", "see my sister more", "8", "it's been rubbish since mum died. I miss mum so much")
    assert [say.words for say in leads(turn)] == ["utter_sorrow"]
    assert asked(turn) == "utter_goals_step"


def test_who_was_turned_away_hears_no_receipt() -> None:
    turn = told("check_in", "swim", "not yet", "she said no. same as always")
    assert "utter_setback" in [say.words for say in leads(turn)]
