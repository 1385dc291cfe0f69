"""Which other sites may speak to the channel: those that the service has named, and no other.

A page of another site never acts with the cookie of ours; it has a token of its own.
"""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.security import GUEST, Reply

OPEN_TO_GUESTS = ("/chat/", "/widget.js")
ALLOWED = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "authorization, content-type, last-event-id",
    "Access-Control-Max-Age": "600",
}


class Guests:
    """Lets the named sites in, to the channel only; anything else from another origin gets the `refusal`."""

    def __init__(self, app: ASGIApp, origins: Collection[str], refusal: Reply) -> None:
        self.app = app
        self.origins = frozenset(origins)
        self.refusal = refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(OPEN_TO_GUESTS):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        if origin is None or urlsplit(origin).netloc == headers.get("host", ""):
            await self.app(scope, receive, send)
        elif origin not in self.origins:
            await self.refusal(scope, 403)(scope, receive, send)
        elif scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=ALLOWED)(scope, receive, _named(send, origin))
        else:
            await self.app({**scope, GUEST: True}, receive, _named(send, origin))


def _named(send: Send, origin: str) -> Send:
    async def send_named(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["Access-Control-Allow-Origin"] = origin
            headers["Cross-Origin-Resource-Policy"] = "cross-origin"
            headers.add_vary_header("Origin")
        await send(message)

    return send_named
