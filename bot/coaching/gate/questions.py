"""What is said to the coach about itself or its question, and no answer. Only the whole message counts."""

from __future__ import annotations

import re

from bot.coaching.gate.bags import ABOUT_THE_COACH
from bot.coaching.gate.classes import Topic
from bot.coaching.spelling import spelled
from bot.coaching.text import plain

_WHO_READS = re.compile(
    r"^(?:(?:and|but|so|ok|okay|wait|hang on|sorry)[\s,]+)*who(?:'s|s)?\b.*"
    r"\b(?:see|sees|read|reads|reading|know|told|look|looks|looking|gets)\b"
    r"|\bis (?:this|it|that|what i (?:say|write|type)) (?:\w+ )?(?:private|confidential|safe|secret|anonymous"
    r"|recorded|saved)\b"
    r"|\bwill (?:you|anyone|anybody|my \w+|they|the \w+)(?: \w+)? (?:tell|see|read|know|find out)\b"
    r"|\bdo you tell\b|\b(?:does|do|can|could) (?:anyone|anybody|my (?:\w+ )?\w+|they|the \w+|staff|people)(?: \w+)?"
    r" (?:see|read|get|know)\b"
    r"|\bis (?:anyone|anybody|my (?:\w+ )?\w+|someone|the \w+) (?:going to |gonna )?(?:see|read|reading|seeing"
    r"|watching)\b"
    r"|\b(?:does|will|is) (?:this|it) (?:go|going|be|get) (?:on|in|to|shared|into|passed)\b"
    r"|\bwhere does (?:this|it|my \w+) go\b"
    r"|\bwhat happens to (?:my|what|this|the)\b|\bare you (?:recording|saving|keeping|sharing|storing)\b"
)
_ABOUT_BOT = re.compile(
    r"\bare you (?:a |an |even |actually |really |just )*(?:real|human|robot|bot|person|computer|ai|machine"
    r"|alive|there"
    r"|chatgpt|automated|a program)\b|\bwho (?:are you|made you|built you|runs this|wrote (?:you|this))\b"
    r"|\bwhat are you\b(?! (?:talking|on about|asking|getting|trying|saying))"
    r"|\bis this (?:a |an |just )*(?:bot|robot|person|computer|ai|machine|chatbot|automated)\b"
    r"|\bam i (?:talking|speaking|chatting) to\b"
)
_SO = r"^(?:(?:sorry|but|no|ok|okay|look|hang on|wait|oh|well|seriously|honestly|and|um+|ugh|ffs|omg|god)[\s,]+)*"
_MISUNDERSTOOD = re.compile(
    _SO + r"(?:"
    r"you(?:'re| are| just| really)*(?: just| clearly| really)* (?:(?:don't|do not|didn't|never|can't|aren't|won't)"
    r" (?:even )?(?:understand|get|listen|hear|make|know what|help|helping|care)"
    r"|(?:not|aren't) (?:even |really )?(?:listening|making|helping|hearing|getting|understanding|reading)"
    r"|keep (?:on )?(?:asking|saying|repeating|getting|going)|(?:already |just )?asked (?:me )?(?:that|this"
    r"|the same|already)"
    r"|(?:'ve )?(?:already |just )?(?:said|asked) (?:that|this|me)|sound like|misunderstood|got (?:it|that|me) wrong"
    r"|(?:a )?(?:useless|stupid|rubbish|thick|annoying|crap|boring)\b)"
    r"|you've (?:already |just )?(?:got|asked|misunderstood|missed|said)\b|you got (?:it|that|me) wrong"
    r"|(?:that's|that is|that was|it's|this is|which is)(?: really| just)? (?:not|nothing like) (?:what|it"
    r"|right|helpful|helping)\b"
    r"|not what i (?:meant|said|asked)|that isn't what i|that wasn't what i|not what i'm saying"
    r"|you know what i (?:mean|meant)"
    r"|i (?:really |still |just )*(?:don't|do not|didn't|can't) (?:understand|get|follow|see what you"
    r"|see the point)(?: it| the (?:question|point)"
    r"| what (?:you mean|you're asking|that means|you want|this is)| that| this| you| why| any of this"
    r"| how)?[^,]{0,40}$"
    r"|(?:i )?(?:don't|do not) (?:know|understand|get) what (?:you|that|this|it)(?:'re|'s| mean| want| are"
    r"| is)[^,]{0,30}$"
    r"|i (?:already |just )?(?:said|told you|answered)(?: (?:that|this|it|you|already|so))*$|i've (?:already "
    r"|just )?(?:said|told you|answered)\b"
    r"|(?:what|eh|huh|you what|wtf|pardon|come again)$|huh\b.{0,30}|(?:you )?what\?+$|(?:i'm |i am )?(?:so "
    r"|really |a bit )?(?:confused|lost here)$"
    r"|(?:well )?(?:this|that|these|it|those)(?:'s| is| are| was| all| just| really| question| questions| thing"
    r"| bot| app| chat)+"
    r"(?: just| so| a| an| really| too| pretty| bit| such| complete| total| fucking| getting| very| kind| of"
    r"| all| is| are)*"
    r" (?:stupid|rubbish|pointless|useless|dumb|silly|boring|annoying|confusing|hard|difficult|waste|nonsense"
    r"|long|ridiculous|crap"
    r"|bollocks|bullshit|shit|patronising|tick ?box|exercise|joke|repetitive|irrelevant|weird|odd"
    r"|strange)\b(?! to (?:do|keep|face))[^,]{0,30}$"
    r"|(?:this|that|it) (?:isn't|is not|doesn't|does not|ain't|hasn't|won't|didn't)(?: really| even)? (?:help"
    r"|helping|helpful|work|working|make sense"
    r"|helped|mean anything)\b[^,]{0,30}$|(?:what a )?(?:stupid|silly|daft|weird|odd) (?:bot|question|robot"
    r"|thing to ask)\b.*|waste of (?:my )?time"
    r"|are you (?:taking the|having a|even|deaf|stupid|for real|joking|serious|thick|listening|kidding).*"
    r"|(?:this|that|it|all this|none of this) (?:makes (?:no|zero) sense|is (?:doing my head in|winding me up"
    r"|getting (?:me|us) nowhere|confusing me|annoying me|going nowhere|all (?:rubbish|wrong)))\b.{0,20}"
    r"|(?:makes no sense|doesn't make (?:any )?sense|not helpful|not helping|too many questions"
    r"|(?:what a )?load of (?:rubbish|crap|nonsense|bollocks|old \w+)|bit of a (?:\w+ )?question)\b.{0,25}"
    r"|(?:you|this(?: thing| bot| app)?)(?:'re| are| is)?(?: just| only| not| really)* (?:wrong|a (?:computer"
    r"|machine|bot|robot|program)|repeating|not human|going round|rude|not right|asking (?:the )?(?:wrong|same"
    r"|too|stupid|me the)|confusing|no (?:help|use|good)|misread|missed the|missing the|ignoring|rushing"
    r"|pushing|annoying|patronising|judging|confused|useless)\b.{0,50}"
    r"|(?:i'm |i am )?(?:fed up|sick|tired|bored) (?:of|with) (?:this|these|your|you|all (?:this|these)"
    r"|answering)\b.{0,40}|(?:not sure|no idea|don't know|don't understand|don't get"
    r"|haven't a clue) what (?:you|u|that|this|it|the question)(?:'re| are| is|'s)? ?(?:mean|means|asking"
    r"|on about|want|wants|getting at|even|supposed|after|trying|about).{0,40}"
    r"|i(?:'ve| have)? (?:already |just )?(?:said|told|answered|done|given)(?: you)? (?:that|this|it|you|one"
    r"|already)\b.{0,30}|(?:again )?you(?:'ve| have)? (?:already |just |literally )*(?:asked|had|said)\b.{0,40}"
    r"|i thought you (?:were|was|could|would)\b.{0,40}|you(?:'re| are) just (?:reading|saying|repeating|copying"
    r"|going)\b.{0,40}|you (?:haven't|have not|didn't|never) (?:listened|heard|understood|read|answered"
    r"|helped)\b.{0,40}|(?:it |this )?feels like (?:you're|you are|an? (?:test|exam|interrogation|interview)"
    r"|i'm being)\b.{0,30}|stop asking (?:me )?(?:the same|that|this|so many)\b.{0,25}|i'm not happy with (?:this"
    r"|that|you|these)\b.{0,20}|that(?:'s| is) (?:none of it|not|nothing like)(?: at all)? what i (?:said|meant)"
    r"|(?:sounds|feels|reads) like a (?:form|test|quiz|tick|questionnaire|script|survey)\b.{0,20}"
    r"|(?:i )?don't (?:like|see the point of|get the point of) (?:this|these|your|that) (?:question|bot|chat"
    r"|app)s?|stop asking.*|leave off"
    r")"
)
_WH = r"(?:what|why|how|who|when|where|which|whose|whats|hows)"
_AUX = (
    r"(?:do|does|did|is|are|am|was|were|will|would|can|could|should|shall|have|has|had|must|isn't|aren't|don't"
    r"|doesn't"
    r"|can't|won't|wouldn't|couldn't|shouldn't)"
)
_WHO = (
    r"(?:i|you|we|it|this|that|these|those|they|he|she|there|the|my|your|a|an|anyone|anything|someone|everyone"
    r"|people|staff)"
)
_OTHER_QUESTION = re.compile(
    _SO
    + rf"(?:(?:like )?(?:what|how)(?:'s| is| are) (?:a |an |the |your |this |that |it |meant |going |wrong |with )+.*"
    rf"|{_WH}(?: \w+){{0,2}} {_AUX} {_WHO}\b.*|{_WH}(?:'s|'d|'re|'ll) (?:that|this|it|the|a|an|your|my)\b.*"
    rf"|(?!(?:do|did|have|had|don't) (?:it|this|that|these|there))(?:{_AUX}) (?:i|you|we|it|this|that|these|they"
    rf"|there|anyone)\b.*"
    r"|(?:is|are|was|were|will|would|can|could|should|does|shall) (?:my|the|your|a|an|people|staff|someone"
    r"|everyone) \w+.*"
    r"|(?:like|such as|meaning|for|e\.?g\.?) ?(?:what|who|how|which|where|example|instance)?(?=\?|$)\??"
    r"|what does \W*\w+\W* mean|what (?:for|sort|kind|type|should|about|to)(?: of)?\b(?: \w+){0,4}$|(?:(?:can"
    r"|could) (?:you|i) )?(?:give|have|show) (?:me )?(?:a|an|some) examples?.*"
    r"|(?:is|are|does|would|will) \w+ing (?:ok|okay|enough|alright|count|do|fine|allowed|good|big|small).*"
    r"|is it (?:ok|okay|alright|fine|allowed|too|bad|wrong|normal|enough)\b.*|what (?:do|would|did"
    r"|should) (?:other |most |normal )?people .*|like what\b.{0,25}|(?:eh |so |but |huh )?(?:what|whats"
    r"|what's) (?:that|this|it)(?:'s)? mean.*|who (?:wrote|made|built|thought|decides|decided|checks|invented"
    r"|came up)\b.*|why (?:can't|cant|don't|dont|won't|are|is|do|does|would|should|have)\b.*|how (?:small|big|long"
    r"|much|many|often|far|specific|detailed|soon|exactly|else|about you)\b.{0,40}"
    r"|what (?:like|use|difference|good) (?:is|does|will|would).*|what (?:on earth|the (?:hell|heck)).*"
    r"|(?:what )?(?:are )?you (?:on about|want what|mean what|what)\b.*|wdym.{0,20}|a what|meaning\b.{0,20}"
    r"|(?:an )?examples?(?: please)?|define \w+|(?:please )?(?:explain|clarify|rephrase|simplify"
    r"|elaborate)\b.{0,40}|(?:can|could) you (?:put|say|ask|word) (?:it|that|this).*|(?:put|say|ask|word) (?:it"
    r"|that|this) (?:another way|differently|simpler|in (?:plain|simple|normal).*)|in (?:plain )?english.{0,10}"
    r"|any (?:examples?|ideas|suggestions|tips|hints)\b.*|in what way|how so|how come|how do you mean"
    r"|explain\b.{0,30}|what counts.*"
    r")$",
    re.DOTALL,
)
_ASKED = re.compile(rf"{_SO}(?:(?:{_WH}|{_AUX})\b(?! (?:about|if)\b).*)\?", re.DOTALL)
_ASKED_BACK = re.compile(
    rf"\b(?:{_WH}|you|your|mean|count|counts|enough|allowed|supposed|right)\W*\?+\s*$|\b(?:you|your"
    rf"|you're)\b[^.?!]*\?+\s*$|(?:[.,!;]|\bbut|\band|\bso)\s+(?:{_WH}|is|are|do|does|did|can|could|should|will"
    rf"|would|am)\b(?! (?:about|if))[^.?!]*\?+\s*$"
)
_NO_QUESTION = re.compile(
    r"^(?:what if|how about|(?:can|could|shall) (?:we|i) (?:say|do)|is it (?:ok|alright) if i say)\b"
)
_MOST_WORDS_FOR_A_QUESTION = 25


def topic_of(text: str) -> Topic | None:
    """What the coach is being asked or told about itself, or None when this is no such thing."""
    said = plain(spelled(text))
    if len(said.split()) > _MOST_WORDS_FOR_A_QUESTION:
        return None
    if _ABOUT_BOT.search(said):
        return Topic.ABOUT_BOT
    if _WHO_READS.search(said) and len(said.split()) <= 14:
        return Topic.WHO_READS
    if _MISUNDERSTOOD.match(said) or re.fullmatch(r"(?:eh|what|huh|you what)[?!\s]+", text.strip().lower()):
        return Topic.MISUNDERSTOOD
    if ABOUT_THE_COACH.holds(said):
        return Topic.MISUNDERSTOOD
    if _is_asked(text, said):
        return Topic.OTHER
    return None


def _is_asked(text: str, said: str) -> bool:
    if _NO_QUESTION.match(said):
        return False
    return bool(
        _OTHER_QUESTION.match(said) or _ASKED.match(spelled(text).lower()) or _ASKED_BACK.search(spelled(text).lower())
    )
