"""From the card the way back is never far: every question of every dialogue is walked, and every text of the card."""

from __future__ import annotations

import pytest

from bot.coaching.guides import CONSENT, JOURNEYS
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
WISHES = {"goals": "I want to set a goal", "strengths": "what am I even good at", "hope": "could do with some hope"}
# The card has answered this question already: the way back leads to the next one.
SETTLED = {f"{name}.{each.id}" for name, guide in JOURNEYS.items() for each in guide.steps if each.settled_by_card}
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
ANSWERS = {  # so that as many questions as there are get asked; a question without an answer here gets its first button
    "goals.picture": "stop being so anxious in shops", "goals.towards": "buying my own bread",
    "goals.importance": "8", "goals.importance_why": "my mum does it all", "goals.confidence": "4",
    "goals.smaller": "stand at the door for a minute", "goals.step": "go in when its quiet",
    "goals.when": "saturday at 8", "goals.confidence_again": "7",
    "hope.now": "2", "hope.low": "How hard it is", "hope.alive": "No", "hope.hard": "the evenings are hopeless",
    "strengths.name": "something else", "strengths.fit": "3",
}  # fmt: skip


async def is_asked_again(stage: Stage, question: list[Said], way: str = "carry on") -> None:
    said = await stage.say(way)
    assert (said[-1]["text"], step(said)) == (question[-1]["text"], step(question))


async def every_way_on_works(stage: Stage, question: list[Said]) -> None:
    assert layout(await stage.say(CUE)) == "card"
    here = await stage.say("im at my mums")
    assert (layout(here), here[-1]["buttons"][0]["title"]) == ("here", "I can carry on")
    await is_asked_again(stage, question, "I can carry on")
    for way in ("menu", "stop"):
        await stage.say(CUE)
        said = await stage.say(way)
        assert (layout(said), step(said)) == ("", "")
        assert (await stage.tracker()).get_slot("support_state") is None
        await is_asked_again(stage, question)


def answer_to(question: list[Said]) -> str:
    buttons = question[-1].get("buttons") or [{"payload": "walk the dog on monday morning"}]
    return ANSWERS.get(step(question), buttons[0]["payload"])


@pytest.mark.parametrize("journey", JOURNEYS)
async def test_at_every_question_of_a_dialogue_the_card_leads_on_and_back(stage: Stage, journey: str) -> None:
    question, walked = await stage.say(WISHES[journey]), set()
    while step(question) and len(walked) < 30:
        walked.add(step(question))
        if step(question) in SETTLED:
            question = await stage.talk(CUE, "carry on")
            continue
        await every_way_on_works(stage, question)
        question = await stage.say(answer_to(question))
    missed = {f"{journey}.{each.id}" for each in JOURNEYS[journey].steps} - walked
    assert f"{CONSENT.journey}.ask" in walked
    assert not missed


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
