"""What the words of an alert, and the lines of a conversation, answer."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.staff.rights import Role
from bot.store import CueEvent
from bot.store.staff_reading import Spoken
from bot.summaries.conversations import stretch
from tests.databases import write_event
from tests.web.staff.house import MONDAY, House

ASKED = "Thank you.\nAre you thinking of ending your life, or in danger right now?\nCall 999. Ring now."
QUESTION = "It asked: “Are you thinking of ending your life, or in danger right now?”"


def test_an_answer_to_the_short_card_stands_below_the_question_it_answers(house: House) -> None:
    person_id = house.person("ann")
    at = house.now()
    said = (("user", "quiet", ""), ("bot", ASKED, "ask"), ("user", "maybe", ""), ("bot", "the card", "card"))
    for number, (kind, text, layout) in enumerate(said):
        told = {"support": {"layout": layout}} if layout else {}
        write_event(house.settings.tracker_url, "ann", kind, at.timestamp() + 5 * number, text=text, metadata=told)
    with house.work() as work:
        event = CueEvent("k", ("passive",), "card.1@1", "card", at + timedelta(seconds=10))
        shown = work.cue_events.record(person_id, event)
        assert shown is not None
        number = work.alerts.make(person_id, shown)
        work.commit()
    browser = house.signed_in(Role.RESPONDER)
    page = browser.get(f"/alert/{number}").text
    assert page.index("quiet") < page.index(QUESTION) < page.index(">maybe<")
    read = browser.post(f"/person/{person_id}/transcript", reason="Ann asked me to read it").text
    assert QUESTION in read
    assert "Ring now" not in page + read


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("I see.\nOne? Two more?\nGo on.", "One? Two more?"),
        ("Is it so, or not?", "Is it so, or not?"),
        ("the card", ""),
    ],
)
def test_the_question_is_what_was_asked_and_nothing_else(text: str, question: str) -> None:
    assert Spoken(1, by_person=False, text=text, at=MONDAY).question == question


def test_the_words_of_an_alert_end_where_the_conversation_ends(house: House) -> None:
    at = house.now()
    house.talk("ann", "two months ago", "I see", at=at - timedelta(days=60))
    house.talk("ann", "long ago today", "I see", at=at - timedelta(hours=2))
    house.talk("ann", "within the hour", "I hear", at=at - timedelta(minutes=50))
    house.talk("ann", "nowhere", "the card", at=at)
    house.talk("ann", "the next day", "hello", at=at + timedelta(days=1))
    number = house.shown("ann", at)
    browser = house.signed_in(Role.RESPONDER)
    page = browser.get(f"/alert/{number}").text
    assert [
        words for words in ("two months", "long ago today", "within the hour", "the next day") if words in page
    ] == ["within the hour"]
    assert re.findall(r'<option value="\d+">([^<]+)', page) == ["within the hour"]
    for line in ("1", "3", "9"):
        assert browser.post(f"/alert/{number}/judge", what="missed_cue", line=line).status_code == 400


def test_every_line_of_an_alert_has_its_time_and_the_day_where_it_is_another(house: House) -> None:
    house.now.at = house.now().replace(hour=0, minute=5)
    house.talk("ann", "late", "I see", at=house.now() - timedelta(minutes=20))
    house.talk("ann", "nowhere", "the card", "ok", "thank you")
    page = house.signed_in(Role.RESPONDER).get(f"/alert/{house.shown('ann', house.now())}").text
    told = re.findall(r'<span class="by">[^<]+<br>([^<]*)</span>', page)
    assert told == ["1 Mar 2026, 11:45 pm"] * 2 + ["12:05 am"] * 4


def test_a_stretch_goes_on_until_an_hour_of_silence() -> None:
    moments = [MONDAY + timedelta(minutes=minutes) for minutes in (0, 60, 121, 170, 200, 261)]
    assert stretch(moments, moments[3]) == (moments[2], moments[4])
    assert stretch(moments[::-1], moments[0]) == (moments[0], moments[1])
    assert stretch([], MONDAY) == (MONDAY, MONDAY)
