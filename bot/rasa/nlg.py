"""The words, in process: the wording an action chose, its places filled, support messages from the registry in memory.

It must never raise and never leave a turn without words because a place has no value.
"""

# ruff: noqa: ARG002
from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any, Optional

from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.alert_words import key_for
from bot.peer_support import told
from bot.rasa.reading import Reading, read
from bot.safety import card
from bot.safety.lines import numbers
from bot.safety.places import Place, place_from, place_named
from bot.safety.support import ASK, CARD, Support, around, message_for, still_here, team_words, utterance, where
from bot.settings import Service, settings

log = logging.getLogger(__name__)
_PLACE = re.compile(r"\{([^{}\n]+)\}")
_LAYOUTS = {"utter_support_card": CARD, "utter_support_ask": ASK}


class CairnWords(TemplatedNaturalLanguageGenerator):
    """Rasa's template generator with chosen instead of random wordings. Rasa sets `responses` when it loads a model."""

    def __init__(
        self,
        endpoint_config: Optional[EndpointConfig] = None,
        domain: Optional[Domain] = None,
    ) -> None:
        super().__init__(domain.responses if domain else {})
        self._service = settings().service
        self._peers = "\n".join(told(self._service.peer_support))

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> Optional[dict[str, Any]]:
        """One message; None only for a key that no file knows."""
        variant = int(kwargs.get("variant") or 0)
        if utter_action.startswith("utter_support_") or utter_action == "utter_person_wanted":
            return support_words(utter_action, read(tracker), variant, self._service)
        wordings = self.responses.get(key_for(utter_action, alerts_on=self._service.alerts_on))
        if not wordings:
            return None
        here = where(self._service, chosen_place(tracker))
        hours = around(self._service).team_hours
        places = {**numbers(here.country, here.area), "hours": hours, "peers": self._peers, **kwargs}
        return filled(wordings[variant % len(wordings)], places, utter_action)


def chosen_place(tracker: DialogueStateTracker) -> Optional[Place]:
    """Where the person has said they are, as the guard told with their latest message."""
    message = tracker.latest_message
    return place_from((message.metadata or {}).get("place")) if message else None


def support_words(key: str, reading: Reading, variant: int, service: Service) -> Optional[dict[str, Any]]:
    """Any message about support; None for a key that support.yml does not have."""
    if key in _LAYOUTS:
        return card_words(_LAYOUTS[key], reading, service)
    if key == "utter_support_here":
        return still_here(reading.text, reading.seen, service)
    if key == "utter_support_place":
        place = place_named(reading.text) or where(service, reading.seen.place)
        return utterance(card.place_message(place), more={"chosen": place.key})
    place, surroundings = where(service, reading.seen.place), around(service, reading.seen)
    if key == "utter_support_team":
        return team_words(place, surroundings)
    try:
        message = card.text_message(key, country=place.country, area=place.area, turn=variant, around=surroundings)
    except KeyError:
        return None
    # What the person says was misunderstood: the worker keeps it as a candidate for a false alarm.
    about = {"about": reading.seen.shown} if key == "utter_support_misunderstood" else {}
    return utterance(message, more=about)


def card_words(layout: str, reading: Reading, service: Service) -> dict[str, Any]:
    """The card or the short question of this turn: the very words that the guard has shown, if it has."""
    before = reading.seen.cards if layout == CARD else reading.seen.asks
    support = reading.support or Support(layout, shown_before=before, place=reading.seen.place)
    return utterance(message_for(support, service), support)


def filled(wording: Mapping[str, Any], places: Mapping[str, Any], key: str) -> dict[str, Any]:
    """A copy of the wording with every place filled; a place without a value becomes empty."""

    def value(match: re.Match[str]) -> str:
        found = places.get(match[1])
        if found is None:
            log.warning("No value for {%s} in %s.", match[1], key)
        return "" if found is None else str(found)

    said: dict[str, Any] = dict(wording)
    said["text"] = _PLACE.sub(value, str(wording.get("text") or ""))
    # Buttons that an action sends, such as names made of the person's own words, stand in place of the wording's.
    buttons = () if places.get("buttons") else wording.get("buttons") or ()
    said["buttons"] = [{name: _PLACE.sub(value, str(words)) for name, words in b.items()} for b in buttons]
    return said
