"""Invented people who answer at random from what people really write: a realistic pool, a temper, a fixed seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.coaching.answers import State
from bot.coaching.draft import Draft
from bot.coaching.gate import items
from bot.coaching.guide import Guide, Kind

WISHES = (
    "stop being so anxious in shops", "learn to swim", "see my daughter more", "get my kids back", "be happy",
    "my nurse wants me to go to the group", "a flat, a dog and some peace", "play bass on telly", "more sleep",
    "to be left alone by the neighbours who send messages through the wall", "my own bread every saturday",
    "i want a job but also i dont", "lose weight", "get out of here and have a normal life again", "cook for my mates",
    "i'd like to go to college and do the art course that i started in 2009 and had to leave when i got ill",
)  # fmt: skip
STEPS = (
    "ring my sister on tuesday", "look up the times", "walk to the shop after breakfast", "try harder", "ask Kev",
    "open the letter", "put my trainers by the door tonight", "text him and then go there and buy a ticket", "sat 8ish",
    "sit in the garden for 5 mins", "soon", "nothing big, just the washing up",
)  # fmt: skip
WORDS = (
    "my mum does it all. im 34", "because i should", "the dog", "its quiet there", "heart going", "tired", "i forget",
    "kev, the library, singing", "hold the trolley and count to ten", "it rains", "he'd be lost without me", "my nan",
    "walked the dog i suppose. twice a day", "music", "no one really", "i kept going", "anyone would have done it",
    "up by nine, radio on", "curtains shut", "this passed before", "skint and the boiler broke", "the 9 bus", "🙂 ok",
    "weds after his shift. about 3", "in the evening when the kids are in bed", "two kids from school outside",
)  # fmt: skip
NOISE = ("idk", "rather not", "not sure", "", "?", "what do you mean", "are you real?", "who can see this?", "banana")
NUMBERS = ("8", "3", "0", "10", "4 maybe", "7 because he rang", "2 or 3", "dunno, 5?", "a lot")
STEERING = (
    "skip", "back", "why", "repeat", "longer", "shorter", "i'm tired", "help", "my plan", "that's not what i meant",
    "change 1", "change 1 to buy bread", "delete 2", "i want a person", "peer support",
)  # fmt: skip
READ_BACKS = ("yes", "yes", "yes save it", "no", "2 the small tesco", "1", "change 1 to buy bread", "hm", "looks right")


@dataclass
class Someone:
    """One invented person. `steers` and `strays` are how often they steer, or answer beside the question."""

    seed: int
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.steers = self.chance.choice((0.0, 0.02, 0.1, 0.3))
        self.strays = self.chance.choice((0.0, 0.05, 0.2, 0.6))
        self.taps = self.chance.random()

    def answer(self, guide: Guide, draft: Draft, patience: int) -> str:
        """What they say at a draft's question. Out of patience they say yes, else they skip."""
        text = self._answer(guide, draft, patience)
        self.said.append(text)
        return text

    def _answer(self, guide: Guide, draft: Draft, patience: int) -> str:
        step = guide.step(draft.step)
        if patience <= 0:
            return "yes" if step.kind is Kind.READ_BACK else "skip"
        if self.chance.random() < self.steers:
            return self.chance.choice(STEERING)
        if self.chance.random() < self.strays:
            return self.chance.choice(NOISE)
        offered = draft.question.choices or tuple(choice.label for choice in step.choices)
        if step.kind is Kind.READ_BACK:
            return self.chance.choice(READ_BACKS)
        if step.kind is Kind.SCALE:
            return self.chance.choice(NUMBERS)
        if offered and (step.kind is Kind.CHOICE or self.chance.random() < self.taps / 2):
            return self.chance.choice(offered) if self.chance.random() < 0.9 else self.chance.choice(WORDS)
        pool = WISHES if step.id in {"picture", "own_wish", "towards"} else (*STEPS, *WORDS)
        return self.chance.choice(pool)


# Said on the way to something else, or replaced by what was asked of it, and so not kept by themselves.
NOT_KEPT = {"hope.kit", "hope.kit_which", "strengths.name_own", "strengths.name_kept", "edit.which"}
# A smaller step brings a time of its own; a goal that is closed after all takes no next step.
NOT_KEPT |= {"goals.step_when", "check_in.next_step"}


def standing(guide: Guide, draft: Draft) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The person's own words, in their parts, at each open question that still applies when they confirm."""
    for step in guide.steps:
        answer = draft.answers.get(step.id)
        if step.kind is not Kind.OPEN or answer is None or answer.choice or answer.state is not State.GIVEN:
            continue
        if not step.applies(draft.answers) or f"{guide.journey}.{step.id}" in NOT_KEPT:
            continue
        if step.id == "picture" and "team_wish" in draft.answers:
            continue  # what others want stands on a line of its own, which can be changed
        yield step.id, answer.items or _parts_of_wish(draft, step.id, answer.text)


def _parts_of_wish(draft: Draft, step: str, words: str) -> tuple[str, ...]:
    """What of an answer has to be kept: of several wishes each one, but for those that were parked and then deleted."""
    first, later = draft.answers.get("which_first"), draft.answers.get("later")
    if step != "picture" or first is None:
        return (words,)
    return (first.text,) if later is not None and later.state is State.DECLINED else items(words)
