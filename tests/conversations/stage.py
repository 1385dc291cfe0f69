"""A whole Cairn in this process: trained model, guard, real actions, real databases, and a switch that breaks them."""

from __future__ import annotations

import asyncio
import json
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from sqlalchemy import text

import actions
from bot.coaching.plan import PlanItem
from bot.rasa.guard import Collector, Guard, Said
from bot.rasa.keeping import TrackerKeeping
from bot.rasa.own_words import stored_in
from bot.rasa.tracker_store import CairnTrackerStore
from bot.settings import Service, settings
from bot.store.engine import engine_for
from bot.store.tracker_events import TrackerEvent, events_after
from bot.store.unit_of_work import UnitOfWork

PATIENT = 30.0  # seconds: no reply is ever late in a test that is not about lateness
IMPATIENT = 0.1  # for tests in which nothing ever answers


class InProcessActions(EndpointConfig):
    """The action server without its socket. `trouble` is "", "down", "hung", "broken" or "late"."""

    def __init__(self) -> None:
        super().__init__("http://actions.test", enable_selective_domain=True)
        self._executor = ActionExecutor()
        for module in pkgutil.iter_modules(actions.__path__, "actions."):
            if module.name != "actions.__main__":  # that one forbids TensorFlow to its process
                self._executor.register_package(module.name)
        self.trouble = ""
        self.calls: list[str] = []

    async def request(self, *_: Any, **call: Any) -> Any:
        self.calls.append(call["json"]["next_action"])
        if self.trouble == "down":
            raise aiohttp.ClientConnectionError
        if self.trouble == "hung":
            await asyncio.Event().wait()
        if self.trouble == "broken":
            raise ClientResponseError(500, "Internal Server Error", json.dumps(call["json"]))
        # As over the wire: nothing is shared between the two processes.
        answer = json.loads(json.dumps(await self._executor.run(json.loads(json.dumps(call["json"])))))
        if self.trouble == "late":
            await asyncio.Event().wait()
        return answer


@dataclass
class Stage:
    """One installation with empty databases."""

    agent: Agent
    actions: InProcessActions
    tracker_url: str
    guard: Guard = field(init=False)

    def __post_init__(self) -> None:
        store = FailSafeTrackerStore(CairnTrackerStore(self.agent.domain, url=self.tracker_url))
        self.agent.tracker_store = store
        if self.agent.processor is not None:
            self.agent.processor.tracker_store = store
        self.restart()

    def restart(self, deadline: float = PATIENT, handle: Callable[[UserMessage], Any] | None = None) -> None:
        """A new guard, which remembers nobody."""
        keeping = TrackerKeeping(self.tracker_url)
        self.guard = Guard(
            "rest",
            handle or self.agent.handle_message,
            keeping,
            deadline,
            Service(country="GB"),
            own_words=stored_in(settings().database_url),
        )

    async def say(self, message: str, sender: str = "sam", message_id: str = "") -> list[Said]:
        """What a person is shown after a message, once everything around it is settled."""
        said = await self.guard.answer(sender, message, message_id)
        await self.guard.settle()
        return said

    async def without_guard(self, message: str, sender: str = "sam") -> list[Said]:
        """What Rasa alone says to a message; none of our channels lets one through like this."""
        collector = Collector()
        channel = [event.data["input_channel"] for event in self.events("user")][-1:] or ["rest"]
        turn = self.agent.handle_message(UserMessage(message, collector, sender, input_channel=channel[0]))
        await asyncio.wait_for(turn, PATIENT)
        return collector.said

    async def talk(self, *messages: str, sender: str = "sam") -> list[Said]:
        """Several messages, one after the other; the reply to the last."""
        said: list[Said] = []
        for message in messages:
            said = await self.say(message, sender)
        return said

    async def agreed(self, *items: PlanItem, sender: str = "sam") -> None:
        """Say hello, and have agreed on these before."""
        await self.say("hello", sender)
        with UnitOfWork(settings().database_url) as work:
            work.plans.add(work.people.ensure("rest", self.events("user")[-1].sender), items, note="before")
            work.commit()

    def forget(self) -> None:
        """The session is over: Rasa and the guard know nobody any more. The coaching database is as it was."""
        with engine_for(self.tracker_url).begin() as connection:
            connection.execute(text("DELETE FROM events"))
        self.restart()

    async def tracker(self, sender: str = "sam") -> DialogueStateTracker:
        tracker = await self.agent.tracker_store.retrieve(sender)
        assert tracker is not None
        return tracker

    def events(self, kind: str = "") -> list[TrackerEvent]:
        """Everything in the tracker database, of all sessions."""
        return [event for event in events_after(self.tracker_url, 0, 10_000) if not kind or event.type == kind]


def layout(said: list[Said]) -> str:
    """The layout of the support message in a reply, or an empty text."""
    return next((bubble["support"]["layout"] for bubble in said if bubble.get("support")), "")


def step(said: list[Said]) -> str:
    """The step whose question a reply ends with."""
    return str(said[-1].get("step") or "") if said else ""


def words(said: list[Said]) -> str:
    """All the text of a reply."""
    return "\n".join(bubble["text"] for bubble in said)
