"""One row of the signpost registry: what it holds, and how it is made of what a file says about it. Pure.

A row that could not be shown, or would dial another number than it shows, must never come to be.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Optional

from bot.place_settings import UK_AREAS
from bot.safety.hours import Hours, HoursError, hours_from

CLOSED = ", closed now"
ADVICE = "advice"  # the one role that is no crisis line, and stands on no card
EMERGENCY = ("danger", "silent")
ROLES = (
    "danger", "silent", "talk", "listen", "text", "young", "child", "child_adult", "abuse", "abuse_men", "sexual",
    "more", ADVICE,
)  # fmt: skip
KINDS = ("call", "text", "chat", "email")
_PLACE = re.compile(r"\{(\w+)\}")
_NUMBER = re.compile(r"(?<![A-Za-z\d])\d(?:[ .()/-]{0,2}\d)*")
_FEWEST_DIGITS = 3  # fewer are a key to press or an age


class RowError(ValueError):
    """The row is broken; the message says what to correct."""


@dataclass(frozen=True)
class Contact:
    """One way to reach a line: what a person reads, and what a phone dials or a browser opens."""

    shown: str
    dialled: str


@dataclass(frozen=True)
class Signpost:
    """One line or service."""

    id: str
    country: str
    areas: tuple[str, ...]
    role: str
    name: str
    channels: Mapping[str, Contact]
    hours: Hours
    audience: str
    languages: tuple[str, ...]
    deaf_access: str
    cost: str
    crisis: bool
    say: str
    note: str
    unsure: tuple[str, ...]
    source: str
    verified_on: str
    verified_by: str
    review_due: str

    @property
    def sentence(self) -> str:
        """How the row reads on a card, numbers filled in."""
        return _filled("say", self.say, self.channels)

    @property
    def label(self) -> str:
        """Name and first contact, as a link or a list shows them."""
        shown = next((contact.shown for contact in self.channels.values()), "")
        if not shown:
            return self.say
        if shown.replace(" ", "") in self.name.replace(" ", ""):
            return self.name
        return f"{self.name} {shown}"

    @property
    def is_emergency(self) -> bool:
        """Is it a number that nobody may call just to check it?"""
        return self.role in EMERGENCY

    @property
    def mark(self) -> str:
        """A mark of what somebody checks who calls the line: with another number or other hours it is another mark."""
        ways = (sorted(self.channels.items()), self.deaf_access, self.say, self.note)
        checked = (self.country, self.areas, self.name, ways, self.hours)
        return hashlib.sha256(repr(checked).encode()).hexdigest()[:12]

    def open_at(self, moment: datetime) -> Optional[bool]:
        """Whether somebody answers at that (zone-aware) moment; None where the hours are not known."""
        return self.hours.open_at(moment)

    def overdue(self, today: date) -> bool:
        return date.fromisoformat(self.review_due) < today


_LISTS = ("areas", "languages", "unsure")
_FROM_FILE = frozenset(field.name for field in fields(Signpost)) | {"zone"}


def row_from(raw: Mapping[str, Any]) -> Signpost:
    """The row that a file's entry describes. Raises RowError with a sentence for whoever wrote the entry."""
    unknown = sorted(str(name) for name in set(raw) - _FROM_FILE)
    missing = sorted(_FROM_FILE - set(raw))
    if unknown or missing:
        raise RowError(f"it has no {', '.join(missing)}" if missing else f"{', '.join(unknown)} is nothing it may hold")
    lists = {name: _texts(name, raw[name]) for name in _LISTS}
    words = {name: _text(raw[name]) for name in _FROM_FILE - {*_LISTS, "channels", "hours", "zone", "crisis"}}
    try:
        hours = hours_from(raw["hours"], _text(raw["zone"]))
    except HoursError as error:
        raise RowError(str(error)) from None
    channels = _channels(raw["channels"])
    words["deaf_access"] = _filled("deaf_access", words["deaf_access"], channels)
    row = Signpost(**words, **lists, channels=channels, hours=hours, crisis=raw["crisis"] is True)  # type: ignore[arg-type]  # by name
    _check(row)
    return row


def _check(row: Signpost) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", row.id):
        raise RowError("its id must be small letters, digits and underscores")
    if row.role not in ROLES:
        raise RowError(f"role must be one of {', '.join(ROLES)}")
    if not row.crisis and row.role != ADVICE:
        raise RowError(f"a line that is no crisis line must have the role {ADVICE}")
    if not row.name:
        raise RowError("it has no name")
    if not re.fullmatch(r"([A-Z]{2})?", row.country):
        raise RowError("country must be two capital letters, such as GB")
    if row.country == "GB" and not set(row.areas) <= set(UK_AREAS):
        raise RowError(f"areas must be some of {', '.join(UK_AREAS)}")
    _filled("say", row.say, row.channels)
    _check_numbers(row)
    _check_date("review_due", row.review_due)
    if row.verified_on:
        _check_date("verified_on", row.verified_on)


def _filled(name: str, words: str, channels: Mapping[str, Contact]) -> str:
    """Words with the displayed form of a channel in each place. Raises RowError where that cannot be."""
    if not set(_PLACE.findall(words)) <= set(channels):
        raise RowError(f"{name} names a channel that the row does not have")
    if re.search(r"[{}]", _PLACE.sub("", words)):
        raise RowError(f"{name} has a brace that is no channel")
    return _PLACE.sub(lambda place: channels[place[1]].shown, words)


def _check_numbers(row: Signpost) -> None:
    """A number that a person reads in the words of a row must be one that the row dials."""
    dialled = {_digits(contact.shown) for contact in row.channels.values()}
    for name, words in (("name", row.name), ("say", _PLACE.sub("", row.say)), ("note", row.note)):
        for number in _NUMBER.findall(words):
            if len(_digits(number)) >= _FEWEST_DIGITS and _digits(number) not in dialled:
                raise RowError(f"the number {number} in {name} is none of its channels")


def _check_date(name: str, written: str) -> None:
    try:
        date.fromisoformat(written)
    except ValueError:
        raise RowError(f"{name} must be a date such as 2027-05-22") from None


def _channels(raw: object) -> dict[str, Contact]:
    if not isinstance(raw, Mapping) or not set(raw) <= set(KINDS):
        raise RowError(f"channels may hold only {', '.join(KINDS)}")
    return {str(kind): _contact(str(kind), written) for kind, written in raw.items()}


def _contact(kind: str, written: object) -> Contact:
    """A contact from `{shown, dialled}`, or from what is shown alone."""
    given = written if isinstance(written, Mapping) else {"shown": written}
    shown = _text(given.get("shown"))
    dialled = _text(given.get("dialled")) or _dialled(kind, shown)
    if kind in ("call", "text") and (not _digits(shown) or _digits(shown) != dialled):
        raise RowError(f"the digits of {kind} are not the same shown and dialled")
    if kind == "chat" and not dialled.startswith("https://"):
        raise RowError("chat must be an address that starts with https://")
    if kind == "email" and "@" not in dialled:
        raise RowError("email must be an address")
    return Contact(shown, dialled)


def _dialled(kind: str, shown: str) -> str:
    if kind in ("call", "text"):
        return _digits(shown)
    return f"https://{shown}" if kind == "chat" and shown else shown


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _texts(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        raise RowError(f"{name} must be a list")
    return tuple(_text(item) for item in value)


def _text(value: object) -> str:
    """One line of text; a date that YAML has read as such is written again."""
    return "" if value is None else " ".join(str(value).split())
