"""How figures are drawn from single times."""

from __future__ import annotations

import json

import pytest

from benchmarks.figures import MOST, Figure, missed, of_turns, percentile, ratios


@pytest.mark.parametrize(("part", "expected"), [(0.5, 50), (0.95, 95), (1.0, 100), (0.0, 1)])
def test_a_percentile_is_one_of_the_values(part: float, expected: int) -> None:
    assert percentile([float(number) for number in range(100, 0, -1)], part) == expected


def test_turns_are_told_in_milliseconds() -> None:
    figures = of_turns("turn at 1 conversation", "cairn", [0.010, 0.020, 0.090], "3 turns")

    assert [(figure.figure, figure.value) for figure in figures] == [
        ("turn at 1 conversation p50", 20.0),
        ("turn at 1 conversation p95", 90.0),
    ]


def test_each_figure_is_one_line_of_json() -> None:
    line = Figure("memory of the Rasa process", "cairn", 612.5, "MB").line()

    assert json.loads(line) == {
        "figure": "memory of the Rasa process",
        "project": "cairn",
        "value": 612.5,
        "unit": "MB",
    }


def test_ratios_need_both_projects_and_growth_needs_one() -> None:
    figures = [
        Figure("turn at 8 conversations p50", "cairn", 30.0, "ms"),
        Figure("turn at 8 conversations p50", "stock", 60.0, "ms"),
        Figure("memory of the Rasa process", "cairn", 600.0, "MB"),
        Figure("turn 5 of a session p50", "cairn", 20.0, "ms"),
        Figure("turn 200 of a session p50", "cairn", 30.0, "ms"),
    ]

    assert {figure.figure: figure.value for figure in ratios(figures)} == {
        "turn at 8 conversations p50, Cairn / stock": 0.5,
        "turn 200 / turn 5 of a session, p50": 1.5,
    }


def test_an_aim_that_is_missed_is_named_and_one_that_is_met_is_not() -> None:
    assert missed(MOST) == ()
    assert missed({}) == ()
    assert missed({"staff_queue p95, ms": 150.1, "staff_person p95, ms": 12, "summaries that differed": 1}) == (
        "staff_queue p95, ms: 150.1, at most 150",
        "summaries that differed: 1, at most 0",
    )
