"""A cue brings the card first, in every state; the dialogue waits and comes back to its own words."""

from __future__ import annotations

from tests.conversations.stage import Stage, layout, words

CUE = "i want to kill myself"


async def test_a_cue_as_the_very_first_message_brings_the_card(stage: Stage) -> None:
    said = await stage.say(CUE)
    assert layout(said) == "card"
    assert len(said) == 1
    assert (await stage.tracker()).get_slot("support_state") == "card"


async def test_try(stage: Stage) -> None:
    for text in [
        "hello",
        "I want to set a goal",
        "yes",
        "read a book again",
        CUE,
        "im at my mums",
        "carry on",
        "because it calms me",
    ]:
        said = await stage.say(text)
        print(">", text)
        print(words(said), [(b.get("step"), b.get("turn")) for b in said], layout(said))
