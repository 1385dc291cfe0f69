"""How clear a step is: one act, no act yet, or several at once (method: section 3, G11 and G12)."""

from __future__ import annotations

import re

from bot.coaching.gate.times import names_a_time

_LEAD = re.compile(
    r"^(?:(?:then )?i(?:'ll|'d| will| would| could| can| might|'m going| am going| may| want| think| guess"
    r"| suppose| shall)?|ill|just|maybe|perhaps|probably|to|going|gonna|well|um+|ok|possibly|could|might|will"
    r"|hopefully|also|be able|think|about|then|so|and|like)\b[\s,]*"
)
_TRYING = re.compile(
    r"^(?:really |just )*(?:try|trying|attempt|aim|hope|hoping|aiming|tryna|do my best)\b(?: (?:to|and|my"
    r"|harder|again|more|a bit|it)\b|$)"
)
_SOMETIME = re.compile(
    r"\b(?:soon|sometime|some time|some ?day|at some (?:point|stage)|one (?:day|of these days)|eventually"
    r"|in the future|in time|later on|when(?:ever)? i(?:'m| am|'ve| have)?(?: next)? (?:can|could|feel|get (?:a"
    r"|the) (?:chance|time)|get round|able|ready|up to|well enough|manage|remember|in the mood|better|want)"
    r"|when(?:ever)? (?:possible|ready|it suits|i can)|if (?:i (?:can|feel|have time|get)|possible)|as and when"
    r"|down the line|over time|another time|later)\b"
)
_VAGUE_START = re.compile(
    r"^(?:work(?:ing)? (?:on|at|towards|through)\b|look(?:ing)? (?:into|after myself|for)\b|deal(?:ing)? with"
    r"|sort(?:ing)? (?:out )?(?:it|my (?:life|head|self)|myself|things|stuff|everything)\b|improv\w+"
    r"|think(?:ing)? (?:about|more|positive\w*|of|it)|consider\w*|focus\w*|mak(?:e|ing) (?:more of "
    r"|more )?(?:an? |some |the )?(?:effort|progress|changes?|more time|time for myself|improvements?)"
    r"|get(?:ting)? (?:into (?:a|the|some)|back (?:into|on|to normal)|on (?:top|with)|things (?:done|sorted"
    r"|together)|my (?:act|life|head|shit|self)|myself (?:together|sorted|out there|motivated)|more|better"
    r"|out (?:there|more)|started|going|moving|organi[sz]ed|healthy|healthier|fit|fitter|motivated|active|busy"
    r"|better|through it|help)"
    r"|start(?:ing)? (?:to |the ball)?(?:be|being|exercis\w+|eating (?:well|better|healthy|health\w+)|going out"
    r"|looking|trying|thinking|small|somewhere|again|doing (?:more|things|stuff|something)|taking care|living"
    r"|feeling|working on|socialising|fresh|it|over|off|now|to)\b|build(?:ing)? (?:up|on|my)|tak(?:e"
    r"|ing) (?:better |more )?(?:care of|it|things|each day|control|steps|action|small|baby|one (?:day|step))"
    r"|keep(?:ing)? (?:trying|going|at it|busy|fighting|myself|positive|on|calm|my (?:head|chin)|pushing|it up"
    r"|active|well|strong|healthy)|carry(?:ing)? on|push(?:ing)? (?:myself|through|on)|put(?:ting)? (?:more "
    r"|myself|some |in (?:more|the)|effort|my mind)"
    r"|do(?:ing)? (?:more|better|my best|something|some stuff|stuff|some things|things|what(?:ever)? i can"
    r"|whatever|anything|a bit|a little|some|it|well|good|the (?:right|best)|nice things|what i)"
    r"|see(?:ing)? (?:how|what|if)\b|cop(?:e|ing)\b|manage\b|managing\b|cut(?:ting)? (?:down|back)"
    r"|learn(?:ing)? to|be(?:ing)?\b|stay(?:ing)? |feel(?:ing)? |becom\w+|look(?:ing)? after|better|step up"
    r"|give it|try\b|talk(?:ing)? (?:more|to (?:people|someone|somebody)|about (?:it|things|stuff))"
    r"|open(?:ing)? up\b|reach(?:ing)? out\b|rest(?:ing)? more|calm(?:ing)? (?:down|myself)|chill|relax"
    r"|use my (?:skills?|coping|techniques?|tools|strategies)|plan(?:ning)? (?:things|stuff|better|ahead|more"
    r"|something|my (?:days?|life|time|week))|practi[sc](?:e|ing) (?:self|being|more|mindful)|believ(?:e|ing)"
    r"|fight(?:ing)?\b|hang in|find(?:ing)? (?:a way|ways|some(?:thing| way| time)?|time)|treat myself"
    r"|trust myself|distract(?:ing)? myself|ignor(?:e|ing) (?:it|them)|remember(?:ing)? to"
    r"|ask(?:ing)? for (?:more )?help$|get (?:some|more) (?:exercise|help|rest|sleep|support|air)$|do (?:some "
    r"|more )?exercise$|exercise$|socialis(?:e|ing)|go(?:ing)? (?:with|for it|slow|easy|steady|from there|one)"
    r"|join(?:ing)? in|say(?:ing)? yes|be there|help(?:ing)? (?:people|others)? ?(?:more|out)?$"
    r"|mix(?:ing)? (?:more|with)|connect\w*|challeng\w+|accept\w*|be|forgiv\w+|lov(?:e|ing) myself"
    r"|prioriti[sz]\w+|get on\b|make a start|make (?:time|sure|better|good|new|friends|it|plans)|mov(?:e"
    r"|ing) (?:forward|on)|stop (?:being|worrying|thinking|overthinking)|have (?:more )?(?:faith|confidence"
    r"|patience|fun|hope)|have a (?:go|think|better|more positive)|sit with|chang(?:e|ing) (?:my|things"
    r"|something|how|the)|live )\b"
)
_MORE = re.compile(
    r"\b(?:more|less|better|harder|healthier|healthily|healthy|earlier|fewer|further|regularly|properly|often"
    r"|a (?:bit|little)(?: (?:more|each day))?|something|things|stuff|some more|somehow|somewhere|active\w*"
    r"|positive\w*|nicer|proper)\b"
)
_VAGUE_WORDS = frozenset(
    "survive muddle wing play ear wait begin carry existing fine same usual normal always did before get by through"
    " comes up flow anything really attitude mindset self confidence hopefully cope coping "
    "try trying best harder more better less soon sometime sometimes eventually someday later whenever possible"
    " able feel up ready can something stuff things thing it myself effort improve work working sort deal cope manage"
    " think see happens goes go going act together motivated push progress steps step small bit relax chill"
    " positive brave strong healthy healthier fit fitter active social sociable confident calm keep carry on busy"
    " look after take care exercise exercising"
    " nicer eat eating get getting out socialise socialising be being do doing make start starting stop day time"
    " each one a an the to of at in my i i'll just and with some point maybe hopefully little what whatever how"
    " about this that then again possibly anything rest forward change changes positively properly well good"
    " self-care i'm not sure if will hope for is live living"
    " we'll whatever's needed gradually slowly week month year next move moving probably all".split()
)
_LISTED = re.compile(
    r"\s*(?:\n+|[;•]|,\s*(?:and|then|also|plus)?\b|,|\.\s+(?:and |then |also )*|\band (?:also|then)\b|\bthen\b"
    r"|\band\b|\bplus\b|\bas well as\b|\balso\b|\bnd\b|&|\+)\s*",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(?:^|\s)(?:\d{1,2}[.)]|[-*•])\s*(?=\S)")
_NUMBERED = re.compile(r"(?:^|\s)([1-9])[.):]?\s+(?=[A-Za-z])")
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
    "ring call phone text email write tidy clean cook buy book apply fill wash hoover join pay sort do see visit"
    " meet finish get find go learn pass lose move start make have take eat sleep walk run swim save read paint"
    " draw sing play study train work"
    " volunteer help build grow travel drive speak talk watch bake knit sew message send post open sit stand put"
    " set leave turn look check ask tell give feed brush shower dress change shop plan return listen cut stop quit"
    " be feel keep bring try spend become reconnect"
    " contact register sign enrol print fix repair mend throw empty iron dust mop message stretch exercise meditate"
    " pray breathe count come pick drop collect hang arrange organise practise practice attend use live stay".split()
)
_ACQUIRING = frozenset("get have find become learn move buy be start join make pass lose work volunteer".split())
_LIGHT_FIRST = frozenset(
    "be quit go come sit stand put take walk leave open pick stop wait look turn lie run grab try breathe save"
    " reach set".split()
)
_LIGHT_IN_STEPS = _LIGHT_FIRST | frozenset(
    {"get", "make", "find", "have", "start", "drink", "use", "switch", "close", "ask", "print"}
)
_POSTURES = frozenset("sit stand breathe count wait listen lie look stop leave take turn put get rest".split())
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
_ERRANDS = frozenset("ring call phone text email tidy clean hoover wash pay do write cook apply book sort".split())
_AFTER_ALL = re.compile(r"\b(?:then|also|plus|as well as|after that)\b")
_ANAPHORA = re.compile(r"\b(?:it|them|there|one|him|her|that)\b")
_THING = re.compile(
    r"^(?:somewhere|something|someone|enough|a|an|my own|own|some|more|better|less|another|new|the|my|good|nice"
    r"|proper|no|one)\b"
)
_TASKS = frozenset(
    "ring call phone text email write tidy clean cook buy book apply wash hoover join pay sort visit volunteer"
    " learn study bake register enrol contact paint empty iron mop".split()
)


def is_vague(said: str) -> bool:
    """Is the step (plain) no act yet, such as "try harder", or without a day, such as "sometime"?"""
    if is_wholly_vague(said):
        return True
    if names_a_time(_SOMETIME.sub(" ", said)) or re.search(r"\d", said):
        return False
    rest = _without_lead(said)
    if _SOMETIME.search(said) or _TRYING.match(rest):
        return True
    rest = re.sub(r"^(?:try|trying)(?: to| and)? ", "", rest)
    return (bool(_VAGUE_START.match(rest)) and not _is_clear(rest)) or (
        bool(_MORE.search(rest)) and len(rest.split()) <= 6
    )


def is_wholly_vague(said: str) -> bool:
    """Is there not a word in it (plain) that names an act or a thing?"""
    words = re.findall(r"[\w'-]+", said)
    return bool(words) and all(word in _VAGUE_WORDS for word in words)


def _without_lead(said: str) -> str:
    before, rest = "", said
    while before != rest:
        before, rest = rest, _LEAD.sub("", rest)
    return rest


def _is_clear(rest: str) -> bool:
    """Does a wide beginning come to a thing after all ("get up and get dressed")?"""
    return any(part.split()[0] in _TASKS for part in _LISTED.split(rest) if part and part.split())


def is_vague_time(said: str) -> bool:
    """Is the whole answer (plain) a time that is no time yet, such as "soon"?"""
    rest = re.sub(
        r"\b(?:maybe|hopefully|probably|sometime|i'll see|we'll see|dunno|just|or|other|i guess|i suppose"
        r"|really|quite|very|pretty)\b",
        " ",
        _SOMETIME.sub(" ", said),
    )
    return bool(said) and not re.sub(r"[\W_]+", "", rest)


def _marked(text: str) -> list[str]:
    numbers = [int(number) for number in _NUMBERED.findall(text)]
    marks = _NUMBERED if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) else _MARKED
    return [part for part in marks.split(text) if part.strip(" .,\n") and not part.isdigit()]


def items(text: str) -> tuple[str, ...]:
    """The things that an answer lists, in order, as written; one alone gives itself."""
    marked = _marked(text)
    parts = marked if len(marked) > 1 else _LISTED.split(text)
    return tuple(part.strip(" .,\n") for part in parts if part and part.strip(" .,\n"))


def lists_several(text: str, *, acts_only: bool) -> bool:
    """Does the answer name more than one thing to want, or (`acts_only`) more than one act?"""
    listed = [part for part in items(text) if re.search(r"\w", part)]
    if len(listed) < 2:
        return False
    if len(_marked(text)) > 1 or _SAID_TO_BE_SEVERAL.search(text.lower()):
        return True
    heads = [_head(part) for part in listed]
    acts = [part for part, head in zip(listed, heads, strict=True) if head]
    if acts_only:
        return _several_acts(text, listed, heads)
    things = [part for part in listed if _THING.match(_bare(part))]
    if len(listed) > 2:
        return len(acts) > 1 or len(things) > 1 or all(len(part.split()) <= 3 for part in listed)
    return _two_wishes(listed, heads)


def _bare(part: str) -> str:
    return _ITEM.sub("", _without_lead(part.lower()))


def _head(part: str) -> str:
    """The verb that an item starts with, in its plain form, or nothing."""
    first = (_without_lead(part.lower()).split() or [""])[0]
    stem = first[:-3] if first.endswith("ing") and len(first) > 5 else first
    return next((form for form in (first, stem, stem + "e", stem[:-1]) if form in _VERBS), "")


def _several_acts(text: str, listed: list[str], heads: list[str]) -> bool:
    acts = [(head, part.lower()) for head, part in zip(heads, listed, strict=True) if head]
    weighty = [head for head, _ in acts if head not in _LIGHT_IN_STEPS and head not in _FOLLOWING]
    if len(acts) > 2:
        return bool(weighty)
    if len(acts) < 2:
        return (
            bool(acts)
            and bool(heads[0])
            and heads[0] in _TASKS | {"do"}
            and _is_thing(listed[1])
            and len(listed[1].split()) > 1
        )
    (first, opening), (second, words) = acts
    on_its_own = "," in text or bool(_AFTER_ALL.search(text.lower()))
    if on_its_own and second not in _FOLLOWING and not {first, second} <= _POSTURES and not _ANAPHORA.search(words):
        return len(words.split()) > 1
    if _GOING_FIRST.match(_bare(opening)) and second in _ERRANDS and not _ANAPHORA.search(words):
        return len(words.split()) > 2
    return _are_two(first, second, words, _LIGHT_IN_STEPS)


def _are_two(first: str, second: str, words: str, light: frozenset[str]) -> bool:
    one_flow = first in light or second in _FOLLOWING or (first in _CALLING and second in _AFTER_A_CALL)
    return not one_flow and len(words.split()) > 1 and not _ANAPHORA.search(words)


def _is_thing(part: str) -> bool:
    return bool(_THING.match(_bare(part)))


def _two_wishes(listed: list[str], heads: list[str]) -> bool:
    first, second = listed
    if heads[0] and heads[1]:
        if heads[0] in {"go", "be", "walk", "save"} and heads[1] in _ACQUIRING:
            return len(first.split()) > 2 and len(second.split()) > 1 and not _ANAPHORA.search(second.lower())
        return _are_two(heads[0], heads[1], second.lower(), _LIGHT_FIRST)
    if (heads[1] or heads[0]) and _is_thing(listed[1 if heads[0] else 0]):
        return bool(heads[1]) and heads[1] not in _FOLLOWING and not _ANAPHORA.search(second.lower())
    plain_things = bool(_THING.match(_bare(first)) or _THING.match(first.lower())) and bool(
        _THING.match(second.lower())
    )
    return plain_things and not heads[1] and len(second.split()) > 1
