"""A person's own 0-10 answers over time as a line with their words: points for an inline picture. Pure.

It is their line: no other line, mean, target or trend is drawn, and nothing is said about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT = 640, 184
LEFT, RIGHT, TOP, BOTTOM = 60, 580, 16, 150
MOST = 8  # the newest ones; more do not fit with their words
ROOM = 20  # that words need between a point and the edge
LONGEST_WORDS = 26  # characters beside a point; all of them stand in the list


@dataclass(frozen=True)
class Point:
    """One answer."""

    on: date
    number: int
    words: str


@dataclass(frozen=True)
class Dot:
    """A point in the picture. `above` says on which side its words stand."""

    x: int
    y: int
    number: int
    on: date
    words: str
    above: bool
    last: bool

    @property
    def short(self) -> str:
        return self.words if len(self.words) <= LONGEST_WORDS else f"{self.words[: LONGEST_WORDS - 1].rstrip()}…"

    @property
    def anchor(self) -> str:
        """Where the words begin, so that they stay inside the picture."""
        return "start" if self.x == LEFT else "end" if self.last else "middle"

    @property
    def words_x(self) -> int:
        """Where the words are anchored."""
        return {"start": self.x - 20, "end": self.x + 20}.get(self.anchor, self.x)

    @property
    def words_y(self) -> int:
        return self.y - 14 if self.above else self.y + 26


@dataclass(frozen=True)
class Chart:
    """A line through the answers, oldest first."""

    dots: tuple[Dot, ...]

    @property
    def path(self) -> str:
        return "M" + " L".join(f"{dot.x} {dot.y}" for dot in self.dots)


def chart(points: Sequence[Point]) -> Chart | None:
    """The picture of at least two answers; one alone is only said."""
    shown = list(points)[-MOST:]
    if len(shown) < 2:
        return None
    gap = (RIGHT - LEFT) / (len(shown) - 1)
    heights = [round(BOTTOM - (BOTTOM - TOP) * point.number / 10) for point in shown]
    return Chart(
        tuple(
            Dot(round(LEFT + gap * at), heights[at], point.number, point.on, point.words, _above(at, heights),
                last=at == len(shown) - 1)
            for at, point in enumerate(shown)
        )
    )  # fmt: skip


def _above(at: int, heights: Sequence[int]) -> bool:
    """Whether the words stand above their point: away from the line, inside the picture, and not on the day below."""
    if heights[at] <= TOP + ROOM:
        return False
    return heights[at] > BOTTOM - ROOM or heights[at] <= heights[at - 1 if at else 1]
