"""Short answers outside the dialogues: the fitting one, an apology once, and listening that goes on."""

from __future__ import annotations

import pytest

from actions.answers import Angry, FeelingGood, FeelingLow, is_listening
from actions.not_understood import MOST, near_first
from bot.coaching.topics import about_medicines, about_recovery


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("what is recovery", "what"),
        ("so will I ever get better?", "possible"),
        ("can people with schizophrenia recover", "possible"),
        ("does recovery mean no symptoms", "cure"),
        ("is there a cure", "cure"),
        ("how long does it take", "long"),
        ("is this for life", "long"),
        ("what if I have a relapse", "setback"),
        ("what helps people recover", "helps"),
        ("how do I start my recovery", "helps"),
        ("do I have to do it alone", "alone"),
        ("how do I know I'm recovering", "know"),
        ("tell me about it", "what"),
    ],
)
def test_a_question_about_recovery_gets_its_answer(said: str, key: str) -> None:
    assert about_recovery(said) == f"utter_recovery_{key}"


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("should I stop my tablets", "stopping"),
        ("i want to come off my meds", "stopping"),
        ("my tablets make me sleepy", "side_effects"),
        ("I've put on three stone of weight", "side_effects"),
        ("I missed my injection", "missed"),
        ("i forgot my tablets this morning", "missed"),
        ("I took my tablet twice by mistake", "too_much"),
        ("can I drink on my meds", "mixing"),
        ("can they force me to take it", "forced"),
        ("can I get pregnant on these", "baby"),
        ("do antidepressants work", "working"),
        ("medication advice", "any"),
    ],
)
def test_what_is_said_about_medicines_gets_its_answer(said: str, key: str) -> None:
    assert about_medicines(said) == f"utter_medicines_{key}"


def test_an_apology_comes_once() -> None:
    assert Angry().words_for("you are useless", ()) == "utter_angry"
    assert Angry().words_for("useless", ("utter_angry", "utter_menu")) == "utter_angry_again"


def test_a_heavy_feeling_is_met_and_then_listened_to() -> None:
    assert FeelingLow().words_for("I feel so low", ()) == "utter_feeling_low"
    assert FeelingLow().words_for("Just listen", ("utter_feeling_low",)) == "utter_listening"
    assert FeelingLow().words_for("it's so grey", ("utter_feeling_low", "utter_listening")) == "utter_listening"


def test_listening_ends_with_the_next_thing_that_is_asked_for() -> None:
    assert is_listening(("utter_feeling_low", "utter_listening"))
    assert not is_listening(("utter_listening", "utter_menu"))
    assert not is_listening(())


def test_what_a_message_came_near_is_offered_first() -> None:
    ranking = [
        {"name": "nlu_fallback", "confidence": 0.5},
        {"name": "erase", "confidence": 0.3},
        {"name": "thanks", "confidence": 0.1},
        {"name": "peer_support", "confidence": 0.01},
    ]
    offered = near_first(ranking)
    assert offered[0] == "erase"
    assert "peer_support" not in offered
    assert "start_goals" in offered
    assert len(offered) <= MOST


def test_without_anything_near_the_ways_in_are_offered() -> None:
    assert near_first(()) == ("start_strengths", "start_goals", "start_hope", "show_plan")


@pytest.mark.parametrize(
    "said",
    [
        "ive been waiting 9 months for a fucking psychologist, the cmht are a joke",
        "you didnt get anything wrong you muppet, its them. bloody services",
        "nobody ever rings back",
    ],
)
def test_nobody_is_apologised_to_for_what_others_did(said: str) -> None:
    assert Angry().words_for(said, ("utter_angry",)) == "utter_angry_at_others"


@pytest.mark.parametrize("said", ["my husband died in march and I don't know what to do with myself", "my dog died"])
def test_a_loss_is_met_as_one(said: str) -> None:
    assert FeelingLow().words_for(said, ()) == "utter_feeling_low_sorrow"
    assert FeelingLow().words_for(said, ("utter_listening",)) == "utter_listening"


@pytest.mark.parametrize("said", ["just listen then", "Can you just listen to me?", "Just listen"])
def test_who_wants_to_be_listened_to_is(said: str) -> None:
    assert FeelingLow().words_for(said, ()) == "utter_listening"


@pytest.mark.parametrize(
    "said",
    [
        "not great tbh", "not great tbh. I'm so done with this week", "not good today", "could be better",
        "I'm not feeling great", "not brilliant, didnt sleep", "not doing so well", "ive had better",
    ],
)  # fmt: skip
def test_a_good_that_is_denied_is_no_good_news(said: str) -> None:
    assert FeelingGood().words_for(said, ()) == "utter_feeling_low"


@pytest.mark.parametrize("said", ["that wasn't so bad", "not as bad as i thought", "i feel better", "got the job"])
def test_good_news_is_met_as_good_news(said: str) -> None:
    assert FeelingGood().words_for(said, ()) == "utter_feeling_good"
