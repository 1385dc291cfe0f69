"""The queue: what waits, oldest first; and finding a person by the name that staff know them by."""

from __future__ import annotations

from starlette.responses import Response

from bot.staff.rights import Right
from bot.store.repositories.audit import Deed
from bot.store.staff_reading import Waitings
from bot.web.staff.office import HOME, Visit, to

SHOWN = 25  # rows of a list; the next ones are a page further
NOTHING = Waitings((), 0)


def home(visit: Visit) -> Response:
    """On to the first page that a role has."""
    return to(f"{HOME}queue" if visit.may(Right.QUEUE) else f"{HOME}logins")


def page(visit: Visit) -> Response:
    """What waits, what is being looked at."""
    skip = _number(visit.request.query_params.get("from", ""))
    waiting = visit.work.lists.unacknowledged(SHOWN, skip)
    looked_at = visit.work.lists.being_looked_at(SHOWN)
    people = {row.person_id for row in (*waiting.first, *looked_at.first)}
    return visit.page(
        "queue.html",
        waiting=waiting,
        looked_at=looked_at,
        names=visit.work.call_names.of(people),
        skip=skip,
        shown=SHOWN,
        sought=None,
        found=None,
        alerts_on=visit.office.settings.service.alerts_on,
    )


def find(visit: Visit) -> Response:
    """Look for a person by name. What was looked for is on record."""
    sought = " ".join(visit.form.get("find", "").split())[:80]
    found = visit.work.call_names.find(sought)
    visit.record(Deed.SEARCHED, about=found or "", note=sought)
    return visit.page("find.html", sought=sought, found=found, names=visit.work.call_names.of([found] if found else []))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
