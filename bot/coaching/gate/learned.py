"""The trained vote of the answer gate: how strongly an answer speaks for each class, by a sentence encoder of its own.

Trained on written answers (lines/) by `make train`. It must never be the only vote: without its file there is none, and
the rules decide alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from bot.coaching.gate.classes import AnswerClass, Asked

if TYPE_CHECKING:
    from bot.encoder.encoder import Encoder, Text

FILE = Path(__file__).resolve().parents[3] / "models" / "answers.encoder"
RECENT = 8192  # answers; one is looked at for several reasons, and again when its draft is taken up
CLASSES = tuple(AnswerClass)  # the order of the encoder's heads
# What the encoder reads before the answer: a short form of the question, one for each kind.
_IN_SHORT: Mapping[Asked, str] = {
    Asked.GOAL: "what do you want",
    Asked.REASON: "why does it matter",
    Asked.STEP: "what will you do first",
    Asked.WHEN: "when",
    Asked.OBSTACLE: "what might get in the way",
    Asked.STORY: "what happened",
    Asked.NAME: "what does that say about you",
    Asked.PEOPLE: "who or what helps",
    Asked.NOTE: "a line to keep",
}


def numbers(said: str, asked: Asked) -> Text:
    """An answer (plain, read in full) after its question, as the encoder reads it."""
    from bot.encoder import wordpieces

    return wordpieces.numbers((said,), _IN_SHORT[asked])


@lru_cache(maxsize=RECENT)
def votes(said: str, asked: Asked) -> Optional[Mapping[AnswerClass, float]]:
    """How strongly an answer (plain, read in full) speaks for each class; 0 is even. None where nothing was trained."""
    made = reader()
    if made is None:
        return None
    try:
        return dict(zip(CLASSES, made.votes([numbers(said, asked)])[0], strict=True))
    except (ArithmeticError, ValueError):  # a broken number: the rules go on alone
        return None


@lru_cache(maxsize=1)
def reader() -> Optional[Encoder]:
    """The trained encoder, or None where nothing was trained yet or the file is broken."""
    try:
        from bot.encoder import encoder

        made = encoder.read(FILE)
        encoder.on_one_core()
    except (ImportError, OSError, ValueError, KeyError, TypeError):
        return None
    return made if len(made.offsets) == len(CLASSES) else None


def warm() -> None:
    """Read the file now, so that the first answer does not wait for it."""
    votes("my sister and my dog", Asked.PEOPLE)
