"""The channel of our script, on the page and in the widget: say something by fetch, hear answers as server-sent events.

Whoever has no valid token or cookie reads nothing. What was missed is told on return, by the name of the last line that
was heard; a browser behind a proxy that holds events back asks again and again instead.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from bot.web import conversation, drawn, forms
from bot.web.conversation import HISTORY, Desk
from bot.web.forms import BadFormError
from bot.web.hub import Event, Heard, Hub, Listener, Over, Typing
from bot.web.keyed import Keyed, answered, keyed, since
from bot.web.limits import Bounded
from bot.web.pages import Pages
from bot.web.security import GUEST
from bot.web.session import DOORWAY, Sessions, Visit
from bot.web.turns import Turns

HEARTBEAT = 15.0  # seconds; shorter than what proxies take for a dead connection
LAST = "last-event-id"
STILL_HERE = ": still here\n\n"
STATUS = {"long": 413, "busy": 429}
COME_BACK = 2_000  # ms
AGAIN = 2.0  # seconds until what could not be read is read once more


async def session(request: Request) -> Response:
    """A token for a widget on another site, a cookie for our own page; a valid one is renewed."""
    sessions: Sessions = request.app.state.sessions
    starts: Bounded = request.app.state.starts
    visit = visitor(request)
    if visit is None:
        if not starts.allows(request.client.host if request.client else ""):
            return JSONResponse({"notice": _pages(request).notice("busy")}, 429)
        visit = sessions.stranger()
    if request.scope.get(GUEST) or "authorization" in request.headers:
        return JSONResponse({"token": sessions.token(visit)})
    response = JSONResponse({})
    sessions.write(response, visit)
    return response


async def say(request: Request) -> Response:
    """Take a message. Out: what became of it, and the answer; the same again for the same id."""
    visit = visitor(request)
    if visit is None:
        return _who(request)
    try:
        said = await forms.read_json(request)
    except BadFormError as bad:
        return _pages(request).problem(request, bad.status)
    turns: Turns = request.app.state.turns
    outcome = await turns.take(visit.sender, said)
    found = answered(said.message_id, said.text, outcome.messages)
    body = _told(request, found if outcome.sent or outcome.spent else found[1:])
    if not outcome.sent:
        body.pop("now", None)
    body.update(sent=outcome.sent, spent=outcome.spent, notice=_pages(request).notice(outcome.notice))
    return JSONResponse(body, STATUS.get(outcome.notice, 200))


async def lines(request: Request) -> Response:
    """What was said since the line that the browser heard last; all of it for one that heard nothing."""
    visit = visitor(request)
    if visit is None:
        return _who(request)
    return JSONResponse(await _news(request, visit.sender, request.headers.get(LAST, "")))


async def stream(request: Request) -> Response:
    """The same as an open stream, which goes on with whatever is said from now on."""
    visit = visitor(request)
    if visit is None:
        return _who(request)
    return StreamingResponse(
        _events(request, visit.sender, request.headers.get(LAST, "")),
        media_type="text/event-stream",
        headers={"X-Accel-Buffering": "no"},
    )


async def door(request: Request) -> Response:
    """The way from a widget on another site to one's own pages here."""
    visit = visitor(request)
    if visit is None:
        return _who(request)
    sessions: Sessions = request.app.state.sessions
    return JSONResponse({"href": f"{DOORWAY}/{sessions.door(visit)}"})


def visitor(request: Request) -> Visit | None:
    """Who this is: by token, which a widget has; by cookie only where our own page asks."""
    sessions: Sessions = request.app.state.sessions
    if "authorization" in request.headers or request.scope.get(GUEST):
        return _by_token(request, sessions)
    return sessions.known(request.cookies.get(sessions.name))


async def _events(request: Request, sender: str, last: str) -> AsyncIterator[str]:
    hub: Hub = request.app.state.hub
    listener = hub.join(sender)  # before the first reading, so that nothing falls in between
    try:
        news = await _news(request, sender, last)
        last, unread = _last(news, last), bool(news.get("unread"))
        yield f"retry: {COME_BACK}\n{_event('lines', news, last)}"
        while not isinstance(event := await _next(listener, AGAIN if unread else HEARTBEAT), Over):
            if isinstance(event, Typing):
                yield _event("typing", {}, last)
                continue
            if event is None and not unread:
                yield STILL_HERE
                continue
            news = await _since(request, sender, event, last, unread)
            unread = bool(news.get("unread"))
            last = last if unread or news.get("part") else _last(news, last)
            yield _event("lines", news, last) if event or not unread else STILL_HERE
    finally:
        hub.leave(listener)


async def _next(listener: Listener, patience: float) -> Event | None:
    """The next event; None when none came in so many seconds."""
    try:
        return await asyncio.wait_for(listener.events.get(), patience)
    except asyncio.TimeoutError:
        return None


async def _since(request: Request, sender: str, event: Event | None, last: str, unread: bool) -> drawn.Values:
    """What an event brings; where what came before it is still `unread`, that too, as soon as it can be read.

    Lines that were heard are only a `part`: something may have been said by another process right before them.
    """
    if isinstance(event, Heard) and not unread:
        return {**_told(request, event.lines), "part": True}
    news = await _news(request, sender, last)
    if isinstance(event, Heard) and news.get("unread"):
        return {**_told(request, event.lines), "unread": True}
    return {"unread": False, **news} if unread else news


async def _news(request: Request, sender: str, last: str) -> drawn.Values:
    desk: Desk = request.app.state.desk
    found = await conversation.read(lambda: keyed(desk.kept.recent(sender, HISTORY), HISTORY), desk.patience)
    if found is None:
        return {"lines": [], "unread": True}
    news = _told(request, found)
    if not found:
        return {**news, "first": True}
    new = {line.key for line in since(found, last)}
    return {**news, "lines": [line for line in news["lines"] if line["key"] in new]}


def _told(request: Request, found: tuple[Keyed, ...]) -> drawn.Values:
    if not found:
        return {"lines": []}
    view = _pages(request).lines()
    return {"lines": drawn.lines(found, view), "now": drawn.now([line.message for line in found], view)}


def _last(news: drawn.Values, before: str) -> str:
    return str(news["lines"][-1]["key"]) if news["lines"] else before


def _event(name: str, data: Any, last: str) -> str:
    named = f"id: {last}\n" if last else ""
    return f"event: {name}\n{named}data: {json.dumps(data, ensure_ascii=False)}\n\n"


def _by_token(request: Request, sessions: Sessions) -> Visit | None:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return sessions.known(token) if scheme.lower() == "bearer" else None


def _who(request: Request) -> Response:
    return JSONResponse({"notice": _pages(request).notice("failed")}, 401)


def _pages(request: Request) -> Pages:
    pages: Pages = request.app.state.pages
    return pages
