"""What people typed at the read-back in other words than expected: it is understood, and nothing of it is lost."""

from __future__ import annotations

import pytest

from bot.coaching.answers import NOW, Answer
from bot.coaching.asking import Outcome, Turn
from bot.coaching.confirming import Confirmed, read_confirmation
from tests.unit.coaching.talk import asked, begin, leads, say, to_the_read_back

TODAY = {NOW: Answer(text="2026-12-01T12:00:00+00:00")}
SAID = ("grow a garden", "8", "skip", "buy seeds", "thursday", "8", "rain", "take a coat")


def after(said: str) -> Turn:
    return say(begin("goals", TODAY), *SAID, said)


def line_now(turn: Turn) -> str:
    shown = next(say.lines for say in reversed(turn.sayings) if say.lines)
    return next(iter(shown[0][1].values()))


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Also change 2, it must to be: send a message to Joan", "send a message to Joan, Thursday 3 December"),
        ("nah change 1, shud say im a gud goalie", "im a gud goalie"),
        ("yh n change 2 2 friday", "buy seeds, Friday 4 December"),
        ("change 2 2 friday", "buy seeds, Friday 4 December"),
        ("change it. 2 should be friday", "buy seeds, Friday 4 December"),
        ("The name must be only 'bread and better English'", "bread and better English"),
        ("step should be Wednesday morning not Thursday", "buy seeds, Wednesday 2 December, in the morning"),
        ("2 2 pints of milk", "2 pints of milk, Thursday 3 December"),
    ],
)
def test_a_line_gets_its_new_words(said: str, line: str) -> None:
    assert line_now(after(said)) == line


def test_the_name_of_a_strength_is_its_line() -> None:
    turn = to_the_read_back(say(begin("strengths"), "you pick", "i fed the cat every day", "a patient soul"))
    assert line_now(say(turn, "the name must be only 'patience'")) == "patience"


def test_a_change_that_names_no_line_asks_which() -> None:
    assert asked(after("change it. the garden bit not the sleeping")) == "utter_which_line"


def test_of_a_day_and_a_number_in_one_message_neither_is_lost_without_a_word() -> None:
    turn = after("wait step should be Wednesday morning not Thursday, and the number is 6 not 8")
    assert [each.words for each in leads(turn)] == ["utter_read_back_again"]


@pytest.mark.parametrize(
    "said",
    [
        "Yes save, thanks you. And now can I make another thing, the hope?",
        "yes save it. can we do hope now?",
        "Yes keep it! Can I start a new goal?",
    ],
)
def test_what_is_saved_before_something_else_is_wished_for_is_saved(said: str) -> None:
    assert after(said).outcome is Outcome.KEPT


@pytest.mark.parametrize(
    "said",
    [
        "yes save it. can i change line 2?",
        "Yes save it. Can I make it Friday?",
        "save me a seat. can i do hope?",
        "yes save it. can i make another line?",
    ],
)
def test_what_may_still_be_changed_is_not_saved_yet(said: str) -> None:
    assert not isinstance(read_confirmation(said), Confirmed)
