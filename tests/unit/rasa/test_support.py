"""The way back from the card is never taken for a new cue."""

from __future__ import annotations

import pytest

from bot.rasa.commands import COMMANDS, is_a_way
from bot.rasa.support import needed
from bot.safety import cues
from bot.safety.support import ASK, ASKING, CARD, SOMETHING_ELSE, Seen

WAYS = sorted(words for words in COMMANDS if is_a_way(words))
# Asking for support by its name brings the card, whatever else the words could mean.
ON = [words for words in WAYS if not cues.wants_support(words) and words != SOMETHING_ELSE]


@pytest.mark.parametrize("seen", [Seen(), Seen(families=("unclear", "passive"), cards=2), Seen(context=ASKING)])
@pytest.mark.parametrize("said", ON)
def test_the_way_back_can_be_typed_in_any_case(said: str, seen: Seen) -> None:
    assert needed(said.upper(), seen) is None
    assert needed(f"{said}.", seen) is None


@pytest.mark.parametrize("said", ["Something else", "something else."])
def test_something_else_than_the_end_of_the_chat_brings_the_card(said: str) -> None:
    asked = needed("i want to end this", Seen())
    assert asked is not None
    assert asked.layout == ASK
    brought = needed(said, Seen(context=ASKING, families=asked.families))
    assert brought is not None
    assert (brought.layout, brought.families) == (CARD, asked.families)
    assert needed(said, Seen()) is None


@pytest.mark.parametrize("said", ["stop", "end", "enough", "finish", "no", "bye"])
def test_words_that_can_mean_more_are_read_like_any_other(said: str) -> None:
    assert not is_a_way(said)
