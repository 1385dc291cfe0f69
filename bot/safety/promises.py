"""Who says under the card that they will do nothing, and who is near: an answer to the card, and no second cue. Pure.

Every clause must be one that is known here. Any other word, above all a "but" or a "for now", and it is screened.
"""

from __future__ import annotations

import re

from bot.safety.still_here import ROLES

_LONGEST = 300  # characters
_APOSTROPHES = str.maketrans("’`´", "'''")
_ONE = rf"(?:(?:my|the|our) (?:\w+ )?)?(?:{ROLES})(?-i: [A-Z][a-z]+)?"
_SOME = rf"(?:{_ONE}(?: and {_ONE})?|some(?:one|body))"
# Where a clause ends; "my mum and dad are here" is one.
_PARTS = re.compile(
    rf"\s*[.,;!\n…–—]+\s*|\s+-+\s+|\s+(?:and(?!\s+{_ONE}\s+are\b)|so|cos|coz|because|as)\s+", re.IGNORECASE
)
# A first name, by its capital letter; not another word with which a sentence may begin.
_NO_NAME = "It|They|Death|God|Jesus|Satan|The|This|That|Nobody|Noone|None|Nothing|Darkness|Tomorrow|Tonight|Sleep|Night"
_NAME = rf"(?-i:(?!(?:{_NO_NAME})(?:s|'s)?\b)[A-Z][a-z]+?)"
_PERSON = rf"(?:{_SOME}|she|he|{_NAME})"
_IS = r"(?:(?:'?s|'?re| is| are)(?: (?:just|only|still|already|always|asleep))?)"
_COMES = r"(?:coming|popping|driving|heading|walking)(?: (?:over|round|here|up|down|back|home))"
_HERE = (
    r"(?:(?:right )?(?:here|downstairs|upstairs|next door|next to me|beside me|nearby|close by|at home|home|in|indoors"
    r"|around|about|in the (?:next|other|living|front|spare) ?room|in the (?:kitchen|lounge|house|flat)"
    r"|across the (?:road|hall)"
    r"|(?:round|around) the corner|up the road|down the road|with me|on the phone"
    rf"|on (?:the|her|his|their) way(?: over| here| round)?|staying(?: over| here| with me| the night)?|{_COMES})"
    r"(?: (?:with me|now|already|tonight|for the night))?)"
)
_I_AM = r"(?:i'?m|i am)"
_NEAR = (
    rf"{_PERSON}{_IS} {_HERE}"
    rf"|{_PERSON} (?:just |only )?(?:lives?|stays?) (?:just |only )?{_HERE}"
    rf"|{_SOME}|downstairs|upstairs|next door|nearby|there(?:'?s| is) {_SOME}(?: {_HERE})?"
    rf"|{_SOME} (?:knows|can come(?: over| round)?|will (?:stay|come(?: over| round)?)|has come(?: over| round)?)"
    rf"|{_I_AM} not (?:alone|on my own|by myself)(?: tonight| here| now)?"
    rf"|{_I_AM} (?:at|(?:here |staying |downstairs )?with) (?:{_SOME}(?:'?s)?|{_NAME})(?: house| place)?"
    r"(?: now| tonight)?"
    rf"|i(?:'?ve| have)(?: got)? {_SOME} {_HERE}|i live with {_SOME}"
    rf"|(?:i'?ll|i will|i can|{_I_AM} (?:going to|gonna)) (?:tell|show|ring|call|text|wake|ask|sit with|talk to"
    rf"|go down to|go up to|knock on) (?:{_SOME}|her|him|them)(?: this| it| a bit| now)?"
    rf"|i(?:'?ve| have)? (?:told|rung|rang|called|texted|phoned) (?:{_SOME}|her|him|them|{_NAME})"
)
_DO = (
    r"(?:do|try|be doing|doing) (?:anything|any thing|owt|nothing|nowt|something)"
    r"(?: (?:stupid|silly|daft|rash|bad|like that|to myself))?"
)
_NOT_GOING_TO = r"(?:not|no|never) (?:going to|gonna|gunna|goin to|gaunny|about to|planning (?:on|to))"
_SURE = r"(?:honestly |really |definitely )?"
_NOTHING = (
    rf"(?:i {_SURE}(?:won'?t|will not|not)|(?:i'?m|i am|am|a'?m) {_SURE}{_NOT_GOING_TO})"
    rf" (?:{_DO}|act on (?:it|that|them)|(?:hurt|harm|kill) myself)"
    r"|nothing(?:'?s| is) (?:going to|gonna) happen"
)
_NOTHING_ALONE = rf"(?:won'?t|will not|{_NOT_GOING_TO}) {_DO}"  # "not gonna do owt"
_TODAY = r"(?: (?:tonight|today|this evening))"
_SAFE = rf"{_I_AM} (?:safe|ok|okay|fine|alright|all right|not in (?:any )?danger)"
_BESIDE = (
    r"(?:(?:no|nah|nope|yes|yeah|yea|yep|aye|ok|okay|honestly|honest|i promise|promise|really|thanks|thank you|ta"
    r"|cheers|love|mate|dear|it'?s (?:ok|okay|alright|all right)|(?:please )?(?:don'?t|do not) worry"
    r"|no need to worry)\b\s*)+"
)
_ENDS = r"(?: (?:don'?t worry|i promise|promise|honest|honestly|thanks|thank you|love|mate|pal))?"
_LEADS = (
    r"(?:(?:no|nah|nope|yes|yeah|yea|aye|ok|okay|honestly|well|look|and|so|cos|it'?s (?:ok|okay|fine|alright))\s+)*"
)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"{_LEADS}(?:{pattern}){_ENDS}", re.IGNORECASE)


_SAYS_IT = re.compile(
    rf"(?<!\w)(?:{_NOTHING}|not (?:tonight|today)"
    r"|(?:don'?t|do not) think i(?:'?ll| will) (?:do|try) (?:anything|owt))\b",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"\b(?:but|though|tho|although|except|unless|until|till|while|if|yet|(?:right|for|just) now|for the moment"
    r"|at the moment|tomorrow|maybe|might|perhaps|probably|prob|(?:don'?t|do not) think|not sure|can'?t promise)\b",
    re.IGNORECASE,
)
_KINDS = (
    ("promise", _whole(rf"{_NOTHING}|{_NOTHING_ALONE}")),
    ("today", _whole(rf"(?:{_NOTHING}|{_NOTHING_ALONE}|{_SAFE}){_TODAY}")),
    ("near", _whole(_NEAR)),
    ("aside", _whole(rf"{_SAFE}|{_BESIDE}")),
)


def promises(text: str) -> bool:
    """Whether a whole message says that nothing will be done. "Not tonight" counts only where somebody is near."""
    kinds = [_kind(clause) for clause in _clauses(text)] if len(text) <= _LONGEST else [""]
    if "" in kinds:
        return False
    return "promise" in kinds or ("today" in kinds and "near" in kinds)


def half_promises(text: str) -> bool:
    """Whether nothing will be done, but only for now, perhaps, or if: under a card that is the same cue again."""
    said = text[:_LONGEST].translate(_APOSTROPHES)
    return bool(_SAYS_IT.search(said)) and bool(_HALF.search(said))


def beside_the_promise(text: str) -> str:
    """What else a message says, such as who is near."""
    return ", ".join(clause for clause in _clauses(text) if _kind(clause) == "near")


def _clauses(text: str) -> list[str]:
    return [" ".join(part.split()) for part in _PARTS.split(text.translate(_APOSTROPHES)) if part.strip()]


def _kind(clause: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(clause)), "")
