"""Who can see it: questions and wishes about what others see of what is written here, in everyday words.

Only whole messages count: "my worker can read it with me" is a step, "don't tell my mum" may be an answer.
"""

from __future__ import annotations

import re

from bot.coaching.gate.complaints import SO
from bot.coaching.spelling import spelled
from bot.coaching.text import plain

_PERSON = (
    r"(?:(?:key ?|support |social |care ?)?worker|care ?co-?ordinator|nurse|cpn|doctor|gp|psychiatrist|psychologist"
    r"|therapist|counsellor|team|mum|mam|mother|dad|father|parents|family|sister|brother|partner|wife|husband"
    r"|girlfriend|boyfriend|ex|son|daughter|kids|nan|gran|carer|boss|landlord|mates?|friends?|hospital|ward|service"
    r"|police|council|job ?centre|home office|social services)"
)
_WHO = (
    r"(?:she|he|they|anyone(?: else)?|anybody(?: else)?|someone(?: else)?|somebody|everyone|everybody|people|others"
    rf"|(?:the )?staff|(?:my|the|our|any) (?:[\w']+ ){{0,2}}?{_PERSON})"
)
_WHOM = rf"(?:her|him|them|{_WHO})"
# A name that begins a question: "does Carol see this".
_NAME = r"(?!(?:i|you|we|it|this|that|these|what|who|there|someone)\b)[a-z'-]+"
_THIS = (
    r"(?:(?:any|all|some|none) of (?:it|this|that|what i \w+)|(?:all )?(?:it|this|that|these|those)(?: (?:lot|stuff"
    r"|chat|bit|one|plan))?|(?:my|the) (?:whole )?(?:plan|chat|words|answers?|stuff|messages?"
    r"|rest(?: of (?:it|this|my plan))?|other (?:ones|lines|bits))"
    r"|what (?:i|we)(?:'ve| have| just)? (?:say|said|write|wrote|written|put|type|typed"
    r"|told you|tell you|share|shared)|everything|anything|line \d{1,2})"
)
_SEES = r"(?:see|read|look at|open|get to see|get hold of|know about|find out about|hear about|check)"
_LATER = (
    r"(?: (?:now|then|too|as well|after|later|anyway|yet|again|already|here|right|will you"
    r"|can (?:she|he|they)|do they|or (?:not|what|no)|if i (?:share|put|say|write)\b.*"
    r"|please|mate|love|dear|though|first|before i start))*"
)
_MEANS = (
    r"(?:(?:does|do|did|would) (?:that|this|it|you) mean (?:that )?|(?:you|that) means? |is it (?:true|right) that )"
)
_ASKS = re.compile(
    rf"{SO}(?:{_MEANS})?(?:"
    rf"(?:can|could|will|would|does|do|did|might|may) {_WHO} (?:\w+ )?(?:{_SEES} {_THIS}|see|read|find out|get told)"
    rf"|(?:can|could|will|do|does) (?:they|my (?:\w+ )?(?:team|worker)) see (?!me\b|you\b|us\b)[\w']+(?: [\w']+){{0,3}}"
    rf"|(?:can|will|does|did|could) {_NAME} (?:\w+ )?(?:see|read) {_THIS}"
    rf"|(?:what|which|how much)(?: (?:bits?|lines?|ones?|parts?|of (?:it|this|my plan)))? (?:can|do|does|could|will)"
    rf" {_WHO} (?:get to )?see"
    rf"|(?:have|did|will|do|are) you (?:shared?|sharing|sent|send|sending|shown?|passed|pass)(?: on)? {_THIS}"
    rf"(?: on)?(?: (?:to|with) {_WHOM})?"
    rf"|(?:nobody|no ?one)(?: else)? (?:can |will |gets to )?(?:sees?|reads?) {_THIS}"
    r"|(?:keep (?:it|this|that)|(?:is )?(?:this|it|that)(?:'s| is| stays)?) (?:just |only |all )?between"
    r" (?:us|you and me)"
    rf"|(?:is|are) {_WHO} (?:going to |gonna |able to |allowed to )?(?:see|seeing|read|reading) {_THIS}"
    rf"|who(?: else|'s| is|'ll| can| could| will| gets to| might| may| is able to| is allowed to)* (?:sees?|seeing"
    rf"|reads?|reading|looks? at|opens?) {_THIS}"
    rf"|(?:does|will|can|is) (?:this|it|that|my plan|any of this) (?:go|going|get sent|be sent|sent|be shared|shared)"
    rf" (?:to|with) {_WHOM}"
    rf"){_LATER}"
)
_STATES = re.compile(
    rf"(?P<lead>{SO})(?P<means>{_MEANS})?{_WHO} (?:can|can't|cannot|could|will|won't|would|might|gets? to|is going to)"
    rf" (?:\w+ )?{_SEES} {_THIS}{_LATER}"
)
_ABOUT_WHOM = re.compile(
    rf"(?:the|my) \w+ (?:they|he|she|it) (?:will|can|would|could) (?:\w+ )?{_SEES} {_THIS}{_LATER}"
)
_CONCLUDES = re.compile(r"\bso\b")
_WISHES = re.compile(
    rf"{SO}(?:(?:but|please|just|only|and) )*(?:(?:don't|do not|never|you (?:won't|can't|mustn't)) (?:let {_WHOM}"
    rf" (?:{_SEES}|near) {_THIS}|(?:show|send|give|pass|tell) {_THIS} (?:on )?to {_WHOM}|(?:show|send|give|tell)"
    rf" {_WHOM} {_THIS}|(?:tell|show) {_WHOM} (?:about )?{_THIS})"
    rf"|i (?:don't|do not) want {_WHOM} (?:to )?(?:see|seeing|read|reading|know|knowing about|know about|have|having)"
    rf" {_THIS}|you won't (?:show|tell) {_WHOM} will you"
    rf"|(?:don't|do not|never|stop) (?:share|sharing) {_THIS}(?: with {_WHOM})?){_LATER}"
)
_SHARED = (
    r"(?:it|this|that|anything|something|everything|any of (?:it|this)|(?:line |number )?\d{1,2}"
    r"|(?:my|the) \w+(?: one)?)"
)
_WHICH_SHARED = re.compile(
    rf"{SO}(?:(?:which|what)(?: (?:ones?|lines?|bits?|parts?|things?|stuff|of (?:it|this|mine)|else))?"
    r"(?:(?: (?:is|are|was|were|am i|have i|has been|have been|i)|'s|'ve i|'re)?(?: (?:being|already|just))?"
    r" (?:shared|sharing)| (?:do|did) i share)"
    rf"|(?:am i sharing|have i shared|did i share) {_SHARED}|(?:is|are|was) {_SHARED} (?:being |already )?shared"
    rf"|so (?:only |just )?{_SHARED} (?:is|are) shared)"
    rf"(?: with {_WHOM})?{_LATER}"
)
LONGEST = 200  # characters


def wishes_unseen(text: str) -> bool:
    """Is the whole message a wish that somebody does not see it: "don't send it to her"?"""
    return len(text) <= LONGEST and bool(_WISHES.fullmatch(_unmarked(text)))


def asks_who_sees(text: str) -> bool:
    """Is the whole message a question or a wish about who can see what is written here?"""
    if len(text) > LONGEST:
        return False
    said = _unmarked(text)
    if _ASKS.fullmatch(said) or _WISHES.fullmatch(said) or _WHICH_SHARED.fullmatch(said):
        return True
    if "?" in text and _ABOUT_WHOM.fullmatch(said):
        return True
    stated = _STATES.fullmatch(said)
    return stated is not None and ("?" in text or bool(stated["means"] or _CONCLUDES.search(stated["lead"])))


def _unmarked(text: str) -> str:
    return re.sub(r"[\s,]*[,.;!?]+\s*", " ", plain(spelled(text)))
