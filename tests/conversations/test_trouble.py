"""When the action server fails, the person is told, nothing is taken for shown that was not, and nothing is lost."""

from __future__ import annotations

import logging

import pytest

from bot import logs
from tests.conversations.stage import IMPATIENT, Stage, layout, step, words

CUE = "I want to kill myself"
CONSENTED = ("I want to set a goal", "yes")
SECRET = "the blue heron at Tring"
TROUBLES = ("down", "broken", "hung")


def break_actions(stage: Stage, trouble: str) -> None:
    stage.actions.trouble = trouble
    stage.restart(IMPATIENT if trouble == "hung" else 30.0)


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_an_answer_that_could_not_be_kept_is_said_so(stage: Stage, trouble: str) -> None:
    await stage.talk(*CONSENTED)
    break_actions(stage, trouble)
    said = await stage.say(SECRET)
    assert layout(said) == "fallback"
    assert "116 123" in words(said)


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_a_wish_that_could_not_begin_is_said_so_and_nothing_claims_to_be_done(stage: Stage, trouble: str) -> None:
    break_actions(stage, trouble)
    assert [layout([bubble]) for bubble in await stage.say("I want to set a goal")] == ["fallback"]


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_afterwards_the_same_answer_is_taken_at_the_same_question(stage: Stage, trouble: str) -> None:
    await stage.talk(*CONSENTED)
    break_actions(stage, trouble)
    await stage.say("read a book again")
    break_actions(stage, "")
    assert step(await stage.say("read a book again")) == "goals.importance"


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_the_transcript_holds_the_words_and_the_fallback(stage: Stage, trouble: str) -> None:
    await stage.talk(*CONSENTED)
    break_actions(stage, trouble)
    said = await stage.say(SECRET)
    assert stage.events("user")[-1].data["text"] == SECRET
    assert stage.events("bot")[-1].data["text"] == said[0]["text"]


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_support_needs_no_action_server(stage: Stage, trouble: str) -> None:
    await stage.talk(*CONSENTED)
    break_actions(stage, trouble)
    assert layout(await stage.say(CUE)) == "card"
    assert layout(await stage.say("im at my mums")) == "here"
    assert layout(await stage.say("more ways to get help")) == "more"


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_after_the_card_the_question_comes_back_once_the_actions_do(stage: Stage, trouble: str) -> None:
    question = await stage.talk(*CONSENTED)
    break_actions(stage, trouble)
    await stage.say(CUE)
    assert layout(await stage.say("carry on")) == "fallback"
    break_actions(stage, "")
    assert step(await stage.say("carry on")) == step(question)


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_a_failing_conversation_leaves_no_words_in_the_logs(
    stage: Stage, trouble: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    await stage.talk(*CONSENTED)
    break_actions(stage, trouble)
    factory = logging.getLogRecordFactory()
    logs.close()
    with caplog.at_level(logging.DEBUG):
        await stage.talk(SECRET, f"/{SECRET}", f"{SECRET}. {CUE}", SECRET, "carry on", SECRET)
    logging.setLogRecordFactory(factory)
    printed = capfd.readouterr()
    assert caplog.records
    assert SECRET not in caplog.text + printed.out + printed.err


async def test_a_reply_that_was_never_seen_is_not_taken_for_seen(stage: Stage) -> None:
    """The action server took the answer, but too late: the question it moved on to was never shown."""
    await stage.talk(*CONSENTED)
    stage.actions.trouble = "late"
    stage.restart(IMPATIENT)
    assert layout(await stage.say("read a book again")) == "fallback"
    stage.actions.trouble = ""
    stage.restart()
    assert step(await stage.say("read a book again")) == "goals.importance"
    assert step(await stage.say("8")) == "goals.importance_reason"


async def test_without_a_model_support_is_shown_and_everything_else_is_told_honestly(stage: Stage) -> None:
    async def nobody(_: object) -> None:
        """What an agent without a model does."""

    stage.restart(handle=nobody)
    assert layout(await stage.say("hello")) == "fallback"
    assert layout(await stage.say(CUE)) == "card"
    assert layout(await stage.say("hm")) == "here"
    assert [event.data["text"] for event in stage.events("user")] == ["hello", CUE, "hm"]
