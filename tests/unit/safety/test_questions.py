"""The table of questions knows the steps that there are: a cue in a short answer is heard by what was asked."""

from __future__ import annotations

import re

import pytest

from bot.coaching.guides import JOURNEYS
from bot.safety.cues import screen
from bot.safety.lexicon import lexicon
from bot.safety.questions import in_short

STEPS = [f"{journey}.{step.id}" for journey, guide in JOURNEYS.items() for step in guide.steps]
ROWS = [row for row in lexicon().questions if isinstance(row["steps"], re.Pattern)]
ONLY_OTHERS = frozenset({"ask", "home"})  # the short question of the card; a question that no dialogue asks
NAMED = re.compile(r"(\w+)\\\.\(\?:([\w|]+)\)")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["kind"]))
def test_every_step_that_the_table_names_is_one(row: dict[str, re.Pattern[str]]) -> None:
    if str(row["kind"]) in ONLY_OTHERS:
        return
    named = [f"{journey}.{step}" for journey, steps in NAMED.findall(row["steps"].pattern) for step in steps.split("|")]
    assert set(named) <= set(STEPS)
    assert any(row["steps"].search(step) for step in STEPS)


@pytest.mark.parametrize(
    ("step", "heard_as"),
    [
        ("goals.obstacle", "what could get in the way?"),
        ("goals.own_wish", "what is your goal?"),
        ("goals.act", "what is your next step?"),
        ("hope.kit", "what helps you cope?"),
        ("strengths.coping_else", "what helps you cope?"),
        ("strengths.area_1_helps", "what helps you cope?"),
        ("hard_times.team_does_not", "what should your team do?"),
        ("goals.make_room", "a question?"),
    ],
)
def test_a_step_is_heard_as_its_kind_of_question(step: str, heard_as: str) -> None:
    assert in_short(step) == heard_as


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("being dead", "goals.obstacle"),
        ("i might not be here", "hope.in_the_way"),
        ("cutting", "strengths.coping_else"),
        ("self harm", "hope.instead_else"),
        ("gone", "goals.own_wish"),
        ("take all my tablets", "goals.act"),
        ("nothing", "strengths.people"),
    ],
)
def test_a_cue_in_a_short_answer_is_heard_at_the_step_that_asks_it(said: str, step: str) -> None:
    assert screen(said, step, ()).response != "none"


@pytest.mark.parametrize("step", ["support.ask", "hope.alive"])
@pytest.mark.parametrize("said", ["the first one", "second one", "it's complicated", "tablets", "my meds"])
def test_to_the_plain_question_it_is_a_yes_or_in_doubt(said: str, step: str) -> None:
    assert screen(said, step, ()).response == "card"


@pytest.mark.parametrize("said", ["dont section me", "ring my mum", "leave me alone", "my cat", "no hospital"])
def test_a_wish_to_the_team_is_no_cue(said: str) -> None:
    assert screen(said, "hard_times.team_does_not", ()).response == "none"
