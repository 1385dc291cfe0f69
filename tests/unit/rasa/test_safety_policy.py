"""What the safety policy does next, for every way a turn can begin."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rasa.shared.core.events import ActiveLoop, SlotSet

from bot.rasa.reading import Reading
from bot.rasa.safety_policy import MORE, WAYS_BESIDE, WAYS_ON, beside_the_question, first_step, next_step
from bot.safety.support import Seen, Support

PLAIN = Reading("Tuesday", "nlu_fallback", Seen(), None, "", "", "")
IN_GOALS = replace(PLAIN, open_journey="goals")
CARD_WAITS = replace(PLAIN, state="card", waiting_journey="goals")
QUESTION_WAITS = replace(CARD_WAITS, state="ask")


def test_an_ordinary_message_is_left_to_the_rules() -> None:
    assert first_step(PLAIN).action == ""
    assert first_step(IN_GOALS).action == ""


@pytest.mark.parametrize("layout", ["card", "ask"])
def test_support_halts_the_dialogue_which_waits(layout: str) -> None:
    step = first_step(replace(IN_GOALS, support=Support(layout)))
    assert step.action == f"utter_support_{layout}"
    assert ActiveLoop(None) in step.events
    assert SlotSet("requested_slot", None) in step.events
    assert SlotSet("answer", None) in step.events
    assert SlotSet("waiting_dialogue", "goals") in step.events
    assert SlotSet("support_state", layout) in step.events


def test_a_second_cue_does_not_forget_which_dialogue_waits() -> None:
    step = first_step(replace(CARD_WAITS, support=Support("card")))
    assert not any(isinstance(event, SlotSet) and event.key == "waiting_dialogue" for event in step.events)


@pytest.mark.parametrize("reading", [CARD_WAITS, QUESTION_WAITS])
@pytest.mark.parametrize("intent", sorted(WAYS_ON))
def test_a_way_on_ends_the_waiting(reading: Reading, intent: str) -> None:
    step = first_step(replace(reading, intent=intent))
    assert step.action == ""
    assert step.events == (SlotSet("support_state", None),)


@pytest.mark.parametrize("reading", [CARD_WAITS, QUESTION_WAITS])
@pytest.mark.parametrize("intent", sorted(WAYS_BESIDE))
def test_a_look_aside_leaves_the_card_waiting(reading: Reading, intent: str) -> None:
    step = first_step(replace(reading, intent=intent))
    assert step.action == ""
    assert step.events == ()


@pytest.mark.parametrize("reading", [CARD_WAITS, QUESTION_WAITS])
def test_who_asks_for_help_while_the_card_waits_is_shown_more_of_it(reading: Reading) -> None:
    assert first_step(replace(reading, intent="help", text="help")).action == MORE


@pytest.mark.parametrize("intent", ["start_goals", "greet", "thanks", "affirm", "deny", "nlu_fallback", "skip"])
def test_anything_else_gets_a_human_answer_while_the_card_waits(intent: str) -> None:
    assert first_step(replace(CARD_WAITS, intent=intent)).action == "utter_support_here"


@pytest.mark.parametrize("reading", [CARD_WAITS, QUESTION_WAITS])
def test_back_goes_back_to_the_question_before_the_card(reading: Reading) -> None:
    step = first_step(replace(reading, intent="go_back", text="back"))
    assert step.action == "goals_form"
    assert step.events == (SlotSet("support_state", None),)


def test_back_with_no_dialogue_behind_the_card_gets_a_human_answer() -> None:
    reading = replace(CARD_WAITS, intent="go_back", text="back", waiting_journey="")
    assert first_step(reading).action == "utter_support_here"


@pytest.mark.parametrize(
    "said", ["no", "No.", "nope just tired", "nah", "I'm not", "no im ok", "good heavens no, love", "of course not"]
)
def test_a_no_to_the_short_question_is_believed(said: str) -> None:
    step = first_step(replace(QUESTION_WAITS, text=said))
    assert step.action == "utter_support_no"
    assert step.events == (SlotSet("support_state", None),)


@pytest.mark.parametrize(
    "said", ["nothing matters", "nobody", "no one would notice", "No one", "know what i mean", "normal"]
)
def test_a_word_that_begins_like_no_is_not_a_no(said: str) -> None:
    assert first_step(replace(QUESTION_WAITS, text=said)).action == "utter_support_here"


@pytest.mark.parametrize("said", ["What? You misunderstood me, you idiot", "I'm fine love, you've got that all wrong"])
def test_being_misunderstood_is_heard_among_other_words_while_the_card_waits(said: str) -> None:
    step = first_step(replace(CARD_WAITS, text=said))
    assert step.action == "utter_support_misunderstood"
    assert step.events == (SlotSet("support_state", None),)
    assert next_step(step.action, "goals").action == "action_listen"
    assert first_step(replace(CARD_WAITS, text=said, support=Support("card"))).action == "utter_support_card"


def test_after_a_no_the_dialogue_goes_on_where_it_was() -> None:
    assert next_step("utter_support_no", "goals").action == "goals_form"


def test_after_a_no_outside_a_dialogue_the_menu_is_shown() -> None:
    assert next_step("utter_support_no", "").action == "utter_menu"
    assert next_step("utter_menu", "").action == "action_listen"


@pytest.mark.parametrize("action", ["utter_support_card", "utter_support_ask", "utter_support_here"])
def test_after_a_support_message_nothing_else_is_said(action: str) -> None:
    assert next_step(action, "goals").action == "action_listen"


def test_after_any_other_action_the_rules_decide() -> None:
    assert next_step("goals_form", "goals").action == ""


@pytest.mark.parametrize(
    ("said", "asked_for"),
    [
        ("more ways to get help", True),
        ("where else can I get help", True),
        ("Any other numbers?", True),
        ("ring a helpline", False),
        ("I want more help at home", False),
    ],
)
def test_in_a_dialogue_lines_are_shown_when_they_are_asked_for(said: str, asked_for: bool) -> None:
    reading = replace(PLAIN, text=said, intent="more_support", open_journey="goals")
    assert (beside_the_question(reading) == MORE) is asked_for


def test_who_says_that_they_are_safe_is_answered_and_shown_no_more_lines() -> None:
    said = "I have telephoned Ruth and she is coming over this evening. I am safe, thank you."
    waits = replace(CARD_WAITS, text=said, intent="more_support")
    assert first_step(waits).action == "utter_support_here"
    assert first_step(replace(waits, state="ask")).action == "utter_support_no"


@pytest.mark.parametrize("intent", ["more_support", "help", "person_wanted"])
def test_a_clear_no_to_the_short_question_is_one_whatever_else_it_sounds_like(intent: str) -> None:
    said = replace(QUESTION_WAITS, text="what? no. i just dont want to give a number", intent=intent)
    assert first_step(said).action == "utter_support_no"


def test_the_team_is_told_at_the_short_question_whatever_else_it_sounds_like() -> None:
    assert first_step(replace(QUESTION_WAITS, text="tell my team", intent="deny")).action == "utter_support_team"


@pytest.mark.parametrize("intent", ["stop", "person_wanted", "nlu_fallback", "deny", "carry_on"])
def test_who_will_do_nothing_is_answered_under_the_card_whatever_else_it_sounds_like(intent: str) -> None:
    said = "my brother lives downstairs. im not going to do anything tonight"
    step = first_step(replace(CARD_WAITS, text=said, intent=intent))
    assert step.action == "utter_support_here"
    assert step.events == ()
    shown = replace(CARD_WAITS, text=said, intent=intent, support=Support("card"))
    assert first_step(shown).action == "utter_support_card"
