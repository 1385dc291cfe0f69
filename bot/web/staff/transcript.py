"""What a person said and was told, a page at a time, behind a written reason; and the note that a cue was missed in it.

Each page that is opened is on record with its reason and with what it showed. It holds more than a person shares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TypeVar

from starlette.responses import Response

from bot.store import StoreError
from bot.store.repositories.audit import Deed
from bot.store.staff_reading import Span, Spoken, conversation, conversation_after, said_at
from bot.summaries.conversations import Conversation, stretch
from bot.summaries.lines import BROUGHT_BY_A_CUE
from bot.web.staff.forms import too_long
from bot.web.staff.office import MissingError, RefusedError, Visit, number_in
from bot.web.staff.people import kept_since, name_of, seen_by
from bot.web.staff.record_words import NOTHING_KEPT, part_read
from bot.web.staff.seen import Seen

LINES_SHOWN = 200
EITHER_SIDE = LINES_SHOWN // 2  # lines before the one that somebody comes for, and after it
SHORTEST_REASON = 10  # characters
NO_REASON = "Please write a reason of a few words. Nothing was opened."
FIGURES = 14  # of the number of a line
Read = TypeVar("Read")


@dataclass(frozen=True)
class Part:
    """Some lines that follow each other, in the order of time, and whether there are others on either side.

    `first` and `last` are the lowest and the highest number of all that were looked at: what is kept late comes later.
    """

    lines: tuple[Spoken, ...]
    first: int
    last: int
    has_earlier: bool
    has_later: bool

    @property
    def brought_support(self) -> frozenset[int]:
        """The numbers of the lines to which support was the answer."""
        said, found = 0, set()
        for one in self.lines:
            if one.by_person:
                said = one.id
            elif one.support in BROUGHT_BY_A_CUE:
                found.add(said)
        return frozenset(found)

    def days(self, day_of: Callable[[datetime], date]) -> list[tuple[date, list[Spoken]]]:
        """The lines of each day."""
        return [(day, list(lines)) for day, lines in groupby(self.lines, key=lambda one: day_of(one.at))]


NOTHING = Part((), first=0, last=0, has_earlier=False, has_later=False)


@dataclass(frozen=True)
class Wanted:
    """What is asked for: everything, the conversation around a line, or one conversation alone; or a further part."""

    line: int = 0
    talk: Conversation | None = None
    before: int = 0
    after: int = 0


def page(visit: Visit) -> Response:
    """Ask for a reason; with one, show the part that was asked for, and mark the line."""
    person_id = visit.request.path_params["person"]
    seen = seen_by(visit, person_id)
    name, reason = name_of(visit, person_id), visit.form.get("reason", "").strip()
    asking = visit.request.method == "GET"
    wanted = _wanted(visit.request.query_params if asking else visit.form, seen)
    trouble = "" if asking else too_long(reason) if len(reason) >= SHORTEST_REASON else NO_REASON
    if asking:
        visit.record(Deed.VIEWED, about=person_id, target="person/transcript")
    elif trouble:
        visit.record(Deed.REFUSED, about=person_id, target="conversation without a reason")
    if asking or trouble:
        return visit.page(
            "reason.html", 400 if trouble else 200, person_id=person_id, name=name, reason=reason, trouble=trouble,
            wanted=wanted, said_at=_said_at(seen, wanted.line), kept_since=kept_since(visit),
        )  # fmt: skip
    part = _part(visit, person_id, wanted)
    visit.record(Deed.READ_TRANSCRIPT, about=person_id, target=_shown_in(part), note=reason)
    return visit.page(
        "transcript.html", person_id=person_id, name=name, part=part, days=part.days(visit.office.pages.today),
        reason=reason, wanted=wanted, either_side=EITHER_SIDE,
        is_there=any(one.id == wanted.line for one in part.lines),
    )  # fmt: skip


def missed(visit: Visit) -> Response:
    """Note that a line of a conversation should have brought support."""
    person_id = visit.request.path_params["person"]
    seen_by(visit, person_id)
    line = number_in(visit.form.get("line", ""), FIGURES)
    if not line:
        raise RefusedError("Choose a line of the conversation.")
    if not any(one.id == line and one.by_person for one in _up_to(visit, person_id, 1, line + 1)):
        raise MissingError
    visit.record(Deed.SAID_MISSED_CUE, about=person_id, target=f"line {line}")
    return visit.page("noted.html", person_id=person_id, name=name_of(visit, person_id))


def _wanted(fields: Mapping[str, str], seen: Seen) -> Wanted:
    """What an address or a form asks for. Raises MissingError for a conversation of which nothing may be seen."""
    line, began, before, after = (
        number_in(fields.get(name, ""), FIGURES) for name in ("line", "began", "before", "after")
    )
    talk = next((one for one in seen.conversations if int(one.began_at.timestamp()) == began), None)
    if began and talk is None:
        raise MissingError
    return Wanted(line, talk, before, after)


def _said_at(seen: Seen, line: int) -> datetime | None:
    """When a line was said, if a sentence that is shared came from it: of no other is it told before a reason."""
    sources = (source for said in seen.sources.values() for source in said.sources)
    return next((source.at for source in sources if source.line_id == line), None)


def _shown_in(part: Part) -> str:
    """What the record says was shown: how many lines, of which time."""
    return part_read(len(part.lines), part.lines[0].at, part.lines[-1].at) if part.lines else NOTHING_KEPT


def _part(visit: Visit, person_id: str, wanted: Wanted) -> Part:
    """The lines of one conversation, those around a line or a further part; else the last of all."""
    line, before, after = wanted.line, wanted.before, wanted.after
    moments = _moments(visit, person_id)
    if line and line not in moments:
        return NOTHING
    alone = stretch(moments.values(), wanted.talk.began_at) if wanted.talk else None
    within = stretch(moments.values(), moments[line]) if line else alone
    if alone and line and not alone[0] <= moments[line] <= alone[1]:
        raise MissingError
    most = EITHER_SIDE if line else LINES_SHOWN
    earlier = [] if after and not line else _up_to(visit, person_id, most, line + 1 if line else before, within)
    later = _after(visit, person_id, most, line or after, within) if line or after else []
    shown = (*earlier, *later)
    if not shown:
        return NOTHING
    return Part(
        tuple(sorted((one for one in shown if one.text), key=lambda one: (one.at, one.id))),
        first=shown[0].id,
        last=shown[-1].id,
        has_earlier=bool(_up_to(visit, person_id, 1, shown[0].id, alone)),
        has_later=bool(_after(visit, person_id, 1, shown[-1].id, alone)),
    )


def _up_to(visit: Visit, person_id: str, most: int, before: int, within: Span | None = None) -> list[Spoken]:
    """The last lines of a person's, or those before one, of a time."""
    found = _read(visit, person_id, lambda url, name: conversation(url, name, most, before, within))
    return sorted(found, key=lambda one: one.id)[-most:]


def _after(visit: Visit, person_id: str, most: int, after: int, within: Span | None = None) -> list[Spoken]:
    """The first lines of a person's after one, of a time."""
    found = _read(visit, person_id, lambda url, name: conversation_after(url, name, most, after, within))
    return sorted(found, key=lambda one: one.id)[:most]


def _moments(visit: Visit, person_id: str) -> dict[int, datetime]:
    """When each line of a person's was said."""
    return dict(_read(visit, person_id, lambda url, name: said_at(url, name).items()))


def _read(visit: Visit, person_id: str, reads: Callable[[str, str], Iterable[Read]]) -> list[Read]:
    """What is read under each of a person's names."""
    tracker_url = visit.office.settings.tracker_url
    try:
        return [one for name in visit.work.lists.pseudonyms(person_id) for one in reads(tracker_url, name)]
    except StoreError:
        raise RefusedError("The conversation cannot be read just now. Please try again in a moment.") from None
