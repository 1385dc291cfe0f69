"""The intent classifier: what it looks at, what it learns, and that it says the same every time."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.machine import NONE, Machine, fit, from_arrays
from bot.understanding.text import LONGEST, VIEWS, features, plain

EXAMPLES = {
    "greet": ["hello there", "hello again", "hi there you", "good morning to you", "morning all"],
    "erase": [
        "delete my data",
        "delete everything",
        "please erase my data",
        "erase everything you have",
        "delete it all",
    ],
    NONE: ["the bus was late", "the cat is asleep", "it rained on the bus", "my cat ate the fish", "it rained again"],
}
TEXTS = [plain(text) for said in EXAMPLES.values() for text in said]
WANTED = [intent for intent, said in EXAMPLES.items() for _ in said]
DIRECTIONS = {"greet": 0, "erase": 1, NONE: 2}


def meanings(wanted: list[str]) -> np.ndarray:
    """Vectors of length one that point the same way for what asks for the same."""
    made = np.full((len(wanted), 8), 0.1, dtype=np.float32)
    made[np.arange(len(wanted)), [DIRECTIONS[intent] for intent in wanted]] = 1
    return made / np.linalg.norm(made, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def machine() -> Machine:
    return fit(TEXTS, WANTED, meanings(WANTED))


@pytest.mark.parametrize(
    ("text", "intent"),
    [("hello to you", "greet"), ("please delete everything", "erase"), ("the bus rained on the cat", NONE)],
)
def test_what_was_learned_is_found_in_other_words(machine: Machine, text: str, intent: str) -> None:
    (guess,) = machine.guesses([text], meanings([intent]))
    assert guess.intent == intent


def test_the_ranking_goes_from_likely_to_unlikely(machine: Machine) -> None:
    (guess,) = machine.guesses(["hello"], meanings(["greet"]))
    shares = [share for _, share in guess.ranking]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1, abs=1e-4)


def test_the_same_examples_give_the_same_answers(machine: Machine) -> None:
    again = fit(TEXTS, WANTED, meanings(WANTED))
    assert np.array_equal(again.shares(TEXTS, meanings(WANTED)), machine.shares(TEXTS, meanings(WANTED)))


def test_what_is_kept_answers_as_what_was_learned(machine: Machine) -> None:
    kept = from_arrays(machine.intents, machine.arrays())
    assert np.array_equal(kept.shares(TEXTS, meanings(WANTED)), machine.shares(TEXTS, meanings(WANTED)))


def test_an_intent_that_has_no_examples_is_never_guessed() -> None:
    known = [intent for intent in WANTED if intent != NONE]
    made = fit(TEXTS[: len(known)], known, meanings(known))
    assert {guess.intent for guess in made.guesses(TEXTS, meanings(WANTED))} <= {"greet", "erase"}


@given(st.text(max_size=600))
def test_any_text_can_be_looked_at(text: str) -> None:
    seen = plain(text)
    assert len(seen) <= 3 * LONGEST  # folding may lengthen a letter
    assert set(features(seen)) == set(VIEWS)


def test_a_message_without_a_known_word_is_looked_at_too(machine: Machine) -> None:
    (guess,) = machine.guesses(["如何"], meanings([NONE]))
    assert guess.intent == NONE


@pytest.mark.parametrize(("typed", "seen"), [("I’m  HERE ", "im here"), ("Don't?", "dont?"), ("", "")])
def test_case_apostrophes_and_spaces_say_nothing(typed: str, seen: str) -> None:
    assert plain(typed) == seen
