"""What a message brings, and what a session has shown: place, age, alerts and what may be seen by whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.alert_settings import Alerts
from bot.opening_hours import opening_hours
from bot.rasa.support import Seen, Support, after, around, facts, from_facts, message_for, needed, utterance, where
from bot.safety import card
from bot.safety.places import Place
from bot.settings import Service

CUE = "I want to kill myself"
HOURS = "Monday to Friday, 9 to 5"
ALERTS = Alerts(
    hours=HOURS,
    open=opening_hours({"monday": "09:00-17:00"}, "Europe/London"),
    names=("Sam",),
    procedure="Ring them.",
    acknowledge_within=timedelta(hours=4),
)
OFF, ON = Service(), Service(alerts=ALERTS)
YOUNG = ("under_age",)


def shown(support: Support, service: Service = OFF) -> dict[str, object]:
    return utterance(message_for(support, service), support)


def test_the_card_of_a_service_with_alerts_says_who_may_see_it() -> None:
    support = needed(CUE, Seen())
    assert support is not None
    assert f"next at work ({HOURS})" in message_for(support, ON).text
    assert "No one has been told." in message_for(support, OFF).text


@pytest.mark.parametrize("said", ["im 15", "hi im 15 years old", "I'm sixteen."])
def test_an_age_below_the_minimum_brings_the_card_for_it(said: str) -> None:
    support = needed(said, Seen())
    assert support == Support("card", YOUNG)
    assert message_for(replace(support), Service(minimum_age=18)).id.startswith("utter_support_under_age")


def test_the_service_decides_which_age_is_too_low() -> None:
    assert needed("im 15", Seen(), minimum_age=14) is None
    assert needed("im 15", Seen(), minimum_age=16) == Support("card", YOUNG)
    text = message_for(Support("card", YOUNG), Service(minimum_age=16)).text
    assert "people aged 16 and over" in text


def test_a_child_who_is_hurt_is_not_only_told_that_they_are_too_young() -> None:
    support = needed("im 14 and my dad hits me and i want to die", Seen())
    assert support is not None
    assert set(support.families) > set(YOUNG)


def test_an_age_told_before_counts_for_every_later_card() -> None:
    seen = after(Seen(), [shown(Support("card", YOUNG))])
    assert seen.cards == 0
    support = needed(CUE, seen)
    assert support is not None
    assert "under_age" in support.families
    assert "Childline" in message_for(support, OFF).text


def test_an_age_told_again_is_answered_in_other_words() -> None:
    seen = after(Seen(), [shown(Support("card", YOUNG))])
    again = needed("im 15 i said", seen)
    assert again is not None
    assert message_for(again, OFF).id.startswith("utter_support_again_under_age")


@pytest.mark.parametrize("title", sorted(card.OWN_BUTTONS - {"Support now"}))
def test_a_button_of_the_card_is_never_a_cue(title: str) -> None:
    assert needed(title, Seen(families=("wish_to_die", "plan"), cards=2)) is None


def test_only_a_card_for_a_cue_may_be_seen_by_the_team() -> None:
    assert not after(Seen(), [shown(Support("card", asked_for=True))]).told
    assert not after(Seen(), [shown(Support("ask", ("passive",)))]).told
    assert after(Seen(), [shown(Support("card", ("passive",)))]).told
    asked = utterance(card.team_message(country="GB", area="", around=around(ON)))
    assert after(Seen(), [asked]).told


def test_a_chosen_place_holds_for_what_is_shown_later() -> None:
    place = Place("GB", "Wales")
    seen = after(Seen(), [utterance(card.place_message(place), more={"chosen": place.key})])
    support = needed(CUE, seen)
    assert support is not None
    assert "press 2" in message_for(support, OFF).text
    assert where(OFF, seen.place) == place


def test_a_place_that_is_not_known_is_not_replaced_by_the_services_own() -> None:
    assert where(OFF, Place()) == Place()


def test_the_same_words_are_rendered_again_from_what_was_kept() -> None:
    support = Support("card", ("passive",), 1, place=Place("US"), at=1_780_000_000.0)
    again = from_facts(facts(message_for(support, ON), support))
    assert again is not None
    assert (again, again.at, again.place) == (support, support.at, support.place)


def test_after_more_help_the_name_of_a_place_is_a_choice_until_something_else_is_said() -> None:
    more = utterance(card.text_message("utter_support_more"))
    seen = after(Seen(context="goals.picture"), [more])
    assert (seen.aside, seen.context) == ("more", "goals.picture")
    assert after(seen, [{"text": "Which day?", "step": "goals.when"}]).aside == ""
