"""The component that plugs the intent classifier into Rasa: keeps what it learned, and broken, asks what was meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa import intents
from bot.rasa.intents import IntentClassifier

SAID = {
    "greet": ["hello there", "hello again", "good morning"],
    "erase": ["delete my data", "please erase everything", "wipe what you have about me"],
    "nlu_fallback": ["the bus was late", "my cat is asleep", "it rained all day"],
}
EXAMPLES = TrainingData([Message({"text": text, "intent": name}) for name, said in SAID.items() for text in said])


@pytest.fixture
def parts(tmp_path: Path) -> tuple[Any, ...]:
    return LocalModelStorage.create(tmp_path), Resource("intents"), ExecutionContext(GraphSchema({}), "test")


def intent_of(component: IntentClassifier, text: str) -> str:
    (message,) = component.process([Message({"text": text})])
    assert message.get("intent") == message.get("intent_ranking")[0]
    assert "intent" in message.output_properties
    return str(message.get("intent")["name"])


def test_what_was_learned_is_there_after_loading(parts: tuple[Any, ...]) -> None:
    IntentClassifier.create({}, *parts).train(EXAMPLES)
    loaded = IntentClassifier.load({}, *parts)
    assert intent_of(loaded, "could you delete all my data please") == "erase"
    assert intent_of(loaded, "hello") == "greet"


@pytest.mark.parametrize("text", ["", "   ", "hello"])
def test_without_a_model_every_message_meets_choices(text: str, parts: tuple[Any, ...]) -> None:
    assert intent_of(IntentClassifier.load({}, *parts), text) == "nlu_fallback"


def test_a_model_of_vectors_that_breaks_meets_choices_too(
    parts: tuple[Any, ...], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    component = IntentClassifier.create({}, *parts)
    component.train(EXAMPLES)

    def broken() -> None:
        raise OSError("the words of a person")

    monkeypatch.setattr(intents, "vectors", broken)
    assert intent_of(component, "hello") == "nlu_fallback"
    assert "words of a person" not in caplog.text
