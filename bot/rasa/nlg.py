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

from bot.rasa.reading import Reading, read
from bot.rasa.support import ASK, CARD, Support, message_for, utterance
from bot.safety import card
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

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> Optional[dict[str, Any]]:
        """One message; None only for a key that no file knows."""
        if utter_action in _LAYOUTS:
            return support_words(_LAYOUTS[utter_action], read(tracker), self._service)
        if utter_action == "utter_support_here":
            return still_here_words(read(tracker), self._service)
        variant = int(kwargs.get("variant") or 0)
        if utter_action.startswith("utter_support_") or utter_action == "utter_person_wanted":
            return support_text(utter_action, variant, self._service)
        wordings = self.responses.get(utter_action)
        if not wordings:
            return None
        places = {**card.numbers(self._service.country, self._service.area), **kwargs}
        return filled(wordings[variant % len(wordings)], places, utter_action)


def support_words(layout: str, reading: Reading, service: Service) -> dict[str, Any]:
    """The card or the short question of this turn: the very words that the guard has shown, if it has."""
    support = reading.support or Support(layout, shown_before=reading.seen.cards)
    return utterance(message_for(support, service), support)


def still_here_words(reading: Reading, service: Service) -> dict[str, Any]:
    """A short human answer while the card or the short question waits."""
    message = card.still_here_message(
        reading.text,
        country=service.country,
        area=service.area,
        turn=len(reading.text),
        families=reading.seen.families,
    )
    return utterance(message)


def support_text(key: str, variant: int, service: Service) -> Optional[dict[str, Any]]:
    """Any other text of support.yml."""
    try:
        message = card.text_message(key, country=service.country, area=service.area, turn=variant)
    except KeyError:
        return None
    return utterance(message)


def filled(wording: Mapping[str, Any], places: Mapping[str, Any], key: str) -> dict[str, Any]:
    """A copy of the wording with every place filled; a place without a value becomes empty."""

    def value(match: re.Match[str]) -> str:
        found = places.get(match[1])
        if found is None:
            log.warning("No value for {%s} in %s.", match[1], key)
        return "" if found is None else str(found)

    said: dict[str, Any] = dict(wording)
    said["text"] = _PLACE.sub(value, str(wording.get("text") or ""))
    buttons = wording.get("buttons") or ()
    said["buttons"] = [{name: _PLACE.sub(value, str(words)) for name, words in b.items()} for b in buttons]
    return said
