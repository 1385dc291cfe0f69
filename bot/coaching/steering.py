"""Controls told by their words alone: "can we go back to the last one please" is "back", however it is put.

Every word must be a small word or belong to the control, and its sign must be there: one word of content makes a
sentence an answer ("go back to college"). Ending "it" is never a control.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

LONGEST = 12  # words; who writes more is answering

_SMALL = frozenset(
    "i i'd i'll ill i'm im i've ive we we'd us me my can could shall let's lets let please pls plz now for just"
    " want wanna would like need"
    " to the a an this that that's thats it its it's one ones there here today tonight thanks thank you ok okay"
    " right then on of sorry bit"
    " actually again so but do don't dont your is what was all at with from up and go going get think i think maybe"
    " moment time being little"
    " im be if alright ta cheers mate no yeah yes well oh um".split()
)
_SAID: Mapping[str, tuple[str, str]] = {
    "skip": (
        r"\bskip\b|\bnext (?:question|one|bit)\b|\bmove on\b|\bpass (?:on )?(?:this|that|it)?\b|\bleave (?:this"
        r"|that|it) (?:one|question|bit)"
        r"\b|\bdifferent question\b|\bcome back to (?:that|this) (?:one|question)\b",
        "skip skipping next question questions move moving pass past leave leaving another different come back"
        " later miss out",
    ),
    "back": (
        r"\bgo back\b|\bback (?:a|one) (?:bit|step|question)\b|\bback to (?:the )?(?:last|previous|one before"
        r"|question before|other)\b"
        r"|\bprevious\b|\blast question\b|\bundo\b|\bone before\b|\bgo backwards\b",
        "back backwards previous last question questions before undo take step earlier other prior return redo",
    ),
    "repeat": (
        r"\brepeat\b|\b(?:say|ask|tell me|read)\b.*\bagain\b|\bwhat (?:was|is|did)\b.*\b(?:question|ask|say)\b"
        r"|\bsee (?:that|the question) again\b",
        "repeat repeating say ask asked tell read question did said once more see last",
    ),
    "menu": (r"\bmenu\b", "menu main show take back open go see home return"),
    "start_again": (
        r"\bstart\b.*\b(?:again|over|scratch|afresh|beginning)\b|\bfrom scratch\b|\bback to the (?:start"
        r"|beginning)\b|\brestart\b|\bbegin again\b",
        "start starting over scratch afresh beginning begin restart back whole thing",
    ),
    "plan": (
        r"\b(?:show|see|open|view|look at|read|get up|what's (?:in|on))\b.*\bplan\b|\bwhat have i (?:put|said|got"
        r"|done|written)\b.*\bfar\b",
        "show see open view look read plan put said have far got done written what's in bring",
    ),
    "why": (
        r"^(?:but )?why\b.*\b(?:you|ask|asking|matter|matters|need|question)\b|\bwhat's (?:the reason"
        r"|the point of (?:asking|this question|that question))\b",
        "why ask asking asked know knowing matter matters reason question questions does are want need what's point"
        " me relevant important",
    ),
    "stop": (
        r"\b(?:stop|stopping|quit|exit|log ?out|log ?off|pause|bye|goodbye|cheerio)\b|\b(?:i'm|im|we're"
        r"|all) (?:done|finished)\b|\bdone (?:for|now)\b"
        r"|\bfinish(?:ed)? (?:here|there|now|for|it|up|this)\b|\bend (?:the |this |our )?(?:chat|conversation"
        r"|session|here|there|now)\b|\bcall it a day\b"
        r"|\bleave it there\b|\b(?:come|get) back (?:to (?:this|it|that) )?(?:later|tomorrow|another)\b"
        r"|\bneed a break\b|\bcan we (?:have|take) a break\b"
        r"|\bhad enough\b|\benough (?:for|now|today)\b|\bthat's? all\b|\bsee (?:you|ya) (?:later|soon|tomorrow)\b"
        r"|\bgotta go\b|\bgot to go\b|\bclose (?:the|this)\b|^close$|^cancel$",
        "stop stopping quit exit log logout logoff out off pause bye goodbye cheerio done finished finish end chat"
        " conversation session call day leave come back later"
        " tomorrow another break rest breather had enough see ya soon gotta got close cancel save saving we're"
        " rather week night have",
    ),
}
_NEVER = re.compile(r"\bend it\b|\bend (?:my|me)\b|\bstop (?:it|being|me)\b.*\w{4}")
_TESTS = tuple((name, re.compile(sign), _SMALL | frozenset(words.split())) for name, (sign, words) in _SAID.items())


def steers(said: str) -> str | None:
    """The name of the control that a whole message (plain) is, told by its words; None where it is none."""
    words = re.findall(r"[\w']+", said)
    if not 0 < len(words) <= LONGEST or _NEVER.search(said):
        return None
    return next((name for name, sign, known in _TESTS if sign.search(said) and known.issuperset(words)), None)
