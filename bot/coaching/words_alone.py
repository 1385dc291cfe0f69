"""The words of a name or of a line to keep, without what only leads to them: "idk. you're ok" keeps "you're ok".

Where it is not sure what leads and what is meant, the whole text stays.
"""

from __future__ import annotations

import re

from bot.coaching.asides import ASIDES, ruled
from bot.coaching.gate import AnswerClass, Asked
from bot.coaching.reflect import without_hedges
from bot.coaching.text import unadorned

_SOUNDS = r"(?:(?:um+|er+m*|uh+|hmm+|oh|well|honestly|sorry|ok|okay|no)[\s,.…]+)*"
_ELSE = r"(?:something|somthing|somethin|sumthing|sumthin|summat|sommat|summink) else"
_NOT_KNOWING = re.compile(
    rf"{_SOUNDS}(?:idk|dunno|no idea|not sure|i (?:really |honestly )?(?:don['’]?t|do not) (?:really )?know)"
    r"(?: (?:really|yet))?(?: (?:what|how) (?:to|i(?:['’]d| would| should| could)?) (?:say|put|write|call it|answer)\b"
    r"[^.,;!?…]*)?\s*[.,;!…–-]+\s*(?!(?:but|and|that['’]?s|it['’]?s|so|if|when|why|how|what)\b)(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ANOTHER = re.compile(
    rf"{_SOUNDS}(?:{_ELSE}|none of (?:those|these|them)|none|neither(?: of (?:those|them))?|not (?:those|these))"
    r"\s*[.,:;!–-]+\s*(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SAYS_THAT = re.compile(
    rf"{_SOUNDS}(?:(?:maybe|perhaps|i think|i suppose|i guess|it (?:says|shows|means)|it['’]s)\s+)*that\s+"
    r"(?P<words>(?:i|i['’]?m|i['’]?ve)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = re.compile(
    r"(?:(?:a |the )?(?:short )?(?:name|title|word)s?\s*[?:,.–-]+\s*|(?:maybe|perhaps|just|ok|okay|well|um+|erm*"
    r"|how about|what about|something like|i['’]?d say|i would say|(?:i['’]?d |i would |let['’]?s )?(?:just )?call it"
    r"|name it|say|it['’]?s)\s*[:,]?\s+)*"
    r"(?:[\"“](?P<double>[^\"“”]+)[\"”]|['‘](?P<single>(?:[^'‘’]|(?<=\w)['’](?=\w))+)['’](?!\w))"
    r"(?P<behind>\W*|\W+(?:but|or|because|cos|though|although|as|if|is|would)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_ANOTHER_ALONE = re.compile(rf"(?:{_ELSE}|none of (?:those|these|them)|none|neither|another)")
_NOTHING = ASIDES | {AnswerClass.DONT_KNOW, AnswerClass.SELF_CRITICAL}


def words_alone(text: str, asked: Asked | None) -> str:
    """The words that are meant for a name or a line; the text as it is at any other question."""
    if asked not in (Asked.NAME, Asked.NOTE):
        return text
    said = text.strip()
    if asked is Asked.NAME and (quoted := _QUOTED.fullmatch(said)):
        return (quoted["double"] or quoted["single"]).strip()
    behind = _behind(_NOT_KNOWING, said, asked)
    if asked is Asked.NOTE:
        return behind or text
    behind = _behind(_ANOTHER, behind or said, asked) or behind
    behind = _behind(_SAYS_THAT, behind or said, asked) or behind
    return without_hedges(behind) if behind else text


def names_another(text: str) -> bool:
    """Does it say what none of the offered names says: "something else: brave"?"""
    return bool(_behind(_ANOTHER, text.strip(), Asked.NAME))


def _behind(lead: re.Pattern[str], said: str, asked: Asked) -> str:
    """The words behind such a lead, where they say something."""
    found = lead.fullmatch(said)
    if found is None or not unadorned(found["words"]) or _ANOTHER_ALONE.fullmatch(unadorned(found["words"])):
        return ""
    return "" if ruled(found["words"], asked) in _NOTHING else found["words"]
