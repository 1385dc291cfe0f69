"""What our message channels share: the guard, made when Rasa hands over its message handler."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Optional

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import response
from sanic.response import HTTPResponse

from bot.identity import pseudonym
from bot.rasa.channels.requests import Incoming
from bot.rasa.guard import Guard, Said
from bot.rasa.keeping import TrackerKeeping
from bot.rasa.own_words import stored_in
from bot.settings import Settings, settings


class GuardedInput(InputChannel):
    """An input channel whose every message goes through the guard."""

    def __init__(self, configuration: Optional[Settings] = None) -> None:
        self.settings = configuration or settings()

    @classmethod
    def from_credentials(cls, credentials: Optional[dict[str, Any]]) -> GuardedInput:  # noqa: ARG003 (none needed)
        return cls()

    def guarded(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Guard:
        return Guard(
            self.name(),
            on_new_message,
            TrackerKeeping(self.settings.tracker_url),
            self.settings.guard_deadline,
            self.settings.service,
            own_words=stored_in(self.settings.database_url),
        )

    async def answer(self, guard: Guard, message: Incoming) -> list[Said]:
        """The guard's reply to a message; from here on the sender is a pseudonym."""
        sender = pseudonym(self.settings.secret, self.name(), message.sender)
        return await guard.answer(sender, message.text, message.message_id)


def refused(reason: str, status: int = 400) -> HTTPResponse:
    """A clear no, in one sentence."""
    return response.json({"error": reason}, status=status)
