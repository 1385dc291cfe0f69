"""The goal that the message which begins a dialogue names itself: "I want to sleep in my own bed again".

It is offered and never taken as an answer: what is wanted of the chat ("I want to set a goal") is no goal.
"""

from __future__ import annotations

import re

from bot.coaching.gate import AnswerClass, Asked, classify
from bot.coaching.reflect import without_hedges
from bot.coaching.text import plain

FEWEST_WORDS, MOST_WORDS = 2, 20
_I_WANT = r"i(?:['’]?d| would| do)?\s+(?:really |just |only |so |still )*(?:want|like|love|wish for)(?: most)?"
_WANTED = re.compile(
    r"(?:^|[.!?,;:]\s*|\b(?:and|but|so|cos|because|well|really|goal is|that|hi|hello|hey|ok|yes|yeah|um|right)\s+)"
    r"(?:i(?:['’]?d| would| do)?\s+(?:really |just |only |so |still )*(?:want to|wanna|like to|love to|wish to|hope to)"
    rf"|what {_I_WANT}(?:,[^,.!?]{{1,60}},)? (?:is|would be) to)\s+"
    r"(?P<wish>(?:(?!,\s*(?:i|you|but|because|cos|so|he|she|my)\b)[^.!?;\n])+)",
    re.IGNORECASE,
)
_OF_THE_CHAT = re.compile(
    r"\b(?:goals?|targets?|aims?|strengths?|hope|plans?|check ?ins?|chat|talk|this|that|it|app|menu|you|something"
    r"|anything|step|good at)\b"
)
_KINDS = frozenset({AnswerClass.GOOD, AnswerClass.AWAY_FROM, AnswerClass.SEVERAL, AnswerClass.TOO_BROAD})


def goal_named(message: str) -> str:
    """The goal in their words, "sleep in my own bed again"; empty where there is none, or it is not certain."""
    found = _WANTED.search(message)
    if found is None:
        return ""
    wish = without_hedges(found["wish"].strip(" ,;"))
    count = len(plain(wish).split())
    if not FEWEST_WORDS <= count <= MOST_WORDS or _OF_THE_CHAT.search(plain(wish)):
        return ""
    return wish if classify(wish, Asked.GOAL) in _KINDS else ""
