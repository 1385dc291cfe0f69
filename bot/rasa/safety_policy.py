"""The policy that answers cues in every state of the dialogue, before any rule and without the action server.

Rasa predicts an active form before any rule, and a form whose action fails says nothing; a "no user" prediction of ours
overrules that. While the card waits, it sees to it that nothing but the way back moves the dialogue.
"""

# ruff: noqa: ARG002, ARG003
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Optional

from rasa.core.policies.policy import Policy, PolicyPrediction, SupportedData, confidence_scores_for
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_LISTEN_NAME, REQUESTED_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, Event, SlotSet, UserUttered
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.commands import command
from bot.rasa.incoming import CUE
from bot.rasa.reading import FORM, Reading, read
from bot.safety.denials import is_clear_no, reassures, says_misunderstood, says_safe
from bot.safety.places import asks_where, place_named
from bot.safety.promises import promises
from bot.safety.support import ASK, CARD
from bot.safety.wishes import reports_problem, wants_team

SHOW = {CARD: "utter_support_card", ASK: "utter_support_ask"}
PRIORITY = 100  # above every policy of Rasa's
STILL_HERE = "utter_support_here"
SAID_NO = "utter_support_no"
MISUNDERSTOOD = "utter_support_misunderstood"
MORE = "utter_support_more"
WHERE = "utter_support_where"
PLACE = "utter_support_place"
TELL = "utter_support_team"
REPORTED = "utter_support_problem"
NOT_UNDERSTOOD = "action_not_understood"
MENU = "utter_menu"  # after a no, where no question waits
_LISTENS_AFTER = frozenset(
    {*SHOW.values(), STILL_HERE, MENU, MISUNDERSTOOD, MORE, WHERE, PLACE, TELL, REPORTED, NOT_UNDERSTOOD}
)
BACK = "go_back"  # to the question before the card
BEGINS = {"start_goals": "goals", "start_strengths": "strengths", "start_hope": "hope", "hard_times": "hard_times"}
# While the card waits these are left to the rules; the first group ends the waiting.
WAYS_ON = frozenset({"carry_on", "menu", "stop", "misunderstood"})
WAYS_BESIDE = frozenset({"show_plan", "more_support", "person_wanted"})
_ASKS = re.compile(r"^\W*(?:is|are|who|where|what|which|how|can|could|give|show)\b", re.IGNORECASE)
_NO = re.compile(r"^\W*(no(?! one\b)|nope|nah|not really|never|neither|i'?m not|i am not)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Step:
    """What to do next: an action, or none where the rules decide, and what changes with it."""

    action: str = ""
    events: tuple[Event, ...] = field(default=())


def first_step(reading: Reading) -> Step:
    """The step that follows a person's message."""
    if reading.support is not None:
        layout = reading.support.layout
        return Step(SHOW[layout], pause(reading.open_journey, layout))
    beside = beside_the_question(reading)
    if beside:
        return Step(beside, (SlotSet("answer", None),))
    if not reading.state:
        nothing_shown = not reading.seen.shown and not reading.open_journey
        return Step(NOT_UNDERSTOOD if nothing_shown and reading.intent == "misunderstood" else "")
    if reading.state == CARD and promises(reading.text):
        return Step(STILL_HERE)  # whatever it was taken for: "nothing tonight" is no wish to stop
    if reading.intent in WAYS_ON:
        return Step(events=(SlotSet("support_state", None),))
    clear_no = reading.state == ASK and is_clear_no(reading.text)
    mistaken = says_misunderstood(reading.text) or says_safe(reading.text)
    if reassures(reading.text) and not mistaken:
        return Step(STILL_HERE) if reading.state == CARD else Step(SAID_NO, (SlotSet("support_state", None),))
    if command(reading.text) == BACK and reading.waiting_journey:
        return Step(f"{reading.waiting_journey}{FORM}", (SlotSet("support_state", None),))
    if reading.intent == "help" and not clear_no:
        return Step(MORE)  # nobody who asks for help now wants to know how this works
    if reading.intent in WAYS_BESIDE and not clear_no:
        return Step()
    if reading.state == ASK and (reading.intent == "deny" or says_no(reading.text)):
        return Step(SAID_NO, (SlotSet("support_state", None),))
    if reading.state == CARD and mistaken:
        return Step(MISUNDERSTOOD, (SlotSet("support_state", None),))
    return Step(STILL_HERE)


def says_no(text: str) -> bool:
    """Whether a message answers the short question with no."""
    return bool(_NO.match(text)) or is_clear_no(text)


def beside_the_question(reading: Reading) -> str:
    """The action for a wish about the help or the last reply, which leaves dialogue and card alone; else empty."""
    if reports_problem(reading.text):
        return REPORTED
    if reading.intent == "more_support" and reading.open_journey and _asks_for_lines(reading.text):
        return MORE
    if not reading.state and not reading.seen.aside:
        return ""
    if wants_team(reading.text):
        return TELL
    if asks_where(reading.text):
        return WHERE
    return PLACE if place_named(reading.text) else ""


def _asks_for_lines(text: str) -> bool:
    """Whether it is asked for: "ring a helpline" and "more help at home" answer the question that stands open."""
    return command(text) == "more_support" or bool(_ASKS.match(text)) or text.rstrip().endswith("?")


def next_step(last_action: str, waiting_journey: str) -> Step:
    """The step that follows an action of this policy within the same turn."""
    if last_action == SAID_NO:
        return Step(f"{waiting_journey}{FORM}" if waiting_journey else MENU)
    if last_action in _LISTENS_AFTER:
        return Step(ACTION_LISTEN_NAME)
    return Step()


def begun_before(tracker: DialogueStateTracker) -> str:
    """The dialogue that the message before this one asked for, where the short question was shown instead; or empty."""
    said = [event for event in tracker.events if isinstance(event, UserUttered)]
    cue = (said[-2].parse_data or {}).get(CUE) if len(said) > 1 else None
    if not isinstance(cue, dict) or cue.get("layout") != ASK:
        return ""
    return BEGINS.get(str(cue.get("instead_of")), "")


def pause(open_journey: str, layout: str) -> tuple[Event, ...]:
    """The events that halt a dialogue for a support message; its journey waits for the way back."""
    waiting = (SlotSet("waiting_dialogue", open_journey),) if open_journey else ()
    halted = (ActiveLoop(None), SlotSet(REQUESTED_SLOT, None), SlotSet("answer", None))
    return (*halted, *waiting, SlotSet("support_state", layout))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class SafetyPolicy(Policy):
    """Predicts with certainty where support is due, and abstains everywhere else."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"priority": PRIORITY}

    @staticmethod
    def supported_data() -> SupportedData:
        return SupportedData.ML_AND_RULE_DATA

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SafetyPolicy:
        return cls(config, model_storage, resource, execution_context)

    def train(
        self,
        training_trackers: list[TrackerWithCachedStates],
        domain: Domain,
        **kwargs: Any,
    ) -> Resource:
        return self._resource

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: Optional[dict[str, Any]] = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        if tracker.latest_action_name == ACTION_LISTEN_NAME:
            step = first_step(read(tracker))
        else:
            waiting = tracker.get_slot("waiting_dialogue") or begun_before(tracker)
            step = next_step(tracker.latest_action_name or "", waiting)
        if not step.action:
            return self._prediction(self._default_predictions(domain), events=list(step.events))
        return self._prediction(
            confidence_scores_for(step.action, 1.0, domain),
            events=list(step.events),
            is_no_user_prediction=True,
        )
