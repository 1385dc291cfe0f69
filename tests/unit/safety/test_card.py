"""The support texts: always there, complete, short, true, and filled from the registry alone."""

from __future__ import annotations

import re

import pytest
import yaml

from bot.safety import card
from bot.safety.card import (
    Around,
    fallback_message,
    numbers,
    place_message,
    still_here_message,
    support_message,
    text_message,
)
from bot.safety.places import Place

PLACES = [
    ("GB", "England"), ("GB", "Wales"), ("GB", "Scotland"), ("GB", "Northern Ireland"), ("GB", ""),
    ("IE", ""), ("US", ""), ("AU", ""), ("NZ", ""), ("CA", ""), ("", ""), ("FR", ""),
]  # fmt: skip
FAMILIES = [
    "wish_to_die", "passive", "plan", "self_harm", "overdose", "unsafe", "harm_others", "voices", "abuse", "child",
    "eating", "substance", "someone_else", "unclear", "end", "under_age",
]  # fmt: skip
RESPONSES = yaml.safe_load(card.FILE.read_text(encoding="utf-8"))["responses"]
TEXTS = [(key, turn) for key, wordings in RESPONSES.items() for turn in range(len(wordings))]
AROUND = {"someone", "them", "told", "told_asked", "told_now", "still", "hours", "place", "age"}
ALERTS_ON = Around(team_hours="Monday to Friday, 9 to 5", told=True)
BOTH = [Around(), ALERTS_ON]
METHOD_WORDS = re.compile(
    r"\b(pills?|tablets?|overdos\w*|hang(?!ing on)\w*|rope|blade|razor|cut(?!s? off)\w*"
    r"|bridge|jump|knife|poison|suicide)\b",
    re.I,
)


def show(
    layout: str, family: str, place: tuple[str, str], before: int = 0, around: Around = ALERTS_ON
) -> card.SupportMessage:
    return support_message(layout, (family,), country=place[0], area=place[1], shown_before=before, around=around)


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
    assert third not in (first, second)


@pytest.mark.parametrize(("key", "turn"), TEXTS)
@pytest.mark.parametrize("place", PLACES)
def test_no_text_is_longer_than_110_words(key: str, turn: int, place: tuple[str, str]) -> None:
    if "{someone}" not in RESPONSES[key][turn]["text"]:
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


@pytest.mark.parametrize(("key", "turn"), TEXTS)
def test_only_places_of_the_registry_stand_in_the_texts(key: str, turn: int) -> None:
    names = set(re.findall(r"\{(\w+)\}", RESPONSES[key][turn]["text"]))
    assert names <= set(numbers("GB", "England")) | AROUND


@pytest.mark.parametrize("family", FAMILIES)
def test_the_first_card_tells_the_truth_about_who_reads(family: str) -> None:
    text = show("card", family, ("GB", "England"), around=Around()).text
    assert "I'm a computer program. Nobody reads this as you type." in text
    assert "No one has been told." in text


@pytest.mark.parametrize("before", range(5))
@pytest.mark.parametrize("family", FAMILIES)
def test_where_alerts_are_on_every_card_says_who_may_see_it_and_when(family: str, before: int) -> None:
    text = show("card", family, ("GB", "England"), before).text
    assert "Your team may see this when they are next at work (Monday to Friday, 9 to 5)." in text
    assert "No one" not in text


@pytest.mark.parametrize(("key", "turn"), [text for text in TEXTS if not text[0].startswith("utter_support_t")])
def test_where_alerts_are_off_no_text_says_or_suggests_that_anybody_will_see_it(key: str, turn: int) -> None:
    if "{someone}" not in RESPONSES[key][turn]["text"]:
        text = text_message(key, area="England", turn=turn, around=Around(told=True)).text
        assert not re.search(
            r"your team (may|will)|may (?:still )?see (?:it|that|this)\b(?! screen)|next at work", text, re.I
        )


def test_asking_for_support_tells_no_one_in_either_setting() -> None:
    off, on = (text_message("utter_support_asked", around=around).text for around in BOTH)
    assert off.endswith("No one has been told.")
    assert on.endswith("Asking for this tells no one.")


@pytest.mark.parametrize(
    ("around", "said"),
    [
        (Around(), "No one has been told."),
        (Around(told=True), "No one has been told."),
        (Around(team_hours="weekdays, 9 to 5"), "No one has been told."),  # no card was shown yet
        (Around(team_hours="weekdays, 9 to 5", told=True), "Your team may see this when they are next at work"),
    ],
)
def test_who_reads_this_is_answered_truly_while_the_card_waits(around: Around, said: str) -> None:
    assert said in still_here_message("who reads this", around=around).text


def test_a_card_shown_by_mistake_may_still_be_seen_where_it_made_an_alert() -> None:
    on, off, asked = (
        text_message("utter_support_misunderstood", around=around).text
        for around in (ALERTS_ON, Around(), Around(team_hours="weekdays"))
    )
    assert "Your team may still see that this came up" in on
    assert "team" not in off + asked


@pytest.mark.parametrize("family", FAMILIES)
def test_every_card_offers_the_way_back(family: str) -> None:
    for before in (0, 1):
        assert show("card", family, ("GB", ""), before, Around()).buttons == (
            "I can carry on", "My plan", "More ways to get help", "You misunderstood",
        )  # fmt: skip


@pytest.mark.parametrize("family", FAMILIES)
def test_the_team_can_be_told_from_every_card_where_alerts_are_on(family: str) -> None:
    assert show("card", family, ("GB", "")).buttons[-1] == "Tell my team"
    assert "Tell my team" not in show("ask", family, ("GB", "")).buttons


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


def test_a_man_who_is_hurt_at_home_is_shown_a_line_for_men() -> None:
    assert "Men's Advice Line 0808 801 0327" in show("card", "abuse", ("GB", "England")).text


CALMING = re.compile(r"breath|sips|cold|warm|naming|walk away|distance|move away|unlock|stay with|open the door", re.I)


@pytest.mark.parametrize("family", [family for family in FAMILIES if family not in ("someone_else", "under_age")])
def test_the_first_card_has_one_small_thing_to_do(family: str) -> None:
    assert CALMING.search(show("card", family, ("GB", "England")).text)


@pytest.mark.parametrize("place", [place for place in PLACES if place[0] != "GB"])
@pytest.mark.parametrize(("key", "turn"), TEXTS)
def test_words_of_one_country_do_not_stand_on_the_texts_of_another(key: str, turn: int, place: tuple[str, str]) -> None:
    if "{someone}" not in RESPONSES[key][turn]["text"]:
        assert not re.search(r"A&E|\bGP\b|NHS", text_message(key, country=place[0], turn=turn, around=ALERTS_ON).text)


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


def test_a_child_is_told_plainly_what_this_is_and_who_is_there() -> None:
    text = support_message("card", ("under_age",), country="GB", area="", shown_before=0).text
    assert "I was made for people aged 18 and over" in text
    assert "Childline 0800 1111" in text
    assert "Papyrus 0800 068 4141" in text


@pytest.mark.parametrize("family", ["wish_to_die", "passive", "self_harm", "plan", "unsafe"])
def test_a_child_in_danger_sees_the_card_with_the_lines_for_children(family: str) -> None:
    message = support_message("card", (family, "under_age"), country="GB", area="", shown_before=0)
    assert message.text.index("999") < message.text.index("Childline") < message.text.index("Papyrus")


def test_an_overdose_comes_before_the_age() -> None:
    message = support_message("card", ("overdose", "under_age"), country="GB", area="", shown_before=0)
    assert message.id.startswith("utter_support_card_overdose")


@pytest.mark.parametrize("family", ["abuse", "overdose", "harm_others", "child"])
@pytest.mark.parametrize("before", [0, 1, 2])
def test_somebody_under_age_sees_the_lines_for_children_whatever_it_is(family: str, before: int) -> None:
    message = support_message("card", (family, "under_age"), country="GB", area="", shown_before=before)
    assert message.text.count("Childline 0800 1111") == message.text.count("Papyrus 0800 068 4141") == 1
    assert {"gb_childline", "gb_papyrus"} <= set(message.signposts)


def test_who_is_under_age_and_hurt_at_home_is_a_child_who_is_hurt() -> None:
    message = support_message("card", ("abuse", "under_age"), country="GB", area="", shown_before=0)
    assert message.id.startswith("utter_support_card_child")


def test_more_help_asks_where_somebody_is_while_the_area_is_unknown() -> None:
    assert "Scotland" in text_message("utter_support_more").buttons
    assert text_message("utter_support_more", area="Wales").buttons[-1] == "I'm somewhere else"
    assert "These are for Wales." in text_message("utter_support_more", area="Wales").text
    assert "These are for" not in text_message("utter_support_more", country="").text


def test_the_lines_of_a_chosen_place_are_shown_and_no_others() -> None:
    assert "NHS 24" in place_message(Place("GB", "Scotland")).text
    assert "988" in place_message(Place("US")).text
    unknown = place_message(Place()).text
    assert "your local emergency number" in unknown
    assert not re.search(r"\d", unknown)
