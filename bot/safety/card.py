"""The support texts: the card, the short question, and the words around them, numbers filled in from the registry.

Everything is read when the module is imported, so that a card needs nothing but this process. It must never depend on a
database, a network, a model or on what a person wrote.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import lru_cache
from pathlib import Path
from typing import Optional

import yaml

from bot.safety.signpost_rows import CLOSED, Signpost
from bot.safety.signposts import Registry, all_rows, open_first, registry
from bot.settings import ROOT, service_file

FILE = ROOT / "data" / "responses" / "support.yml"
SUPPORT_NOW = "Support now"
# Families whose danger is nearest speak first when a message holds several.
URGENT_FIRST = (
    "overdose", "child", "abuse", "harm_others", "voices", "unsafe", "plan", "wish_to_die", "self_harm",
    "eating", "substance", "someone_else", "passive", "end",
)  # fmt: skip
_ROLES = {
    "emergency": ("danger",),
    "talk": ("talk", "listen"),
    "samaritans": ("listen",),
    "more": ("silent", "more", "young", "child", "abuse", "abuse_men", "sexual", "child_adult"),
}
_PLACE = re.compile(r"\{(\w+)\}")
_SOMEONE = re.compile(
    r"\b(mum|mam|mom|dad|sister|brother|nan|gran|grandad|aunt|auntie|uncle|friend|mate|neighbour|flatmate|nurse"
    r"|support worker|social worker|key worker|carer|doctor|gp)(?:'?s)?\b",
    re.IGNORECASE,
)
_HERE = (
    ("who", re.compile(r"\b(who (reads|sees|knows)|are you (real|a (person|human|bot|robot))|have you told)\b", re.I)),
    ("called", re.compile(r"\b(calling|ringing|phoning|called|rang|phoned|texted|on the phone)\b", re.I)),
    ("alone", re.compile(r"\b(no ?one|nobody|on my own|all alone|by myself)\b", re.I)),
    ("thanks", re.compile(r"^\W*(ok(ay)?[, ]+)?(thanks?|thank you|thankyou|ta|cheers)\b", re.I)),
)  # fmt: skip


class SupportTextError(RuntimeError):
    """support.yml is missing or broken: the process must not start without its card."""


@dataclass(frozen=True)
class SupportMessage:
    """One static text to show. `id` names the exact words; `signposts` are the registry rows they show."""

    id: str
    text: str
    buttons: tuple[str, ...]
    signposts: tuple[str, ...]
    layout: str


@dataclass(frozen=True)
class _Wording:
    text: str
    buttons: tuple[str, ...]


def _load() -> dict[str, tuple[_Wording, ...]]:
    try:
        responses = yaml.safe_load(FILE.read_text(encoding="utf-8"))["responses"]
        return {
            key: tuple(_Wording(item["text"], tuple(b["title"] for b in item.get("buttons", ()))) for item in wordings)
            for key, wordings in responses.items()
        }
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise SupportTextError(f"{FILE.name} cannot be read: {error}") from error


_WORDINGS = _load()
all_rows()  # the lines of help too are read before anybody needs them
VERSION = hashlib.sha256(FILE.read_bytes()).hexdigest()[:8]


def support_message(
    layout: str,
    families: tuple[str, ...],
    *,
    country: str,
    area: str,
    shown_before: int,
    asked_for: bool = False,
    at: Optional[datetime] = None,
) -> SupportMessage:
    """The card or the short question for these families; shorter and in other words from the second one on.

    `at` is the moment for which lines are called closed; now, where it is not given.
    """
    if asked_for:
        return _message("utter_support_asked", "card", country, area, at=at)
    if layout == "ask":
        return _message(_key("utter_support_ask", families), "ask", country, area, shown_before, at=at)
    if shown_before <= 0:
        return _message(_key("utter_support_card", families), "card", country, area, at=at)
    return _message(_key("utter_support_again", families), "card", country, area, shown_before - 1, at=at)


def fallback_message(*, country: str = "GB", area: str = "", turn: int = 0) -> SupportMessage:
    """What is said when nothing else could answer: honest, with the way to support."""
    return _message("utter_support_fallback", "fallback", country, area, turn)


def still_here_message(
    text: str, *, country: str = "GB", area: str = "", turn: int = 0, families: tuple[str, ...] = ()
) -> SupportMessage:
    """A short human answer to anything written while the card waits. No word of `text` is repeated but a role."""
    kind = next((name for name, pattern in _HERE if pattern.search(text[:400])), "")
    someone = _SOMEONE.search(text[:400])
    near_home = {"abuse", "child", "harm_others"} & set(families)
    if someone and not near_home and kind in ("", "thanks"):
        person = f"your {someone.group(1).lower()}".replace("your gp", "your GP")
        return _message("utter_support_here_someone", "here", country, area, turn, extra={"someone": person})
    return _message(f"utter_support_here_{kind}" if kind else "utter_support_here", "here", country, area, turn)


def text_message(key: str, *, country: str = "GB", area: str = "", turn: int = 0) -> SupportMessage:
    """Any other text of support.yml by its key, such as `utter_support_more`. Raises KeyError for an unknown one."""
    return _message(key, key.removeprefix("utter_").removeprefix("support_"), country, area, turn)


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
            "danger": emergency.sentence,
            "talk": _sentences(here.role("talk", "listen"), closed),
            "more": _more(here, closed),
            "abuse": _sentences(here.role("abuse"), closed) or _by_area(here, "abuse"),
        }
        | {
            role: _sentences(here.role(role), closed)
            for role in ("text", "silent", "child", "child_adult", "young", "sexual", "abuse_men")
        }
    )


def _message(
    key: str,
    layout: str,
    country: str,
    area: str,
    turn: int = 0,
    *,
    at: Optional[datetime] = None,
    extra: Optional[Mapping[str, str]] = None,
) -> SupportMessage:
    at = at or datetime.now(timezone.utc)
    here = registry(country, area)
    wordings = _WORDINGS[key]
    variant = turn % len(wordings)
    wording = wordings[variant]
    text = _fill(wording.text, {**numbers(country, area, at), **(extra or {})})
    rows = open_first(here.role(*_roles(wording.text)), here.closed(at))
    return SupportMessage(f"{key}.{variant}@{VERSION}", text, wording.buttons, tuple(r.id for r in rows), layout)


def _roles(text: str) -> tuple[str, ...]:
    """The registry roles behind the places of a text, each once, in the order of the text."""
    roles = (role for place in _PLACE.findall(text) for role in _ROLES.get(place, (place,)))
    return tuple(dict.fromkeys(roles))


def _key(base: str, families: tuple[str, ...]) -> str:
    ordered = sorted(families, key=lambda name: URGENT_FIRST.index(name) if name in URGENT_FIRST else 99)
    own = (f"{base}_{family}" for family in ordered[:1])
    return next((key for key in own if key in _WORDINGS), base)


def _fill(text: str, places: Mapping[str, str]) -> str:
    """Each line with its places filled; a line with a place that is empty here is left out."""
    lines = [
        _PLACE.sub(lambda match: places[match.group(1)], line)
        for line in text.split("\n")
        if all(places[name] for name in _PLACE.findall(line))
    ]
    return "\n".join(lines)


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
