"""The guard: support first, in every light, and known to everybody afterwards."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.rasa.guard import Guard
from bot.safety.places import Place
from bot.safety.support import ASKING, SESSION, Seen
from bot.settings import Service
from tests.unit.rasa.around_the_guard import CUE, SECRET, Clock, Hung, Notebook, Rasa, guard, hang, record_contexts


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


async def test_a_card_is_noted_before_it_is_seen_but_does_not_wait_for_a_note_that_hangs() -> None:
    notebook, hung = Notebook(), Hung()
    await guard(Rasa(before=hang), notebook).answer("sam", CUE)
    assert len(notebook.noted) == 1
    assert (await guard(Rasa(before=hang), hung).answer("sam", CUE))[0]["support"]["layout"] == "card"


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
    record_contexts(monkeypatch, contexts)
    await watch.answer("sam", "Tuesday")
    assert contexts == ["goals.when"]


async def test_after_a_restart_the_question_shown_last_is_read_from_the_tracker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    contexts: list[str] = []
    record_contexts(monkeypatch, contexts)
    await guard(Rasa(), Notebook(seen=Seen(context="hope.alive"))).answer("sam", "yes")
    assert contexts == ["", "hope.alive"]


async def test_after_a_restart_the_first_message_with_a_cue_is_answered_with_the_lines_of_the_chosen_place() -> None:
    said = await guard(Rasa(), Notebook(seen=Seen(place=Place("US")))).answer("sam", CUE)
    assert "988" in said[0]["text"]
    assert said[0]["support"]["place"] == "US/"


async def test_a_place_that_was_chosen_beside_the_chat_is_told_with_the_message_and_holds() -> None:
    rasa = Rasa()
    watch = guard(rasa, Notebook(seen=Seen(place=Place("NZ"))))
    await watch.answer("sam", "hello", place=Place("US"))
    assert rasa.told[0].metadata == {"place": "US/"}
    assert "988" in (await watch.answer("sam", CUE))[0]["text"]


async def test_the_very_first_card_has_the_lines_of_a_place_that_was_chosen_beside_the_chat() -> None:
    said = await guard(Rasa(), Notebook(seen=Seen(place=Place("NZ")))).answer("sam", CUE, place=Place("US"))
    assert "988" in said[0]["text"]


async def test_who_names_a_place_in_the_chat_is_there_until_they_choose_another_beside_it() -> None:
    chosen = {"text": "Thank you.", "support": {"id": "x", "layout": "place", "chosen": "NZ/"}}
    watch = guard(Rasa(reply=[chosen]))
    await watch.answer("sam", "New Zealand", place=Place("US"))
    assert "1737" in (await watch.answer("sam", CUE))[0]["text"]
    assert "988" in (await watch.answer("sam", CUE, place=Place("US")))[0]["text"]


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
    record_contexts(monkeypatch, contexts)
    await watch.answer("sam", "pardon")
    assert contexts == [ASKING]


async def test_the_card_does_not_wait_for_a_turn_that_hangs() -> None:
    watch = guard(Rasa(before=hang))
    slow = asyncio.create_task(watch.answer("sam", "Tuesday"))
    await asyncio.sleep(0)
    said = await watch.answer("sam", CUE)
    assert said[0]["support"]["layout"] == "card"
    slow.cancel()


async def test_a_cue_at_the_end_of_a_very_long_message_is_seen() -> None:
    said = await guard(Rasa(before=hang)).answer("sam", "la " * 40_000 + ". " + CUE)
    assert said[0]["support"]["layout"] in ("card", "ask")


async def test_what_somebody_wrote_in_a_crisis_is_kept_whole_however_long_it_is() -> None:
    words = "la " * 3_000 + ". " + CUE
    rasa, notebook = Rasa(), Notebook()
    watch = guard(rasa, notebook)
    await watch.answer("sam", words)
    await watch.settle()
    assert rasa.told[0].text == words
    assert notebook.noted[0].text == words


async def test_nobody_waits_while_a_very_long_message_is_understood_that_was_answered_already() -> None:
    rasa = Rasa()
    watch = guard(rasa)
    await watch.answer("sam", "la " * 3_000 + ". " + CUE)
    await watch.answer("alex", CUE)
    await watch.settle()
    long, short = rasa.told
    assert long.parse_data["intent"]["name"] == "cue"
    assert long.parse_data["text"] == long.text
    assert short.parse_data is None


async def test_when_screening_itself_breaks_the_question_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr("bot.safety.cues.screen", broken)
    said = await guard(Rasa()).answer("sam", "Tuesday")
    assert said[0]["support"]["layout"] == "ask"
