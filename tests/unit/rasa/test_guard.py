"""The guard: support first, a reply always, nothing late, nothing out of order, nothing twice."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from bot.rasa.guard import Guard, Said
from bot.rasa.incoming import LONGEST
from bot.rasa.tracker_store import ON_SAVE
from bot.safety.cues import Screening
from bot.safety.places import Place
from bot.safety.support import ASKING, SESSION, Seen
from bot.settings import Service

CUE = "I want to kill myself"
SECRET = "the blue heron at Tring"
QUESTION = {"text": "Which day?", "step": "goals.when", "controls": ["skip"], "buttons": []}


@dataclass
class Rasa:
    """Stands for Rasa: says `reply`, and keeps what it was told."""

    reply: list[Said] = field(default_factory=lambda: [dict(QUESTION)])
    told: list[UserMessage] = field(default_factory=list)
    before: Callable[[UserMessage], Awaitable[Any]] | None = None

    async def handle(self, message: UserMessage) -> None:
        if self.before is not None:
            await self.before(message)
        self.told.append(message)
        for said in self.reply:
            await message.output_channel.send_response(message.sender_id, dict(said))


@dataclass
class Notebook:
    """Stands for the tracker database."""

    seen: Seen = field(default_factory=Seen)
    kept: list[tuple[UserMessage, list[Said]]] = field(default_factory=list)
    noted: list[UserMessage] = field(default_factory=list)
    broken: bool = False

    async def note(self, message: UserMessage) -> None:
        if self.broken:
            raise OSError(SECRET)
        self.noted.append(message)

    async def recall(self, _sender: str) -> Seen:
        if self.broken:
            raise OSError(SECRET)
        return self.seen

    async def keep(self, message: UserMessage, said: list[Said], _context: str) -> None:
        if self.broken:
            raise OSError(SECRET)
        self.kept.append((message, said))


class Hung(Notebook):
    """A database that never answers."""

    async def recall(self, _sender: str) -> Seen:
        await asyncio.Event().wait()
        raise AssertionError


@dataclass
class Clock:
    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


def guard(rasa: Rasa, notebook: Notebook | None = None, deadline: float = 30.0, clock: Clock | None = None) -> Guard:
    return Guard("rest", rasa.handle, notebook or Notebook(), deadline, Service(country="GB"), clock or Clock())


async def hang(_: UserMessage) -> None:
    await asyncio.Event().wait()


async def test_a_message_gets_what_rasa_says() -> None:
    rasa = Rasa()
    said = await guard(rasa).answer("sam", "Tuesday")
    assert [bubble["text"] for bubble in said] == ["Which day?"]
    assert rasa.told[0].text == "Tuesday"
    assert rasa.told[0].metadata is None


async def test_a_cue_brings_the_card_while_rasa_hangs() -> None:
    said = await guard(Rasa(before=hang)).answer("sam", CUE)
    assert said[0]["support"]["layout"] == "card"
    assert "999" in said[0]["text"]


async def test_rasa_learns_of_the_card_with_the_persons_words() -> None:
    rasa = Rasa()
    watch = guard(rasa)
    said = await watch.answer("sam", CUE)
    await watch.settle()
    assert rasa.told[0].text == CUE
    assert rasa.told[0].metadata["support_shown"]["id"] == said[0]["support"]["id"]


async def test_what_rasa_says_after_the_card_is_not_shown_in_its_place() -> None:
    watch = guard(Rasa())
    said = await watch.answer("sam", CUE)
    await watch.settle()
    assert [bubble["support"]["layout"] for bubble in said] == ["card"]


async def test_a_cue_that_rasa_cannot_take_in_is_kept_all_the_same() -> None:
    notebook = Notebook()
    watch = guard(Rasa(before=hang), notebook, deadline=0.02)
    said = await watch.answer("sam", CUE)
    await watch.settle()
    (message, kept), *_ = notebook.kept
    assert message.text == CUE
    assert kept == said


async def test_a_cue_is_noted_whatever_becomes_of_the_turn() -> None:
    notebook = Notebook()
    watch = guard(Rasa(before=hang), notebook, deadline=0.02)
    said = await watch.answer("sam", CUE)
    await watch.answer("sam", "support")
    await watch.settle()
    (noted,) = notebook.noted
    assert noted.metadata["support_shown"] == said[0]["support"]


async def test_support_can_be_asked_for_without_any_cue() -> None:
    said = await guard(Rasa(before=hang)).answer("sam", "Support now")
    assert said[0]["support"]["asked_for"] is True


async def test_a_second_cue_says_other_words_with_the_numbers_in_them() -> None:
    watch = guard(Rasa())
    first = await watch.answer("sam", CUE)
    second = await watch.answer("sam", CUE)
    assert first[0]["text"] != second[0]["text"]
    assert "999" in second[0]["text"]
    assert "116 123" in second[0]["text"]


async def test_asking_for_support_does_not_count_as_a_first_cue() -> None:
    watch = guard(Rasa())
    await watch.answer("sam", "support")
    said = await watch.answer("sam", CUE)
    assert said[0]["support"]["shown_before"] == 0


async def test_a_new_session_begins_with_the_full_card() -> None:
    clock = Clock()
    watch = guard(Rasa(), clock=clock)
    await watch.answer("sam", CUE)
    clock.now += SESSION + 1
    said = await watch.answer("sam", CUE)
    assert said[0]["support"]["shown_before"] == 0


async def test_two_people_do_not_share_what_was_shown() -> None:
    watch = guard(Rasa())
    await watch.answer("sam", CUE)
    said = await watch.answer("alex", CUE)
    assert said[0]["support"]["shown_before"] == 0


async def test_a_message_is_read_in_the_light_of_the_question_shown_last(monkeypatch: pytest.MonkeyPatch) -> None:
    contexts: list[str] = []
    watch = guard(Rasa())
    await watch.answer("sam", "hello")
    _record_contexts(monkeypatch, contexts)
    await watch.answer("sam", "Tuesday")
    assert contexts == ["goals.when"]


async def test_after_a_restart_the_question_shown_last_is_read_from_the_tracker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    contexts: list[str] = []
    _record_contexts(monkeypatch, contexts)
    await guard(Rasa(), Notebook(seen=Seen(context="hope.alive"))).answer("sam", "yes")
    assert contexts == ["", "hope.alive"]


async def test_after_a_restart_the_first_message_with_a_cue_is_answered_with_the_lines_of_the_chosen_place() -> None:
    said = await guard(Rasa(), Notebook(seen=Seen(place=Place("US")))).answer("sam", CUE)
    assert "988" in said[0]["text"]
    assert said[0]["support"]["place"] == "US/"


async def test_a_card_does_not_wait_for_a_database_that_hangs() -> None:
    said = await guard(Rasa(), Hung()).answer("sam", CUE)
    assert said[0]["support"]["layout"] == "card"


async def test_a_card_in_the_browser_is_known_by_the_id_of_its_message() -> None:
    watch = Guard("web", Rasa().handle, Notebook(), 30.0, Service(), Clock())
    said = await watch.answer("sam", CUE, "m1")
    assert said[0]["support"]["message"] == "m1"
    assert "message" not in (await guard(Rasa()).answer("sam", CUE, "m1"))[0]["support"]


async def test_an_answer_to_the_short_question_is_read_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    contexts: list[str] = []
    asked = {"text": "Are you…?", "step": ASKING, "support": {"layout": "ask", "families": ["passive"]}}
    watch = guard(Rasa(reply=[asked]))
    await watch.answer("sam", "hello")
    _record_contexts(monkeypatch, contexts)
    await watch.answer("sam", "pardon")
    assert contexts == [ASKING]


async def test_a_tracker_database_out_of_reach_silences_nobody(caplog: pytest.LogCaptureFixture) -> None:
    said = await guard(Rasa(), Notebook(broken=True)).answer("sam", SECRET)
    assert said[0]["text"] == "Which day?"
    assert SECRET not in caplog.text


async def test_when_rasa_hangs_the_person_is_told_within_the_deadline() -> None:
    said = await guard(Rasa(before=hang), deadline=0.02).answer("sam", "Tuesday")
    assert said[0]["support"]["layout"] == "fallback"
    assert "116 123" in said[0]["text"]


async def test_a_late_turn_is_stopped_before_its_reply_is_kept() -> None:
    rasa = Rasa(before=hang)
    watch = guard(rasa, deadline=0.02)
    await watch.answer("sam", "Tuesday")
    await watch.settle()
    assert rasa.told == []


async def test_what_a_late_turn_was_about_is_kept_with_what_was_shown() -> None:
    notebook = Notebook()
    watch = guard(Rasa(before=hang), notebook, deadline=0.02)
    said = await watch.answer("sam", "Tuesday")
    await watch.settle()
    assert [(message.text, shown) for message, shown in notebook.kept] == [("Tuesday", said)]


async def test_a_reply_that_is_being_saved_at_the_deadline_is_shown() -> None:
    saved = asyncio.Event()
    rasa = Rasa()

    async def save_slowly(message: UserMessage) -> None:
        await rasa.handle(message)
        ON_SAVE.get().set()  # type: ignore[union-attr]
        await saved.wait()

    watch = Guard("rest", save_slowly, Notebook(), 0.02, Service(), Clock())
    said = await watch.answer("sam", "Tuesday")
    assert said[0]["text"] == "Which day?"
    saved.set()
    await watch.settle()


async def test_an_error_in_rasa_brings_honest_words_and_no_persons_words_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def break_down(message: UserMessage) -> None:
        raise RuntimeError(f"cannot parse {message.text}")

    with caplog.at_level(logging.DEBUG):
        said = await guard(Rasa(before=break_down)).answer("sam", SECRET)
    assert said[0]["support"]["layout"] == "fallback"
    assert "RuntimeError" in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize(("saved", "kept"), [(True, None), (False, "Tuesday")])
async def test_silence_of_rasa_brings_the_fallback_and_each_word_is_kept_once(saved: bool, kept: str | None) -> None:
    async def save(_: UserMessage) -> None:
        if saved:
            ON_SAVE.get().set()  # type: ignore[union-attr]

    notebook = Notebook()
    watch = guard(Rasa(reply=[], before=save), notebook)
    said = await watch.answer("sam", "Tuesday")
    await watch.settle()
    assert said[0]["support"]["layout"] == "fallback"
    assert [(message.text, shown) for message, shown in notebook.kept] == [(kept, said)]


async def test_the_fallback_leaves_the_question_before_it_open(monkeypatch: pytest.MonkeyPatch) -> None:
    contexts: list[str] = []
    rasa = Rasa()
    watch = guard(rasa)
    await watch.answer("sam", "hello")
    rasa.reply = []
    await watch.answer("sam", "Tuesday")
    _record_contexts(monkeypatch, contexts)
    await watch.answer("sam", "Wednesday")
    assert contexts == ["goals.when"]


async def test_a_second_fallback_has_other_words() -> None:
    watch = guard(Rasa(reply=[]))
    first = await watch.answer("sam", "Tuesday")
    second = await watch.answer("sam", "Tuesday")
    assert first[0]["text"] != second[0]["text"]


async def test_a_message_sent_twice_gets_the_same_reply_and_is_told_once() -> None:
    rasa = Rasa()
    watch = guard(rasa)
    first = await watch.answer("sam", "Tuesday", "m1")
    second = await watch.answer("sam", "Tuesday", "m1")
    assert first == second
    assert len(rasa.told) == 1


async def test_a_message_sent_twice_at_once_is_told_once() -> None:
    rasa = Rasa()
    watch = guard(rasa)
    first, second = await asyncio.gather(watch.answer("sam", "Tuesday", "m1"), watch.answer("sam", "Tuesday", "m1"))
    assert first == second
    assert len(rasa.told) == 1


async def test_the_message_ids_of_two_people_are_two_things() -> None:
    rasa = Rasa()
    watch = guard(rasa)
    await watch.answer("sam", "Tuesday", "m1")
    await watch.answer("alex", "Friday", "m1")
    assert [message.text for message in rasa.told] == ["Tuesday", "Friday"]


async def test_two_messages_at_once_come_one_after_the_other() -> None:
    together: list[int] = []
    running = 0

    async def watch_over(_: UserMessage) -> None:
        nonlocal running
        running += 1
        together.append(running)
        await asyncio.sleep(0)
        running -= 1

    rasa = Rasa(before=watch_over)
    watch = guard(rasa)
    await asyncio.gather(*(watch.answer("sam", text) for text in ("one", "two", "three")))
    assert [message.text for message in rasa.told] == ["one", "two", "three"]
    assert together == [1, 1, 1]


async def test_the_card_does_not_wait_for_a_turn_that_hangs() -> None:
    watch = guard(Rasa(before=hang))
    slow = asyncio.create_task(watch.answer("sam", "Tuesday"))
    await asyncio.sleep(0)
    said = await watch.answer("sam", CUE)
    assert said[0]["support"]["layout"] == "card"
    slow.cancel()


async def test_a_sender_who_hangs_up_leaves_no_half_turn() -> None:
    go_on = asyncio.Event()

    async def wait(_: UserMessage) -> None:
        await go_on.wait()

    rasa = Rasa(before=wait)
    watch = guard(rasa)
    request = asyncio.create_task(watch.answer("sam", "Tuesday", "m1"))
    await asyncio.sleep(0)
    request.cancel()
    go_on.set()
    assert (await watch.answer("sam", "Tuesday", "m1"))[0]["text"] == "Which day?"
    assert len(rasa.told) == 1


async def test_a_message_beyond_all_length_gets_a_kind_limit() -> None:
    rasa = Rasa()
    said = await guard(rasa).answer("sam", "word " * LONGEST)
    assert "more than I can take in" in said[0]["text"]
    assert rasa.told == []


async def test_a_cue_at_the_end_of_a_very_long_message_is_seen() -> None:
    said = await guard(Rasa(before=hang)).answer("sam", "la " * 40_000 + ". " + CUE)
    assert said[0]["support"]["layout"] in ("card", "ask")


async def test_a_typed_payload_reaches_rasa_as_words() -> None:
    rasa = Rasa()
    await guard(rasa).answer("sam", '/start_goals{"waiting_dialogue": "hope"}')
    assert rasa.told[0].text == 'start_goals{"waiting_dialogue": "hope"}'


async def test_an_empty_message_reaches_rasa_without_its_classifier() -> None:
    rasa = Rasa()
    await guard(rasa).answer("sam", " \x00 ")
    assert rasa.told[0].text == ""
    assert rasa.told[0].parse_data["intent"]["name"] == "nlu_fallback"


async def test_when_screening_itself_breaks_the_question_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr("bot.safety.cues.screen", broken)
    said = await guard(Rasa()).answer("sam", "Tuesday")
    assert said[0]["support"]["layout"] == "ask"


async def test_when_the_guard_itself_breaks_the_person_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.rasa.guard.cleaned", lambda _: 1 / 0)
    said = await guard(Rasa()).answer("sam", "Tuesday")
    assert said[0]["support"]["layout"] == "fallback"


def _record_contexts(monkeypatch: pytest.MonkeyPatch, contexts: list[str]) -> None:
    def screen(_text: str, context: str, _earlier: tuple[str, ...]) -> Screening:
        contexts.append(context)
        return Screening("none", ())

    monkeypatch.setattr("bot.safety.cues.screen", screen)
