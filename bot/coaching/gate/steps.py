"""How clear a step is: an act, or no act yet (method: section 3, G11 and G12)."""

from __future__ import annotations

import re

from bot.coaching.gate.times import names_a_time

_LEAD = re.compile(
    r"^(?:(?:then )?i(?:'ll|'d| will| shall| should| must| need| intend| would| could| can| might|'m going| am going"
    r"| may| want| think| guess"
    r"| suppose| shall)?|ill|i'm|im|am|just|maybe|perhaps|probably|to|going|gonna|intend|need|gotta|got|well|um+|ok"
    r"|possibly|could|might|will"
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
    r"|patience|fun|hope)|have a (?:go|think|better|more positive)|chang(?:e|ing) (?:my(?! (?:\w+ )?(?:bed|sheets?"
    r"|bedding|clothes|address|password|appointment|sim|light ?bulb|bulb|prescription|number|name|duvet|pillow|top"
    r"|bag|battery|tyre|lock)s?\b)|things"
    r"|something|how|the)|live )\b"
)
_MORE = re.compile(
    r"\b(?:more|less|better|harder|healthier|healthily|healthy|earlier|fewer|further|regularly|properly|often"
    r"|a (?:bit|little)(?: (?:more|each day))?|something|(?<!two )(?<!three )(?<!one )(?<!four )things|(?:some|do"
    r"|more|other|sort|new|nice|of|the) stuff"
    r"|some more|somehow|somewhere|active\w*"
    r"|positive\w*|nicer|proper)\b"
)
# Figures of speech for making an effort: no act can be seen in them.
_NO_ACT = re.compile(
    r"^(?:not (?:be|being|get|getting|let|let it|give up|giving up|think|worry|worrying|stress|overthink|beat myself"
    r"|dwell|panic|lose|give in|so)\b.{0,25}|(?:don't|never|won't) (?:give up|be|get|let|worry|stress|think|panic"
    r"|overthink|give in|dwell|lose)\b"
    r"|(?:crack|soldier|plod|battle|press|struggle|muddle|push|keep|carry|power|trudge|get|move|bash|hang|stumble"
    r"|limp|trundle|jog) (?:on|along|through|forward|forwards|ahead|at it)(?: (?:with|as|best|like|and|somehow"
    r"|regardless|anyway)\b.*)?$"
    r"|get (?:off|up off) (?:my|me) (?:\w+ )?(?:backside|bum|arse|butt|bottom|sofa|back end)\b|(?:pull"
    r"|get) my (?:finger out|socks up|act together|finger|head down|head straight|head together|head in gear"
    r"|skates on|house in order|ducks in a row|life in order|shit together|self together|arse in gear)\b"
    r"|pull (?:myself|it) together|buck (?:up|my ideas up)|man up|toughen up|knuckle down|step up|grow up"
    r"|snap out of it|wake up to myself|dust myself (?:off|down)|pick myself up|shape up|chin up|best foot forward"
    r"|put my best foot\b.*|keep (?:my )?(?:chin|head|spirits|pecker) up"
    r"|(?:take|taking) (?:each|every|one|it|a|things|baby|small|little)(?: \w+)? ?(?:day|days|step|steps|slow|slowly"
    r"|easy|steady|as it comes|as they come|at a time|one|gently|bit)\b.*|(?:one|each|little|day) (?:day|step|bit"
    r"|thing|by) (?:at a time|by \w+|day)\b.*|baby steps.*|slow(?:ly)? (?:and|but) (?:steady|steadily|surely)"
    r"|(?:give|gie|giving) (?:it|this|that|things) (?:a|my|another|one|some) (?:\w+ )?(?:go|try|shot|whirl|bash|best"
    r"|all|crack|chance|thought|time|goes)\b.*|have (?:a|another) (?:go|try|bash|crack|stab|think"
    r"|bit of a go)\b(?: at (?:it|things|that|something))?$|(?:do|make|try|give|put in) (?:my|the|me) (?:very |level "
    r"|own )?(?:best|utmost|hardest|damnedest)\b.*"
    r"|(?:learn|start|begin|try|need|aim|want|get|manage|remember|going)(?:ing)? (?:to )?(?:to )?(?:relax|cope|be"
    r"|feel|love myself|trust|manage|accept|let go|live|deal|calm|chill|forgive|think|breathe more|look after"
    r"|take care|stay|enjoy|value|respect|believe|open up|stand up for myself|say no more|switch off|unwind|socialise"
    r"|eat (?:better|well|right|more|less|healthy|healthily)"
    r"|sleep better|move more|go out more|get (?:out|better|fit|healthy|going|started|moving|on|over|past"
    r"|myself))\b.*|(?:get|put|getting|putting) (?:myself |back )*(?:out there|back out there|back in the (?:game"
    r"|swing|saddle)|on track|back on track|into gear|in gear|into shape|in shape|up to speed|first)\b.*"
    r"|(?:face|facing|confront|conquer|beat|fight|tackle|battle|overcome|own|embrace|handle|master) (?:my|the|it|this"
    r"|that|up to|things|everything|life|what|whatever)(?: \w+)?(?: (?:fears?|demons?|problems?|issues?|illness"
    r"|anxiety|life|head-on|head on|on|worries|it|them|things|stuff|comes|day|depression|feelings|emotions))?$"
    r"|(?:build|boost|increase|raise|improve|gain|grow|find|regain|strengthen|develop|up"
    r"|work up)(?:ing)? (?:up )?(?:my|some|more|the|a bit of)? ?(?:own |self )?(?:self-?)?(?:confidence|esteem"
    r"|strength|stamina|courage|motivation|resilience|energy|mood|wellbeing|fitness|health|skills|mindset|routine"
    r"|trust|momentum|nerve)\b.*"
    r"|(?:use|do|apply|practise|practice|try) (?:my|the|some|more|what|a bit of) ?(?:\w+ )?(?:techniques?|coping\b.*"
    r"|strategies|tools|skills|mindfulness|self-?care|willpower|methods|things|i learned|i learnt)\b.*|(?:some|more"
    r"|a bit of|a little|bit of|a bit more|any) (?:exercise|self-?care|fresh air|effort|me time|rest|activity"
    r"|movement|sleep|socialising|fun|positivity|relaxation|willpower|kind of \w+|sort of \w+)$"
    r"|(?:get|keep|stick|getting|keeping|sticking|have|set up|make) (?:in ?to |to |up |a |some |my )*(?:a |some "
    r"|better |proper |good |sort of |new )*(?:routine|habits?|rhythm|plan|structure|schedule|lifestyle)s?$"
    r"|(?:whatever|anything|something|what|as much as|as best|best|all)(?: \w+)? (?:i (?:can|am able|could|manage"
    r"|feel|fancy)|it takes|works|helps|small|simple|easy|little|nice|healthy|positive|useful|different|comes)\b.*"
    r"|make my best"
    r"|just (?:do|get on with|get|start|go for|go with) (?:it|things|going|started|on)$|(?:be|being) (?:more|less"
    r"|a bit|better|kinder|nicer|braver|stronger|good|strong|brave|positive|patient|kind|nice|happy|myself|gentle"
    r"|open|honest|healthier|calm|calmer|active|productive|organised|sociable|social|confident|careful|grateful"
    r"|mindful|there|present|sensible|tidy|tidier)\b.*"
    r"|(?:wait|see|waiting|play|wing|go)(?: it)? (?:and see|by ear|what happens|how (?:it|things|i)|with the flow|it"
    r"|from there)\b.*|endeavour\b.*|strive\b.*|persevere.*|persist.*|(?:put|make|making|putting) (?:in )?(?:a |an "
    r"|some |more |the |in |real |bit |of |bit of )*effort\b.*|commit(?: to it| more)?|apply myself|motivate myself.*"
    r"|discipline.*|(?:self-?)?(?:care|discipline|love|improvement)"
    r"|get (?:more )?(?:\w+ )?(?:organi[sz]ed|fitter|fit|stronger|healthier|healthy|active|sleep|exercise|rest"
    r"|confidence|confident|better|involved|moving|help|support)(?: \w+)?$|(?:speak|talk|be with|mix with"
    r"|meet) (?:to |with )?(?:more )?(?:people|others|someone|folk)|(?:think about|work out|figure out"
    r"|decide) what i \w+|let (?:go of|it go|things go)\b.*|get stuck in|(?:in due course|when the time (?:is|comes"
    r"|feels) ?right?.*|all in good time|in my own time|as soon as i can)|(?:socialise|exercise|sleep|eat|rest|relax"
    r"|move|walk|read|talk|go out|get out|work|laugh|smile|live|drink|smoke|worry|spend)(?:ing)? (?:a (?:bit"
    r"|little) )?(?:more|less|better|well|properly|healthily|healthy|healthier|harder|right|regularly"
    r"|sensibly)\b(?: (?:often|stuff|food|rubbish|water|i suppose|each day))?$)"
    r"(?:[\s,.]*(?:i suppose|i guess|maybe|really|again|though|then|as usual|somehow|i'm sure|hopefully|probably"
    r"|innit|like|eh|please god|god willing))*$"
)
_EACH_DAY = re.compile(r"\b(?:each|every|one|a) (?:day|week|morning|night)\b")
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
    "telephone ring call phone text email write tidy clean cook buy book apply wash hoover join pay sort visit"
    " volunteer"
    " learn study bake register enrol contact paint empty iron mop".split()
)
_SMALL_ACTS = frozenset("breathe count hum pray sing stretch sit stand walk listen knock smile squeeze".split())


def is_vague(said: str) -> bool:
    """Is the step (plain) no act yet, such as "try harder", or without a day, such as "sometime"?"""
    if is_wholly_vague(said):
        return True
    if names_a_time(_SOMETIME.sub(" ", _EACH_DAY.sub(" ", said))) or re.search(r"\d", said):
        return False
    rest = without_lead(said)
    if _NO_ACT.match(rest):
        return True
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


def begins_with_an_act(said: str) -> bool:
    """Is its first word (plain), after what leads to it, an act that can be seen: "breathe slowly", "ring kev"?"""
    return without_lead(said).partition(" ")[0] in TASKS | _SMALL_ACTS


# "I will leave a message", and no "I will leave it", "I'll pass", "I will not say".
_DEED_TO_COME = re.compile(
    r"(?:(?:then|ok|well|so)[\s,]+)*(?:i(?:'ll| will| shall|'m going to|'m gonna)|ill) (?:just |still |then )?"
    r"(?!(?:not|never|no|pass|skip|decline|refuse|keep|hold|save|say|tell|answer|share|know|decide|give|stay|stop|move"
    r"|have to|need to|leave (?:it|that|this|them|out|you)(?! (?:with|for|on|at|in|by|under)\b)|leave my \w+ out)\b)"
    r"\w+ \w+"
)


def tells_of_a_deed(said: str) -> bool:
    """Does the text (plain) say what they will do, to something or somebody: "i'll leave him a note"?"""
    return bool(_DEED_TO_COME.match(said)) or begins_with_an_act(said)


def is_vague_time(said: str) -> bool:
    """Is the whole answer (plain) a time that is no time yet, such as "soon"?"""
    rest = re.sub(
        r"\b(?:maybe|hopefully|probably|sometime|i'll see|we'll see|dunno|just|or|other|i guess|i suppose"
        r"|really|quite|very|pretty)\b",
        " ",
        _SOMETIME.sub(" ", said),
    )
    return bool(said) and not re.sub(r"[\W_]+", "", rest)
