"""The edge to Rasa: what is read from the tracker, what is said, and that nothing is raised or written to a log."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

import actions.dialogue
import actions.not_understood
import actions.welcome
from actions.base import CONTROLS, CairnAction, digest, speak
from actions.dialogue import message_of
from actions.goals import Goals
from actions.hope import Hope
from actions.not_understood import NotUnderstood
from actions.strengths import Strengths
from actions.turns import Entry, guide_of
from actions.welcome import Hello, Menu, Reminders, ShowPlan, WhoReads
from actions.words import words
from bot.coaching.draft import Draft, Say
from bot.coaching.guides import CONSENT, JOURNEYS
from bot.settings import settings
from bot.store.migrate import upgrade

SECRET_WORDS = "my sister Denise and the blue teapot"
ALL_ACTIONS = (Goals, Hope, Strengths, Hello, Menu, ShowPlan, WhoReads, Reminders, NotUnderstood)


def bot_event(**metadata: Any) -> dict[str, Any]:
    return {"event": "bot", "text": "…", "metadata": metadata}


def tracker(
    text: str = SECRET_WORDS,
    *,
    asked: bool = False,
    waiting: str | None = None,
    events: list[dict[str, Any]] | None = None,
) -> Tracker:
    """A conversation whose latest message is `text`; `asked` while a form is open."""
    return Tracker(
        sender_id="p1",
        slots={
            "answer": text if asked else None,
            "requested_slot": "answer" if asked else None,
            "waiting_dialogue": waiting,
        },
        latest_message={"text": text, "message_id": f"m-{text}", "intent": {"name": "start_goals"}},
        events=events or [],
        paused=False,
        followup_action=None,
        active_loop={},
        latest_action_name=None,
    )


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An installation of its own for the actions."""
    url = f"sqlite:///{tmp_path / 'cairn.db'}"
    upgrade(url)
    _use(monkeypatch, url)
    return url


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation whose database has no tables."""
    _use(monkeypatch, f"sqlite:///{tmp_path / 'nothing.db'}")


def _use(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    changed = replace(settings(), database_url=url)
    for module in (actions.dialogue, actions.not_understood, actions.welcome):
        monkeypatch.setattr(module, "settings", lambda: changed)


async def run(action: CairnAction, conversation: Tracker) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    dispatcher = CollectingDispatcher()
    events = await action.run(dispatcher, conversation, {})
    return dispatcher.messages, events


def slots(events: list[dict[str, Any]]) -> dict[str, Any]:
    return {event["name"]: event["value"] for event in events if event["event"] == "slot"}


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("kind", ALL_ACTIONS)
@pytest.mark.parametrize("asked", [True, False])
async def test_when_the_store_fails_it_says_so_and_logs_no_word(
    kind: type[CairnAction], asked: bool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    said, _ = await run(kind(), tracker(asked=asked))
    assert [message["response"] for message in said] == ["utter_trouble"]
    assert not any(word in caplog.text for word in SECRET_WORDS.split() if len(word) > 3)
    assert "p1" not in caplog.text


@pytest.mark.usefixtures("broken")
async def test_after_trouble_the_question_stays_open() -> None:
    _, events = await run(Goals(), tracker(asked=True))
    assert slots(events) == {"answer": None}


@pytest.mark.usefixtures("broken")
async def test_after_trouble_at_the_start_the_form_is_closed() -> None:
    _, events = await run(Goals(), tracker())
    assert slots(events) == {"answer": None, "requested_slot": None}


@pytest.mark.usefixtures("installed")
async def test_a_wish_brings_consent_and_then_waits_for_an_answer() -> None:
    said, events = await run(Goals(), tracker("I want to set a goal"))
    assert said[-1]["response"] == "utter_consent_ask"
    assert said[-1]["step"] == "consent.ask"
    assert slots(events) == {"answer": None, "waiting_dialogue": None}


@pytest.mark.usefixtures("installed")
async def test_stop_closes_the_form_and_remembers_the_dialogue() -> None:
    await run(Goals(), tracker("I want to set a goal"))
    _, events = await run(Goals(), tracker("stop", asked=True))
    assert slots(events) == {"answer": None, "requested_slot": None, "waiting_dialogue": "goals"}


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("kind", [Hello, Menu, ShowPlan, WhoReads, Reminders, NotUnderstood])
async def test_at_the_door_there_is_always_an_answer(kind: type[CairnAction]) -> None:
    said, events = await run(kind(), tracker("hi"))
    assert said
    assert not events


@pytest.mark.usefixtures("installed")
async def test_at_the_door_an_open_dialogue_is_offered() -> None:
    await run(Goals(), tracker("I want to set a goal"))
    said, events = await run(Hello(), tracker("hi"))
    assert said[-1]["response"] == "utter_offer_to_go_on"
    assert slots(events) == {"waiting_dialogue": "goals"}


def test_the_message_that_opens_a_dialogue_is_a_wish() -> None:
    message = message_of(tracker("I want to set a goal"))
    assert message is not None
    assert (message.entry, message.text, message.id) == (Entry.WISH, "I want to set a goal", "m-I want to set a goal")


def test_an_answer_is_what_the_slot_holds() -> None:
    message = message_of(tracker("buy bread", asked=True))
    assert message is not None
    assert (message.entry, message.text) == (Entry.ANSWER, "buy bread")


def test_a_form_called_without_a_message_says_nothing() -> None:
    conversation = tracker(asked=True)
    conversation.slots["answer"] = None
    assert message_of(conversation) is None


def test_back_from_a_pause_and_back_from_the_card_are_told_apart() -> None:
    question = bot_event(step="goals.picture", turn=3)
    paused = message_of(tracker("carry on", waiting="goals", events=[question]))
    carded = message_of(tracker("carry on", waiting="goals", events=[question, bot_event(support={"id": "card"})]))
    earlier = message_of(tracker("carry on", waiting="goals", events=[bot_event(support={"id": "card"}), question]))
    assert [message.entry for message in (paused, carded, earlier) if message] == [
        Entry.CARRY_ON,
        Entry.AFTER_CARD,
        Entry.CARRY_ON,
    ]


def test_a_card_shown_by_the_guard_counts_as_well() -> None:
    shown = {"event": "user", "text": "…", "metadata": {"support_shown": {"id": "card"}}}
    message = message_of(tracker("carry on", waiting="goals", events=[bot_event(step="goals.picture", turn=3), shown]))
    assert message is not None
    assert message.entry is Entry.AFTER_CARD


@pytest.mark.parametrize(("family", "is_answer"), [("voices", True), ("unclear", True), ("wish_to_die", False)])
def test_the_answer_that_a_card_mistook_is_taken_once_they_say_so(family: str, is_answer: bool) -> None:
    shown = {"id": "card", "families": [family]}
    mistaken = {"event": "user", "text": "he planted the roses", "metadata": {"support_shown": shown}}
    events = [
        bot_event(step="goals.picture", turn=3),
        mistaken,
        bot_event(support={**shown, "layout": "card"}),
        bot_event(support={"id": "sorry", "layout": "misunderstood"}),
    ]
    message = message_of(tracker("I can carry on", waiting="goals", events=events))
    assert message is not None
    assert (message.text == "he planted the roses") is is_answer
    assert (message.entry is Entry.ANSWER) is is_answer


def test_the_turn_that_was_last_seen_is_read_from_the_conversation() -> None:
    events = [bot_event(step="goals.picture", turn=3), bot_event(step="goals.importance", turn=4), bot_event(variant=1)]
    message = message_of(tracker("8", asked=True, events=events))
    assert message is not None
    assert message.shown_turn == 4


def test_a_question_carries_step_turn_controls_and_draft_and_a_lead_does_not() -> None:
    dispatcher = CollectingDispatcher()
    question_said = Say("utter_goals_picture", step="goals.picture", choices=("a",))
    speak(dispatcher, (Say("utter_ack"), question_said), turn=7, so_far=("What I want: a cat",))
    lead, question = dispatcher.messages
    assert "controls" not in lead
    assert "so_far" not in lead
    assert question["so_far"] == ["What I want: a cat"]
    assert (question["step"], question["turn"], question["controls"]) == ("goals.picture", 7, list(CONTROLS))
    assert question["buttons"] == [{"title": "a", "payload": "a"}]


def test_lines_are_numbered_and_listed_with_the_person_s_words() -> None:
    say = Say("utter_goals_read_back", lines=(("utter_goals_line_want", {"want": "{braces} & 100%"}),))
    assert words().numbered(say) == "1. What I want: {braces} & 100%"
    assert words().listed(say) == "What I want: {braces} & 100%"


def test_words_that_are_not_there_are_an_error() -> None:
    with pytest.raises(KeyError):
        words().fill("utter_no_such_words", {})


def test_the_record_of_consent_names_the_very_words() -> None:
    key, mark = words().text_id("utter_consent_ask").split("@")
    assert key == "utter_consent_ask"
    assert len(mark) == 8


@pytest.mark.parametrize("guide", [CONSENT, *JOURNEYS.values()], ids=lambda guide: guide.journey)
def test_every_choice_of_a_guide_has_a_label_of_its_own(guide: Any) -> None:
    labelled = guide.with_labels(words().labels(guide))
    for step in labelled.steps:
        labels = [choice.label for choice in step.choices]
        assert all(labels)
        assert len(set(labels)) == len(labels)


def test_a_guide_whose_words_offer_another_number_of_answers_is_refused() -> None:
    with pytest.raises(ValueError, match="way_in"):
        JOURNEYS["strengths"].with_labels({"way_in": ("only one",)})


def test_a_draft_in_consent_is_run_by_the_guide_of_consent() -> None:
    assert guide_of("goals", Draft("consent")).journey == "consent"
    assert guide_of("goals", Draft("goals")).journey == "goals"


def test_a_digest_tells_messages_apart_and_takes_any_text() -> None:
    assert digest("a") == digest("a") != digest("b")
    assert digest("\ud800")


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(("earlier", "greets"), [(0, True), (1, False)])
async def test_whose_first_message_is_not_understood_is_told_whom_they_talk_to(earlier: int, greets: bool) -> None:
    said, _ = await run(NotUnderstood(), tracker(events=[{"event": "user", "text": "hm"}] * (earlier + 1)))
    expected = (["utter_hello"] if greets else []) + ["utter_not_understood"]
    assert [message["response"] for message in said] == expected
