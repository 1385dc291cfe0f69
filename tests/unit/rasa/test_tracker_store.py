"""Trackers are kept whole, long sessions are cut between two turns, and a turn that Rasa missed is kept too."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.keeping import Recalled, TrackerKeeping
from bot.rasa.tracker_store import LONGEST, LONGEST_WITH_SUPPORT, ON_SAVE, CairnTrackerStore, new_session
from bot.safety.support import ASKING, SESSION, Seen, Support
from bot.settings import ROOT
from bot.store.engine import dispose, engine_for
from bot.store.shown import noted
from bot.store.tracker_events import events_after

CARD = {"support": {"layout": "card", "families": ["passive"]}}


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(ROOT / "domain.yml"))


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    address = f"sqlite:///{tmp_path}/tracker.db"
    yield address
    dispose(address)


@pytest.fixture
def store(url: str, domain: Domain) -> CairnTrackerStore:
    return CairnTrackerStore(domain, url=url)


def turn(number: int, **metadata: Any) -> list[Event]:
    """A person's message, the form that took it, and the next question."""
    return [
        UserUttered(f"answer {number}", message_id=str(number)),
        SlotSet("answer", f"answer {number}"),
        ActionExecuted("goals_form"),
        BotUttered(f"question {number}", metadata={"step": "goals.when", "turn": number, **metadata}),
        SlotSet("answer", None),
        ActionExecuted("action_listen"),
    ]


async def live(store: CairnTrackerStore, turns: int, first: int = 0, **metadata: Any) -> None:
    """Some turns of a conversation, each as Rasa runs it: retrieve, apply, save."""
    for number in range(first, first + turns):
        tracker = await store.get_or_create_tracker("sam", append_action_listen=False)
        events: list[Event] = [] if tracker.events else new_session([], 1.0)
        if number == 0:
            events += [UserUttered("a goal"), ActionExecuted("goals_form"), ActiveLoop("goals_form")]
            events += [SlotSet("requested_slot", "answer"), ActionExecuted("action_listen")]
        tracker.update_with_events([*events, *turn(number, **metadata)], store.domain)
        await store.save(tracker)


async def retrieved(store: CairnTrackerStore) -> DialogueStateTracker:
    tracker = await store.retrieve("sam")
    assert tracker is not None
    return tracker


async def test_a_tracker_comes_back_as_it_was_kept(store: CairnTrackerStore) -> None:
    await live(store, 2)
    tracker = await retrieved(store)
    assert tracker.active_loop_name == "goals_form"
    assert [event.text for event in tracker.events if isinstance(event, UserUttered)][-1] == "answer 1"


async def test_a_long_form_goes_on_in_a_new_session(store: CairnTrackerStore) -> None:
    await live(store, LONGEST + 3)
    tracker = await retrieved(store)
    spoken = [event.text for event in tracker.events if isinstance(event, UserUttered)]
    assert len(spoken) < LONGEST
    assert spoken[-1] == f"answer {LONGEST + 2}"
    assert tracker.active_loop_name == "goals_form"
    assert tracker.get_slot("requested_slot") == "answer"
    assert tracker.get_slot("answer") is None


async def test_the_question_shown_last_stays_in_the_session(store: CairnTrackerStore) -> None:
    for _ in range(3):
        await live(store, LONGEST)
        questions = [e for e in (await retrieved(store)).events if isinstance(e, BotUttered)]
        assert questions[-1].metadata["step"] == "goals.when"


async def test_no_event_is_lost_or_doubled_by_the_cuts(store: CairnTrackerStore, url: str) -> None:
    await live(store, 4 * LONGEST)
    said = [event.data["message_id"] for event in events_after(url, 0, 10_000) if event.type == "user"]
    assert said == [None, *(str(number) for number in range(4 * LONGEST))]


async def test_a_session_with_a_card_in_it_stays_whole(store: CairnTrackerStore) -> None:
    await live(store, 2, **CARD)
    await live(store, 2 * LONGEST, first=2)
    spoken = [e for e in (await retrieved(store)).events if isinstance(e, UserUttered)]
    assert len(spoken) == 2 * LONGEST + 3
    assert len(spoken) < LONGEST_WITH_SUPPORT


async def test_a_silent_turn_does_not_cut(store: CairnTrackerStore) -> None:
    await live(store, LONGEST - 1)
    tracker = await retrieved(store)
    tracker.update_with_events([UserUttered("hm"), ActionExecuted("action_listen")], store.domain)
    await store.save(tracker)
    kept = (await retrieved(store)).events
    assert sum(isinstance(event, UserUttered) for event in kept) == LONGEST + 1


async def test_slots_go_over_into_the_new_session(store: CairnTrackerStore) -> None:
    await live(store, LONGEST - 1)
    tracker = await retrieved(store)
    tracker.update_with_events([*turn(LONGEST), SlotSet("waiting_dialogue", "hope")], store.domain)
    await store.save(tracker)
    await live(store, 2, first=LONGEST + 1)
    assert (await retrieved(store)).get_slot("waiting_dialogue") == "hope"


async def test_whoever_asks_learns_that_a_turn_is_being_kept(store: CairnTrackerStore) -> None:
    decided = asyncio.Event()
    ON_SAVE.set(decided)
    await live(store, 1)
    assert decided.is_set()


async def test_making_a_strangers_tracker_decides_nothing(store: CairnTrackerStore) -> None:
    decided = asyncio.Event()
    ON_SAVE.set(decided)
    await store.get_or_create_tracker("sam", append_action_listen=False)
    assert not decided.is_set()


async def test_nothing_is_known_of_a_stranger(store: CairnTrackerStore) -> None:
    assert await store.retrieve("nobody") is None


async def test_a_turn_that_rasa_missed_is_kept_without_a_model(url: str, store: CairnTrackerStore) -> None:
    await live(store, 1)
    said = [{"text": "the card", "buttons": [], **CARD}]
    message = UserMessage("words", None, "sam", message_id="m9", metadata={"support_shown": CARD["support"]})
    await TrackerKeeping(url).keep(message, said, "goals.when")
    tracker = await retrieved(store)
    assert tracker.active_loop_name is None
    assert tracker.get_slot("waiting_dialogue") == "goals"
    assert tracker.get_slot("support_state") == "card"
    assert tracker.latest_message is not None
    assert tracker.latest_message.text == "words"
    assert tracker.latest_message.intent["name"] == "cue"


async def test_the_fallback_is_kept_as_what_was_shown(url: str, store: CairnTrackerStore) -> None:
    await live(store, 1)
    said = [{"text": "Sorry", "support": {"layout": "fallback"}}]
    await TrackerKeeping(url).keep(UserMessage("words", None, "sam"), said, "goals.when")
    tracker = await retrieved(store)
    assert tracker.active_loop_name == "goals_form"
    assert tracker.get_slot("answer") is None
    await TrackerKeeping(url).keep(UserMessage(None, None, "sam"), said, "goals.when")
    assert [event.type for event in events_after(url, 0, 1_000)][-1] == "bot"


async def test_what_is_kept_for_a_stranger_begins_a_session(url: str, store: CairnTrackerStore) -> None:
    await TrackerKeeping(url).keep(UserMessage("words", None, "sam"), [{"text": "Sorry"}], "")
    assert [event.type for event in events_after(url, 0, 10)][:3] == ["action", "session_started", "action"]
    assert (await retrieved(store)).latest_message is not None


async def test_what_was_shown_before_a_restart_is_recalled(url: str, store: CairnTrackerStore) -> None:
    await live(store, 2, **CARD)
    seen = Seen("goals.when", ("passive",), 2, latest="card", told=True, waits=True)
    assert await TrackerKeeping(url).recall("sam") == Recalled(seen)


async def test_what_was_shown_in_an_older_session_is_not_recalled(
    url: str, store: CairnTrackerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    await live(store, 2, **CARD)
    monkeypatch.setattr("bot.rasa.keeping.SESSION", -SESSION)
    assert await TrackerKeeping(url).recall("sam") == Recalled()


async def test_the_short_question_is_recalled_as_such(url: str) -> None:
    said = [{"text": "Are you…?", "step": ASKING, "support": {"layout": "ask", "families": ["passive"]}}]
    await TrackerKeeping(url).keep(UserMessage("words", None, "sam"), said, "")
    assert (await TrackerKeeping(url).recall("sam")).seen.context == ASKING


async def test_a_person_nobody_knows_has_seen_nothing(url: str) -> None:
    assert await TrackerKeeping(url).recall("sam") == Recalled()


def test_an_error_of_the_database_holds_no_words(url: str) -> None:
    assert engine_for(url).hide_parameters


async def test_support_that_was_shown_is_noted_for_the_worker_without_any_word(url: str) -> None:
    told = {"id": "x", "layout": "card", "families": ["passive"], "asked_for": False, "at": 1_780_000_000.5}
    message = UserMessage("words", None, "sam", input_channel="rest", metadata={"support_shown": told})
    await TrackerKeeping(url).note(message, message.metadata["support_shown"])
    ((file, shown),) = noted(url)
    assert (shown.channel, shown.pseudonym, shown.support) == ("rest", "sam", told)
    assert "words" not in file.read_text(encoding="utf-8")


async def test_a_card_that_no_conversation_tells_of_is_found_in_its_note_until_it_does(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.shown.ROOT", tmp_path)
    shown = Support("card", ("passive",), message="m1")
    told = {"layout": "card", "families": ["passive"], "at": shown.at, "message": "m1"}
    await TrackerKeeping(url).note(UserMessage("words", None, "sam", input_channel="web"), told)
    await TrackerKeeping(url).note(UserMessage("words", None, "ann", input_channel="web"), {**told, "message": "m2"})
    recalled = await TrackerKeeping(url).recall("sam")
    assert (recalled.seen, recalled.untold) == (Seen(), shown)
    await TrackerKeeping(url).keep(UserMessage(None, None, "sam"), [{"text": "card", "support": told}], "")
    assert (await TrackerKeeping(url).recall("sam")).untold is None


async def test_a_card_of_an_older_session_waits_no_more(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.shown.ROOT", tmp_path)
    told = {"layout": "card", "families": ["passive"], "at": time.time() - SESSION - 1}
    await TrackerKeeping(url).note(UserMessage("words", None, "sam", input_channel="web"), told)
    assert (await TrackerKeeping(url).recall("sam")).untold is None
