"""What stands beside an answer in one message: the answer is kept, the question is answered, the talk goes on."""

from __future__ import annotations

import pytest

from bot.coaching.asking import Outcome
from tests.unit.coaching.talk import asked, at_consent, leads, told

AT_THE_STEP = ("learn to swim", "8", "it's fun")
AT_THE_TIME = (*AT_THE_STEP, "ring my sister")


@pytest.mark.parametrize(
    ("said", "kept", "reply"),
    [
        ("Thursday after breakfast. Who sees this?", "Thursday after breakfast.", "utter_who_reads"),
        ("Thursday after breakfast, and who reads this?", "Thursday after breakfast", "utter_who_reads"),
        ("Who sees this? Thursday after breakfast", "Thursday after breakfast", "utter_who_reads"),
        ("at six. will you remember this?", "at six.", "utter_who_reads"),
        ("on friday. are you a robot?", "on friday.", "utter_about_bot"),
        ("on friday. Is there any point at my age?", "on friday.", "utter_cannot_answer"),
        ("on friday! why do you want to know?", "on friday!", "utter_goals_step_when_why"),
        ("on friday. What happens to the one about my sister?", "on friday.", "utter_parked_wishes"),
    ],
)
def test_an_answer_with_a_question_is_kept_and_the_question_answered(said: str, kept: str, reply: str) -> None:
    turn = told("goals", *AT_THE_TIME, said)
    assert turn.draft.answers["step_when"].text == kept
    assert leads(turn)[-1].words == reply
    assert asked(turn) == "utter_goals_confidence"


@pytest.mark.parametrize(
    ("messages", "step", "kept"),
    [
        (("become an astronaut. Is there any point at my age?",), "picture", "become an astronaut."),
        ((*AT_THE_STEP, "Send off for the form I suppose. Is there any point?"), "step", "Send off for the form"),
        ((*AT_THE_STEP, "I posted it! why do you want to know?"), "step", "I posted it!"),
        (("learn to swim", "8 because it's fun. who reads this?"), "importance_reason", "it's fun."),
        ((*AT_THE_STEP, "what would I do? ring my sister"), "step", "ring my sister"),
    ],
)
def test_no_question_costs_an_answer(messages: tuple[str, ...], step: str, kept: str) -> None:
    assert told("goals", *messages).draft.answers[step].text == kept


@pytest.mark.parametrize(
    "said",
    [
        "who reads this?",
        "sorry. who reads this?",
        "I'm 67. is there any point?",
        "ok. why do you ask?",
        "I don't want anyone to know. who reads this?",
        "I don't get it. what do you mean?",
    ],
)
def test_what_only_leads_to_a_question_is_no_answer(said: str) -> None:
    assert "step" not in told("goals", *AT_THE_STEP, said).draft.answers


def test_who_asks_what_is_meant_loses_nothing_by_it() -> None:
    turn = told("goals", *AT_THE_STEP, "ring somebody. what do you mean?", "skip")
    assert turn.draft.answers["step"].text == "ring somebody."


@pytest.mark.parametrize("said", ["my dog, does that count?", "my dog. is that ok?"])
def test_a_question_that_belongs_to_the_answer_is_no_other(said: str) -> None:
    turn = told("goals", said)
    assert turn.draft.answers["picture"].text.startswith("my dog")
    assert "utter_cannot_answer" not in [say.words for say in turn.sayings]


@pytest.mark.parametrize(
    "said", ["We went to the sea. Who knew? I loved it.", "I asked him are you coming? He said yes."]
)
def test_a_story_that_holds_a_question_stays_whole(said: str) -> None:
    assert told("strengths", "something i enjoy", said).draft.answers["story"].text == said


@pytest.mark.parametrize(
    "said", ["Is this authorised? Very well, yes.", "yes. who reads this?", "yes, who reads this?"]
)
def test_a_yes_to_keeping_words_is_taken_with_a_question_beside_it(said: str) -> None:
    turn = at_consent(said)
    assert turn.outcome is Outcome.NOTHING
    assert turn.draft.answers["ask"].choice == "yes"
    assert [say.words for say in turn.sayings] in (["utter_cannot_answer"], ["utter_who_reads"])


@pytest.mark.parametrize("said", ["who can open it exactly?", "who has access to this", "who else can look at it?"])
def test_who_may_open_the_chat_is_told_before_the_yes(said: str) -> None:
    turn = at_consent(said)
    assert leads(turn)[-1].words == "utter_who_reads"


def test_the_long_page_is_not_said_again_for_a_question() -> None:
    turn = at_consent("is this authorised?")
    assert asked(turn) == "utter_needed"
    assert len(turn.sayings[-1].choices) == 2
    assert at_consent("is this authorised?", "yes").outcome is Outcome.NOTHING


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("I told you, send off for the information pack", "send off for the information pack"),
        ("already told you. text my lad", "text my lad"),
        ("i said. text her", "text her"),
        ("I've told you already - text her", "text her"),
        ("as I said, text her", "text her"),
        ("look, I already said: text her", "text her"),
    ],
)
def test_a_reproach_is_no_part_of_the_answer_behind_it(said: str, kept: str) -> None:
    assert told("goals", *AT_THE_STEP, said).draft.answers["step"].text == kept


@pytest.mark.parametrize("said", ["I told you", "I told you, I already said that", "I told you that already. twice"])
def test_a_reproach_alone_is_a_complaint(said: str) -> None:
    turn = told("goals", *AT_THE_STEP, said)
    assert "step" not in turn.draft.answers
    assert leads(turn)[0].words == "utter_sorry"


def test_a_number_behind_a_reproach_is_taken() -> None:
    assert told("goals", "learn to swim", "I told you, 8").draft.answers["importance"].number == 8


@pytest.mark.parametrize("said", ["I said, leave me alone, and he went", "I told him, no more of that"])
def test_what_was_said_to_somebody_else_is_a_story(said: str) -> None:
    assert told("strengths", "something i enjoy", said).draft.answers["story"].text == said
