"""A card that the web process showed while this one was away: it waits as if it had been shown from here."""

from __future__ import annotations

import asyncio

import pytest
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered

from bot.rasa.guard import Guard, Said
from bot.rasa.keeping import turn_events
from bot.safety.support import Seen, Support
from tests.unit.rasa.around_the_guard import CUE, QUESTION, Notebook, Rasa, guard

SHOWN = Support("card", ("wish_to_die",), at=5.0, message="web-1")


@pytest.fixture
def rasa() -> Rasa:
    return Rasa()


@pytest.fixture
def notebook() -> Notebook:
    return Notebook(seen=Seen(context=str(QUESTION["step"])))


@pytest.fixture
def watch(rasa: Rasa, notebook: Notebook) -> Guard:
    return guard(rasa, notebook)


async def say(watch: Guard, text: str, message_id: str = "web-2") -> list[Said]:
    said = await watch.answer("sam", text, message_id, shown=SHOWN)
    await watch.settle()
    return said


async def test_it_is_kept_before_the_dialogue_hears_what_was_written_next(
    watch: Guard, rasa: Rasa, notebook: Notebook
) -> None:
    await say(watch, "im at my mums")
    ((message, said),) = notebook.kept
    assert (message.text, said[0]["support"]["families"], notebook.contexts) == (None, ["wish_to_die"], ["goals.when"])
    assert [told.text for told in rasa.told] == ["im at my mums"]


async def test_it_is_told_of_once(watch: Guard, notebook: Notebook) -> None:
    await say(watch, "im at my mums")
    await say(watch, "hm", "web-3")
    assert len(notebook.kept) == 1


async def test_the_words_that_brought_it_are_answered_with_the_first_card_when_they_come_at_last(
    watch: Guard, notebook: Notebook
) -> None:
    (card,) = await say(watch, CUE, SHOWN.message)
    assert card["support"]["shown_before"] == 0
    assert notebook.kept == []


async def test_a_cue_after_it_is_the_second(watch: Guard) -> None:
    (card,) = await say(watch, CUE)
    assert card["support"]["shown_before"] == 1


async def test_a_cue_after_it_does_not_wait_for_a_database_that_hangs(rasa: Rasa) -> None:
    class HungKeep(Notebook):
        async def keep(self, *_: object) -> None:
            await asyncio.Event().wait()

    (card,) = await asyncio.wait_for(guard(rasa, HungKeep()).answer("sam", CUE, "web-2", shown=SHOWN), 5.0)
    assert card["support"]["layout"] == "card"


async def test_it_is_answered_alone_where_it_cannot_be_kept(watch: Guard, notebook: Notebook) -> None:
    notebook.broken = True
    (said,) = await say(watch, "im at my mums")
    assert said["support"]["layout"] == "here"


async def test_what_is_kept_of_it_halts_the_dialogue_and_holds_no_words_of_theirs(
    watch: Guard, notebook: Notebook
) -> None:
    await say(watch, "hm")
    ((message, said),) = notebook.kept
    events = turn_events(message, said, "goals.when")
    assert not any(isinstance(event, UserUttered) for event in events)
    assert SlotSet("support_state", "card") in events
    assert SlotSet("waiting_dialogue", "goals") in events
    assert [event.text for event in events if isinstance(event, BotUttered)] == [said[0]["text"]]


async def test_a_card_found_in_its_note_after_a_new_start_waits_as_well(watch: Guard, notebook: Notebook) -> None:
    notebook.untold = SHOWN
    await watch.answer("sam", "im at my mums", "web-2")
    await watch.settle()
    assert [said[0]["support"]["families"] for _, said in notebook.kept] == [["wish_to_die"]]
    await say(watch, "hm", "web-3")  # the web process tells of the same one
    assert len(notebook.kept) == 1


async def test_words_that_brought_it_and_come_again_are_answered_with_the_first_card(
    watch: Guard, notebook: Notebook
) -> None:
    notebook.untold = SHOWN
    (card,) = await watch.answer("sam", CUE, SHOWN.message)
    await watch.settle()
    assert (card["support"]["shown_before"], notebook.kept) == (0, [])
