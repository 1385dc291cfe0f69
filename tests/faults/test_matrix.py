"""Faults together, in real processes: the card comes in the same turn, and nothing of it is lost afterwards.

Every combination of faults meets one family in three states; families, faults, states and channels meet pairwise.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.faults.breaking import FROM_THE_START, Fault, combinations, single
from tests.faults.cases import CARD_WAITS, STATES, Case, failures, happen, not_listed_once, prepared
from tests.faults.messages import CARDS, brings_the_card
from tests.faults.processes import MODULES, Cairn
from tests.faults.visitors import CHANNELS, ByRest, InABrowser

pytestmark = [pytest.mark.matrix, pytest.mark.timeout(600)]


def pairwise() -> list[tuple[Fault, str, str, str]]:
    """Rows of fault, family, state and channel in which every two values meet. Nobody answers for Rasa over REST."""
    met: set[frozenset[object]] = set()
    rows = []
    for fault in single():
        for family in CARDS:
            possible = [
                (state, channel) for state in STATES for channel in CHANNELS if (fault[0], channel) != ("rasa", "rest")
            ]
            state, channel = max(possible, key=lambda chosen: len(_pairs(fault, family, *chosen) - met))
            met |= _pairs(fault, family, state, channel)
            rows.append((fault, family, state, channel))
    return rows


def _pairs(*row: object) -> set[frozenset[object]]:
    return {frozenset((one, other)) for one in row for other in row if one != other}


@pytest.fixture(scope="module")
def known(running: Cairn) -> list[Case]:
    """Somebody in each state for each combination of faults, whom any installation with these databases knows."""
    together = combinations("actions", "tracker", "coaching", "disk")
    return prepared(Case(ByRest(running), state, faults) for faults in together for state in STATES)


@pytest.fixture
def copied(make: Callable[..., Cairn], running: Cairn, known: list[Case]) -> Callable[..., tuple[Cairn, list[Case]]]:
    """Another installation with the databases of the running one, and everybody in it, before any fault."""

    def copy(**differences: object) -> tuple[Cairn, list[Case]]:
        cairn = make(**differences)
        for source, target in ((running.database, cairn.database), (running.tracker, cairn.tracker)):
            with sqlite3.connect(source) as read, sqlite3.connect(target) as write:
                read.backup(write)
            read.close()
            write.close()
        cases = []
        for one in known:
            visitor = ByRest(cairn, one.visitor.name)  # type: ignore[attr-defined]  # those of `known` are all by REST
            earlier = int(one.state == CARD_WAITS)
            cases.append(Case(visitor, one.state, one.faults, question=one.question, cues=earlier))
        return cairn, cases

    return copy


def test_every_message_of_a_family_is_plain() -> None:
    assert [family for family, message in CARDS.items() if not brings_the_card(message)] == []


def test_two_values_of_any_two_axes_meet() -> None:
    rows = pairwise()
    met = set().union(*(_pairs(*row) for row in rows))
    axes = [set(column) for column in zip(*rows, strict=True)]
    every = {
        frozenset((one, other))
        for left in axes
        for right in axes
        if left is not right
        for one in left
        for other in right
    }
    assert every - met == {frozenset((fault, "rest")) for fault in single() if fault[0] == "rasa"}


@pytest.mark.parametrize("from_the_start", ["", "truncated model", "read-only databases", "both"])
def test_every_combination_of_faults_in_three_states(
    copied: Callable[..., tuple[Cairn, list[Case]]], running: Cairn, tmp_path: Path, from_the_start: str
) -> None:
    cairn, cases = copied(model=shutil.copy(running.model, tmp_path / "model.tar.gz"))
    with ExitStack() as mended:
        for name, break_it in FROM_THE_START.items():
            if from_the_start in {name, "both"}:
                mended.enter_context(break_it(cairn))
        cairn.start(*MODULES)
        happen(cairn, cases)
    found = failures(cairn, cases)
    cairn.stop()
    assert found == []


def test_every_combination_of_faults_behind_a_browser(running: Cairn) -> None:
    together = combinations("rasa", "tracker", "coaching", "disk")
    cases = prepared(Case(InABrowser(running), state, faults) for faults in together for state in STATES)
    happen(running, cases)
    assert failures(running, cases) == []


def test_families_faults_states_and_channels_pairwise(running: Cairn) -> None:
    rows = pairwise()
    cases = prepared(
        Case(CHANNELS[channel](running), state, (fault,), family) for fault, family, state, channel in rows
    )
    happen(running, cases)
    assert failures(running, cases) == []
    assert not_listed_once(running, cases) == []
