"""What the answer gate makes of what is said beside the question."""

from __future__ import annotations

import pytest

from bot.coaching.gate import AnswerClass, Asked, Topic, classify, topic_of


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("fuck off", Topic.ANGER),
        ("piss off", Topic.ANGER),
        ("you're a twat", Topic.ANGER),
        ("hello", Topic.GREETING),
        ("thank you", Topic.THANKS),
        ("thanks", Topic.THANKS),
        ("k", Topic.NONSENSE),
        ("asdf", Topic.NONSENSE),
        ("no hablo ingles", Topic.OTHER_LANGUAGE),
    ],
)
def test_what_is_said_beside_the_question_is_no_answer(text: str, topic: Topic) -> None:
    assert topic_of(text) is topic
    assert classify(text, Asked.GOAL) is AnswerClass.QUESTION


@pytest.mark.parametrize(
    "text", ["when i have the keys", "when i have a bad night", "does my head in, the noise", "who will look after him"]
)
def test_a_moment_or_a_worry_is_no_question(text: str) -> None:
    assert classify(text, Asked.OBSTACLE) is AnswerClass.GOOD
