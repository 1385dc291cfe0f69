"""The two components of ours: a whole message is a command, and a cue has the last word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.commands import COMMANDS, CommandMatcher, command, plain
from bot.rasa.cue_detector import CueDetector
from bot.safety import cues

CUE = "I want to kill myself"
GUESS = {"name": "start_hope", "confidence": 0.97}


@pytest.fixture
def parts(tmp_path: Path) -> tuple[Any, ...]:
    """What Rasa hands to a component that it makes."""
    context = ExecutionContext(GraphSchema({}), "test")
    return LocalModelStorage.create(tmp_path), Resource("test"), context


def guessed(text: str, **more: Any) -> Message:
    return Message({"text": text, "intent": GUESS, "intent_ranking": [GUESS], **more})


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("Carry on", "carry_on"),
        ("I CAN CARRY ON!", "carry_on"),
        ("  that’s enough.  ", "stop"),
        ("My plan", "show_plan"),
        ("You misunderstood", "misunderstood"),
        ("More ways to get help", "more_support"),
        ("no", "deny"),
        ("I want to talk to a person", "person_wanted"),
        ("skip", "skip"),
        ("can my worker read this or not", "who_reads"),
        ("which ones shared", "who_reads"),
        ("dont let my key worker see this", "who_reads"),
        ("will you remind me on Wednesday?", "reminders"),
        ("can I have a reminder to look at it a week on friday", "reminders"),
        ("tell my team about quiet, only that", "edit_plan"),
        ("dont share anything", "edit_plan"),
    ],
)
def test_a_whole_message_is_a_command(said: str, intent: str, parts: tuple[Any, ...]) -> None:
    (message,) = CommandMatcher.create({}, *parts).process([guessed(said)])
    assert message.get("intent")["name"] == intent
    assert [entry["name"] for entry in message.get("intent_ranking")] == [intent]


@pytest.mark.parametrize(
    "said",
    [
        "I want to stop smoking",
        "get help from my sister",
        "go back to college",
        "skip breakfast less often",
        "my support worker Denise",
        "no more menus of pills",
        "carry on with the garden",
        "",
        "?",
        "stop " * 50,
    ],
)
def test_a_sentence_that_holds_a_command_word_is_none(said: str, parts: tuple[Any, ...]) -> None:
    (message,) = CommandMatcher.create({}, *parts).process([guessed(said)])
    assert message.get("intent") == GUESS


def test_every_command_is_written_as_it_is_compared() -> None:
    assert [words for words in COMMANDS if plain(words) != words and plain(words) not in COMMANDS] == []
    assert command("") == ""


def test_a_cue_overrules_whatever_was_guessed(parts: tuple[Any, ...]) -> None:
    (message,) = CueDetector.create({}, *parts).process([guessed(CUE)])
    assert message.get("intent") == {"name": "cue", "confidence": 1.0}
    assert [entry["name"] for entry in message.get("intent_ranking")] == ["cue"]
    assert message.get("cue")["layout"] == "card"
    assert "cue" in message.output_properties


def test_a_message_without_a_cue_is_left_alone(parts: tuple[Any, ...]) -> None:
    (message,) = CueDetector.create({}, *parts).process([guessed("I walked the dog")])
    assert message.get("intent") == GUESS


def test_asking_for_support_is_no_cue(parts: tuple[Any, ...]) -> None:
    (message,) = CueDetector.create({}, *parts).process([guessed("support now")])
    assert message.get("intent") == GUESS


def test_what_the_guard_has_shown_counts(parts: tuple[Any, ...]) -> None:
    shown = {"support_shown": {"layout": "ask", "families": ["passive"]}}
    (message,) = CueDetector.create({}, *parts).process([guessed("la la", metadata=shown)])
    assert message.get("intent")["name"] == "cue"


def test_the_detector_reads_a_message_in_the_light_of_the_question(
    parts: tuple[Any, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, tuple[str, ...]]] = []

    def screen(_text: str, context: str, earlier: tuple[str, ...]) -> cues.Screening:
        asked.append((context, earlier))
        return cues.Screening("none", ())

    monkeypatch.setattr(cues, "screen", screen)
    card = {"support": {"layout": "card", "families": ["passive"]}}
    tracker = DialogueStateTracker.from_events(
        "sam",
        [
            UserUttered("one"),
            BotUttered("card", metadata=card),
            UserUttered("carry on"),
            BotUttered("how alive?", metadata={"step": "hope.alive"}),
        ],
    )
    CueDetector.create({}, *parts).process([guessed("yes")], tracker)
    assert asked == [("hope.alive", ("passive",))]
