"""What people ask for outside dialogues, through the trained model: the fitting answer, and the way back."""

from __future__ import annotations

import pytest

from tests.conversations.stage import Stage, layout, step, words

CONSENTED = ("I want to set a goal", "Yes, that's OK", "menu")


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("could you wipe everything you've got on me", "Erase everything"),
        ("whats recovery even mean", "Source:"),
        ("my tablets make me put on weight", "Source:"),
        ("are you an actual human", "computer program"),
        ("does my nurse get to see this", "Nobody reads this as you type"),
        ("im absolutely shattered today", "small"),
        ("had a really lovely day today", "?"),
        ("are there any groups for people like me", "been through it"),
    ],
)
async def test_a_wish_in_other_words_gets_its_answer(stage: Stage, said: str, part: str) -> None:
    reply = await stage.say(said)
    assert layout(reply) == ""
    assert part in words(reply)


@pytest.mark.parametrize(
    "said",
    [
        "everybody has an opinion but what i want is to get back to swimming",
        "my mum worries but i'd just like to be up and dressed before ten",
    ],
)
async def test_a_wish_in_the_middle_of_much_else_leads_to_a_goal(stage: Stage, said: str) -> None:
    await stage.talk(*CONSENTED)
    assert step(await stage.say(said)).startswith("goals.")


@pytest.mark.parametrize(
    ("said", "journey"),
    [
        ("the good at one", "strengths"),
        ("idk. the good at one i guess", "strengths"),
        ("goal. short pls", "goals"),
        ("can i make another thing, the hope", "hope"),
        ("I want to find some hope", "hope"),
    ],
)
async def test_few_words_name_a_dialogue(stage: Stage, said: str, journey: str) -> None:
    await stage.talk(*CONSENTED)
    assert step(await stage.say(said)).startswith(f"{journey}.")


async def test_thanks_for_nothing_is_no_thanks(stage: Stage) -> None:
    assert "sorry" in words(await stage.say("thanks for nothing")).casefold()
    assert "welcome" in words(await stage.say("thanks for everything")).casefold()


@pytest.mark.parametrize("said", ["this queue is killing me", "these shoes are killing me"])
async def test_what_is_grumbled_about_something_else_is_no_complaint(stage: Stage, said: str) -> None:
    await stage.say("hello")
    assert "got something wrong" not in words(await stage.say(said))


async def test_only_a_part_of_the_plan_is_not_everything(stage: Stage) -> None:
    await stage.talk(*CONSENTED)
    assert "Erase everything" not in words(await stage.say("delete everything about hope"))
    assert "Erase everything" in words(await stage.say("delete everything about me", sender="kim"))


@pytest.mark.parametrize("said", ["Ah no no, I don't need a person… I can carry on", "i don't need a person thanks"])
async def test_who_needs_no_person_is_shown_no_numbers(stage: Stage, said: str) -> None:
    await stage.say("hello, the nurse told me to talk with you. Are you a person or a machine?")
    assert layout(await stage.say(said)) == ""
    assert layout(await stage.say("i'd rather have a person")) == "person_wanted"


@pytest.mark.parametrize("said", ["the bus stop has moved again", "order me a large pizza", "wo ist der bahnhof"])
async def test_what_is_none_of_it_meets_choices_and_no_guess(stage: Stage, said: str) -> None:
    reply = await stage.say(said)
    assert "Set a goal" in [button["title"] for button in reply[-1]["buttons"]]


async def test_who_wants_to_be_listened_to_is_listened_to(stage: Stage) -> None:
    first = await stage.say("i feel rubbish today")
    assert "Just listen" in [button["title"] for button in first[-1]["buttons"]]
    heard = [words(await stage.say(said)) for said in ("Just listen", "the house is so quiet", "the clock ticks")]
    assert len(set(heard)) == len(heard)
    assert not [reply for reply in heard if "didn't get that" in reply]


async def test_anger_gets_one_apology(stage: Stage) -> None:
    first, second = words(await stage.say("this is crap")), words(await stage.say("you're useless"))
    assert "sorry" in first.casefold()
    assert "sorry" not in second.casefold()
