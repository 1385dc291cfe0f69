"""How much one visitor may ask of this process: so many at once, so many in a time. In memory and bounded.

A limit never decides alone whether help is shown: who is over it is screened all the same.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

PEOPLE = 10_000  # remembered at a time


@dataclass(frozen=True)
class Rate:
    """So many at once, and one more every so many seconds."""

    burst: int
    seconds: float


@dataclass
class _Bucket:
    left: float
    at: float  # monotonic seconds


class Bounded:
    """Counts what each name does within a rate."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def allows(self, name: str) -> bool:
        """Whether this name may do it once more now; if so, it counts as done."""
        bucket = self._bucket(name)
        if bucket.left < 1:
            return False
        bucket.left -= 1
        return True

    def is_open(self, name: str) -> bool:
        """Whether this name may do it once more now, without counting it."""
        return self._bucket(name).left >= 1

    def _bucket(self, name: str) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.setdefault(name, _Bucket(self._rate.burst, now))
        bucket.left = min(self._rate.burst, bucket.left + (now - bucket.at) / self._rate.seconds)
        bucket.at = now
        self._buckets.move_to_end(name)
        while len(self._buckets) > PEOPLE:
            self._buckets.popitem(last=False)
        return bucket


class InFlight:
    """How many of each name are on their way."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._count: dict[str, int] = {}

    @contextmanager
    def one(self, name: str) -> Iterator[bool]:
        """True while one more is within the limit; it counts until the block ends."""
        count = self._count.get(name, 0)
        if count >= self._most:
            yield False
            return
        self._count[name] = count + 1
        try:
            yield True
        finally:
            self._count[name] -= 1
            if not self._count[name]:
                del self._count[name]
