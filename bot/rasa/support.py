"""When a message brings a support message, and which: one answer for guard, policy, detector and words.

It decides from the text and from what the session has shown so far. It must never raise, and never need a tracker,
a model or a database.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Optional

from bot.safety import card, cues
from bot.settings import Service

ASKING = "support.ask"  # the context of an answer to the short question
CARD = "card"
ASK = "ask"
# Layouts of texts that leave the question before them as it was: what is answered next still answers that question.
BESIDE = frozenset({"fallback", "here", "more", "person_wanted"})


@dataclass(frozen=True)
class Seen:
    """What a session has shown so far, as far as screening needs it."""

    context: str = ""  # the step whose question was shown last, or ASKING
    families: tuple[str, ...] = ()  # cue families seen in this session, oldest first
    cards: int = 0  # cards shown for a cue; those asked for do not count


@dataclass(frozen=True)
class Support:
    """Why a support message is shown. Kept with the person's message, it renders the same words again."""

    layout: str
    families: tuple[str, ...] = ()
    shown_before: int = 0
    asked_for: bool = False


def needed(text: str, seen: Seen) -> Optional[Support]:
    """The support that a message needs, or None. An inner failure counts as an ambiguous message."""
    try:
        if cues.wants_support(text):
            return Support(CARD, asked_for=True)
        screening = cues.screen(text, seen.context, seen.families)
    except Exception:  # whatever breaks in detection must bring support, not silence
        screening = cues.Screening(ASK, ())
    if screening.response not in (CARD, ASK):
        return None
    if seen.context != ASKING:
        return Support(screening.response, screening.families, seen.cards)
    # Yes, not sure, or the same cue again: the short question is not asked twice.
    return Support(CARD, screening.families or seen.families, seen.cards)


def message_for(support: Support, service: Service) -> card.SupportMessage:
    """The static words of a support."""
    return card.support_message(
        support.layout,
        support.families,
        country=service.country,
        area=service.area,
        shown_before=support.shown_before,
        asked_for=support.asked_for,
    )


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
    return {**told, "shown_before": support.shown_before, "asked_for": support.asked_for}


def from_facts(told: object) -> Optional[Support]:
    """The support that facts were made of; None when they tell of no card and no short question."""
    if not isinstance(told, Mapping) or told.get("layout") not in (CARD, ASK):
        return None
    return Support(
        layout=told["layout"],
        families=tuple(told.get("families") or ()),
        shown_before=int(told.get("shown_before") or 0),
        asked_for=bool(told.get("asked_for")),
    )


def utterance(message: card.SupportMessage, support: Optional[Support] = None) -> dict[str, Any]:
    """A support message in the shape of Rasa's bot messages."""
    said: dict[str, Any] = {
        "text": message.text,
        "buttons": [{"title": title, "payload": title} for title in message.buttons],
        "support": facts(message, support),
    }
    return {**said, "step": ASKING} if message.layout == ASK else said


def after(seen: Seen, messages: Iterable[Mapping[str, Any]]) -> Seen:
    """What the session has shown after the messages of one turn."""
    context = seen.context
    for said in messages:
        told = said.get("support")
        support = from_facts(told)
        if not isinstance(told, Mapping) or told.get("layout") not in BESIDE:
            context = str(said.get("step") or "")
        if support is not None and not support.asked_for:
            new = tuple(family for family in support.families if family not in seen.families)
            seen = replace(seen, families=seen.families + new, cards=seen.cards + (support.layout == CARD))
    return replace(seen, context=context)
