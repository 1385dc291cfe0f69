"""A no in their own words asks nothing of anybody, and an answer that holds a "not" is no refusal to answer."""

from __future__ import annotations

import pytest

from bot.coaching.guides.phrases import asked_of_the_team
from tests.unit.coaching.talk import GUIDES, begin, take


@pytest.mark.parametrize(
    "said",
    [
        "sitting with me. not talking",
        "just sit with me, not talking",
        "being there. not asking questions",
        "make me a brew, no questions",
        "coming round. not going on about it",
    ],
)
def test_what_helps_from_others_may_be_what_they_leave(said: str) -> None:
    turn = begin("hard_times")
    while turn.draft.step != "people":
        turn = take(turn.draft, "skip")
    turn = take(turn.draft, said)
    assert turn.draft.answers["people"].text == said


@pytest.mark.parametrize("said", ["not saying", "sorry, not talking about that", "rather not", "um, no comment"])
def test_a_refusal_is_one_still(said: str) -> None:
    turn = begin("hard_times")
    while turn.draft.step != "people":
        turn = take(turn.draft, "skip")
    turn = take(turn.draft, said)
    assert not turn.draft.answers["people"].text


@pytest.mark.parametrize(
    "said",
    [
        "oh I don't think so, they've enough on their plates, but no, don't trouble them",
        "I don't think so, they've enough on their plates",
        "no, don't trouble them",
        "nothing really, they're busy",
        "don't bother them",
        "no, they do enough",
        "i wouldn't want to bother anyone",
        "not really, i'm fine",
        "no",
    ],
)
def test_who_asks_nothing_of_the_team_has_nothing_asked_of_it(said: str) -> None:
    step = GUIDES["goals"].step("team_ask")
    assert step.reads(said)["team_ask"].text == ""


@pytest.mark.parametrize(
    "said",
    [
        "not to ring before ten",
        "no letters please, just ring me",
        "they're busy but could they ring on fridays",
        "don't bother them unless i miss a week",
        "nothing big, maybe ask how it went",
        "no phone calls",
        "no letters please",
        "no phone calls after six in the evening",
        "ask me about it",
    ],
)
def test_what_is_asked_of_the_team_stays(said: str) -> None:
    assert asked_of_the_team("team_ask")(said) == {}
