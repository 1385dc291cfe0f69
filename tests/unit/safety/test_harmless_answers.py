"""What people answer to a coach is hardly ever taken for a cue: who talks of a life must not be asked about death."""

from __future__ import annotations

from benchmarks.gate_report import taken_for_a_cue

MOST_ASKED, MOST_CARDS = 0.05, 0.02  # of answers that nobody tuned on


def test_harmless_answers_rarely_bring_a_question_and_hardly_ever_a_card() -> None:
    heard = taken_for_a_cue()
    asked = [one.id for one in heard if not one.right]
    cards = [one.id for one in heard if one.found == "card"]
    assert len(asked) <= MOST_ASKED * len(heard)
    assert len(cards) <= MOST_CARDS * len(heard)
