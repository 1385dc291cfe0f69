"""Short answers outside the dialogues that depend on what was said: about recovery, medicines and feelings.

No answer here advises on treatment, and none of them reads the store.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import CairnAction, Event, speak
from bot.coaching.draft import Say
from bot.coaching.gate import Loss, loss_in
from bot.coaching.topics import about_medicines, about_recovery

LISTENING = "utter_listening"
ANGRY, ANGRY_AGAIN, ANGRY_AT_OTHERS = "utter_angry", "utter_angry_again", "utter_angry_at_others"
_OTHERS = re.compile(
    r"\b(?:cmht|nhs|services?|psychologist|psychiatrist|therapist|doctors?|gp|nurses?|crisis team|clinic|hospital|ward"
    r"|social worker|support worker|waiting list|waiting (?:for|\w+ (?:weeks|months|years))|council|benefits|dwp|them"
    r"|they|nobody|no ?one|my (?:\w+ )?(?:mum|dad|brother|sister|family|worker|neighbours?|landlord|ex|boss"
    r"|key ?worker))\b",
    re.IGNORECASE,
)
_LISTENS = re.compile(r"(?:(?:can|could) you |please |ok |yes )*just listen(?: then| please| to me| for a bit)*")

_NOT_GOOD = re.compile(
    r"\b(?:not|never|n[o'’]?t)\s+(?:(?:so|too|very|really|that|all|feeling|feel|doing|been|having|the|a|sleeping|much)\s+)*"
    r"(?:good|great|brilliant|well|fine|ok|okay|better|best|amazing|happy|much)\b"
    r"|\bcould(?: be|['’]?ve been| have been)? better\b|\b(?:seen|had|known) better\b|\bso done with\b",
    re.IGNORECASE,
)


class Answer(CairnAction):
    """An action that says one thing, chosen by what the person wrote and what was said before."""

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Event]:
        text = str(tracker.latest_message.get("text") or "")
        speak(dispatcher, (Say(self.words_for(text, said_before(tracker)), variant=turns(tracker)),))
        return []

    @abstractmethod
    def words_for(self, text: str, before: tuple[str, ...]) -> str:
        """The key of what to say. `before` holds the keys of all that was said in this session, oldest first."""


class AboutRecovery(Answer):
    """Answers a question about recovery, with its source."""

    def name(self) -> str:
        return "action_about_recovery"

    def words_for(self, text: str, before: tuple[str, ...]) -> str:  # noqa: ARG002
        return about_recovery(text)


class AboutMedicines(Answer):
    """Answers what is said about medicines, with its source and no advice."""

    def name(self) -> str:
        return "action_about_medicines"

    def words_for(self, text: str, before: tuple[str, ...]) -> str:  # noqa: ARG002
        return about_medicines(text)


class FeelingLow(Answer):
    """Meets a heavy feeling: offers to listen, or a bit of hope; once it listens, it goes on listening."""

    def name(self) -> str:
        return "action_feeling_low"

    def words_for(self, text: str, before: tuple[str, ...]) -> str:
        wants_it = bool(_LISTENS.fullmatch(text.casefold().strip(" .!?")))
        if wants_it or is_listening(before):
            return LISTENING
        return "utter_feeling_low_sorrow" if loss_in(text) is Loss.DEATH else "utter_feeling_low"


class FeelingGood(FeelingLow):
    """Is glad with them; a good that they denied ("not great tbh") is met as what it is."""

    def name(self) -> str:
        return "action_feeling_good"

    def words_for(self, text: str, before: tuple[str, ...]) -> str:
        return super().words_for(text, before) if _NOT_GOOD.search(text) else "utter_feeling_good"


class Angry(Answer):
    """Apologises once in a session, and not for what others did; after that it does not repeat itself."""

    def name(self) -> str:
        return "action_angry"

    def words_for(self, text: str, before: tuple[str, ...]) -> str:
        if _OTHERS.search(text):
            return ANGRY_AT_OTHERS
        return ANGRY_AGAIN if ANGRY in before else ANGRY


def is_listening(before: tuple[str, ...]) -> bool:
    """Whether the person has asked only to be listened to, and nothing else has come since."""
    return bool(before) and before[-1] == LISTENING


def said_before(tracker: Tracker) -> tuple[str, ...]:
    """The keys of all that was said since this session began, oldest first."""
    said: list[str] = []
    for event in tracker.events:
        if event.get("event") == "session_started":
            said = []
        elif event.get("event") == "bot":
            said.append(_key_of(event))
    return tuple(said)


def turns(tracker: Tracker) -> int:
    """How many messages the person has sent, so that no wording comes twice running."""
    return sum(event.get("event") == "user" for event in tracker.events)


def _key_of(event: dict[str, Any]) -> str:
    return str((event.get("metadata") or {}).get("utter_action") or "")
