"""The places whose lines of help somebody may choose, by the name under which they are offered. Pure.

A place is offered only where the registry has lines of its own for it; "somewhere else" has those of the whole world.
"""

from __future__ import annotations

from typing import Optional

from bot.place_settings import UK_AREAS
from bot.safety.places import Place, place_from
from bot.safety.signposts import Registry, all_rows, registry
from bot.settings import Service

ELSEWHERE = "Somewhere else"
COUNTRIES = {"IE": "Ireland", "US": "USA", "CA": "Canada", "AU": "Australia", "NZ": "New Zealand"}
UK = "All of the UK"


def offered() -> dict[str, tuple[str, str]]:
    """Country and area of every place, by name, in the order in which they are offered."""
    known = {row.country for row in all_rows()}
    areas = {area: ("GB", area) for area in UK_AREAS if "GB" in known}
    return {**areas, **{name: (code, "") for code, name in COUNTRIES.items() if code in known}, ELSEWHERE: ("", "")}


def name_of(here: Registry) -> str:
    """What a place is called."""
    if here.country == "GB":
        return here.area or UK
    return COUNTRIES.get(here.country, here.country) or ELSEWHERE


def place_of(name: str) -> Optional[Place]:
    """The place of that name, None for a name that nobody was offered."""
    found = {UK: ("GB", ""), **offered()}.get(name)
    return Place(*found) if found else None


def name_chosen(told: object) -> str:
    """The name of the place that was kept under this key with a message; empty where there is none."""
    place = place_from(told)
    return name_of(registry(place.country, place.area)) if place else ""


def chosen(name: str | None, service: Service) -> Registry:
    """The lines of the place that somebody named, else those of the service's own."""
    return registry(*offered().get(name or "", (service.country, service.area)))
