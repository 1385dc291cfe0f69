"""The record: who did what, newest first, and whether the chain is whole.

What staff wrote may hold a person's words. Whoever may not see an alert reads no note about anybody, and no name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from starlette.responses import Response

from bot.safety import signpost_files
from bot.settings import service_file
from bot.staff.rights import Right
from bot.store.repositories.audit import Deed, Entry
from bot.web.staff.office import Visit, is_seen
from bot.web.staff.record_words import in_words

SHOWN = 50


@dataclass(frozen=True)
class Row:
    """What one line shows: an entry, or those of one look at several people, by its newest entry."""

    entry: Entry
    first: int
    people: tuple[str, ...]
    target: str


def page(visit: Visit) -> Response:
    """A page of entries."""
    return _page(visit, None)


def verify(visit: Visit) -> Response:
    """Walk the whole chain now."""
    verdict = visit.work.audit.verify(visit.office.audit_key)
    visit.record(Deed.CHECKED_RECORD, target="whole" if verdict.is_whole else f"altered at {verdict.altered}")
    return _page(visit, verdict)


def _page(visit: Visit, verdict: object) -> Response:
    asked = visit.request.query_params
    what = asked.get("what", "") if asked.get("what", "") in {deed.value for deed in Deed} else ""
    who = asked.get("who", "")[:64]
    before = int(asked["before"]) if asked.get("before", "").isdigit() and len(asked["before"]) < 10 else 0
    sees_people = visit.may(Right.ALERT)
    about = asked.get("about", "")[:32]
    about = about if about and sees_people and is_seen(visit, about) else ""
    entries = visit.work.audit.page(before=before, limit=SHOWN, what=what, who=who, about=about)
    people = {about, *(entry.about for entry in entries)} - {""} if sees_people else set()
    return visit.page(
        "audit.html",
        rows=_rows(visit, entries if sees_people else tuple(map(_without_words, entries))),
        about=about,
        names=visit.work.call_names.known(people),
        sees_people=sees_people,
        logins=[member.login for member in visit.work.staff.all()],
        what=what,
        who=who,
        older=entries[-1].number if len(entries) == SHOWN else 0,
        verdict=verdict,
    )


def _rows(visit: Visit, entries: Sequence[Entry]) -> list[Row]:
    """The lines of the page, newest first. One look at a list leaves an entry a person, one after the other."""
    lines = {row.id: row.name for row in signpost_files.load(service_file()).rows}
    places = range(len(entries))
    found = []
    for _, group in groupby(places, key=lambda place: _look(entries, place)):
        same = [entries[place] for place in group]
        people = tuple(dict.fromkeys(entry.about for entry in same if entry.about))
        target = in_words(same[0].what, same[0].target, lines, visit.office.pages.moment)
        found.append(Row(same[0], same[-1].number, people, target))
    return found


def _look(entries: Sequence[Entry], place: int) -> tuple[object, ...]:
    """The same for entries of one look at a list: they follow each other without a gap."""
    one = entries[place]
    return (one.who, one.target, one.number + place) if one.what == Deed.SAW_ASK else (one.number,)


def _without_words(entry: Entry) -> Entry:
    return replace(entry, note="") if entry.about else entry
