"""One invented dialogue: a voice taken through a guide by the real engine. Pure but for the words, which are read once.

It never decides what is asked: whatever guide there is, it answers what it can, skips the rest and confirms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from actions.words import words
from bot.coaching import engine
from bot.coaching.asking import Outcome, Turn
from bot.coaching.changes import Change
from bot.coaching.draft import Say
from bot.coaching.guide import Guide, Kind, Step
from bot.coaching.guides import JOURNEYS
from bot.safety import card
from bot.safety.lines import numbers
from bot.safety.support import around
from bot.safety.wishes import TELL_TEAM
from bot.settings import ROOT, Service

VOICES = Path(__file__).with_name("voices.yml")
MOST_TURNS = 80
MOST_AT_ONE = 3
WAYS_TO_ALERT = ("card", "ask", "team", "card")  # what comes first of what the team is told of
ANY_DAY = datetime(2026, 1, 5, 12, 0, tzinfo=timezone.utc)  # the lines of help that a dialogue names are always open
_YES = "yes"
_SKIP = "skip"
Voice = Mapping[str, Any]


@dataclass(frozen=True)
class Said:
    """One thing said; `step` is set where a question was asked."""

    by_person: bool
    text: str
    step: str = ""
    layout: str = ""  # of support that was shown
    words: str = ""  # the key of what we said, or the id of the support


@dataclass(frozen=True)
class Dialogue:
    """A dialogue from its first question to its read-back, and what was confirmed."""

    said: tuple[Said, ...]
    changes: tuple[Change, ...]


@lru_cache(maxsize=1)
def voices() -> Mapping[str, list[Voice]]:
    """What invented people say, by dialogue."""
    content: Mapping[str, list[Voice]] = yaml.safe_load(VOICES.read_text(encoding="utf-8"))
    return content


@cache
def dialogue(journey: str, number: int, service: Service) -> Dialogue:
    """The dialogue of one voice. Nothing is confirmed where the guide could not be brought to its end."""
    places = numbers(service.country, service.area, ANY_DAY)
    guide = _guide(journey)
    voice = voices()[journey][number % len(voices()[journey])]
    turn = engine.begin(guide)
    said: list[Said] = _ours(turn, places)
    at_step: dict[str, int] = {}
    for _ in range(MOST_TURNS):
        step = guide.step(turn.draft.step)
        at_step[step.id] = at_step.get(step.id, 0) + 1
        answer = _SKIP if at_step[step.id] > MOST_AT_ONE and not step.needed else _answer(step, voice, number)
        turn = engine.take(guide, turn.draft, answer)
        said += [Said(True, answer), *_ours(turn, places)]
        if turn.outcome is not Outcome.ASKING:
            break
    return Dialogue(tuple(said), turn.items if turn.outcome is Outcome.KEPT else ())


def cue_lines(told: Voice, way: str, service: Service, at: datetime) -> tuple[Said, ...]:
    """What is said where support is shown at once, after a direct question, or the team is to be told.

    Where alerts are off nobody can ask for the team: the card comes at once.
    """
    before = (
        Said(False, "What would you like a bit more of this week?"), Said(True, told["before"]),
        Said(False, "Where could a little of that fit?"),
    )  # fmt: skip
    country, area, now = service.country, service.area, around(service, at=at.timestamp())
    if way == "team" and service.alerts_on:
        return (
            *before,
            Said(True, TELL_TEAM),
            _support(card.team_message(country=country, area=area, around=now)),
            Said(True, "I can carry on"),
        )
    families = (str(told["family"]),)
    asked, shown = (
        _support(card.support_message(layout, families, country=country, area=area, shown_before=0, around=now))
        for layout in ("ask", "card")
    )
    still = card.still_here_message(told["after"], families=families, country=country, area=area, around=now)
    return (
        *before, Said(True, told["text"]), *((asked, Said(True, "maybe")) if way == "ask" else ()),
        shown, Said(True, told["after"]), Said(False, still.text), Said(True, "I can carry on"),
    )  # fmt: skip


def _support(message: card.SupportMessage) -> Said:
    return Said(False, message.text, layout=message.layout, words=message.id)


def _answer(step: Step, voice: Voice, number: int) -> str:
    if step.kind is Kind.READ_BACK:
        return _YES
    if step.id in voice:
        return str(voice[step.id])
    if step.kind is Kind.SCALE:
        return str(5 + number % 5)
    if step.choices:
        offered = [choice for choice in step.choices if choice.id not in {"other", "longer"}] or list(step.choices)
        chosen = offered[number % len(offered)]
        return chosen.label or next(iter(chosen.also), chosen.id)
    return _SKIP


def _ours(turn: Turn, places: Mapping[str, str]) -> list[Said]:
    return [Said(False, text_of(say, places), say.step, words=say.words) for say in turn.sayings]


def text_of(say: Say, places: Mapping[str, str] = MappingProxyType({})) -> str:
    """A saying as it reads, its places filled: what it brings itself, and `places` of the lines of help."""
    wordings = _responses().get(say.words) or [{"text": ""}]
    text = str(wordings[say.variant % len(wordings)].get("text") or "")
    values = {**places, **say.values}
    lines = "\n".join(
        f"{place}. {text_of(Say(key, filled), places)}" for place, (key, filled) in enumerate(say.lines, start=1)
    )
    return text.format_map(_Blank({**values, "lines": lines}))


class _Blank(dict[str, str]):
    def __missing__(self, _: str) -> str:
        return ""


@cache
def _guide(journey: str) -> Guide:
    guide = JOURNEYS[journey]
    return guide.with_labels(words().labels(guide))


@lru_cache(maxsize=1)
def _responses() -> Mapping[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for file in sorted((ROOT / "data" / "responses").glob("*.yml")):
        found.update(yaml.safe_load(file.read_text(encoding="utf-8"))["responses"])
    return found
