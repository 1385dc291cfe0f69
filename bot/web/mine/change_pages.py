"""Changing one's plan in place. What is written here is screened as what is said in the chat.

Whatever becomes of a form, a cue in it must bring the card in that same answer, and words that were not kept are shown
again.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timezone

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.coaching.active_goals import at_most_three
from bot.coaching.plan import Item
from bot.store import StoreError
from bot.store.own_reading import OwnPlan
from bot.web.forms import read_fields
from bot.web.mine.edits import Edit, EditError, edit, edit_look, new_words
from bot.web.mine.notes import Note
from bot.web.mine.plan_pages import gone, plan_page, read_plan, told, visitor
from bot.web.mine.plan_view import LETTERS, LOOK, anchor, mark
from bot.web.mine.screening import support_for
from bot.web.mine.visit import Mine, Records, in_thread
from bot.web.pages import Pages

log = logging.getLogger(__name__)
KINDS = {letter: kind for kind, letter in LETTERS.items()}
NOTE = "my plan"  # how a change that was made here is called in the plan's history
GONE, FAILED = "gone", "failed"
Fields = Mapping[str, str]


class RefusedError(Exception):
    """Nothing of a form is kept; the message is the notice that says why."""


async def change(request: Request) -> Response:
    """Keep what a form changes of one item, as a new version."""
    return await _answered(request, _change)


async def correct(request: Request) -> Response:
    """Keep what a form puts right of one look at a goal, as a new version."""
    return await _answered(request, _correct)


async def _answered(
    request: Request, keep: Callable[[Request, Mine, OwnPlan, Fields], Awaitable[Response]]
) -> Response:
    fields, mine, own = await read_fields(request), None, None
    try:
        mine = await visitor(request)
        if mine is None or not mine.person_id or not mine.may_change:
            raise RefusedError(GONE)
        own = await read_plan(request, mine)
        return await keep(request, mine, own, fields)
    except HTTPException:
        raise  # the address is none of ours
    except (RefusedError, EditError) as refused:
        return await _refused(request, mine, own, fields, str(refused))
    except Exception as error:  # help must not depend on what broke
        log.error("A change was not kept: %s", type(error).__name__)
        return await _refused(request, mine, own, fields, FAILED)


async def _change(request: Request, mine: Mine, own: OwnPlan, fields: Fields) -> Response:
    item, before = _item(request), dict(own.plan.items)
    if "leave" in fields:
        return RedirectResponse(f"{mine.base}#{anchor(item)}", 303)
    if item not in before or fields.get("was") != mark(before[item]):
        raise RefusedError("changed")
    made = edit(item, before[item], fields, datetime.now(timezone.utc))
    if at_most_three(own.plan.goals, made.changes) != made.changes:
        raise RefusedError("full")
    return await _keep(request, mine, anchor(item), made)


async def _correct(request: Request, mine: Mine, own: OwnPlan, fields: Fields) -> Response:
    number = request.path_params["number"]
    if "leave" in fields:
        return RedirectResponse(f"{mine.base}#{LOOK}{number}", 303)
    look = dict(own.plan.check_ins).get(number)
    if look is None or fields.get("was") != mark(look):
        raise RefusedError("changed")
    return await _keep(request, mine, f"{LOOK}{number}", edit_look(number, look, fields))


async def _keep(request: Request, mine: Mine, place: str, made: Edit) -> Response:
    records: Records = request.app.state.records

    def keep() -> None:
        with records.work() as work:
            work.plans.add(mine.person_id, made.changes, NOTE)
            work.commit()

    if made.changes:
        await in_thread(keep)
    support = await support_for(request, mine, made.new_words)
    if support is not None:
        return await plan_page(request, mine, note=Note("saved"), support=support)
    return told(request, mine, mine.base, "saved", "" if made.takes_out else place)


async def _refused(request: Request, mine: Mine | None, own: OwnPlan | None, fields: Fields, notice: str) -> Response:
    """The page that says why nothing was kept, with what was written and with the support that it needs."""
    typed = new_words(own.plan if own else None, fields)
    support = await support_for(request, mine, typed)
    if notice == GONE:
        return gone(request, support, typed)
    try:
        if mine is not None and notice != FAILED:
            return await plan_page(request, mine, notice=notice, support=support, typed=typed)
    except StoreError:
        log.error("A plan was not read beside a change that was not kept.")
    pages: Pages = request.app.state.pages
    return pages.problem(request, 503, support, typed)


def _item(request: Request) -> Item:
    try:
        return Item(KINDS[request.path_params["letter"]], request.path_params["number"])
    except KeyError:
        raise HTTPException(404) from None
