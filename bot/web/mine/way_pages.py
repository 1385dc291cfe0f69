"""Ways back to a plan: making, opening and withdrawing personal links and the return code.

A code or a link is shown once, when it is made, and kept as a digest only.
"""

from __future__ import annotations

import secrets
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.identity import digest
from bot.web.forms import read_fields
from bot.web.mine import data_pages
from bot.web.mine.codes import new_code
from bot.web.mine.door_pages import code_digest
from bot.web.mine.plan_pages import gone
from bot.web.mine.visit import BY_LINK, Mine, Records, in_thread

CODE_LIFE = timedelta(days=180)
LINK_LIFE = timedelta(days=30)


async def make_code(request: Request) -> Response:
    """A new return code, shown this once; the one before works no longer."""
    records, mine = await _own(request)
    if mine is None or not mine.person_id:
        return gone(request)
    code = new_code()

    def keep() -> None:
        with records.work() as work:
            work.ways.make_code(mine.person_id, code_digest(records, code), CODE_LIFE)
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


def _link_digest(records: Records, token: str) -> str:
    return digest(records.settings.secret, "plan link", token)


async def _own(request: Request) -> tuple[Records, Mine | None]:
    records: Records = request.app.state.records
    return records, await records.own(request)
