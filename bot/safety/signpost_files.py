"""The files that the signpost registry is made of: the built-in one, a service's own rows, and who has verified them.

The built-in file must be sound. Whatever is wrong in a service's files costs only the entry that is wrong: the built-in
row stands in its place, and the trouble is told to whoever runs Cairn.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.safety.signpost_rows import RowError, Signpost, row_from

BUILT_IN = Path(__file__).with_name("signposts.yml")
SECTION = "signposts"  # of service.yml
VERIFIED = "signposts-verified.yml"  # beside service.yml; written by `cairn signposts verify`
_OWN_ROW: Mapping[str, Any] = {
    "areas": [], "channels": {}, "zone": "Europe/London", "hours": "unknown", "audience": "anyone",
    "languages": ["English"], "deaf_access": "", "cost": "", "crisis": True, "note": "", "unsure": [],
    "source": "the service",
}  # fmt: skip
# What other rows and the layout of a card rely on: another role or country is another row.
_FIXED = ("role", "country", "crisis")
_HEADING = (
    "# Who has called each line of help and found it right. Written by `cairn signposts verify`.\n"
    "# `of` marks the details that were checked: a row with another number or other hours counts as unverified.\n"
)


class RegistryError(ValueError):
    """A registry file is broken; the message names the row and what to correct."""


@dataclass(frozen=True)
class Loaded:
    """All rows, and what was wrong in a service's own files."""

    rows: tuple[Signpost, ...]
    troubles: tuple[str, ...] = ()


def load(service: Path) -> Loaded:
    """The rows of the built-in file with those of a service file and its verifications.

    Raises RegistryError only where the built-in file is broken.
    """
    built_in = _entries(BUILT_IN)
    rows = {identifier: _built(identifier, raw) for identifier, raw in built_in.items()}
    own, troubles = _own(service, built_in)
    verified, more = _verified(service.with_name(VERIFIED), {**rows, **own})
    return Loaded(tuple(verified.values()), (*troubles, *more))


def read(path: Path) -> tuple[Signpost, ...]:
    """The rows of a registry file. Raises RegistryError, naming the row."""
    return tuple(_built(identifier, raw) for identifier, raw in _entries(path).items())


def record(service: Path, row: Signpost, by: str, on: date, due: date) -> Path:
    """Note beside the service file that somebody has verified a row. Out: the file. Raises RegistryError, OSError."""
    path = service.with_name(VERIFIED)
    entries = _yaml(path) if path.exists() else {}
    if not isinstance(entries, dict):
        raise RegistryError(f"{path.name} is broken: correct or remove it first.")
    noted = {"verified_on": on.isoformat(), "verified_by": by, "review_due": due.isoformat(), "of": row.mark}
    entries = {**entries, row.id: noted}
    beside = path.with_suffix(".new")
    beside.write_text(_HEADING + yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    os.replace(beside, path)
    return path


def _entries(path: Path) -> dict[str, Mapping[str, Any]]:
    try:
        entries = {raw["id"]: raw for raw in _yaml(path)["rows"]}
        if len(entries) == len(_yaml(path)["rows"]):
            return entries
    except (KeyError, TypeError) as error:
        raise RegistryError(f"{path.name} cannot be read: {error}") from None
    raise RegistryError(f"{path.name} uses one id twice.")


def _built(identifier: str, raw: Mapping[str, Any]) -> Signpost:
    try:
        return row_from(raw)
    except RowError as error:
        raise RegistryError(f"Row {identifier} is broken: {error}.") from None


def _own(service: Path, built_in: Mapping[str, Mapping[str, Any]]) -> tuple[dict[str, Signpost], list[str]]:
    """The rows a service adds or replaces, and what is wrong with the others."""
    rows: dict[str, Signpost] = {}
    troubles: list[str] = []
    try:
        content = _yaml(service) if service.exists() else None
        entries = content.get(SECTION) if isinstance(content, Mapping) else None
    except RegistryError as error:
        return {}, [f"{error} The built-in lines are shown."]
    if not isinstance(entries or [], list):
        return {}, [f"{SECTION} in {service.name} must be a list. The built-in lines are shown."]
    for entry in entries or []:
        identifier = str(entry.get("id") or "") if isinstance(entry, Mapping) else ""
        try:
            if not identifier or identifier in rows:
                raise RowError("every entry needs an id of its own")
            rows[identifier] = _own_row(entry, built_in.get(identifier))
        except RowError as error:
            stands = "the built-in row is shown" if identifier in built_in else "it is not shown"
            troubles.append(f"{SECTION} in {service.name}: {identifier or 'a row'}: {error}; {stands}.")
    return rows, troubles


def _own_row(entry: Mapping[str, Any], built_in: Mapping[str, Any] | None) -> Signpost:
    """The row of a service's entry. Nobody has verified it, unless the entry itself says so and until when."""
    unverified = {"verified_on": "", "verified_by": ""}
    if entry.get("verified_on") and not entry.get("review_due"):
        raise RowError("with verified_on it needs review_due")
    if built_in is None:
        return row_from({**_OWN_ROW, **unverified, "say": _say(entry), "review_due": date.max.isoformat(), **entry})
    changed = [name for name in _FIXED if entry.get(name, built_in[name]) != built_in[name]]
    if changed:
        raise RowError(f"{', '.join(changed)} of a built-in row cannot be changed: add a row with another id")
    return row_from({**built_in, **unverified, **entry})


def _say(entry: Mapping[str, Any]) -> str:
    """How a row of a service reads on the card where its entry does not say: its name and the first way to reach it."""
    channels = entry.get("channels")
    if entry.get("role") in ("more", "advice") or not isinstance(channels, Mapping) or not channels:
        return ""
    return f"{entry.get('name', '')} {{{next(iter(channels))}}}"


def _verified(path: Path, rows: Mapping[str, Signpost]) -> tuple[dict[str, Signpost], list[str]]:
    """The rows with who has verified them, as far as that was said of the row as it is now."""
    try:
        entries = _yaml(path) if path.exists() else {}
    except RegistryError as error:
        return dict(rows), [str(error)]
    if not isinstance(entries, Mapping):
        return dict(rows), [f"{path.name} cannot be read: it must name rows."]
    found: dict[str, Signpost] = {}
    troubles: list[str] = []
    for identifier, row in rows.items():
        found[identifier] = row
        noted = entries.get(identifier)
        if isinstance(noted, Mapping) and noted.get("of") == row.mark:
            found[identifier] = _with(row, noted)
        elif noted is not None:
            troubles.append(f"{path.name}: {identifier} was verified with other details: verify it again.")
    return found, troubles


def _with(row: Signpost, noted: Mapping[str, Any]) -> Signpost:
    try:
        due = date.fromisoformat(str(noted["review_due"]))
        on = date.fromisoformat(str(noted["verified_on"]))
    except (KeyError, ValueError):
        return row
    return replace(
        row, verified_on=on.isoformat(), verified_by=str(noted.get("verified_by") or ""), review_due=due.isoformat()
    )


def _yaml(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise RegistryError(f"{path.name} cannot be read ({type(error).__name__}).") from None
