"""The numbers that an answer on a 0-10 scale names."""

from __future__ import annotations

import re

from bot.coaching.text import NUMBER_WORDS, plain

_NOT_AT_ALL = frozenset(
    {"none", "nothing", "nil", "not at all", "none at all", "no hope", "no hope at all", "nought", "zilch", "nowt"}
)
_RANGE = re.compile(r"(?<=\d)\s*[-–]\s*(?=\d)")
_MARKUP = re.compile(r"[<>{}]")
_BELOW_NOUGHT = re.compile(r"^\s*(?:-|–|minus\s)\s*\d", re.IGNORECASE)
_NUMBER_WORD = re.compile(
    r"(?<!\bno )(?<!\bany )(?<!\bthis )(?<!\bthat )(?<!\bhave )(?<!\bwhich )(?<!\bnot )\b("
    + "|".join(NUMBER_WORDS)
    + r")\b(?! day\b| of\b)"
)
# A moment is no place on a scale: "saturday at 10", "10 am".
_MOMENT = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening))?"
    r"(?: at| about| around| by)? \d{1,2}\b"
    r"|\b(?:\d{1,2}|" + "|".join(NUMBER_WORDS) + r") ?(?:am|pm|o'?clock)\b"
)
# What counts a stretch of time is none either: "i did 2 yrs at greggs".
_STRETCH = re.compile(
    r"\b\d{1,3} ?(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?|hrs?|min(?:ute)?s?)\b(?! (?:out|old))"
)
_ANY = r"(?:\d{1,2}|" + "|".join(NUMBER_WORDS) + ")"
# Nor is what counts people or things: "my two daughters", "ive got 3 kids".
_COUNTED = re.compile(
    rf"\b{_ANY} (?:(?:young|little|small|grown(?: up)?|lovely|own) )*(?:daughters?|sons?|kids?|children|child|boys?"
    r"|girls?|lads?|sisters?|brothers?|grandkids|grandchildren|bairns?|babies|dogs?|cats?|friends?|mates?|people"
    r"|jobs?|times)\b"
)
# The number that another takes the place of, with all before it: "nine, no, eight and a half".
_TAKEN_BACK = re.compile(
    rf"^.*\b{_ANY}(?:[\s,.;:!…–-]+(?:no|nah|wait|sorry|actually|i mean(?:t)?|rather))+[\s,.;:!…–-]+"
    rf"(?:(?:make (?:it|that)|more like|say|maybe|an?|it's)\s+)*(?=(?!(?:1|one) \w){_ANY}\b)",
    re.DOTALL,
)
# What somebody else would say, and what is denied, are no answers: "eight, though Sharon would say nine", "not 1, 8".
_OF_OTHERS = re.compile(
    r"(?<![\w'’])(?:my )?(?!(?:i|id|it|that|this|you|which|what|one)\b)[a-z]+"
    r" (?:would|might|will|says?|said|reckons?|thinks?)"
    r" (?:say |it'?s |it is |have said |put )*(?:an? )?(?:\d{1,2}|[a-z]+)\b"
)
_NOT_THAT = re.compile(r"\bnot (?:an? )?\d{1,2}\b|\bno 1\b")
# What was once is no answer to what is now.
_ONCE = re.compile(
    r"\b(?:used to be|once was|was once|had been)\s+(?:an? |at |about |like |around )*(?:\d{1,2}|[a-z]+)\b"
)
_NUMBER = re.compile(r"(?<![\d.,-])(\d{1,3})(?![\d%]|[.,]\d)")


def numbers_in(text: str) -> tuple[int, ...]:
    """The different numbers 0-10 that a scale answer names, in order: "8/10", "eight", "4 maybe", "2 or 3"."""
    said = plain(text)
    if said in _NOT_AT_ALL:
        return (0,)
    if _BELOW_NOUGHT.match(text) or _MARKUP.search(text):
        return ()
    said = re.sub(r"\s*(?:/|out of)\s*(?:10|ten)\b", " ", said)
    said = _OF_OTHERS.sub(" ", _NOT_THAT.sub(" ", said))
    said = _ONCE.sub(" ", _STRETCH.sub(" ", _MOMENT.sub(" ", said)))
    said = _TAKEN_BACK.sub("", _COUNTED.sub(" ", said))
    said = _NUMBER_WORD.sub(lambda match: str(NUMBER_WORDS[match[1]]), said)
    found = [int(digits) for digits in _NUMBER.findall(_RANGE.sub(" to ", said))]
    return tuple(dict.fromkeys(number for number in found if number <= 10))
