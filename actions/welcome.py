"""Greeting, menu, plan, and what is asked about them: always with the way back to an open dialogue."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import CairnAction, Event, channel_of, in_time, speak
from actions.plan_words import WHO_READS, for_this_person, plan_sayings
from actions.words import words
from bot.coaching.draft import Say
from bot.coaching.plan import Item
from bot.settings import settings
from bot.store.repositories.plans import NumberedPlan
from bot.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Known:
    """What is known of a person at the door."""

    returning: bool
    open_journeys: tuple[str, ...]
    plan: NumberedPlan
    shared: frozenset[Item] = frozenset()  # what their team may see


def known_of(database_url: str, channel: str, pseudonym: str) -> Known:
    """What the store holds; nobody is entered into it for saying hello."""
    with UnitOfWork(database_url) as work:
        person = work.people.by_identity(channel, pseudonym)
        if person is None:
            return Known(returning=False, open_journeys=(), plan=NumberedPlan())
        plan, shared = work.plans.numbered(person.id), work.sharing.shared(person.id)
        return Known(True, work.drafts.open_journeys(person.id), plan, shared)


class DoorAction(CairnAction):
    """An action that needs to know who is at the door."""

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Event]:
        url, channel = settings().database_url, channel_of(tracker)
        known = await in_time(lambda: known_of(url, channel, tracker.sender_id))
        speak(dispatcher, self.sayings(known, len(tracker.events)))
        return self.events(known)

    def events(self, known: Known) -> list[Event]:
        """What Rasa should know."""
        return waiting(known)

    @abstractmethod
    def sayings(self, known: Known, variant: int) -> tuple[Say, ...]:
        """What to say at the door. `variant` picks among wordings."""


class Hello(DoorAction):
    """Greets; offers the way back to an open dialogue, else the menu."""

    def name(self) -> str:
        return "action_hello"

    def sayings(self, known: Known, variant: int) -> tuple[Say, ...]:
        if known.open_journeys:
            return (Say("utter_hello_again", variant=variant), about_open("utter_offer_to_go_on", known))
        greeting = "utter_hello_again" if known.returning else "utter_hello"
        return (Say(greeting, variant=variant), Say("utter_menu"))


class Menu(DoorAction):
    """Shows what there is to do."""

    def name(self) -> str:
        return "action_menu"

    def sayings(self, known: Known, variant: int) -> tuple[Say, ...]:  # noqa: ARG002 (one wording, easy to find again)
        return way_back(known) or (Say("utter_menu"),)


class CarryOn(DoorAction):
    """Back to the dialogue that was left open latest, after a day too; the menu where none is open."""

    def name(self) -> str:
        return "action_carry_on"

    def sayings(self, known: Known, variant: int) -> tuple[Say, ...]:  # noqa: ARG002 (the form says the question)
        return () if known.open_journeys else (Say("utter_menu"),)

    def events(self, known: Known) -> list[Event]:
        back = [FollowupAction(f"{known.open_journeys[0]}_form")] if known.open_journeys else []
        return [*waiting(known), *back]


class ShowPlan(DoorAction):
    """Shows the plan."""

    def name(self) -> str:
        return "action_show_plan"

    def sayings(self, known: Known, variant: int) -> tuple[Say, ...]:  # noqa: ARG002 (the plan has one form)
        return plan_sayings(known.plan, known.shared)


class WhoReads(DoorAction):
    """Tells who sees what is written here, with what this person shares just now."""

    def name(self) -> str:
        return "action_who_reads"

    def sayings(self, known: Known, variant: int) -> tuple[Say, ...]:  # noqa: ARG002 (one wording, which is exact)
        return (*for_this_person((Say(WHO_READS),), known.plan, known.shared), *way_back(known))


class Reminders(DoorAction):
    """Tells that no reminder is sent, and what there is instead."""

    def name(self) -> str:
        return "action_reminders"

    def sayings(self, known: Known, variant: int) -> tuple[Say, ...]:  # noqa: ARG002 (one wording, which is exact)
        return (Say("utter_reminders"), *way_back(known))


def waiting(known: Known) -> list[Event]:
    """The dialogue that "carry on" goes back to, as Rasa should know it."""
    return [SlotSet("waiting_dialogue", known.open_journeys[0])] if known.open_journeys else []


def way_back(known: Known) -> tuple[Say, ...]:
    """The way back to the dialogue that is open; nothing where none is."""
    return (about_open("utter_menu_open", known),) if known.open_journeys else ()


def about_open(key: str, known: Known) -> Say:
    """A saying that names the dialogue which is open."""
    return Say(key, {"journey": words().fill(f"utter_journey_{known.open_journeys[0]}", {})})
