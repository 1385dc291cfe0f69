"""Which lines of help stand on a card: by place, by family and by age, from the registry alone."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from bot.safety.card import place_message, support_message, text_message
from bot.safety.lines import numbers
from bot.safety.places import Place
from bot.safety.signposts import registry
from tests.unit.safety.cards import ALERTS_ON, CALMING, FAMILIES, PLACES, RESPONSES, TEXTS, show

AROUND = {"someone", "them", "told", "told_ask", "told_asked", "told_now", "still", "hours", "place", "age"}


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


@pytest.mark.parametrize(("key", "turn"), TEXTS)
def test_only_places_of_the_registry_stand_in_the_texts(key: str, turn: int) -> None:
    names = set(re.findall(r"\{(\w+)\}", RESPONSES[key][turn]["text"]))
    assert names <= set(numbers("GB", "England")) | AROUND


def test_a_man_who_is_hurt_at_home_is_shown_a_line_for_men() -> None:
    assert "Men's Advice Line 0808 801 0327" in show("card", "abuse", ("GB", "England")).text


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("families", [("under_age",), ("passive", "under_age"), ("child", "under_age")])
def test_who_is_under_age_has_a_whole_card_in_every_place(families: tuple[str, ...], place: tuple[str, str]) -> None:
    for before in (0, 1, 2):
        text = support_message("card", families, country=place[0], area=place[1], shown_before=before).text
        for line, following in pairwise(text.split("\n")):
            assert not line.endswith(":"), f"{line} / {following}"
        assert before or CALMING.search(text)


@pytest.mark.parametrize("place", [place for place in PLACES if place[0] != "GB"])
@pytest.mark.parametrize(("key", "turn"), TEXTS)
def test_words_of_one_country_do_not_stand_on_the_texts_of_another(key: str, turn: int, place: tuple[str, str]) -> None:
    if "{someone}" not in RESPONSES[key][turn]["text"]:
        assert not re.search(r"A&E|\bGP\b|NHS", text_message(key, country=place[0], turn=turn, around=ALERTS_ON).text)


def test_signposts_name_the_rows_that_are_shown() -> None:
    shown = show("card", "wish_to_die", ("GB", "England"))
    assert shown.signposts == ("gb_emergency", "gb_eng_nhs", "gb_samaritans", "gb_shout")


def test_lines_that_are_no_crisis_lines_are_on_no_text() -> None:
    for key, turn in TEXTS:
        for advice in ("gb_rethink", "gb_frank", "gb_beat"):
            if "{someone}" not in RESPONSES[key][turn]["text"]:
                assert advice not in text_message(key, area="England", turn=turn).signposts


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


def test_the_lines_for_the_young_stand_together() -> None:
    lines = support_message("card", ("child", "under_age"), country="GB", area="", shown_before=0).text.split("\n")
    (childline,) = (place for place, line in enumerate(lines) if line.startswith("Childline"))
    assert lines[childline + 1].startswith("Papyrus")


def test_papyrus_is_for_people_under_35_and_for_who_worries_about_one() -> None:
    for families in (("someone_else",), ("under_age",)):
        text = support_message("card", families, country="GB", area="", shown_before=0).text
        assert "Papyrus 0800 068 4141, for people under 35, or anyone worried about one." in text


def test_who_is_under_age_and_hurt_at_home_is_a_child_who_is_hurt() -> None:
    message = support_message("card", ("abuse", "under_age"), country="GB", area="", shown_before=0)
    assert message.id.startswith("utter_support_card_child")


def test_more_help_asks_where_somebody_is_while_the_area_is_unknown() -> None:
    assert "Scotland" in text_message("utter_support_more").buttons
    assert text_message("utter_support_more", area="Wales").buttons[-1] == "I'm somewhere else"
    assert "These are for Wales." in text_message("utter_support_more", area="Wales").text
    assert "These are for" not in text_message("utter_support_more", country="").text


@pytest.mark.parametrize("place", [place for place in PLACES if place[0] not in ("", "FR", "GB")])
def test_more_help_abroad_names_all_the_lines_there_and_where_others_are_listed(place: tuple[str, str]) -> None:
    message = text_message("utter_support_more", country=place[0])
    here = registry(*place)
    for row in here.role("danger", "talk", "listen", "text"):
        for contact in row.channels.values():
            assert contact.shown in message.text, row.id
    assert "findahelpline.com" in message.text
    assert message.layout == "more"
    assert message.buttons[-1] == "I'm somewhere else"
    own = {digits for row in here.rows for digits in re.findall(r"\d+", row.sentence + str(row.channels))}
    assert set(re.findall(r"\d+", message.text)) <= own


@pytest.mark.parametrize("country", ["", "FR"])
def test_more_help_in_an_unknown_place_says_that_no_line_is_known_there(country: str) -> None:
    message = text_message("utter_support_more", country=country)
    assert "I don't know any more lines where you are" in message.text
    assert "your local emergency number" in message.text
    assert "findahelpline.com" in message.text
    assert not re.search(r"\d", message.text)
    assert (message.layout, message.buttons[-1]) == ("more", "I'm somewhere else")


def test_the_lines_of_a_chosen_place_are_shown_and_no_others() -> None:
    assert "NHS 24" in place_message(Place("GB", "Scotland")).text
    assert "988" in place_message(Place("US")).text
    unknown = place_message(Place()).text
    assert "your local emergency number" in unknown
    assert not re.search(r"\d", unknown)
