"""The question just asked as context: the same few words mean different things after different questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.safety.lexicon import lexicon
from bot.safety.normalise import sentences

_STEP = re.compile(r"[a-z_]+(?:\.[a-z_0-9]+)+")
_NO = re.compile(
    r"(?:no|nope|nah|naw|na|not at all|not now|not really|never|no thanks|no thank you|i dont|i am not|im not|not me"
    r"|no im (?:ok|okay|fine|good|alright)|im (?:ok|okay|fine|good|alright)|none|(?:id )?rather not say|stop this chat)"
    r"(?: ,? ?(?:thanks|thank you|honestly|really|i dont|im not|im (?:ok|okay|fine|safe|good)|its fine|no))*"
)


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


def in_short(context: str) -> str:
    """The question as the sentence encoder reads it before the answer: short, and one form for each kind."""
    if not context:
        return ""
    return next((str(row["heard_as"]) for row in kinds(context)), "a question?")


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


def denies(plain: str, context: str) -> bool:
    """Whether this is a plain no to one of the two direct questions, which must bring nothing."""
    return bool(_NO.fullmatch(plain.strip(" ,"))) and are_direct(context)


def are_direct(context: str) -> bool:
    """Whether it is one of the two questions that ask about not being alive."""
    return any(row.get("none") for row in kinds(context))


def _fits(pattern: object, short: str) -> bool:
    return isinstance(pattern, re.Pattern) and pattern.fullmatch(short) is not None
