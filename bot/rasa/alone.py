"""What the guard says by itself where Rasa gave no answer, or answered without knowing that the card waits.

Everything comes from memory. It must never claim that a message was kept.
"""

from __future__ import annotations

from typing import Any

from bot.rasa.commands import command
from bot.rasa.safety_policy import BACK, MORE, SAID_NO, WAYS_BESIDE, WAYS_ON, says_no
from bot.safety import card
from bot.safety.support import ASKING, Seen, around, still_here, team_words, utterance, where
from bot.safety.wishes import wants_team
from bot.settings import Service

_NEEDS_RASA = (WAYS_ON | WAYS_BESIDE | {BACK}) - {"more_support"}


def is_beside_the_card(text: str, seen: Seen) -> bool:
    """Whether a message is written while the card waits and asks for nothing that only Rasa could do."""
    return seen.waits and command(text) not in _NEEDS_RASA


def words(text: str, seen: Seen, service: Service, turn: int = 0) -> dict[str, Any]:
    """A human answer while the card waits; the honest fallback for all else. `turn` is how many there were before."""
    place = where(service, seen.place)
    if not is_beside_the_card(text, seen):
        return utterance(card.fallback_message(country=place.country, area=place.area, turn=turn))
    if wants_team(text):
        return team_words(place, around(service, seen))
    if command(text) in ("more_support", "help"):
        return utterance(card.text_message(MORE, country=place.country, area=place.area))
    if seen.context == ASKING and says_no(text):
        return utterance(card.text_message(SAID_NO, country=place.country, area=place.area))
    return still_here(text, seen, service)
