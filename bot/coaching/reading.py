"""Reading the answers that are not free text: a choice, a number, a line of the read-back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.coaching.answers import Answer
from bot.coaching.asking import SCALE
from bot.coaching.draft import Draft
from bot.coaching.guide import Kind, Step
from bot.coaching.text import NO, NUMBER_WORDS, YES, line_number, plain, unadorned

MOST_WORDS_AROUND_A_CHOICE = 5
_LINE_AND_WORDS = re.compile(
    r"^\s*(?:(?:no|sorry|actually|please|make|change|put)[\s,.]+)*(?:number\s+|line\s+)?(?P<line>\d{1,2})"
    r"(?:\s*[.:,)=-]\s*|\s+(?:(?:should (?:be|say)|ought to be|is now|is|to|into)\s+)?)(?P<words>\S.*)$",
    re.DOTALL | re.IGNORECASE,
)
# A number that counts something is no line: "2 weeks from now", "10 past 2".
_COUNTS = re.compile(
    r"^(?:(?:minute|min|hour|hr|day|week|month|year|thing|time|of them|step|people|other)s?|past|am|pm|o'clock|%)\b",
    re.I,
)
_IS_WRONG = re.compile(
    r"^(?:(?:isn't|isnt|not|is not|'s not)\s+)?(?:quite\s+|all\s+)?(?:wrong|right|correct)(?: now)?$"
)
_SOMETHING_WRONG = re.compile(
    r"^(?:one|1|some|a)?\s*(?:thing|bit|line|part)s?(?:'s| is| are)? (?:wrong|not right|off)$"
)
_CONFIRMS = frozenset(
    "save,save this,save that,save my plan,that'll do,thatll do,that will do,that's the one,thats the one,"
    "that's me,thats me,that looks right,that looks good,that sounds right,that sounds good,that's perfect,"
    "thats perfect,that's correct,thats correct,that's lovely,thats lovely,lovely,great,i think so,"
    "it's right,its right,that is right,looks right,looks fine,looks ok,"
    "all fine,all right,that's it,thats it,yes it is,yep all good,yes all good,all correct,that's good,thats good,"
    "keep it as it is,leave it as it is,happy with that,i'm happy with that,that's all right,it's fine,its fine".split(
        ","
    )
)
_WANTS_CHANGE = frozenset(
    "change something,change,change it,something's wrong,something is wrong,edit,let me change,change one,"
    "change a line,"
    "i want to change something,can i change something,fix it,not all of it,some of it".split(",")
)

_OF_OTHERS = re.compile(
    r"(?:please )?(?:don'?t|do not|never|not to)(?! (?:want|wish|know|feel|fancy|like|think|answer|going)\b)"
    r"(?! ask(?: me)?(?: that| this)?$) \w.*"
    r"|(?:please )?(?:just )?(?:ring|call|phone|text|message|talk|speak|come|visit|ask|sit|listen|check|remind|stay)\b"
    r"(?!.*\b(?:human|person|real|someone|somebody|staff|worker)\b).*",
    re.DOTALL,
)

MOST_WORDS_AFTER_YES = 10
_BETWEEN_PARTS = re.compile(r"[,.;!]+|\b(?:and|so)\b")
_TURNS_ROUND = frozenset("but not no don't dont never unless if except only problem worries yes".split())
_BEGINS_YES = frozenset({"yes", "yeah", "yep", "yup", "aye", "yh"})
_BEGINS_NO = frozenset({"no", "nope", "nah"})


@dataclass(frozen=True)
class Confirmed:
    """They said that the read-back is right."""


@dataclass(frozen=True)
class WantsChange:
    """They want to change a line: which (0 when not said) and to what (empty when not said)."""

    line: int = 0
    words: str = ""


def read_choice(step: Step, offered: tuple[str, ...], text: str) -> Answer | None:
    """Which of the offered answers this is: its label, its number, a synonym, "the first one". None: another text.

    `offered` are all the labels as shown, those made from their own words first. Where an answer says more than a
    choice ("no, I forgot"), the guide's own reading of it goes before a synonym.
    """
    said = plain(text)
    labels = {plain(label): label for label in offered}
    number = line_number(text)
    if said not in labels and number is not None and 1 <= number <= len(offered):
        said = plain(offered[number - 1])
    for choice in step.choices:
        if said in {plain(choice.label), choice.id} | set(choice.also):
            return Answer(text=choice.label, choice=choice.id)
    if said in labels:
        return Answer(text=labels[said])
    found = _by_synonym(step, text)
    return None if found is not None and _says_more(step, found, text) else found


def _says_more(step: Step, found: Answer, text: str) -> bool:
    read = step.reads(text)
    choice = read[step.id].choice if step.id in read else ""
    offered = {each.id for each in step.choices}
    return choice in offered and (len(read) > 1 or choice != found.choice)


def _by_synonym(step: Step, text: str) -> Answer | None:
    said = unadorned(text)
    agreed = _yes_or_no(said)
    for choice in step.choices:
        if choice.id == agreed:
            return Answer(text=choice.label, choice=choice.id)
    around = said.split()
    if len(around) > MOST_WORDS_AROUND_A_CHOICE:
        return None
    close = [
        choice for choice in step.choices if any(re.search(rf"\b{re.escape(also)}\b", said) for also in choice.also)
    ]
    return Answer(text=close[0].label, choice=close[0].id) if len(close) == 1 else None


def _yes_or_no(said: str) -> str:
    """ "yes" or "no" where a short text begins so or is another way of saying it; else an empty text."""
    if said in YES or said in NO:
        return "yes" if said in YES else "no"
    first, *rest = re.split(r"[\s,.!]+", said)
    if len(rest) > MOST_WORDS_AFTER_YES or _TURNS_ROUND & set(rest):
        return ""
    return "yes" if first in _BEGINS_YES else "no" if first in _BEGINS_NO else ""


def read_confirmation(text: str) -> Confirmed | WantsChange | None:
    """What an answer to "Is that right?" says: yes, a change (of a line, to words), or something else."""
    said = unadorned(text)
    if plain(text) in YES or _agrees(said):
        return Confirmed()
    if said in NO or said in _WANTS_CHANGE or _SOMETHING_WRONG.match(said):
        return WantsChange()
    number = line_number(text)
    if number is not None:
        return WantsChange(line=number)
    match = _LINE_AND_WORDS.match(text)
    if match is None or _COUNTS.match(match["words"]):
        return None
    wrong = _IS_WRONG.match(plain(match["words"]))
    return WantsChange(line=int(match["line"]), words="" if wrong else match["words"].strip())


def _agrees(said: str) -> bool:
    """Is every part of it a yes: "that's right, yes", "yes save it thanks", "perfect. keep it"?"""
    parts = [part for part in map(unadorned, _BETWEEN_PARTS.split(said)) if part]
    return bool(parts) and all(part in YES | _CONFIRMS or _says_yes_and(part) for part in parts)


def _says_yes_and(part: str) -> bool:
    first, _, rest = part.partition(" ")
    return first in _BEGINS_YES and unadorned(rest) in YES | _CONFIRMS


_IF_THEN = re.compile(
    r"^(?:if|when|whenever)\s+(?P<cue>.+?)[,;]?\s+(?:then\b|i will\b|i['’]ll\b)\s*(?:i will\s+|i['’]ll\s+)?"
    r"(?P<act>.+)$",
    re.IGNORECASE | re.DOTALL,
)


def both_parts(words: str) -> tuple[str, str]:
    """The moment and the act of "if it rains, then I will take a coat"; no moment where only an act is said."""
    both = _IF_THEN.match(words)
    return (both["cue"], both["act"]) if both else ("", words)


_AROUND_A_NUMBER = re.compile(
    r"\b(?:(?:out of|over) (?:10|ten)|about|around|maybe|perhaps|probably|roughly|dunno|erm?|um+|say|a|an|or|to|i'd say"
    r"|i think|i suppose|i guess|it's|its|like|ish|tbh|x)\b|/\s*10\b|[^\w\s]"
)


def asks_of_others(text: str) -> bool:
    """Does the whole message say what others may do or leave: "ring me", "don't tell my family"?"""
    return "?" not in text and bool(_OF_OTHERS.fullmatch(plain(text)))


def is_only_a_number(text: str) -> bool:
    """Is the text a number 0-10 and nothing more: "7", "4 maybe", "2 or 3"? A house number is longer, or named."""
    rest = _AROUND_A_NUMBER.sub(" ", plain(text)).split()
    return bool(rest) and all(word in NUMBER_WORDS or (word.isdigit() and len(word) <= 2) for word in rest)


def offered_at(step: Step, draft: Draft) -> tuple[str, ...]:
    """All labels offered at a step: those from their own words, then those of the guide."""
    if step.kind is Kind.SCALE:
        return SCALE
    return tuple(step.offers(draft.answers)) + tuple(choice.label for choice in step.choices)


_CHANGES_MIND = re.compile(
    r"^(?:oh|hmm+|um+|er+m*)?[\s,.]*(?:actually|wait|hang on|scrap that|forget that|on second thoughts?"
    r"|no,? wait|(?:i've |ive |i have )?changed my mind)[\s,.:;-]+(?:no[\s,.]+)?(?P<words>\S+\s+\S.*)$",
    re.DOTALL | re.IGNORECASE,
)


def new_words(text: str) -> str:
    """What somebody says who takes back what they have just said ("actually no, a dog"); empty where nobody does."""
    found = _CHANGES_MIND.match(text.strip())
    return found["words"].strip() if found and not any(letter.isdigit() for letter in found["words"]) else ""
