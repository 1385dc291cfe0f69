"""What the words of an alert, and the lines of a conversation, answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.staff.rights import Role
from bot.store import CueEvent
from bot.store.staff_reading import Spoken
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
