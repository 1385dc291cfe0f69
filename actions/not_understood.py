"""What is said to a message that asks for nothing known: so honestly, with choices, never a wrong guess.

Who asked only to be listened to is listened to, and a message that missed its question is asked for again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import LISTENING, is_listening, said_before, turns
from actions.base import CairnAction, Event, channel_of, in_time, speak
from actions.welcome import about_open, known_of, waiting
from actions.words import words
from bot.coaching.draft import Say
from bot.settings import settings

NEAR = 0.08  # the share from which an intent is worth offering
MOST_NEAR, MOST = 2, 5  # buttons: of what came near, and in all
# The name of each intent on a button; those that are not here are never offered.
OFFERS: Mapping[str, str] = {
    "start_strengths": "utter_offer_start_strengths",
    "start_goals": "utter_offer_start_goals",
    "start_hope": "utter_offer_start_hope",
    "check_in": "utter_offer_check_in",
    "hard_times": "utter_offer_hard_times",
    "show_plan": "utter_offer_show_plan",
    "edit_plan": "utter_offer_edit_plan",
    "peer_support": "utter_offer_peer_support",
    "about_bot": "utter_offer_about_bot",
    "who_reads": "utter_offer_who_reads",
    "erase": "utter_offer_erase",
    "about_recovery": "utter_offer_about_recovery",
    "about_medicines": "utter_offer_about_medicines",
    "person_wanted": "utter_offer_person_wanted",
    "more_support": "utter_offer_more_support",
    "help": "utter_offer_help",
    "carry_on": "utter_offer_carry_on",
    "feeling_low": "utter_offer_feeling_low",
}
_ALWAYS = ("start_strengths", "start_goals", "start_hope", "show_plan")


class NotUnderstood(CairnAction):
    """Says so honestly, with choices that begin with what the message came near."""

    def name(self) -> str:
        return "action_not_understood"

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Event]:
        if is_listening(said_before(tracker)):
            speak(dispatcher, (Say(LISTENING, variant=turns(tracker)),))
            return []
        url, channel = settings().database_url, channel_of(tracker)
        known = await in_time(lambda: known_of(url, channel, tracker.sender_id))
        if known.open_journeys:
            speak(dispatcher, (about_open("utter_offer_unsent", known),))
        else:
            offered = near_first(tracker.latest_message.get("intent_ranking") or ())
            titles = tuple(words().fill(OFFERS[intent], {}) for intent in offered)
            spoken = turns(tracker)
            greeting = () if known.returning or spoken > 1 else (Say("utter_hello"),)
            speak(dispatcher, (*greeting, Say("utter_not_understood", variant=spoken, choices=titles)))
        return waiting(known)


def near_first(ranking: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The intents to offer: those that came near, likeliest first, then the ways in."""
    likely = [str(guess["name"]) for guess in ranking if float(guess.get("confidence") or 0) >= NEAR]
    near = [intent for intent in likely if intent in OFFERS]
    return tuple(dict.fromkeys((*near[:MOST_NEAR], *_ALWAYS)))[:MOST]
