"""What the assistant says is made of everyday words (method, section 2: a reading age of about nine to eleven).

The words of the lexicon's groups are everyday ones. Every other word that a text may use stands in everyday_words.txt,
so that a rare word is a choice somebody made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.safety.features import word_groups
from bot.settings import ROOT

LONGEST = 13  # letters; "appointments" has twelve
RESPONSES = ROOT / "data" / "responses"
BESIDE = frozenset(
    word
    for line in Path(__file__).with_name("everyday_words.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
ENDINGS = ("'s", "s", "es", "ed", "d", "ing", "ly", "er", "r", "est", "n't", "'ll", "'ve", "'re", "'d", "'m", "able")
PLACE = re.compile(r"\{\w+\}|https?://\S+|\b[\w-]+\.(?:uk|org|com)\b")


def _texts() -> Iterator[tuple[str, str]]:
    for path in sorted(RESPONSES.glob("*.yml")):
        for key, wordings in yaml.safe_load(path.read_text(encoding="utf-8"))["responses"].items():
            for wording in wordings:
                yield key, str(wording["text"])
                yield from ((key, button["title"]) for button in wording.get("buttons") or ())


def words_of(text: str) -> set[str]:
    """The words of a text, without places, numbers and the names that stand with a capital inside a sentence."""
    plain = PLACE.sub(" ", text).replace("’", "'")
    named = {match.casefold() for match in re.findall(r"(?<=[a-z,] )[A-Z][A-Za-z&]+", plain)}
    return {
        word for word in re.findall(r"[a-z]+(?:'[a-z]+)?", plain.casefold()) if word.removesuffix("'s") not in named
    }


def is_everyday(word: str) -> bool:
    """Whether the word, or what it is made from, is one of the everyday ones."""
    known = word_groups()
    return any(form in known or form in BESIDE for form in _forms(word))


def _forms(word: str) -> Iterator[str]:
    yield word
    yield word.replace("'", "")
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            yield from (stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem)
            yield f"{stem[:-1]}y" if stem.endswith("i") else stem


WORDS: dict[str, set[str]] = {}
for _key, _text in _texts():
    WORDS.setdefault(_key, set()).update(words_of(_text))


@pytest.mark.parametrize("key", sorted(WORDS))
def test_a_text_is_made_of_everyday_words(key: str) -> None:
    assert sorted(word for word in WORDS[key] if not is_everyday(word)) == []


@pytest.mark.parametrize("key", sorted(WORDS))
def test_no_word_is_long(key: str) -> None:
    assert [word for word in WORDS[key] if len(word) > LONGEST] == []


def test_a_rare_word_would_be_noticed() -> None:
    assert not is_everyday("psychoeducation")
    assert not is_everyday("utilise")
    assert is_everyday("walked")
