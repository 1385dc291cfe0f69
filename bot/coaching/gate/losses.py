"""Is a death told, or a loss, or that others turned them away? It decides a kind word, never what is true."""

from __future__ import annotations

import re
from enum import Enum

from bot.coaching.gate.people import PEOPLE
from bot.coaching.spelling import spelled
from bot.coaching.text import plain

_PETS = "dog dogs cat cats puppy kitten rabbit budgie pet horse hamster"
_ONES = "|".join(sorted({*PEOPLE, *_PETS.split(), "he", "she", "they"} - {"people", "services", "system"}, key=len))
_DIED = re.compile(
    rf"\b(?:{_ONES})(?:'s|'d)?(?: \w+)?(?: (?:has|had|have|was|were|is|just|only|both|all|then|suddenly|sadly|being))*"
    r" (?:died|passed(?: away| over)?(?=$|[.,;!]| (?:in|last|away|at|when|and|two|a|this|before|after|from"
    r"|suddenly|of)\b)"
    r"|dead(?! (?:tired|good|nice|funny|keen|chuffed|busy|easy))|killed(?=$|[.,;!]| (?:in|by|on|when)\b)"
    r"|put (?:down|to sleep))\b"
    rf"|\b(?:lost|buried|losing|cremated) (?:(?:my|our|me|both|the) )*(?:late )?(?:{_ONES})\b"
    r"(?!'| (?:card|keys?|number|coat|phone|lead|collar|bag|a|the|at|in (?:town|the)))"
    rf"|\b(?:{_ONES})(?:'s| \w+'s)? (?:funeral|death|suicide)\b|\b(?:my|our) (?:late|dead) (?:{_ONES})\b"
    rf"|\bmiscarri\w+|\bstillborn\b"
    r"|\b(?:since|after|when) (?:the|his|her|their) (?:funeral|death)\b"
)
_LOST = re.compile(
    r"(?:^|[.,;!] |\b(?:i|we|i've|since|after|because|and) )(?:have )?(?:just )?(?:lost|losing) (?:my|our|the"
    r"|me) (?:job|home|house|flat|licence|business|kids|children|money|place"
    r"|benefits|baby|sight|hearing)\b|\b(?:took|taken) my (?:kids|children|baby|son|daughter)\b"
    rf"|\b(?:{_ONES}|i was|i got) (?:has |have |just )*(?:said no(?! (?:more|need|problem|worries|one|such"
    rf"|thanks)\b)|turned me (?:down|away)|didn't (?:turn up|come|show|ring back"
    r"|answer)|never (?:came|turned up|rang back|answered|replied)|let me down|stood me up|left me(?! (?:a|an"
    r"|the|my|some|to|with|in|at|his|her|their|alone|two|his)\b)|dumped me|walked out|kicked me out"
    r"|threw me out|chucked me out|hung up on me|cut me off|blanked me|made redundant|sacked|evicted)\b"
    r"|\bi (?:didn't|never) get (?:the|that) (?:job|place|flat|house)\b|\bwe (?:split|broke) up\b|\bturned me down\b"
)
# What might be, or is hoped for, is no loss yet; and nobody grieves for a phone.
_NOT_SO = re.compile(
    r"\b(?:if|might|would|could|(?<!in )may|what if|in case|worried|scared|afraid|dream\w*|film|telly|book|song"
    r"|story)\b"
)


class Loss(str, Enum):
    """What kind of sorrow is told; each has kind words of its own."""

    DEATH = "sorrow"
    TURNED_AWAY = "setback"


def loss_in(text: str) -> Loss | None:
    """The sorrow that is told in the text, if one is."""
    said = plain(spelled(text))
    if _NOT_SO.search(said):
        return None
    if _DIED.search(said):
        return Loss.DEATH
    return Loss.TURNED_AWAY if _LOST.search(said) else None
