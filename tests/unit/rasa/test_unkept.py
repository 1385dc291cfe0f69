"""While nothing can be kept: the card waits all the same, and Rasa learns of it before it hears the next message."""

from __future__ import annotations

import asyncio

import pytest
from rasa.core.channels.channel import UserMessage

from bot.rasa import unkept
from bot.rasa.guard import Guard, Said
from bot.rasa.tracker_store import LOST
from bot.safety.cues import Screening
from bot.settings import Service
from tests.builders import create_alerts
from tests.unit.rasa.around_the_guard import CUE, QUESTION, Clock, Notebook, Rasa, guard


class Forgetful(Rasa):
    """Rasa whose tracker database is away: it answers as if nothing had been said, and keeps nothing."""

    def __init__(self) -> None:
        super().__init__(before=self.lose)
        self.away = True

    async def lose(self, _: UserMessage) -> None:
        lost = LOST.get()
        if self.away and lost is not None:
            lost.set()


@pytest.fixture
def rasa() -> Forgetful:
    return Forgetful()


@pytest.fixture
def notebook() -> Notebook:
    return Notebook(broken=True)


@pytest.fixture
def watch(rasa: Forgetful, notebook: Notebook) -> Guard:
    return guard(rasa, notebook)


async def say(watch: Guard, text: str) -> list[Said]:
    said = await watch.answer("sam", text)
    await watch.settle()
    return said


def mend(rasa: Forgetful, notebook: Notebook) -> None:
    rasa.away, notebook.broken = False, False


def layouts(said: list[Said]) -> list[str]:
    return [bubble.get("support", {}).get("layout", "") for bubble in said]


async def test_any_text_beside_the_card_gets_a_human_answer(watch: Guard) -> None:
    await say(watch, CUE)
    for text in ("im at my mums", "hm", "what do i do"):
        said = await say(watch, text)
        assert layouts(said) == ["here"]
        assert "116 123" in said[0]["text"]
        assert said[0]["buttons"][0]["title"] == "I can carry on"


async def test_who_writes_at_once_is_not_heard_before_the_card_is_known(watch: Guard, rasa: Forgetful) -> None:
    await watch.answer("sam", CUE)
    assert layouts(await watch.answer("sam", "im at my mums")) == ["here"]
    assert "im at my mums" not in [message.text for message in rasa.told]


async def test_other_lines_are_shown_and_a_way_on_is_told_the_truth(watch: Guard) -> None:
    await say(watch, CUE)
    assert layouts(await say(watch, "More ways to get help")) == ["more"]
    for text in ("I can carry on", "menu", "stop", "You misunderstood"):
        assert layouts(await say(watch, text)) == ["fallback"]


async def test_what_could_not_be_kept_is_kept_in_order_before_rasa_hears_more(
    watch: Guard, rasa: Forgetful, notebook: Notebook
) -> None:
    await say(watch, "hello")
    await say(watch, CUE)
    await say(watch, "hm")
    mend(rasa, notebook)
    heard = len(rasa.told)
    await say(watch, "carry on")
    assert [message.text for message, _ in notebook.kept] == [CUE, "hm"]
    assert notebook.contexts[0] == QUESTION["step"]
    assert [message.text for message in rasa.told[heard:]] == ["carry on"]


async def test_a_second_cue_is_kept_after_the_first(watch: Guard, rasa: Forgetful, notebook: Notebook) -> None:
    await say(watch, CUE)
    assert layouts(await say(watch, CUE)) == ["card"]
    mend(rasa, notebook)
    await say(watch, "carry on")
    assert [message.metadata["support_shown"]["shown_before"] for message, _ in notebook.kept] == [0, 1]


async def test_it_is_kept_though_they_never_write_again(
    watch: Guard, rasa: Forgetful, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unkept, "PAUSE", 0.0)
    await say(watch, CUE)
    mend(rasa, notebook)
    while not notebook.kept:
        await asyncio.sleep(0)
    assert [message.text for message, _ in notebook.kept] == [CUE]


async def test_a_card_that_was_kept_is_not_forgotten_when_the_database_goes_away(
    watch: Guard, rasa: Forgetful, notebook: Notebook
) -> None:
    mend(rasa, notebook)
    await say(watch, CUE)
    rasa.away, notebook.broken = True, True
    assert layouts(await say(watch, "hm")) == ["here"]


async def test_who_has_carried_on_is_told_what_went_wrong(watch: Guard, rasa: Forgetful, notebook: Notebook) -> None:
    mend(rasa, notebook)
    await say(watch, CUE)
    await say(watch, "carry on")
    rasa.reply = []
    assert layouts(await say(watch, "Tuesday")) == ["fallback"]


async def test_a_no_to_the_short_question_is_thanked(watch: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.safety.cues.screen", lambda *_: Screening("ask", ("passive",)))
    assert layouts(await say(watch, "I can't do this any more")) == ["ask"]
    monkeypatch.setattr("bot.safety.cues.screen", lambda *_: Screening("none", ()))
    assert layouts(await say(watch, "no")) == ["no"]


async def test_what_needs_no_help_is_not_kept_twice(watch: Guard, rasa: Forgetful, notebook: Notebook) -> None:
    rasa.reply = []
    assert layouts(await say(watch, "Tuesday")) == ["fallback"]
    mend(rasa, notebook)
    rasa.reply = [dict(QUESTION)]
    assert layouts(await say(watch, "Tuesday")) == [""]
    assert notebook.kept == []


TEAM = {"text": "It's on your team's list.", "support": {"id": "t", "layout": "team", "at": 7.0}, "buttons": []}
REPORTED = {"text": "I've marked it.", "support": {"id": "p", "layout": "problem"}, "buttons": []}


async def test_what_the_team_is_promised_to_see_is_noted_though_nothing_can_be_kept(
    watch: Guard, rasa: Forgetful, notebook: Notebook
) -> None:
    mend(rasa, notebook)
    await say(watch, CUE)
    rasa.away, rasa.reply = True, [dict(TEAM)]
    assert layouts(await say(watch, "Tell my team")) == ["team"]
    assert [told["layout"] for told in notebook.notes] == ["card", "team"]


async def test_the_team_can_be_told_while_an_earlier_turn_waits_to_be_kept(rasa: Forgetful) -> None:
    notebook = Notebook(broken=True)
    watch = Guard("rest", rasa.handle, notebook, 30.0, Service(alerts=create_alerts()), Clock())
    await say(watch, CUE)
    notebook.broken, notebook.keep = False, broken_keep  # type: ignore[method-assign]
    assert layouts(await say(watch, "Tell my team")) == ["team"]
    assert [told["layout"] for told in notebook.notes] == ["team"]


async def test_no_report_is_promised_that_could_not_be_kept(watch: Guard, rasa: Forgetful) -> None:
    rasa.reply = [dict(REPORTED)]
    assert layouts(await say(watch, "report a problem with this reply")) == ["fallback"]


async def broken_keep(*_: object) -> None:
    raise OSError
