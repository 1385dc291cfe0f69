"""The action behind every journey's form: the tracker in, the engine's turn, Rasa's events out."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, Optional

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import CairnAction, Event, channel_of, in_time, speak
from actions.turns import Entry, Message, take_turn
from bot.coaching.asking import Outcome
from bot.coaching.guides import CONSENT
from bot.safety.support import ASK, TAKEN_BACK, UNCLEAR
from bot.settings import settings
from bot.store.unit_of_work import UnitOfWork


class DialogueAction(CairnAction):
    """`validate_<journey>_form`. Says the questions itself; Rasa only keeps the form open."""

    @property
    @abstractmethod
    def journey(self) -> str:
        """The journey's name in every folder. Abstract, so that the action server registers journeys only."""

    def name(self) -> str:
        return f"validate_{self.journey}_form"

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Event]:
        message = message_of(tracker)
        if message is None:
            return []
        reply = await in_time(lambda: take_turn(lambda: UnitOfWork(settings().database_url), self.journey, message))
        speak(dispatcher, reply.sayings, reply.turn, reply.so_far)
        return self._events(reply.outcome, starts=tracker.slots.get("requested_slot") is None)

    def _events(self, outcome: Outcome, *, starts: bool) -> list[Event]:
        answered = SlotSet("answer", None)
        if outcome in {Outcome.ASKING, Outcome.SHOW_PLAN}:
            return [answered, SlotSet("waiting_dialogue", None)] if starts else [answered]
        done = [answered, SlotSet("requested_slot", None)]
        if outcome in {Outcome.KEPT, Outcome.NOTHING}:
            return [*done, SlotSet("waiting_dialogue", None)]
        left = [*done, SlotSet("waiting_dialogue", self.journey)]
        return [*left, FollowupAction("action_menu")] if outcome is Outcome.MENU else left

    def after_trouble(self, tracker: Tracker) -> list[Event]:
        asked = tracker.slots.get("requested_slot") is not None
        return [SlotSet("answer", None)] + ([] if asked else [SlotSet("requested_slot", None)])


def message_of(tracker: Tracker) -> Message | None:
    """The message of this turn, or None where the form was called without one."""
    activates = tracker.slots.get("requested_slot") is None
    answer = tracker.slots.get("answer")
    if not activates and answer is None:
        return None
    last = tracker.latest_message or {}
    entry = _entry(tracker) if activates else Entry.ANSWER
    text = str(last.get("text") or "") if activates else str(answer)
    goes_on = entry is Entry.AFTER_CARD or (entry is Entry.WISH and _has_just_denied(tracker))
    kept = _answer_before(tracker) if goes_on else ""
    return Message(
        channel=channel_of(tracker),
        pseudonym=tracker.sender_id,
        id=str(last.get("message_id") or ""),
        text=kept or text,
        entry=Entry.ANSWER if kept and entry is Entry.AFTER_CARD else entry,
        shown_turn=_shown_turn(tracker),
        began_with=_began_with(tracker),
    )


def _began_with(tracker: Tracker) -> str:
    """What they wrote before they were asked for consent, while that is asked; of a cue only what they said is none."""
    said, asked_about, began = "", "", ""
    for event in tracker.events:
        known = _metadata(event)
        if event.get("event") == "user":
            words = str(event.get("text") or "")
            said, asked_about = ("", words) if known.get("support") else (words, asked_about)
        elif (known.get("support") or {}).get("layout") in TAKEN_BACK:
            said = asked_about
        elif journey := str(known.get("step") or "").partition(".")[0]:
            began = (began or said) if journey == CONSENT.journey else ""
    return began


# Families for which an answer is mistaken; what was heard of their own life is not recorded behind their back.
_MISTAKEN_FOR = frozenset({*UNCLEAR, "voices", "abuse", "child", "harm_others", "someone_else"})


def _answer_before(tracker: Tracker) -> str:
    """What they wrote at the open question and was taken for a cue, once they have said that it was none.

    Only where it was taken for no cue of their own life: what is ambiguous in itself was hardly meant as an answer.
    """
    denied = False
    for event in reversed(tracker.events):
        known = event.get("metadata") or {}
        if event.get("event") == "bot":
            layout = (known.get("support") or {}).get("layout")
            denied = denied or layout in TAKEN_BACK
            if "step" in known and layout != ASK:
                return ""
        elif event.get("event") == "user" and known.get("support_shown"):
            was_answer = set(known["support_shown"].get("families") or ()) <= _MISTAKEN_FOR
            return str(event.get("text") or "") if denied and was_answer else ""
    return ""


def _has_just_denied(tracker: Tracker) -> bool:
    """Is the last thing said the thanks for a no to the short question?"""
    last: dict[str, Any] = next((event for event in reversed(tracker.events) if event.get("event") == "bot"), {})
    return (_metadata(last).get("support") or {}).get("layout") in TAKEN_BACK


def _entry(tracker: Tracker) -> Entry:
    if tracker.slots.get("waiting_dialogue") is None:
        return Entry.WISH
    card = any("support" in _metadata(event) for event in _since_last_question(tracker))
    return Entry.AFTER_CARD if card else Entry.CARRY_ON


def _since_last_question(tracker: Tracker) -> list[dict[str, Any]]:
    """The bot's own events after the last question that it showed."""
    since: list[dict[str, Any]] = []
    for event in reversed(tracker.events):
        if "step" in _metadata(event):
            break
        since.append(event)
    return since


def _shown_turn(tracker: Tracker) -> Optional[int]:
    for event in reversed(tracker.events):
        turn = _metadata(event).get("turn")
        if turn is not None:
            return int(turn)
    return None


def _metadata(event: dict[str, Any]) -> dict[str, Any]:
    known = event.get("metadata") or {}
    support = {"support": known["support_shown"]} if known.get("support_shown") else {}
    return {**known, **support} if event.get("event") in {"bot", "user"} else {}
