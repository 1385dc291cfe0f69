"""The record: who did what, newest first, and whether the chain is whole.

What staff wrote may hold a person's words. Whoever may not see an alert reads no note about anybody, and no name.
"""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from bot.staff.rights import Right
from bot.store.repositories.audit import Deed, Entry
from bot.web.staff.office import Visit

SHOWN = 50


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
    entries = visit.work.audit.page(before=before, limit=SHOWN, what=what, who=who)
    sees_people = visit.may(Right.ALERT)
    people = {entry.about for entry in entries if entry.about and sees_people}
    return visit.page(
        "audit.html",
        entries=entries if sees_people else tuple(map(_without_words, entries)),
        names=visit.work.call_names.known(people),
        sees_people=sees_people,
        logins=[member.login for member in visit.work.staff.all()],
        what=what,
        who=who,
        older=entries[-1].number if len(entries) == SHOWN else 0,
        verdict=verdict,
    )


def _without_words(entry: Entry) -> Entry:
    return replace(entry, note="") if entry.about else entry
