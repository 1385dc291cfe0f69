"""The lexicon as values: spelling towards the crisis vocabulary, and the rules with their word groups filled in.

It reads lexicon.yml and the files beside it once, and must hold no words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.safety.needed import needed

FOLDER = Path(__file__).parent / "lexicon"
RESPONSES = ("card", "ask", "none")


class LexiconError(ValueError):
    """The lexicon is broken; the message names the rule."""


@dataclass(frozen=True)
class Spelling:
    """How typed words become known ones. Hashable by identity, so that a cache may key on it."""

    crisis: frozenset[str]
    known: frozenset[str]
    starred: tuple[str, ...]
    fixes: Mapping[str, str]
    near: Mapping[str, str]
    phrases: tuple[tuple[str, str], ...]
    emoji: Mapping[str, str]

    __hash__ = object.__hash__

    def nearest(self, word: str) -> str:
        """The crisis word one slip away from an unknown word, else the word itself."""
        if len(word) < 4 or len(word) > 14 or word in self.known:
            return word
        found = {self.near[key] for key in (word, *_deletions(word)) if key in self.near}
        close = [right for right in found if right[0] == word[0] and _one_slip(word, right)]
        return min(close, key=lambda right: (abs(len(right) - len(word)), right)) if close else word


@dataclass(frozen=True)
class Rule:
    """One way a cue is worded. `holds` names the suppressors it is immune to; "all" means every one."""

    id: str
    family: str
    says: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    holds: frozenset[str]
    needs: frozenset[str] | None


@dataclass(frozen=True)
class Lexicon:
    """All rules, the suppressors by name, and the words of which one must occur before any rule is tried."""

    version: str
    rules: tuple[Rule, ...]
    suppressors: Mapping[str, re.Pattern[str]]
    questions: tuple[Mapping[str, object], ...] = field(default=())


@lru_cache(maxsize=1)
def spelling() -> Spelling:
    raw = _read("spelling.yml")
    crisis = frozenset(raw["crisis"].split())
    known = crisis | frozenset(raw["real"].split()) | frozenset(raw["plain"].split())
    near: dict[str, str] = {}
    for word in sorted(crisis):
        if len(word) >= 5:
            near[word] = word
            near.update(dict.fromkeys(_deletions(word), word))
    fixes = {wrong: right for right, wrongs in raw["fixes"].items() for wrong in str(wrongs).split()}
    phrases = tuple((wrong, right) for right, wrongs in raw["phrases"].items() for wrong in wrongs)
    emoji = {char: f" {name} " for name, chars in raw["emoji"].items() for char in chars}
    return Spelling(crisis, known, tuple(sorted(crisis, key=lambda w: (len(w), w))), fixes, near, phrases, emoji)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Raises LexiconError, naming the rule, when a file is broken."""
    frame = _read("lexicon.yml")
    groups = {name: f"(?:{'|'.join(str(words).split(' | '))})" for name, words in frame["words"].items()}
    rules = [
        _rule(path.stem, raw, groups)
        for path in sorted((FOLDER / "rules").glob("*.yml"))
        for raw in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    if len({rule.id for rule in rules}) != len(rules):
        raise LexiconError("Two rules share one id.")
    suppressors = {name: re.compile(_fill(pattern, groups)) for name, pattern in frame["suppressors"].items()}
    questions = tuple(_question(row, groups) for row in frame["questions"])
    return Lexicon(str(frame["version"]), tuple(rules), suppressors, questions)


def _question(row: Mapping[str, str], groups: Mapping[str, str]) -> Mapping[str, object]:
    patterns = ("asks", "steps", "card", "ask")
    return {name: re.compile(_fill(text, groups)) if name in patterns else text for name, text in row.items()}


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return content


def _rule(family: str, raw: Mapping[str, str], groups: Mapping[str, str]) -> Rule:
    try:
        if raw.get("says", "card") not in RESPONSES:
            raise LexiconError(f"Rule {raw['id']} says neither card nor ask.")
        unless = re.compile(_fill(raw["unless"], groups)) if "unless" in raw else None
        return Rule(
            id=raw["id"],
            family=raw.get("family", family),
            says=raw.get("says", "card"),
            pattern=re.compile(_fill(raw["match"], groups)),
            unless=unless,
            holds=frozenset(str(raw.get("holds", "")).split()),
            needs=needed(_fill(raw["match"], groups)),
        )
    except (KeyError, re.error) as error:
        raise LexiconError(f"Rule {raw.get('id')} in {family} is broken: {error}") from error


def _fill(pattern: str, groups: Mapping[str, str]) -> str:
    """A rule's pattern with <group> filled in, spaces around alternatives dropped."""
    for _ in range(4):
        pattern = re.sub(r"<(\w+)>", lambda match: groups[match.group(1)], pattern)
    return pattern


def _deletions(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


def _one_slip(word: str, right: str) -> bool:
    """Whether one letter was dropped, added, changed, or two neighbours swapped."""
    if len(word) == len(right):
        wrong = [i for i in range(len(word)) if word[i] != right[i]]
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
            return word[wrong[0]] + word[wrong[1]] == right[wrong[1]] + right[wrong[0]]
        return len(wrong) <= 1
    longer, shorter = (word, right) if len(word) > len(right) else (right, word)
    return len(longer) - len(shorter) == 1 and shorter in _deletions(longer)
