"""How the votes on the pieces of a message become one answer."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from bot.safety.calibrate import table
from bot.safety.votes import Heard, Limits, Pair, Thresholds, answer

AT = Thresholds(card=2.0, ask=0.0, keep_card=1.0, keep_ask=-1.0, apart=1.0, ask_apart=3.0, denied=1.0, soften=0.0)
# A mix in which only the meaning counts, for a card and for anything at all.
CARD, ASK = ((*(0.0,) * 2, *vote, *(0.0,) * 15) for vote in ((1.0, 0.0), (0.0, 1.0)))
LIMITS = Limits(AT, AT, AT, CARD, ASK, frozenset())
QUIET = (-5.0, -5.0)


def piece(votes: Pair, *, read: bool = True) -> Heard:
    return Heard("none", votes, meaning=votes if read else None)


@pytest.mark.parametrize(("loud", "expected"), [(0.5, "none"), (2.0, "none"), (3.5, "ask")])
def test_beside_a_whole_that_was_read_a_piece_needs_more_to_be_asked_about(loud: float, expected: str) -> None:
    assert answer((piece(QUIET), piece((-5.0, loud))), LIMITS) == expected


@pytest.mark.parametrize(("loud", "expected"), [(0.5, "none"), (2.0, "ask")])
def test_where_the_whole_was_too_long_to_read_the_pieces_speak_for_it(loud: float, expected: str) -> None:
    assert answer((piece(QUIET, read=False), piece((-5.0, loud))), LIMITS) == expected


def test_where_words_vote_alone_they_have_read_the_whole() -> None:
    assert answer((piece(QUIET, read=False), piece((-5.0, 2.0), read=False)), LIMITS) == "none"


def test_a_card_in_a_piece_needs_no_more_than_before() -> None:
    assert answer((piece(QUIET), piece((3.0, 3.0))), LIMITS) == "card"


def test_the_whole_needs_nothing_on_top() -> None:
    assert answer((piece((-5.0, 0.1)), piece(QUIET)), LIMITS) == "ask"


def test_thresholds_are_set_on_the_answers_that_screening_gives() -> None:
    chance = random.Random(20261129)

    def made() -> Heard:
        votes = (chance.uniform(-6, 6), chance.uniform(-6, 6))
        return Heard(
            chance.choice(["none", "ask", "card", "denied"]),
            votes,
            meaning=votes if chance.random() < 0.7 else None,
            cards=frozenset({"firm"} if chance.random() < 0.05 else ()),
        )

    limits = replace(LIMITS, firm=frozenset({"firm"}))
    messages = [tuple(made() for _ in range(chance.randint(1, 4))) for _ in range(2000)]
    messages = [pieces for pieces in messages if any(piece.meaning for piece in pieces)]
    at_once = table(messages, limits)
    cards, asks = at_once.cards(AT), at_once.asks(AT)
    together = ["card" if card else "ask" if ask else "none" for card, ask in zip(cards, asks, strict=True)]
    assert together == [answer(pieces, limits) for pieces in messages]
