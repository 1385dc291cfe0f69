"""How a check-in reads other words than its buttons': how the step went, and what got in the way.

It must never take for done, nor for undone, what the words do not say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.coaching.answers import Answer
from bot.coaching.gate import AnswerClass, Asked, ruled_class
from bot.coaching.text import plain

_CHANGED = re.compile(
    r"\bchanged my mind\b|\bgone off (?:it|the idea)\b"
    r"|\bdon'?t want (?:to|it|that) ?(?:do it|do that)? ?(?:any ?more|now)\b"
)
_NOT = re.compile(
    r"^(?:i )?(?:no|nope|nah|not(?! (?:great|good|bad|too|so|well)\b)|never|nothing|did ?n'?t|didnt|have ?n'?t|havent"
    r"|could ?n'?t|couldnt|can'?t|cant|forgot"
    r"|was ?n'?t able|wasnt able|too |(?:have |'ve )?(?:done|did) nothing)\b"
)
_SOME = re.compile(
    r"\b(?:half|a bit|bits|some|part|partly|nearly|almost|started|got (?:to|as far|halfway)|tried|only)\b"
)
_DID = re.compile(
    r"^(?:yes|yeah|yep|yup|done(?! nothing)|i did|did(?! nothing)"
    r"|(?:i )?went(?! (?:bad|badly|wrong|terribl\w+|awful\w*))"
    r"|managed|i managed|all done)\b|\bdid it\b|\b(?:and|then|still|so|but) (?:i )?(?:went|did|managed)\b"
    r"|\bwent (?:well|ok|fine|great)\b"
)
_TOO = re.compile(r"\btoo \w+")
_BARRIERS = (
    (
        "forgot",
        r"\bforgot|\bforget(?! (?:it|that|this|about it)\b)|\bslipped my mind\b|\bdidn'?t remember\b|\bmissed it\b",
    ),
    ("too_big", r"\btoo (?:big|much|hard|difficult|long|far)\b|\boverwhelm"),
    (
        "no_energy",
        r"\bno energy\b|\btired\b|\bexhausted\b|\bknackered\b|\bshattered\b|\bslept\b|\bin bed\b|\bmeds\b|\bmotivat"
        r"|\bcouldn'?t be (?:bothered|arsed)\b|\blow mood\b|\bdepress|\bill\b|\bpoorly\b",
    ),
    (
        "scared",
        r"\bscared\b|\bafraid\b|\banxi|\bnerv|\bfrightened\b|\bpanic|\bworr(?:y|ied)\b|\bfear\b|\bterrified\b"
        r"|\bheart going\b|\bbottled it\b|\bembarrass",
    ),
    ("said_no", r"\b(?:said no|told me no|refused|wouldn'?t let me|turned me down|never (?:rang|replied|answered))\b"),
    (
        "matters_less",
        r"\b(?:don'?t|doesn'?t|didn'?t) (?:really )?(?:care|matter|want)|\bnot bothered\b|\blost interest\b"
        r"|\bnot important\b",
    ),
    (
        "happened",
        r"\bhappened\b|\bcame up\b|\bcancel|\bbusy\b|\bappointment\b|\brain|\bweather\b|\bbroke\b|\bclosed\b|\bvisit"
        r"|\bhospital\b|\bno (?:money|bus|time)\b",
    ),
)
_NOT_DUE = re.compile(
    r"\b(?:it'?s|it is|it ?isn'?t|isn'?t|that'?s|not)\b.{0,12}\b(?:not|isn'?t|due|n'?t)?\b.{0,12}"
    r"\b(?:due|time|the day|today|\w+day)\b.{0,10}\byet\b"
    r"|\b(?:not|isn'?t|ain'?t) (?:due|meant to be|supposed to be|till|until)\b"
    r"|\b(?:it'?s|it is) (?:\w+ )?(?:tomorrow|tmrw?|tmw|tomoz|2moro|later(?: today| on)?|tonight|next week"
    r"|this evening)\b"
    r"|\b(?:it'?s|it is) (?:only|on|for) (?:\w+day|the \d)|\b(?:day|time) has ?n'?t come\b|\bstill to come\b"
)
# Of a step these are answers, and no "don't know".
_SAYS_NO = re.compile(r"\bforg[eo]t|^(?:nope|nah|(?:i )?(?:have |'ve )?(?:done|did) nothing)\b")


def outcome_said(text: str) -> Mapping[str, Answer]:
    """How it went, in other words than the buttons'. What tells of something done is kept as done.

    Words that tell neither what was done nor what got in the way are kept as told, and it is asked which it was.
    """
    said = plain(text)
    if not _SAYS_NO.search(said) and ruled_class(text, Asked.STORY) is AnswerClass.DONT_KNOW:
        return {}
    outcome, long_enough = _outcome(said), len(said.split()) > 2
    if not outcome:
        return {"told": Answer(text=text.strip())}
    how = {"how": Answer(text=text, choice=outcome)}
    if outcome == "not_yet" and is_not_due(text):
        return how
    if outcome == "not_yet":
        barrier = barrier_said(text)
        return {**how, **(barrier if long_enough or barrier["barrier"].choice != "other" else {})}
    if outcome == "some" or (outcome == "did" and long_enough):
        return {**how, "done": Answer(text=text)}
    return how


def is_not_due(text: str) -> bool:
    """Do the words say that the step's day has not come: "its not saturday yet"?"""
    return bool(_NOT_DUE.search(plain(text)))


def _outcome(said: str) -> str:
    """The outcome that the words name; none where they may mean one or another."""
    some, did, turns = bool(_SOME.search(said)), bool(_DID.search(said)), " but " in said
    hindered = bool(_kinds(said) or _TOO.search(said))
    if _CHANGED.search(said):
        return "changed_mind"
    if is_not_due(said) or (_NOT.match(said) and not some):
        return "not_yet"
    if did and not some and not turns:
        return "did"
    if some or (did and not hindered):
        return "some"
    return "not_yet" if hindered and not did and not turns else ""


def _kinds(said: str) -> list[str]:
    return [kind for kind, pattern in _BARRIERS if re.search(pattern, said)]


def barrier_said(text: str) -> Mapping[str, Answer]:
    """Which barrier the words name; none of them where that is not sure, and the words stand as they are."""
    kinds = _kinds(plain(text))
    return {"barrier": Answer(text=text.strip(), choice=kinds[0] if len(kinds) == 1 else "other")}
