"""The second bubble: the person's own words beside a card, only where they allowed it, in time, or not at all."""

from __future__ import annotations

import threading

import pytest

from bot.coaching.plan import Goal, HardTimes, Hope, IfThen, Plan, Section
from bot.rasa.own_words import LAYOUT, REST, StoredOwnWords, may_stand_beside, own_bubbles
from bot.safety.support import Seen, Support, after

NOTE = "Biscuit needs me up by eight."
ALLOWED = Plan(hope=Hope(note=NOTE, show_note=True, act="ring Kev"))
CARD = Support("card", ("passive",))


def text(plan: Plan) -> str:
    return "\n".join(bubble["text"] for bubble in own_bubbles(plan))


def test_their_line_is_shown_in_their_words_with_one_thing_they_chose() -> None:
    assert (
        text(ALLOWED)
        == f"You wrote this yourself, for a hard day:\n“{NOTE}”\nAnd one small thing that you chose: ring Kev"
    )


def test_an_if_then_plan_is_shown_as_they_decided_it() -> None:
    plan = Plan(hope=Hope(note=NOTE, show_note=True, if_then=IfThen("the evenings get long.", "put the radio on.")))
    assert "if this happens, the evenings get long, then: put the radio on." in text(plan)


def test_a_line_that_was_not_allowed_is_never_shown() -> None:
    plan = Plan(hope=Hope(note=NOTE, show_note=False, act="ring Kev"))
    assert NOTE not in text(plan)
    assert "Kev" not in text(plan)
    assert "my plan" in text(plan)


@pytest.mark.parametrize("note", ["i want to kill myself", "", "   "])
def test_a_line_that_is_itself_a_cue_or_empty_is_not_shown(note: str) -> None:
    assert text(Plan(hope=Hope(note=note, show_note=True))).startswith("You have a plan of your own")


def test_what_also_harms_never_stands_beside_a_card() -> None:
    sections = {Section.ALONE: "a few cans", Section.PEOPLE: "my sister"}
    act = Hope(note=NOTE, show_note=True, act="have a few cans")
    said = text(Plan(hope=act, hard_times=HardTimes(sections, show_in_card=True)))
    assert "my sister" in said
    assert "cans" not in said


def test_who_has_no_plan_sees_no_second_bubble() -> None:
    assert own_bubbles(Plan()) == []


def test_braces_in_their_words_stay_words() -> None:
    note = f"{{note}} {NOTE} {{0}}"
    assert note in text(Plan(hope=Hope(note=note, show_note=True)))


@pytest.mark.parametrize(
    ("support", "may"),
    [
        (CARD, True),
        (Support("card", asked_for=True), True),
        (Support("card", ("passive",), 1), False),
        (Support("ask", ("passive",)), False),
        (Support("card", ("abuse", "passive")), False),
        (Support("card", ("overdose",)), False),
        (Support("card", ("under_age",)), False),
        (Support("card", ("someone_else",)), False),
    ],
)
def test_it_stands_beside_the_first_card_where_nobody_else_may_read_it(support: Support, may: bool) -> None:
    assert may_stand_beside(support) is may


def test_it_leaves_what_was_seen_as_it_was() -> None:
    seen = Seen("", ("passive",), 1, shown="x")
    assert after(seen, own_bubbles(ALLOWED)) == seen
    assert own_bubbles(ALLOWED)[0]["support"]["layout"] == LAYOUT


async def test_it_comes_from_the_plan_of_the_sender() -> None:
    own = StoredOwnWords({"sam": ALLOWED}.__getitem__, deadline=30.0)
    assert NOTE in (await own.beside(CARD, "sam"))[0]["text"]


async def test_a_database_that_fails_costs_only_the_second_bubble(caplog: pytest.LogCaptureFixture) -> None:
    def fail(_: str) -> Plan:
        raise OSError(NOTE)

    assert await StoredOwnWords(fail).beside(CARD, "sam") == []
    assert NOTE not in caplog.text


async def test_a_database_that_hangs_is_not_waited_for_and_then_left_alone_for_a_while() -> None:
    asked, release, now = [], threading.Event(), [1_000.0]

    def hang(sender: str) -> Plan:
        asked.append(sender)
        release.wait()
        return ALLOWED

    own = StoredOwnWords(hang, deadline=0.01, clock=lambda: now[0])
    try:
        assert await own.beside(CARD, "sam") == []
        assert await own.beside(CARD, "sam") == []
        assert asked == ["sam"]
        now[0] += REST + 1
        assert await own.beside(CARD, "sam") == []
        assert len(asked) == 2
    finally:
        release.set()


def test_a_goal_alone_is_named_and_not_shown() -> None:
    assert (
        text(Plan(goals=(Goal("buy my own bread"),))) == 'You have a plan of your own, too.\nTo see it, say "my plan".'
    )
