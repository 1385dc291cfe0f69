"""The internal way in for our own web process, which knows its visitors and shows a key that only it can have.

What it names as the sender is a pseudonym already: nothing else is taken, so that no id of a browser gets this far.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.identity import internal_key
from bot.rasa.channels.guarded import GuardedInput, refused
from bot.rasa.channels.requests import BadRequestError, incoming
from bot.safety.places import place_from

KEY = "X-Cairn-Key"
_PSEUDONYM = re.compile(r"[0-9a-f]{40}")


class WebInput(GuardedInput):
    """`POST /webhooks/web/webhook` {"sender", "message", "message_id", "place", "shown"} → {"messages": [...]}."""

    @classmethod
    def name(cls) -> str:
        return "web"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        routes = Blueprint("web_webhook")
        guard = self.guarded(on_new_message)
        key = internal_key(self.settings.secret).encode()

        @routes.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            shown = request.headers.get(KEY, "").encode("utf-8", "surrogateescape")
            if not hmac.compare_digest(shown, key):
                return refused("This way in is for Cairn's own web process.", 403)
            try:
                message = incoming(request.body)
            except BadRequestError as error:
                return refused(str(error))
            if not _PSEUDONYM.fullmatch(message.sender):
                return refused('"sender" must be a pseudonym.')
            place = place_from(message.place)
            said = await guard.answer(message.sender, message.text, message.message_id, place, message.shown)
            return response.json({"messages": [_bubble(bubble) for bubble in said]})

        return routes


def _bubble(said: dict[str, Any]) -> dict[str, Any]:
    return {
        "text": said["text"],
        "buttons": said.get("buttons") or [],
        "controls": said.get("controls") or [],
        "step": said.get("step") or "",
        "so_far": said.get("so_far") or [],
        "support": said.get("support"),
    }
