"""The base of every custom action: a deadline, no exception ever, and polite words when something fails.

A raised exception would send the whole conversation to Rasa's error log, so none may leave an action.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import uuid
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, TypeVar

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.words import words
from bot.coaching.draft import Say
from bot.settings import settings

logger = logging.getLogger(__name__)
Event = dict[str, Any]
Answer = TypeVar("Answer")

CONTROLS = ("skip", "back", "why", "stop")


class CairnAction(Action, ABC):
    """An action that answers within the deadline, whatever happens to the database."""

    @abstractmethod
    def name(self) -> str:
        """The action's name in domain.yml."""

    @abstractmethod
    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Event]:
        """Say and return what this action is for. May raise: `run` catches."""

    def after_trouble(self, tracker: Tracker) -> list[Event]:  # noqa: ARG002 (for actions that need it)
        """The events that leave the conversation sound when `act` failed."""
        return []

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Event]:  # noqa: ARG002
        """Called by the action server. Never raises."""
        try:
            return await self.act(dispatcher, tracker)
        except Exception as error:  # the one place where everything is caught, see the module's first lines
            logger.error("%s failed: %s (%s)", self.name(), type(error).__name__, uuid.uuid4().hex[:8])
            dispatcher.messages.clear()
            speak(dispatcher, (Say("utter_trouble", variant=len(tracker.events)),))
            return self.after_trouble(tracker)


async def in_time(work: Callable[[], Answer]) -> Answer:
    """The result of blocking work, or TimeoutError when it takes longer than an action may."""
    return await asyncio.wait_for(asyncio.to_thread(work), settings().action_deadline)


def speak(
    dispatcher: CollectingDispatcher, sayings: tuple[Say, ...], turn: int = 0, so_far: tuple[str, ...] = ()
) -> None:
    """Send these sayings; a question carries its step, its turn, the controls of the channel and the draft so far."""
    for say in sayings:
        extra: dict[str, Any] = {"variant": say.variant}
        if say.step:
            extra |= {"step": say.step, "turn": turn, "controls": list(CONTROLS), "so_far": list(so_far)}
        if say.choices:
            extra["buttons"] = [{"title": choice, "payload": choice} for choice in say.choices]
        if say.lines:
            extra |= {"lines": words().numbered(say), "list": words().listed(say)}
        dispatcher.utter_message(response=say.words, **say.values, **extra)


def digest(text: str) -> str:
    """A mark by which the same message is known again without keeping it twice."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def channel_of(tracker: Tracker) -> str:
    """The channel by which the latest message came."""
    return tracker.get_latest_input_channel() or "rest"
