"""The web application: its pages, what they need from outside, and the order in which requests are guarded.

No page may depend on more than it shows: support and health work with everything else down.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from bot.identity import internal_key
from bot.noting import Noting
from bot.settings import Settings
from bot.store import shown
from bot.web import channel, chat, support, widget
from bot.web.conversation import Desk, Kept
from bot.web.forms import BadFormError
from bot.web.hub import Hub
from bot.web.kept import Transcript
from bot.web.limits import Bounded, Rate
from bot.web.mine.door_pages import Guesses
from bot.web.mine.notes import Notes
from bot.web.mine.routes import mine_routes
from bot.web.mine.visit import Records
from bot.web.origins import Guests
from bot.web.own_card import OwnCards
from bot.web.pages import Pages
from bot.web.rasa import Rasa
from bot.web.security import Headed, NeverBare, SameSite
from bot.web.session import Sessions
from bot.web.staff import app as staff
from bot.web.staff.office import Office
from bot.web.turns import Turns
from bot.web.watch import watch

STATIC = Path(__file__).with_name("static")
STARTS = Rate(burst=60, seconds=2.0)  # new widgets of one address; a service's proxy may stand before many people
PATIENCE = 1.0  # seconds at most for what was said before; help does not wait longer for it


def create_app(settings: Settings, kept: Kept | None = None) -> Starlette:
    """The application for these settings. `kept` stands in for the transcript in tests."""
    rasa = Rasa(settings.rasa_url, internal_key(settings.secret), settings.guard_deadline)
    pages = Pages(settings.service)
    cards = OwnCards(settings.service, Noting(partial(shown.note, settings.tracker_url)))
    desk = Desk(
        rasa=rasa,
        kept=kept or Transcript(settings.tracker_url),
        cards=cards,
        patience=min(settings.database_timeout, PATIENCE),
    )
    hub = Hub()
    office = Office(settings)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(watch(desk, hub))
        yield
        watching.cancel()
        await rasa.close()

    def problem(scope: Scope, status: int) -> ASGIApp:
        return pages.problem(Request(scope), status)

    def foreign(scope: Scope, status: int) -> ASGIApp:
        return staff.foreign(office, status) if scope["path"].startswith("/staff/") else problem(scope, status)

    async def on_http_error(request: Request, error: Exception) -> Response:
        return pages.problem(request, error.status_code if isinstance(error, HTTPException) else 503)

    async def on_bad_form(request: Request, error: Exception) -> Response:
        return pages.problem(request, error.status if isinstance(error, BadFormError) else 400)

    app = Starlette(
        routes=_routes(),
        middleware=[
            Middleware(Headed),
            Middleware(NeverBare, apology=pages.apology()),
            Middleware(Guests, origins=settings.service.widget_origins, refusal=problem),
            Middleware(SameSite, refusal=foreign),
        ],
        exception_handlers={HTTPException: on_http_error, BadFormError: on_bad_form},
        lifespan=lifespan,
    )
    app.state.pages = pages
    app.state.sessions = Sessions(settings.secret, secure=not settings.in_development)
    app.state.desk = desk
    app.state.hub = hub
    app.state.turns = Turns(desk, hub)
    app.state.starts = Bounded(STARTS)
    app.state.records = Records(settings)
    app.state.guesses = Guesses()
    app.state.notes = Notes()
    app.state.cards = cards
    app.state.widget = widget.Bundle(settings.service)
    app.routes.append(Mount("/staff", staff.staff_app(settings, office)))
    return app


def _routes() -> list[BaseRoute]:
    return [
        Route("/", chat.home),
        Route("/say", chat.say, methods=["POST"]),
        Route("/chat/session", channel.session, methods=["POST"]),
        Route("/chat/say", channel.say, methods=["POST"]),
        Route("/chat/door", channel.door, methods=["POST"]),
        Route("/chat/lines", channel.lines),
        Route("/chat/stream", channel.stream),
        Route("/widget.js", widget.script),
        Route("/worker.js", widget.worker),
        *mine_routes(),
        Route("/support", support.page),
        Route("/offline", support.offline),
        Route("/away", support.away),
        Route("/health", support.health),
        Mount("/static", GZipMiddleware(StaticFiles(directory=STATIC)), name="static"),
    ]
