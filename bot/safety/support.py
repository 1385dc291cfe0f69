"""When a message brings a support message, and which: one answer for guard, policy, detector, words and web process.

It decides from the text and from what the session has shown so far. It must never raise, and never need a tracker,
a model or a database.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from typing import Any, Optional

from bot.safety import card, cues
from bot.safety.age import beside_the_age, disclosed_age
from bot.safety.denials import reassures
from bot.safety.places import Place, place_from
from bot.safety.promises import half_promises, promises
from bot.safety.still_here import NEAR_HOME
from bot.settings import Service

ASKING = "support.ask"  # the context of an answer to the short question
CARD = "card"
ASK = "ask"
# Layouts of texts that leave the question before them as it was: what is answered next still answers that question.
BESIDE = frozenset({"fallback", "here", "more", "where", "place", "team", "own", "problem", "person_wanted"})
SESSION = 60 * 60.0  # seconds of quiet after which a new session begins; as in domain.yml
ASKS_WHERE = frozenset({"more", "where"})  # layouts after which the name of a place is a choice, even in a dialogue
TEAM = "team"
HERE = "here"
SOMETHING_ELSE = "something else"  # elsewhere it is a way to the menu
NO = "no"
TAKEN_BACK = frozenset({NO, "misunderstood"})  # layouts that answer what a person says of the text before them
UNCLEAR = ("unclear",)  # what was seen where no family was: it is never known to be the same cue again
_NOT_PROMISED = NEAR_HOME | {"voices"}  # families after which "they are here, I won't do anything" is no answer
MOST_ASKS = 2  # in a session, about what is not clear and was not denied; after that the card


@dataclass(frozen=True)
class Seen:
    """What a session has shown so far, as far as screening needs it."""

    context: str = ""  # the step whose question was shown last, or ASKING
    families: tuple[str, ...] = ()  # cue families seen in this session, oldest first
    cards: int = 0  # cards shown for a cue; those asked for do not count
    asks: int = 0  # short questions shown
    denied: int = 0  # short questions answered with a clear no
    brought: tuple[str, ...] = ()  # the families that what was shown last brought for the first time
    latest: str = ""  # its layout, until it was denied or taken back
    shown: str = ""  # the id of the card or short question that was shown last
    aside: str = ""  # the layout of the text that was shown last, if it is one of ASKS_WHERE
    answers: int = 0  # short answers given while a card waited
    answer: str = ""  # the id of the latest of them
    asked_again: bool = False  # whether the short question came once more since it was shown
    told: bool = False  # whether something was shown that makes an alert where alerts are on
    waits: bool = False  # whether a card or short question was shown and nothing but words beside it since
    place: Optional[Place] = None  # where the person has said they are


@dataclass(frozen=True)
class Support:
    """Why a support message is shown. Kept with the person's message, it renders the same words again."""

    layout: str
    families: tuple[str, ...] = ()
    shown_before: int = 0
    asked_for: bool = False
    place: Optional[Place] = None
    at: float = field(default_factory=time.time, compare=False)  # seconds since 1970; tells which lines are closed
    message: str = field(default="", compare=False)  # the id of the person's message, on channels where ids are unique


def needed(text: str, seen: Seen, minimum_age: int = 18) -> Optional[Support]:
    """The support that a message needs, or None. An inner failure counts as an ambiguous message."""
    try:
        if cues.wants_support(text):
            return Support(CARD, asked_for=True, place=seen.place)
        if means_something_else(text, seen):
            return _answering(cues.Screening(CARD, ()), seen, is_young=False)
        if text.strip() in card.OWN_BUTTONS:
            return None
        if _answers_the_card(text, seen) and not cues.heard_by_rules(text):
            return None
        screening = cues.screen(text, seen.context, seen.families)
        if _waits_for_an_answer(seen) and half_promises(text):
            screening = cues.Screening(CARD, screening.families or seen.families)
        age = disclosed_age(text)
        if age is not None and _is_only_an_age(text):
            screening = cues.Screening("none", ())
    except Exception:  # whatever breaks in detection must bring support, not silence
        screening, age = cues.Screening(ASK, ()), None
    return _answering(screening, seen, is_young=age is not None and age < minimum_age)


def _answers_the_card(text: str, seen: Seen) -> bool:
    """Whether it says that they are safe or, under a card for a cue, that somebody is near and nothing will be done.

    Not where home, or a voice, may be the danger.
    """
    believed = _waits_for_an_answer(seen) and not _NOT_PROMISED & set(seen.families) and promises(text)
    return seen.waits and (reassures(text) or believed)


def _waits_for_an_answer(seen: Seen) -> bool:
    """Whether a card for a cue waits; to the short question "not tonight" is half a yes."""
    return seen.waits and seen.context != ASKING and seen.cards > 0


def means_something_else(text: str, seen: Seen) -> bool:
    """Whether it says, after the question whether only the chat is to end, that it is something else."""
    return seen.context == ASKING and text.strip(" .!").casefold() == SOMETHING_ELSE


def _is_only_an_age(text: str) -> bool:
    """Whether a message that tells an age holds no cue beside it, so that the service's own minimum decides."""
    rest = beside_the_age(text)
    return rest is not None and cues.screen(rest).response == "none"


def _answering(screening: cues.Screening, seen: Seen, *, is_young: bool) -> Optional[Support]:
    """The support for what was found in a message; for somebody under age the card knows the lines for children."""
    young = (card.UNDER_AGE,)
    if screening.response not in (CARD, ASK):
        return Support(CARD, young, int(card.UNDER_AGE in seen.families), place=seen.place) if is_young else None
    asked = seen.context == ASKING
    # Yes, not sure, or the same cue again: the short question is not asked twice.
    never_clear = screening.families == UNCLEAR and seen.asks - seen.denied >= MOST_ASKS
    layout = CARD if asked or is_young or never_clear else screening.response
    families = (screening.families or seen.families) if asked else screening.families
    if is_young or (layout == CARD and card.UNDER_AGE in seen.families):
        families = tuple(dict.fromkeys((*families, *young)))
    before = seen.cards if layout == CARD else seen.asks - seen.denied  # what was denied is met as if it had not been
    return Support(layout, families, before, place=seen.place)


def message_for(support: Support, service: Service) -> card.SupportMessage:
    """The static words of a support."""
    place = where(service, support.place)
    return card.support_message(
        support.layout,
        support.families,
        country=place.country,
        area=place.area,
        shown_before=support.shown_before,
        asked_for=support.asked_for,
        around=around(service, at=support.at),
    )


def where(service: Service, chosen: Optional[Place]) -> Place:
    """The place whose lines are shown: the person's own choice, else the service's."""
    return chosen or Place(service.country, service.area)


def around(service: Service, seen: Optional[Seen] = None, at: Optional[float] = None) -> card.Around:
    """What a support text depends on beside the place."""
    return card.Around(
        at=None if at is None else datetime.fromtimestamp(at, timezone.utc),
        team_hours=service.alerts.hours if service.alerts else "",
        told=seen is not None and seen.told,
        asked=seen is not None and seen.asks > 0,
        minimum_age=service.minimum_age,
    )


def still_here(text: str, seen: Seen, service: Service) -> dict[str, Any]:
    """A short human answer to what is written while the card or the short question waits."""
    place = where(service, seen.place)
    message = card.still_here_message(
        text,
        country=place.country,
        area=place.area,
        turn=seen.answers,
        latest=seen.answer,
        families=seen.families,
        around=around(service, seen),
        asked=seen.shown if seen.context == ASKING and not seen.asked_again else "",
    )
    return utterance(message)


def team_words(place: Place, surroundings: card.Around) -> dict[str, Any]:
    """The answer to the wish that the team learns of it. Its time is what it is known by, to be kept once."""
    message = card.team_message(country=place.country, area=place.area, around=surroundings)
    return utterance(message, more={"at": time.time(), "alerts": message.alerts} if message.layout == TEAM else None)


def facts(message: card.SupportMessage, support: Optional[Support] = None) -> dict[str, Any]:
    """What is kept and told with a support message, as JSON."""
    told: dict[str, Any] = {
        "id": message.id,
        "layout": message.layout,
        "families": list(support.families) if support else [],
        "signposts": list(message.signposts),
    }
    if support is None:
        return told
    if support.place is not None:
        told["place"] = support.place.key
    if support.message:
        told["message"] = support.message
    told.update(shown_before=support.shown_before, asked_for=support.asked_for, at=support.at, alerts=message.alerts)
    return told


def from_facts(told: object) -> Optional[Support]:
    """The support that facts were made of; None when they tell of no card and no short question."""
    if not isinstance(told, Mapping) or told.get("layout") not in (CARD, ASK):
        return None
    return Support(
        layout=told["layout"],
        families=tuple(told.get("families") or ()),
        shown_before=int(told.get("shown_before") or 0),
        asked_for=bool(told.get("asked_for")),
        place=place_from(told.get("place")),
        at=float(told.get("at") or time.time()),
        message=str(told.get("message") or ""),
    )


def utterance(
    message: card.SupportMessage, support: Optional[Support] = None, more: Optional[Mapping[str, Any]] = None
) -> dict[str, Any]:
    """A support message in the shape of Rasa's bot messages. `more` are facts that only some messages have."""
    said: dict[str, Any] = {
        "text": message.text,
        "buttons": [{"title": title, "payload": title} for title in message.buttons],
        "support": {**facts(message, support), **(more or {})},
    }
    return {**said, "step": ASKING} if message.layout == ASK else said


def after(seen: Seen, messages: Iterable[Mapping[str, Any]]) -> Seen:
    """What the session has shown after the messages of one turn."""
    context = seen.context
    for said in messages:
        told = said.get("support")
        if not isinstance(told, Mapping) or told.get("layout") not in BESIDE:
            context = str(said.get("step") or "")
        seen = _with(seen, told if isinstance(told, Mapping) else {})
    return replace(seen, context=context)


def _with(seen: Seen, told: Mapping[str, Any]) -> Seen:
    """What was seen with one more message that told this of support, or nothing."""
    layout = told.get("layout")
    waits = layout in (CARD, ASK) or (seen.waits and layout in BESIDE)
    aside = str(layout) if layout in ASKS_WHERE else ""
    seen = replace(seen, aside=aside, told=seen.told or layout == TEAM, waits=waits)
    if layout == HERE:
        answer = str(told.get("id") or "")
        asked_again = seen.asked_again or answer.startswith("utter_support_here_ask")
        seen = replace(seen, answers=seen.answers + 1, answer=answer, asked_again=asked_again)
    if layout in TAKEN_BACK:
        seen = _without_the_latest(seen, str(layout))
    chosen = place_from(told.get("chosen"))
    if chosen is not None:
        seen = replace(seen, place=chosen)
    support = from_facts(told)
    if support is None:
        return seen
    seen = replace(seen, shown=str(told.get("id") or ""), asked_again=False)
    if support.asked_for:
        return seen
    new = tuple(family for family in support.families if family not in seen.families)
    is_card = support.layout == CARD
    counts = is_card and support.families != (card.UNDER_AGE,)  # a later cue is the first one of its kind
    cards, asks = seen.cards + counts, seen.asks + (not is_card)
    return replace(
        seen,
        families=seen.families + new,
        cards=cards,
        asks=asks,
        brought=new,
        latest=support.layout,
        told=seen.told or is_card,
    )


def _without_the_latest(seen: Seen, layout: str) -> Seen:
    """What was seen, after a no to the short question, or the word that what was shown last was a mistake.

    A no leaves the cue in memory: the same again brings the card. What was a mistake is no cue, so that the first real
    one is met as the first.
    """
    if layout == NO:
        return replace(seen, denied=seen.denied + (seen.latest == ASK), latest="")
    families = tuple(family for family in seen.families if family not in seen.brought)
    cards, asks = seen.cards - (seen.latest == CARD), seen.asks - (seen.latest == ASK)
    return replace(seen, families=families, cards=max(0, cards), asks=asks, brought=(), latest="")


@dataclass(frozen=True)
class Spoken:
    """One thing that was said in a conversation: when (seconds since 1970), and what was kept with it."""

    at: float
    by_us: bool
    kept: Mapping[str, Any]


def shown_in(spoken: Iterable[Spoken], since: float) -> Seen:
    """What a conversation, oldest first, has shown since a moment (seconds since 1970); a place holds from before."""
    seen = Seen()
    turn: list[Mapping[str, Any]] = []
    for one in spoken:
        if one.at < since:
            seen = Seen(place=(after(seen, [one.kept]) if one.by_us else _placed(seen, one.kept)).place)
        elif one.by_us:
            turn.append(one.kept)
        else:
            seen, turn = _placed(after(seen, turn) if turn else seen, one.kept), []
    return after(seen, turn) if turn else seen


def _placed(seen: Seen, kept: Mapping[str, Any]) -> Seen:
    """The same with the place that was known when a person wrote, which may have been said long before."""
    return replace(seen, place=place_from(kept.get("place")) or seen.place)
