"""The answer gate: what each class takes in, and the near misses that it must leave alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.gate import (
    AnswerClass,
    Asked,
    Topic,
    classify,
    is_only_a_time,
    items,
    names_a_time,
    topic_of,
    wants_person,
)

TAKEN = {
    AnswerClass.PERSON_WANTED: (
        "can I talk to a human",
        "i want to speak to a real person",
        "human please",
        "talk to a real person please",
        "i'd like a person to talk to",
        "someone real",
    ),
    AnswerClass.QUESTION: (
        "who reads this?",
        "Who can see this",
        "are you a robot?",
        "is this private",
        "what do you mean",
        "i don't understand",
        "you're not listening",
        "can you help me?",
        "where is the moon?",
        "will you tell my mum",
        "does anyone read this?",
    ),
    AnswerClass.REFUSAL: (
        "rather not",
        "I'd rather not say",
        "private",
        "that's private",
        "i don't want to talk about it",
        "none of your business",
        "no comment",
        "prefer not to say",
    ),
    AnswerClass.DONT_KNOW: (
        "dk",
        "idk",
        "dunno",
        "Not sure",
        "nothing",
        "no idea",
        "i don't know",
        "i dont no",
        "don't really know",
        "not really sure",
        "nothing really",
        "can't think of anything",
        "haven't got a clue",
        "erm dunno tbh",
        "no",
    ),
    AnswerClass.SELF_CRITICAL: (
        "I'm useless",
        "im useless at everything",
        "nothing really. im useless at everything",
        "I've no strengths",
        "i'm not good at anything",
        "i mess everything up",
    ),
    AnswerClass.AWAY_FROM: (
        "I want to stop smoking",
        "stop being so anxious in shops",
        "skip breakfast less often",
        "no more menus of pills",
        "get rid of my debts",
        "i want to drink less",
        "lose weight",
        "not be lonely",
    ),
    AnswerClass.SOMEONE_ELSES: (
        "my nurse wants me to go to the group",
        "my mum says i should get a job",
        "they want me to do the day centre",
        "i'm supposed to lose weight",
        "it was my sister's idea",
    ),
    AnswerClass.OUTSIDE_CONTROL: (
        "get my kids back",
        "be discharged",
        "win the lottery",
        "my ex to come home",
        "i want my brother to talk to me again",
        "get off my section",
    ),
    AnswerClass.SEVERAL: (
        "a job, my own flat and a dog",
        "1. ring the gp 2. tidy up",
        "see my kids, paint again, sleep better",
    ),
    AnswerClass.TOO_BROAD: ("be happy", "get better", "feel normal", "i just want to feel better", "my life back"),
    AnswerClass.VAGUE_STEP: ("try harder", "work on it", "i'll try", "do more", "soon", "think about it"),
    AnswerClass.GOOD: (
        "go back to college",
        "get help from my sister",
        "my support worker Denise",
        "my dog",
        "be a good dad",
        "get better at guitar",
        "try the gym on monday",
        "what if i can't?",
        "not sure if this counts but i fed the cat",
        "nothing stops me",
        "someone who knows me",
        "private music lessons",
        "🙂",
        "面包",
        "2",
    ),
}


@pytest.mark.parametrize(("text", "expected"), [(text, kind) for kind, texts in TAKEN.items() for text in texts])
def test_an_answer_has_its_class(text: str, expected: AnswerClass) -> None:
    assert classify(text) is expected


def test_every_class_is_tried() -> None:
    assert set(TAKEN) == set(AnswerClass)


@pytest.mark.parametrize("text", [text for kind, texts in TAKEN.items() for text in texts])
def test_capitals_and_a_full_stop_change_nothing(text: str) -> None:
    if not text.endswith("?"):
        assert classify(text.upper() + " .") is classify(text)


@pytest.mark.parametrize(
    "text",
    [
        "my sister who sees me every week",
        "my mum who looks after me",
        "people who look like me",
        "i don't know who to tell but my nan would look after me",
    ],
)
def test_a_person_who_sees_or_looks_after_someone_is_no_question(text: str) -> None:
    assert classify(text) is AnswerClass.GOOD


@pytest.mark.parametrize(
    "text",
    [
        "im stupid proud of my son",
        "i'm nothing like my dad",
        "i'm useless but i did feed the cat",
        "i'm hopeless at maths but i draw",
    ],
)
def test_an_answer_with_an_exception_in_it_is_taken(text: str) -> None:
    assert classify(text) is AnswerClass.GOOD


@pytest.mark.parametrize("text", ["i dont want to answer that", "i'd rather not say thanks", "its a bit personal"])
def test_a_polite_refusal_is_a_refusal(text: str) -> None:
    assert classify(text) is AnswerClass.REFUSAL


@pytest.mark.parametrize(
    "text",
    [
        "i'm not sure",
        "im not sure",
        "i have no idea",
        "i dnt no",
        "i dnt know",
        "nothing i can think of",
        "idk what i want",
    ],
)
def test_not_knowing_is_heard_however_it_is_put(text: str) -> None:
    assert classify(text) is AnswerClass.DONT_KNOW


@pytest.mark.parametrize("text", ["i hate myself", "i'm no use to anyone"])
def test_harsh_words_about_oneself_are_heard(text: str) -> None:
    assert classify(text) is AnswerClass.SELF_CRITICAL


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("who reads this?", Topic.WHO_READS),
        ("is this confidential", Topic.WHO_READS),
        ("are you real", Topic.ABOUT_BOT),
        ("what are you?", Topic.ABOUT_BOT),
        ("huh?", Topic.MISUNDERSTOOD),
        ("what do you mean", Topic.MEANING),
        ("what do u mean by different?", Topic.MEANING),
        ("wdym", Topic.MEANING),
        ("like what?", Topic.EXAMPLE),
        ("can you give me an example?", Topic.EXAMPLE),
        ("what would you suggest?", Topic.EXAMPLE),
        ("what sort of thing do you mean?", Topic.EXAMPLE),
        ("any ideas?", Topic.EXAMPLE),
        ("what do other people say?", Topic.EXAMPLE),
        ("set my sister an example", None),
        ("ask Kev for some ideas", None),
        ("what happens to the other ones?", Topic.PARKED),
        ("who can open it exactly?", Topic.WHO_READS),
        ("sorry, what does that mean", Topic.MEANING),
        ("I don't understand the question", Topic.MEANING),
        ("can you explain that please", Topic.MEANING),
        ("could you say that in other words", Topic.MEANING),
        ("explain it to my sister", None),
        ("I don't understand why my mum left", None),
        ("why is the sky blue?", Topic.OTHER),
        ("how about tomorrow?", None),
        ("the one who knows me is dave", None),
    ],
)
def test_a_question_to_the_coach_has_its_topic(text: str, topic: Topic | None) -> None:
    assert topic_of(text) is topic


def test_only_a_whole_message_asks_for_a_person() -> None:
    assert wants_person("can i speak to a real person please")
    assert not wants_person("i want to be a person who gets up early")


@pytest.mark.parametrize(
    "text",
    ["sat early. 8ish", "tomorrow", "2nite", "after breakfast", "weds about 3", "at 10", "7pm", "when i wake up"],
)
def test_a_time_is_known(text: str) -> None:
    assert names_a_time(f"go to the shop {text}")


@pytest.mark.parametrize(
    "text", ["go to the shop", "buy 2 loaves", "ring may", "sit down", "sunbathe", "my friday"[:2]]
)
def test_what_is_no_time_is_not(text: str) -> None:
    assert not names_a_time(text)


def test_a_time_alone_is_told_from_a_step_with_a_time() -> None:
    assert is_only_a_time("sat early, 8ish")
    assert not is_only_a_time("sat early, buy bread")


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("my nurse wants me to", Asked.STORY, AnswerClass.GOOD),
        ("stop the noise", Asked.OBSTACLE, AnswerClass.GOOD),
        ("my dog, my mum and the allotment", Asked.PEOPLE, AnswerClass.GOOD),
        ("sometime", Asked.WHEN, AnswerClass.VAGUE_STEP),
        ("try harder", Asked.STEP, AnswerClass.VAGUE_STEP),
        ("dunno", Asked.NAME, AnswerClass.DONT_KNOW),
        ("that's private", Asked.NOTE, AnswerClass.REFUSAL),
    ],
)
def test_the_question_decides_which_classes_there_are(text: str, asked: Asked, expected: AnswerClass) -> None:
    assert classify(text, asked) is expected


def test_what_is_listed_is_kept_in_order_and_in_their_words() -> None:
    assert items("a job, my own flat and a dog") == ("a job", "my own flat", "a dog")
    assert items("my dog") == ("my dog",)


@given(st.text(max_size=300))
def test_every_text_has_one_class(text: str) -> None:
    assert classify(text) in AnswerClass
