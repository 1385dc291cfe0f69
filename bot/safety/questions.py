"""The question just asked as context: the same few words mean different things after different questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.safety.lexicon import lexicon
from bot.safety.normalise import sentences

_STEP = re.compile(r"[a-z_]+(?:\.[a-z_0-9]+)+")
CHECK_STEPS = ("hope.alive", "support.ask")


def kinds(context: str) -> Iterator[Mapping[str, object]]:
    """The rows of the question table that fit a step id or the words of a question."""
    if not context:
        return
    is_step = bool(_STEP.fullmatch(context.strip()))
    words = "" if is_step else " ".join(sentences(context[:500]))
    for row in lexicon().questions:
        pattern = row["steps"] if is_step else row["asks"]
        target = context.strip() if is_step else words
        if isinstance(pattern, re.Pattern) and pattern.search(target):
            yield row


def answer(plain: str, context: str) -> tuple[str, str]:
    """What a short answer asks for after this question ("card", "ask" or "none"), and the kind of the question."""
    short = plain.strip(" ,")
    if not short or len(short) > 160:
        return "none", ""
    best = ("none", "")
    for row in kinds(context):
        kind = str(row["kind"])
        if _fits(row.get("card"), short):
            return "card", kind
        if _fits(row.get("ask"), short):
            best = ("ask", kind)
    return best


def _fits(pattern: object, short: str) -> bool:
    return isinstance(pattern, re.Pattern) and pattern.fullmatch(short) is not None
