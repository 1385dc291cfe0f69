"""Consent, before the first question about the person. Nothing is kept without a plain yes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.coaching.answers import Answer, Answers
from bot.coaching.guide import Choice, Guide, Kind, Step
from bot.coaching.text import YES, plain

_KEEP = r"(?:keep\w*|kept|sav(?:e|ed|ing)|stor(?:e|ed|ing)|record\w*|remember\w*)"
_WITH_IT = r"(?:with|about) (?:that|this|it|you\b.*|my words\b.*)"
_SAYS_NO = re.compile(
    rf"\b(?:don'?t|do not)\b (?:{_KEEP}|want\b.{{0,25}}\b{_KEEP})\b"
    r"|\b(?:can'?t|cannot|won'?t|will not|wouldn'?t|don'?t|do not|refuse to)(?: really)? (?:agree|consent|accept)\b"
    rf"|\b(?:not|never|wouldn'?t be|don'?t feel)(?: \w+)? (?:ok|okay|happy|comfortable|keen) {_WITH_IT}"
    r"|(?:^|\b(?:i'?d|i would) )(?:rather|prefer) (?:not|you did ?n'?t)\b|^(?:i )?disagree$"
)
# With these the words may say either, or a yes: the question comes again.
_MAY_SAY_EITHER = re.compile(r"\b(?:but|mind|problem|worr(?:y|ies)|care|bothered|fuss\w*|why not|sure|think)\b")
_SAYS_YES = re.compile(
    r"(?:(?:yes|yeah|ok|okay|sure|well|right|very well|in that case|(?:all right|alright|fine)(?: then)?)[ ,.]+)*"
    r"(?:yes|yeah|yep|very well|i agree|agreed|i agree (?:to|with) (?:that|it|this)|i consent"
    r"|(?:i'?m |i am )?(?:happy|fine|ok|okay) with (?:that|it|this)|fine by me|(?:of )?course you can|go on then"
    r"|no (?:objections?|bother|probs|issues?|sweat|drama)(?: (?:at all|with (?:that|it|this)))?)"
)
# With none of these in it, words that begin or end in a yes are one: "yes go on then, you did give me a turn though".
_TURNS = re.compile(
    r"\b(?:no|nope|nah|not|nor|never|but|unless|except|only|if|until|when|why|(?<!that's )(?<!thats )what|how|who"
    r"|depends|later|stop|wrong|worr\w+|mind|maybe|perhaps|cannot|dont|wont|cant|didnt|doesnt|isnt|aint|wouldnt"
    r"|shouldnt)\b|n['’]t\b|\?"
)
_FILLS = re.compile(
    r"^(?:(?:oh|well|ah|um+|erm|right|aye|and|so|now|it is|it's|its|that is|that's|thats)\s+)*"
    r"|(?:\s+(?:love|dear|duck|mate|pet|darling|then|please|thanks|for now|by me|with me))*$"
)
_A_YES = re.compile(
    r"(?:yea?h*|ye+s+|ye+h+|yep|yup|aye|yh|ok|okay|fine|all right|alright|sure|i suppose so|go (?:on|ahead)(?: then)?)"
    r"(?: (?:yes|go on|go ahead|that is|that's|it is|is|then|fine|ok|okay|you can|you may|keep (?:it|them)))*"
)
# What goes with a yes: that nobody is told. "Don't tell me what to do" is no such thing.
_UNTOLD = re.compile(
    r"(?P<yes>.+?)[\s,.;!–-]+(?:(?:but|just|only|and|then|please|as long as|so long as|provided|if)[\s,]+)*(?:you )?"
    r"(?:don'?t|do not|never|won'?t) (?:you )?(?:(?:tell|show|give) (?!me\b|us\b|lies)|(?:send|pass|share|show|give) "
    r"(?:it|this|that|them|any\w*|my \w+)\b|let (?!me\b|us\b)[\w' ]{1,30} (?:see|read|know|look))[\w' ]{0,40}"
)
UNSHARED = "unshared"


def agrees_unshared(answers: Answers) -> bool:
    """Was the yes given with the wish that nobody is told?"""
    return UNSHARED in answers


def _said(text: str) -> Mapping[str, Answer]:
    """A yes or a no in other words than the buttons': "I don't want you to keep anything", "fine by me"."""
    said = plain(text)
    untold = _UNTOLD.fullmatch(said)
    if untold and _agrees(untold["yes"]):
        return {"ask": Answer(text=text.strip(), choice="yes"), UNSHARED: Answer(text=text.strip())}
    if "?" not in text and _agrees(said):
        return {"ask": Answer(text=text.strip(), choice="yes")}
    refused = "?" not in text and _SAYS_NO.search(said) and not _MAY_SAY_EITHER.search(said)
    return {"ask": Answer(text=text.strip(), choice="no")} if refused else {}


def _agrees(said: str) -> bool:
    """Is it a yes: in whole, or in its first or last part where nothing in it turns round?"""
    if said in YES or _SAYS_YES.fullmatch(said):
        return True
    parts = [_FILLS.sub("", part.strip()).strip() for part in re.split(r"[,.;!–-]+", said) if part.strip()]
    return not _TURNS.search(said) and any(_A_YES.fullmatch(part) for part in parts[:1] + parts[-1:])


CONSENT = Guide(
    journey="consent",
    steps=(
        Step(
            "ask",
            "consent",
            Kind.CHOICE,
            choices=(Choice("yes"), Choice("no")),
            reads=_said,
            needed=True,
            reflects=False,
        ),
    ),
)
