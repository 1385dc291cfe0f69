"""The queue: what waits, oldest first; and finding a person by the name that staff know them by."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from urllib.parse import urlencode

from starlette.responses import Response

from bot.staff.rights import Right
from bot.store.repositories.audit import Deed
from bot.store.repositories.summaries import Listed
from bot.store.shared_lists import InShort
from bot.store.unread import unread
from bot.summaries.page import page_of
from bot.web.staff.office import HOME, Visit, is_seen, number_in, to

SHOWN = 25  # rows of a list; the next ones are a page further
LISTED = 10  # rows of reviews, and of what is new, where all lists are shown
LISTS = ("from", "reviews_from", "new_from", "open_from")  # how far each list is turned over
SECTIONS = ("alerts", "reviews", "new")
AHEAD = timedelta(days=7)
SHORTEST = 3  # letters of a name to look for
OFFERED = 10  # people whose names begin so
Row = tuple[str, Listed, InShort]


def home(visit: Visit) -> Response:
    """On to the first page that a role has."""
    return to(f"{HOME}queue" if visit.may(Right.QUEUE) else f"{HOME}logins")


def page(visit: Visit) -> Response:
    """What waits, what is being looked at."""
    asked = visit.request.query_params
    show = asked.get("show", "") if asked.get("show") in SECTIONS else ""
    skip = {name: number_in(asked.get(name, "")) for name in LISTS}
    most = SHOWN if show else LISTED
    waiting = visit.work.lists.unacknowledged(SHOWN, skip["from"])
    looked_at = visit.work.lists.being_looked_at(SHOWN, skip["open_from"])
    reviews, due = _reviews(visit, most, skip["reviews_from"])
    new, unseen = _new(visit, most, skip["new_from"])
    alerted = {row.person_id for row in (*waiting.first, *looked_at.first)}
    people = alerted | {person_id for person_id, _, _ in (*reviews, *new)}
    asking = [person_id for person_id, _, short in reviews if short.asks]
    visit.record_each(Deed.SAW_ASK, asking if show in ("", "reviews") else (), "queue")
    return visit.page(
        "queue.html",
        show=show,
        waiting=waiting,
        looked_at=looked_at,
        names=visit.work.call_names.of(people),
        have_a_page=visit.work.consents.agreed_of(alerted),
        reviews=reviews,
        due=due,
        today=visit.office.pages.today(visit.now),
        new=new,
        unseen=unseen,
        skip=skip,
        shown=SHOWN,
        listed=most,
        turned=lambda name, number: _turned(show, {**skip, name: number}, name),
        unread=unread(visit.work, visit.office.settings.tracker_url, visit.now),
        alerts_on=visit.office.settings.service.alerts_on,
    )


def _turned(show: str, skip: dict[str, int], name: str) -> str:
    """The address of the same lists with one of them turned over."""
    kept = {part: number for part, number in skip.items() if number or part == name}
    return f"/staff/queue?{urlencode({'show': show, **kept} if show else kept)}"


def _reviews(visit: Visit, most: int, skip: int) -> tuple[list[Row], int]:
    """Whose review is due within a week, or was, and how many there are."""
    until = visit.office.pages.today(visit.now) + AHEAD
    listed, count = visit.work.summaries.reviews(until, skip + most)
    fresh = [*filter(None, (_due_now(visit, one, until) for one in visit.work.summaries.reviews_behind(until)))]
    first = sorted((*listed, *fresh), key=lambda one: (one.review_on or until, one.person_id))[skip : skip + most]
    return _rows(visit, tuple(first)), count + len(fresh)


def _due_now(visit: Visit, person_id: str, until: date) -> Listed | None:
    """Somebody whose summary is behind, if by what they share at this moment their review is due."""
    shared = visit.work.shared.of(person_id)
    review_on = page_of(shared).review_on
    if shared.changed_at is None or review_on is None or review_on > until:
        return None
    return Listed(person_id, shared.changed_at, review_on)


def _new(visit: Visit, most: int, skip: int) -> tuple[list[Row], int]:
    """Who shared something that nobody has looked at, and how many there are."""
    listed, count = visit.work.summaries.new(most, skip)
    return _rows(visit, listed), count


def _rows(visit: Visit, listed: tuple[Listed, ...]) -> list[Row]:
    """The same with what each shares at this moment; who shares nothing any more is not in it."""
    shared = visit.work.in_short.of([one.person_id for one in listed])
    return [(one.person_id, one, shared[one.person_id]) for one in listed if one.person_id in shared]


def find(visit: Visit) -> Response:
    """Look for a person by name, or by how it begins. It is on record whom it found; what was typed is not, since it
    may be a real name."""
    sought = " ".join(visit.form.get("find", "").split())[:80]
    found = _found(visit, sought) if len(sought) >= SHORTEST else ()
    for person_id in found:
        visit.record(Deed.SEARCHED, about=person_id)
    if not found:
        visit.record(Deed.SEARCHED, target="nobody found")
    return visit.page(
        "find.html", sought=sought, found=found, names=visit.work.call_names.of(found), too_short=len(sought) < SHORTEST
    )


def _found(visit: Visit, sought: str) -> tuple[str, ...]:
    """Who has this name, else those whose names begin so. That somebody is here at all is theirs to tell."""
    exact = visit.work.call_names.find(sought)
    offered = (exact,) if exact else visit.work.call_names.beginning(sought)
    return tuple(islice((person_id for person_id in offered if is_seen(visit, person_id)), OFFERED))
