"""Rasa's own REST format behind the guard: on in development, off in production, because it cannot know who speaks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.rasa.channels.guarded import GuardedInput, refused
from bot.rasa.channels.requests import BadRequestError, incoming


class GuardedRest(GuardedInput):
    """`POST /webhooks/rest/webhook` {"sender", "message"} → [{"recipient_id", "text", "buttons"}]."""

    @classmethod
    def name(cls) -> str:
        return "rest"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        routes = Blueprint("rest_webhook")
        if not self.settings.in_development:
            return routes
        guard = self.guarded(on_new_message)

        @routes.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            try:
                message = incoming(request.body)
            except BadRequestError as error:
                return refused(str(error))
            said = await self.answer(guard, message)
            return response.json([_bubble(message.sender, bubble) for bubble in said])

        return routes


def _bubble(sender: str, said: dict[str, Any]) -> dict[str, Any]:
    bubble = {"recipient_id": sender, "text": said["text"]}
    return {**bubble, "buttons": said["buttons"]} if said.get("buttons") else bubble
