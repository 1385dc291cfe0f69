"""The staff pages as one application, mounted under /staff: every address with the right that it asks for.

An address that is not in this table does not exist, and none can be in it without a right.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.settings import Settings
from bot.staff.rights import Right
from bot.web.forms import BadFormError
from bot.web.staff import account, alert, forms, lines, logins, people, queue, record, service, sign_in, transcript
from bot.web.staff.office import Office, StaffRoute
from bot.web.staff.strict import Strict

POST = ("POST",)
BOTH = ("GET", "POST")
ROUTES = (
    StaffRoute("/", queue.home, Right.OWN_LOGIN),
    StaffRoute("/sign-in", sign_in.page, Right.SIGN_IN, BOTH),
    StaffRoute("/sign-out", sign_in.leave, Right.OWN_LOGIN, POST),
    StaffRoute("/account", account.page, Right.OWN_LOGIN),
    StaffRoute("/account/password", account.password, Right.OWN_LOGIN, POST),
    StaffRoute("/account/codes", account.code, Right.OWN_LOGIN, POST),
    StaffRoute("/queue", queue.page, Right.QUEUE),
    StaffRoute("/find", queue.find, Right.QUEUE, POST),
    StaffRoute("/alert/{number:int}", alert.page, Right.ALERT),
    StaffRoute("/alert/{number:int}/acknowledge", alert.acknowledge, Right.ANSWER, POST),
    StaffRoute("/alert/{number:int}/close", alert.close, Right.ANSWER, POST),
    StaffRoute("/alert/{number:int}/note", alert.note, Right.ANSWER, POST),
    StaffRoute("/alert/{number:int}/judge", alert.judge, Right.ANSWER, POST),
    StaffRoute("/person/{person}", people.page, Right.PERSON),
    StaffRoute("/person/{person}/conversation/{began:int}", people.conversation, Right.PERSON),
    StaffRoute("/person/{person}/export", people.export, Right.EXPORT, POST),
    StaffRoute("/person/{person}/transcript", transcript.page, Right.TRANSCRIPT, BOTH),
    StaffRoute("/person/{person}/missed", transcript.missed, Right.TRANSCRIPT, POST),
    StaffRoute("/service", service.page, Right.SERVICE),
    StaffRoute("/signposts", lines.page, Right.SIGNPOSTS),
    StaffRoute("/signposts/verify", lines.verify, Right.VERIFY, POST),
    StaffRoute("/audit", record.page, Right.AUDIT),
    StaffRoute("/audit/verify", record.verify, Right.AUDIT, POST),
    StaffRoute("/logins", logins.page, Right.STAFF),
    StaffRoute("/logins/add", logins.add, Right.STAFF, POST),
    StaffRoute("/logins/{number:int}/change", logins.change, Right.STAFF, POST),
    StaffRoute("/logins/{number:int}/password", logins.new_password, Right.STAFF, POST),
    StaffRoute("/logins/{number:int}/let-in", logins.let_in, Right.STAFF, POST),
)


def staff_app(settings: Settings, office: Office | None = None) -> Starlette:
    """The application for these settings. `office` stands in for the usual one in tests."""
    place = office or Office(settings)

    async def on_http_error(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return await run_in_threadpool(place.refused, request, status, "not there", "address")

    return Starlette(
        routes=[Route(route.path, _endpoint(place, route), methods=list(route.methods)) for route in ROUTES],
        middleware=[Middleware(Strict)],
        exception_handlers={HTTPException: on_http_error},
    )


def foreign(office: Office, status: int) -> ASGIApp:
    """What the page of another site gets to see that posts to one of ours."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        response = await run_in_threadpool(office.refused, Request(scope), status, "from another site", "address")
        await response(scope, receive, send)

    return answer


def _endpoint(office: Office, route: StaffRoute) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            form = await forms.read(request)
        except BadFormError as bad:
            return await run_in_threadpool(office.refused, request, bad.status, "not a form", route.name)
        return await run_in_threadpool(office.serve, route, request, form)

    return endpoint
