"""My plan: seen, changed in place, and taken along. What is written here is screened as what is said in the chat."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.coaching.active_goals import at_most_three
from bot.coaching.plan import Item
from bot.identity import digest
from bot.store import UnitOfWork
from bot.store.own_reading import OwnPlan
from bot.web.forms import read_fields
from bot.web.messages import Message
from bot.web.mine import take_away
from bot.web.mine.boxes import ASKS
from bot.web.mine.edits import Edit, EditError, edit, edit_look
from bot.web.mine.notes import Note, Notes
from bot.web.mine.plan_view import LETTERS, LOOK, PlanView, anchor, mark, plan_view, sections, when_of
from bot.web.mine.screening import support_for
from bot.web.mine.titles import LINES, OUTCOMES, SECTIONS, STANDING
from bot.web.mine.visit import OWN, Mine, Records, in_thread
from bot.web.pages import Pages

TITLES: dict[str, Any] = {
    "sections": sections, "section_titles": SECTIONS, "line_titles": LINES, "outcomes": OUTCOMES, "when_of": when_of,
}  # fmt: skip
KINDS = {letter: kind for kind, letter in LETTERS.items()}
NOTHING = Note()
NOTE = "my plan"  # how a change that was made here is called in the plan's history


async def plan(request: Request) -> Response:
    """The plan, with a form in place for each item."""
    mine = await visitor(request)
    if mine is None:
        return RedirectResponse("/return", 303) if request.url.path.startswith(OWN) else gone(request)
    notes: Notes = request.app.state.notes
    return await _page(request, mine, note=notes.take(mine.base, mine.person_id))


async def change(request: Request) -> Response:
    """Keep what a form changes of one item, as a new version."""
    mine = await visitor(request)
    if mine is None or not mine.person_id or not mine.may_change:
        return gone(request)
    item = _item(request)
    fields = await read_fields(request)
    if "leave" in fields:
        return RedirectResponse(f"{mine.base}#{anchor(item)}", 303)
    own = (await read_plan(request, mine)).plan
    before = dict(own.items)
    if item not in before:
        raise HTTPException(404)
    if fields.get("was") != mark(before[item]):
        return await _page(request, mine, notice="changed")
    try:
        made = edit(item, before[item], fields, datetime.now(timezone.utc))
    except EditError as error:
        return await _page(request, mine, notice=_refusal(error))
    if at_most_three(own.goals, made.changes) != made.changes:
        support = await support_for(request, mine, made.new_words) if made.new_words else None
        return await _page(request, mine, notice="full", support=support)
    return await _keep(request, mine, anchor(item), made)


async def correct(request: Request) -> Response:
    """Keep what a form puts right of one look at a goal, as a new version."""
    mine = await visitor(request)
    if mine is None or not mine.person_id or not mine.may_change:
        return gone(request)
    number = request.path_params["number"]
    fields = await read_fields(request)
    if "leave" in fields:
        return RedirectResponse(f"{mine.base}#{LOOK}{number}", 303)
    look = dict((await read_plan(request, mine)).plan.check_ins).get(number)
    if look is None:
        raise HTTPException(404)
    if fields.get("was") != mark(look):
        return await _page(request, mine, notice="changed")
    try:
        made = edit_look(number, look, fields)
    except EditError as error:
        return await _page(request, mine, notice=_refusal(error))
    return await _keep(request, mine, f"{LOOK}{number}", made)


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


def gone(request: Request) -> Response:
    """That there is nothing to see here, or no more."""
    return _pages(request).page("mine/gone.html", 404)


async def _keep(request: Request, mine: Mine, place: str, made: Edit) -> Response:
    records: Records = request.app.state.records

    def keep() -> None:
        with records.work() as work:
            work.plans.add(mine.person_id, made.changes, NOTE)
            work.commit()

    support = await support_for(request, mine, made.new_words) if made.new_words else None
    if made.changes:
        await in_thread(keep)
    if support is not None:
        return await _page(request, mine, note=Note("saved"), support=support)
    return told(request, mine, mine.base, "saved", "" if made.takes_out else place)


async def _page(
    request: Request, mine: Mine, notice: str = "", support: Message | None = None, note: Note = NOTHING
) -> Response:
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
        has_dates=take_away.has_dates(view),
        rows=pages.lines().here,
        peers=pages.peers(),
        standing=STANDING,
        asks=ASKS,
        **TITLES,
    )


def _view(own: OwnPlan) -> PlanView:
    return plan_view(own, datetime.now(timezone.utc).date())


def _refusal(error: EditError) -> str:
    return "long" if str(error) == "long" else "unkept"


def _item(request: Request) -> Item:
    try:
        return Item(KINDS[request.path_params["letter"]], request.path_params["number"])
    except KeyError:
        raise HTTPException(404) from None


def _file(content: bytes, media_type: str, name: str) -> Response:
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _pages(request: Request) -> Pages:
    pages: Pages = request.app.state.pages
    return pages
