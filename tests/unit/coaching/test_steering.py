"""Controls told by their words alone, and the answers that hold the same words and are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.controls import Control, read_control
from bot.coaching.steering import steers

STEERED = {
    Control.SKIP: ("can we skip that one", "skip to the next one", "leave that one for now", "come back to that one"),
    Control.BACK: (
        "go back a bit",
        "can i go back to the last question",
        "take me back to the one before",
        "i wanna go back",
    ),
    Control.REPEAT: ("what was the question again", "ask me again", "sorry what did you ask", "can you ask that again"),
    Control.MENU: ("take me to the main menu", "i want to go back to the menu"),
    Control.START_AGAIN: ("back to the start", "start from scratch", "start all over again"),
    Control.PLAN: ("what have i put so far", "can you show me my plan please"),
    Control.WHY: ("why are you asking me that", "why does it matter", "what's the reason for asking"),
    Control.STOP: (
        "im done for today",
        "save it and come back later",
        "lets call it a day",
        "end this chat",
        "bye for now",
    ),
}


@pytest.mark.parametrize(("text", "control"), [(text, control) for control, texts in STEERED.items() for text in texts])
def test_a_control_is_heard_however_it_is_put(text: str, control: Control) -> None:
    request = read_control(text)
    assert request is not None
    assert request.control is control


@pytest.mark.parametrize(
    "text",
    [
        "go back to college",
        "i want to stop smoking",
        "start again with my sister",
        "skip breakfast less often",
        "take a break from facebook",
        "i want to end it",
        "end it all",
        "i'd like to end it there",
        "save up and come back to leeds",
        "move on from my ex",
        "the menu at the cafe",
        "my plan is to paint",
        "why i drink",
        "leave it to the professionals",
        "quit my job",
        "have enough for the rent",
        "repeat prescriptions",
    ],
)
def test_an_answer_with_the_same_words_is_none(text: str) -> None:
    assert steers(text) is None


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert steers(text) is None or Control(steers(text) or "")
