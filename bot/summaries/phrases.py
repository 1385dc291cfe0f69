"""What a message asks of the team, in its own words: noun phrases without their small words, found by grammar. Pure.

They are made of the sentences that are shared, never of what else the message said. They count what people ask of the
team, are never shown beside a person and say nothing about one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.summaries.parts import Sentence
from bot.summaries.sources import Said

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

MOST = 4
_SMALL = frozenset({"DET", "PRON", "ADP", "PUNCT", "NUM", "CCONJ", "PART", "SPACE", "PROPN"})  # no name is counted


@dataclass(frozen=True)
class Asked:
    """What one message asked, and when. `line_id` is 0 for what was asked on a page and in no message."""

    line_id: int
    at: datetime
    about: tuple[str, ...]


def asked_in(asks: Iterable[Sentence], sources: Mapping[str, Said], parse: Callable[[str], Doc]) -> tuple[Asked, ...]:
    """The key phrases of each message that asks something, in the order of the asks."""
    found: dict[tuple[int, datetime], list[str]] = {}
    for ask in asks:
        said = sources.get(ask.key)
        message = (said.sources[0].line_id, said.sources[0].at) if said else (0, ask.at)
        found.setdefault(message, []).extend(key_phrases(ask.words, parse))
    return tuple(Asked(*message, tuple(dict.fromkeys(about))) for message, about in found.items())


def key_phrases(text: str, parse: Callable[[str], Doc]) -> tuple[str, ...]:
    """The first few noun phrases of a text, in small letters, each once."""
    found = (_phrase(chunk) for chunk in parse(text).noun_chunks)
    return tuple(dict.fromkeys(phrase for phrase in found if phrase))[:MOST]


def _phrase(chunk: Span) -> str:
    return " ".join(token.lemma_.lower() for token in chunk if token.pos_ not in _SMALL and not token.is_stop)
