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
    " im be if alright ta cheers mate no yeah yes well oh um"
    " fuck fucks fuck's fucking fuckin ffs sake bloody hell sod sodding shit christ jesus".split()
)
# Who would rather have another dialogue gets the menu, and what was said here stays.
_BUTTONS = r"find some hope|what i'?m good at|set a goal"
_DIALOGUE = rf"(?:(?:the|my|some|a|about) )*(?:{_BUTTONS}|hope|goals?|strengths?|hard times)\b"
_ANOTHER_DIALOGUE = (
    rf"\b(?:instead|rather|switch|swap|change|stop|(?:hang|hold) on|wait|let'?s|(?:can|could) (?:we|i))\b.*\b(?:do|try"
    rf"|start|(?:switch|swap|change|go) to|(?:talk|do something) about|look at|work on|want(?: to)?|set) {_DIALOGUE}"
    rf"|\b(?:do|try|start|talk about|look at|work on|(?:switch|go) to) {_DIALOGUE} (?:one |bit |part )?instead"
    rf"|^(?:no |wait |actually |ok |please )*(?:{_BUTTONS})(?: instead| first| please)*$"
)
_OF_DIALOGUES = (
    "instead rather switch swap change try do look talk about work something bit thing part first hope strength"
    " strengths goal goals hard times set we find some good stop hang hold wait start"
)
_SAID: Mapping[str, tuple[str, str]] = {
    "skip": (
        r"\blet(?:'s| us) (?:go|carry) on\b|\bskip\b|\bnext (?:question|one|bit)\b|\bmove on\b"
        r"|\bpass (?:on )?(?:this|that|it)?\b|\bleave (?:this"
        r"|that|it) (?:one|question|bit)"
        r"\b|\bdifferent question\b|\bcome back to (?:that|this) (?:one|question)\b",
        "skip skipping next question questions move moving pass past leave leaving another different come back"
        " later miss out us carry",
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
    "longer": (
        r"\blonger (?:one|version|way|please|then)\b|\bin full\b|\btake (?:more|our) time\b|^longer\b"
        r"|\b(?:do|have) (?:it|this|that) longer\b",
        "longer full take time more our version way one do with have over rather prefer",
    ),
    "menu": (rf"\bmenu\b|{_ANOTHER_DIALOGUE}", "menu main show take back open go see home return " + _OF_DIALOGUES),
    "start_again": (
        r"\bstart\b.*\b(?:again|over|scratch|afresh|beginning)\b|\bfrom scratch\b|\bback to the (?:start"
        r"|beginning)\b|\brestart\b|\bbegin again\b",
        "start starting over scratch afresh beginning begin restart back whole thing",
    ),
    "plan": (
        r"\b(?:show|see|open|view|look at|read|get up|what's (?:in|on))\b.*\bplan\b"
        r"|\bwhat have (?:i|you) (?:put|said|got|done|written|noted|kept|saved)\b.*\bfar\b",
        "show see open view look read plan put said have far got done written noted kept saved you what's in bring",
    ),
    "why": (
        r"^(?:but )?why\b.*\b(?:you|ask|asking|matter|matters|need|question)\b|\bwhat's (?:the reason"
        r"|the point of (?:asking|this question|that question))\b"
        r"|\bwhat(?:'s| is) the (?:point|purpose|use) (?:of|in) (?:this|that|these|those)(?: (?:chat|questions?|thing"
        r"|app|bot|stuff|talk|conversation|exercise|program))?(?: then| anyway| again)?$",
        "why ask asking asked know knowing matter matters reason question questions does are want need what's point"
        " me relevant important purpose use in these those chat thing app bot stuff talk conversation exercise program"
        " anyway",
    ),
    "stop": (
        r"\b(?:stop|stopping|quit|exit|log ?out|log ?off|pause|bye|goodbye|cheerio)\b|\b(?:i'm|im|we're"
        r"|all) (?:done|finished)\b|\bdone (?:for|now)\b"
        r"|\bfinish(?:ed)? (?:here|there|now|for|it|up|this)\b|\bend (?:the |this |our )?(?:chat|conversation"
        r"|session|here|there|now)\b|\bcall it a day\b"
        r"|\bstop asking\b|\bleave it there\b|\b(?:come|get) back (?:to (?:this|it|that) )?(?:later|tomorrow|another)\b"
        r"|\bneed a break\b|\bcan we (?:have|take) a break\b"
        r"|\bhad enough\b|\benough (?:for|now|today)\b|\bthat's? all\b|\bsee (?:you|ya) (?:later|soon|tomorrow)\b"
        r"|\bgotta go\b|\bgot to go\b|\bclose (?:the|this)\b|^close$|^cancel$",
        "stop stopping quit exit log logout logoff out off pause bye goodbye cheerio done finished finish end chat"
        " conversation session call day leave come back later"
        " tomorrow another break rest breather had enough see ya soon gotta got close cancel save saving we're"
        " rather week night have asking questions stuff things said",
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


_LEAVES = re.compile(
    r"\b(?:stop|stopping|skip|pass|back|pause|leave|quit|exit|menu|repeat|again|previous|bye|enough|break|longer)\b"
)
_REASON = re.compile(
    r"(?:(?:because|cos|coz|cause|as|sorry|please|but|and)[\s,]+)*(?:"
    r"(?:i'?m|i am|we'?re) (?:(?:just|so|really|a bit|too|very|not|getting|feeling|all|a little|quite) )*(?:off"
    r"|going (?:out|to"
    r" (?:bed|work|sleep|put|make|have|get|the|eat|lie|be|see))|gonna (?:go|put|make|have|lie)|tired|knackered"
    r"|shattered"
    r"|exhausted|worn|busy|late|needed|out|hungry|ill|poorly|sick|upset|sure|ready|up to|up for|in the mood|stuck"
    r"|confused|lost|on the (?:bus|phone|train)|at work|on my way|in a (?:rush|hurry)|having (?:my )?(?:tea"
    r"|dinner|lunch"
    r"|breakfast)|being called|running late|struggling|comfortable|cooking|due)\b"
    r"|i(?:'?ve| have)? (?:got to|gotta|have to|must|need to) (?:go|run|sleep|rest|eat|be|get|cook|ring|pick"
    r"|take|make|put|leave"
    r"|dash|see to)\b|i need (?:a (?:break|rest|minute|fag|wee|brew|drink|cuppa)|some (?:rest|sleep|time|air)|my bed)\b"
    r"|i(?:'ve| have)? got (?:all (?:day|morning|afternoon|evening|night|week)|plenty of time|time|lots of time|ages)\b"
    r"|i(?:'ve| have)? got (?:that|it|this|the last one|the last bit|an appointment|someone|somebody|visitors"
    r"|stuff|things)\b"
    r"|i (?:can't|cant|cannot|can not|couldn't) (?:think|do|concentrate|face|be bothered|say|answer|focus|cope"
    r"|talk|remember|go)\b"
    r"|i (?:don't|dont|do not|didn't|didnt) (?:know|want|like|understand|get|feel|mean|fancy|really|have|think)\b"
    r"|i(?:'ll| will) (?:come back|be back|do it|do this|think|carry on|finish|try|have a think|go|have a rest)\b"
    r"|i (?:was wrong|made a mistake|made a mess|(?:put|said|wrote|typed|pressed|hit|meant) (?:the|that|it"
    r"|something|wrong))\b"
    r"|i feel (?:too |so |a bit |really )?(?:tired|sick|ill|rough|low|drained|rubbish|faint|dizzy)\b"
    r"|(?:it'?s|it is|that'?s|that is|that was|this is|it was|there'?s|its getting) (?:a bit |too |so |really "
    r"|not |the |getting )*"
    r"(?:wrong|right|late|much|hard|personal|private|long|upsetting|bed ?time|tea ?time|dinner ?time|time"
    r"|someone|somebody"
    r"|mistake|what i|stupid|painful|now|today|door)\b|(?:someone|somebody)(?:'s| is| has)? (?:at|here|ringing"
    r"|come|just)\b"
    r"|(?:the|my) (?:\w+ )?(?:kettle|tea|dinner|lunch|bus|door|phone|head|eyes|mum|kids|mate|sister|brother"
    r"|battery|nurse|taxi|lift"
    r"|support worker|programme)(?:'s| is| has| are| hurts?| needs?)\b|(?:too|a bit|so) (?:tired|much|hard"
    r"|personal|late|long"
    r"|upsetting|private)\b|not (?:now|today|tonight|in the mood|feeling|up to|for me|sure|ready)\b"
    r"|need (?:to go|a (?:break"
    r"|rest|minute|wee|brew)|my bed)\b|(?:gotta|got to|off to|off out|time for|time to) \w+"
    r")(?!.*\b(?:stop|stopping|skip|back to)\b).*"
)
_LONGEST_REASON = 14


def steers_for_a_reason(text: str, named: Mapping[str, str]) -> str | None:
    """The control that a message begins with, a plain reason behind it: "stop for now, I'm off to bed".

    `named` are whole messages and their controls. What follows must be nothing but a reason: "stop smoking, then
    the gym" is an answer.
    """
    words = text.split(" ")
    for place in range(1, min(len(words), 7)):
        control, reason = " ".join(words[:place]).rstrip(" ,.;:!–-"), " ".join(words[place:]).lstrip(" ,.;:!–-")
        name = (named.get(control) or steers(control)) if _LEAVES.search(control) else None
        if name in _LEAVING and len(reason.split()) <= _LONGEST_REASON and _REASON.fullmatch(reason):
            return name
    return None


_LEAVING = frozenset({"skip", "back", "stop", "menu", "repeat", "longer"})
