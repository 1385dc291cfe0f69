"""The support texts say truly who may read what was written, with alerts and without."""

from __future__ import annotations

import re

import pytest

from bot.safety.card import Around, still_here_message, text_message
from tests.unit.safety.cards import ALERTS_ON, FAMILIES, RESPONSES, TEXTS, show

BOTH = [Around(), ALERTS_ON]


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
def test_the_team_can_be_told_from_every_card_where_alerts_are_on(family: str) -> None:
    assert show("card", family, ("GB", "")).buttons[-1] == "Tell my team"
    assert "Tell my team" not in show("ask", family, ("GB", "")).buttons


@pytest.mark.parametrize("before", [0, 1])
@pytest.mark.parametrize("family", FAMILIES)
def test_the_short_question_tells_the_truth_about_who_may_learn_of_it(family: str, before: int) -> None:
    off, on = (show("ask", family, ("GB", ""), before, around).text for around in BOTH)
    assert off.endswith("Nobody reads this as you type. No one has been told.")
    assert on.endswith("Nobody reads this as you type. No one is told now. Your team can see later that I asked.")


def test_after_a_short_question_it_is_not_said_that_nobody_can_see_it() -> None:
    asked = Around(team_hours="weekdays", asked=True)
    assert "Your team can see later that I asked." in still_here_message("who reads this", around=asked).text
    assert "No one has been told." in still_here_message("who reads this", around=Around(asked=True)).text
    assert "Your team may still see that this came up" in text_message("utter_support_misunderstood", around=asked).text
