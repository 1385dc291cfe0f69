"""What holds for every request: the headers, no posting from other sites, and no bare error.

Nothing here may look into what a person wrote or write any of it to a log.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger(__name__)

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; worker-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # "no-referrer" would make older browsers send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
NO_STORE = "no-store"
GUEST = "cairn.guest"  # in the scope of a request that comes from a page of another site that may ask

Reply = Callable[[Scope, int], ASGIApp]


class Headed:
    """Sets the security headers on every response; pages are never kept by a browser or a proxy."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if "cache-control" not in headers:
                    headers["Cache-Control"] = NO_STORE
            await send(message)

        await self.app(scope, receive, send_with_headers)


class SameSite:
    """Refuses to be posted to from another site's page; `refusal` is what that page gets to see."""

    def __init__(self, app: ASGIApp, refusal: Reply) -> None:
        self.app = app
        self.refusal = refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in SAFE_METHODS and not _ours(scope):
            await self.refusal(scope, 403)(scope, receive, send)
            return
        await self.app(scope, receive, send)


class NeverBare:
    """Turns an error that nobody expected into the `apology`, made beforehand, and a line without words."""

    def __init__(self, app: ASGIApp, apology: ASGIApp) -> None:
        self.app = app
        self.apology = apology

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def watched_send(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched_send)
        except Exception as error:
            # The message of an exception may hold a person's words; its type cannot.
            log.error("A page failed: %s, reference %s", type(error).__name__, secrets.token_hex(4))
            if not started:
                await self.apology(scope, receive, send)


def _ours(scope: Scope) -> bool:
    """Whether a request comes from our own page, from a site that was let in, or from no browser at all."""
    headers = Headers(scope=scope)
    if scope.get(GUEST):
        return True
    fetch_site = headers.get("sec-fetch-site")
    if fetch_site is not None:
        return fetch_site in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host", "")
