"""Dialogues begin by wish, keep answers as answers, end, are left and are taken up again."""

from __future__ import annotations

import asyncio

import pytest

from bot.rasa.tracker_store import LONGEST
from bot.safety import cues
from tests.conversations.stage import Stage, layout, step, words

CONSENTED = ("I want to set a goal", "yes")
# Wishes in words that stand in no training file.
WISHES = [
    ("I'd like to set myself a goal please", "goals"),
    ("could you help me set a goal", "goals"),
    ("there is something i want to change in my life", "goals"),
    ("so what am i even good at then", "strengths"),
    ("i dont know what my strengths are", "strengths"),
    ("help me see what I'm good at", "strengths"),
    ("i could really do with some hope today", "hope"),
    ("how can i find a bit of hope again", "hope"),
    ("i need some hope right now", "hope"),
]


@pytest.mark.parametrize(("wish", "journey"), WISHES)
async def test_a_wish_begins_its_dialogue(stage: Stage, wish: str, journey: str) -> None:
    await stage.say(wish)
    assert (await stage.tracker()).active_loop_name == f"{journey}_form"


@pytest.mark.parametrize(
    ("label", "journey"), [("What I'm good at", "strengths"), ("Set a goal", "goals"), ("Find some hope", "hope")]
)
async def test_the_buttons_of_the_menu_begin_their_dialogue(stage: Stage, label: str, journey: str) -> None:
    menu = await stage.say("menu")
    assert label in [button["payload"] for button in menu[-1]["buttons"]]
    await stage.say(label)
    assert (await stage.tracker()).active_loop_name == f"{journey}_form"


async def test_the_sentence_that_begins_a_dialogue_is_not_its_first_answer(stage: Stage) -> None:
    assert step(await stage.say("I want to set a goal")) == "consent.ask"
    assert step(await stage.say("yes")) == "goals.picture"
    assert stage.actions.calls == ["validate_goals_form"] * 2


@pytest.mark.parametrize(
    "answer",
    [
        "I want to stop smoking",
        "get help from my sister",
        "go back to college",
        "skip breakfast less often",
        "my support worker Denise",
        "no more menus of pills",
        "hello kitty museum",
        "show my plan to my mum",
        "set a goal for every week",
        "<b>bold</b> & plain",
        "مرحبا بكم في بيتي",
        "read 📚 again",
    ],
)
async def test_an_answer_that_sounds_like_a_command_is_an_answer(stage: Stage, answer: str) -> None:
    await stage.talk(*CONSENTED)
    said = await stage.say(answer)
    assert layout(said) == ""
    assert (await stage.tracker()).active_loop_name == "goals_form"
    assert stage.events("user")[-1].data["text"] == answer


@pytest.mark.parametrize("control", ["menu", "stop"])
async def test_a_dialogue_that_was_left_is_taken_up_at_its_question(stage: Stage, control: str) -> None:
    question = await stage.talk(*CONSENTED, "read a book again")
    await stage.say(control)
    assert (await stage.tracker()).active_loop_name is None
    said = await stage.say("carry on")
    assert step(said) == step(question)
    assert said[-1]["text"] == question[-1]["text"]


async def test_a_yes_takes_up_what_hello_offered(stage: Stage) -> None:
    question = await stage.talk(*CONSENTED, "read a book again")
    await stage.talk("stop", "hello")
    assert step(await stage.say("yes")) == step(question)


async def test_carry_on_works_when_rasa_knows_nothing_any_more(stage: Stage) -> None:
    """The next day: the session is over, the draft is not."""
    question = await stage.talk(*CONSENTED, "read a book again")
    stage.forget()
    assert step(await stage.say("carry on")) == step(question)


async def test_carry_on_with_nothing_open_shows_the_menu(stage: Stage) -> None:
    assert (await stage.say("carry on"))[-1]["buttons"]


async def test_another_dialogue_can_begin_while_one_waits(stage: Stage) -> None:
    await stage.talk(*CONSENTED, "read a book again", "menu")
    assert step(await stage.say("Find some hope")).startswith("hope.")


@pytest.mark.parametrize("said", ["skip", "back", "why", "repeat", "no", "thanks", "help", "bye"])
async def test_small_talk_and_stray_controls_are_answered_without_the_action_server(stage: Stage, said: str) -> None:
    stage.actions.trouble = "down"
    reply = await stage.say(said)
    assert layout(reply) == ""
    assert words(reply)


async def test_who_reads_is_told_of_this_person_or_not_at_all(stage: Stage) -> None:
    assert "Just now you share nothing" in words(await stage.say("who reads this"))
    stage.actions.trouble = "down"
    assert layout(await stage.say("who reads this")) == "fallback"


@pytest.mark.parametrize("said", ["it rained on the allotment", "sdfkjh", "🙂", "42", "Ünïcödé wörds", "如何"])
async def test_what_is_not_understood_is_said_so_with_a_choice(stage: Stage, said: str) -> None:
    reply = await stage.say(said)
    assert layout(reply) == ""
    assert reply[-1].get("buttons")


async def test_a_long_dialogue_is_cut_without_anybody_noticing(stage: Stage) -> None:
    await stage.talk(*CONSENTED)
    for number in range(3 * LONGEST):
        said = await stage.say("back" if number % 2 else "read a book again")
        assert step(said).startswith("goals."), number
    spoken = stage.events("user")
    assert len(spoken) == 3 * LONGEST + 2
    assert len((await stage.tracker()).events) < 15 * LONGEST
    assert len(stage.events("session_started")) > 2


async def test_a_session_that_was_cut_reads_a_message_in_the_light_of_its_question(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.talk(*CONSENTED)
    for number in range(LONGEST + 1):
        question = await stage.say("back" if number % 2 else "read a book again")
    contexts: list[str] = []
    screen = cues.screen
    monkeypatch.setattr(cues, "screen", lambda *given: contexts.append(given[1]) or screen(*given))
    await stage.without_guard("repeat")
    assert set(contexts) == {step(question)}


async def test_two_messages_at_once_are_both_answered_in_order(stage: Stage) -> None:
    await stage.talk(*CONSENTED)
    first, second = await asyncio.gather(stage.say("read a book again"), stage.say("8"))
    assert step(first) == "goals.importance"
    assert step(second) not in ("", "goals.importance", "goals.picture")


async def test_a_message_sent_twice_is_one_answer(stage: Stage) -> None:
    await stage.talk(*CONSENTED)
    first = await stage.say("read a book again", message_id="m1")
    second = await stage.say("read a book again", message_id="m1")
    assert first == second
    assert len(stage.events("user")) == 3


async def test_a_message_sent_again_after_a_restart_is_one_answer(stage: Stage) -> None:
    await stage.talk(*CONSENTED)
    first = await stage.say("read a book again", message_id="m1")
    stage.restart()
    second = await stage.say("read a book again", message_id="m1")
    assert step(first) == step(second)
    assert step(await stage.say("8")) != step(first)


@pytest.mark.parametrize("said", ["", "   ", "\x00", "/", "?", "…", "🙂🙂🙂"])
async def test_nothing_said_gets_a_kind_answer_at_a_question(stage: Stage, said: str) -> None:
    await stage.talk(*CONSENTED)
    reply = await stage.say(said)
    assert layout(reply) == ""
    assert step(reply).startswith("goals.")


@pytest.mark.parametrize("said", ["", "   ", "\x00", "/"])
async def test_nothing_said_outside_a_dialogue_gets_a_kind_answer(stage: Stage, said: str) -> None:
    reply = await stage.say(said)
    assert layout(reply) == ""
    assert words(reply)


@pytest.mark.parametrize(
    "payload",
    [
        "/restart",
        "/back",
        "/session_start",
        '/start_hope{"waiting_dialogue": "hope"}',
        '/carry_on{"support_state": "", "answer": "x"}',
        " /stop",
        "/nonsense@0.9{",
    ],
)
async def test_a_typed_payload_neither_starts_nor_sets_anything(stage: Stage, payload: str) -> None:
    await stage.talk(*CONSENTED)
    before = await stage.tracker()
    reply = await stage.say(payload)
    assert words(reply)
    tracker = await stage.tracker()
    assert tracker.active_loop_name in (before.active_loop_name, None)
    assert not stage.events("user")[-1].data["text"].startswith("/")
    assert tracker.get_slot("waiting_dialogue") in (None, "goals")


async def test_a_hundred_thousand_characters_get_a_kind_answer(stage: Stage) -> None:
    await stage.talk(*CONSENTED)
    reply = await stage.say("word " * 20_000)
    assert "more than I can take in" in words(reply)
    assert step(await stage.say("read a book again")) == "goals.importance"


async def test_a_long_story_that_ends_in_a_cue_is_kept_whole_and_carry_on_returns_to_the_question(stage: Stage) -> None:
    question = await stage.talk(*CONSENTED)
    story = "my dog and I walk far. " * 2_000 + "I want to kill myself."
    reply = await stage.say(story)
    assert reply[0]["support"]["layout"] == "card"
    assert stage.events("user")[-1].data["text"] == story
    assert step(await stage.say("carry on")) == step(question)


async def test_the_number_one_is_the_first_button_that_was_shown(stage: Stage) -> None:
    await stage.talk("what am i even good at", "yes", "something i'm proud of")
    offered = await stage.say("i kept going to the allotment every day even when my head was bad")
    titles = [button["title"] for button in offered[-1]["buttons"]]
    assert len(set(titles)) == len(titles) > 1
    assert titles[-1] == "Something else"
    assert titles[0] in words(await stage.say("1"))
