"""A dialogue process without a model: the real guard and the real tracker database, and something that answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from rasa.core.channels.channel import UserMessage
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.rasa.channels.web import _bubble
from bot.rasa.guard import Guard, Said
from bot.rasa.keeping import TrackerKeeping
from bot.rasa.tracker_store import ON_SAVE
from bot.settings import Service

DEADLINE = 5.0  # seconds


def answer_to(text: str) -> str:
    """What it says to a message."""
    return f"About {text}: what next?"


@dataclass
class SmallRasa:
    """Each `app` is a process that was started anew: it remembers nothing but what stands in the database."""

    tracker_url: str
    heard: list[str] = field(default_factory=list)  # every message that got as far as the dialogue

    def __post_init__(self) -> None:
        self.keeping = TrackerKeeping(self.tracker_url)

    def app(self) -> Starlette:
        guard = Guard("web", self.handle, self.keeping, DEADLINE, Service(area="England"))

        async def receive(request: Request) -> Response:
            body = await request.json()
            said = await guard.answer(body["sender"], body["message"], body["message_id"])
            return JSONResponse({"messages": [_bubble(bubble) for bubble in said]})

        return Starlette(routes=[Route("/webhooks/web/webhook", receive, methods=["POST"])])

    async def handle(self, message: UserMessage) -> None:
        """A turn: whole, or not at all."""
        text = str(message.text)
        self.heard.append(text)
        said: list[Said] = [{"text": answer_to(text), "step": "small.next"}]
        for bubble in said:  # as Rasa does: all is said before any of it is kept
            await message.output_channel.send_response(message.sender_id, bubble)
        decided = ON_SAVE.get()
        if decided is not None:
            decided.set()
        await self.keeping.keep(message, said, "")

    async def tell(self, sender: str, words: str) -> None:
        """Say something of its own accord, as a check-in that is due does."""
        told = UserMessage(None, None, sender, parse_data={}, input_channel="web")
        await self.keeping.keep(told, [{"text": words}], "")
