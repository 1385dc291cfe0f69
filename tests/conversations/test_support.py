"""A cue brings the card first, in every state; the dialogue waits and comes back to its own words."""

from __future__ import annotations

import pytest

from bot.safety import cues
from tests.conversations.stage import Stage, layout, step, words

CUE = "I want to kill myself"
CONSENTED = ("I want to set a goal", "yes")
STATES = {
    "nothing said yet": (),
    "after hello": ("hello",),
    "before consent": ("I want to set a goal",),
    "at the first question": CONSENTED,
    "at a number": (*CONSENTED, "read a book again"),
    "in an edit": (*CONSENTED, "read a book again", "back"),
    "in hope": ("could do with some hope", "yes", "4"),
    "in strengths": ("what am I even good at", "yes"),
    "after leaving a dialogue": (*CONSENTED, "read a book again", "stop"),
    "after a card": (CUE,),
    "after carrying on": (*CONSENTED, CUE, "carry on"),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("trouble", ["", "down"])
async def test_a_cue_brings_the_card_in_every_state(stage: Stage, state: str, trouble: str) -> None:
    await stage.talk(*STATES[state])
    stage.actions.trouble = trouble
    assert layout(await stage.say(CUE)) == "card"
    tracker = await stage.tracker()
    assert tracker.active_loop_name is None
    assert tracker.get_slot("support_state") == "card"
    assert tracker.get_slot("answer") is None


@pytest.mark.parametrize(
    "said",
    [f"menu, {CUE}", f"/restart {CUE}", '/start_goals{"answer": "' + CUE + '"}', f"hello\n\n{CUE}", CUE.upper()],
)
async def test_a_cue_is_seen_in_whatever_it_is_wrapped(stage: Stage, said: str) -> None:
    await stage.talk(*CONSENTED)
    assert layout(await stage.say(said)) == "card"


@pytest.mark.parametrize("trouble", ["down", "broken", "hung"])
async def test_rasa_itself_brings_the_card_where_the_guard_did_not(stage: Stage, trouble: str) -> None:
    """The policy alone: a tracker that no guard ever saw, and an action server that does not work."""
    await stage.talk(*CONSENTED)
    stage.actions.trouble = trouble
    (said,) = await stage.without_guard(CUE)
    assert said["support"]["layout"] == "card"


async def test_the_policy_reads_the_words_of_a_payload(stage: Stage) -> None:
    (said,) = await stage.without_guard('/greet{"mood": "' + CUE + '"}')
    assert said["support"]["layout"] == "card"


async def test_the_transcript_holds_what_was_written_and_what_was_shown(stage: Stage) -> None:
    said = await stage.say(CUE)
    assert stage.events("user")[-1].data["text"] == CUE
    kept = stage.events("bot")[-1]
    assert kept.data["text"] == said[0]["text"]
    assert kept.metadata["support"] == said[0]["support"]
    assert stage.events("user")[-1].metadata["support_shown"] == said[0]["support"]


async def test_a_cue_is_no_answer(stage: Stage) -> None:
    await stage.talk(*CONSENTED)
    stage.actions.calls.clear()
    await stage.say(CUE)
    assert stage.actions.calls == []


async def test_carry_on_brings_the_question_back_word_for_word(stage: Stage) -> None:
    question = await stage.talk(*CONSENTED, "read a book again")
    await stage.say(CUE)
    said = await stage.say("I can carry on")
    assert said[-1]["text"] == question[-1]["text"]
    assert step(said) == step(question)
    assert (await stage.tracker()).get_slot("support_state") is None
    assert step(await stage.say("8")) not in ("", step(question))


@pytest.mark.parametrize("said", ["thanks", "hello", "I want to set a goal", "what is this", "im at my mums", "8"])
async def test_while_the_card_waits_any_text_gets_a_human_answer(stage: Stage, said: str) -> None:
    await stage.talk(*CONSENTED, CUE)
    reply = await stage.say(said)
    assert layout(reply) == "here"
    assert "999" in words(reply)
    assert (await stage.tracker()).active_loop_name is None


async def test_the_human_answer_needs_no_action_server(stage: Stage) -> None:
    await stage.talk(*CONSENTED, CUE)
    stage.actions.trouble = "down"
    assert layout(await stage.say("im at my mums")) == "here"


async def test_more_ways_to_get_help_leave_the_card_waiting(stage: Stage) -> None:
    await stage.talk(*CONSENTED, CUE)
    assert layout(await stage.say("More ways to get help")) == "more"
    assert layout(await stage.say("ok")) == "here"


async def test_the_plan_can_be_seen_while_the_card_waits(stage: Stage) -> None:
    await stage.talk(*CONSENTED, CUE)
    assert "plan" in words(await stage.say("My plan")).lower()
    assert layout(await stage.say("ok")) == "here"


async def test_you_misunderstood_before_anything_was_shown_is_about_no_card(stage: Stage) -> None:
    await stage.say("hello")
    said = await stage.say("You misunderstood")
    assert layout(said) == ""
    assert said[-1].get("buttons")


async def test_you_misunderstood_is_believed_and_offers_the_way_back(stage: Stage) -> None:
    question = await stage.talk(*CONSENTED)
    await stage.say(CUE)
    assert layout(await stage.say("You misunderstood")) == "misunderstood"
    assert (await stage.say("yes"))[-1]["text"] == question[-1]["text"]


async def test_the_menu_is_a_way_on(stage: Stage) -> None:
    await stage.talk(*CONSENTED, CUE)
    assert layout(await stage.say("menu")) == ""
    assert step(await stage.say("could do with some hope")).startswith("hope.")


async def test_wanting_a_person_is_no_cue(stage: Stage) -> None:
    said = await stage.say("can I talk to a real person")
    assert layout(said) == "person_wanted"
    assert (await stage.tracker()).get_slot("support_state") is None


@pytest.mark.parametrize("said", ["support", "Support now", "SOS", "help now", "crisis"])
async def test_support_can_be_asked_for_at_any_question(stage: Stage, said: str) -> None:
    question = await stage.talk(*CONSENTED)
    assert layout(await stage.say(said)) == "card"
    assert stage.events("user")[-1].data["parse_data"]["intent"]["name"] != "cue"
    assert (await stage.say("carry on"))[-1]["text"] == question[-1]["text"]


@pytest.fixture
def ambiguous(monkeypatch: pytest.MonkeyPatch) -> str:
    """A message for which the short question is asked, whatever the lexicon says of it today."""
    screen = cues.screen

    def with_ambiguous(text: str, context: str = "", earlier: tuple[str, ...] = ()) -> cues.Screening:
        if text.startswith("hmm ambiguous"):
            return cues.Screening("ask", ("passive",))
        return screen(text, context, earlier)

    monkeypatch.setattr(cues, "screen", with_ambiguous)
    return "hmm ambiguous"


@pytest.mark.parametrize("said", ["yes", "not sure"])
async def test_a_yes_to_the_short_question_brings_the_card(stage: Stage, ambiguous: str, said: str) -> None:
    await stage.talk(*CONSENTED)
    assert layout(await stage.say(ambiguous)) == "ask"
    assert layout(await stage.say(said)) == "card"


async def test_the_same_cue_again_brings_the_card(stage: Stage, ambiguous: str) -> None:
    await stage.talk(*CONSENTED, ambiguous)
    assert layout(await stage.say(ambiguous)) == "card"


@pytest.mark.parametrize("said", ["no", "No", "no im just tired"])
async def test_a_no_is_thanked_and_the_dialogue_goes_on(stage: Stage, ambiguous: str, said: str) -> None:
    question = await stage.talk(*CONSENTED)
    await stage.say(ambiguous)
    reply = await stage.say(said)
    assert layout(reply) == "no"
    assert "116 123" in reply[0]["text"]
    assert reply[-1]["text"] == question[-1]["text"]
    assert (await stage.tracker()).active_loop_name == "goals_form"


@pytest.fixture
def unclear(monkeypatch: pytest.MonkeyPatch) -> str:
    """An answer in which the vote alone hears something: no rule knows what."""
    screen = cues.screen
    answer = "a walk by the old weir"

    def with_unclear(text: str, context: str = "", earlier: tuple[str, ...] = ()) -> cues.Screening:
        return cues.Screening("ask", ("unclear",)) if text == answer else screen(text, context, earlier)

    monkeypatch.setattr(cues, "screen", with_unclear)
    return answer


async def test_after_a_no_the_answer_that_was_asked_about_is_taken_as_the_answer(stage: Stage, unclear: str) -> None:
    await stage.talk(*CONSENTED)
    assert layout(await stage.say(unclear)) == "ask"
    reply = await stage.say("no")
    assert layout(reply) == "no"
    assert step(reply) != "goals.picture"
    assert unclear in words(await stage.say("my plan")) + words(await stage.say("back"))
    assert (await stage.tracker()).active_loop_name == "goals_form"


async def test_what_was_ambiguous_in_itself_is_no_answer(stage: Stage, ambiguous: str) -> None:
    await stage.talk(*CONSENTED, ambiguous)
    assert step(await stage.say("no")) == "goals.picture"


async def test_a_no_is_thanked_with_the_action_server_down(stage: Stage, ambiguous: str) -> None:
    await stage.talk(*CONSENTED, ambiguous)
    stage.actions.trouble = "down"
    assert layout(await stage.say("no")) == "no"


async def test_after_a_no_outside_a_dialogue_it_is_shown_what_can_be_done(stage: Stage, ambiguous: str) -> None:
    await stage.say(ambiguous)
    stage.actions.trouble = "down"
    thanks, menu = await stage.say("no")
    assert thanks["support"]["layout"] == "no"
    assert "Set a goal" in [button["title"] for button in menu["buttons"]]


async def test_after_a_no_the_dialogue_begins_that_was_asked_for(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    wish, screen = "I want to sleep in my own bed again", cues.screen

    def with_unclear(text: str, context: str = "", earlier: tuple[str, ...] = ()) -> cues.Screening:
        return cues.Screening("ask", ("unclear",)) if text == wish else screen(text, context, earlier)

    monkeypatch.setattr(cues, "screen", with_unclear)
    assert layout(await stage.say(wish)) == "ask"
    reply = await stage.say("no")
    assert layout(reply) == "no"
    assert step(reply) == "consent.ask"
    assert step(reply := await stage.say("yes")) == "goals.start"
    assert "sleep in my own bed again" in [button["title"] for button in reply[-1]["buttons"]]


async def test_the_goal_that_the_first_message_names_is_offered_behind_consent(stage: Stage) -> None:
    await stage.say("hello")
    assert step(await stage.say("I want to learn to swim")) == "consent.ask"
    assert step(reply := await stage.say("yes")) == "goals.start"
    assert "learn to swim" in [button["title"] for button in reply[-1]["buttons"]]


async def test_neither_yes_nor_no_keeps_the_short_question_open(stage: Stage, ambiguous: str) -> None:
    await stage.talk(*CONSENTED, ambiguous)
    assert layout(await stage.say("the weather is nice")) == "here"
    assert layout(await stage.say("yes")) == "card"


@pytest.mark.parametrize(
    ("said", "shown"), [("Something else", "card"), ("Stop this chat", ""), ("menu", ""), ("carry on", "")]
)
async def test_from_the_question_whether_only_the_chat_is_to_end(stage: Stage, said: str, shown: str) -> None:
    assert layout(await stage.say("i want to end this")) == "ask"
    assert layout(await stage.say(said)) == shown


async def test_help_beside_the_card_shows_more_of_it_and_leaves_it_waiting(stage: Stage) -> None:
    await stage.talk(*CONSENTED, CUE)
    assert layout(await stage.say("help")) == "more"
    assert layout(await stage.say("hm")) == "here"


async def test_no_one_is_not_a_no(stage: Stage, ambiguous: str) -> None:
    await stage.talk(*CONSENTED, ambiguous)
    assert layout(await stage.say("no one would even notice")) in ("card", "here")


async def test_the_second_card_says_it_in_other_words(stage: Stage) -> None:
    first, second = await stage.say(CUE), await stage.say(CUE)
    assert first[0]["text"] != second[0]["text"]
    assert stage.events("bot")[-1].data["text"] == second[0]["text"]
