"""How numbers of the service may be shown: the one place where small ones are hidden. Pure.

Every number is rounded to the nearest five, one under five is hidden, and where a sum is shown enough is hidden with it
that nothing hidden follows from the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

FEWEST = 5  # a smaller number might tell of one person; the others are rounded to it
WIDEST = 400
NOT_SHOWN = "not shown"


@dataclass(frozen=True)
class Bar:
    """One row of a figure; `count` is None where it is hidden."""

    name: str
    count: int | None
    width: int


def bars_of(counts: Mapping[str, int], names: Mapping[str, str]) -> tuple[Bar, ...]:
    """Rows in the order of `names`, or as counted where there are none; what is too small is hidden."""
    return _bars(counts, names, {name for name, count in counts.items() if count < FEWEST})


def parts_of(counts: Mapping[str, int], names: Mapping[str, str]) -> tuple[Bar, ...]:
    """The same for counts whose sum is shown too. Where a row is hidden, one that is empty looks the same."""
    hidden = _hidden_parts(counts)
    empty = {name for name in names if not counts.get(name)} if hidden else set()
    return _bars(counts, names, hidden | empty)


def sum_of(counts: Mapping[str, int]) -> str:
    """The sum of such parts as it may be shown: of the rounded rows and, rounded together, of the hidden ones.

    Rounding the true sum would tell now and then how far the rows were rounded, and so what is hidden.
    """
    hidden = _hidden_parts(counts)
    if sum(counts.values()) < FEWEST:
        return shown(sum(counts.values()))
    seen = sum(rounded(count) for name, count in counts.items() if name not in hidden)
    return str(seen + rounded(sum(counts[name] for name in hidden)))


def shown(count: int) -> str:
    """A number as it may be shown."""
    return str(rounded(count)) if count >= FEWEST or not count else NOT_SHOWN


def is_drawn(bars: Sequence[Bar]) -> bool:
    """Is more of it shown than hidden? Else a drawing of the few bars that stand would mislead."""
    hidden = sum(bar.count is None for bar in bars)
    return len(bars) - hidden > hidden


def share_of(part: int | None, other: int | None) -> int | None:
    """How many of a hundred the first of two shown numbers is, to the nearest five; None where one is hidden."""
    return None if part is None or other is None or not part + other else rounded(round(100 * part / (part + other)))


def rounded(count: int) -> int:
    """The nearest multiple of five."""
    return (count + FEWEST // 2) // FEWEST * FEWEST


def _hidden_parts(counts: Mapping[str, int]) -> set[str]:
    """The small ones, and the smallest of the others until it is two rows at least, and enough together."""
    rising = sorted((count, name) for name, count in counts.items() if count)
    hidden = {name for count, name in rising if count < FEWEST}
    for _, name in rising:
        if not hidden or (len(hidden) > 1 and sum(counts[one] for one in hidden) >= FEWEST):
            break
        hidden.add(name)
    return hidden


def _bars(counts: Mapping[str, int], names: Mapping[str, str], hidden: Collection[str]) -> tuple[Bar, ...]:
    ordered = [name for name in names or counts if counts.get(name) or name in hidden]
    seen = {name: rounded(counts[name]) for name in ordered if name not in hidden}
    most = max(seen.values(), default=1)
    return tuple(
        Bar(names.get(name, name), seen[name], WIDEST * seen[name] // most)
        if name in seen
        else Bar(names.get(name, name), None, 0)
        for name in ordered
    )
