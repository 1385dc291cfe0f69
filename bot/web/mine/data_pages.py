"""My data: what is kept, who looked, what was told; a copy, choices, and erasing everything."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.coaching.changes import Revised
from bot.coaching.plan import HardTimes, Hope
from bot.store import UnitOfWork, transcript
from bot.store.columns import utc_now
from bot.store.errors import TracesLeftError
from bot.store.one_person import erase_known
from bot.store.own_reading import OwnPlan
from bot.store.reading import ASK, OwnAlert
from bot.store.repositories.ways import Way
from bot.web.forms import read_fields
from bot.web.mine.change_pages import NOTE
from bot.web.mine.notes import Notes
from bot.web.mine.plan_pages import gone, own_plan, told
from bot.web.mine.readable import LOOKED_AT, readable
from bot.web.mine.visit import Mine, Records, in_thread
from bot.web.pages import Pages
from bot.web.session import CHANNEL, Sessions

log = logging.getLogger(__name__)

ALL = 1_000_000  # lines; more than any conversation has
DATA = "/data"
CONSENT = "my_data.keep"  # the text that is answered here


@dataclass(frozen=True)
class Look:
    """One look of somebody of the team: their name, with the role that they had then."""

    at: Any
    who: str
    what: str


@dataclass(frozen=True)
class Record:
    """What the page tells."""

    own: OwnPlan
    consent: bool
    looks: tuple[Look, ...]
    alerts: tuple[OwnAlert, ...]
    asked: bool  # whether a short question was shown that the team may see
    code: Way | None
    links: tuple[Way, ...]
    call_name: str  # by which staff know them


async def page(request: Request) -> Response:
    """What is kept of this person; with a code or a link that was just made, which is shown this once."""
    records = _records(request)
    mine = await records.own(request)
    if mine is None:
        return gone(request)

    def read() -> Record:
        with records.work() as work:
            record = _record(work, mine.person_id, records.settings.service.alerts_on)
            work.commit()
            return record

    pages: Pages = request.app.state.pages
    notes: Notes = request.app.state.notes
    return pages.page(
        "mine/data.html",
        record=await in_thread(read),
        mine=mine,
        note=notes.take(DATA, mine.person_id),
        days=records.settings.transcript_days,
        alerts_on=records.settings.service.alerts_on,
    )


async def copy(request: Request) -> Response:
    """Everything that is kept, from both databases: as JSON, or to read."""
    records = _records(request)
    mine = await records.own(request)
    if mine is None:
        return gone(request)
    own, kept = await in_thread(lambda: everything(records, mine))
    if request.path_params["kind"] == "json":
        return _file(json.dumps(kept, ensure_ascii=False, indent=2), "application/json", "my-data.json")
    return _file(readable(own, kept), "text/plain", "my-data.txt")


async def choices(request: Request) -> Response:
    """Keep what the person says yes or no to."""
    records = _records(request)
    mine = await records.own(request)
    if mine is None or not mine.person_id:
        return gone(request)
    ticked = set(await read_fields(request))

    def keep() -> None:
        with records.work() as work:
            _choose(work, mine.person_id, ticked)
            work.commit()

    await in_thread(keep)
    return told(request, mine, DATA, "choices")


async def ask_to_erase(request: Request) -> Response:
    """Ask once more, plainly."""
    pages: Pages = request.app.state.pages
    mine = await _records(request).own(request)
    return gone(request) if mine is None else pages.page("mine/erase.html", mine=mine)


async def erase(request: Request) -> Response:
    """Erase everything, in both databases, and let the browser forget who it was."""
    records = _records(request)
    mine = await records.own(request)
    if mine is None:
        return gone(request)
    traces = not await in_thread(lambda: _erased_whole(records, mine.sender))
    request.app.state.turns.forget(mine.sender)
    pages: Pages = request.app.state.pages
    sessions: Sessions = request.app.state.sessions
    response = pages.page("mine/erased.html", traces=traces)
    sessions.clear(response)
    records.dismiss(response)
    return response


def _erased_whole(records: Records, sender: str) -> bool:
    """Erase somebody. Out: is every trace gone from the files too? Raises StoreError where nothing was erased."""
    try:
        erase_known(records.settings, CHANNEL, sender)
    except TracesLeftError:
        log.warning("Somebody is erased, but a database file was busy. Run VACUUM on both files when it is quiet.")
        return False
    return True


def everything(records: Records, mine: Mine) -> tuple[OwnPlan, dict[str, Any]]:
    """The plan as it stands, and all that both databases hold of a person."""
    with records.work() as work:
        own, kept = own_plan(work, mine.person_id), work.export.person(mine.person_id)
    lines = transcript.recent(records.settings.tracker_url, mine.sender, ALL)
    said = [{"at": line.at.isoformat(), "who": line.who, "text": line.text} for line in lines]
    return own, {"made_at": utc_now().isoformat(), **kept, "conversation": said}


def _record(work: UnitOfWork, person_id: str, alerts_on: bool) -> Record:
    looks = work.audit.looks(person_id) if person_id else ()
    return Record(
        own=work.own.plan(person_id),
        consent=work.consents.given(person_id),
        looks=tuple(
            Look(
                entry.at,
                ", ".join(filter(None, (_name(work, entry.who), entry.role))),
                _capital(LOOKED_AT.get(entry.what, "")),
            )
            for entry in looks
        ),
        alerts=work.reading.own_alerts(person_id),
        asked=any(kept.event.layout == ASK for kept in work.reading.support_seen(person_id, alerts_on=alerts_on)),
        code=work.ways.code_of(person_id),
        links=work.ways.links_of(person_id),
        call_name=work.call_names.of([person_id])[person_id] if person_id else "",
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _name(work: UnitOfWork, login: str) -> str:
    member = work.staff.by_login(login)
    return member.name if member else login


def _choose(work: UnitOfWork, person_id: str, ticked: set[str]) -> None:
    if ("keep" in ticked) is not work.consents.given(person_id):
        work.consents.record(person_id, "keep" in ticked, CONSENT)
    for item, what in work.own.plan(person_id).plan.items:
        if isinstance(what, Hope) and what.show_note is not ("note" in ticked):
            work.plans.add(person_id, [Revised(item, replace(what, show_note="note" in ticked))], NOTE)
        if isinstance(what, HardTimes) and what.show_in_card is not ("hard_times" in ticked):
            work.plans.add(person_id, [Revised(item, replace(what, show_in_card="hard_times" in ticked))], NOTE)


def _file(words: str, kind: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(words.encode("utf-8", "replace"), media_type=f"{kind}; charset=utf-8", headers=headers)


def _records(request: Request) -> Records:
    records: Records = request.app.state.records
    return records
