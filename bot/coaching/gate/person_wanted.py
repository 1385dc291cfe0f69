"""A wish to talk to a person instead. Only the whole message counts: "talk to my brother" is a step."""

from __future__ import annotations

import re

from bot.coaching.gate.bags import A_PERSON_INSTEAD
from bot.coaching.spelling import spelled
from bot.coaching.text import plain

_KINDLY = (
    r"(?:please|instead|now|today|right now|then|here|about this|about it|thanks|thank you|though|if possible"
    r"|for real)"
)
_REAL = r"(?:(?:real|actual|human|proper|live|living|trained|normal|qualified)(?: life)? )"
_STAFF = (
    r"(?:nurse|doctor|gp|member of staff|staff|worker|support worker|key ?worker|care ?co-?ordinator|counsellor"
    r"|therapist"
    r"|psychologist|advis[eo]r|operator|agent|peer(?: support)? worker|crisis team|duty worker|team|professional)"
)
_SOMEONE = (
    rf"(?:(?:a|an|any|some|another|the|one of the|one of your) (?:\w+ )?{_REAL}*(?:human being|human|person"
    rf"|people|individual"
    rf"|adult|{_STAFF})|{_REAL}+(?:being|person|people|one|human)s?|(?:someone|somebody|anyone"
    rf"|anybody)(?: (?:real|human|else"
    r"|in person|who is real))?|humans?|people|staff|face to face)"
)
_TALK = r"(?:talk|speak|chat|talking|speaking|chatting|write|get through|get hold of|be put through|connected)"
_MAY_I = (
    r"(?:can|could|may|might|would it be possible for) (?:i|we)(?: please| just| maybe| actually)*|let me"
    r"|how (?:do|can|could) i"
    r"|is (?:it possible|there (?:any ?way|a way)) (?:for me )?(?:to|i can|of)|is there any chance (?:of|i can)"
)
_WANT = (
    r"(?:i )?(?:(?:really|just|would|actually) )*(?:want|need|like|prefer|rather|wish|'d like|'d rather|'d prefer)"
    r"|i'd (?:much |really )?(?:like|rather|prefer|love)"
)
_BEFORE = (
    r"^(?:(?:please|ok|okay|hi|hello|sorry|no|look|actually|um+|hey|listen|right|well|this isn't working|and|but"
    r"|so) ?,? ?)*"
)
_AFTER = (
    rf"(?:,? (?:{_KINDLY}|to talk to|i can (?:actually )?(?:talk|speak) to|not (?:a|the|some|this) \w+"
    rf"|about \w+(?: \w+)?|on the phone))*$"
)
_ASKING = (
    r"\b(?:can|could|may|might|is there|are there|isn't there|any ?(?:one|body)? chance|how (?:do|can|would) i"
    r"|let me|please|would it be possible|is it possible|i(?:'d| would) (?:rather|prefer|like)|possible to)\b"
)
_TALKS = (
    r"(?:talk|talking|speak|speaking|chat|chatting|spoken|put (?:me )?through|get through|connected|connect"
    r"|get hold of)"
)
_ANYONE = (
    rf"(?:some(?:one|body)|any(?:one|body)|(?:a|an|another|the) (?:{_REAL})?(?:human|person|{_STAFF})|(?:human"
    rf"|person)(?: being)?|real people|humans)"
)
_PERSON_WANTED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_BEFORE}(?:{_MAY_I}|{_WANT})(?: to)? (?:{_TALK} (?:to|with) |{_TALK} |have )?{_SOMEONE}{_AFTER}",
        rf"{_BEFORE}(?:{_MAY_I}) (?:please )?{_TALK} (?:to|with) (?:{_SOMEONE}|my (?:\w+ )?{_STAFF})\b",
        rf"{_BEFORE}(?:(?:can|could|will|would) you (?:please )?)?(?:get|put|connect|transfer|give|find|pass"
        rf"|send|fetch)"
        rf" (?:me )?(?:through |over |on )?(?:to |for )?(?:{_SOMEONE}|my (?:\w+ )?{_STAFF})(?: for me)?{_AFTER}",
        rf"{_BEFORE}(?:is|are|isn't|aren't) there (?:\w+ )?(?:{_SOMEONE}|no one|a {_STAFF})(?: \w+){{0,3}}"
        r" (?:talk|speak|chat|here|there|i can|available|around)\b",
        rf"{_BEFORE}(?:a |just a |any )?{_REAL}*(?:human being|human|person|people|someone real|somebody real"
        rf"|real one){_AFTER}",
        rf"{_BEFORE}(?:talk|speak|chat) (?:to|with) {_REAL}*(?:a )?{_REAL}*(?:humans?|persons?){_AFTER}",
        rf"{_BEFORE}(?:can|could|will|would) (?:{_SOMEONE}|the team|my (?:\w+ )?{_STAFF}|someone from (?:the"
        rf"|my) \w+)(?: please| not)?"
        r" (?:call|ring|phone|contact|text|talk to|speak to|help|see|get in touch with|get back to|come and see"
        r"|message) me\b",
        r"\b(?:don't|do not|not|never) (?:want|like|wish|going|trust)(?:ing)?(?: to)? (?:talk|speak|talking"
        r"|speaking|chat|tell|be talking)"
        r"(?:ing)?(?: this| things)?(?: to| with)? (?:a|an|some|this|the)? ?(?:bot|computer|robot|machine"
        r"|program|programme|app|ai|chatbot)\b",
        rf"\b(?:i'd |would |'d )(?:much )?(?:rather|prefer) (?:to )?(?:{_TALK} (?:to|with)|it was|it were"
        rf"|have) {_SOMEONE}",
        rf"\bprefer (?:a|to (?:speak|talk)|speaking|talking)(?: (?:to|with))?(?: a)? {_REAL}*(?:human|person"
        rf"|someone|somebody)",
        r"\b(?:human|person|someone|somebody)\b.{0,30}\b(?:not|isn't|rather than|instead of) (?:a|an|this"
        r"|some) (?:bot|robot|computer|machine|program)",
        rf"^(?:an? )?(?:{_STAFF} please|agent|operator|advis[eo]r|representative|real human|someone human"
        rf"|somebody human|human being)$",
        rf"^(?:talk|speak|chat) (?:to|with) (?:an? )?(?:{_STAFF}|agent|operator|advis[eo]r)(?: please| now)?$",
        r"^(?:talk|speak|chat) (?:to|with) (?:someone|somebody) (?:please|now)$",
        rf"\b(?:can|could|may) i (?:see|do (?:this|it) with|have) (?:{_ANYONE}|my (?:\w+ )?{_STAFF})\b(?: instead"
        rf"| please| with me)*",
        r"\bis (?:anyone|anybody|someone|there anyone)(?: real| human| actually)* (?:there|here|around|listening"
        r"|real)\b|\bwhere (?:are|is) (?:the |all the )?(?:real )?(?:people|person|humans?|staff)\b",
        rf"\b(?:prefer|rather)\b.{{0,12}}\b(?:if )?(?:a|an actual|a real) (?:person|human|{_STAFF})\b",
        rf"(?:{_ASKING}).{{0,40}}\b{_TALKS}\b.{{0,25}}\b(?:{_ANYONE}|my (?:\w+ )?{_STAFF}|whoever|in charge)\b",
        rf"(?:{_ASKING}).{{0,30}}\b(?:{_ANYONE}|whoever)\b.{{0,20}}\b{_TALKS}\b",
        rf"(?:{_ASKING}|want|need|rather|prefer).{{0,40}}\b(?:real|actual|human|proper|live) (?:human|person"
        rf"|people|being|someone|one|{_STAFF})\b",
        r"(?:want|need|rather|prefer|like|where|get|find).{0,25}\ba human\b|\bhuman being\b.{0,15}(?:please|now"
        r"|instead)$",
        rf"\b(?:want|need|rather|prefer|'d like|would like)\b.{{0,15}}\b{_TALKS} (?:to "
        rf"|with )?(?:{_ANYONE})(?: {_KINDLY}| properly| in person| on the phone| real| who\b.*| instead.*"
        rf"| about (?:this|it|that))*$",
        rf"\b(?:want|need|rather|prefer)\b.{{0,15}}\b(?:{_ANYONE})(?: (?:real|proper|else|to|i can|actually"
        rf"|properly))* {_TALKS}(?: to| with)?(?: {_KINDLY}| to)*$",
        r"\b(?:(?:can|could|will|would) you (?:please )?(?:ask|tell|have|get)|get|want"
        rf"|need)\b.{{0,12}}\b(?:{_ANYONE}|my (?:\w+ )?{_STAFF}"
        rf"|the {_STAFF})(?: from .{{0,20}})? to (?:call|ring|phone|contact|text|see|visit|come|get in touch"
        rf"|speak to|talk to)(?: and see| with| out to)? (?:me|us)\b",
        rf"\b(?:bot|robot|computer|machine|program|programme|app|screen|typing|chatbot)\b.{{0,50}}\b(?:want"
        rf"|need|get|give|prefer|rather|speak|talk|where|please).{{0,20}}\b(?:{_ANYONE}|nurse|worker|staff|doctor)\b",
        rf"\b(?:{_TALKS}|prefer|rather|want|need)\b.{{0,30}}\b(?:{_ANYONE}|nurse|worker"
        rf"|staff)\b.{{0,30}}\b(?:not|than|instead of|isn't)\b.{{0,15}}\b(?:bot|robot|computer|machine|program"
        rf"|app|screen|typing|chatbot|text|this thing|you|this)$",
        r"\bface to face\b.{0,20}(?:please|instead)|^(?:i )?(?:want|need|would like|'d like"
        r"|prefer) (?:to (?:see|meet) )?(?:someone|somebody|a person) face to face$",
        rf"\bwho (?:do|can|should|could) i (?:call|ring|phone|{_TALKS}|contact|speak)\b|\bnumber (?:for"
        rf"|to (?:ring|call)) (?:{_ANYONE}|a person|the team)\b",
    )
)
_MOST_WORDS_FOR_A_PERSON = 20
# A living person named, with a sign of asking for one; what is told of the past or of being one is an answer.
_LIVING = re.compile(
    rf"\b(?:{_REAL}+(?:man|woman|body|voice|human being|human|person|people|being|someone|somebody|one|{_STAFF})"
    r"|(?:some(?:one|body)|any(?:one|body)|people|a person|a human|a man|a woman) ?,?(?: (?:who|that|thats|that's"
    r"|who's|is"
    rf"|who is|that is))* ?(?:real|human|alive|living|breathing|not a (?:bot|robot|computer|machine))|human being)\b"
)
_ASKS = re.compile(
    r"\b(?:want|need|can|could|may|might|get me|get us|put me|pass me|give me|connect|transfer|please|pls|sooner"
    r"|rather"
    r"|prefer|grateful|appreciate|would like|'d like|would love|'d love|is there|are there|isn't there|number|who do"
    r"|where"
    r"|how do|speak|talk|any chance|possible|let me|any(?:one|body) there)\b"
)
_TOLD = re.compile(
    r"\b(?:was|were|had|did|went|rang|talked|spoke|helped|used to|felt|met|became|made|(?:like|as|be|being|become"
    r"|becoming"
    r"|into|i'm|i am) (?:a |an |some |the )*(?:real|actual|proper|human|living|someone|somebody|person))\b"
)
_INSTEAD = re.compile(
    r"\b(?:people|person|human|someone|somebody|man|woman|nurse|worker|staff|anyone|doctor)\b.{0,25}\b(?:not"
    r"|instead of|rather"
    r" than|and not|over)(?: to| with)?(?: (?:a|an|this|the|some|your|any))*(?: stupid| bloody| daft)? ?(?:computer"
    r"|machine|bot"
    r"|robot|phone|screen|app|program|programme|chatbot|keyboard|you|this|this thing)$"
)
_CALL_ME = re.compile(
    r"^(?:please |just |can (?:you|someone|somebody) |could (?:you|someone|somebody) )*(?:ring|call|phone|telephone"
    r"|ring up) me"
    r"(?: (?:please|instead|back|up|now|today|tomorrow|then|on .*))*(?:$|, )"
)
_ARRANGED = re.compile(
    r"\b(?:speak|talk|chat|speaking|talking|word) (?:to|with) (?:a |an |one of |some ?|any ?|your |the )*(?:person"
    r"|human|people"
    r"|one|body|staff|team|colleagues?|advis[eo]r|someone|somebody)\b.*\b(?:arranged|possible|convenient|available"
    r"|instead"
    r"|please|at all)\b|\bwho (?:can|could|do|should|would) i (?:actually |really |please )*(?:talk|speak|chat)\b"
)

# Somebody, the talk with them, or the machine that they are wanted in place of.
_SOMEBODY = re.compile(
    r"\b(?:p[er]{1,2}s\w*n\w*|people|h[uo]+m[aeo]?ns?|(?:some|any|no)(?:one|body)|sb|who|whoever|one of you|real"
    r"|living|alive|face|bloke|man|woman|lass|lad|guy|workers?|nurses?|carers?|doctors?|gp|team|staff|advis[eo]rs?"
    r"|mentor|counsellor|therapist|operator|manager|bots?|robots?|machines?|computers?|program(?:me)?|app|screen"
    r"|talk\w*|speak\w*|chat\w*|voice|phone|ring|call|contact)\b"
)


def may_want_person(said: str) -> bool:
    """Does the text (plain) hold a word of somebody to talk to at all? Without one it asks for nobody."""
    return bool(_SOMEBODY.search(said))


def wants_person(text: str) -> bool:
    """Is the whole message a wish to talk to a human being?"""
    said = plain(spelled(text))
    if A_PERSON_INSTEAD.holds(said):
        return True
    if len(said.split()) > _MOST_WORDS_FOR_A_PERSON:
        return False
    return _names_one(said) or any(each.search(said) for each in _PERSON_WANTED)


def _names_one(said: str) -> bool:
    """Is a living person asked for by name of kind, or set against the machine?"""
    if _CALL_ME.match(said) or _ARRANGED.search(said):
        return True
    living = _LIVING.search(said) and _ASKS.search(said)
    return bool(living or (_INSTEAD.search(said) and _ASKS.search(said))) and not _TOLD.search(said)
