"""Reading what a message is at a question beside its answer: a control there, a number alone, the same as before."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.coaching.controls import Control, Request, control_for_a_reason, read_control
from bot.coaching.gate import Asked
from bot.coaching.guide import Kind, Step
from bot.coaching.nearly import nearly_control
from bot.coaching.text import NUMBER_WORDS, plain, unadorned

_OF_OTHERS = re.compile(
    r"(?:please )?(?:don'?t|do not|never|not to)(?! (?:want|wish|know|feel|fancy|like|think|answer|going)\b)"
    r"(?! ask(?: me)?(?: that| this)?$) \w.*"
    r"|(?:please )?(?:just )?(?:ring|call|phone|text|message|talk|speak|come|visit|ask|sit|listen|check|remind|stay)\b"
    r"(?!.*\b(?:human|person|real|someone|somebody|staff|worker)\b).*",
    re.DOTALL,
)


# Whole messages that steer elsewhere, and that a question of this kind may well be answered with.
_ANSWERS_TO: Mapping[Asked, frozenset[str]] = {
    Asked.GOAL: frozenset({"more time", "slow down", "move on"}),
    Asked.NAME: frozenset({"keep going", "carry on", "continue"}),
    Asked.NOTE: frozenset({"keep going", "carry on", "continue", "slow down"}),
    Asked.STEP: frozenset({"keep going", "slow down"}),
}

# Of a step no answer, while "when?" and "what gets in the way?" may be answered so.
_GOOD_NIGHT = frozenset({"night", "nite", "night then", "nite nite", "night night", "nighty night", "night x"})
_FELT = frozenset({Asked.REASON, Asked.OBSTACLE, Asked.STORY})  # "tired" may be the answer
_KEPT_AS_SAID = frozenset({Asked.NAME, Asked.NOTE})  # "stop, it's not that bad" may be the line to keep


_ASKS_WHY = re.compile(
    r"(?:(?:but|and|ok|so|yeah|hang on|wait)[\s,]+)*"
    r"(?:why(?! not\b)|how come|what for|what (?:do|would|does) (?:you|it|this) (?:need|want|keep|use)\b.* for$)\b"
)


_ASKS_OF_A_NO = re.compile(
    r"(?:(?:and|but|so|ok|well)[\s,]+)*(?:what(?:'s| is)?(?: happens| then)?[\s,]+)?(?:if|when) (?:not|no"
    r"|i (?:say no|(?:don'?t|do not|won'?t)(?: (?:want(?: to| that)?|agree|say yes|like (?:it|that)))?))"
    r"(?: then)?\s*\??"
)
_ASKS_WHY_KNOW = re.compile(
    r"(?:(?:but|and|ok|so|hang on|wait|sorry)[\s,]+)*why (?:do |would |are )?(?:you|u) (?:need|want|ask|asking|wanting)"
    r"(?: me)?(?: to (?:know|ask|hear))?(?: (?:me )?(?:that|this|when|what|where|who|it|for|about|all|the time"
    r"|the day)\b.*)?\s*\??"
)


def _asks_why(step: Step, said: str) -> bool:
    """Is it asked what the question is for: of consent in any words, of others in those that can be nothing else?"""
    of_consent = step.needed and (_ASKS_WHY.match(said) or _ASKS_OF_A_NO.fullmatch(said))
    return bool(of_consent or _ASKS_WHY_KNOW.fullmatch(said))


def request_at(step: Step, text: str) -> Request | None:
    """The control that a whole message is at this question; None where it is none, or may well be an answer here."""
    if step.kind is Kind.OPEN and step.asked and plain(text) in _ANSWERS_TO.get(step.asked, ()):
        return None
    if step.asked is Asked.STEP and unadorned(text) in _GOOD_NIGHT:
        return Request(Control.STOP)
    if _asks_why(step, plain(text)):
        return Request(Control.WHY)
    request = read_control(text, feels=step.feels or step.asked in _FELT)
    if request is None and (name := nearly_control(text)):
        return Request(Control(name))
    return request if request is not None or step.asked in _KEPT_AS_SAID else control_for_a_reason(text)


_AROUND_A_NUMBER = re.compile(
    r"\b(?:(?:out of|over) (?:10|ten)|about|around|maybe|perhaps|probably|roughly|dunno|erm?|um+|say|a|an|or|to|i'd say"
    r"|i think|i suppose|i guess|it's|its|like|ish|tbh|x)\b|/\s*10\b|[^\w\s]"
)


_MAY_IT_BE = re.compile(
    r"[\s,.;:–-]+(?:or )?(?:(?:is|was|would|will|does|do|can|could) (?:that|it|this|i)\b(?: (?:be|say|put|have))?"
    r"(?: (?:that|it))?(?: (?:ok|okay|alright|all right|fine|silly|stupid|daft|allowed|right|enough"
    r"|good enough|any good|count|do|work|help))?|if that(?:'s| is) (?:ok|okay|alright|all right|allowed))\s*\?+\s*$",
    re.IGNORECASE,
)


def answer_alone(text: str) -> str:
    """An answer without the question whether it may be one ("my dog, does that count?")."""
    alone = _MAY_IT_BE.sub("", text.strip()).strip()
    return alone if alone and "?" not in alone else text


_SAME = re.compile(
    r"(?:(?:yes|no|just|please|oh|well|i'll|ill|i think|still|exactly|on|at|for|to)[\s,.]+)*"
    r"(?:(?:keep|leave|stick (?:with|to)|stay with|have)\s+)?"
    r"(?:(?:the |that |it |as )*same(?: (?:again|as (?:before|last time|it (?:is|was)|now|ever"
    r"|i said(?: before| already| earlier)?)))?"
    r"|(?:what|like|as) i(?:'ve| have)? (?:already )?(?:said|told you)(?: before| already| earlier)?"
    r"|keep (?:it|that|to it|the (?:day|time))|leave it|stick (?:with|to) (?:it|that)|no change|unchanged"
    r"|(?:it'?s |that'?s )?(?:fine|good|ok) as it is|as (?:it (?:is|was)|before|planned))"
    r"(?: (?:day|time|one|day and time|time and day|day same time|as it is|as planned|the same|please|thanks))*"
)


def says_same(text: str) -> bool:
    """Does the whole message say that what stands is to stay: "same", "keep it", "as planned"?"""
    return bool(_SAME.fullmatch(plain(text)))


# Said against a probe: the answer stands as it was given. "But I said what I want, it is not away from".
_SAID_ALREADY = re.compile(
    r"(?:(?:but|no|well|look|sorry)[\s,]+)*(?:i(?:'ve| have)? (?:already |just )?(?:said|told you)"
    r"|(?:that|it)(?:'s| is) what i (?:want|said|meant)|(?:as|like) i said)\b"
)


def says_it_is_said(text: str) -> bool:
    """Does the message begin by saying that the answer was given already?"""
    return bool(_SAID_ALREADY.match(plain(text)))


_NO_TO_A_NUMBER = frozenset(
    {"no", "nope", "nah", "no thanks", "no thank you", "rather not", "id rather not", "i'd rather not"}
)
_NO_NUMBER = re.compile(
    r"\b(?:can't|cannot|won't|don't want to|not going to) (?:put|give)\b.{0,12}\bnumbers?\b|\bno,? numbers?\b"
    r"|\bnot giving\b.{0,12}\bnumbers?\b|\bnumbers? (?:is|are) (?:stupid|daft|silly|rubbish|pointless)"
)


def refuses_a_number(text: str) -> bool:
    """Does somebody say that it is nothing to put a number on?"""
    said = plain(text)
    return said in _NO_TO_A_NUMBER or bool(_NO_NUMBER.search(said))


def asks_of_others(text: str) -> bool:
    """Does the whole message say what others may do or leave: "ring me", "don't tell my family"?"""
    return "?" not in text and bool(_OF_OTHERS.fullmatch(plain(text)))


def is_only_a_number(text: str) -> bool:
    """Is the text a number 0-10 and nothing more: "7", "4 maybe", "2 or 3"? A house number is longer, or named."""
    rest = _AROUND_A_NUMBER.sub(" ", plain(text)).split()
    return bool(rest) and all(word in NUMBER_WORDS or (word.isdigit() and len(word) <= 2) for word in rest)
