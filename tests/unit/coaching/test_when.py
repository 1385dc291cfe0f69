"""Dates and times as people write them: the British reading, the words that read it back, and what is kept as said."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.gate import names_a_time
from bot.coaching.when import Doubt, PartOfDay, When, when
from bot.coaching.when.holidays import bank_holidays, easter

LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=LONDON)


def read(text: str, now: datetime = MONDAY) -> When:
    return when(text, now, LONDON)


@pytest.mark.parametrize(
    ("said", "read_back"),
    [
        ("tues 10ish", "Tuesday 24 November, about 10 in the morning"),
        ("thurs 10ish", "Thursday 26 November, about 10 in the morning"),
        ("after my meds in the morning", "in the morning, after my meds"),
        ("a week on friday", "Friday 4 December"),
        ("when Kev's about", "when Kev's about"),
        ("tmrw", "Tuesday 24 November"),
        ("half 3", "3.30 in the afternoon"),
        ("quarter to 5", "4.45 in the afternoon"),
        ("25th", "Wednesday 25 November"),
        ("3/12", "Thursday 3 December"),
        ("the weekend", "Saturday 28 or Sunday 29 November"),
        ("in a fortnight", "Monday 7 December"),
        ("next weds", "Wednesday 25 November or Wednesday 2 December"),
        ("Fri week", "Friday 4 December"),
        ("first thing", "first thing in the morning"),
        ("bank holiday monday", "Monday 28 December"),
        ("after Corrie", "after Corrie"),
        ("sat early. 8ish", "Saturday 28 November, about 8 in the morning"),
        ("weds after his shift. about 3", "Wednesday 25 November, about 3 in the afternoon, after his shift"),
        ("noon", "midday"),
        ("14:30 thurs", "Thursday 26 November, 2.30 in the afternoon"),
        ("at 1530 tomorrow", "Tuesday 24 November, 3.30 in the afternoon"),
        ("wed 25th", "Wednesday 25 November"),
        ("every tuesday after lunch", "every Tuesday, after lunch"),
        ("tonight", "Monday 23 November, at night"),
        ("this evening about 7", "Monday 23 November, about 7 in the evening"),
        ("tomorrow morning first thing", "Tuesday 24 November, first thing in the morning"),
        ("tues or weds", "Tuesday 24 or Wednesday 25 November"),
        ("between 2 and 4 on friday", "Friday 27 November, between 2 and 4"),
        ("in an hour", "Monday 23 November, about 10 in the morning"),
        ("by 5 tomorrow", "Tuesday 24 November, by 5 in the afternoon"),
        ("by friday", "by Friday 27 November"),
        ("before 10 on sat", "Saturday 28 November, before 10 in the morning"),
        ("half past six", "6.30"),
        ("8pm", "8 in the evening"),
        ("7.30am weds", "Wednesday 25 November, 7.30 in the morning"),
        ("christmas eve", "Thursday 24 December"),
        ("when i get paid", "when i get paid"),
        ("at about half ten on Saturday the 28th", "Saturday 28 November, about 10.30 in the morning"),
        ("Thursday 3rd December 2026 at 2pm", "Thursday 3 December, 2 in the afternoon"),
        ("2 weeks on monday", "Monday 14 December"),
        ("friday night", "Friday 27 November, at night"),
        ("29 feb", "Tuesday 29 February 2028"),
        ("3 march", "Wednesday 3 March 2027"),
        ("tomoz afternoon about 2, if it's not raining",
         "Tuesday 24 November, about 2 in the afternoon, if it's not raining"),
        ("midnight on saturday", "Saturday 28 November, midnight"),
        ("sometime", "sometime"),
    ],
)  # fmt: skip
def test_a_time_is_read_back_in_words(said: str, read_back: str) -> None:
    assert read(said).read_back == read_back


@pytest.mark.parametrize(
    ("said", "doubt"),
    [
        ("31 feb", Doubt.IMPOSSIBLE),
        ("the 45th", Doubt.IMPOSSIBLE),
        ("12/13", Doubt.IMPOSSIBLE),
        ("31/4", Doubt.IMPOSSIBLE),
        ("20 nov", Doubt.PAST),
        ("25 nov 2025", Doubt.PAST),
        ("yesterday", Doubt.PAST),
        ("last tuesday", Doubt.PAST),
        ("tues 25th", Doubt.DISAGREES),
        ("friday 3/12", Doubt.DISAGREES),
    ],
)
def test_a_day_that_cannot_be_is_kept_as_said(said: str, doubt: Doubt) -> None:
    result = read(said)
    assert (result.doubt, result.days, result.read_back) == (doubt, (), said)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("monday", (date(2026, 11, 23), date(2026, 11, 30))),
        ("this monday", (date(2026, 11, 23),)),
        ("next monday", (date(2026, 11, 30),)),
        ("next friday", (date(2026, 11, 27), date(2026, 12, 4))),
        ("tuesday", (date(2026, 11, 24),)),
        ("a week tomorrow", (date(2026, 12, 1),)),
    ],
)
def test_a_weekday_is_every_day_that_it_can_be(said: str, days: tuple[date, ...]) -> None:
    assert read(said).days == days


@pytest.mark.parametrize(
    ("said", "times"),
    [
        ("at 8", (time(8), time(20))),
        ("8 in the evening", (time(20),)),
        ("at 8 after work", (time(20),)),
        ("at 8 before work", (time(8),)),
        ("08:00", (time(8),)),
        ("20.15", (time(20, 15),)),
        ("at 3", (time(15),)),
        ("3am", (time(3),)),
        ("five to three", (time(14, 55),)),
        ("ten past four", (time(16, 10),)),
        ("12", ()),
        ("at 25", ()),
        ("10.75", ()),
        ("2 loaves", ()),
        ("for 5 minutes", ()),
        ("7/10", ()),
    ],
)
def test_a_time_of_day_is_every_time_that_it_can_be(said: str, times: tuple[time, ...]) -> None:
    assert read(said).times == times


def test_a_number_after_a_day_is_a_time() -> None:
    assert read("tues 10").time == time(10)
    assert read("tues 2 loaves").times == ()


def test_a_day_is_clear_only_where_it_can_be_one() -> None:
    assert read("tomorrow").is_clear
    assert not read("next friday").is_clear
    assert not read("31 feb").is_clear
    assert not read("after my meds").is_clear


@pytest.mark.parametrize(
    ("said", "part"),
    [("in the morning", PartOfDay.MORNING), ("teatime", PartOfDay.TEATIME), ("sunday lunchtime", PartOfDay.LUNCHTIME)],
)
def test_a_part_of_the_day_is_read(said: str, part: PartOfDay) -> None:
    assert read(said).part is part


@pytest.mark.parametrize(
    "said",
    ["sit down with mum", "sun cream first", "i may go", "march about the house", "the second one", "sat on the wall"],
)
def test_a_word_that_only_looks_like_a_day_is_left_alone(said: str) -> None:
    assert read(said).days == ()


@pytest.mark.parametrize(
    ("said", "without"),
    [
        ("ring Jo tomorrow", "ring Jo"),
        ("go in on sat at 8", "go in"),
        ("carry on tomorrow", "carry on"),
        ("ring Jo by friday", "ring Jo"),
        ("tomorrow ring Jo about the flat", "ring Jo about the flat"),
        ("walk to the shop tomorrow morning about 9", "walk to the shop"),
        ("phone the gp at 8 in the morning on friday", "phone the gp"),
        ("tidy up, then on friday ring Sue", "tidy up, then ring Sue"),
        ("phone the bank, tomorrow at 3pm, about the card", "phone the bank, about the card"),
        ("get the 9 bus on friday", "get the 9 bus"),
        ("look up today's paper", ""),
        ("ring Jo", ""),
        ("tomorrow", ""),
    ],
)
def test_the_rest_of_the_words_stands_without_the_day(said: str, without: str) -> None:
    assert read(said).without == without


def test_the_day_is_the_one_where_the_person_is() -> None:
    just_before_midnight = datetime(2026, 6, 30, 23, 30, tzinfo=ZoneInfo("UTC"))
    assert read("today", just_before_midnight).day == date(2026, 7, 1)


def test_a_weekend_half_over_is_what_is_left_of_it() -> None:
    sunday = datetime(2026, 11, 29, 9, 0, tzinfo=LONDON)
    assert read("the weekend", sunday).days == (date(2026, 11, 29),)
    assert read("next weekend", sunday).days == (date(2026, 12, 5), date(2026, 12, 6))


@pytest.mark.parametrize(
    ("year", "sunday"), [(2024, date(2024, 3, 31)), (2026, date(2026, 4, 5)), (2027, date(2027, 3, 28))]
)
def test_easter_is_where_it_falls(year: int, sunday: date) -> None:
    assert easter(year) == sunday


def test_bank_holidays_move_off_the_weekend() -> None:
    assert bank_holidays(2026) == (
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 4),
        date(2026, 5, 25),
        date(2026, 8, 31),
        date(2026, 12, 25),
        date(2026, 12, 28),
    )
    assert bank_holidays(2027)[-2:] == (date(2027, 12, 27), date(2027, 12, 28))


NOWS = st.datetimes(datetime(2024, 1, 1), datetime(2034, 1, 1)).map(lambda now: now.replace(tzinfo=LONDON))


@given(st.text(max_size=200), NOWS)
def test_any_text_is_kept_and_read_back(text: str, now: datetime) -> None:
    result = read(text, now)
    assert result.words == " ".join(text.split())
    assert isinstance(result.read_back, str)
    assert all(day >= now.date() for day in result.days)


@given(st.dates(date(2024, 1, 1), date(2033, 12, 31)), NOWS)
def test_a_date_written_the_british_way_is_that_date_or_kept(day: date, now: datetime) -> None:
    result = read(f"{day.day}/{day.month}/{day.year}", now)
    assert result.day == day if day >= now.date() else result.doubt is Doubt.PAST


@given(st.integers(0, 6), NOWS)
def test_a_weekday_is_within_a_week(weekday: int, now: datetime) -> None:
    name = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")[weekday]
    days = read(name, now).days
    assert all(day.weekday() == weekday and day - now.date() <= timedelta(7) for day in days)
    assert days


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("sat 10ish", (5,)),
        ("saturday morning", (5,)),
        ("saturday", (28, 5)),
        ("saturday at 7pm", (28, 5)),
        ("today at 10", (28,)),
    ],
)
def test_a_moment_of_today_that_is_over_is_not_meant(said: str, days: tuple[int, ...]) -> None:
    saturday = datetime(2026, 11, 28, 14, 0, tzinfo=LONDON)
    assert tuple(day.day for day in read(said, saturday).days) == days


@given(st.times(), NOWS)
def test_a_clock_with_twenty_four_hours_is_read_exactly(at: time, now: datetime) -> None:
    assert time(at.hour, at.minute) in read(f"{at.hour:02d}:{at.minute:02d}", now).times


@given(st.text("tuesatmonfri 0123456789:/.-thndamp ", max_size=60), NOWS)
def test_what_looks_like_a_time_never_fails(text: str, now: datetime) -> None:
    assert isinstance(read(text, now).read_back, str)


def test_a_very_long_text_is_bounded() -> None:
    assert read("tuesday " * 3000).days


@pytest.mark.parametrize(
    "said",
    [
        "ring her and ask her for Sunday",
        "ask Kev if he's free on Friday",
        "tell her I'm coming on Sunday",
        "invite him round for Sunday",
        "see if they have a room on Friday",
        "ask Kev about Friday",
    ],
)
def test_the_day_that_is_asked_about_is_not_the_day_of_the_asking(said: str) -> None:
    assert read(said).days == ()
    assert not names_a_time(said)


@pytest.mark.parametrize(
    ("said", "without", "day_and_time"),
    [
        (
            "ring her tomorrow evening and ask her to come on Sunday",
            "ring her and ask her to come on Sunday",
            "Tuesday 24 November, in the evening",
        ),
        ("ring her on Thursday and visit on Friday", "ring her and visit on Friday", "Thursday 26 November"),
        ("tuesday, the library opens at 9", "the library opens at 9", "Tuesday 24 November"),
        ("ask mum to come with me tomorrow", "ask mum to come with me", "Tuesday 24 November"),
        ("ask Jo on Sunday", "ask Jo", "Sunday 29 November"),
        ("ask the library for a form tomorrow", "ask the library for a form", "Tuesday 24 November"),
    ],
)
def test_of_several_days_the_act_has_its_own_and_no_word_is_lost(said: str, without: str, day_and_time: str) -> None:
    found = read(said)
    assert found.without == without
    assert found.day_and_time == day_and_time


@pytest.mark.parametrize(
    ("said", "also"),
    [
        ("tomorrow, after work. she finishes at 5", "after work. she finishes at 5"),
        ("tomorrow, it's my day off", "it's my day off"),
        ("tomorrow, we always meet at 11", "we always meet at 11"),
    ],
)
def test_somebody_else_s_time_is_read_back_as_said(said: str, also: str) -> None:
    found = read(said)
    assert found.times == ()
    assert found.also == also


def test_two_days_for_one_act_stay_two() -> None:
    assert len(read("wednesday morning or friday").days) == 2
