"""The check-in: what was done counts, each barrier has its repair, and nothing is called a failure."""

from __future__ import annotations

import pytest

from bot.coaching.guides.check_in_answers import barrier_said, outcome_said
from bot.coaching.plan import Changed, CheckIn, Evidence, IfThen, Item, Kind, MoreEvidence, Status, Step
from tests.unit.coaching.talk import asked, told

SWIM = Item(Kind.GOAL, 11)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("got to the door. legged it", "some"),
        ("did it!", "did"),
        ("yes i went", "did"),
        ("didn't go", "not_yet"),
        ("forgot", "not_yet"),
        ("changed my mind tbh", "changed_mind"),
        ("half of it", "some"),
        ("no but i looked up the times", "not_yet"),
    ],
)
def test_how_it_went_is_read_in_their_words(text: str, outcome: str) -> None:
    assert outcome_said(text)["how"].choice == outcome


@pytest.mark.parametrize(
    ("text", "barrier"),
    [
        ("i forgot", "forgot"),
        ("too knackered", "no_energy"),
        ("panicked", "scared"),
        ("they said no", "said_no"),
        ("the bus never came", "other"),
        ("two kids from school outside", "other"),
    ],
)
def test_what_got_in_the_way_is_read_or_stands_as_said(text: str, barrier: str) -> None:
    read = barrier_said(text)["barrier"]
    assert (read.choice, read.text) == (barrier, text)


@pytest.mark.parametrize(
    ("barrier", "question"),
    [
        ("i forgot", "remind"),
        ("too big", "half"),
        ("no energy", "two_minutes"),
        ("something happened", "when_new"),
        ("it matters less now", "importance"),
        ("feeling scared", "with_whom"),
        ("someone said no", "another_way"),
        ("rather not say", "close"),
        ("two kids outside", "keep"),
    ],
)
def test_each_barrier_has_its_repair(barrier: str, question: str) -> None:
    turn = told("check_in", "swim", "not yet", barrier)
    assert asked(turn).startswith(f"utter_check_in_{question}")


def test_a_step_taken_is_evidence_of_a_strength() -> None:
    turn = told("check_in", "swim", "did it", "kev came along", "I keep going", "i'm there", "yes")
    look, closed, evidence = turn.items
    assert isinstance(look, CheckIn)
    assert (look.outcome, look.helped) == ("did", "kev came along")
    assert closed == Changed(SWIM, {"status": Status.DONE})
    assert evidence == MoreEvidence(1, Evidence("kev came along", "check_in"))


def test_part_of_it_counts_and_the_step_gets_smaller() -> None:
    said = (
        "swim",
        "got to the door. legged it",
        "two kids",
        "smaller",
        "kev waits with me",
        "weds about 3",
        "5",
        "6",
        "yes",
    )
    look, changed = told("check_in", *said).items
    assert isinstance(look, CheckIn)
    assert (look.done, look.progress, look.confidence) == ("got to the door. legged it", 5, 6)
    assert changed == Changed(SWIM, {"step": Step("kev waits with me", "weds about 3")})


def test_forgetting_gets_a_moment_to_hang_on() -> None:
    turn = told("check_in", "swim", "i forgot", "after breakfast", "tuesday", "skip", "skip", "yes")
    changed = turn.items[1]
    assert isinstance(changed, Changed)
    assert changed.values["if_then"] == IfThen("after breakfast", "find my towel")


def test_changing_ones_mind_closes_the_goal_as_changed() -> None:
    assert told("check_in", "swim", "changed my mind", "close it", "yes").items[1] == Changed(
        SWIM, {"status": Status.CHANGED}
    )
