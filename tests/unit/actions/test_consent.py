"""Consent comes first: a refusal in any words keeps nothing, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from bot.coaching.asking import Outcome
from bot.coaching.guides import JOURNEYS
from tests.unit.actions.writing import Person, draft_of, kept, words

_NO_REFUSAL = (
    "i don't mind", "no problem, keep it", "what do you keep", "hmm", "not sure but ok", "why not, ok",
    "don't see why not, happy to", "nothing to hide, save it", "I've never done this but I'm happy to",
    "i don't feel ok today", "I'm not ok", "not sure i agree", "i'm not very happy", "no bother", "fine by me",
)  # fmt: skip


def test_consent_comes_before_the_first_question(person: Person) -> None:
    assert words(person.wish()) == ["utter_consent_ask"]
    assert words(person.say("yes")) == ["utter_consent_yes", "utter_goals_picture"]


def test_turns_are_counted_on_from_consent(person: Person) -> None:
    first = person.wish()
    assert person.say("yes").turn > first.turn


def test_a_refusal_keeps_nothing(person: Person, url: str) -> None:
    person.wish()
    reply = person.say("no thanks")
    assert words(reply) == ["utter_consent_no"]
    assert reply.outcome is Outcome.NOTHING
    assert draft_of(url) is None
    assert kept(url).is_empty


@pytest.mark.parametrize(
    "said",
    [
        "I dont want you to keep anything",
        "id rather you didnt",
        "not happy with that",
        "no i don't want it stored",
        "please dont save my words",
        "i do not agree",
        "rather not",
        "i can't agree to that",
        "i won't agree to that",
        "i dont really agree",
        "i refuse to agree",
        "not entirely happy with that",
        "wouldn't be happy with that",
    ],
)
def test_a_refusal_in_other_words_is_one(person: Person, url: str, said: str) -> None:
    person.wish()
    assert words(person.say(said))[-1] == "utter_consent_no"
    assert draft_of(url) is None


@pytest.mark.parametrize("said", _NO_REFUSAL)
def test_what_is_no_refusal_is_not_taken_for_one(person: Person, said: str) -> None:
    person.wish()
    assert "utter_consent_no" not in words(person.say(said))


@pytest.mark.parametrize(
    "said", ["i agree", "i consent", "go on then", "course you can", "fine by me", "no objections"]
)
def test_a_yes_in_other_words_is_one(person: Person, said: str) -> None:
    person.wish()
    assert words(person.say(said))[0] == "utter_consent_yes"


def test_a_yes_with_the_wish_that_nobody_is_told_hears_that_nothing_is_shared(person: Person) -> None:
    person.wish()
    assert words(person.say("fine but dont tell my mum"))[:2] == ["utter_consent_unshared", "utter_consent_yes"]


def test_a_no_before_a_question_of_privacy_refuses_nothing(person: Person) -> None:
    person.wish()
    assert words(person.say("No. can my worker see it")) == ["utter_who_reads", "utter_needed"]


@pytest.mark.parametrize(
    "said", ["not sure i agree", "i don't feel ok today", "hmm", "i don't mind", "nothing to hide, save it"]
)
def test_what_is_neither_is_asked_again(person: Person, said: str) -> None:
    person.wish()
    assert words(person.say(said))[-1] == "utter_needed"


def test_after_a_refusal_consent_is_asked_again(person: Person) -> None:
    person.wish()
    person.say("no thanks")
    assert words(person.wish()) == ["utter_consent_ask"]


def test_consent_cannot_be_skipped(person: Person) -> None:
    person.wish()
    assert words(person.say("skip")) == ["utter_needed", "utter_consent_ask"]
    assert words(person.say("rather not"))[-1] != "utter_goals_picture"


def test_consent_once_given_is_not_asked_again(person: Person) -> None:
    person.agreed()
    assert words(person.wish("hope")) == ["utter_hope_now"]


@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_refusing_person_is_never_stuck(person: Person, journey: str) -> None:
    person.agreed(journey)
    outcomes = [person.say("rather not", journey=journey).outcome]
    while outcomes[-1] is Outcome.ASKING:
        assert len(outcomes) < 15
        outcomes.append(person.say("rather not", journey=journey).outcome)
    assert outcomes[-1] in {Outcome.NOTHING, Outcome.LEFT}
