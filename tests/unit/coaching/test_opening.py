"""The goal that a first message names is heard; what is wanted of the chat is none."""

from __future__ import annotations

import pytest

from bot.coaching.opening import goal_named


@pytest.mark.parametrize(
    ("message", "goal"),
    [
        ("I want to sleep in my own bed again", "sleep in my own bed again"),
        ("fine. i got a goal. i want to play at a festival. a proper one", "play at a festival"),
        ("I'd like to get out more, I used to go to choir you know", "get out more"),
        ("hi i want to stop smoking", "stop smoking"),
        ("well I would love to sing again", "sing again"),
        ("what i want is to sing again", "sing again"),
        (
            "well what id really like, and ive thought about this a lot, is to get back to baking, i used to love it",
            "get back to baking",
        ),
    ],
)
def test_a_goal_is_heard_in_the_message_that_begins(message: str, goal: str) -> None:
    assert goal_named(message) == goal


@pytest.mark.parametrize(
    "message",
    [
        "I want to set a goal", "i want to talk about hope", "could do with some hope", "i want to see my plan",
        "I want to know what you are", "I want to work on my goals", "I want to die", "I want to do this",
        "what am I even good at", "I'd like to know what I'm good at", "", "goals", "I want to not be asked",
    ],
)  # fmt: skip
def test_what_is_wanted_of_the_chat_is_no_goal(message: str) -> None:
    assert goal_named(message) == ""
