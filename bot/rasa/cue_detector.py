"""An NLU component that gives a message with a cue the intent `cue`, so that every form ignores it.

It is the last of the pipeline and replaces the ranking too. It decides nothing itself: bot.safety does.
"""

# ruff: noqa: ARG003
from __future__ import annotations

from typing import Any, Optional

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.commands import settle
from bot.rasa.incoming import CUE
from bot.rasa.reading import seen_in, support_of
from bot.safety.support import Seen


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class CueDetector(GraphComponent):
    """Marks a message for which support is shown, with the families of its cue for the staff's review."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CueDetector:
        return cls()

    def process(self, messages: list[Message], tracker: Optional[DialogueStateTracker] = None) -> list[Message]:
        """Rasa hands over the tracker because the argument has this name."""
        seen = seen_in(tracker.events) if tracker else Seen()
        for message in messages:
            support = support_of(message.get(TEXT) or "", message.get("metadata"), seen)
            if support is not None and not support.asked_for:
                understood = str((message.get(INTENT) or {}).get("name") or "")
                settle(message, CUE)
                found = {"layout": support.layout, "families": list(support.families), "instead_of": understood}
                message.set(CUE, found, add_to_output=True)
        return messages
