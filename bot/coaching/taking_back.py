"""Taking back the answer just given: "actually no, a dog", "make that 9", at the question that came after it.

Only words that say so take anything back, and only where they could not as well answer the question that stands.
"""

from __future__ import annotations

import re

from bot.coaching.answers import UNSURE
from bot.coaching.asides import ASIDES, ruled
from bot.coaching.choosing import offered_at, read_choice
from bot.coaching.controls import read_control
from bot.coaching.draft import Draft
from bot.coaching.gate import AnswerClass, numbers_in
from bot.coaching.guide import Guide, Kind, Step
from bot.coaching.reading import is_only_a_number

_CLEARLY = (
    r"scrap that|forget that|on second thoughts?|no,? (?:wait|actually)|(?:wait|actually),? no"
    r"|(?:i've |ive |i have )?changed my mind"
)
_BEFORE = r"^(?:oh|hmm+|um+|er+m*)?[\s,.]*"
_SAYS_SO = re.compile(rf"{_BEFORE}(?:{_CLEARLY})[\s,.:;-]+(?P<words>\S.*)$", re.DOTALL | re.IGNORECASE)
_MAY_SAY_SO = re.compile(
    rf"{_BEFORE}(?:{_CLEARLY}|actually|wait|hang on)[\s,.:;-]+(?:no[\s,.]+)?(?P<words>\S.*)$",
    re.DOTALL | re.IGNORECASE,
)
_GO_BACK = re.compile(
    rf"{_BEFORE}(?:(?:actually|wait|sorry|no|please|can we|can you)[\s,.]+)*go back[\s,.;:!–-]+"
    r"(?:not\s+[^,.;]+[,.;]\s*)?"
    r"(?:it['’]?s|it is|it was|it should (?:be|say)|i mean|i meant|i should have (?:said|put)|make (?:it|that)|put"
    r"|i['’]?d rather|i would rather|i want to|i['’]?ll)\s+"
    r"(?P<words>\S.*)$",
    re.DOTALL | re.IGNORECASE,
)
_MAKE_THAT = re.compile(r"^(?:sorry|make (?:that|it)|i mean|i meant|more like|call it)[\s,.]+", re.IGNORECASE)
_NOTHING = frozenset({AnswerClass.DONT_KNOW, AnswerClass.SELF_CRITICAL})


def taken_back(guide: Guide, draft: Draft, text: str) -> tuple[Draft, str] | None:
    """The draft at the question whose answer is taken back, with the words in its place; None where none is."""
    if draft.return_to or not draft.path:
        return None
    now, before = guide.step(draft.step).kind, guide.step(draft.last_answered)
    if now is Kind.READ_BACK or (now is Kind.OPEN and (draft.tries or not draft.said_at)):
        return None
    earlier = draft.back_at(before.id)
    asked_back = _said_instead(_GO_BACK, text)
    if asked_back and _may_answer(before, earlier, asked_back):
        return earlier, asked_back
    if before.kind is Kind.OPEN:
        words = _said_instead(_SAYS_SO if now is Kind.OPEN else _MAY_SAY_SO, text)
        return (earlier, words) if draft.answers.get(before.id, UNSURE).text and _is_answer(words) else None
    words = _said_instead(_MAY_SAY_SO, text)
    if now is not Kind.OPEN and (before.kind is not Kind.CHOICE or _may_answer(guide.step(draft.step), draft, words)):
        return None
    if before.kind is Kind.SCALE:
        number = _MAKE_THAT.sub("", words or text.strip())
        says_so = number != text.strip() and is_only_a_number(number) and len(numbers_in(number)) == 1
        return (earlier, number) if says_so else None
    return (earlier, words) if words and _is_offered(before, earlier, words) else None


def _is_offered(step: Step, draft: Draft, words: str) -> bool:
    return read_choice(step, offered_at(step, draft), words) is not None


def _may_answer(step: Step, draft: Draft, words: str) -> bool:
    if step.kind is Kind.SCALE:
        return len(numbers_in(words)) == 1
    return step.kind is Kind.OPEN or bool(step.other_words_answer) or _is_offered(step, draft, words)


def _said_instead(lead: re.Pattern[str], text: str) -> str:
    found = lead.match(text.strip())
    return found["words"].strip() if found else ""


def _is_answer(words: str) -> bool:
    """Are these words that somebody puts in place of others, and no number, question, control or nothing at all?"""
    return (
        len(words.split()) > 1
        and not any(letter.isdigit() for letter in words)
        and not numbers_in(words)
        and ruled(words, None) not in ASIDES | _NOTHING
        and not read_control(words)
    )
