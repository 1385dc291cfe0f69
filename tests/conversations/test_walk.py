"""From the card the way on is never far: dialogues are walked by what is on the screen, with a cue at each question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from random import Random

import pytest

from bot.coaching.guides import CONSENT, JOURNEYS
from bot.rasa.commands import COMMANDS
from tests.builders import create_goal
from tests.conversations.stage import Said, Stage, layout, step

CUE = "I want to kill myself"
UNCLEAR = "I can't do this any more"
WAYS_ON = ("menu", "stop")
# The card has answered this question already: the way back leads to the next one.
SETTLED = {f"{name}.{each.id}" for name, guide in JOURNEYS.items() for each in guide.steps if each.settled_by_card}
STARTED_BY = {
    **{intent.removeprefix("start_"): words for words, intent in COMMANDS.items() if intent.startswith("start_")},
    "check_in": "check in",
    "hard_times": "plan for hard times",
    "edit": "change my plan",
}
NEEDS_A_PLAN = {"check_in", "edit"}
ANSWERS = (
    "walk the dog on monday morning", "2", "buy my own bread", "8", "the evenings are hopeless", "saturday at 8",
    "my sister", "stop being so anxious in shops", "4", "stand at the door for a minute", "yes", "no",
)  # fmt: skip
WALKS, LONGEST, SEED = 4, 60, 4
# Questions that such walks find in any case; the others are walked on the engine alone.
FEWEST = {"strengths": 5, "goals": 5, "hope": 5, "check_in": 5, "hard_times": 5, "edit": 3}


@dataclass
class Walk:
    """One dialogue, walked again and again by somebody new, who answers what was answered least often so far."""

    stage: Stage
    journey: str
    found: set[str] = field(default_factory=set)
    tried: Counter[tuple[str, str]] = field(default_factory=Counter)
    ways: Iterator[str] = field(default_factory=lambda: cycle(("", *WAYS_ON)))
    layouts: Counter[str] = field(default_factory=Counter)  # of what the unclear message brought
    random: Random = field(default_factory=lambda: Random(SEED))
    name: str = ""

    async def go(self, number: int) -> None:
        self.name = f"sam {number}"
        if self.journey in NEEDS_A_PLAN:
            await self.stage.agreed(create_goal(), sender=self.name)
        question = await self.say(STARTED_BY[self.journey])
        for _ in range(LONGEST):
            if layout(question) == "ask":  # an answer was taken for a cue: after it the same question comes
                question = await self.say("no")
            if not step(question):
                return
            if step(question) not in self.found:
                self.found.add(step(question))
                await self.every_way_on_works(question)
                await self.ways_on_from_the_short_question(question)
            question = await self.say(self.answer(question))

    async def say(self, message: str) -> list[Said]:
        return await self.stage.say(message, self.name)

    def answer(self, question: list[Said]) -> str:
        possible = [button["payload"] for button in question[-1].get("buttons") or ()]
        if step(question).startswith(f"{CONSENT.journey}."):
            possible = possible[:1]  # who does not consent is asked nothing more
        else:
            possible += ANSWERS
        self.random.shuffle(possible)
        answer = min(possible, key=lambda one: self.tried[(step(question), one)])
        self.tried[(step(question), answer)] += 1
        return str(answer)

    async def every_way_on_works(self, question: list[Said]) -> None:
        """Cue, a word beside it, and each way on: at most two turns from the card to where somebody wants to be."""
        assert layout(await self.say(CUE)) == "card"
        here = await self.say("im at my mums")
        assert (layout(here), here[-1]["buttons"][0]["title"]) == ("here", "I can carry on")
        await self.is_asked_again(question, "I can carry on")
        for way in WAYS_ON if step(question) not in SETTLED else ():
            await self.say(CUE)
            said = await self.say(way)
            assert (layout(said), step(said)) == ("", "")
            assert (await self.stage.tracker(self.name)).get_slot("support_state") is None
            await self.is_asked_again(question, "carry on")

    async def ways_on_from_the_short_question(self, question: list[Said]) -> None:
        """The same where it is not clear, with one way on at each question; what is said again brings the card."""
        if step(question) in SETTLED:
            return
        shown, way = layout(await self.say(UNCLEAR)), next(self.ways)
        self.layouts[shown] += 1
        if way:
            said = await self.say(way)
            said = await self.say(way) if layout(said) else said
            assert (layout(said), step(said)) == ("", "")
        await self.is_asked_again(question, "no" if shown == "ask" and not way else "carry on")

    async def is_asked_again(self, question: list[Said], way: str) -> None:
        said = await self.say(way)
        if step(question) not in SETTLED:
            assert (said[-1]["text"], step(said)) == (question[-1]["text"], step(question))
        assert layout(said) == ("no" if way == "no" else "")


@pytest.mark.parametrize("journey", JOURNEYS)
async def test_at_every_question_of_a_dialogue_the_card_leads_on_and_back(stage: Stage, journey: str) -> None:
    walk = Walk(stage, journey)
    for number in range(WALKS):
        await walk.go(number)
    assert f"{CONSENT.journey}.ask" in walk.found
    assert len(walk.found) > FEWEST[journey]
    assert set(walk.layouts) == {"ask", "card"}
