"""Several things at once: more than one wish, or more than one act (method: section 3, G3 and G12).

"Go to the shop and get milk" is one act, "ring the GP and tidy my room" are two. All of them are kept.
"""

from __future__ import annotations

import re

from bot.coaching.gate.steps import LISTED, TASKS, without_lead

_MARKED = re.compile(r"(?:^|\s)(?:\d{1,2}[.)]|[-*•])\s*(?=\S)")
_NUMBERED = re.compile(r"(?:^|\s)([1-9])[.):]?\s+(?=[A-Za-z])")
_SAID_TO_BE_SEVERAL = re.compile(
    r"^(?:(?:two|three|four|a few|couple of|several|lots of|2|3) things\b|first(?:ly)?\b.*\b(?:then"
    r"|second(?:ly)?|next)\b)|\bas well as\b|\band (?:also|as well)\b|\balso (?:to )?(?:start|get|find|have|go"
    r"|phone|ring|learn|see|be|do|join|call)\b"
)
_NUMBERED = re.compile(r"(?:^|\s)([1-9])[.):]?\s+(?=[A-Za-z])")
_SAID_TO_BE_SEVERAL = re.compile(
    r"^(?:(?:two|three|four|a few|couple of|several|lots of|2|3) things\b|first(?:ly)?\b.*\b(?:then"
    r"|second(?:ly)?|next)\b)|\bas well as\b|\band (?:also|as well)\b|\balso (?:to )?(?:start|get|find|have|go"
    r"|phone|ring|learn|see|be|do|join|call)\b"
)
_SAID_TO_BE_SEVERAL = re.compile(
    r"^(?:(?:two|three|four|a few|couple of|several|lots of|2|3) things\b|first(?:ly)?\b.*\b(?:then"
    r"|second(?:ly)?|next)\b)|\bas well as\b|\band (?:also|as well)\b|\balso (?:to )?(?:start|get|find|have|go"
    r"|phone|ring|learn|see|be|do|join|call)\b"
)
_ITEM = re.compile(
    r"^(?:maybe |possibly |perhaps |then |to |i'd |i'll |i want to |want to |i want |i would |i will |being "
    r"|also |get |have |firstly |secondly |someday )*"
)
_VERBS = frozenset(
    "shave declutter defrost wipe mow weed water plant repot charge download delete block record revise research"
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
_LIGHT_IN_STEPS = _POSTURES_FIRST | frozenset(
    "be go try get make find have start drink use switch close ask print".split()
)
_POSTURES = frozenset("sit stand breathe count wait listen lie look stop leave take turn put get rest".split())
_FOLLOWING = frozenset(
    "say tell ask arrange count breathe listen relax rest sit check let come return talk chat wait eat drink invite"
    " thank apologise back"
    " dress look send explain introduce sign stay enjoy keep drop use finish leave be feel".split()
)
_FOLLOWING = frozenset(
    "say tell ask arrange count breathe listen relax rest sit check let come return talk chat wait eat drink invite"
    " thank apologise back"
    " dress look send explain introduce sign stay enjoy keep drop use finish leave be feel".split()
)
_CALLING = frozenset("ring call phone text email write contact message".split())
_AFTER_A_CALL = frozenset("book arrange make get have sort find see".split())
_GOING_FIRST = re.compile(
    r"^(?:go (?:for a|to the (?:gym|shops?|park|pool|doctors?|library|allotment|church|group))|have a"
    r"|make (?:my|the|some|a|tea|dinner|lunch)|walk (?:the|to)|take the|get (?:up early|dressed|the"
    r"|some))\b(?!.*\b(?:phone|number|laptop|form|pen|pad)\b)"
)
_AFTER_A_CALL = frozenset("book arrange make get have sort find see".split())
_GOING_FIRST = re.compile(
    r"^(?:go (?:for a|to the (?:gym|shops?|park|pool|doctors?|library|allotment|church|group))|have a"
    r"|make (?:my|the|some|a|tea|dinner|lunch)|walk (?:the|to)|take the|get (?:up early|dressed|the"
    r"|some))\b(?!.*\b(?:phone|number|laptop|form|pen|pad)\b)"
)
_AFTER_ALL = re.compile(r"\b(?:then|also|plus|as well as|after that)\b")
_ANAPHORA = re.compile(r"\b(?:it|them|there|one|him|her|that)\b")
_THING = re.compile(
    r"^(?:somewhere|something|someone|enough|a|an|my own|own|some|more|better|less|another|new|the|my|good|nice"
    r"|proper|no|one)\b"
)
_GOING_FIRST = re.compile(
    r"^(?:go (?:for a|to the (?:gym|shops?|park|pool|doctors?|library|allotment|church|group))|have a"
    r"|make (?:my|the|some|a|tea|dinner|lunch)|walk (?:the|to)|take the|get (?:up early|dressed|the"
    r"|some))\b(?!.*\b(?:phone|number|laptop|form|pen|pad)\b)"
)
_ERRANDS = frozenset("ring call phone text email tidy clean hoover wash pay do write cook apply book sort".split())
_AFTER_ALL = re.compile(r"\b(?:then|also|plus|as well as|after that)\b")
_ANAPHORA = re.compile(r"\b(?:it|them|there|one|him|her|that)\b")
_THING = re.compile(
    r"^(?:somewhere|something|someone|enough|a|an|my own|own|some|more|better|less|another|new|the|my|good|nice"
    r"|proper|no|one)\b"
)
_ANAPHORA = re.compile(r"\b(?:it|them|there|one|him|her|that)\b")
_THING = re.compile(
    r"^(?:somewhere|something|someone|enough|a|an|my own|own|some|more|better|less|another|new|the|my|good|nice"
    r"|proper|no|one)\b"
)
_A_THING = re.compile(
    r"^(?:somewhere|something|someone|enough|a|an|my own|own|some|more|better|less|another|new|good|nice"
    r"|proper)\b(?= \S)"
)
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
    listed = [part for part in items(text) if re.search(r"\w", part)]
    if len(listed) < 2:
        return False
    if len(_marked(text)) > 1 or _SAID_TO_BE_SEVERAL.search(text.lower()):
        return True
    if len([part for part in listed if _head(part)]) > 2 and not acts_only:
        return True
    told = [part for part in listed if not _ASIDE.match(part.lower())]
    if len(told) < 2:
        return False
    return _several_acts(text, told) if acts_only else _several_wishes(told)


def _bare(part: str) -> str:
    return _ITEM.sub("", without_lead(part.lower()))


def _is_thing(part: str) -> bool:
    return bool(_A_THING.match(_bare(part)) or _A_THING.match(without_lead(part.lower())))


def _head(part: str) -> str:
    """The verb that an item starts with, in its plain form, or nothing."""
    first = (without_lead(part.lower()).split() or [""])[0]
    stem = first[:-3] if first.endswith("ing") and len(first) > 5 else first
    return next((form for form in (first, stem, stem + "e", stem[:-1]) if form in _VERBS), "")


def _several_acts(text: str, told: list[str]) -> bool:
    acts = [(head, part.lower()) for part in told if (head := _head(part))]
    if len(acts) > 2:
        weighty = [head for head, _ in acts if head not in _LIGHT_IN_STEPS and head not in _FOLLOWING]
        return bool(weighty) or bool({"have", "make"} & {head for head, _ in acts})
    if len(acts) < 2:
        return _head(told[0]) in TASKS | {"do"} and _is_object(told[1])
    return _are_two_acts(text, *acts[0], *acts[1])


def _is_object(part: str) -> bool:
    return bool(re.match(r"(?:the|my|some|a|an) \w+", part.lower()))


def _are_two_acts(text: str, first: str, opening: str, second: str, words: str) -> bool:
    if _ANAPHORA.search(words) or len(words.split()) < 2:
        return False
    apart = "," in text or bool(_AFTER_ALL.search(text.lower()))
    if apart and second not in _FOLLOWING and not {first, second} <= _POSTURES:
        return True
    if _GOING_FIRST.match(without_lead(opening)) and second in _ERRANDS | (frozenset() if first == "go" else {"buy"}):
        return len(words.split()) > 2
    return not _is_one_flow(first, second)


def _is_one_flow(first: str, second: str) -> bool:
    return first in _LIGHT_IN_STEPS or second in _FOLLOWING or (first in _CALLING and second in _AFTER_A_CALL)


def _several_wishes(told: list[str]) -> bool:
    heads = [_head(part) for part in told]
    things = [part for part in told if _is_thing(part)]
    if len(told) > 2:
        return (
            len([head for head in heads if head]) > 1 or len(things) > 1 or all(len(part.split()) <= 3 for part in told)
        )
    first, second = told
    if _ANAPHORA.search(second.lower()) or len(second.split()) < 2:
        return False
    if heads[0] and heads[1]:
        return _are_two_wishes(first, heads[0], heads[1])
    if heads[0]:
        return heads[0] in {"have", "get", "find", "buy", "do", "be"} and _is_thing(second)
    return _is_thing(first) and (bool(heads[1]) or _is_thing(second))


def _are_two_wishes(first: str, one: str, other: str) -> bool:
    if other in _FLOWING or (one in _CALLING and other in _AFTER_A_CALL):
        return False
    if one == "go":
        return other not in _WITH_GOING and len(first.split()) > 2
    if one in _POSTURES_FIRST:
        return other in _ACQUIRING and one in {"save", "stop"} and len(first.split()) > 2
    return len(first.split()) > 1
