"""Ways of coping that also harm: what they give is kept, never the thing itself (method: rule 14)."""

from __future__ import annotations

import pytest

from bot.coaching.guides.harmful import also_harms
from bot.coaching.plan import LineKind, OwnLine
from tests.unit.coaching.talk import UNDER_WAY, take, told


@pytest.mark.parametrize(
    "said",
    [
        "a few cans",
        "drinking mostly",
        "smoking weed with Gaz",
        "vodka and the telly",
        "not eating",
        "betting on the dogs",
        "using",
        "drink",
        "a bottle",
        "a few tins",
        "getting wasted",
        "i couldn't stop drinking",
        "coming home to a few beers",
        "no one, just drinking",
        "taking the edge off with a few beers",
        "switching off with a bottle of wine",
        "not much, just a few cans",
        "i came home and had a few cans",
        "my mates gave me weed",
        "less stress if i have a spliff",
        "it takes my mind off things, drinking",
        "i gave up drinking but i smoke weed",
        "not drinking any more, just a spliff",
        "never stopped drinking",
        "a joint",
        "a bit of coke",
        "prosecco",
        "the bookies",
        "scratchcards",
        "making myself sick",
        "skipping meals",
        "cutting",
    ],
)
def test_it_also_harms(said: str) -> None:
    assert also_harms(said)


@pytest.mark.parametrize(
    "said",
    [
        "a hot drink and a blanket",
        "drinking tea with my nan",
        "stopping drinking",
        "I gave up the drink",
        "not drinking any more",
        "being sober off drugs",
        "my dog",
        "cutting out paper stars",
        "using my hands",
        "a bottle of water",
        "coming off drugs",
        "no drugs for a year",
        "staying away from the drink",
        "avoiding alcohol",
        "i don't drink",
        "i haven't had a drink in a year",
        "i don't do drugs any more",
        "kicking the drugs",
        "two years since my last drink",
        "alcohol free beer",
        "drinking plenty of water",
        "drinking a cup of tea",
        "drinking horlicks",
        "a hot milky drink",
        "making everyone drinks",
        "a pint of lemonade",
        "wine gums",
        "cutting people's hair",
        "cutting the lawn",
        "cutting down on sugar",
        "bingeing box sets",
        "gin rummy with nan",
        "a mindfulness app i've been using",
        "my sister's on speed dial",
        "helping my brother with his drinking",
        "ring my alcohol worker",
        "my drug and alcohol team",
        "phone the gambling helpline",
        "read my self-harm plan",
        "weed the garden",
        "buy a pint of milk",
        "make myself a drink",
    ],
)
def test_it_does_no_harm(said: str) -> None:
    assert not also_harms(said)


def _with_coping(*messages: str) -> tuple[OwnLine, ...]:
    """What a longer talk about strengths keeps, with these messages from the question about hard times on."""
    turn = told("strengths", "longer", "skip", "I bake bread", "skip", "skip", "skip", "skip", *messages)
    while turn.outcome in UNDER_WAY:
        turn = take(turn.draft, "yes" if turn.draft.step == "read_back" else "skip")
    return tuple(item for item in turn.items if isinstance(item, OwnLine))


def test_what_it_gives_and_what_else_gives_that_stand_on_the_plan_in_its_place() -> None:
    assert _with_coping("a few cans and my dog", "quiet in my head", "walking by the canal") == (
        OwnLine(LineKind.COPING, "quiet in my head"),
        OwnLine(LineKind.COPING, "walking by the canal"),
        OwnLine(LineKind.COPING, "my dog"),
    )


def test_nothing_of_it_stands_where_they_rather_not_say_what_it_gives() -> None:
    assert _with_coping("a few cans") == ()


def test_other_coping_is_asked_nothing_more() -> None:
    assert _with_coping("my dog") == (OwnLine(LineKind.COPING, "my dog"),)
