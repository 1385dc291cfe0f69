"""Controls told by their words alone, and the answers that hold the same words and are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.answers import State
from bot.coaching.asking import Outcome
from bot.coaching.controls import Control, read_control
from bot.coaching.steering import steers
from tests.unit.coaching.talk import told

STEERED = {
    Control.SKIP: ("can we skip that one", "skip to the next one", "leave that one for now", "come back to that one"),
    Control.BACK: (
        "go back a bit",
        "can i go back to the last question",
        "take me back to the one before",
        "i wanna go back",
    ),
    Control.REPEAT: ("what was the question again", "ask me again", "sorry what did you ask", "can you ask that again"),
    Control.MENU: (
        "take me to the main menu",
        "i want to go back to the menu",
        "actually can we do hope instead",
        "id rather do strengths",
        "can we talk about my goals",
        "let's do the hope one instead please",
        "hang on, can we do the what I'm good at one first?",
        "stop, I want Find some hope",
        "Find some hope",
        "what im good at",
        "stop this, i want to set a goal",
        "no wait, set a goal first",
    ),
    Control.START_AGAIN: ("back to the start", "start from scratch", "start all over again"),
    Control.PLAN: ("what have i put so far", "what have you got so far", "can you show me my plan please"),
    Control.WHY: ("why are you asking me that", "why does it matter", "what's the reason for asking"),
    Control.STOP: (
        "im done for today",
        "save it and come back later",
        "lets call it a day",
        "end this chat",
        "bye for now",
    ),
}


@pytest.mark.parametrize(("text", "control"), [(text, control) for control, texts in STEERED.items() for text in texts])
def test_a_control_is_heard_however_it_is_put(text: str, control: Control) -> None:
    request = read_control(text)
    assert request is not None
    assert request.control is control


@pytest.mark.parametrize(
    "text",
    [
        "go back to college",
        "i want to stop smoking",
        "start again with my sister",
        "skip breakfast less often",
        "take a break from facebook",
        "i want to end it",
        "end it all",
        "i'd like to end it there",
        "save up and come back to leeds",
        "move on from my ex",
        "the menu at the cafe",
        "my plan is to paint",
        "why i drink",
        "leave it to the professionals",
        "quit my job",
        "have enough for the rent",
        "repeat prescriptions",
        "work on my strengths",
        "do more of what gives me hope",
        "i'd rather have hope",
        "let's see my goals through",
        "talk about hard times with my sister instead",
        "score some goals",
        "find some hope in my garden",
        "set a goal each week",
        "do what i'm good at",
        "stop doing what i'm good at for free",
    ],
)
def test_an_answer_with_the_same_words_is_none(text: str) -> None:
    assert steers(text) is None


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert steers(text) is None or Control(steers(text) or "")


AT_THE_STEP = ("learn to swim", "8", "it's fun")


@pytest.mark.parametrize(
    "said",
    [
        "stop for now, I'm going to put the kettle on",
        "stop for now, I'm off to bed",
        "stop now - my tea's ready",
        "let's leave it there for today, I'm knackered",
        "bye for now, I've got to go",
        "stop I feel sick",
    ],
)
def test_who_stops_and_says_why_is_obeyed(said: str) -> None:
    turn = told("goals", *AT_THE_STEP, said)
    assert turn.outcome is Outcome.LEFT
    assert "step" not in turn.draft.answers


@pytest.mark.parametrize("said", ["skip this, I can't think", "skip this one. it's too personal", "pass, I don't know"])
def test_who_skips_and_says_why_is_obeyed(said: str) -> None:
    assert told("goals", *AT_THE_STEP, said).draft.answers["step"].state is State.DECLINED


@pytest.mark.parametrize("said", ["back please I got that wrong", "go back, that was wrong", "back, I made a mistake"])
def test_who_goes_back_and_says_why_is_obeyed(said: str) -> None:
    assert told("goals", *AT_THE_STEP, said).draft.step == "importance_reason"


@pytest.mark.parametrize(
    "said",
    [
        "stop smoking, then the gym",
        "stop smoking, I'm tired of it",
        "stop, breathe, then ring her",
        "go back to college, I don't like being idle",
        "skip breakfast, I'm not hungry",
        "stop, I want to stop drinking",
        "leave him, I can't cope",
        "back to work, my mate has a van",
    ],
)
def test_an_act_with_a_reason_is_an_answer(said: str) -> None:
    turn = told("goals", *AT_THE_STEP, said)
    assert turn.outcome is Outcome.ASKING
    assert turn.draft.partial == said or said in turn.draft.answers["step"].text


@pytest.mark.parametrize("said", ["tired", "I'm tired"])
def test_being_tired_may_be_why_something_matters(said: str) -> None:
    assert told("goals", "a good night's sleep", "8", said).draft.answers["importance_reason"].text == said


def test_who_is_too_tired_for_this_is_asked_less_all_the_same() -> None:
    turn = told("goals", "a good night's sleep", "8", "I'm too tired for this")
    assert "importance_reason" not in turn.draft.answers
    assert turn.sayings[0].words == "utter_short_already"


def test_an_answer_before_the_wish_for_another_dialogue_is_kept() -> None:
    turn = told("goals", *AT_THE_STEP, "ring the pool friday", "8", "i get shy. hang on, can we do strengths first?")
    assert turn.outcome is Outcome.MENU
    assert turn.draft.answers["obstacle"].text == "i get shy"


def test_what_is_saved_in_one_breath_with_the_menu_is_saved() -> None:
    turn = told("goals", *AT_THE_STEP, "ring the pool friday", "8", "skip", "yes save it. set a goal")
    assert turn.outcome is Outcome.KEPT
