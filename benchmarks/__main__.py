"""`make bench`: Cairn beside a stock Rasa project, measured in turn on this machine, a line of JSON for each figure.

Rounds alternate between the two, so that whatever else the machine does hits both. Progress goes to the error output.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import stock
from benchmarks.assistants import Assistant, NoAnswerError, cairn, stock_project
from benchmarks.figures import Figure, of_turns, ratios
from benchmarks.load import Round, converse
from bot.settings import ROOT

# conversations at once, turns of each, rounds
LOADS = ((1, 40, 4), (8, 20, 3), (32, 12, 2))
SESSIONS, LENGTH = 2, 200
# The turns around a mark, wide enough to hold each kind of turn.
MARKS = {5: (1, 10), 50: (46, 55), 200: (191, 200)}

Keep = Callable[..., None]


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="cairn-bench-") as folder:
        try:
            figures = _measure(Path(folder))
        except NoAnswerError as error:
            print(error, file=sys.stderr)
            return 1
    for figure in ratios(figures):
        print(figure.line(), flush=True)
    return 0


def _measure(folder: Path) -> list[Figure]:
    figures: list[Figure] = []

    def keep(*new: Figure) -> None:
        figures.extend(new)
        for figure in new:
            print(figure.line(), flush=True)

    keep(Figure("processors", "machine", os.cpu_count() or 0, "count", platform.machine()))
    _tell("training (the stock project only once: that takes several minutes)")
    keep(*_training("stock", stock.training()))
    votes = f"{sys.executable} -m bot.safety.train; {sys.executable} -m bot.coaching.gate.train"
    command = ["sh", "-ec", f"scripts/train {folder}/cairn.tar.gz; {votes}"]
    keep(*_training("cairn", stock.train(command, ROOT, folder / "train.log", folder / "cache")))
    both = (cairn(folder), stock_project(folder))
    try:
        for assistant in both:
            _tell(f"starting {assistant.name}")
            keep(Figure("start to first answer", assistant.name, round(assistant.start(), 1), "s"))
            converse(assistant, 1, 12)  # what is only slow the first time is not counted
        _turns(both, keep)
        for assistant in both:
            keep(*_memory(assistant))
    finally:
        for assistant in both:
            assistant.supervisor.stop()
    return figures


def _turns(both: Sequence[Assistant], keep: Keep) -> None:
    for conversations, turns, rounds in LOADS:
        _tell(f"{conversations} conversations at once")
        for assistant, held in _alternate(both, conversations, turns, rounds):
            keep(*_of_load(assistant.name, conversations, held))
    _tell(f"{SESSIONS} sessions of {LENGTH} turns")
    for assistant, held in _alternate(both, 1, LENGTH, SESSIONS):
        sessions = [conversation for one in held for conversation in one.turns]
        for mark, (first, last) in MARKS.items():
            around = [seconds for session in sessions for seconds in session[first - 1 : last]]
            keep(*of_turns(f"turn {mark} of a session", assistant.name, around, f"turns {first} to {last}"))


def _alternate(
    both: Sequence[Assistant], conversations: int, turns: int, rounds: int
) -> list[tuple[Assistant, list[Round]]]:
    held: dict[str, list[Round]] = {assistant.name: [] for assistant in both}
    for _ in range(rounds):
        for assistant in both:
            held[assistant.name].append(converse(assistant, conversations, turns))
    return [(assistant, held[assistant.name]) for assistant in both]


def _of_load(project: str, conversations: int, held: Sequence[Round]) -> list[Figure]:
    times = [seconds for one in held for seconds in one.all]
    noun = "conversation" if conversations == 1 else "conversations"
    rate = Figure(
        f"turns a second at {conversations} {noun}",
        project,
        round(len(times) / sum(one.wall for one in held), 1),
        "turns/s",
    )
    missed = Figure(
        f"turns without an answer at {conversations} {noun}", project, sum(one.unanswered for one in held), "count"
    )
    return [*of_turns(f"turn at {conversations} {noun}", project, times, f"{len(times)} turns"), rate, missed]


def _training(project: str, cost: stock.Training) -> list[Figure]:
    return [
        Figure("training, wall time", project, cost.wall, "s"),
        Figure("training, processor time", project, cost.processor, "s"),
    ]


def _memory(assistant: Assistant) -> list[Figure]:
    names = {"rasa": "memory of the Rasa process"}
    return [
        Figure(names.get(name, f"memory of {name}"), assistant.name, megabytes, "MB")
        for name, megabytes in assistant.memory().items()
    ]


def _tell(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
