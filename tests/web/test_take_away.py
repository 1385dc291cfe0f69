"""What somebody takes away holds what the page holds: when and with whom, why, when to look again, lines of help."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.builders import create_goal
from tests.databases import migrated_file
from tests.web.people import somebody
from tests.web.test_calendar import DAY, events, file_of, goal, lines

__all__ = ["migrated_file"]


@pytest.mark.parametrize(
    ("when", "hour", "minute"),
    [("Sunday 8 March, 3 in the afternoon", 15, 0), ("Sunday 8 March, about half past 9 in the morning", 9, 30),
     ("Sunday 8 March at 10:15", 10, 15)],
)  # fmt: skip
def test_a_step_with_a_time_is_at_that_time_wherever_the_calendar_is(when: str, hour: int, minute: int) -> None:
    timed = goal()
    content = file_of(replace(timed, step=replace(timed.step, when=when)))
    (event,) = events(content)
    assert event["dtstart"].dt == datetime(2026, 3, 8, hour, minute)
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=30)
    assert f"DTSTART:20260308T{hour:02}{minute:02}00" in lines(content)  # no zone: theirs
    assert "TRANSP:TRANSPARENT" in lines(content)


@pytest.mark.parametrize(
    "when",
    ["Sunday 8 March, after breakfast", "Sunday 8 March, in the morning", "Sunday 8 March, by 3 in the afternoon",
     "Sunday 8 March, 3 or 4 in the afternoon"],
)  # fmt: skip
def test_where_no_one_time_was_named_it_takes_the_day(when: str) -> None:
    timed = goal()
    (event,) = events(file_of(replace(timed, step=replace(timed.step, when=when))))
    assert event["dtstart"].dt == DAY


PATHS = ("/plan/print", "/plan/large", "/plan/appointment", "/plan/my-plan.txt")


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("taken")
    with somebody(folder, migrated_file, has_plan=False) as who, who.browser() as browser:
        one = create_goal(importance_reason="he is good company", review_on=date.today() + timedelta(days=7))
        assert one.step
        step = replace(one.step, when="3 in the afternoon", where="by the canal", with_whom="with my sister")
        with who.work() as work:
            work.plans.add(who.person_id, [replace(one, step=step)], "goals")
            work.commit()
        return {path: browser.get(path).text for path in PATHS}


@pytest.mark.parametrize("path", PATHS)
def test_every_sheet_says_when_where_and_with_whom(taken: dict[str, str], path: str) -> None:
    assert "3 in the afternoon, by the canal, with my sister" in taken[path]


def test_plain_words_say_why_when_to_look_again_and_where_help_is(taken: dict[str, str]) -> None:
    text = taken["/plan/my-plan.txt"]
    again = date.today() + timedelta(days=7)
    assert "  Because: he is good company" in text
    assert f"  I look at it again: {again:%A} {again.day} {again:%B}" in text
    assert "HELP, DAY OR NIGHT" in text
    assert "- In danger now: 999 (call, or go to A&E)" in text
    assert "- Samaritans: 116 123 (call, free, any time)" in text
