"""Who can see it, reminders and the point of this: asked in everyday words at any question, answered, then asked on."""

from __future__ import annotations

import pytest

from bot.coaching.asking import Outcome, Turn
from bot.coaching.gate import asks_for_reminder, asks_who_sees, topic_of
from tests.unit.coaching.talk import asked, at_consent, begin, leads, take, to_the_read_back, told

AT_THE_STEP = ("learn to swim", "8", "it's fun")
AT_THE_TIME = (*AT_THE_STEP, "ring my sister")


def _places() -> dict[str, Turn]:
    sharing = take(begin("edit").draft, "share 1")
    return {
        "a wish": begin("goals"),
        "a number": told("goals", "learn to swim"),
        "a step": told("goals", *AT_THE_STEP),
        "a time": told("goals", *AT_THE_TIME),
        "the read-back": to_the_read_back(told("goals", *AT_THE_TIME)),
        "check-in": begin("check_in"),
        "a change": begin("edit"),
        "the read-back of sharing": sharing,
    }


PLACES = _places()
WHO_SEES = [
    "bloody hell thats long. so my worker can read it?",
    "can my worker read this or not",
    "No. can my worker see it",
    "u didnt answer. can my worker see the plan",
    "does that mean she can see it now?",
    "will my mum find out",
    "dont let my key worker see this",
    "don't send it to my nurse",
    "who reads this",
    "does my team see the rest",
    "which ones shared",
    "what am I sharing?",
    "is line 2 shared",
    "so can they see reliable",
    "which bits can she see",
    "does Carol see this",
    "this is just between us right",
    "have you sent it to her?",
]
REMINDERS = [
    "will you remind me on Wednesday?",
    "You didn't answer me dear. Do you send me a reminder or not?",
    "can I have a reminder to look at it a week on friday",
    "I'm asking about the reminder",
    "remind me tuesday",
    "can u text me on the day",
    "so no reminder then?",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("said", WHO_SEES)
def test_who_sees_it_is_answered_anywhere_and_the_question_comes_again(place: str, said: str) -> None:
    turn = take(PLACES[place].draft, said)
    assert [say.words for say in leads(turn)] == ["utter_who_reads"]
    assert asked(turn) == PLACES[place].draft.question.words
    assert turn.draft.answers == PLACES[place].draft.answers


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("said", REMINDERS)
def test_whether_a_reminder_comes_is_answered_anywhere(place: str, said: str) -> None:
    turn = take(PLACES[place].draft, said)
    assert [say.words for say in leads(turn)] == ["utter_reminders"]
    assert asked(turn) == PLACES[place].draft.question.words


@pytest.mark.parametrize(
    "said", [*WHO_SEES, "its ok i guess. does that mean she can see it now?", "don't share anything"]
)
def test_at_consent_it_is_answered_and_neither_a_yes_nor_a_no(said: str) -> None:
    turn = at_consent(said)
    assert [say.words for say in turn.sayings] == ["utter_who_reads", "utter_needed"]
    assert turn.draft.tries == 0


def test_questions_of_privacy_use_up_no_try_at_consent() -> None:
    turn = at_consent("bloody hell thats long", *["thats daft. can she see it"] * 5)
    assert turn.outcome is Outcome.ASKING


@pytest.mark.parametrize(
    "said",
    [
        "ok. just dont send it to her",
        "fine but dont tell my mum",
        "yes yes is ok, only dont tell my wife",
        "yes, but please don't show my dad",
        "yeah as long as you dont tell my brother",
        "ok don't share it with anyone",
        "i agree, just don't let my ex see it",
    ],
)
def test_a_yes_with_a_condition_is_a_yes(said: str) -> None:
    turn = at_consent(said)
    assert turn.outcome is Outcome.NOTHING
    assert turn.draft.answers["ask"].choice == "yes"
    assert "unshared" in turn.draft.answers


@pytest.mark.parametrize(
    "said",
    [
        "ok but dont keep my words",
        "fine but don't tell me what to do",
        "just dont send it to her",
        "yes if nobody sees it",
        "no, and dont tell my mum",
    ],
)
def test_another_condition_is_no_such_yes(said: str) -> None:
    assert "unshared" not in at_consent(said).draft.answers


def test_a_yes_to_sharing_that_is_taken_back_in_one_breath_shares_nothing() -> None:
    turn = take(PLACES["the read-back of sharing"].draft, "ok. just dont send it to her")
    assert turn.outcome is Outcome.ASKING
    assert not turn.items


@pytest.mark.parametrize(
    "said",
    ["my worker can read it with me", "ask my nurse to look at it", "tell my team I'm off", "my sister can see it",
     "show my mum the drawing", "share my food with the birds", "don't tell my mum", "a place where they see me"],
)  # fmt: skip
def test_what_may_be_an_answer_is_no_question_of_privacy(said: str) -> None:
    assert not asks_who_sees(said)


@pytest.mark.parametrize(
    "said",
    ["set a reminder on my phone", "ask Kev to remind me", "remind me of my plan", "could you remind me what I said",
     "remind me to breathe", "my mum reminds me"],
)  # fmt: skip
def test_what_may_be_an_answer_asks_for_no_reminder(said: str) -> None:
    assert not asks_for_reminder(said)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "said", ["what's the point of this", "whats the point of this?", "what is the use of this chat"]
)
def test_the_point_of_this_is_why_it_is_asked(place: str, said: str) -> None:
    turn = take(PLACES[place].draft, said)
    assert leads(turn)[-1].words.endswith("_why")
    assert asked(turn) == PLACES[place].draft.question.words


def test_the_point_of_this_at_consent_is_why_words_are_kept() -> None:
    assert asked(at_consent("whats the point of this")) == "utter_consent_ask_why"


@pytest.mark.parametrize(
    "said", ["what's the point", "what's the point of living", "what's the point of all this", "what's the point of me"]
)
def test_the_point_of_life_is_no_such_question(said: str) -> None:
    turn = take(PLACES["a wish"].draft, said)
    assert "utter_goals_picture_why" not in [say.words for say in turn.sayings]


def test_a_complaint_alone_stays_one() -> None:
    assert topic_of("you didn't answer. that's rubbish") is not None
    assert topic_of("you didn't answer. that's rubbish") is topic_of("you didn't answer")
