"""How an entry of the record reads: the short names that are kept in it, in plain words. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timezone

from bot.store.repositories.audit import Deed

WHY = {
    "not so": "It could not be done as it was sent",
    "not there": "There is no such thing",
    "not their role": "Their role does not open it",
    "not our form": "The form was too old, or not ours",
    "not a form": "What came was no form of ours",
    "session over": "They were signed out",
    "from another site": "It came from another site",
}
PLACES = {
    "home": "the first page",
    "address": "an address",
    "sign-out": "signing out",
    "account": "their own login",
    "account/password": "changing their password",
    "account/codes": "codes from an app",
    "queue": "the queue",
    "find": "finding a person",
    "alert": "an alert",
    "alert/acknowledge": "acknowledging an alert",
    "alert/close": "closing an alert",
    "alert/note": "a note on an alert",
    "alert/judge": "what Cairn got right or wrong",
    "person": "a person’s page",
    "person/export": "taking a page away",
    "person/transcript": "the page that asks for a reason to read a conversation",
    "person/missed": "a missed cue",
    "service": "the figures of the service",
    "signposts": "the lines of help",
    "signposts/verify": "verifying a line of help",
    "audit": "the record",
    "audit/verify": "checking the record",
    "logins": "the logins",
    "logins/add": "a new login",
    "logins/change": "changing a login",
    "logins/password": "a new password for a login",
    "logins/let-in": "letting a login in again",
}
NO_REASON = "conversation without a reason"
NOTHING_KEPT = "nothing kept"
_PART = re.compile(r"(\d+ lines?), (\S+) to (\S+)")
_MINUTE = "%Y-%m-%dT%H:%M%z"


def part_read(count: int, first: datetime, last: datetime) -> str:
    """What is kept of it that so many lines of this time were read."""
    moments = (at.astimezone(timezone.utc).strftime(_MINUTE) for at in (first, last))
    return f"{count} line{'' if count == 1 else 's'}, {' to '.join(moments)}"


def in_words(what: str, target: str, lines: Mapping[str, str], moment: Callable[[datetime], str]) -> str:
    """What a deed was done to. `lines` are the names of the lines of help by their ids, `moment` says a time."""
    if what == Deed.REFUSED:
        return _refused(target)
    if what == Deed.VIEWED:
        return PLACES.get(target, target)
    if what == Deed.SAW_ASK:
        return f"in {PLACES.get(target, target)}"
    if what == Deed.VERIFIED_LINE:
        name, comma, rest = target.removeprefix("line ").partition(",")
        return f"{lines[name]}{comma}{rest}" if name in lines else target
    if what == Deed.READ_TRANSCRIPT and target:
        return _read(target, moment)
    if what == Deed.SAID_MISSED_CUE and target:
        return f"{target} of the conversation"
    return target


def _read(target: str, moment: Callable[[datetime], str]) -> str:
    """Which part of a conversation was read. Older entries name a line."""
    found = _PART.fullmatch(target)
    if target == NOTHING_KEPT:
        return "nothing of it is kept"
    if found is None:
        return f"around {target} of it"
    first, last = (moment(datetime.strptime(at, _MINUTE)) for at in found.groups()[1:])
    return f"{found[1]}, {first}" if first == last else f"{found[1]}, from {first} to {last}"


def _refused(target: str) -> str:
    if target == NO_REASON:
        return "A conversation without a reason that could be taken"
    why, _, asked = target.partition(": ")
    place, _, number = asked.partition(" ")
    return f"{WHY[why]}: {PLACES.get(place, place)}{f', {number}' if number else ''}" if why in WHY else target
