"""My plan: seen, and taken along."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.identity import digest
from bot.store import UnitOfWork
from bot.store.own_reading import OwnPlan
from bot.web.messages import Message
from bot.web.mine import take_away
from bot.web.mine.boxes import ASKS
from bot.web.mine.notes import Note, Notes
from bot.web.mine.plan_view import PlanView, plan_view, sections, when_of
from bot.web.mine.titles import LINES, OUTCOMES, SECTIONS, STANDING
from bot.web.mine.visit import OWN, Mine, Records, in_thread
from bot.web.pages import Pages

TITLES: dict[str, Any] = {
    "sections": sections, "section_titles": SECTIONS, "line_titles": LINES, "outcomes": OUTCOMES, "when_of": when_of,
}  # fmt: skip
NOTHING = Note()


async def plan(request: Request) -> Response:
    """The plan, with a form in place for each item."""
    mine = await visitor(request)
    if mine is None:
        return RedirectResponse("/return", 303) if request.url.path.startswith(OWN) else gone(request)
    notes: Notes = request.app.state.notes
    return await plan_page(request, mine, note=notes.take(mine.base, mine.person_id))


def sheet_of(kind: str) -> Callable[[Request], Awaitable[Response]]:
    """The page that shows the plan on paper: on one side of A4, in large print, or for an appointment."""

    async def sheet(request: Request) -> Response:
        mine = await visitor(request)
        if mine is None:
            return gone(request)
        pages = _pages(request)
        return pages.page(
            "mine/appointment.html" if kind == "appointment" else "mine/sheet.html",
            view=_view(await read_plan(request, mine)),
            mine=mine,
            large=kind == "large",
            rows=pages.lines().here,
            today=datetime.now(timezone.utc).date(),
            **TITLES,
        )

    return sheet


async def text(request: Request) -> Response:
    """The plan in plain words."""
    mine = await visitor(request)
    if mine is None:
        return gone(request)
    words = take_away.plain_text(_view(await read_plan(request, mine)), _pages(request).lines().here)
    return _file(words.encode(), "text/plain; charset=utf-8", "my-plan.txt")


async def calendar(request: Request) -> Response:
    """The steps and reviews that have a day, for a calendar."""
    mine = await visitor(request)
    if mine is None:
        return gone(request)
    records: Records = request.app.state.records

    def uid(event: str) -> str:
        return f"{digest(records.settings.secret, 'calendar', f'{mine.person_id}:{event}')[:32]}@cairn"

    made = take_away.calendar(_view(await read_plan(request, mine)), datetime.now(timezone.utc), uid)
    return _file(made, "text/calendar; charset=utf-8", "my-plan.ics")


async def visitor(request: Request) -> Mine | None:
    """Whose plan this request may see."""
    records: Records = request.app.state.records
    return await records.either(request)


async def read_plan(request: Request, mine: Mine) -> OwnPlan:
    """The plan as it stands."""
    records: Records = request.app.state.records

    def read() -> OwnPlan:
        with records.work() as work:
            return own_plan(work, mine.person_id)

    return await in_thread(read)


def own_plan(work: UnitOfWork, person_id: str) -> OwnPlan:
    """The plan as it stands. Without their yes a person's team sees nothing of it, whatever was shared before."""
    own = work.own.plan(person_id)
    return own if person_id and work.consents.given(person_id) else replace(own, shared=frozenset())


def told(request: Request, mine: Mine, page: str, kind: str, words: str = "") -> Response:
    """To a page of theirs, where this is told once, and the focus goes there."""
    notes: Notes = request.app.state.notes
    notes.leave(page, mine.person_id, kind, words)
    return RedirectResponse(f"{page}#told", 303)


def gone(request: Request, support: Message | None = None, typed: Sequence[str] = ()) -> Response:
    """That there is nothing to see here, or no more; with what was written, and the support that this calls for."""
    pages = _pages(request)
    shown = pages.bubbles((support,)) if support else ()
    return pages.page("mine/gone.html", 404, support=shown, typed=typed)


async def plan_page(
    request: Request,
    mine: Mine,
    notice: str = "",
    support: Message | None = None,
    note: Note = NOTHING,
    typed: Sequence[str] = (),
) -> Response:
    """The plan as it stands; `notice` says why something was not kept, and `typed` what that was."""
    pages = _pages(request)
    own = await read_plan(request, mine)
    view = _view(own)
    return pages.page(
        "mine/plan.html",
        409 if notice in ("changed", "full") else 200,
        view=view,
        mine=mine,
        notice=notice,
        note=note,
        support=pages.bubbles((support,)) if support else (),
        typed=typed,
        has_dates=take_away.has_dates(view),
        rows=pages.lines().here,
        peers=pages.peers(),
        standing=STANDING,
        asks=ASKS,
        **TITLES,
    )


def _view(own: OwnPlan) -> PlanView:
    return plan_view(own, datetime.now(timezone.utc).date())


def _file(content: bytes, media_type: str, name: str) -> Response:
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _pages(request: Request) -> Pages:
    pages: Pages = request.app.state.pages
    return pages
