"""What gets in the way: something around the person only, or all of it at once ("it's impossible") (method: G10)."""

from __future__ import annotations

import re

from bot.coaching.answers import Answers, words_of
from bot.coaching.text import plain

_AROUND = re.compile(
    r"\b(?:weather|rain\w*|snow\w*|wind\w*|ic[ey]|storms?|heatwave|bus(?:es)?|trains?|trams?|traffic|lifts?|money|cash"
    r"|skint|broke|prices?|cost\w*|fares?|bills?|benefits|neighbours?|landlord|council|shifts?|overtime|appointments?"
    r"|closed|shut|full|noise|noisy|crowds?|queues?|cancel\w*|strikes?|car|phone|internet|wifi|signal|visitors?"
    r"|school run|childcare|(?:the|my) (?:kids|children|boss|family))\b"
)
_WITHIN = re.compile(
    r"\b(?:i|i'm|i'd|i've|i'll|me|myself|my (?:head|mind|nerves|anxiety|mood|thoughts?|voices?|legs?|body)"
    r"|feel\w*|tired\w*|scared|afraid|fear|worr\w+|anx\w+|panic\w*|nerv\w+|shy\w*|lazy|mood|moods|low|down|sad|angry|bored|lonely|shame"
    r"|asham\w+|guilt\w*|thoughts?|voices?|paranoi\w+|depress\w+|sleep\w*|pain|energy|motivation|forget\w*|memory"
    r"|habit|overwhelm\w*|stress\w*|doubt\w*)\b"
)
_LEAD = (
    r"(?:(?:well|honestly|tbh|to be honest|because|cos|it|it's|its|that's|thats|this|all of it|the whole thing"
    r"|everything|is|just|completely|totally|pretty much|a bit|probably|i think|i guess|i'd say|and|not|really"
    r"|so)[\s,.]*)*"
)
_ALL_OF_IT = re.compile(
    _LEAD + r"(?:impossible|unrealistic|not possible|a pipe dream|pie in the sky|too (?:big|much) for me"
    r"|out of (?:my )?reach|(?:it |that |this )?(?:can't|cannot|won't) be done"
    r"|(?:it |that |this )?(?:will |'ll )?never (?:going to |gonna )?happen"
    r"|(?:it |that |this )?(?:won't|isn't going to|ain't gonna|is never going to|'s never going to) (?:work|happen))"
    r"[\s,.!]*(?:for me|isn't it|innit|really|honestly|mate|is it)?[\s.!]*"
)


def moment(answers: Answers) -> str:
    """What may get in the way, as the moment of an if-then plan; nothing where all of it seems impossible."""
    return "" if seems_impossible(answers) else words_of(answers, "obstacle")


def is_outside_only(answers: Answers) -> bool:
    """Is what may get in the way something around them ("the buses"), with nothing said of what goes on in them?"""
    text = plain(words_of(answers, "obstacle"))
    return bool(_AROUND.search(text)) and not _WITHIN.search(text)


def seems_impossible(answers: Answers) -> bool:
    """Did they say that it can't be done at all?"""
    return bool(_ALL_OF_IT.fullmatch(plain(words_of(answers, "obstacle"))))
