"""What the trained score looks at: words, letters, word groups and rules of a message, as hashed numbers.

Training and screening share this one description. Standard library only, and the same numbers on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from bot.safety.rules import Finding

SIZE = 1 << 18  # buckets
GROUPS_FILE = Path(__file__).parent / "lexicon" / "word_groups.txt"
# Each view of a message is scaled to this length of its own, so that none drowns another.
WEIGHTS: Mapping[str, float] = {"w": 1.0, "c": 0.8, "g": 1.0, "s": 0.8, "q": 0.7, "r": 1.0}
_SKIP = 5  # words between the two of a pair
_PLAIN = frozenset("the a an to of in on at and or , is it was be for with that this so as just".split())


@lru_cache(maxsize=1)
def word_groups() -> Mapping[str, str]:
    """Word → the group of words near it in meaning, one line a group in the file."""
    lines = GROUPS_FILE.read_text(encoding="utf-8").splitlines()
    return {
        word: f"g{number}" for number, line in enumerate(lines) if not line.startswith("#") for word in line.split()
    }


def features(
    sentences: Iterable[str], kinds: tuple[str, ...] = (), found: Iterable[Finding] = ()
) -> dict[str, frozenset[int]]:
    """The buckets of a message, one set for each view: words, letters, groups, pairs, question, rules."""
    words = [sentence.split() for sentence in sentences]
    groups = word_groups()
    grouped = [[groups.get(word, word) for word in sentence] for sentence in words]
    views = {
        "w": _runs(words, 3),
        "c": _letters(words),
        "g": _runs(grouped, 4),
        "s": _pairs(grouped),
        "q": _question(grouped, words, kinds),
        "r": _rules(found),
    }
    return {view: frozenset(_bucket(view, item) for item in items) for view, items in views.items()}


def _bucket(view: str, item: str) -> int:
    return crc32(f"{view} {item}".encode()) % SIZE


def _runs(sentences: list[list[str]], longest: int) -> Iterator[str]:
    for sentence in sentences:
        marked = ["<", *sentence, ">"]
        for length in range(1, longest + 1):
            for start in range(len(marked) - length + 1):
                yield " ".join(marked[start : start + length])


def _letters(sentences: list[list[str]]) -> Iterator[str]:
    for word in {word for sentence in sentences for word in sentence}:
        marked = f"_{word}_"
        for length in (3, 4, 5):
            for start in range(max(1, len(marked) - length + 1)):
                yield marked[start : start + length]


def _pairs(sentences: list[list[str]]) -> Iterator[str]:
    """Two telling words of one sentence, a few words apart, in their order."""
    for sentence in sentences:
        telling = [word for word in sentence if word not in _PLAIN]
        for first, word in enumerate(telling):
            for other in telling[first + 1 : first + 1 + _SKIP]:
                yield f"{word}~{other}"


def _question(grouped: list[list[str]], words: list[list[str]], kinds: tuple[str, ...]) -> Iterator[str]:
    short = sum(map(len, words)) <= 6
    for kind in kinds:
        yield kind
        for sentence in (*grouped, *words):
            for word in sentence:
                yield f"{kind}={word}"
                if short:
                    yield f"{kind}=short={word}"


def _rules(found: Iterable[Finding]) -> Iterator[str]:
    for finding in found:
        yield f"says {finding.says}"
        yield f"{finding.family} {finding.says}"
        yield f"rule {finding.rule} {finding.says}"
        yield f"why {finding.why}"
        yield f"{finding.family} why {finding.why}"
