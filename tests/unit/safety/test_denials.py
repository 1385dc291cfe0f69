"""A clear no to the direct question ends it; half a no does not."""

from __future__ import annotations

import pytest

from bot.safety.cues import screen
from bot.safety.denials import is_clear_no, reassures, says_misunderstood, says_safe
from bot.safety.support import Seen, needed

CLEAR = [
    "No for fucks sake. I said its a waste of time",
    "no no im fin",
    "no jus wnt a gaol",
    "good heavens no... I'm not in any danger at all love, you've misunderstood me there",
    "for goodness sake no, I'm only saying my daughter can look up the buses",
    "Nah mate, I meant the bus",
    "not at all, I walk the dog there",
    "of course not",
    "you've got the wrong end of the stick",
    "I didn't mean that",
    "no. I just don't want to answer",
    "No, I don't want to answer that",
    "What on earth? It's a turn of phrase. I'm only saying save it",
]
NOT_CLEAR = [
    "no but it crosses my mind most nights",
    "no. well. not tonight",
    "no, I just want it all to stop",
    "not really",
    "no one would notice",
    "no more",
    "no point asking",
    "no but he might kill me",
    "no. does it matter",
    "no, not yet",
    "nobody cares",
    "no, I took something",
    "I know what you mean",
    "no. I just don't want to answer, there's no point now",
    "no. i don't want to be here",
    "it's just a figure of speech. mostly",
]


@pytest.mark.parametrize("said", CLEAR)
def test_a_clear_no_brings_nothing_more(said: str) -> None:
    assert is_clear_no(said)
    assert screen(said, "support.ask").response == "none"


@pytest.mark.parametrize("said", NOT_CLEAR)
def test_what_may_take_a_no_back_is_left_to_the_votes(said: str) -> None:
    assert not is_clear_no(said)


@pytest.mark.parametrize("said", ["no, I want to kill myself", "nope. already took the lot"])
def test_no_denial_silences_a_rule(said: str) -> None:
    assert screen(said, "support.ask").response == "card"


@pytest.mark.parametrize(
    "said", ["You misunderstood", "I'm fine, you've got me all wrong", "that isn't what I meant you idiot"]
)
def test_being_misunderstood_is_heard_among_other_words(said: str) -> None:
    assert says_misunderstood(said)


@pytest.mark.parametrize("said", ["nobody understands me", "I always get it wrong", "my mum misunderstood the letter"])
def test_other_misunderstandings_are_not_ours(said: str) -> None:
    assert not says_misunderstood(said)


@pytest.mark.parametrize(
    "said",
    [
        "No, I am not in danger, I'm drinking tea and I'd like to save my strengths",
        "No dear, I'm perfectly safe, I meant the roses",
    ],
)
def test_under_the_card_they_say_that_they_are_safe(said: str) -> None:
    assert says_safe(said)


@pytest.mark.parametrize(
    "said", ["no, i'm fine, i want to die though", "i'm not safe", "no", "i'm ok for now but not tonight"]
)
def test_half_a_word_of_being_safe_leaves_the_card(said: str) -> None:
    assert not says_safe(said)


@pytest.mark.parametrize(
    "said",
    [
        "I have telephoned Ruth and she is coming over this evening. I am safe, thank you.",
        "im ok now, my brother is here",
    ],
)
def test_who_says_under_the_card_that_they_are_safe_tells_of_no_new_cue(said: str) -> None:
    assert reassures(said)
    assert needed(said, Seen(waits=True, cards=1)) is None


@pytest.mark.parametrize(
    "said", ["i'm safe but not for long", "I am safe, I took nothing", "i'm fine if i don't wake up", "no"]
)
def test_half_a_reassurance_is_screened_as_before(said: str) -> None:
    assert not reassures(said)


@pytest.mark.parametrize("said", ["i'm ok. i want to kill myself", "I am fine, I took all my pills"])
def test_no_reassurance_silences_a_rule(said: str) -> None:
    shown = needed(said, Seen(waits=True, cards=1))
    assert shown is not None
    assert shown.layout == "card"
