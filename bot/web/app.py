"""The web application: its pages, what they need from outside, and the order in which requests are guarded.

No page may depend on more than it shows: support and health work with everything else down.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from bot.identity import internal_key, pseudonym
from bot.settings import Settings
from bot.store import transcript
from bot.web import chat, support
from bot.web.conversation import Desk, Recent
from bot.web.messages import Line
from bot.web.pages import Pages
from bot.web.rasa import Rasa
from bot.web.security import Headed, NeverBare, SameSite
from bot.web.session import Sessions

STATIC = Path(__file__).with_name("static")
CHANNEL = "web"
PATIENCE = 1.0  # seconds at most for what was said before; help does not wait longer for it


def create_app(settings: Settings, recent: Recent | None = None) -> Starlette:
    """The application for these settings. `recent` stands in for the transcript in tests."""
    rasa = Rasa(settings.rasa_url, internal_key(settings.secret), settings.guard_deadline)
    pages = Pages(settings.service)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await rasa.close()

    def problem(scope: Scope, status: int) -> ASGIApp:
        return pages.problem(Request(scope), status)

    async def on_http_error(request: Request, error: Exception) -> Response:
        return pages.problem(request, error.status_code if isinstance(error, HTTPException) else 503)

    app = Starlette(
        routes=[
            Route("/", chat.home),
            Route("/say", chat.say, methods=["POST"]),
            Route("/support", support.page),
            Route("/health", support.health),
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
        ],
        middleware=[
            Middleware(Headed),
            Middleware(NeverBare, apology=pages.apology()),
            Middleware(SameSite, refusal=problem),
        ],
        exception_handlers={HTTPException: on_http_error},
        lifespan=lifespan,
    )
    app.state.pages = pages
    app.state.sessions = Sessions(settings.secret, secure=not settings.in_development)
    app.state.desk = Desk(
        rasa=rasa,
        recent=recent or _transcript(settings),
        service=settings.service,
        patience=min(settings.database_timeout, PATIENCE),
    )
    return app


def _transcript(settings: Settings) -> Recent:
    def recent(sender: str, limit: int) -> list[Line]:
        name = pseudonym(settings.secret, CHANNEL, sender)
        return [*transcript.recent(settings.tracker_url, name, limit)]

    return recent
