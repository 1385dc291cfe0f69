"""The meaning half of the second vote: which pieces of a message the sentence encoder reads, and what it says of them.

Whatever is missing or goes wrong here, the words' half goes on alone. It must never bring silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Optional

from bot.encoder import wordpieces
from bot.safety.units import to_read
from bot.safety.votes import Heard, Pair
from bot.settings import ROOT

if TYPE_CHECKING:
    from bot.encoder.encoder import Encoder, Text

FILE = ROOT / "models" / "cues.encoder"
RECENT = 64  # messages: more than a process is in the middle of answering


def read(heard: Sequence[Heard], pieces: Sequence[tuple[str, ...]], question: str, version: str) -> list[Heard]:
    """What was heard, with the meaning of as many pieces as the time allows. `pieces` may be longer than `heard`."""
    made = reader(version)
    if made is None:
        return list(heard)
    try:
        texts = [wordpieces.numbers(piece, question) for piece in pieces[: len(heard)]]
        return with_meaning(heard, texts, made)
    except Exception:  # the words have voted; nothing that breaks here may take that away
        return list(heard)


def with_meaning(heard: Sequence[Heard], texts: Sequence[Text], made: Encoder) -> list[Heard]:
    """The same, from the numbers of the pieces' word pieces."""
    chosen = to_read([len(numbers) for numbers, _ in texts], [one.words[1] for one in heard])
    votes = dict(zip(chosen, _votes(made, tuple(texts[index] for index in chosen)), strict=True))
    return [replace(one, meaning=votes.get(index)) for index, one in enumerate(heard)]


@lru_cache(maxsize=RECENT)
def _votes(made: Encoder, texts: tuple[Text, ...]) -> tuple[Pair, ...]:
    """The encoder's votes. Guard, detector and policy each ask of every message: it is summed once."""
    return tuple((card, anything) for card, anything in made.votes(texts))


@lru_cache(maxsize=2)
def reader(version: str) -> Optional[Encoder]:
    """The encoder that was trained beside these weights, or None: missing, broken, or of another training."""
    try:
        from bot.encoder import encoder

        made = encoder.read(FILE)
        encoder.on_one_core()
    except Exception:  # missing, damaged, of another version; numpy itself may be broken
        return None
    return made if made.version == version else None
