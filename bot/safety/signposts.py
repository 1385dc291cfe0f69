"""The signpost registry: which lines there are for a place, and which of them answer at a moment.

The built-in file signposts.yml is the only place in the project where a number stands; a service adds or replaces rows
in its own service.yml. One country's numbers must never be offered to another.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Optional

from bot.safety.signpost_files import Loaded, load
from bot.safety.signpost_rows import Signpost
from bot.settings import service_file

log = logging.getLogger(__name__)
EVERYWHERE = ("danger", "listen")  # roles that every place has, if only with the lines of the whole world
MORE = "more"  # the role under which a country with lines of its own has the directory of the whole world


@dataclass(frozen=True)
class Registry:
    """The rows that hold for one place, in the order of the file."""

    country: str
    area: str
    rows: tuple[Signpost, ...]

    def role(self, *roles: str) -> tuple[Signpost, ...]:
        """The rows with one of these roles, in the order asked for."""
        return tuple(row for role in roles for row in self.rows if row.role == role)

    def row(self, identifier: str) -> Optional[Signpost]:
        return next((row for row in self.rows if row.id == identifier), None)

    def closed(self, moment: datetime) -> frozenset[str]:
        """The ids of the lines at which nobody answers at that moment."""
        return frozenset(row.id for row in self.rows if row.open_at(moment) is False)


def open_first(rows: Iterable[Signpost], closed: frozenset[str]) -> tuple[Signpost, ...]:
    """Rows in their own order, those that are closed after the others."""
    return tuple(sorted(rows, key=lambda row: row.id in closed))


def registry(country: str, area: str) -> Registry:
    """The registry of a place. An unknown country has only the local emergency number and the world directory."""
    return _registry(service_file(), country, area)


def all_rows() -> tuple[Signpost, ...]:
    """Every row of every place. Raises RegistryError when the built-in file is broken."""
    return _loaded(service_file()).rows


def troubles() -> tuple[str, ...]:
    """What is wrong in the service's own rows, a sentence each."""
    return _loaded(service_file()).troubles


@lru_cache(maxsize=64)
def _registry(service: Path, country: str, area: str) -> Registry:
    rows = _loaded(service).rows
    known = country.upper() if any(row.country == country.upper() for row in rows) and country else ""
    areas = (a for row in rows if known and row.country == known for a in row.areas)
    place = next((a for a in areas if a.casefold() == area.strip().casefold()), "")
    here = tuple(row for row in rows if row.country == known and (not row.areas or place in row.areas))
    world = tuple(row for row in rows if not row.country)
    lacking = {role for role in EVERYWHERE if not any(row.role == role for row in here)}
    if not known:
        return Registry(known, place, world)
    world = tuple(row if row.role in lacking else replace(row, role=MORE) for row in world)
    return Registry(known, place, here + tuple(row for row in world if row.channels or row.role in lacking))


@lru_cache(maxsize=4)
def _loaded(service: Path) -> Loaded:
    """The rows, read once in the life of a process. Other rows, or none, would have to be read while somebody waits."""
    found = load(service)
    for trouble in found.troubles:
        log.warning("%s", trouble)
    return found
