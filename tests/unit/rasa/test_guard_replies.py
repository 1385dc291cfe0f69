"""The guard: a reply always, nothing late, nothing out of order, nothing twice."""

from __future__ import annotations

import asyncio
import logging

import pytest
from rasa.core.channels.channel import UserMessage

from bot.rasa.guard import Guard
from bot.rasa.incoming import LONGEST
from bot.rasa.tracker_store import ON_SAVE
from bot.settings import Service
from tests.unit.rasa.around_the_guard import SECRET, Clock, Notebook, Rasa, guard, hang, record_contexts


async def test_a_message_gets_what_rasa_says() -> None:
    rasa = Rasa()
    said = await guard(rasa).answer("sam", "Tuesday")
    assert [bubble["text"] for bubble in said] == ["Which day?"]
    assert rasa.told[0].text == "Tuesday"
    assert rasa.told[0].metadata is None


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
    record_contexts(monkeypatch, contexts)
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


async def test_a_typed_payload_reaches_rasa_as_words() -> None:
    rasa = Rasa()
    await guard(rasa).answer("sam", '/start_goals{"waiting_dialogue": "hope"}')
    assert rasa.told[0].text == 'start_goals{"waiting_dialogue": "hope"}'


async def test_an_empty_message_reaches_rasa_without_its_classifier() -> None:
    rasa = Rasa()
    await guard(rasa).answer("sam", " \x00 ")
    assert rasa.told[0].text == ""
    assert rasa.told[0].parse_data["intent"]["name"] == "nlu_fallback"


async def test_when_the_guard_itself_breaks_the_person_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.rasa.guard.cleaned", lambda _: 1 / 0)
    said = await guard(Rasa()).answer("sam", "Tuesday")
    assert said[0]["support"]["layout"] == "fallback"
