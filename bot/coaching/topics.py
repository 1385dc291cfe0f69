"""Which short answer a question about recovery or medicines is met with. Pure; the words are in data/responses/.

It must never pick an answer that tells anybody what to take: there is none among them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_Table = Sequence[tuple[str, "re.Pattern[str]"]]


def _table(*rows: tuple[str, str]) -> _Table:
    """Key and how a fitting message may put it: beginnings of words, with commas between."""
    return tuple((key, _any_of(said)) for key, said in rows)


def _any_of(said: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(each.strip() for each in said.split(','))})", re.IGNORECASE)


# The first row that fits wins; where none does, the last answer is the one.
_RECOVERY = _table(
    (
        "utter_recovery_setback",
        "relaps, setback, set back, comes? back, square one, backwards?, worse, ill again, straight",
    ),
    (
        "utter_recovery_cure",
        "cure, symptom, difference, same as, back to normal, back to who, back to how, medic, tablet",
    ),
    (
        "utter_recovery_long",
        "how long, how soon, until, till, when (?:will|does|do|can), for life, for ?ever, always, permanent",
    ),
    ("utter_recovery_alone", "alone, by myself, by yourself, on my own, on your own, without help, support my own"),
    (
        "utter_recovery_know",
        "how (?:do|would|will) (?:i|you|we) know, am i recover, am i getting, who decides, who says, signs?, stages?,"
        " steps",
    ),
    ("utter_recovery_helps", "helps?, how (?:do|can|could|does|did), what makes, what do people, chime, begin, start"),
    (
        "utter_recovery_possible",
        "possible, will, can, could, do people, do you get, does (?:any|every|it|this|psychosis|bipolar|dep|anx),"
        " do (?:any|every|most|some), do you (?:ever|believe|think), chance, odds, too late, true, point, ever, real",
    ),
    ("utter_recovery_what", "recovery"),
)
_MEDICINES = _table(
    ("utter_medicines_too_much", "twice, double, too many, too much, extra, (?:took|take|taken) (?:two|more|three)"),
    ("utter_medicines_missed", "miss, forg[eo]t, late, skip, remember, ru?an out, run out, lost my"),
    (
        "utter_medicines_forced",
        "forc, made to, make me (?:take|have), refuse, say no, have to (?:take|have), right to, section",
    ),
    ("utter_medicines_baby", "pregnan, baby, breast"),
    (
        "utter_medicines_mixing",
        "drink, alcohol, pint, beer, wine, weed, cannabis, smok, mix, grapefruit, drive, driving, paracetamol,"
        " ibuprofen, herbal, natural, st john, both, vitamin, with (?:the|these|my|lithium|sertraline)",
    ),
    (
        "utter_medicines_side_effects",
        "side[ -]?effect, weight, fat, sleepy, tired, shak, sick, dizzy, numb, zombie, dry mouth, hungry, headache,"
        " rash, makes? me, making me, made me, knock, gives? me, doped, drugged, dribbl, stiff, sex drive, nightmare,"
        " horrible, hurts?",
    ),
    (
        "utter_medicines_stopping",
        "stop, comes? off, coming off, came off, get off, off (?:my|the|them), reduc, lower, halve, cut down,"
        " without,"
        " wean, not (?:been )?tak, don'?t (?:want|need), give up, less, change",
    ),
    (
        "utter_medicines_working",
        "work, how long, kick in, help, best, better, stronger, which, need, addict, safe, what (?:is|are|does|do)",
    ),
    ("utter_medicines_any", "medic"),
)


# What makes a question one about medicines, or about recovery.
_MEDICINE = re.compile(
    r"\b(?:medic\w*|meds|tablets?|pills?|dose|doses|dosage|depot|injections?|side[ -]?effects?|anti-?depress\w*"
    r"|anti-?psychotics?"
    r"|lithium|clozapine|olanzapine|sertraline|quetiapine|risperidone|aripiprazole|citalopram|fluoxetine|mirtazapine"
    r"|diazepam|valproate|prozac"
    r"|prescription|sleeping tablets)\b",
    re.IGNORECASE,
)
_GETTING_WELL = re.compile(
    r"\b(?:recover\w*|(?:get|feel|be|getting) (?:any |ever )?better|(?:ever|going to) (?:be|get|feel) (?:well|better"
    r"|ok|normal)|cured?|relaps\w*|be like this for ?ever)\b",
    re.IGNORECASE,
)


_CARD = re.compile(r"\b(?:support|help) card\b|\bwh?at(?:['’]?s| is|s) (?:the|this|that|a) card\b", re.IGNORECASE)
_TELLING = re.compile(
    r"\b(?:should|shall|shud|ought|do|must|would it be (?:better|best|good|ok(?:ay)?)) (?:i |to )*(?:have to "
    r"|need to )?(?:tell|show|talk (?:to|about|with)|speak (?:to|with)|say (?:anything|something|it|this) to|let)\b"
    r"(?! (?:you|u|me)\b)",
    re.IGNORECASE,
)
_BELIEVED = re.compile(r"\byou (?:do ?n['’]?t |do not )?(?:even |really )?(?:believe|trust|doubt) me\b", re.IGNORECASE)


def answered(text: str) -> str:
    """The key of the answer to a question about recovery, medicines, the card, or whether to tell somebody or they are
    believed; empty where it is none."""
    if _CARD.search(text):
        return "utter_support_card_is"
    if _BELIEVED.search(text):
        return "utter_believed"
    if _TELLING.search(text):
        return "utter_whom_to_tell"
    if _MEDICINE.search(text):
        return about_medicines(text)
    return about_recovery(text) if _GETTING_WELL.search(text) else ""


def about_recovery(text: str) -> str:
    """The key of the answer to a question about recovery."""
    return _first(text, _RECOVERY)


def about_medicines(text: str) -> str:
    """The key of the answer to anything said about medicines."""
    return _first(text, _MEDICINES)


def _first(text: str, table: _Table) -> str:
    return next((key for key, said in table if said.search(text)), table[-1][0])
