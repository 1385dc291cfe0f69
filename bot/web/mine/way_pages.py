"""Ways back to a plan: making, opening and withdrawing personal links and the return code.

A code or a link is shown once, when it is made, and kept as a digest only. Who guesses is stopped soon.
"""

from __future__ import annotations

import secrets
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.identity import digest, slow_digest
from bot.web.forms import read_fields
from bot.web.limits import Bounded, Rate
from bot.web.mine import data_pages
from bot.web.mine.codes import new_code, read_code
from bot.web.mine.plan_pages import gone
from bot.web.mine.visit import BY_LINK, OWN, Mine, Records, in_thread
from bot.web.pages import Pages
from bot.web.session import CHANNEL, Sessions, Visit

CODE_LIFE = timedelta(days=180)
LINK_LIFE = timedelta(days=30)
TRIES = Rate(burst=8, seconds=60)  # wrong codes of one address
ALL_TRIES = Rate(burst=120, seconds=5)  # of all addresses together


class Guesses:
    """Counts wrong codes: of each address, and of all."""

    def __init__(self) -> None:
        self._each = Bounded(TRIES)
        self._all = Bounded(ALL_TRIES)

    def is_open(self, address: str) -> bool:
        """Whether a code from this address is looked at."""
        return self._each.is_open(address) and self._all.is_open("all")

    def was_wrong(self, address: str) -> None:
        """Count a wrong code."""
        self._each.allows(address)
        self._all.allows("all")


async def make_code(request: Request) -> Response:
    """A new return code, shown this once; the one before works no longer."""
    records, mine = await _own(request)
    if mine is None or not mine.person_id:
        return gone(request)
    code = new_code()

    def keep() -> None:
        with records.work() as work:
            work.ways.make_code(mine.person_id, _code_digest(records, code), CODE_LIFE)
            work.commit()

    await in_thread(keep)
    return await data_pages.show(request, mine, code=code)


async def withdraw_code(request: Request) -> Response:
    """Let the return code work no longer."""
    records, mine = await _own(request)
    if mine is None:
        return gone(request)

    def withdraw() -> None:
        with records.work() as work:
            work.ways.withdraw_code(mine.person_id)
            work.commit()

    await in_thread(withdraw)
    return RedirectResponse("/data#code", 303)


async def make_link(request: Request) -> Response:
    """A link to the plan, shown this once: to change things by, or only to read."""
    records, mine = await _own(request)
    if mine is None or not mine.person_id:
        return gone(request)
    may_change = (await read_fields(request)).get("for") == "me"
    token = secrets.token_urlsafe(24)

    def keep() -> None:
        with records.work() as work:
            work.ways.make_link(mine.person_id, _link_digest(records, token), LINK_LIFE, may_change)
            work.commit()

    await in_thread(keep)
    return await data_pages.show(request, mine, link=str(request.url_for("open_link", token=token)))


async def withdraw_link(request: Request) -> Response:
    """Let a link work no longer."""
    records, mine = await _own(request)
    if mine is None:
        return gone(request)

    def withdraw() -> None:
        with records.work() as work:
            work.ways.withdraw_link(mine.person_id, request.path_params["number"])
            work.commit()

    await in_thread(withdraw)
    return RedirectResponse("/data#links", 303)


async def open_link(request: Request) -> Response:
    """Let a browser in by a link, and take the link out of the address at once."""
    records: Records = request.app.state.records

    def find() -> int | None:
        with records.work() as work:
            opened = work.ways.by_link(_link_digest(records, request.path_params["token"]))
            work.commit()
        return opened.id if opened else None

    link_id = await in_thread(find)
    if link_id is None:
        return gone(request)
    response = RedirectResponse(BY_LINK, 303)
    records.admit(response, link_id)
    return response


async def ask_door(request: Request) -> Response:
    """Ask whether this browser should open the pages that a widget knows. Nobody is taken there by a mere link."""
    sessions: Sessions = request.app.state.sessions
    pages: Pages = request.app.state.pages
    visit = sessions.through(request.path_params["door"])
    if visit is None:
        return gone(request)
    here = sessions.known(request.cookies.get(sessions.name))
    if here is not None and here.sender == visit.sender:
        return RedirectResponse(OWN, 303)
    response = pages.page("mine/door.html", door=request.path_params["door"])
    response.headers["Referrer-Policy"] = "strict-origin"  # the address is a way in for some minutes
    return response


async def take_door(request: Request) -> Response:
    """Let this browser be the person that the widget knows."""
    sessions: Sessions = request.app.state.sessions
    visit = sessions.through(request.path_params["door"])
    if visit is None:
        return gone(request)
    response = RedirectResponse(OWN, 303)
    sessions.write(response, visit)
    return response


async def ask_code(request: Request) -> Response:
    """Ask for a return code."""
    pages: Pages = request.app.state.pages
    return pages.page("mine/return.html", notice="", typed="")


async def take_code(request: Request) -> Response:
    """Find the plan that a code belongs to, and let this browser be that person's from now on."""
    records: Records = request.app.state.records
    pages: Pages = request.app.state.pages
    guesses: Guesses = request.app.state.guesses
    address = request.client.host if request.client else ""
    typed = (await read_fields(request)).get("code", "")
    if not guesses.is_open(address):
        return pages.page("mine/return.html", 429, notice="wait", typed="")
    code = read_code(typed)
    sender = await in_thread(lambda: _sender_of(request, records, code)) if code else None
    if sender is None:
        guesses.was_wrong(address)
        return pages.page("mine/return.html", 404, notice="unknown", typed=typed)
    sessions: Sessions = request.app.state.sessions
    response = RedirectResponse(OWN, 303)
    sessions.write(response, Visit(sender, new=False, write=True))
    return response


def _sender_of(request: Request, records: Records, code: str) -> str | None:
    """The pseudonym by which the web knows the person with this code."""
    sessions: Sessions = request.app.state.sessions
    with records.work() as work:
        person_id = work.ways.by_code(_code_digest(records, code))
        if person_id is None:
            return None
        sender = work.people.names(person_id).get(CHANNEL)
        if sender is None:
            sender = sessions.stranger().sender
            work.people.known_as(person_id, CHANNEL, sender)
        work.commit()
    return sender


def _code_digest(records: Records, code: str) -> str:
    return slow_digest(records.settings.secret, "return code", code)


def _link_digest(records: Records, token: str) -> str:
    return digest(records.settings.secret, "plan link", token)


async def _own(request: Request) -> tuple[Records, Mine | None]:
    records: Records = request.app.state.records
    return records, await records.own(request)
