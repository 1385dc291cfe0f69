"""What was chosen after support was shown: by name, while the card waits, and never the words."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from typing import Optional

import pytest

from bot.store import Choice, CueEvent, KeptCueEvent
from bot.store.tracker_events import TrackerEvent
from bot.worker.choices import choice_after

SHOWN_AT = datetime(2026, 3, 2, 10, 0, tzinfo=timezone.utc)


def shown(*choices: str, layout: str = "card", number: int = 1, minutes: int = 0) -> KeptCueEvent:
    """Support that was shown, and what was chosen since, a second apart."""
    at = SHOWN_AT + timedelta(minutes=minutes)
    chosen = tuple(Choice(what, at + timedelta(seconds=n)) for n, what in enumerate(choices, 1))
    return KeptCueEvent(number, CueEvent(f"key {number}", ("passive",), "card.1", layout, at), chosen)


def says(text: Optional[str] = "words of a person", intent: str = "nlu_fallback", minutes: int = 1) -> TrackerEvent:
    """A person's message some minutes after support was first shown."""
    at = (SHOWN_AT + timedelta(minutes=minutes)).timestamp()
    data = {"text": text, "parse_data": {"intent": {"name": intent}}}
    return TrackerEvent(7, "somebody", "user", at, json.dumps(data))


def name(event: TrackerEvent, *cue_events: KeptCueEvent) -> str:
    found = choice_after(event, cue_events)
    return found[1].what if found else ""


@pytest.mark.parametrize(
    ("intent", "what"),
    [
        ("carry_on", "carry_on"),
        ("show_plan", "plan"),
        ("more_support", "more"),
        ("misunderstood", "misunderstood"),
        ("menu", "menu"),
        ("stop", "stop"),
        ("person_wanted", "person"),
        ("thanks", "text"),
        ("affirm", "text"),
        ("cue", "text"),
    ],
)
def test_what_follows_the_card_has_a_name(intent: str, what: str) -> None:
    assert name(says(intent=intent), shown()) == what


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("I can carry on", "carry_on"),
        ("Back", "carry_on"),
        ("My plan", "plan"),
        ("More ways to get help", "more"),
        ("You misunderstood.", "misunderstood"),
    ],
)
def test_a_button_counts_though_rasa_was_away(title: str, what: str) -> None:
    assert name(says(title), shown()) == what


@pytest.mark.parametrize(("intent", "what"), [("affirm", "yes"), ("deny", "no"), ("nlu_fallback", "text")])
def test_the_short_question_is_answered_by_one_message(intent: str, what: str) -> None:
    assert name(says(intent=intent), shown(layout="ask")) == what
    assert name(says(intent=intent), shown("no", layout="ask")) == ""


def test_while_the_card_waits_everything_is_theirs_to_tell_from() -> None:
    assert name(says(intent="show_plan"), shown("text", "more")) == "plan"


@pytest.mark.parametrize("end", ["carry_on", "menu", "stop", "misunderstood"])
def test_after_the_way_back_nothing_more_is_kept(end: str) -> None:
    assert name(says(), shown(end)) == ""


def test_you_misunderstood_counts_for_a_while_after_carrying_on() -> None:
    assert name(says(intent="misunderstood", minutes=59), shown("carry_on")) == "misunderstood"
    assert name(says(intent="misunderstood", minutes=61), shown("carry_on")) == ""


def test_a_choice_belongs_to_what_was_shown_last_before_it() -> None:
    first, second = shown(number=1), shown(number=2, minutes=10)
    assert choice_after(says(minutes=5), (first, second)) == (
        1,
        Choice("text", SHOWN_AT + timedelta(minutes=5)),
    )
    found = choice_after(says(minutes=11), (first, second))
    assert found is not None
    assert found[0] == 2


def test_the_message_that_brought_the_card_is_no_choice() -> None:
    assert name(says(minutes=0), shown()) == ""
    assert name(says()) == ""


@pytest.mark.parametrize("text", [None, ""])
def test_an_event_without_a_text_is_no_choice(text: Optional[str]) -> None:
    assert name(says(text), shown()) == ""


@pytest.mark.parametrize(("said", "what"), [("Yes", "yes"), ("yes.", "yes"), ("Not sure", "not_sure"), ("No", "no")])
def test_an_answer_to_the_short_question_has_its_name_though_it_is_understood_as_a_cue(said: str, what: str) -> None:
    assert name(says(said, intent="cue"), shown(layout="ask")) == what
    assert name(says(said, intent="cue"), shown(layout="card")) == "text"


def test_a_no_and_a_mistake_are_known_among_other_words() -> None:
    assert name(says("good heavens no, I'm only tired"), shown(layout="ask")) == "no"
    assert name(says("you've got that all wrong"), shown()) == "misunderstood"
    assert name(says("no but it crosses my mind"), shown(layout="ask")) == "text"
