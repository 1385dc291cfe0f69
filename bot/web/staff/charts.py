"""Where the marks of a drawing stand. Pure. Every drawing has its numbers in a table beside it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.summaries.page import CheckInPart

FEWEST = 5  # a smaller number might tell of one person
WIDTH, LEFT, TOP, HEIGHT = 640, 30, 10, 140
MOST_POINTS = 8


@dataclass(frozen=True)
class Point:
    """One number of the person's on their own line, with their words."""

    x: int
    y: int
    number: int
    words: str
    at: datetime


@dataclass(frozen=True)
class Bar:
    """One row of a figure; `count` is None where it is too small, or would tell what is too small."""

    name: str
    count: int | None
    width: int


def line_of(checks: Sequence[CheckInPart]) -> tuple[Point, ...]:
    """The last few numbers, from left to right."""
    shown = [check for check in checks if check.progress is not None][-MOST_POINTS:]
    apart = (WIDTH - LEFT) // max(1, len(shown))
    return tuple(
        Point(
            LEFT + apart // 2 + apart * place,
            TOP + HEIGHT - (check.progress or 0) * HEIGHT // 10,
            check.progress or 0,
            check.words.words if check.words else "",
            check.at,
        )
        for place, check in enumerate(shown)
    )


def path_of(points: Sequence[Point]) -> str:
    """The line through them."""
    return " ".join(f"{'L' if place else 'M'}{point.x} {point.y}" for place, point in enumerate(points))


def bars_of(counts: Mapping[str, int], names: Mapping[str, str]) -> tuple[Bar, ...]:
    """Rows in the order of `names` where there are any, else as counted; what is too small is hidden."""
    return _bars(counts, names, {name for name, count in counts.items() if count < FEWEST})


def parts_of(counts: Mapping[str, int], names: Mapping[str, str]) -> tuple[Bar, ...]:
    """The same for counts whose sum is shown too: nothing that is hidden can be had by subtraction.

    The smallest of the others are hidden with it until what is hidden is of two rows at least, and enough together.
    """
    rising = sorted((count, name) for name, count in counts.items() if count)
    hidden = {name for count, name in rising if count < FEWEST}
    for _, name in rising:
        if not hidden or (len(hidden) > 1 and sum(counts[one] for one in hidden) >= FEWEST):
            break
        hidden.add(name)
    return _bars(counts, names, hidden)


def _bars(counts: Mapping[str, int], names: Mapping[str, str], hidden: Collection[str]) -> tuple[Bar, ...]:
    ordered = [name for name in names if counts.get(name)] or [name for name in counts if counts[name]]
    most = max([counts[name] for name in ordered if name not in hidden], default=1)
    return tuple(
        Bar(names.get(name, name), None, 0)
        if name in hidden
        else Bar(names.get(name, name), counts[name], max(2, 400 * counts[name] // most))
        for name in ordered
    )


def shown(count: int) -> str:
    """A number as it may be shown."""
    return str(count) if count >= FEWEST or not count else f"under {FEWEST}"
