"""The line through a person's own numbers: where its points stand, and what it says to who does not see it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some
from jinja2 import Environment, FileSystemLoader

from bot.web.mine.chart import BOTTOM, HEIGHT, LEFT, LONGEST_WORDS, MOST, RIGHT, TOP, WIDTH, Point, chart
from bot.web.pages import TEMPLATES, day, short_day

FIRST = date(2026, 3, 1)
LETTERS, DAYS = 16, 176  # px: how high words are, and where the days stand below
POINTS = some.lists(
    some.builds(Point, some.dates(FIRST, FIRST + timedelta(90)), some.integers(0, 10), some.text(max_size=60)),
    min_size=2,
    max_size=20,
)


def points(*numbers: int) -> list[Point]:
    return [Point(FIRST + timedelta(days=7 * at), number, f"week {at}") for at, number in enumerate(numbers)]


@pytest.mark.parametrize("numbers", [(), (4,)])
def test_one_answer_alone_is_no_line(numbers: tuple[int, ...]) -> None:
    assert chart(points(*numbers)) is None


def test_two_answers_go_from_edge_to_edge_and_ten_stands_highest() -> None:
    line = chart(points(0, 10))
    assert line
    assert [(dot.x, dot.y) for dot in line.dots] == [(LEFT, BOTTOM), (RIGHT, TOP)]
    assert line.path == f"M{LEFT} {BOTTOM} L{RIGHT} {TOP}"
    assert [dot.last for dot in line.dots] == [False, True]


def test_answers_that_stay_the_same_are_a_level_line() -> None:
    line = chart(points(5, 5, 5))
    assert line
    assert len({dot.y for dot in line.dots}) == 1
    assert line.dots[0].y == (TOP + BOTTOM) / 2


def test_a_gap_of_weeks_breaks_no_line_and_adds_no_answer() -> None:
    line = chart([Point(FIRST, 3, "a"), Point(FIRST + timedelta(70), 4, "b"), Point(FIRST + timedelta(71), 6, "c")])
    assert line
    assert [(dot.on, dot.number) for dot in line.dots] == [
        (FIRST, 3), (FIRST + timedelta(70), 4), (FIRST + timedelta(71), 6),
    ]  # fmt: skip


def test_of_many_answers_the_newest_are_shown() -> None:
    line = chart(points(*range(10), 10))
    assert line
    assert [dot.number for dot in line.dots] == [3, 4, 5, 6, 7, 8, 9, 10]
    assert len(line.dots) == MOST


@given(POINTS)
def test_every_point_stands_inside_from_left_to_right_and_keeps_its_number_and_words(given_points: list[Point]) -> None:
    line = chart(given_points)
    assert line
    shown = given_points[-MOST:]
    assert [(dot.on, dot.number, dot.words) for dot in line.dots] == [(one.on, one.number, one.words) for one in shown]
    assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT and 0 <= dot.words_x <= WIDTH for dot in line.dots)
    assert all(LETTERS <= dot.words_y <= DAYS - LETTERS for dot in line.dots)
    assert all(one.x < two.x for one, two in pairwise(line.dots))
    for one, two in pairwise(line.dots):
        assert (one.number < two.number) == (one.y > two.y)
    assert all(len(dot.short) <= LONGEST_WORDS for dot in line.dots)


def test_long_words_are_shortened_in_the_picture_only() -> None:
    words = "it was raining, but I went as far as the lock"
    line = chart([Point(FIRST, 1, words), Point(FIRST, 2, "")])
    assert line
    assert line.dots[0].words == words
    assert line.dots[0].short == "it was raining, but I wen…"


def test_the_first_words_stand_where_the_line_does_not_go() -> None:
    for numbers, above in (((3, 5), False), ((5, 3), True), ((5, 5), True)):
        line = chart(points(*numbers))
        assert line
        assert line.dots[0].above is above, numbers


def drawn(*numbers: int) -> str:
    templates = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    templates.filters.update(day=day, short_day=short_day)
    parts = templates.get_template("mine/parts.html").make_module()
    return str(parts.chart(chart(points(*numbers)), "line", "How near it feels"))  # type: ignore[attr-defined]


def test_the_picture_and_the_list_say_the_same_in_words() -> None:
    page = drawn(3, 5)
    for on, number, words in ((FIRST, 3, "week 0"), (FIRST + timedelta(7), 5, "week 1")):
        assert f"{day(on)}: {number}, {words}." in page
        assert f'{day(on)}: {number}, <span class="own">{words}</span>' in page
    assert 'role="img" aria-labelledby="line line-words"' in page
    assert '<figcaption id="line">How near it feels, 0 to 10, in my own numbers</figcaption>' in page


def test_where_there_is_no_line_nothing_is_drawn() -> None:
    assert "svg" not in drawn(4)
