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
