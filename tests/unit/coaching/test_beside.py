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
        ("I said already, text her", "text her"),
        ("i said it before… text her", "text her"),
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


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("I said already, is for my daughter… I want she see me work", "is for my daughter… I want she see me work"),
        ("I already said it's for my daughter", "it's for my daughter"),
        ("i said already its for her", "its for her"),
        ("I've told you already because she needs me", "she needs me"),
    ],
)
def test_a_reason_behind_a_reproach_is_taken(said: str, kept: str) -> None:
    assert told("goals", "learn to swim", "8", said).draft.answers["importance_reason"].text == kept


@pytest.mark.parametrize(
    "said", ["I already said it's stupid", "i said already, twice", "I told you already. leave it"]
)
def test_a_reproach_with_nothing_behind_it_gives_no_reason(said: str) -> None:
    answer = told("goals", "learn to swim", "8", said).draft.answers.get("importance_reason")
    assert answer is None or not answer.text


@pytest.mark.parametrize(
    "said", ["I already told her it's fine, and I said it to him too", "I said yes before I knew, and I was glad"]
)
def test_what_was_said_before_stays_in_a_story(said: str) -> None:
    assert told("strengths", "something i enjoy", said).draft.answers["story"].text == said


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("As I said, the shame of my English. If I don't find the words, what I do?", "the shame of my English."),
        ("the shame. and if I freeze, what do I do?", "the shame."),
        ("my nerves. When I go red, what can I say?", "my nerves."),
    ],
)
def test_a_worry_put_as_a_question_costs_no_obstacle(said: str, kept: str) -> None:
    turn = told("goals", *AT_THE_TIME, "on friday", "8", said)
    assert turn.draft.answers["obstacle"].text == kept
    assert asked(turn) == "utter_goals_act"


def test_an_obstacle_that_is_all_a_worry_stays_whole() -> None:
    turn = told("goals", *AT_THE_TIME, "on friday", "8", "if it rains. If nobody comes, well, who cares")
    assert turn.draft.answers["obstacle"].text.endswith("who cares")


AT_THE_SHOWING = ("hope", "skip", "skip", "skip", "slow is also fast")


@pytest.mark.parametrize(
    "said",
    [
        "Yes yes you can show, but not to my wife please",
        "yes, but not to anyone else",
        "yes. but don't show it to my mum",
        "ok, just don't show it to her",
    ],
)
def test_a_yes_with_somebody_who_is_not_to_see_it_is_a_yes(said: str) -> None:
    turn = told(*AT_THE_SHOWING, said)
    assert turn.draft.answers["show_note"].choice == "yes"
    assert "utter_who_reads" in [say.words for say in turn.sayings]


@pytest.mark.parametrize("said", ["yes but not now", "yes, but not that line", "yes, no, I don't know", "no. yes. hm"])
def test_a_yes_that_turns_round_is_none(said: str) -> None:
    answer = told(*AT_THE_SHOWING, said).draft.answers.get("show_note")
    assert answer is None or answer.choice != "yes"


@pytest.mark.parametrize("said", ["yes yes", "yes yes you can show", "yes, yes of course"])
def test_a_yes_said_twice_is_one(said: str) -> None:
    assert told(*AT_THE_SHOWING, said).draft.answers["show_note"].choice == "yes"
