"""How clear a step is: an act, or no act yet (method: section 3, G11 and G12)."""

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
    r"|patience|fun|hope)|have a (?:go|think|better|more positive)|chang(?:e|ing) (?:my|things"
    r"|something|how|the)|live )\b"
)
_MORE = re.compile(
    r"\b(?:more|less|better|harder|healthier|healthily|healthy|earlier|fewer|further|regularly|properly|often"
    r"|a (?:bit|little)(?: (?:more|each day))?|something|(?<!two )(?<!three )(?<!one )(?<!four )things|stuff"
    r"|some more|somehow|somewhere|active\w*"
    r"|positive\w*|nicer|proper)\b"
)
_VAGUE_WORDS = frozenset(
    "baby another have survive muddle wing play ear wait begin carry existing fine same usual normal always did"
    " before get by through"
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
LISTED = re.compile(
    r"\s*(?:\n+|[;•]|,\s*(?:and|then|also|plus)?\b|,|\.\s+(?:and |then |also )*|\band (?:also|then)\b|\bthen\b"
    r"|\band\b|\bplus\b|\bas well as\b|\balso\b|\bnd\b|&|\+)\s*",
    re.IGNORECASE,
)
TASKS = frozenset(
    "ring call phone text email write tidy clean cook buy book apply wash hoover join pay sort visit volunteer"
    " learn study bake register enrol contact paint empty iron mop".split()
)


def is_vague(said: str) -> bool:
    """Is the step (plain) no act yet, such as "try harder", or without a day, such as "sometime"?"""
    if is_wholly_vague(said):
        return True
    if names_a_time(_SOMETIME.sub(" ", said)) or re.search(r"\d", said):
        return False
    rest = without_lead(said)
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


def without_lead(said: str) -> str:
    """A step (plain) without what leads to its act: "i'll maybe just ring kev" gives "ring kev"."""
    before, rest = "", said
    while before != rest:
        before, rest = rest, _LEAD.sub("", rest)
    return rest


def _is_clear(rest: str) -> bool:
    """Does a wide beginning come to a thing after all ("get up and get dressed")?"""
    return any(part.split()[0] in TASKS for part in LISTED.split(rest) if part and part.split())


def is_vague_time(said: str) -> bool:
    """Is the whole answer (plain) a time that is no time yet, such as "soon"?"""
    rest = re.sub(
        r"\b(?:maybe|hopefully|probably|sometime|i'll see|we'll see|dunno|just|or|other|i guess|i suppose"
        r"|really|quite|very|pretty)\b",
        " ",
        _SOMETIME.sub(" ", said),
    )
    return bool(said) and not re.sub(r"[\W_]+", "", rest)
