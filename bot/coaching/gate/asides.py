"""What is no answer: a wish to talk to a person, a question to the coach, a refusal. Only whole messages count."""

from __future__ import annotations

import re

from bot.coaching.gate.classes import Topic
from bot.coaching.text import plain

_PERSON_WANTED = re.compile(
    r"^(?:please\s+)?(?:(?:i (?:want|need|would like|wanna)|i'd like|can i|could i|let me|is there|give me|get me)\s+"
    r"(?:to\s+)?(?:(?:talk|speak|chat|get through)\s+(?:to|with)\s+)?(?:a|an|some|another)?\s*"
    r"(?:(?:real|actual|human|proper|live)\s+)?(?:human being|human|person|someone real|somebody real|real one)"
    r"|(?:can i|could i|i need to|i want to)\s+(?:talk|speak|chat)\s+(?:to|with)\s+(?:someone|somebody)"
    r"|(?:talk|speak|chat)\s+(?:to|with)\s+a\s+(?:real\s+)?(?:human|person)|a?\s*(?:real|actual"
    r"|human)\s+(?:person|human|being)"
    r"|(?:a )?human|someone real|somebody real)"
    r"(?:\s+(?:please|instead|now|to talk to|i can talk to))*$"
)
_WHO_READS = re.compile(
    r"^(?:(?:and|but|so|ok|okay|wait|hang on|sorry)[\s,]+)*who(?:'s|s)?\b.*"
    r"\b(?:see|sees|read|reads|reading|know|told|look|looks|looking)\b"
    r"|\bis (?:this|it|that) (?:private|confidential|safe|secret)\b|\bwill (?:you|anyone|anybody) (?:tell|see|read)\b"
    r"|\bdo you tell\b|\bdoes (?:anyone|anybody|my \w+) (?:see|read|get)\b"
)
_ABOUT_BOT = re.compile(
    r"\bare you (?:a |an )?(?:real|human|robot|bot|person|computer|ai|machine|alive|there)\b|\bwho are you\b"
    r"|\bwhat are you\b"
    r"|\bis this a (?:bot|robot|person|computer)\b|\bam i talking to\b"
)
_MISUNDERSTOOD = re.compile(
    r"^(?:you (?:don't|dont|do not|didn't|didnt) (?:understand|get it|listen)|you're not listening"
    r"|youre not listening"
    r"|that's not what i (?:meant|said)|thats not what i (?:meant|said)|not what i meant|i (?:don't"
    r"|dont) (?:understand|get it)"
    r"(?: the question| what you mean| that| this| you)?|what do you mean(?: by that)?|what does that mean|what|huh"
    r"|eh|you what"
    r"|this is (?:stupid|rubbish|pointless|useless)|stupid (?:bot|question|robot)|i don't get (?:it|the question)"
    r"|confused|i'm confused"
    r"|im confused)$"
)
_OTHER_QUESTION = re.compile(
    r"^(?:what(?! if)|why|how(?! about)|who|when|where|which|are you|do you|can you|could you|is this|is it|did you"
    r"|will you"
    r"|would you)\b.*\?\s*$",
    re.DOTALL,
)
_REFUSAL = re.compile(
    r"^(?:i(?:'d|d| would)?\s+)?(?:rather not(?: say| answer| talk about (?:it|that))?|prefer not to(?: say| answer)?"
    r"|(?:don't|dont|do not) (?:want|wanna|wish) to(?: say| answer(?: that| this| it)?| talk about (?:it|that|this)"
    r"| go there| share(?: that| it)?)?"
    r"|(?:don't|dont) wanna(?: say)?|not telling(?: you)?|not saying|no comment)"
    r"(?:[\s,]+(?:thanks|thank you|sorry|please|if that's ok|if thats ok))*$"
    r"|^(?:(?:that's|thats|it's|its|this is) )?(?:(?:a bit |too |quite |very )?(?:private|personal)"
    r"|none of your business|nobody's business)$"
)


def topic_of(text: str) -> Topic | None:
    """What the coach is being asked or told about itself, or None when this is no such thing."""
    said = plain(text)
    if _ABOUT_BOT.search(said):
        return Topic.ABOUT_BOT
    if _WHO_READS.search(said) and len(said.split()) <= 14:
        return Topic.WHO_READS
    if _MISUNDERSTOOD.match(said):
        return Topic.MISUNDERSTOOD
    if _OTHER_QUESTION.match(text.strip().lower()):
        return Topic.OTHER
    return None


def wants_person(text: str) -> bool:
    """Is the whole message a wish to talk to a human being?"""
    return bool(_PERSON_WANTED.match(plain(text)))


def refuses(said: str) -> bool:
    """Is the whole message (plain) a wish not to answer?"""
    return bool(_REFUSAL.match(said))
