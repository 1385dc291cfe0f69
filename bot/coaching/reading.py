"""Reading the answers that are not free text: a choice, a number, a line of the read-back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.coaching.controls import Control, Request, control_for_a_reason, read_control
from bot.coaching.gate import Asked
from bot.coaching.guide import Kind, Step
from bot.coaching.nearly import CHANGE, nearly_control
from bot.coaching.new_words import behind_what_is_fine, corrected, out_of_the_line, said_of_a_wrong_line
from bot.coaching.spelling import spelled
from bot.coaching.text import BEGINS_YES, NO, NUMBER_WORDS, YES, line_number, plain, unadorned

_LINE_AND_WORDS = re.compile(
    rf"^\s*(?:(?:no|nah|oh|right|well|sorry|actually|please|make|{CHANGE}|put|and|n|ok|okay|but|yes|yh|yeah|yep|also|wait"
    r"|(?:that|it)(?:'?s| is)? (?:all |quite |a bit )?wrong"
    r"|i think|(?:can|could) (?:you|we|i))[\s,.]+)*"
    r"(?:(?:the\s+)?(?:number|line)\s+(?P<named>[a-z]+\b|\d{1,2})|the\s+(?P<placed>[a-z]+|\d[a-z]{2})\s+(?:one|line)"
    r"|(?P<line>\d{1,2}))(?:\s*[.:,)=-]\s*|\s+)(?P<words>\S.*)$",
    re.DOTALL | re.IGNORECASE,
)
_WISH_FOR_A_LINE = re.compile(
    r"^\s*(?:(?:no|sorry|actually|please|and|ok|okay|but|yes|so)[\s,.]+)*"
    r"(?:i(?:'d|’d| would)?\s+(?:want|like|rather|prefer)|(?:can|could)(?:\s+you\s+(?:make|change|put|have))?)\s+"
    r"(?:(?:number|line)\s+(?P<named>[a-z]+\b|\d{1,2})|the\s+(?P<placed>[a-z]+|\d[a-z]{2})\s+(?:one|line)"
    r"|(?P<line>\d{1,2}))\s+"
    r"(?:(?:to\s+)?(?:(?:only|just|really)\s+)?(?:be|say|read)|saying|changed to):?\s+(?P<words>\S.*)$",
    re.DOTALL | re.IGNORECASE,
)
_HALF_OF = re.compile(
    r"^\s*(?:the\s+)?(?P<half>(?:first|second|last|if|then)\s+(?:half|part|bit))\s+of\s+(?:(?:number|line)\s+)?(?P<line>\d{1,2})"
    r"(?:\s*[:,=]\s*|\s+)(?P<words>\S.*)$",
    re.DOTALL | re.IGNORECASE,
)
# A wish about another line, behind the new words of the first.
_ANOTHER_LINE = re.compile(
    r"[.;]\s+(?:and|then|also)\s+[2-9]\s+[a-z].*$"
    r"|[\s,.;]+(?:(?:and|then|also|plus|you|we|can|could|should|please|just)\s+)*"
    r"(?:(?:take|delete|remove|change|drop|put|make|cross out|take out)\s+)?(?:number|line)\s+(?:\d{1,2}|one|two|three"
    r"|four|five|six|seven|eight|nine|ten)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_AND_ANOTHER = re.compile(r"(?:and|&|or)\s+(?:(?:number|line)\s+)?\d{1,2}\b", re.IGNORECASE)
_WANTS_MORE = re.compile(
    r"(?:(?:but|and|hang on|wait|no|oh|ok|yes|please)[\s,]+)*(?:(?:where is|where's|what about|what happened to"
    r"|(?:you|we)(?:'ve| have)? (?:forgot(?:ten)?|missed(?: out)?|left out))\s+\S.*"
    r"|(?:(?:can|could) (?:i|you|we) |i(?:'d| would)? (?:want|like|need) to |please |just |also )*add\b(?! up\b).*"
    r"|.*\b(?:is|isn't|are|aren't) (?:missing|not there|not in there))",
    re.IGNORECASE | re.DOTALL,
)
# A number that counts something is no line: "2 weeks from now", "10 past 2".
COUNTS = re.compile(
    r"^(?:(?:minute|min|hour|hr|day|week|month|year|thing|time|of them|step|people|other)s?|past|am|pm|o'clock|%)\b",
    re.I,
)
_SOMETHING_WRONG = re.compile(
    r"^(?:one|1|some|a)?\s*(?:thing|bit|line|part)s?(?:'s| is| are)? (?:wrong|not right|off)$"
)
_CONFIRMS = frozenset(
    "save,save this,save that,save my plan,that'll do,thatll do,that will do,that's the one,thats the one,"
    "very good,please do,do,yes do,do that,yes please do,that'll be all,"
    "thanks you,much better,that's better,thats better,that's the ticket,that's grand,thats grand,goodnight,goodnite,"
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


_BETWEEN_PARTS = re.compile(r"[,.;!]+|\b(?:and|so)\b")


@dataclass(frozen=True)
class Confirmed:
    """They said that the read-back is right."""


@dataclass(frozen=True)
class WantsChange:
    """They want to change a line: which (0 when not said) and to what (empty when not said); `more`: another too.

    `without`: which of its words are to go.
    """

    line: int = 0
    words: str = ""
    more: bool = False
    without: str = ""


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


def read_confirmation(text: str) -> Confirmed | WantsChange | None:
    """What an answer to "Is that right?" says: yes, a change (of a line, to words), or something else."""
    said = unadorned(spelled(re.sub(r"^\s*ye\b", "yes", text, flags=re.IGNORECASE)))
    agrees = plain(text) in YES or _agrees(said) or _agrees(unadorned(_HEDGED.sub("", said)))
    if agrees or _begins_as_a_yes(text) or _saves_and_goes_on(text):
        return Confirmed()
    if said in NO or said in _WANTS_CHANGE or _SOMETHING_WRONG.match(said):
        return WantsChange()
    number = line_number(text)
    if number is not None:
        return WantsChange(line=number)
    change_it = _CHANGE_IT.fullmatch(text.strip())
    return (_line_and_words(change_it["rest"]) or WantsChange()) if change_it else _line_and_words(text)


_CHANGE_IT = re.compile(
    rf"(?:(?:no|nah|yes|yeah|please|ok|okay|but|can you|could you)[\s,.]+)*(?:{CHANGE})\s+(?:it|that|this|something)"
    r"\s*[.,;:!–-]\s*(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def _line_and_words(text: str) -> WantsChange | None:
    """The line that is pointed at with its new words: "2 the small tesco", "number four should only say hello"."""
    half = _HALF_OF.match(text)
    if half:
        return WantsChange(int(half["line"]), f"{half['half']}: {corrected(half['words'])}")
    match = _WISH_FOR_A_LINE.match(text) or _LINE_AND_WORDS.match(text)
    line = line_number(match["named"] or match["placed"] or match["line"]) if match else None
    if match is None or line is None or COUNTS.match(match["words"]):
        return None
    if _AND_ANOTHER.match(match["words"]):
        return WantsChange(line, more=True)
    fine = behind_what_is_fine(match["words"])
    if fine is not None:
        return _line_and_words(fine)
    words = _ANOTHER_LINE.sub("", match["words"])
    if out := out_of_the_line(words):
        return WantsChange(line, without=out)
    more, wrong = words != match["words"], said_of_a_wrong_line(words)
    new, out = wrong if wrong is not None else (corrected(words), "")
    return WantsChange(line, new, more=more, without=out)


_DOES_IT = re.compile(
    r"(?:(?:yes|yeah|yep|aye|ok|okay|please|go on)[\s,.]+)+(?:please\s+)?(?:take|delete|remove|park|share|change|do"
    r"|finish|add"
    r"|keep)(?: (?:it|that|them|this|private|one))*(?: (?:out|off|away|then|please|thanks))*"
)


def agrees_to_the_deed(text: str) -> bool:
    """Is it a yes in the words of what is to be done to the plan: "yes take it out"?"""
    return bool(_DOES_IT.fullmatch(plain(text)))


def wants_more(text: str) -> bool:
    """Does it ask for what is not in the lines: "where's stop smoking", "i want to add something"?"""
    return bool(_WANTS_MORE.fullmatch(spelled(text).rstrip("?.! ")))


_YES_FIRST = re.compile(
    r"(?:oh[\s,]+)?(?:yes+|yea?h+|ye+s*|yh+|yep|yup|aye)\b[\s,.!]*(?P<rest>.*)", re.DOTALL | re.IGNORECASE
)
_TURNS_ROUND = re.compile(
    r"\b(?:no|not|nor|never|but|except|only|instead|should|shud|change|make|put|add|delete|remove|take|wrong|line"
    r"|number|wait|actually|look again|than|rather|if|unless|question|could you|can you|can we|cant|dont|isnt"
    r"|wasnt)\b|n['’]t\b|\?|\b\d{1,2}[.:,)]"
)
MOST_WORDS_AFTER_YES = 14


def _begins_as_a_yes(text: str) -> bool:
    """Is it a yes with a remark that asks for nothing: "yh sav it im off 2 bed nite"?"""
    found = _YES_FIRST.fullmatch(plain(text))
    return (
        found is not None
        and len(found["rest"].split()) <= MOST_WORDS_AFTER_YES
        and not _TURNS_ROUND.search(found["rest"])
    )


_GOES_ON = re.compile(
    r"(?P<yes>[^.!?]+)[.!]+\s+(?:(?:and|now|then|next|so|ok)[\s,]+)*(?:can|could|may|shall)\s+(?:i|we)\s+(?:(?:now|also|then)\s+)?"
    r"(?:make|do|start|try|have|go|begin)\s+(?:on to\s+|with\s+)?(?P<rest>(?:another|one more|something else"
    r"|(?:(?:the|a|my|some)\s+)?(?:new\s+)?(?:hope|strengths?|goals?))\b.*)",
    re.DOTALL,
)
_SAVES = re.compile(r"\b(?:save|keep)\b")


def _saves_and_goes_on(text: str) -> bool:
    """Is it saved, and something else wished for after it: "Yes save. And now can I make another thing, the hope?"."""
    found = _GOES_ON.fullmatch(plain(text))
    return (
        found is not None
        and bool(_SAVES.search(found["yes"]))
        and _agrees(found["yes"])
        and not _TURNS_ROUND.search(found["rest"])
    )


_DEAR = re.compile(r"(?<=\w)\s+(?:dear|love|pet|duck|mate|darling|hen|pal)\b(?=$|[,.;!])")
_HEDGED = re.compile(r"[\s,]+(?:i (?:think|suppose|guess)(?: so)?|probably|tbh|to be honest|mate)$")


def _agrees(said: str) -> bool:
    """Is every part of it a yes: "that's right, yes", "yes save it thanks", "perfect. keep it"?"""
    parts = [part for part in map(unadorned, _BETWEEN_PARTS.split(_DEAR.sub("", said))) if part]
    return bool(parts) and all(map(_is_all_yes, parts))


def _is_all_yes(part: str) -> bool:
    """Is it a yes, or one after the other: "yes", "yeah that's right save it"?"""
    yeses = YES | _CONFIRMS | BEGINS_YES
    return part in yeses or any(part.startswith(f"{yes} ") and _is_all_yes(part[len(yes) + 1 :]) for yes in yeses)


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
