"""What a person shares on one page, each sentence with where it was said; what of it came of one conversation; and a
copy of it for a lead.

Somebody who shares nothing, and of whom no alert was made, has no page: that they are here at all is theirs to tell.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from starlette.responses import Response

from bot.store.reading import TEAM
from bot.store.repositories.alerts import KeptAlert
from bot.store.repositories.audit import Deed
from bot.store.repositories.cue_events import KeptCueEvent
from bot.summaries.conversations import Conversation
from bot.summaries.parts import GoalPart, HopePart, PersonPage, Sentence
from bot.summaries.sources import Said, Source
from bot.web.mine.chart import Chart, Point, chart
from bot.web.staff.office import MissingError, Visit, number_in
from bot.web.staff.seen import Seen, seen_of
from bot.web.staff.words import LINES, OWNERS, STATUSES

MOMENTS = 20  # of the timeline at a time
RECENT = 5  # conversations that stand there at once


def page(visit: Visit) -> Response:
    """The one page about a person."""
    person_id = visit.request.path_params["person"]
    seen = seen_by(visit, person_id)
    visit.record(Deed.VIEWED_PERSON, about=person_id)
    return _page(visit, person_id, seen)


def conversation(visit: Visit) -> Response:
    """The same of one conversation alone, which is known by the second in which it began."""
    person_id = visit.request.path_params["person"]
    seen = seen_by(visit, person_id)
    began = visit.request.path_params["began"]
    chosen = next((one for one in seen.conversations if int(one.began_at.timestamp()) == began), None)
    if chosen is None:
        raise MissingError
    visit.record(Deed.VIEWED_CONVERSATION, about=person_id)
    return _page(visit, person_id, seen.during(chosen), chosen)


def _page(visit: Visit, person_id: str, seen: Seen, chosen: Conversation | None = None) -> Response:
    own, back = seen.page, 0 if chosen else number_in(visit.request.query_params.get("back", ""))
    alerts = {alert.shown_at: alert for alert in visit.work.alerts.of(person_id)}
    return visit.page(
        "person.html",
        person_id=person_id,
        name=name_of(visit, person_id),
        page=own,
        sources=seen.sources,
        said=_lines(own, seen.sources),
        kept_since=kept_since(visit),
        unclear=seen.unclear,
        drawings={} if chosen else {goal.key: _near(goal) for goal in own.goals},
        hope_line=None if chosen else _hope_line(own.hope),
        cues=seen.cues,
        wishes=[(cue, alerts[cue.event.at]) for cue in seen.cues if _is_open_wish(cue, alerts)],
        alerts=alerts,
        timeline=seen.timeline if chosen else seen.timeline[back : back + MOMENTS],
        back=back,
        moments=MOMENTS,
        has_earlier=not chosen and len(seen.timeline) > back + MOMENTS,
        conversation=chosen,
        conversations=seen.conversations[::-1],
        recent=RECENT,
        labels=LINES,
        today=visit.office.pages.today(visit.now),
        owners=OWNERS,
        statuses=STATUSES,
    )


def export(visit: Visit) -> Response:
    """What is on the page as a file, for the record of the service, with where each sentence was said by its key."""
    person_id = visit.request.path_params["person"]
    seen = seen_by(visit, person_id)
    own = seen.page
    name = name_of(visit, person_id)
    visit.record(Deed.EXPORTED, about=person_id)
    content = {
        "name": name,
        "taken_at": visit.now.isoformat(),
        "by": visit.member.login,
        "shares": asdict(own),
        "conversations": [
            {"began_at": one.began_at, "said": [part.key for part in seen.during(one).page.sentences()]}
            for one in seen.conversations
        ],
        "said_in": {part.key: _links(visit, person_id, seen.sources.get(part.key)) for part in own.sentences()},
    }
    file = f"cairn-{name.lower().replace(' ', '-')}.json"
    return Response(
        json.dumps(content, ensure_ascii=False, indent=2, default=str),
        media_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{file}"'},
    )


def seen_by(visit: Visit, person_id: str) -> Seen:
    """What may be seen of somebody. Raises MissingError where that is nothing."""
    seen = seen_of(visit.work, person_id, visit.office.settings.service.alerts_on)
    if seen.page.is_empty and not seen.cues:
        raise MissingError
    return seen


def name_of(visit: Visit, person_id: str) -> str:
    return visit.work.call_names.of([person_id])[person_id]


def _is_open_wish(cue: KeptCueEvent, alerts: Mapping[datetime, KeptAlert]) -> bool:
    """Did they ask by themselves that the team is told, and has nobody closed it yet?"""
    return cue.event.layout == TEAM and cue.event.at in alerts and alerts[cue.event.at].closed is None


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


def _lines(own: PersonPage, sources: Mapping[str, Said]) -> list[tuple[Source, list[Sentence]]]:
    """Each line that the page's sentences came from, once, oldest first, with those sentences."""
    found: dict[int, tuple[Source, list[Sentence]]] = {}
    for part in own.sentences():
        for source in sources[part.key].sources if part.key in sources else ():
            found.setdefault(source.line_id, (source, []))[1].append(part)
    return [found[number] for number in sorted(found)]


def _links(visit: Visit, person_id: str, said: Said | None) -> list[dict[str, object]]:
    """The lines that a sentence came from, and where each can be read; none for what no conversation says."""
    since = kept_since(visit)
    return [
        {
            "line": source.line_id,
            "at": source.at,
            "agreed_to": source.agreed,
            "deleted": source.at < since,
            "link": f"/staff/person/{person_id}/transcript?line={source.line_id}" if source.at >= since else "",
        }
        for source in (said.sources if said else ())
    ]


def kept_since(visit: Visit) -> datetime:
    """What was said before this is deleted, but for what people agreed to."""
    return visit.now - timedelta(days=visit.office.settings.transcript_days)
