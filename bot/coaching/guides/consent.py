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
    if untold and (untold["yes"] in YES or _SAYS_YES.fullmatch(untold["yes"])):
        return {"ask": Answer(text=text.strip(), choice="yes"), UNSHARED: Answer(text=text.strip())}
    if _SAYS_YES.fullmatch(said):
        return {"ask": Answer(text=text.strip(), choice="yes")}
    refused = "?" not in text and _SAYS_NO.search(said) and not _MAY_SAY_EITHER.search(said)
    return {"ask": Answer(text=text.strip(), choice="no")} if refused else {}


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
