"""Figures of the service: a small number is on no page, and cannot be worked out from the others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.plan import GoalKind
from bot.staff.rights import Role
from bot.web.staff.charts import FEWEST, parts_of
from tests.builders import create_goal
from tests.web.staff.house import House


def test_what_would_give_a_small_number_away_is_hidden_with_it() -> None:
    shown = {bar.name: bar.count for bar in parts_of({"a": 9, "b": 3, "c": 20}, {})}
    assert shown == {"a": None, "b": None, "c": 20}
    assert [bar.count for bar in parts_of({"a": 9, "b": 5}, {})] == [9, 5]


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30)))
def test_no_small_number_follows_from_the_sum(counts: dict[str, int]) -> None:
    bars = parts_of(counts, {})
    hidden = sum(counts.values()) - sum(bar.count or 0 for bar in bars)
    unknown = sum(bar.count is None for bar in bars)
    assert all(bar.count is None or bar.count >= FEWEST for bar in bars)
    if unknown == 1:
        assert len(bars) == 1  # then the sum is as small, and not shown either
    if unknown and unknown < len(bars):
        assert hidden >= FEWEST


def test_the_page_shows_the_sum_and_neither_part(house: House) -> None:
    for number in range(12):
        kind = GoalKind.RECOVERY if number < 9 else GoalKind.TREATMENT
        house.person(f"p{number}", items=[create_goal(kind=kind)])
    page = house.signed_in(Role.LEAD).get("/service").text
    assert "<dt>Goals set</dt><dd>12</dd>" in page
    assert page.count("<td>not shown</td>") == 2
    assert "<td>9</td>" not in page
