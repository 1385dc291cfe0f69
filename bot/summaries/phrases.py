"""What an ask is about, in its own words: noun phrases without their small words, found by grammar. Pure.

They count what people ask of the team; they are never shown beside a person and say nothing about one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

MOST = 4
_SMALL = frozenset({"DET", "PRON", "ADP", "PUNCT", "NUM", "CCONJ", "PART", "SPACE", "PROPN"})  # no name is counted


def key_phrases(text: str, parse: Callable[[str], Doc]) -> tuple[str, ...]:
    """The first few noun phrases of a text, in small letters, each once."""
    found = (_phrase(chunk) for chunk in parse(text).noun_chunks)
    return tuple(dict.fromkeys(phrase for phrase in found if phrase))[:MOST]


def _phrase(chunk: Span) -> str:
    return " ".join(token.lemma_.lower() for token in chunk if token.pos_ not in _SMALL and not token.is_stop)
