"""Several things at once: more than one wish, or more than one act (method: section 3, G3 and G12).

"Go to the shop and get milk" is one act, "ring the GP and tidy my room" are two. All of them are kept.
"""

from __future__ import annotations

import re

from bot.coaching.gate.people import ME
from bot.coaching.gate.steps import LISTED, TASKS, without_lead
from bot.coaching.gate.two_acts import CALLING, TASKS_OF_THEIR_OWN, are_two_acts
from bot.coaching.spelling import spelled

_MARKED = re.compile(r"(?:^|\s)(?:\d{1,2}[.)]|[-*•])\s*(?=\S)")
_NUMBERED = re.compile(r"(?:^|\s)([1-9])[.):]?\s+(?=[A-Za-z])")
_SAID_TO_BE_SEVERAL = re.compile(
    r"^(?:(?:two|three|four|a few|couple of|several|lots of|2|3) things\b|first(?:ly)?\b.*\b(?:then"
    r"|second(?:ly)?|next)\b|both\b.*\band\b|one (?:is|thing|would)\b.*\b(?:two|another|the other)\b|half of me\b)"
    r"|\b(?:and |but |, ?)?also (?:i|want|a|an|my|some|to|it|be|do|have|start|volunteer\w*|\w+ing)\b|\bas well as\b"
    r"|\band (?:also|as well)\b|\balso (?:to )?(?:start|get|find|have|go"
    r"|phone|ring|learn|see|be|do|join|call)\b"
)
_ITEM = re.compile(
    r"^(?:maybe |possibly |perhaps |then |to |i'd |i'll |i want to |want to |i want |i would |i will |being "
    r"|also |get |have |firstly |secondly |someday )*"
)
_VERBS = frozenset(
    "telephone fill tick chop peel assemble lock feed hand deliver submit upload scan paint varnish shave declutter"
    " defrost wipe mow weed water plant repot charge download delete block record revise research"
    " google search list"
    " bin chuck donate recycle sell swap borrow fold decorate bath trim journal jog cycle ride climb hike catch"
    " unpack strip"
    " clear empty sign sweep polish load pack charge order renew cancel return spend ring call phone text email"
    " write tidy clean cook buy book apply fill wash hoover join pay sort do see visit"
    " meet finish get find go learn pass lose move start make have take eat sleep walk run swim save read paint"
    " draw sing play study train work"
    " volunteer help build grow travel drive speak talk watch bake knit sew message send post open sit stand put"
    " set leave turn look check ask tell give feed brush shower dress change shop plan return listen cut stop quit"
    " be feel keep bring try spend become reconnect"
    " contact register sign enrol print fix repair mend throw empty iron dust mop message stretch exercise meditate"
    " pray breathe count come pick drop collect hang arrange organise practise practice attend use live stay".split()
)
_ACQUIRING = frozenset(
    "get have find become learn move buy start join make pass lose work volunteer train study".split()
)
_WITH_GOING = frozenset(
    "see meet watch eat listen pick visit walk swim play dance sing have say ask look find do".split()
)
_POSTURES_FIRST = frozenset(
    "quit come sit stand put take walk leave open pick stop wait look turn lie run grab breathe save reach set".split()
)
_FLOWING = frozenset(
    "say tell ask breathe relax rest sit listen come return talk chat wait enjoy feel thank invite look help".split()
)
_AFTER_A_CALL = frozenset("book arrange make get have sort find see".split())
_ANAPHORA = re.compile(r"\b(?:it|them|there|one|him|her|that)\b")
_A_THING = re.compile(
    r"^(?:somewhere|something|someone|enough|a|an|my own|own|wee|two|three|four|some|more|better|less|another|new"
    r"|good|nice"
    r"|proper)\b(?= \S)"
)
_TIME_FIRST = re.compile(
    r"^(?:and |then )*(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|tomorrow|today|tonight"
    r"|this (?:morning|afternoon|evening|week)|next week|in the (?:morning|afternoon|evening)|at the weekend"
    r"|after that|later)\b[\s,]*"
)
_APPOINTMENT = re.compile(
    r"^mak(?:e|ing) (?:a|an|my|the|another) (?:\w+ ){0,2}(?:appointment|appt|booking|complaint|claim|phone ?call"
    r"|call)\b"
)
_IS_DOING = re.compile(
    r"^(?:to be |be |i'd be |i would be |being |i'm |still |back )*(?!being|something|anything|nothing|everything"
    r"|evening|morning)\w+ing (?:\S+\s?){1,}"
)
_COMMON = frozenset(
    "have with want that from some more every week each into their again then going being would like them myself able"
    " also work working back home"
    " around about doing having getting live living place really just once twice times year month days good better"
    " people other own learn learning".split()
)
_LIKE = re.compile(r"\blike (?=\w+ing\b|i'd\b|i'm\b|get\b|go\b|a\b|my\b)", re.IGNORECASE)
_LEAD_IN = re.compile(r"^(?:so |well |um+ |ok )*i(?:'m| am) (?:going|gonna) to ", re.IGNORECASE)
_TO_BE = re.compile(r"^(?:(?:i'd|i would|i want|i'd like|i'd love|would|to|be|being|i'm|also|then|just)\s)*")
_ON_ITS_OWN = re.compile(r"^(?:and )?i(?:'d| want| would|'ll| will| could|'m)\b")
_PLACE_AND_PASTIME = re.compile(
    r"^(?:go(?:ing)?|walk(?:ing)?|sit(?:ting)?|get(?:ting)? on|hop(?:ping)? on|tak(?:e|ing) the|out|be(?:ing)? (?:in"
    r"|on|at|out)|work(?:ing)? (?:in|on|at|with)|in a band|run(?:ning)? a|have a stall|on the|back on the)\b"
)
_PASTIME = re.compile(
    r"^(?:to )?(?:having|have|looking|look|watching|watch|lighting|light|listening|listen|eating|eat|drinking|drink"
    r"|chatting|chat|talking|talk|growing|grow|playing bass|playing (?:the )?(?:drums|guitar|bass|keys)|fishing for"
    r"|selling|sell|feeding|feed|catching|singing|sing"
    r"|dancing|dance|serving|stacking|making (?:the )?(?:tea|coffee)|picking|go(?:ing)? (?:to|on|in|out|for)"
    r"|see(?:ing)? (?:the|what)|enjoying|meeting|meet|helping|help|bringing|bring|smelling|feeling|laugh(?:ing)?"
    r"|relax(?:ing)?)\b"
)
_PEOPLE_FIRST = re.compile(r"^(?:me|my|our|the|us) ?\w*$")
_WITH_BOTH = re.compile(r"\b(?:with|of|between|full of) (?:a |an |my |the |some )?(?:\w+ )?\w+$")
_ASIDE = re.compile(
    r"^(?:like|as|in|with|near|at|on|when|where|who|that|so|because|if|just|no|not|but|even|i used|i was|i've|i am"
    r"|i'm)\b"
)


def _marked(text: str) -> list[str]:
    numbers = [int(number) for number in _NUMBERED.findall(text)]
    marks = _NUMBERED if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) else _MARKED
    return [part for part in marks.split(text) if part.strip(" .,\n") and not part.isdigit()]


def items(text: str) -> tuple[str, ...]:
    """The things that an answer lists, in order, as written; one alone gives itself."""
    marked = _marked(text)
    parts = marked if len(marked) > 1 else LISTED.split(text)
    return tuple(part.strip(" .,\n") for part in parts if part and part.strip(" .,\n"))


def lists_several(text: str, *, acts_only: bool) -> bool:
    """Does the answer name more than one thing to want, or (`acts_only`) more than one act?"""
    if len(_marked(text)) > 1:
        return True
    text = _LEAD_IN.sub("", _LIKE.sub("", spelled(text))) if "\n" not in text else text
    listed = [part for part in items(text) if re.search(r"\w", part)]
    if len(listed) < 2:
        return False
    if _SAID_TO_BE_SEVERAL.search(text.lower()):
        return True
    if len([part for part in listed if _head(part)]) > 2 and not acts_only:
        return True
    told = [part for part in listed if not _ASIDE.match(_TIME_FIRST.sub("", part.lower()))]
    if len(told) < 2:
        return False
    return _several_acts(text, told) if acts_only else _several_wishes(told)


def _bare(part: str) -> str:
    return _ITEM.sub("", without_lead(part.lower()))


def _is_thing(part: str) -> bool:
    return bool(_A_THING.match(_bare(part)) or _A_THING.match(without_lead(part.lower())))


def _head(part: str) -> str:
    """The verb that an item starts with, in its plain form, or nothing."""
    rest = without_lead(_TIME_FIRST.sub("", part.lower()))
    if _APPOINTMENT.match(rest):
        return "book"
    first = (rest.split() or [""])[0]
    stem = first[:-3] if first.endswith("ing") and len(first) > 4 else first
    return next((form for form in (first, stem, stem + "e", stem[:-1]) if form in _VERBS), "")


def _several_acts(text: str, told: list[str]) -> bool:
    acts = [(head, part.lower()) for part in told if (head := _head(part))]
    if len(acts) > 2:
        return bool(TASKS_OF_THEIR_OWN & {head for head, _ in acts}) or bool(
            {"have", "make"} & {head for head, _ in acts}
        )
    if len(acts) < 2:
        return _head(told[0]) in TASKS | {"do"} and _is_object(told[1])
    return are_two_acts(text, *acts[0], *acts[1])


def _is_object(part: str) -> bool:
    return bool(re.match(r"(?:the|my|some|a|an) \w+", part.lower()))


def _several_wishes(told: list[str]) -> bool:
    heads = [_head(part) for part in told]
    things = [part for part in told if _is_thing(part)]
    if len(told) > 2:
        return (
            len([head for head in heads if head]) > 1 or len(things) > 1 or all(len(part.split()) <= 3 for part in told)
        )
    first, second = told
    if _is_said_again(first, second):
        return False
    if _PLACE_AND_PASTIME.match(_TO_BE.sub("", first.lower())) and _PASTIME.match(_TO_BE.sub("", second.lower())):
        return False
    if all(_IS_DOING.match(part.lower()) for part in told) and heads[1] not in _FLOWING:
        return not _ANAPHORA.search(second.lower())
    if _ANAPHORA.search(second.lower()) or len(second.split()) < 2:
        return False
    if heads[0] and heads[1]:
        return bool(_ON_ITS_OWN.match(second.lower())) or _are_two_wishes(first, heads[0], heads[1])
    if heads[0]:
        return heads[0] in {"have", "get", "find", "buy", "do", "be"} and _is_thing(second)
    if _WITH_BOTH.search(first.lower()) and _is_thing(second):
        return False  # "a flat with a cat and a balcony"
    bare = len(first.split()) == 1 and first.lower() not in ME
    return (_is_thing(first) or bare) and (bool(heads[1]) or _is_thing(second))


def _is_said_again(first: str, second: str) -> bool:
    """Do both speak of one thing ("stopping the lollipop traffic, I'd be a lollipop man")?"""
    words = [set(re.findall(r"[a-z]{4,}", part.lower())) - _COMMON for part in (first, second)]
    return bool(words[0] & words[1])


def _are_two_wishes(first: str, one: str, other: str) -> bool:
    if other in _FLOWING or (one in CALLING and other in _AFTER_A_CALL):
        return False
    if one == "go":
        return other not in _WITH_GOING and len(first.split()) > 2
    if one in _POSTURES_FIRST:
        return other in _ACQUIRING and one in {"save", "stop"} and len(first.split()) > 2
    return len(without_lead(first.lower()).split()) > 1
