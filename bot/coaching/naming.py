"""A line pointed at by its name, at any question: "I want the goal to be my sister", "change the step to ring Jo".

It must never take an answer for one: the name stands with "the" or "my", and the words say what it should be.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.coaching.answers import Answers
from bot.coaching.guide import Guide, Line

_BEFORE = (
    r"(?:oh|no+|nah|ok|okay|well|actually|wait|hang on|hold on|sorry|please|and|but|so|can we|can you|can i|could we"
    r"|could you|could i|let's|lets|i think|on second thoughts|i(?:'ve| have)? changed my mind)"
)
_SIZE = re.compile(
    r"(?:a (?:bit|little) |much |something |way )?"
    r"(?:smaller|bigger|easier|harder|shorter|longer|simpler|different|other|else|changed|another(?: one)?|new)"
)


def line_named(guide: Guide, answers: Answers, text: str) -> tuple[int, Line, str] | None:
    """The standing line that a message names, its number, and what it is to be; None where it names none.

    The words are empty where only its size was spoken of ("make the step smaller"): then it is asked for again.
    """
    for number, (line, _) in enumerate(guide.standing_lines(answers), start=1):
        found = _pattern(line.named).match(text.strip().rstrip("?! ")) if line.named else None
        if found:
            words = found["words"].strip()
            return number, line, "" if _SIZE.fullmatch(words.lower()) else words
    return None


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    name = rf"(?:the|my|that|this)\s+(?:(?:real|main|whole)\s+)?(?:{'|'.join(names)})"
    return re.compile(
        rf"(?:{_BEFORE}[\s,.:;-]+)*(?:"
        rf"(?:change|chnage|chang|switch|swap)\s+{name}(?:\s*[:=,]\s*|\s+(?:to|into|so it(?:'s| is))\s+)"
        rf"|make\s+{name}\s+(?:(?:to|be|into)\s+)*"
        rf"|i(?:'d| would)?\s+(?:want|like|rather|prefer)\s+{name}\s+(?:to be|was|were|be|is|said)\s+"
        rf"|{name}\s+(?:should|shud|shld|(?:needs|has|ought|is meant|was meant|is supposed) to)\s+(?:be|say)\s+"
        rf"|(?:can|could)\s+{name}\s+be\s+|{name}\s+is\s+(?:really|actually|now)\s+"
        rf")(?:(?:about|that)\s+)?(?P<words>\S.*)",
        re.IGNORECASE | re.DOTALL,
    )
