"""The NLU component that says what a message outside a dialogue asks for. The thinking is bot.understanding's.

Where it is not sure it says "none of these", never a wrong guess in good faith. Where its model is missing or broken it
says the same of every message: commands and cues are other components' and go on working.
"""

# ruff: noqa: ARG003
from __future__ import annotations

import json
import logging
import re
from typing import Any, Optional

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.understanding.machine import NONE, Guess, Machine, fit, from_arrays
from bot.understanding.text import plain
from bot.understanding.vectors import vectors

log = logging.getLogger(__name__)
UNSURE = Guess(((NONE, 1.0),))
_LETTERS = re.compile("[a-z0-9]")  # without any, as in another script, there is nothing that was learned
_NAMES, _ARRAYS = "intents.json", "machine.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(GraphComponent):
    """Sets the intent of a message and the ranking of the likeliest."""

    def __init__(self, storage: ModelStorage, resource: Resource, machine: Optional[Machine] = None) -> None:
        self._storage = storage
        self._resource = resource
        self._machine = machine

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentClassifier:
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentClassifier:
        try:
            with model_storage.read_from(resource) as folder:
                names = json.loads((folder / _NAMES).read_text(encoding="utf-8"))
                with np.load(folder / _ARRAYS, allow_pickle=False) as kept:
                    machine = from_arrays(names, dict(kept))
            vectors()
        except Exception as error:  # a server that loads no model answers nobody at all
            log.error("The intents cannot be told apart: %s.", type(error).__name__)
            return cls(model_storage, resource)
        return cls(model_storage, resource, machine)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples, and keep what was learned."""
        examples = training_data.intent_examples
        texts = [plain(example.get(TEXT) or "") for example in examples]
        self._machine = fit(texts, [example.get(INTENT) for example in examples], vectors().of(texts))
        with self._storage.write_to(self._resource) as folder:
            (folder / _NAMES).write_text(json.dumps(self._machine.intents), encoding="utf-8")
            np.savez(folder / _ARRAYS, **self._machine.arrays())
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing that is trained after this one needs its guesses."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            ranking = [{"name": name, "confidence": share} for name, share in self._guess(message).ranking]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _guess(self, message: Message) -> Guess:
        text = plain(message.get(TEXT) or "")
        if self._machine is None or not _LETTERS.search(text):
            return UNSURE
        try:
            return self._machine.guesses([text], vectors().of([text]))[0]
        except Exception as error:  # a message that cannot be read gets choices, not silence
            log.error("A message could not be told apart: %s.", type(error).__name__)
            return UNSURE
