"""A person's conversation, a page at a time, behind a written reason; and the note that a cue was missed in it.

Each page that is opened is on record with its reason. It holds more than a person shares.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from starlette.responses import Response

from bot.store import StoreError
from bot.store.repositories.audit import Deed
from bot.store.staff_reading import Spoken, conversation, conversation_after
from bot.summaries.lines import BROUGHT_BY_A_CUE
from bot.web.staff.forms import too_long
from bot.web.staff.office import MissingError, RefusedError, Visit, number_in
from bot.web.staff.people import name_of, seen_by

LINES_SHOWN = 200
EITHER_SIDE = LINES_SHOWN // 2  # lines before the one that somebody comes for, and after it
SHORTEST_REASON = 10  # characters
NO_REASON = "Please write a reason of a few words. Nothing was opened."
FIGURES = 14  # of the number of a line


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


def page(visit: Visit) -> Response:
    """Ask for a reason; with one, show the part of the conversation that was asked for, and mark the line."""
    person_id = visit.request.path_params["person"]
    seen_by(visit, person_id)
    name, reason = name_of(visit, person_id), visit.form.get("reason", "").strip()
    if visit.request.method == "GET":
        line = number_in(visit.request.query_params.get("line", ""), FIGURES)
        visit.record(Deed.VIEWED, about=person_id, target="person/transcript")
        return visit.page("reason.html", person_id=person_id, name=name, reason="", trouble="", line=line)
    line = number_in(visit.form.get("line", ""), FIGURES)
    trouble = too_long(reason) if len(reason) >= SHORTEST_REASON else NO_REASON
    if trouble:
        visit.record(Deed.REFUSED, about=person_id, target="conversation without a reason")
        return visit.page("reason.html", 400, person_id=person_id, name=name, reason=reason, trouble=trouble, line=line)
    visit.record(Deed.READ_TRANSCRIPT, about=person_id, target=f"line {line}" if line else "", note=reason)
    part = _part(visit, person_id, line)
    is_there = any(one.id == line for one in part.lines)
    days = part.days(visit.office.pages.today)
    return visit.page(
        "transcript.html", person_id=person_id, name=name, part=part, days=days, reason=reason, line=line,
        is_there=is_there,
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


def _part(visit: Visit, person_id: str, line: int) -> Part:
    """The lines around one, or before or after one, or the last."""
    before, after = (number_in(visit.form.get(name, ""), FIGURES) for name in ("before", "after"))
    most = EITHER_SIDE if line else LINES_SHOWN
    earlier = [] if after and not line else _up_to(visit, person_id, most + 1, line + 1 if line else before)
    later = _after(visit, person_id, most + 1, line or after) if line or after else []
    shown = (*earlier[-most:], *later[:most])
    return Part(
        tuple(sorted((one for one in shown if one.text), key=lambda one: (one.at, one.id))),
        first=shown[0].id if shown else 0,
        last=shown[-1].id if shown else 0,
        has_earlier=bool(after) or len(earlier) > most,
        has_later=bool(before) or len(later) > most,
    )


def _up_to(visit: Visit, person_id: str, most: int, before: int) -> list[Spoken]:
    """The last lines of a person's, or those before one."""
    return _read(visit, person_id, lambda url, name: conversation(url, name, most, before))[-most:]


def _after(visit: Visit, person_id: str, most: int, after: int) -> list[Spoken]:
    """The first lines of a person's after one."""
    return _read(visit, person_id, lambda url, name: conversation_after(url, name, most, after))[:most]


def _read(visit: Visit, person_id: str, reads: Callable[[str, str], tuple[Spoken, ...]]) -> list[Spoken]:
    """What is read of each conversation of a person, as it was said."""
    tracker_url = visit.office.settings.tracker_url
    try:
        found = [one for name in visit.work.lists.pseudonyms(person_id) for one in reads(tracker_url, name)]
    except StoreError:
        raise RefusedError("The conversation cannot be read just now. Please try again in a moment.") from None
    return sorted(found, key=lambda one: one.id)
