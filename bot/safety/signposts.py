"""The signpost registry: which lines exist for a place, when they are open, and how their numbers are shown.

It reads signposts.yml, the only place where a number stands, and must never offer one country's numbers to another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

FILE = Path(__file__).with_name("signposts.yml")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_MINUTES = 24 * 60
WEEK_MINUTES = 7 * DAY_MINUTES
_DAILY = re.compile(r"(\w{3})(?:-(\w{3}))? (\d\d):(\d\d)-(\d\d):(\d\d)")
_SPAN = re.compile(r"(\w{3}) (\d\d):(\d\d) to (\w{3}) (\d\d):(\d\d)")


class RegistryError(ValueError):
    """The registry file is broken; the message names the row and what to correct."""


@dataclass(frozen=True)
class Contact:
    """One way to reach a line: what a person reads, and what a phone dials or a browser opens."""

    shown: str
    dialled: str


@dataclass(frozen=True)
class Signpost:
    """One line or service. `spans` are (start, end) in minutes of its own week; None means the hours are unknown."""

    id: str
    country: str
    areas: tuple[str, ...]
    role: str
    name: str
    channels: Mapping[str, Contact]
    zone: str
    always: bool
    spans: tuple[tuple[int, int], ...] | None
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
        return self.say.format(**{kind: contact.shown for kind, contact in self.channels.items()})

    @property
    def label(self) -> str:
        """Name and first contact, as a link or a list shows them."""
        shown = next((contact.shown for contact in self.channels.values()), "")
        if not shown:
            return self.say
        if shown.replace(" ", "") in self.name.replace(" ", ""):
            return self.name
        return f"{self.name} {shown}"

    def open_at(self, moment: datetime) -> bool | None:
        """Whether somebody answers at that (zone-aware) moment; None where the hours are not known."""
        if self.always or self.spans is None:
            return True if self.always else None
        local = moment.astimezone(ZoneInfo(self.zone))
        minute = local.weekday() * DAY_MINUTES + local.hour * 60 + local.minute
        return any(start <= at < end for start, end in self.spans for at in (minute, minute + WEEK_MINUTES))

    def overdue(self, today: date) -> bool:
        return date.fromisoformat(self.review_due) < today


@dataclass(frozen=True)
class Registry:
    """The rows that hold for one place, in the order of the file."""

    country: str
    area: str
    rows: tuple[Signpost, ...]

    def role(self, *roles: str) -> tuple[Signpost, ...]:
        """The rows with one of these roles, in the order asked for."""
        return tuple(row for role in roles for row in self.rows if row.role == role)

    def row(self, identifier: str) -> Signpost | None:
        return next((row for row in self.rows if row.id == identifier), None)

    def open_first(self, moment: datetime) -> tuple[Signpost, ...]:
        """All rows, lines that are closed at the moment after the others."""
        return tuple(sorted(self.rows, key=lambda row: row.open_at(moment) is False))


@lru_cache(maxsize=64)
def registry(country: str, area: str) -> Registry:
    """The registry of a place. An unknown country has only the local emergency number and the world directory."""
    rows = all_rows()
    known = country.upper() if any(row.country == country.upper() for row in rows) and country else ""
    place = next((a for row in rows for a in row.areas if a.casefold() == area.strip().casefold()), "")
    here = tuple(row for row in rows if row.country == known and (not row.areas or place in row.areas))
    return Registry(known, place, here)


@lru_cache(maxsize=1)
def all_rows() -> tuple[Signpost, ...]:
    """Every row of the built-in file. Raises RegistryError when it is broken."""
    return read(FILE)


def read(path: Path) -> tuple[Signpost, ...]:
    """The rows of a registry file. Raises RegistryError, naming the row."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        rows = tuple(_row(raw) for raw in content["rows"])
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise RegistryError(f"{path.name} cannot be read: {error}") from error
    if len({row.id for row in rows}) != len(rows):
        raise RegistryError(f"{path.name} uses one id twice.")
    return rows


def _row(raw: dict[str, Any]) -> Signpost:
    values = dict(raw)
    identifier = values.get("id")
    try:
        hours = values.pop("hours")
        channels = {kind: Contact(**contact) for kind, contact in dict(values.pop("channels")).items()}
        lists: dict[str, Any] = {name: tuple(values.pop(name)) for name in ("areas", "languages", "unsure")}
        return Signpost(**values, **lists, channels=channels, always=hours == "always", spans=_spans(hours))
    except (KeyError, TypeError, ValueError) as error:
        raise RegistryError(f"Row {identifier} is broken: {error}") from error


def _spans(hours: object) -> tuple[tuple[int, int], ...] | None:
    if not isinstance(hours, list):
        return None
    return tuple(span for text in hours for span in _parse_span(str(text)))


def _parse_span(text: str) -> list[tuple[int, int]]:
    if match := _SPAN.fullmatch(text):
        first, h1, m1, last, h2, m2 = match.groups()
        start, end = _minute(first, h1, m1), _minute(last, h2, m2)
        return [(start, end if end > start else end + WEEK_MINUTES)]
    match = _DAILY.fullmatch(text)
    if not match:
        raise ValueError(f"hours {text!r} are not understood")
    first, last, h1, m1, h2, m2 = match.groups()
    days = range(DAYS.index(first), DAYS.index(last or first) + 1)
    spans = [(_minute(DAYS[day], h1, m1), _minute(DAYS[day], h2, m2)) for day in days]
    return [(start, end if end > start else end + DAY_MINUTES) for start, end in spans]


def _minute(day: str, hours: str, minutes: str) -> int:
    return int(timedelta(days=DAYS.index(day), hours=int(hours), minutes=int(minutes)).total_seconds() // 60)
