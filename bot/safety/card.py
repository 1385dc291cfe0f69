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
from typing import Optional

import yaml

from bot.place_settings import UK_AREAS
from bot.safety.lines import has_few_more, numbers, roles_of
from bot.safety.places import ASK_WHERE, Place
from bot.safety.places import BUTTONS as PLACE_BUTTONS
from bot.safety.promises import beside_the_promise, promises
from bot.safety.signposts import Registry, all_rows, open_first, registry
from bot.safety.still_here import kind_of, someone_near
from bot.safety.wishes import TELL_TEAM
from bot.settings import ROOT

FILE = ROOT / "data" / "responses" / "support.yml"
MORE = "utter_support_more"
UNDER_AGE = "under_age"  # the family of somebody who tells an age below the service's minimum
# Families whose danger is nearest speak first when a message holds several.
URGENT_FIRST = (
    "overdose", "child", "abuse", "under_age", "harm_others", "voices", "unsafe", "plan", "wish_to_die", "self_harm",
    "eating", "substance", "someone_else", "passive", "end",
)  # fmt: skip
_CALLS_OR_ASKS = ("called", "who")  # kinds of message that have their own answer beside any card
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
    told: bool = False  # whether this conversation holds something that makes an alert
    asked: bool = False  # whether it holds a short question, which the team may see without being told
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
    latest: str = "",
    families: tuple[str, ...] = (),
    around: Around = NOTHING_AROUND,
    asked: str = "",
) -> SupportMessage:
    """A short human answer to anything written while the card waits. No word of `text` is repeated but a role.

    `turn` is how many such answers there were before, `latest` the id of the last one: its words are not said again at
    once, unless they tell who reads. `asked` is the id of a short question that may come once more.
    """
    promised = not asked and promises(text)
    kind = "promise" if promised else kind_of(text)
    someone, them = someone_near(beside_the_promise(text) if promised else text, families)
    place = Place(country, area)
    to_any = "utter_support_here_overdose" if "overdose" in families else "utter_support_here"
    if "overdose" in families and kind not in _CALLS_OR_ASKS:
        return _message(to_any, "here", place, turn, around)
    with_someone = "utter_support_here_promise_someone" if promised else "utter_support_here_someone"
    if someone and kind in ("", "thanks", "yes", "promise") and not _said_at_once(with_someone, latest):
        extra = {"someone": someone, "them": them}
        return _message(with_someone, "here", place, turn, around, extra)
    if asked and not kind:
        return _message(f"utter_support_here_{_layout(asked.split('.')[0])}", "here", place, 0, around)
    key = f"utter_support_here_{kind}" if kind else to_any
    again = _said_at_once(key, latest) and kind != "who"
    return _message(to_any if again else key, "here", place, turn, around)


def _said_at_once(key: str, latest: str) -> bool:
    """Would this text come twice running? It has one wording only, and that one came last."""
    return len(_WORDINGS[key]) == 1 and latest.startswith(f"{key}.")


def text_message(
    key: str, *, country: str = "GB", area: str = "", turn: int = 0, around: Around = NOTHING_AROUND
) -> SupportMessage:
    """Any other text of support.yml by its key, such as `utter_support_more`. Raises KeyError for an unknown one."""
    place = Place(country, area)
    return _message(_more_key(place) if key == MORE else key, _layout(key), place, turn, around)


def place_message(place: Place) -> SupportMessage:
    """The lines of the place that a person has chosen, or that none are known."""
    known = registry(place.country, place.area).country
    return _message("utter_support_place" if known else "utter_support_place_unknown", "place", place)


def team_message(*, country: str, area: str, around: Around) -> SupportMessage:
    """The answer to the wish that the team learns of it."""
    key = "utter_support_team" if around.team_hours else "utter_support_team_off"
    layout = "team" if around.team_hours else "here"
    return _message(key, layout, Place(country, area), 0, around)


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
    rows = open_first(here.role(*roles_of(_PLACE.findall(template))), here.closed(at))
    buttons = wording.buttons + _more_buttons(key, layout, here, around)
    shown = tuple(row.id for row in rows)
    return SupportMessage(f"{key}.{variant}@{VERSION}", text, buttons, shown, layout, bool(around.team_hours))


def _more_key(place: Place) -> str:
    """The text of more ways to get help: with the lines that the place has, few as they may be."""
    here = registry(place.country, place.area)
    if not here.country:
        return "utter_support_more_unknown"
    return "utter_support_more_few" if has_few_more(here) else MORE


def _with_lines_for_the_young(text: str) -> str:
    """The same with the lines for children and young people beside each other, above what we are."""
    *lines, last = text.split("\n")
    lines = lines if "{child}" in lines else [*lines, "{child}"]
    if "{young}" not in lines:
        lines.insert(lines.index("{child}") + 1, "{young}")
    return "\n".join([*lines, last])


def _words_around(here: Registry, around: Around) -> dict[str, str]:
    """The places of a text that no line of help fills: who may learn of it, where this is, for which age."""
    hours = {"hours": around.team_hours}

    def words(key: str) -> str:
        return _fill(_WORDINGS[key][0].text, hours)

    off, on = words("utter_support_told_off"), words("utter_support_told_on")
    alerts = bool(around.team_hours)
    told_ask = words("utter_support_told_ask_on") if alerts else off
    now = on if alerts and around.told else told_ask if around.asked else off
    return {
        **hours,
        "told": on if alerts else off,
        "told_ask": told_ask,
        "told_asked": words("utter_support_told_asked_on") if alerts else off,
        "told_now": now,
        "still": words("utter_support_told_still_on") if alerts and (around.told or around.asked) else "",
        "place": Place(here.country, here.area).name,
        "age": str(around.minimum_age),
    }


def _more_buttons(key: str, layout: str, here: Registry, around: Around) -> tuple[str, ...]:
    """The buttons that depend on the service and the place."""
    if layout == "card" and around.team_hours:
        return (TELL_TEAM,)
    if key == "utter_support_where":
        return PLACE_BUTTONS
    if layout != "more":
        return ()
    return (*UK_AREAS, ASK_WHERE) if here.country == "GB" and not here.area else (ASK_WHERE,)


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
