"""The queue: what waits, oldest first; and finding a person by the name that staff know them by."""

from __future__ import annotations

from datetime import date, timedelta

from starlette.responses import Response

from bot.staff.rights import Right
from bot.store.repositories.audit import Deed
from bot.store.repositories.summaries import Listed
from bot.store.shared_lists import InShort
from bot.store.unread import unread
from bot.summaries.page import page_of
from bot.web.staff.office import HOME, Visit, is_seen, to

SHOWN = 25  # rows of a list; the next ones are a page further
LISTED = 10  # rows of reviews, and of what is new
MOST_LISTED = 100  # where only one of them is shown
SECTIONS = ("alerts", "reviews", "new")
AHEAD = timedelta(days=7)
LATELY = timedelta(days=30)
Row = tuple[str, Listed, InShort]


def home(visit: Visit) -> Response:
    """On to the first page that a role has."""
    return to(f"{HOME}queue" if visit.may(Right.QUEUE) else f"{HOME}logins")


def page(visit: Visit) -> Response:
    """What waits, what is being looked at."""
    skip, open_skip = (_number(visit.request.query_params.get(name, "")) for name in ("from", "open_from"))
    waiting = visit.work.lists.unacknowledged(SHOWN, skip)
    looked_at = visit.work.lists.being_looked_at(SHOWN, open_skip)
    asked = visit.request.query_params.get("show", "")
    show = asked if asked in SECTIONS else ""
    most = LISTED if not show else MOST_LISTED
    reviews, due = _reviews(visit, most)
    new, unseen = _new(visit, most)
    people = {row.person_id for row in (*waiting.first, *looked_at.first)}
    people |= {person_id for person_id, _, _ in (*reviews, *new)}
    return visit.page(
        "queue.html",
        show=show,
        waiting=waiting,
        looked_at=looked_at,
        names=visit.work.call_names.of(people),
        reviews=reviews,
        due=due,
        today=visit.office.pages.today(visit.now),
        new=new,
        unseen=unseen,
        skip=skip,
        open_skip=open_skip,
        shown=SHOWN,
        unread=unread(visit.work, visit.office.settings.tracker_url, visit.now),
        alerts_on=visit.office.settings.service.alerts_on,
    )


def _reviews(visit: Visit, most: int) -> tuple[list[Row], int]:
    """Whose review is due within a week, or was, and how many there are."""
    until = visit.office.pages.today(visit.now) + AHEAD
    listed, count = visit.work.summaries.reviews(until, most)
    fresh = [*filter(None, (_due_now(visit, one, until) for one in visit.work.summaries.reviews_behind(until)))]
    first = sorted((*listed, *fresh), key=lambda one: (one.review_on or until, one.person_id))[:most]
    return _rows(visit, tuple(first)), count + len(fresh)


def _due_now(visit: Visit, person_id: str, until: date) -> Listed | None:
    """Somebody whose summary is behind, if by what they share at this moment their review is due."""
    shared = visit.work.shared.of(person_id)
    review_on = page_of(shared).review_on
    if shared.changed_at is None or review_on is None or review_on > until:
        return None
    return Listed(person_id, shared.changed_at, review_on)


def _new(visit: Visit, most: int) -> tuple[list[Row], int]:
    """Who shared something lately that nobody has looked at, and how many there are."""
    listed, count = visit.work.summaries.new(visit.now - LATELY, most)
    return _rows(visit, listed), count


def _rows(visit: Visit, listed: tuple[Listed, ...]) -> list[Row]:
    """The same with what each shares at this moment; who shares nothing any more is not in it."""
    shared = visit.work.in_short.of([one.person_id for one in listed])
    return [(one.person_id, one, shared[one.person_id]) for one in listed if one.person_id in shared]


def find(visit: Visit) -> Response:
    """Look for a person by name. It is on record whom it found; what was typed is not, since it may be a real name."""
    sought = " ".join(visit.form.get("find", "").split())[:80]
    found = visit.work.call_names.find(sought)
    if found and not is_seen(visit, found):
        found = None  # that they are here at all is theirs to tell
    visit.record(Deed.SEARCHED, about=found or "", target="" if found else "nobody found")
    return visit.page("find.html", sought=sought, found=found, names=visit.work.call_names.of([found] if found else []))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
