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

from bot.safety.places import ASK_WHERE, Place
from bot.safety.places import BUTTONS as PLACE_BUTTONS
from bot.safety.signpost_rows import CLOSED, UK_AREAS, Signpost
from bot.safety.signposts import Registry, all_rows, open_first, registry
from bot.safety.still_here import kind_of, someone_near
from bot.safety.wishes import TELL_TEAM
from bot.settings import ROOT, service_file

FILE = ROOT / "data" / "responses" / "support.yml"
UNDER_AGE = "under_age"  # the family of somebody who tells an age below the service's minimum
# Families whose danger is nearest speak first when a message holds several.
URGENT_FIRST = (
    "overdose", "child", "abuse", "under_age", "harm_others", "voices", "unsafe", "plan", "wish_to_die", "self_harm",
    "eating", "substance", "someone_else", "passive", "end",
)  # fmt: skip
_CALLS_OR_ASKS = ("called", "who")  # kinds of message that have their own answer beside any card
_ROLES = {
    "emergency": ("danger",),
    "talk": ("talk", "listen"),
    "samaritans": ("listen",),
    "more": ("silent", "more", "young", "child", "abuse", "abuse_men", "sexual", "child_adult"),
}
_PLACE = re.compile(r"\{(\w+)\}")


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
    alerts: bool = False  # whether its words are those of a service whose team is told


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
_ANSWERS = frozenset({"Yes", "No", "Not sure"})  # these answer a question and are screened like any words
# What the card's own buttons say. Pressed, they are no words of the person, and no cue.
OWN_BUTTONS = frozenset(
    {TELL_TEAM, *PLACE_BUTTONS, ASK_WHERE}
    | {button for wordings in _WORDINGS.values() for wording in wordings for button in wording.buttons} - _ANSWERS
)
VERSION = hashlib.sha256(FILE.read_bytes()).hexdigest()[:8]


@dataclass(frozen=True)
class Around:
    """What a text depends on beside the place: the moment, the team and the person's conversation."""

    at: Optional[datetime] = None  # for which lines are called closed; now, where it is not given
    team_hours: str = ""  # when the team is at work, as people read it; empty while alerts are off
    told: bool = False  # whether this conversation holds something that the team may see
    minimum_age: int = 18


NOTHING_AROUND = Around()


def support_message(
    layout: str,
    families: tuple[str, ...],
    *,
    country: str,
    area: str,
    shown_before: int,
    asked_for: bool = False,
    around: Around = NOTHING_AROUND,
) -> SupportMessage:
    """The card or the short question for these families; shorter and in other words from the second one on."""
    key = _support_key(layout, families, shown_before, asked_for)
    turn = shown_before if layout == "ask" else max(0, shown_before - 1)
    return _message(key, layout, Place(country, area), turn, around, young=UNDER_AGE in families)


def fallback_message(*, country: str = "GB", area: str = "", turn: int = 0) -> SupportMessage:
    """What is said when nothing else could answer: honest, with the way to support."""
    return _message("utter_support_fallback", "fallback", Place(country, area), turn)


def still_here_message(
    text: str,
    *,
    country: str = "GB",
    area: str = "",
    turn: int = 0,
    families: tuple[str, ...] = (),
    around: Around = NOTHING_AROUND,
) -> SupportMessage:
    """A short human answer to anything written while the card waits. No word of `text` is repeated but a role."""
    kind = kind_of(text)
    someone, them = someone_near(text, families)
    place = Place(country, area)
    if "overdose" in families and kind not in _CALLS_OR_ASKS:
        return _message("utter_support_here_overdose", "here", place, turn, around)
    if someone and kind in ("", "thanks", "yes"):
        extra = {"someone": someone, "them": them}
        return _message("utter_support_here_someone", "here", place, turn, around, extra)
    key = f"utter_support_here_{kind}" if kind else "utter_support_here"
    return _message(key, "here", place, turn, around)


def text_message(
    key: str, *, country: str = "GB", area: str = "", turn: int = 0, around: Around = NOTHING_AROUND
) -> SupportMessage:
    """Any other text of support.yml by its key, such as `utter_support_more`. Raises KeyError for an unknown one."""
    return _message(key, _layout(key), Place(country, area), turn, around)


def place_message(place: Place) -> SupportMessage:
    """The lines of the place that a person has chosen, or that none are known."""
    known = registry(place.country, place.area).country
    return _message("utter_support_place" if known else "utter_support_place_unknown", "place", place)


def team_message(*, country: str, area: str, around: Around) -> SupportMessage:
    """The answer to the wish that the team learns of it."""
    key = "utter_support_team" if around.team_hours else "utter_support_team_off"
    layout = "team" if around.team_hours else "here"
    return _message(key, layout, Place(country, area), 0, around)


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
    place: Place,
    turn: int = 0,
    around: Around = NOTHING_AROUND,
    extra: Optional[Mapping[str, str]] = None,
    young: bool = False,
) -> SupportMessage:
    at = around.at or datetime.now(timezone.utc)
    here = registry(place.country, place.area)
    wordings = _WORDINGS[key]
    variant = turn % len(wordings)
    wording = wordings[variant]
    places = {**numbers(place.country, place.area, at), **_words_around(here, around), **(extra or {})}
    template = _with_lines_for_the_young(wording.text) if young else wording.text
    text = _fill(template, places)
    rows = open_first(here.role(*_roles(template)), here.closed(at))
    buttons = wording.buttons + _more_buttons(key, layout, here, around)
    shown = tuple(row.id for row in rows)
    return SupportMessage(f"{key}.{variant}@{VERSION}", text, buttons, shown, layout, bool(around.team_hours))


def _with_lines_for_the_young(text: str) -> str:
    """The same with the lines for children and young people, above what we are, where it does not have them."""
    *lines, last = text.split("\n")
    return "\n".join([*lines, *(line for line in ("{child}", "{young}") if line not in lines), last])


def _words_around(here: Registry, around: Around) -> dict[str, str]:
    """The places of a text that no line of help fills: who may learn of it, where this is, for which age."""
    hours = {"hours": around.team_hours}

    def words(key: str) -> str:
        return _fill(_WORDINGS[key][0].text, hours)

    off, on = words("utter_support_told_off"), words("utter_support_told_on")
    told = bool(around.team_hours) and around.told
    return {
        **hours,
        "told": on if around.team_hours else off,
        "told_asked": words("utter_support_told_asked_on") if around.team_hours else off,
        "told_now": on if told else off,
        "still": words("utter_support_told_still_on") if told else "",
        "place": Place(here.country, here.area).name,
        "age": str(around.minimum_age),
    }


def _more_buttons(key: str, layout: str, here: Registry, around: Around) -> tuple[str, ...]:
    """The buttons that depend on the service and the place."""
    if layout == "card" and around.team_hours:
        return (TELL_TEAM,)
    if key == "utter_support_where":
        return PLACE_BUTTONS
    if key != "utter_support_more":
        return ()
    return (*UK_AREAS, ASK_WHERE) if here.country == "GB" and not here.area else (ASK_WHERE,)


def _roles(text: str) -> tuple[str, ...]:
    """The registry roles behind the places of a text, each once, in the order of the text."""
    roles = (role for place in _PLACE.findall(text) for role in _ROLES.get(place, (place,)))
    return tuple(dict.fromkeys(roles))


def _support_key(layout: str, families: tuple[str, ...], shown_before: int, asked_for: bool) -> str:
    if asked_for:
        return "utter_support_asked"
    if layout == "ask":
        return _key("utter_support_ask", families)
    if shown_before > 0:
        return _key("utter_support_again", families)
    return "utter_support_under_age" if families == (UNDER_AGE,) else _key("utter_support_card", families)


def _key(base: str, families: tuple[str, ...]) -> str:
    if UNDER_AGE in families:  # somebody under age who is hurt at home is a child who is hurt
        families = tuple("child" if family == "abuse" else family for family in families)
    ordered = sorted(families, key=lambda name: URGENT_FIRST.index(name) if name in URGENT_FIRST else 99)
    own = (f"{base}_{family}" for family in ordered[:1])
    return next((key for key in own if key in _WORDINGS), base)


def _layout(key: str) -> str:
    name = key.removeprefix("utter_").removeprefix("support_")
    return "card" if name.startswith(("card", "again", "asked", "under_age")) else name


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
