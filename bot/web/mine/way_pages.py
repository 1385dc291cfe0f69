"""Ways back to a plan: making, opening and withdrawing personal links and the return code.

A code or a link is shown once, on the page that follows its making, and kept as a digest only. A reload of that page
makes no other, and no code takes the place of another without asking.
"""

from __future__ import annotations

import secrets
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.identity import digest
from bot.store.repositories.ways import Way
from bot.web.forms import read_fields
from bot.web.mine.codes import new_code
from bot.web.mine.data_pages import DATA
from bot.web.mine.door_pages import code_digest
from bot.web.mine.plan_pages import gone, told
from bot.web.mine.visit import BY_LINK, Mine, Records, in_thread
from bot.web.pages import Pages

CODE_LIFE = timedelta(days=180)
LINK_LIFE = timedelta(days=30)


async def ask_code(request: Request) -> Response:
    """Ask whether a new code should take the place of the one that works."""
    records, mine = await _own(request)
    if mine is None:
        return gone(request)
    before = await in_thread(lambda: _code_of(records, mine))
    if before is None:
        return RedirectResponse("/data#code", 303)
    pages: Pages = request.app.state.pages
    return pages.page("mine/new_code.html", before=before)


async def make_code(request: Request) -> Response:
    """A return code, told once; where there is one already, it is asked about first."""
    records, mine = await _own(request)
    if mine is None or not mine.person_id:
        return gone(request)
    if await in_thread(lambda: _code_of(records, mine)):
        return RedirectResponse("/data/code", 303)
    return await _make_code(request, records, mine)


async def replace_code(request: Request) -> Response:
    """A return code in the place of the one before, which works no longer."""
    records, mine = await _own(request)
    if mine is None or not mine.person_id:
        return gone(request)
    return await _make_code(request, records, mine)


async def _make_code(request: Request, records: Records, mine: Mine) -> Response:
    code = new_code()

    def keep() -> None:
        with records.work() as work:
            work.ways.make_code(mine.person_id, code_digest(records, code), CODE_LIFE)
            work.commit()

    await in_thread(keep)
    return told(request, mine, DATA, "code", code)


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
    return told(request, mine, DATA, "code ended")


async def make_link(request: Request) -> Response:
    """A link to the plan, told once: to change things by, or only to read."""
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
    return told(request, mine, DATA, "link", str(request.url_for("open_link", token=token)))


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
    return told(request, mine, DATA, "link ended")


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


def _code_of(records: Records, mine: Mine) -> Way | None:
    with records.work() as work:
        return work.ways.code_of(mine.person_id) if mine.person_id else None


def _link_digest(records: Records, token: str) -> str:
    return digest(records.settings.secret, "plan link", token)


async def _own(request: Request) -> tuple[Records, Mine | None]:
    records: Records = request.app.state.records
    return records, await records.own(request)
