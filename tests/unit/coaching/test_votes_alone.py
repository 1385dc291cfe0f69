"""What the trained vote alone takes for no answer: without a word that says so, an answer stands."""

from __future__ import annotations

import pytest

from bot.coaching.gate import AnswerClass, Asked, classify, topic_of
from bot.coaching.gate.person_wanted import may_want_person
from tests.unit.coaching.talk import asked, told

SISTER = ("see my sister more", "7", "she's my sister")
TO_THE_OBSTACLE = (*SISTER, "ring her on sunday at 5", "8")


@pytest.mark.parametrize("said", ["this queue is killing me", "the queue", "my back is killing me", "the wait"])
@pytest.mark.parametrize("question", [Asked.OBSTACLE, Asked.STEP])
def test_who_names_nobody_asks_for_nobody(said: str, question: Asked) -> None:
    assert classify(said, question) is not AnswerClass.PERSON_WANTED


@pytest.mark.parametrize("said", ["get me a humn pls", "any persn there", "i want a human", "hooman pls", "sb real"])
def test_a_person_may_be_misspelt(said: str) -> None:
    assert may_want_person(said)


@pytest.mark.parametrize("said", ["this queue is killing me", "humming in my head", "the rain"])
def test_a_word_of_nobody_is_none(said: str) -> None:
    assert not may_want_person(said)


@pytest.mark.parametrize(
    "said",
    [
        "aint there a bloke at the end of this i can just chat with",
        "i only tell that to people i can see. got anyone",
        "get a real one of you to come on. one thing. do that",
        "can sb from the team phone me about this pls im on 2 to 6",
    ],
)
def test_who_asks_for_somebody_in_their_own_words_is_still_heard(said: str) -> None:
    assert classify(said, Asked.STEP) is AnswerClass.PERSON_WANTED


def test_an_everyday_curse_is_kept_as_the_obstacle() -> None:
    turn = told("goals", *TO_THE_OBSTACLE, "this queue is killing me")
    assert turn.draft.answers["obstacle"].text == "this queue is killing me"
    assert turn.draft.step == "act"


@pytest.mark.parametrize(
    "said", ["i will leave a message", "ill leave him a note", "then i'll leave it with his mum", "leave a voicemail"]
)
def test_what_somebody_will_do_is_no_refusal(said: str) -> None:
    assert classify(said, Asked.STEP) is not AnswerClass.REFUSAL
    turn = told("goals", *TO_THE_OBSTACLE, "he might be out", said)
    assert "act" in turn.draft.answers


@pytest.mark.parametrize(
    "said",
    [
        "leave it", "i'll leave that", "i will not say", "i'll pass", "i'll keep that to myself", "leave me alone",
        "keeping my plans to myself ta", "i do have one but im not writing it", "i'll skip that one",
    ],
)  # fmt: skip
def test_a_refusal_of_a_step_stays_one(said: str) -> None:
    assert classify(said, Asked.STEP) is AnswerClass.REFUSAL


@pytest.mark.parametrize("said", ["you can do it", "just do it", "you can do this", "do that", "go do it"])
def test_a_word_of_cheer_is_no_anger(said: str) -> None:
    assert topic_of(said) is None


@pytest.mark.parametrize("said", ["do one", "you can do one", "fuck this", "just sod off", "clear off"])
def test_anger_stays_anger(said: str) -> None:
    assert asked(told("goals", *SISTER, said)).startswith("utter_goals")
    assert topic_of(said) is not None


def test_cheer_is_kept_as_the_act() -> None:
    turn = told("goals", *TO_THE_OBSTACLE, "i might lose my nerve", "tell myself you can do it")
    assert turn.draft.answers["act"].text == "tell myself you can do it"
    turn = told("goals", *TO_THE_OBSTACLE, "i might lose my nerve", "you can do it")
    assert turn.draft.answers["act"].text == "you can do it"
