"""Reading what is said to "Is that right?": a yes, a wish for a line to read otherwise, or for one that is missing.

A yes must be plain: what turns it round anywhere makes it none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.coaching.nearly import CHANGE
from bot.coaching.new_words import behind_what_is_fine, corrected, out_of_the_line, said_of_a_wrong_line
from bot.coaching.spelling import spelled
from bot.coaching.text import BEGINS_YES, NO, YES, line_number, plain, unadorned

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
