"""The support texts: always there, complete, short, and with a way back."""

from __future__ import annotations

import re

import pytest

from bot.safety.card import Around, fallback_message, still_here_message, support_message, text_message
from tests.unit.safety.cards import ALERTS_ON, CALMING, FAMILIES, PLACES, RESPONSES, TEXTS, show

METHOD_WORDS = re.compile(
    r"\b(pills?|tablets?|overdos\w*|hang(?!ing on)\w*|rope|blade|razor|cut(?!s? off)\w*"
    r"|bridge|jump|knife|poison|suicide)\b",
    re.I,
)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_second_card_is_shorter_and_in_other_words(family: str) -> None:
    first, second, third = (show("card", family, ("GB", "England"), n).text for n in range(3))
    assert len(second.split()) < len(first.split())
    assert second != first
    assert second.split("\n")[0] not in first
    assert third not in (first, second)


@pytest.mark.parametrize(("key", "turn"), TEXTS)
@pytest.mark.parametrize("place", PLACES)
def test_no_text_is_longer_than_110_words(key: str, turn: int, place: tuple[str, str]) -> None:
    is_said_here = place[0] != "GB" or not key.startswith("utter_support_more_")
    if "{someone}" not in RESPONSES[key][turn]["text"] and is_said_here:
        text = text_message(key, country=place[0], area=place[1], turn=turn, around=ALERTS_ON).text
        assert len(text.split()) <= 110


@pytest.mark.parametrize(("key", "turn"), TEXTS)
def test_sentences_are_under_20_words(key: str, turn: int) -> None:
    for line in RESPONSES[key][turn]["text"].split("\n"):
        for sentence in re.split(r"(?<=[.!?:])\s", line):
            assert len(sentence.split()) < 20, sentence


@pytest.mark.parametrize(("key", "turn"), TEXTS)
def test_no_method_is_named_and_nothing_is_promised(key: str, turn: int) -> None:
    text = RESPONSES[key][turn]["text"]
    assert not METHOD_WORDS.search(text)
    assert not re.search(r"will (contact|call|ring|reach) you|someone will|it will get better|risk|score", text, re.I)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_card_offers_the_way_back(family: str) -> None:
    for before in (0, 1):
        assert show("card", family, ("GB", ""), before, Around()).buttons == (
            "I can carry on", "My plan", "More ways to get help", "You misunderstood",
        )  # fmt: skip


def test_button_payloads_are_their_titles() -> None:
    for wordings in RESPONSES.values():
        for wording in wordings:
            for button in wording.get("buttons", []):
                assert button["title"] == button["payload"]


def test_the_question_is_direct_and_has_three_answers() -> None:
    asked = show("ask", "passive", ("GB", "England"))
    assert "are you having thoughts of ending your life" in asked.text.lower()
    assert asked.buttons == ("Yes", "No", "Not sure")
    assert "999" in asked.text
    assert "116 123" in asked.text


def test_overdose_says_not_to_wait() -> None:
    text = show("card", "overdose", ("GB", "Wales")).text
    assert text.index("999") < text.index("116 123")
    assert "don't wait" in text


def test_abuse_warns_about_the_screen_and_knows_the_silent_call() -> None:
    text = show("card", "abuse", ("GB", "Scotland")).text
    assert "screen" in text
    assert "55" in text
    assert "0800 027 1234" in text


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("family", FAMILIES)
def test_the_first_card_has_one_small_thing_to_do(family: str, place: tuple[str, str]) -> None:
    assert CALMING.search(show("card", family, place).text)


def test_the_nearest_danger_speaks_when_there_are_several_families() -> None:
    both = support_message("card", ("passive", "overdose"), country="GB", area="", shown_before=0)
    assert both.id.startswith("utter_support_card_overdose")


def test_support_asked_for_is_shown_without_a_cue() -> None:
    asked = support_message("card", (), country="GB", area="England", shown_before=0, asked_for=True)
    assert asked.layout == "card"
    assert "don't have to explain" in asked.text


@pytest.mark.parametrize("place", PLACES)
def test_the_fallback_offers_support_now(place: tuple[str, str]) -> None:
    message = fallback_message(country=place[0], area=place[1])
    assert "Support now" in message.text
    assert message.buttons == ("Support now",)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("im at my mums", "tell her"),
        ("my dad is here", "tell him"),
        ("with my support worker", "tell them"),
        ("my GP", "your GP"),
        ("ok thanks", "glad"),
        ("who reads this", "computer program"),
        ("theres no one", "lonely"),
        ("no", "lonely"),
        ("yes", "someone"),
        ("just ringing them", "reaching someone"),
        ("i cant talk on the phone", "85258"),
        ("i'm scared", "frightening"),
        ("so tired", "worn out"),
        ("what should i do", "small thing"),
        ("sorry", "nothing to be sorry"),
        ("this isn't helping", "needs a person"),
        ("hm", "no hurry"),
    ],
)
def test_anything_written_while_the_card_waits_gets_a_human_answer(said: str, expected: str) -> None:
    message = still_here_message(said)
    assert expected in message.text
    assert "999" in message.text
    assert "116 123" in message.text
    assert "I can carry on" in message.buttons


@pytest.mark.parametrize(
    "said", ["my mum is dead", "i cant tell my mum", "my dad hates me", "its my brothers fault", "i miss my nan"]
)
def test_nobody_is_sent_to_someone_who_is_not_there_or_is_the_trouble(said: str) -> None:
    assert "It helps that" not in still_here_message(said).text


def test_nobody_is_sent_to_family_when_home_is_the_danger() -> None:
    assert "your dad" not in still_here_message("my dad is here", families=("abuse",)).text


def test_a_second_short_question_comes_in_other_words() -> None:
    for family in FAMILIES:
        first, second = (show("ask", family, ("GB", "England"), before).text for before in (0, 1))
        assert not set(first.split("\n")[:2]) & set(second.split("\n"))
        assert "999" in second
        assert "116 123" in second
