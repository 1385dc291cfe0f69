"""How the lines of help of a place read in a text, numbers filled in. Pure but for the registry, which is in memory.

No text names a number in any other way. Lines that are closed at the moment stand last and are called so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timezone
from functools import lru_cache
from pathlib import Path
from typing import Optional

from bot.safety.signpost_rows import CLOSED, Signpost
from bot.safety.signposts import Registry, all_rows, open_first, registry
from bot.settings import service_file

_ROLES = {
    "emergency": ("danger",),
    "talk": ("talk", "listen"),
    "samaritans": ("listen",),
    "more": ("silent", "more", "young", "child", "abuse", "abuse_men", "sexual", "child_adult"),
}
_MAIN = ("talk", "listen", "text")
_FEW = 3  # lines; where there are fewer beside the card's, the card's are told again with all their ways


def roles_of(places: Iterable[str]) -> tuple[str, ...]:
    """The registry roles behind the places of a text, each once, in the order of the text."""
    return tuple(dict.fromkeys(role for place in places for role in _ROLES.get(place, (place,))))


def has_few_more(here: Registry) -> bool:
    """Whether a place has hardly any lines beside those that stand on its card."""
    return len(here.role(*_ROLES["more"])) < _FEW


def numbers(country: str, area: str, at: Optional[datetime] = None) -> Mapping[str, str]:
    """Place name → words with the number, for every text that names a line.

    In a country without Samaritans, that place names the line which listens there. Lines that are closed at the moment
    stand last and are called so.
    """
    closed = registry(country, area).closed(at or datetime.now(timezone.utc))
    return _numbers(service_file(), country, area, closed)


@lru_cache(maxsize=64)
def _numbers(_service: Path, country: str, area: str, closed: frozenset[str]) -> Mapping[str, str]:
    here = registry(country, area)
    listen = here.role("listen")[0]
    emergency = here.role("danger")[0]
    named = {row.id: row.label for row in here.rows}
    return (
        named
        | {
            "emergency": _first_contact(emergency),
            "samaritans": listen.label,
            "listen": _sentences(here.role("listen"), closed),
            "danger": " or ".join(row.sentence for row in here.role("danger")),
            "talk": _sentences(here.role("talk", "listen"), closed),
            "more": _more(here, closed),
            "ways": _ways(here),
            "abuse": _sentences(here.role("abuse"), closed) or _by_area(here, "abuse"),
        }
        | {
            role: _sentences(here.role(role), closed)
            for role in ("text", "silent", "child", "child_adult", "young", "sexual", "abuse_men")
        }
    )


def _sentences(rows: tuple[Signpost, ...], closed: frozenset[str]) -> str:
    parts = [row.sentence + _closed(row, closed) for row in open_first(rows, closed) if row.say]
    return " ".join(part[0].upper() + part[1:] + "." for part in parts)


def _closed(row: Signpost, closed: frozenset[str]) -> str:
    return CLOSED if row.id in closed else ""


def _first_contact(row: Signpost) -> str:
    return next((contact.shown for contact in row.channels.values()), row.sentence)


def _by_area(here: Registry, role: str) -> str:
    rows = [row for row in all_rows() if row.country == here.country and row.areas and row.role == role]
    return " ".join(f"{' and '.join(row.areas)}: {_first_contact(row)}." for row in rows)


def _more(here: Registry, closed: frozenset[str]) -> str:
    rows = open_first(here.role(*_ROLES["more"]), closed)
    return "\n".join(f"{row.sentence}." if row.role == "silent" else row.label + _closed(row, closed) for row in rows)


def _ways(here: Registry) -> str:
    """The ways to reach the lines of the card that the card itself does not name, one on each line."""
    return "\n".join(
        f"{row.name} {contact.shown}" + (f". {row.note}" if row.note else "")
        for row in here.role(*_MAIN)
        for contact in row.channels.values()
        if contact.shown not in row.sentence
    )
