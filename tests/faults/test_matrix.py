"""Faults together, in real processes: the card comes in the same turn, and nothing of it is lost afterwards.

Every combination of faults meets one family in three states; families, faults, states and channels meet pairwise.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest

from tests.faults.breaking import (
    Fault,
    allow_writing,
    broken,
    combinations,
    cut_short,
    forbid_writing,
    of_processes,
    single,
)
from tests.faults.messages import CARDS, brings_the_card
from tests.faults.processes import ACTIONS, MODULES, RASA, Cairn
from tests.faults.visitors import CHANNELS, ByRest, InABrowser, Shown, Visitor, until_taken

pytestmark = [pytest.mark.matrix, pytest.mark.timeout(600)]
STRANGER, AT_A_QUESTION, CARD_WAITS = STATES = ("a stranger", "at a question", "while the card waits")
CUE = CARDS["wish_to_die"]


@dataclass
class Case:
    """Somebody in a state, to whom a cue of a family happens under some faults."""

    visitor: Visitor
    state: str
    faults: tuple[Fault, ...]
    family: str = "wish_to_die"
    question: str = ""
    cues: int = 0
    failed: str = ""

    def prepare(self) -> None:
        if self.state == STRANGER:
            return
        self.take("I want to set a goal")
        self.question = self.take("yes").text.split("\n")[-1]
        if self.state == CARD_WAITS:
            self.cue("passive")

    def take(self, message: str) -> Shown:
        """What is shown to an everyday message. On a busy machine screening may take too long, and then asks."""
        shown = until_taken(self.visitor, message)
        self.cues += shown.is_short_question
        return shown

    def cue(self, family: str) -> None:
        self.cues += 1
        shown = self.visitor.say(CARDS[family])
        if not shown.is_card:
            self.failed = f"{self.family}, {self.state}, {self.faults}: {shown.text}"

    def check_afterwards(self) -> None:
        """With everything mended: the way back, and each cue once."""
        if self.question and not self.failed:
            back = self.take("carry on").text
            self.failed = "" if self.question in back else f"{self.state}, {self.faults}: no way back, {back}"
        kept = self.visitor.cairn.cues_of(self.visitor.pseudonym)
        if kept != self.cues:
            self.failed = f"{self.family}, {self.state}, {self.faults}: {self.cues} cues, {kept} kept"


def prepared(cases: Iterable[Case]) -> list[Case]:
    made = list(cases)
    for case in made:
        case.prepare()
    return made


def happen(cairn: Cairn, cases: list[Case]) -> None:
    """Let each cue happen under its faults. What takes long to start is killed once for all who share that."""
    together: defaultdict[tuple[Fault, ...], list[Case]] = defaultdict(list)
    for case in cases:
        together[case.faults].append(case)
    for process, shared in groupby(together.items(), key=lambda item: of_processes(item[0])):
        with broken(cairn, *process):
            for faults, sharing in shared:
                with broken(cairn, *(fault for fault in faults if fault not in process)):
                    for case in sharing:
                        case.cue(case.family)


def failures(cases: Iterable[Case]) -> list[str]:
    return [case.failed for case in cases if case.failed]


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


@pytest.mark.parametrize("model", ["sound model", "truncated model"])
@pytest.mark.parametrize("databases", ["writable", "read-only"])
def test_every_combination_of_faults_in_three_states(
    copied: Callable[..., tuple[Cairn, list[Case]]], running: Cairn, tmp_path: Path, model: str, databases: str
) -> None:
    file = Path(shutil.copy(running.model, tmp_path / "model.tar.gz"))
    if model == "truncated model":
        cut_short(file)
    cairn, cases = copied(model=str(file))
    with ExitStack() as mended:
        if databases == "read-only":
            forbid_writing(cairn)
            mended.callback(allow_writing, cairn)
        cairn.start(*MODULES)
        happen(cairn, cases)
    if model == "truncated model":
        cairn.stop(RASA)
        shutil.copy(running.model, file)
        cairn.start(RASA)
    cairn.wait_until_read()
    for case in cases:
        case.check_afterwards()
    cairn.stop()
    assert failures(cases) == []


def test_every_combination_of_faults_behind_a_browser(running: Cairn) -> None:
    together = combinations("rasa", "tracker", "coaching", "disk")
    cases = prepared(Case(InABrowser(running), state, faults) for faults in together for state in STATES)
    happen(running, cases)
    running.wait_until_read()
    for case in cases:
        case.check_afterwards()
    assert failures(cases) == []


def test_families_faults_states_and_channels_pairwise(running: Cairn) -> None:
    rows = pairwise()
    cases = prepared(
        Case(CHANNELS[channel](running), state, (fault,), family) for fault, family, state, channel in rows
    )
    happen(running, cases)
    running.wait_until_read()
    for case in cases:
        case.check_afterwards()
    assert failures(cases) == []
    listed = running.command("alerts", "list")
    assert {case.visitor.pseudonym: listed.count(case.visitor.pseudonym) for case in cases} == {
        case.visitor.pseudonym: case.cues for case in cases
    }
    assert ACTIONS in running.running
