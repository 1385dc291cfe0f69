"""What a person's team may see of their plan: chosen item by item, and looked at exactly as staff would see it."""

from __future__ import annotations

from datetime import datetime, timezone

from starlette.requests import Request
from starlette.responses import Response

from bot.store.own_reading import OwnPlan
from bot.web.forms import read_fields
from bot.web.mine.notes import Notes
from bot.web.mine.plan_pages import TITLES, gone, told
from bot.web.mine.plan_view import anchor, plan_view
from bot.web.mine.visit import Records, in_thread
from bot.web.pages import Pages
from bot.web.staff.seen import Seen, seen_of
from bot.web.staff.words import FAMILIES, LINES, OWNERS, STATUSES

SEEN = "/plan/seen"


async def choose(request: Request) -> Response:
    """Every item with a box: shared or not. What was ticked stays ticked where a no stands against all of it."""
    records: Records = request.app.state.records
    mine = await records.own(request)
    if mine is None:
        return gone(request)

    def read() -> tuple[OwnPlan, bool]:
        with records.work() as work:
            return work.own.plan(mine.person_id), work.consents.given(mine.person_id)

    pages: Pages = request.app.state.pages
    own, consent = await in_thread(read)
    view = plan_view(own, datetime.now(timezone.utc).date())
    return pages.page("mine/sharing.html", view=view, consent=consent, mine=mine, **TITLES)


async def keep(request: Request) -> Response:
    """Keep the choice: what is ticked is shared from now on, what is not is private again."""
    records: Records = request.app.state.records
    mine = await records.own(request)
    if mine is None or not mine.person_id:
        return gone(request)
    ticked = set(await read_fields(request))

    def choose_all() -> None:
        with records.work() as work:
            for own in work.sharing.items(mine.person_id):
                wanted = anchor(own.item) in ticked
                if wanted and not own.shared:
                    work.sharing.share(mine.person_id, own.item)
                elif own.shared and not wanted:
                    work.sharing.keep_private(mine.person_id, own.item)
            work.commit()

    await in_thread(choose_all)
    return told(request, mine, SEEN, "saved")


async def preview(request: Request) -> Response:
    """What the team sees, from the very reading and in the very words that their page uses."""
    records: Records = request.app.state.records
    mine = await records.own(request)
    if mine is None:
        return gone(request)

    def read() -> tuple[Seen, bool]:
        with records.work() as work:
            seen = seen_of(work, mine.person_id, records.settings.service.alerts_on)
            return seen, bool(work.reading.own_alerts(mine.person_id)) and not seen.cues

    seen, was_told = await in_thread(read)
    notes: Notes = request.app.state.notes
    pages: Pages = request.app.state.pages
    return pages.page(
        "mine/seen.html",
        page=seen.page,
        seen=seen,
        told=was_told,
        note=notes.take(SEEN, mine.person_id),
        may_be_read=not seen.page.is_empty or bool(seen.cues),
        families=FAMILIES,
        mine=mine,
        labels=LINES,
        owners=OWNERS,
        statuses=STATUSES,
    )
