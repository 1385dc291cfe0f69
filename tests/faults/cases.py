"""Somebody in a state to whom a cue happens while parts are broken: what has to be so in that turn, and afterwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from tests.faults.breaking import Fault, broken, of_processes
from tests.faults.messages import CARDS
from tests.faults.processes import Cairn
from tests.faults.visitors import Shown, Visitor, until_taken

BESIDE_THE_CARD = "im at my mums"  # no answer to any question while the card waits
STRANGER, AT_A_QUESTION, CARD_WAITS = STATES = ("a stranger", "at a question", "while the card waits")


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
        """With everything mended: the card still waits, the way back leads to the question, each cue is kept once."""
        if self.question and not self.failed:
            self.take(BESIDE_THE_CARD)
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


def failures(cairn: Cairn, cases: Iterable[Case]) -> list[str]:
    """What is wrong once everything is mended and the worker has read what there was."""
    cairn.wait_until_read()
    for case in cases:
        case.check_afterwards()
    return [case.failed for case in cases if case.failed]


def not_listed_once(cairn: Cairn, cases: Iterable[Case]) -> list[str]:
    """Whose alerts are not in the list of the command, each once."""
    listed = cairn.command("alerts", "list")
    return [case.visitor.pseudonym for case in cases if listed.count(case.visitor.pseudonym) != case.cues]
