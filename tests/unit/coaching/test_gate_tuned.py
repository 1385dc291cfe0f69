"""The floor under the answers that were fresh once (tests/tuned): what is right there stays right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.coaching.controls import read_control
from bot.coaching.gate import AnswerClass, Asked, Topic, classify, topic_of

TUNED = Path(__file__).resolve().parents[2] / "tuned" / "answers.jsonl"
FLOOR = 0.97


def test_the_tuned_answers_keep_their_floor() -> None:
    lines = [json.loads(line) for line in TUNED.read_text(encoding="utf-8").splitlines() if line.strip()]
    right = sum(
        line["class"]
        == ("control" if read_control(line["text"]) else classify(line["text"], Asked(line["asked"])).value)
        for line in lines
    )
    assert right / len(lines) >= FLOOR


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
