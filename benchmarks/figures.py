"""Figures as values, and how they are drawn from single times. Pure; every figure names its unit."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """One measured number: what, of which project, in which unit, with what else is needed to read it."""

    figure: str
    project: str
    value: float
    unit: str
    about: str = ""

    def line(self) -> str:
        """The figure as one line of JSON."""
        return json.dumps({key: value for key, value in asdict(self).items() if value != ""}, ensure_ascii=False)


def percentile(values: Sequence[float], part: float) -> float:
    """The smallest value that at least this part (0-1) of all values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]


def of_turns(name: str, project: str, seconds: Sequence[float], about: str) -> list[Figure]:
    """The median and the 95th percentile of turn times, in milliseconds."""
    return [
        Figure(f"{name} {label}", project, round(percentile(seconds, part) * 1000, 1), "ms", about)
        for label, part in (("p50", 0.5), ("p95", 0.95))
    ]


# Which figures are set against the stock project's, and what the project aims at.
AIMS: Mapping[str, str] = {
    "turn at 1 conversation p50": "at most 0.7",
    "turn at 1 conversation p95": "",
    "turn at 8 conversations p50": "at most 0.7",
    "turn at 8 conversations p95": "",
    "turn at 32 conversations p50": "at most 0.7",
    "turn at 32 conversations p95": "",
    "turns a second at 8 conversations": "at least 1.4",
    "memory of the Rasa process": "at most 0.7",
    "training, processor time": "at most 0.2",
    "start to first answer": "",
}


# What the staff pages and the worker are to keep to at size, at most: see docs/figures.md.
MOST: Mapping[str, float] = {
    "staff_queue p95, ms": 150,
    "staff_person p95, ms": 150,
    "until a cue event is kept longest, s": 5,
    "until a summary is kept longest, s": 5,
    "not kept in time": 0,
    "staff_rebuild, s": 15 * 60,
    "summaries that differed": 0,
}


def missed(found: Mapping[str, float]) -> tuple[str, ...]:
    """A sentence for each of these figures that is more than it may be."""
    return tuple(
        f"{name}: {found[name]:g}, at most {most:g}" for name, most in MOST.items() if found.get(name, 0) > most
    )


def ratios(figures: Sequence[Figure]) -> list[Figure]:
    """Cairn's figure divided by the stock project's where both were measured, and turn 200 by turn 5."""
    found = {(figure.figure, figure.project): figure.value for figure in figures}
    against_stock = [
        Figure(f"{name}, Cairn / stock", "both", round(found[name, "cairn"] / found[name, "stock"], 2), "ratio", aim)
        for name, aim in AIMS.items()
        if (name, "cairn") in found and found.get((name, "stock"))
    ]
    growth = [
        Figure(
            "turn 200 / turn 5 of a session, p50",
            project,
            round(found["turn 200 of a session p50", project] / found["turn 5 of a session p50", project], 2),
            "ratio",
            "at most 2" if project == "cairn" else "",
        )
        for project in ("cairn", "stock")
        if ("turn 200 of a session p50", project) in found
    ]
    return against_stock + growth
