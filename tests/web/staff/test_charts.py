"""What may be shown of a number: a small one is on no page, and nobody who knows the rule can work one out."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import Any

import pytest

from bot.web.staff.charts import bars_of, is_drawn, parts_of, rounded, share_of, shown, sum_of

Seen = tuple[Any, ...]


def test_what_would_give_a_small_number_away_is_hidden_with_it() -> None:
    counts = {bar.name: bar.count for bar in parts_of({"a": 9, "b": 3, "c": 20}, {})}
    assert counts == {"a": None, "b": None, "c": 20}
    assert [bar.count for bar in parts_of({"a": 9, "b": 5}, {})] == [10, 5]


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0"), (1, "not shown"), (4, "not shown"), (5, "5"), (7, "5"), (8, "10")]
)
def test_a_number_is_rounded_to_five_or_hidden(count: int, told: str) -> None:
    assert shown(count) == told


@pytest.mark.parametrize(("rows", "most"), [(1, 40), (2, 30), (3, 17), (4, 9)])
def test_whoever_tries_all_numbers_that_fit_a_page_finds_no_hidden_one(rows: int, most: int) -> None:
    """Every way to count so many rows is grouped by what a page would show of it. In each group each hidden row may
    be several numbers, so that what is shown tells of none."""
    fitting: dict[Seen, list[tuple[int, ...]]] = defaultdict(list)
    names = {str(place): str(place) for place in range(rows)}
    for numbers in product(range(most), repeat=rows):
        counts = dict(zip(names, numbers, strict=True))
        bars = parts_of(counts, names)
        seen: Seen = (sum_of(counts), *((bar.name, bar.count) for bar in bars))
        fitting[seen].append(numbers)
    for (total, *bars), ways in fitting.items():
        for name, count in bars:
            if count is None:
                assert len({numbers[int(name)] for numbers in ways}) > 1, (total, bars, ways)


def test_rows_whose_sum_is_not_shown_are_hidden_each_by_itself() -> None:
    names = {"b": "Bees", "a": "Ants", "c": "Cats"}
    assert [(bar.name, bar.count) for bar in bars_of({"a": 4, "b": 11, "x": 9}, names)] == [
        ("Bees", 10),
        ("Ants", None),
    ]


def test_a_split_is_drawn_where_more_of_it_is_shown_than_hidden() -> None:
    assert is_drawn(bars_of({"a": 9, "b": 11, "c": 1}, {}))
    assert not is_drawn(bars_of({"a": 9, "b": 1}, {}))
    assert not is_drawn(parts_of({"a": 9, "b": 3, "c": 20}, {}))
    assert is_drawn(bars_of({"a": 9}, {}))


def test_a_share_is_worked_out_from_what_is_shown() -> None:
    assert share_of(rounded(81), rounded(19)) == 80
    assert share_of(5, 10) == 35
    assert share_of(0, 5) == 0
    assert (share_of(None, 5), share_of(5, None), share_of(0, 0)) == (None, None, None)
