"""Ways in to one's own pages: the door from a widget, the return code, and being forgotten by a browser again.

A browser that knows somebody with a plan already is never made somebody else's without asking first.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.identity import slow_digest
from bot.web.forms import read_fields
from bot.web.limits import Bounded, Rate
from bot.web.mine.codes import read_code, slip_in
from bot.web.mine.plan_pages import gone
from bot.web.mine.screening import support_for
from bot.web.mine.visit import OWN, Records, in_thread
from bot.web.pages import Pages
from bot.web.session import CHANNEL, DOORWAY, Sessions, Visit

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


async def come_to_door(request: Request) -> Response:
    """Take a door out of the address at once: no page that a browser's history names opens anything."""
    sessions, _, _ = _parts(request)
    door = request.path_params["door"]
    if sessions.through(door) is None:
        return gone(request)
    response = RedirectResponse(DOORWAY, 303)
    sessions.hold(response, door)
    return response


async def ask_door(request: Request) -> Response:
    """Ask whether this browser should open the pages that a widget knows. Nobody is taken there by a mere link."""
    sessions, _, _ = _parts(request)
    door = request.cookies.get(sessions.door_name, "")
    visit = sessions.through(door)
    if visit is None:
        return gone(request)
    if _here(request) == visit.sender:
        return RedirectResponse(OWN, 303)
    return await _ask(request, door, visit)


async def take_door(request: Request) -> Response:
    """Let this browser be the person that the widget, or a return code, knows: the one that its page asked about."""
    sessions, _, _ = _parts(request)
    fields = await read_fields(request)
    door = fields.get("door", "")
    visit = sessions.through(door)
    if visit is None:
        return gone(request)
    if "instead" not in fields and await _knows_another(request, visit):
        return await _ask(request, door, visit, brief="brief" in fields)
    response = _let_in(request, visit, brief="brief" in fields)
    sessions.close(response)
    return response


async def ask_code(request: Request) -> Response:
    """Ask for a return code."""
    _, pages, _ = _parts(request)
    return pages.page("mine/return.html", notice="", slip="", brief=False, support=())


async def take_code(request: Request) -> Response:
    """Find the plan that a code belongs to, and let this browser be that person's from now on.

    What is no code may be anything that somebody wanted to say: a cue in it brings the card.
    """
    sessions, pages, records = _parts(request)
    guesses: Guesses = request.app.state.guesses
    address = request.client.host if request.client else ""
    fields = await read_fields(request)
    typed, brief = fields.get("code", ""), "brief" in fields
    code = read_code(typed)
    needed = None if code else await support_for(request, None, (typed,) if typed else ())
    support = pages.bubbles((needed,)) if needed else ()
    if not guesses.is_open(address):
        return pages.page("mine/return.html", 429, notice="wait", slip="", brief=brief, support=support)
    sender = await in_thread(lambda: _sender_of(sessions, records, code)) if code else None
    if sender is None:
        guesses.was_wrong(address)
        slip = slip_in(typed)
        return pages.page("mine/return.html", 404, notice="unknown", slip=slip, brief=brief, support=support)
    visit = Visit(sender, new=False, write=True)
    if await _knows_another(request, visit):
        return await _ask(request, sessions.door(visit), visit, brief=brief)
    return _let_in(request, visit, brief=brief)


async def forget(request: Request) -> Response:
    """Let this browser forget who it was, and what a link opened; all that is kept stays."""
    sessions, pages, records = _parts(request)
    response = pages.page("mine/forgotten.html")
    sessions.clear(response)
    records.dismiss(response)
    return response


def code_digest(records: Records, code: str) -> str:
    """What is kept in place of a return code."""
    return slow_digest(records.settings.secret, "return code", code)


async def _ask(request: Request, door: str, visit: Visit, *, brief: bool = False) -> Response:
    _, pages, _ = _parts(request)
    other = await _knows_another(request, visit)
    return pages.page("mine/door.html", door=door, other=other, brief=brief)


def _let_in(request: Request, visit: Visit, *, brief: bool) -> Response:
    sessions, _, _ = _parts(request)
    response = RedirectResponse(OWN, 303)
    sessions.write(response, Visit(visit.sender, new=False, write=True, brief=brief))
    return response


def _here(request: Request) -> str:
    sessions, _, _ = _parts(request)
    known = sessions.known(request.cookies.get(sessions.name))
    return known.sender if known else ""


async def _knows_another(request: Request, visit: Visit) -> bool:
    """Whether this browser knows somebody else already, who has a plan."""
    _, _, records = _parts(request)
    here = _here(request)
    return bool(here) and here != visit.sender and await records.has_plan(here)


def _sender_of(sessions: Sessions, records: Records, code: str) -> str | None:
    """The pseudonym by which the web knows the person with this code."""
    with records.work() as work:
        person_id = work.ways.by_code(code_digest(records, code))
        if person_id is None:
            return None
        sender = work.people.names(person_id).get(CHANNEL)
        if sender is None:
            sender = sessions.stranger().sender
            work.people.known_as(person_id, CHANNEL, sender)
        work.commit()
    return sender


def _parts(request: Request) -> tuple[Sessions, Pages, Records]:
    state = request.app.state
    return state.sessions, state.pages, state.records
