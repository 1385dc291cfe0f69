"""Are two acts one, or two? "Go to the shop and get milk" is one act; "go to the shop and ring the GP" is two.

What makes them one: the first only gets ready for the second, the second happens where the first leads, or it is
said or booked in the very call that the first makes.
"""

from __future__ import annotations

import re

from bot.coaching.gate.steps import without_lead
from bot.coaching.gate.times import names_a_time

CALLING = frozenset("telephone ring call phone text email write contact message reply".split())
_HOUSEWORK = frozenset(
    "tidy clean hoover wash mow weed iron cook bake dust mop polish vacuum sweep declutter clear empty shave shower"
    " cut"
    " hang fold defrost fix repair mend paint decorate sew knit".split()
)
_ERRANDS = frozenset(
    "pay book apply visit sort print post water feed order cancel join renew return drop pick collect plant study"
    " revise"
    " practise shop sign register enrol fill send volunteer walk swim cycle change jog draw read".split()
)
TASKS_OF_THEIR_OWN = CALLING | _HOUSEWORK | _ERRANDS
_ALONE = frozenset("hoover shower shave cook iron tidy clean dust mop bake shop exercise swim meditate".split())
_GETS_READY = re.compile(
    r"^(?:get (?:up|out(?! the)|dressed|ready|off|in|going|washed|my (?!hair|nails|teeth|tablets|meds|prescription"
    r"|eyes|ears|blood)"
    r"|the (?!bus|train|shopping|washing)|a (?:pen|bag|pad|bin|chair|brew|coffee|cup|taxi|lift)|some (?:paper|boxes)"
    r"|out of bed|to (?:the|a))|sit|stand|wake|lie|log|sign in|open|find"
    r"|look (?:up|for|at|online|on)|pick up (?:the|my|a) (?:phone|pen|guitar|book|number|brush|bike)|turn|switch"
    r"|fill (?:the|a) (?:kettle|bath|bucket|bowl|sink)"
    r"|put (?:on|my (?!bins|washing|bike|tablets)|the (?:kettle|radio|telly|music|phone|timer|alarm|heating))"
    r"|make (?:a|my|some|the) (?:brew|tea|coffee|cuppa|list|cup|plan|note|drink)|have (?:a )?(?:brew|cuppa|coffee|tea"
    r"|breakfast)"
    r"|set|run (?:a|the) bath|pack|knock|wait|breathe|stop|pause|count|leave|grab|close|shut|lock|charge (?:my"
    r"|the) (?:phone|laptop|tablet)|plug|catch|hop|reach|step|come|take (?:a (?:deep )?breath|five|the bus|a bus"
    r"|the train|my (?:coat|phone|bag)"
    r"|a (?:pen|pad|list|bag|photo|picture|friend)|the dog|out|down))\b"
)
_OUT_AND_ABOUT = re.compile(
    r"^(?:go|walk|cycle|drive|nip|pop|head|get the bus|get on|get off|drop in|call in|get to|wander|ride|run)\b"
)
_AWAY_FROM_HOME = re.compile(
    r"^(?:go|walk|nip|pop|head|cycle|drive) (?:the dog|my dog|for a (?:walk|run|swim|jog|wander)|swimming|to (?:the "
    r"|my )?(?:gym|pool|post office|doctors?|surgery|library|bank|allotment|church|group|park|chemist|dentist"
    r"|barbers?|jobcentre|shops?))\b"
)
_IN_THE_CALL = re.compile(
    r"^(?:book|arrange|make|get|have|order|cancel|sort|change|move|request|find|see|fix|set|pay) (?:up |out )?(?:a|an"
    r"|my|the|another|some|in|me|out)?\b ?(?:\w+ ){0,2}?(?:appointment|appt|slot|place|time|check|check-?up|session"
    r"|table|meeting"
    r"|prescription|repair|visit|refill|double|date|lift|referral|review|blood test|taxi|in|seat|space|refund|bill"
    r"|balance|what|when|if|how|date|help|number|chat|catch up)\b"
)
_SAID_ONLY = frozenset(
    "say tell ask arrange count breathe listen relax rest sit check let come return talk chat wait eat drink invite"
    " thank apologise back dress look send"
    " explain introduce sign stay enjoy keep drop use finish leave be feel see try"
    " start put buy do get have move take turn stick freeze".split()
)
_SAID_IN_A_CALL = frozenset(
    "say tell ask arrange let come invite thank apologise explain check see chat talk speak find".split()
)
_CHORE = re.compile(
    r"^(?:do (?:the|some|my|a bit of|a) (?:\w+ )?(?:dishes|housework|laundry|garden|pots|washing|bins"
    r"|\w{3,}ing(?: up)?|shop)\b|turn out|put (?:a|the|my|some) (?:wash|washing|load|bins|rubbish)|take the (?:bins"
    r"|rubbish))"
)
_ANAPHORA = re.compile(r"\b(?:it|them|there|one|him|her|that|both)\b|\bsome$")
_APART = re.compile(r",|\b(?:then|also|plus|as well as|after that)\b|\.\s")
_POSTURES = frozenset("sit stand breathe count wait listen lie look stop leave take turn put get rest".split())


def are_two_acts(text: str, first: str, opening: str, second: str, words: str) -> bool:
    """Are these two acts, each to be planned? In: the whole answer, and of either part its verb and its words."""
    opening, words = without_lead(opening.lower()), without_lead(words.lower())
    if names_a_time(opening) and names_a_time(words):
        return True  # each has a day of its own
    alone = len(words.split()) < 2
    if _ANAPHORA.search(words) or (alone and not (second in _ALONE and len(opening.split()) > 1)):
        return False
    if len(opening.split()) < 2 and second not in TASKS_OF_THEIR_OWN:
        return False
    second = "clean" if _CHORE.match(words) else second
    if first in CALLING and ((_IN_THE_CALL.match(words) and ". " not in text) or second in _SAID_IN_A_CALL):
        return False
    if _OUT_AND_ABOUT.match(opening):
        return _is_elsewhere(text, opening, second)
    if _GETS_READY.match(opening):
        return bool(_APART.search(text.lower())) and second in CALLING | _HOUSEWORK and first not in _POSTURES
    if second in TASKS_OF_THEIR_OWN:
        return not (first == "buy" and second in {"cook", "paint", "plant", "bake", "send", "post"}) or bool(
            _APART.search(text)
        )
    return _is_apart(text, first, second, words)


def _is_elsewhere(text: str, opening: str, second: str) -> bool:
    """After going somewhere: is the second act no part of being there?"""
    if second in CALLING | _HOUSEWORK:
        return bool(_AWAY_FROM_HOME.match(opening)) or bool(_APART.search(text.lower()))
    return second in {"visit", "see", "volunteer", "study", "revise"} and bool(_AWAY_FROM_HOME.match(opening))


def _is_apart(text: str, first: str, second: str, words: str) -> bool:
    if {first, second} <= _POSTURES:
        return False
    if second == "go":
        return first in TASKS_OF_THEIR_OWN | {"get", "do", "have", "make", "take"} and len(words.split()) > 1
    if second in {"tell", "take", "do", "make", "start", "put", "have", "buy", "get", "see", "meet"}:
        return first in TASKS_OF_THEIR_OWN | {"do", "see", "meet"} and (first != "buy" or second == "do")
    return bool(_APART.search(text.lower())) and second not in _SAID_ONLY
