"""The support texts: always there, complete, short, true, and filled from the registry alone."""

from __future__ import annotations

import re

import pytest
import yaml

from bot.safety import card
from bot.safety.card import (
    fallback_message,
    numbers,
    still_here_message,
    support_message,
    text_message,
)

PLACES = [
    ("GB", "England"), ("GB", "Wales"), ("GB", "Scotland"), ("GB", "Northern Ireland"), ("GB", ""),
    ("IE", ""), ("US", ""), ("AU", ""), ("NZ", ""), ("CA", ""), ("", ""), ("FR", ""),
]  # fmt: skip
FAMILIES = [
    "wish_to_die", "passive", "plan", "self_harm", "overdose", "unsafe", "harm_others", "voices", "abuse", "child",
    "eating", "substance", "someone_else", "unclear", "end",
]  # fmt: skip
RESPONSES = yaml.safe_load(card.FILE.read_text(encoding="utf-8"))["responses"]
TEXTS = [(key, turn) for key, wordings in RESPONSES.items() for turn in range(len(wordings))]
METHOD_WORDS = re.compile(
    r"\b(pills?|tablets?|overdos\w*|hang(?!ing on)\w*|rope|blade|razor|cut(?!s? off)\w*"
    r"|bridge|jump|knife|poison|suicide)\b",
    re.I,
)


def show(layout: str, family: str, place: tuple[str, str], before: int = 0) -> card.SupportMessage:
    return support_message(layout, (family,), country=place[0], area=place[1], shown_before=before)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_card_in_every_place_has_the_emergency_and_a_line_that_listens(
    family: str, place: tuple[str, str]
) -> None:
    known = numbers(*place)
    for before in range(5):
        text = show("card", family, place, before).text
        assert known["emergency"] in text
        assert known["listen"] in text or known["talk"] in text
        assert "{" not in text


@pytest.mark.parametrize("before", range(6))
@pytest.mark.parametrize("family", FAMILIES)
def test_999_and_116_123_are_in_every_british_card(family: str, before: int) -> None:
    for area in ("", "England", "Northern Ireland"):
        text = show("card", family, ("GB", area), before).text
        assert "999" in text
        assert "116 123" in text


@pytest.mark.parametrize("family", FAMILIES)
def test_a_second_card_is_shorter_and_in_other_words(family: str) -> None:
    first, second, third = (show("card", family, ("GB", "England"), n).text for n in range(3))
    assert len(second.split()) < len(first.split())
    assert second != first
    assert second.split("\n")[0] not in first
    assert family in {"overdose", "abuse", "child", "someone_else"} or third != second


@pytest.mark.parametrize(("key", "turn"), TEXTS)
@pytest.mark.parametrize("place", PLACES)
def test_no_text_is_longer_than_110_words(key: str, turn: int, place: tuple[str, str]) -> None:
    if "{someone}" not in RESPONSES[key][turn]["text"]:
        assert len(text_message(key, country=place[0], area=place[1], turn=turn).text.split()) <= 110


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


@pytest.mark.parametrize(("key", "turn"), TEXTS)
def test_only_places_of_the_registry_stand_in_the_texts(key: str, turn: int) -> None:
    names = set(re.findall(r"\{(\w+)\}", RESPONSES[key][turn]["text"]))
    assert names <= set(numbers("GB", "England")) | {"someone"}


@pytest.mark.parametrize("family", FAMILIES)
def test_the_first_card_tells_the_truth_about_who_reads(family: str) -> None:
    text = show("card", family, ("GB", "England")).text
    assert "I'm a computer program. Nobody reads this as you type." in text
    assert "No one has been told." in text


@pytest.mark.parametrize("family", FAMILIES)
def test_every_card_offers_the_way_back(family: str) -> None:
    for before in (0, 1):
        assert show("card", family, ("GB", ""), before).buttons == (
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


def test_the_nearest_danger_speaks_when_there_are_several_families() -> None:
    both = support_message("card", ("passive", "overdose"), country="GB", area="", shown_before=0)
    assert both.id.startswith("utter_support_card_overdose")


def test_support_asked_for_is_shown_without_a_cue() -> None:
    asked = support_message("card", (), country="GB", area="England", shown_before=0, asked_for=True)
    assert asked.layout == "card"
    assert "don't have to explain" in asked.text


def test_signposts_name_the_rows_that_are_shown() -> None:
    shown = show("card", "wish_to_die", ("GB", "England"))
    assert shown.signposts == ("gb_emergency", "gb_eng_nhs", "gb_samaritans", "gb_shout")


def test_lines_that_are_no_crisis_lines_are_on_no_text() -> None:
    for key, turn in TEXTS:
        for advice in ("gb_rethink", "gb_frank", "gb_beat"):
            if "{someone}" not in RESPONSES[key][turn]["text"]:
                assert advice not in text_message(key, area="England", turn=turn).signposts


@pytest.mark.parametrize("place", PLACES)
def test_the_fallback_offers_support_now(place: tuple[str, str]) -> None:
    message = fallback_message(country=place[0], area=place[1])
    assert "Support now" in message.text
    assert message.buttons == ("Support now",)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("im at my mums", "your mum"),
        ("ok thanks", "glad"),
        ("who reads this", "computer program"),
        ("theres no one", "lonely"),
        ("just ringing them", "reaching someone"),
        ("hm", "no hurry"),
    ],
)
def test_anything_written_while_the_card_waits_gets_a_human_answer(said: str, expected: str) -> None:
    message = still_here_message(said)
    assert expected in message.text
    assert "999" in message.text
    assert "116 123" in message.text
    assert "I can carry on" in message.buttons


def test_nobody_is_sent_to_family_when_home_is_the_danger() -> None:
    assert "your dad" not in still_here_message("my dad is here", families=("abuse",)).text
