"""Around the card: other lines and places, own words, children, reports of problems, and always the way on."""

from __future__ import annotations

import pytest

from bot.coaching.plan import Hope
from bot.safety.card import TELL_TEAM
from bot.settings import settings
from bot.store.problems import problems
from bot.store.shown import noted
from bot.store.unit_of_work import UnitOfWork
from bot.worker.reader import Reader
from tests.conversations.stage import Said, Stage, layout, step, words

CUE = "I want to kill myself"
CONSENTED = ("I want to set a goal", "yes")
WAYS_ON = ("I can carry on", "menu", "stop")
# Beside the question: none of these may leave somebody further than one message from the way on.
ASIDES = (
    "hm",
    "More ways to get help",
    "I'm somewhere else",
    "Scotland",
    "My plan",
    "You misunderstood",
    "support",
    CUE,
)


async def is_asked_again(stage: Stage, question: list[Said], way: str = "carry on") -> None:
    said = await stage.say(way)
    assert (said[-1]["text"], step(said)) == (question[-1]["text"], step(question))


@pytest.mark.parametrize("way", WAYS_ON)
@pytest.mark.parametrize("aside", ASIDES)
async def test_beside_the_card_every_way_on_is_one_message_away(stage: Stage, aside: str, way: str) -> None:
    question = await stage.talk(*CONSENTED)
    await stage.talk(CUE, aside)
    if way == "I can carry on":
        await is_asked_again(stage, question, way)
    else:
        assert layout(await stage.say(way)) == ""
        await is_asked_again(stage, question)


@pytest.mark.parametrize("aside", ["More ways to get help", "find other lines"])
async def test_other_lines_can_be_seen_at_a_question_which_then_goes_on(stage: Stage, aside: str) -> None:
    question = await stage.talk(*CONSENTED)
    assert layout(await stage.say(aside)) == "more"
    assert layout(await stage.say("Scotland")) == "place"
    assert (await stage.tracker()).active_loop_name == "goals_form"
    answered = await stage.say("read a book again")
    assert step(answered) not in ("", step(question))


async def test_the_lines_of_a_chosen_place_stand_on_every_text_from_then_on(stage: Stage) -> None:
    await stage.talk(CUE, "More ways to get help")
    assert "NHS 24 on 111" in words(await stage.say("im in scotland"))
    for said in (CUE, "hm", "support", "More ways to get help"):
        shown = words(await stage.say(said))
        assert "111, then the mental health" not in shown
        assert said in ("hm", CUE) or "NHS 24 on 111" in shown or "Breathing Space" in shown


async def test_a_place_is_remembered_by_who_never_saw_it_chosen(stage: Stage) -> None:
    await stage.talk("More ways to get help", "USA")
    stage.restart()
    await stage.say("hello")
    assert "988" in words(await stage.say(CUE))


async def test_an_unknown_place_has_no_numbers_of_another(stage: Stage) -> None:
    await stage.talk(CUE, "I'm somewhere else")
    shown = words(await stage.say("France"))
    assert "your local emergency number" in shown
    assert "116 123" not in shown + words(await stage.say("hm"))


async def test_a_place_named_in_a_dialogue_is_an_answer(stage: Stage) -> None:
    await stage.talk(*CONSENTED)
    assert layout(await stage.say("Wales")) == ""


async def test_you_misunderstood_names_the_text_it_is_about(stage: Stage) -> None:
    shown = await stage.say(CUE)
    said = await stage.say("You misunderstood")
    assert said[0]["support"]["about"] == shown[0]["support"]["id"]
    assert stage.events("bot")[-1].metadata["support"]["about"] == shown[0]["support"]["id"]


async def test_the_buttons_of_the_card_are_no_cue(stage: Stage) -> None:
    await stage.say(CUE)
    for said in ("My plan", "More ways to get help", TELL_TEAM, "You misunderstood"):
        assert layout(await stage.say(said)) not in ("card", "ask")


async def test_without_alerts_the_team_cannot_be_told_and_that_is_said(stage: Stage) -> None:
    await stage.say(CUE)
    assert "no one has been told" in words(await stage.say(TELL_TEAM))


async def test_a_child_is_shown_the_lines_for_children_and_can_go_on(stage: Stage) -> None:
    question = await stage.talk(*CONSENTED)
    said = await stage.say("im 15")
    assert "Childline 0800 1111" in words(said)
    assert "people aged 18 and over" in words(said)
    assert said[0]["support"]["families"] == ["under_age"]
    await is_asked_again(stage, question)


async def test_a_cue_of_a_child_brings_the_full_card_with_the_lines_for_children(stage: Stage) -> None:
    await stage.talk("hello", "im 15 years old", "carry on")
    said = await stage.say(CUE)
    assert said[0]["support"]["shown_before"] == 0
    assert "under_age" in said[0]["support"]["families"]
    assert "Childline" in words(said)


async def test_their_own_line_stands_beside_the_first_card_and_in_the_transcript(stage: Stage) -> None:
    await stage.say("hello")
    sender = stage.events("user")[-1].sender
    with UnitOfWork(settings().database_url) as work:
        person = work.people.ensure("rest", sender)
        work.plans.add(person, (Hope(note="Biscuit needs me", show_note=True),), note="hope")
        work.commit()
    card, own = await stage.say(CUE)
    assert card["support"]["layout"] == "card"
    assert "“Biscuit needs me”" in own["text"]
    assert [event.data["text"] for event in stage.events("bot")[-2:]] == [card["text"], own["text"]]
    assert len(await stage.say(CUE)) == 1


async def test_without_the_coaching_database_the_card_stands_alone(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAIRN_DATABASE_URL", "sqlite:////nowhere/cairn.db")
    settings.cache_clear()
    stage.restart()
    assert [bubble["support"]["layout"] for bubble in await stage.say(CUE)] == ["card"]


@pytest.mark.parametrize("said", ["report a problem", "That was wrong."])
async def test_a_problem_can_be_reported_at_a_question_which_stays_open(stage: Stage, said: str) -> None:
    question = await stage.talk(*CONSENTED)
    assert layout(await stage.say(said)) == "problem"
    (reported,) = problems(stage.tracker_url)
    assert (reported.text, reported.reply.split("\n")[-1]) == (CONSENTED[-1], question[-1]["text"].split("\n")[-1])
    await is_asked_again(stage, question, "Carry on")
    await stage.say(said)
    assert step(await stage.say("read a book again")) not in ("", step(question))


async def test_a_problem_can_be_reported_while_the_card_waits(stage: Stage) -> None:
    question = await stage.talk(*CONSENTED)
    await stage.talk(CUE, "report a problem")
    assert [one.text for one in problems(stage.tracker_url)] == [CUE]
    await is_asked_again(stage, question)


async def test_the_worker_keeps_one_event_of_a_card_that_was_noted_and_recorded(stage: Stage) -> None:
    await stage.talk(CUE, "You misunderstood")
    sender = stage.events("user")[0].sender
    assert len(list(noted(stage.tracker_url))) == 1
    for _ in range(2):
        Reader(settings()).read()
    with UnitOfWork(settings().database_url) as work:
        (kept,) = work.cue_events.of_pseudonyms([sender])[sender]
    assert kept.event.layout == "card"
    assert [choice.what for choice in kept.choices] == ["misunderstood"]
    assert not list(noted(stage.tracker_url))


@pytest.mark.parametrize(
    "said",
    [
        "my brother lives downstairs. im not going to do anything tonight",
        "no i wont do anything, my sisters coming over",
    ],
)
async def test_who_answers_the_card_is_answered_and_finds_the_way_back(stage: Stage, said: str) -> None:
    await stage.talk(*CONSENTED)
    assert layout(await stage.say("some nights i just want to not wake up anymore")) == "card"
    reply = await stage.say(said)
    assert layout(reply) == "here"
    assert "999" in words(reply)
    assert step(await stage.say("I can carry on")).startswith("goals.")


async def test_a_doubt_in_the_answer_to_the_card_brings_it_again(stage: Stage) -> None:
    await stage.say(CUE)
    reply = await stage.say("my mum is here, so not tonight, but maybe tomorrow")
    assert layout(reply) == "card"
