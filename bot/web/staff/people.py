"""What a person shares on one page; their conversation behind a written reason; and a copy for a lead.

Somebody who shares nothing, and of whom no alert was made, has no page: that they are here at all is theirs to tell.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from starlette.responses import Response

from bot.store import StoreError
from bot.store.repositories.audit import Deed
from bot.store.staff_reading import Spoken, conversation
from bot.summaries.parts import GoalPart, HopePart, PersonPage, Sentence
from bot.summaries.sources import Source
from bot.web.mine.chart import Chart, Point, chart
from bot.web.staff.office import MissingError, RefusedError, Visit
from bot.web.staff.seen import Seen, seen_of
from bot.web.staff.words import LINES, OWNERS, STATUSES

LINES_SHOWN = 200
SHORTEST_REASON = 10  # characters


def page(visit: Visit) -> Response:
    """The one page about a person."""
    person_id = visit.request.path_params["person"]
    seen = _seen(visit, person_id)
    own = seen.page
    visit.record(Deed.VIEWED_PERSON, about=person_id)
    return visit.page(
        "person.html",
        person_id=person_id,
        name=_name(visit, person_id),
        page=own,
        sources=seen.sources,
        said=_lines(own, seen.sources),
        kept_since=_kept_since(visit),
        unclear=seen.unclear,
        drawings={goal.key: _near(goal) for goal in own.goals},
        hope_line=_hope_line(own.hope),
        alerts={alert.shown_at: alert for alert in visit.work.alerts.of(person_id)},
        timeline=seen.timeline,
        labels=LINES,
        owners=OWNERS,
        statuses=STATUSES,
    )


def export(visit: Visit) -> Response:
    """What is on the page as a file, for the record of the service, with where each sentence was said by its key."""
    person_id = visit.request.path_params["person"]
    seen = _seen(visit, person_id)
    own = seen.page
    name = _name(visit, person_id)
    visit.record(Deed.EXPORTED, about=person_id)
    content = {
        "name": name,
        "taken_at": visit.now.isoformat(),
        "by": visit.member.login,
        "shares": asdict(own),
        "said_in": {part.key: _link(visit, person_id, seen.sources.get(part.key)) for part in own.sentences()},
    }
    file = f"cairn-{name.lower().replace(' ', '-')}.json"
    return Response(
        json.dumps(content, ensure_ascii=False, indent=2, default=str),
        media_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{file}"'},
    )


def transcript(visit: Visit) -> Response:
    """Ask for a reason; with one, show the conversation. The reason is on record."""
    person_id = visit.request.path_params["person"]
    _seen(visit, person_id)
    name, reason = _name(visit, person_id), visit.form.get("reason", "").strip()
    if visit.request.method == "GET":
        return visit.page("reason.html", person_id=person_id, name=name, reason="", trouble=False)
    if len(reason) < SHORTEST_REASON:
        visit.record(Deed.REFUSED, about=person_id, target="conversation without a reason")
        return visit.page("reason.html", 400, person_id=person_id, name=name, reason=reason, trouble=True)
    visit.record(Deed.READ_TRANSCRIPT, about=person_id, note=reason)
    before = visit.form.get("before", "")
    lines = _conversation(visit, person_id, int(before) if before.isdigit() and len(before) < 15 else 0)
    return visit.page("transcript.html", person_id=person_id, name=name, lines=lines, reason=reason, most=LINES_SHOWN)


def missed(visit: Visit) -> Response:
    """Note that a line of a conversation should have brought support."""
    person_id = visit.request.path_params["person"]
    _seen(visit, person_id)
    line = visit.form.get("line", "")
    if not (line.isascii() and line.isdigit() and len(line) < 15):
        raise RefusedError("Choose a line of the conversation.")
    if not _is_theirs(visit, person_id, int(line)):
        raise MissingError
    visit.record(Deed.SAID_MISSED_CUE, about=person_id, target=f"line {line}")
    return visit.page("noted.html", person_id=person_id, name=_name(visit, person_id))


def _is_theirs(visit: Visit, person_id: str, line: int) -> bool:
    """Did this person say the line with this number?"""
    last = (found[-1] for found in _spoken(visit, person_id, 1, line + 1) if found)
    return any(one.id == line and one.by_person for one in last)


def _seen(visit: Visit, person_id: str) -> Seen:
    """What may be seen of somebody. Raises MissingError where that is nothing."""
    seen = seen_of(visit.work, person_id, visit.office.settings.service.alerts_on)
    if seen.page.is_empty and not seen.cues:
        raise MissingError
    return seen


def _name(visit: Visit, person_id: str) -> str:
    return visit.work.call_names.of([person_id])[person_id]


def _near(goal: GoalPart) -> Chart | None:
    """How near a goal feels, by check-in."""
    return chart(
        [
            Point(check.at.date(), int(check.progress.words), check.words.words if check.words else "")
            for check in goal.check_ins
            if check.progress
        ]
    )


def _hope_line(talks: Sequence[HopePart]) -> Chart | None:
    """Their number of each conversation about hope; beside it what it was afterwards."""
    return chart(
        [
            Point(talk.at.date(), int(talk.now.words), talk.afterwards.words if talk.afterwards else "")
            for talk in talks
            if talk.now
        ]
    )


def _lines(own: PersonPage, sources: Mapping[str, Source]) -> list[tuple[Source, list[Sentence]]]:
    """Each line that the page's sentences came from, once, oldest first, with those sentences."""
    found: dict[int, tuple[Source, list[Sentence]]] = {}
    for part in own.sentences():
        source = sources.get(part.key)
        if source is not None:
            found.setdefault(source.line_id, (source, []))[1].append(part)
    return [found[number] for number in sorted(found)]


def _link(visit: Visit, person_id: str, source: Source | None) -> dict[str, object] | None:
    """The line that a sentence came from, and where the page shows it; None for what no conversation says."""
    if source is None:
        return None
    return {
        "line": source.line_id,
        "at": source.at,
        "agreed_to": source.agreed,
        "kept_no_longer": source.at < _kept_since(visit),
        "link": f"/staff/person/{person_id}#said-{source.line_id}",
    }


def _kept_since(visit: Visit) -> datetime:
    """What was said before this is deleted, but for what people agreed to."""
    return visit.now - timedelta(days=visit.office.settings.transcript_days)


def _conversation(visit: Visit, person_id: str, before: int) -> list[Spoken]:
    found = [line for lines in _spoken(visit, person_id, LINES_SHOWN, before) for line in lines]
    return sorted((line for line in found if line.text), key=lambda line: line.id)[-LINES_SHOWN:]


def _spoken(visit: Visit, person_id: str, limit: int, before: int) -> list[tuple[Spoken, ...]]:
    """The last lines of each conversation of a person, or those before a line."""
    tracker_url = visit.office.settings.tracker_url
    try:
        return [conversation(tracker_url, name, limit, before) for name in visit.work.lists.pseudonyms(person_id)]
    except StoreError:
        raise RefusedError("The conversation cannot be read just now. Please try again in a moment.") from None
