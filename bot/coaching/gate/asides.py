"""What is no answer: a wish to talk to a person, a question to the coach, a refusal. Only whole messages count.

All of them read the answer spelled in full, in small letters (`bot.coaching.gate.decide`).
"""

from __future__ import annotations

import re

from bot.coaching.gate.bags import A_PERSON_INSTEAD, ABOUT_THE_COACH, UNWILLING
from bot.coaching.gate.classes import Topic
from bot.coaching.spelling import spelled
from bot.coaching.text import plain

_KINDLY = (
    r"(?:please|instead|now|today|right now|then|here|about this|about it|thanks|thank you|though|if possible"
    r"|for real)"
)
_REAL = r"(?:(?:real|actual|human|proper|live|living|trained|normal|qualified)(?: life)? )"
_STAFF = (
    r"(?:nurse|doctor|gp|member of staff|staff|worker|support worker|key ?worker|care ?co-?ordinator|counsellor"
    r"|therapist"
    r"|psychologist|advis[eo]r|operator|agent|peer(?: support)? worker|crisis team|duty worker|team|professional)"
)
_SOMEONE = (
    rf"(?:(?:a|an|any|some|another|the|one of the|one of your) (?:\w+ )?{_REAL}*(?:human being|human|person"
    rf"|people|individual"
    rf"|adult|{_STAFF})|{_REAL}+(?:being|person|people|one|human)s?|(?:someone|somebody|anyone"
    rf"|anybody)(?: (?:real|human|else"
    r"|in person|who is real))?|humans?|people|staff|face to face)"
)
_TALK = r"(?:talk|speak|chat|talking|speaking|chatting|write|get through|get hold of|be put through|connected)"
_MAY_I = (
    r"(?:can|could|may|might|would it be possible for) (?:i|we)(?: please| just| maybe| actually)*|let me"
    r"|how (?:do|can|could) i"
    r"|is (?:it possible|there (?:any ?way|a way)) (?:for me )?(?:to|i can|of)|is there any chance (?:of|i can)"
)
_WANT = (
    r"(?:i )?(?:(?:really|just|would|actually) )*(?:want|need|like|prefer|rather|wish|'d like|'d rather|'d prefer)"
    r"|i'd (?:much |really )?(?:like|rather|prefer|love)"
)
_BEFORE = (
    r"^(?:(?:please|ok|okay|hi|hello|sorry|no|look|actually|um+|hey|listen|right|well|this isn't working|and|but"
    r"|so) ?,? ?)*"
)
_AFTER = (
    rf"(?:,? (?:{_KINDLY}|to talk to|i can (?:actually )?(?:talk|speak) to|not (?:a|the|some|this) \w+"
    rf"|about \w+(?: \w+)?|on the phone))*$"
)
_ASKING = (
    r"\b(?:can|could|may|might|is there|are there|isn't there|any ?(?:one|body)? chance|how (?:do|can|would) i"
    r"|let me|please|would it be possible|is it possible|i(?:'d| would) (?:rather|prefer|like)|possible to)\b"
)
_TALKS = (
    r"(?:talk|talking|speak|speaking|chat|chatting|spoken|put (?:me )?through|get through|connected|connect"
    r"|get hold of)"
)
_ANYONE = (
    rf"(?:some(?:one|body)|any(?:one|body)|(?:a|an|another|the) (?:{_REAL})?(?:human|person|{_STAFF})|(?:human"
    rf"|person)(?: being)?|real people|humans)"
)
_PERSON_WANTED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_BEFORE}(?:{_MAY_I}|{_WANT})(?: to)? (?:{_TALK} (?:to|with) |{_TALK} |have )?{_SOMEONE}{_AFTER}",
        rf"{_BEFORE}(?:{_MAY_I}) (?:please )?{_TALK} (?:to|with) (?:{_SOMEONE}|my (?:\w+ )?{_STAFF})\b",
        rf"{_BEFORE}(?:(?:can|could|will|would) you (?:please )?)?(?:get|put|connect|transfer|give|find|pass"
        rf"|send|fetch)"
        rf" (?:me )?(?:through |over |on )?(?:to |for )?(?:{_SOMEONE}|my (?:\w+ )?{_STAFF})(?: for me)?{_AFTER}",
        rf"{_BEFORE}(?:is|are|isn't|aren't) there (?:\w+ )?(?:{_SOMEONE}|no one|a {_STAFF})(?: \w+){{0,3}}"
        r" (?:talk|speak|chat|here|there|i can|available|around)\b",
        rf"{_BEFORE}(?:a |just a |any )?{_REAL}*(?:human being|human|person|people|someone real|somebody real"
        rf"|real one){_AFTER}",
        rf"{_BEFORE}{_TALK} (?:to|with) {_REAL}*(?:a )?{_REAL}*(?:humans?|persons?|people|someone|somebody"
        rf"|staff){_AFTER}",
        rf"{_BEFORE}(?:can|could|will|would) (?:{_SOMEONE}|the team|my (?:\w+ )?{_STAFF}|someone from (?:the"
        rf"|my) \w+)(?: please| not)?"
        r" (?:call|ring|phone|contact|text|talk to|speak to|help|see|get in touch with|get back to|come and see"
        r"|message) me\b",
        r"\b(?:don't|do not|not|never) (?:want|like|wish|going|trust)(?:ing)?(?: to)? (?:talk|speak|talking"
        r"|speaking|chat|tell|be talking)"
        r"(?:ing)?(?: this| things)?(?: to| with)? (?:a|an|some|this|the)? ?(?:bot|computer|robot|machine"
        r"|program|programme|app|ai|chatbot)\b",
        rf"\b(?:i'd |would |'d )(?:much )?(?:rather|prefer) (?:to )?(?:{_TALK} (?:to|with)|it was|it were"
        rf"|have) {_SOMEONE}",
        rf"\bprefer (?:a|to (?:speak|talk)|speaking|talking)(?: (?:to|with))?(?: a)? {_REAL}*(?:human|person"
        rf"|someone|somebody)",
        r"\b(?:human|person|someone|somebody)\b.{0,30}\b(?:not|isn't|rather than|instead of) (?:a|an|this"
        r"|some) (?:bot|robot|computer|machine|program)",
        rf"^(?:an? )?(?:{_STAFF} please|agent|operator|advis[eo]r|representative|real human|someone human"
        rf"|somebody human|human being)$",
        rf"^{_TALK} (?:to|with) (?:an? )?(?:{_STAFF}|agent|operator|advis[eo]r|someone|somebody)(?: please| now)?$",
        rf"\b(?:can|could|may) i (?:see|do (?:this|it) with|have) (?:{_ANYONE}|my (?:\w+ )?{_STAFF})\b(?: instead"
        rf"| please| with me)*",
        r"\bis (?:anyone|anybody|someone|there anyone)(?: real| human| actually)* (?:there|here|around|listening"
        r"|real)\b|\bwhere (?:are|is) (?:the |all the )?(?:real )?(?:people|person|humans?|staff)\b",
        rf"\b(?:prefer|rather)\b.{{0,12}}\b(?:if )?(?:a|an actual|a real) (?:person|human|{_STAFF})\b",
        rf"(?:{_ASKING}).{{0,40}}\b{_TALKS}\b.{{0,25}}\b(?:{_ANYONE}|my (?:\w+ )?{_STAFF}|whoever|in charge)\b",
        rf"(?:{_ASKING}).{{0,30}}\b(?:{_ANYONE}|whoever)\b.{{0,20}}\b{_TALKS}\b",
        rf"(?:{_ASKING}|want|need|rather|prefer).{{0,40}}\b(?:real|actual|human|proper|live) (?:human|person"
        rf"|people|being|someone|one|{_STAFF})\b",
        r"(?:want|need|rather|prefer|like|where|get|find).{0,25}\ba human\b|\bhuman being\b.{0,15}(?:please|now"
        r"|instead)$",
        rf"\b(?:want|need|rather|prefer|'d like|would like)\b.{{0,15}}\b{_TALKS} (?:to "
        rf"|with )?(?:{_ANYONE})(?: {_KINDLY}| properly| in person| on the phone| real| who\b.*| instead.*"
        rf"| about (?:this|it|that))*$",
        rf"\b(?:want|need|rather|prefer)\b.{{0,15}}\b(?:{_ANYONE})(?: (?:real|proper|else|to|i can|actually"
        rf"|properly))* {_TALKS}(?: to| with)?(?: {_KINDLY}| to)*$",
        rf"\b(?:ask|tell|get|have|want|need)\b.{{0,12}}\b(?:{_ANYONE}|my (?:\w+ )?{_STAFF}"
        rf"|the {_STAFF})(?: from .{{0,20}})? to (?:call|ring|phone|contact|text|see|visit|come|get in touch"
        rf"|speak to|talk to)(?: and see| with| out to)? (?:me|us)\b",
        rf"\b(?:bot|robot|computer|machine|program|programme|app|screen|typing|chatbot)\b.{{0,50}}\b(?:want"
        rf"|need|get|give|prefer|rather|speak|talk|where|please).{{0,20}}\b(?:{_ANYONE}|nurse|worker|staff|doctor)\b",
        rf"\b(?:{_TALKS}|prefer|rather|want|need)\b.{{0,30}}\b(?:{_ANYONE}|nurse|worker"
        rf"|staff)\b.{{0,30}}\b(?:not|than|instead of|isn't)\b.{{0,15}}\b(?:bot|robot|computer|machine|program"
        rf"|app|screen|typing|chatbot|text|this thing|you|this)$",
        r"\bface to face\b.{0,20}(?:please|instead)|^(?:i )?(?:want|need|would like|'d like"
        r"|prefer) (?:to (?:see|meet) )?(?:someone|somebody|a person) face to face$",
        rf"\bwho (?:do|can|should|could) i (?:call|ring|phone|{_TALKS}|contact|speak)\b|\bnumber (?:for"
        rf"|to (?:ring|call)) (?:{_ANYONE}|a person|the team)\b",
    )
)
_MOST_WORDS_FOR_A_PERSON = 20
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

_NO = (
    r"^(?:(?:no|nah|nope|sorry|um+|erm*|actually|honestly|i think|i'm afraid|oh|well|hmm+|look|but|can i|could i"
    r"|please|ok|okay)[\s,.]+)*"
)
_IT = (
    r"(?: (?:it|that|this|them|these|those|him|her|you|any of (?:it|that|this)|(?:that|this) (?:one|stuff|bit"
    r"|question|now|part)|the (?:question|details)|my \w+|too much))"
)
_REFUSAL = re.compile(
    _NO + r"(?:(?:i(?:'d| would)? )?(?:much |really )?(?:rather|sooner|prefer)(?: it if we| if we"
    r"| that we)?(?: to)? (?:not|didn't|keep|skip|leave|pass|move on)\b(?! (?:have|be|feel|go back))[^?]{0,60}"
    r"|(?:i )?(?:really |just )*(?:don't|do not|didn't|not|wouldn't)(?: really| particularly)? (?:want|wanting"
    r"|wish|care|feel like|fancy|like|think i want|feel comfortable|feel able|feel ready"
    r"|feel up|comfortable|ready|willing|prepared|happy|going|something i(?:'d| would)? (?:want|like|care)"
    r"|something i'm (?:comfortable|ready|willing|happy))(?: with| to|)"
    rf" ?(?:say|saying|talk|talking|answer|answering|share|sharing|discuss|discussing|go into|going into"
    rf"|go there|going there|get into|getting into|tell|telling|open up|do|think about)"
    rf"(?: (?:about|into|on|with|to))?(?:{_IT}| anything)?(?: (?:right now|now|today|here|with you"
    rf"|with a (?:bot|computer)|yet|just now|at the moment|thanks|thank you|if that's (?:ok|okay|alright)"
    rf"|really|either|about it|about that|on here|to (?:a|you).*))*"
    r"|(?:i )?(?:really )?(?:don't|do not|didn't|not) (?:want to|wish to|wanting to|really want to|think so"
    r"|today|now|tonight|this time|this one|that one|going there|telling you?|telling|saying|sharing|answering"
    r"|for you|your concern)"
    r"(?: that| this| it| you)?(?: that| thanks| thank you| sorry)*"
    rf"|(?:i(?: am|'m)? )?not (?:saying|telling|sharing|discussing|answering|doing|talking about|going into"
    rf"|getting into)\b(?:{_IT})?.{{0,25}}"
    rf"|i'm not (?:really )?(?:going to |gonna |comfortable |ready |willing |happy |prepared |up |able "
    rf"|sure i want |in the mood )+(?:for |to |with )?(?:answer|say|talk about|tell|shar|discuss|go|get|open"
    rf"|saying|talking|doing|this|that).{{0,40}}"
    rf"|(?:i )?(?:won't|can't|cannot|will not|refuse to)(?: really)? (?:talk about|discuss|answer|go there"
    rf"|go into|share|face talking)(?: (?:about|that))*(?:{_IT})?(?: \w+){{0,3}}"
    r"|(?:that's|it's|that is|this is|it is|that one's|this one's|bit|too|a bit|a little|quite|very|really"
    r"|something|stays|way|far|kind of|sort of|just|all| )*"
    r"(?:private|personal|confidential|painful(?: to talk about)?|too raw|raw|sensitive|triggering|upsetting"
    r"|between me and[^,]{0,30}|my (?:own )?business|off limits|hard to talk about|not for here)(?: (?:that"
    r"|thanks|sorry|tbh|to be honest|for me|really|stuff|matter|info|information|question|to me|right now))*"
    r"|(?:(?:that's|it's|that is|it is) )?(?:none of (?:your|ya|anyone's|anybody's)(?: \w+)? business"
    r"|nobody's business|no one's business|not your business|mind your own(?: \w+)?|nunya|nosy)\b.*"
    r"|let's (?:not|leave|skip|move|talk about something)\b.{0,40}|(?:can|could) we (?:please )?(?:not|leave"
    r"|talk about something|change the subject|do a different)\b.{0,40}"
    r"|no comment|(?:i )?refuse(?: to (?:say|answer).{0,20})?|i decline|decline|declined|pass on (?:that"
    r"|this)(?: one)?(?: \w+)?|i'll (?:pass|keep that|leave that|not|skip)\b.{0,30}|(?:i'll )?keep (?:that|it"
    r"|this)(?: one)? (?:to myself|private).*"
    r"|(?:i'm |i am |i'll be )?keeping (?:that|this|it)(?: one| bit)? (?:to myself|private|quiet)|(?:that|it"
    r"|this|that one)(?:'s| is| stays)? (?:for me to know|with me|mine|in the past|off[- ]limits"
    r"|not (?:up )?for (?:discussion|sharing)|nobody's concern)\b.{0,25}|(?:please )?(?:don't|do not"
    r"|stop) (?:ask|asking|make|go there|push|pry|dig)(?:ing)?\b(?: me)?(?: about)?(?: that| this| there"
    r"| it)?.{0,20}|(?:please )?(?:drop it|leave (?:it|that|this|me alone)(?: alone| there| out| be)?"
    r"|change the subject|moving on|move on|next subject)(?: please| thanks)?"
    r"|(?:it |that |this )?(?:hurts|upsets me|is too much|'s too much|brings back|brings up|is hard|'s hard"
    r"|'s too hard|'s too soon|is too soon|'s too raw|too soon|too much|makes me).{0,20}(?:to (?:talk|say|think"
    r"|go|share|remember|get into)).{0,25}|(?:some|certain) things (?:are|stay|should).{0,25}(?:private|unsaid"
    r"|to myself|personal)|(?:i )?(?:don't|do not|never|won't|can't) (?:really )?(?:share|discuss|talk about|do"
    r"|go into|talk) (?:that|this|those|these|personal|private|such|my (?:past|family|private|childhood"
    r"|feelings))(?: \w+){0,3}"
    r"|(?:i )?(?:don't|do not|can't|couldn't|not going to|am not going to|won't) (?:want to |wanna "
    r"|like to )?(?:go back (?:there|over|to that)|relive|dig|rake|drag|bring|revisit|be (?:talking|answering"
    r"|sharing|telling))\b ?(?:up |over |through )?(?:that|it|this|those|all that|them|any of (?:it"
    r"|that))?(?: (?:again|up|now|today|time|days|one|stuff|memories|right now|either|with you|here))*"
    r"|not (?:up for|in the mood|in the headspace|comfortable|happy|keen|ready|able|prepared|willing|bothered"
    r"|fussed)(?: for| with| about| to| on)?(?: (?:this|that|it|talking|answering|saying|sharing|say|talk"
    r"|answer|share|discuss|go there|questions?|one|the|question|these|questions|today|right now|now|about it"
    r"|about that))*|(?:no|nope|nah)(?: way)?(?:,)? (?:i'm |am i |i am )?not (?:doing|telling|saying|answering"
    r"|going)\b.{0,25}|no way(?: am i)? (?:telling|saying|talking|answering)\b.{0,25}|i(?:'d| would) (?:sooner"
    r"|rather|prefer)(?: we| you| if we| if you)? (?:not|didn't|don't|left|leave|skip|skipped|moved|change|keep"
    r"|kept)\b.{0,30}"
    r"|(?:that's |it's )?not (?:something|a thing|one) i(?:'d|'ll|'m| would| will| can| want to| like to"
    r"| ever)? ?(?:\w+ ){0,3}(?:talk|discuss|share|say|answer|go into|get into|tell|talking|sharing|discussing"
    r"|comfortable|ready)\b.{0,30}|i don't (?:trust|know) you(?: \w+){0,5}|no (?:chance|way)|(?:nah "
    r"|no )?you're (?:alright|all right|ok)(?: thanks| ta| mate)?|i'm (?:good|ok|okay|alright|fine) thanks"
    r"|(?:maybe )?(?:another|some other) (?:time|day)(?: maybe| perhaps| thanks)?|not right now(?: thanks| please)?"
    r"|wouldn't you like to know|i (?:won't|will not|choose not to|decline to|refuse to|shan't) (?:say|tell|answer"
    r"|share).{0,20}|not (?:with|to) a (?:robot|computer|bot|machine)(?: \w+)?|no thanks|no thank you|no ta|no thx"
    r"|no cheers|nothing i want to (?:share|say|talk about)\b.*|not (?:with|to) (?:you|a (?:bot|computer|machine))"
    r")(?:[\s,.]+(?:thanks|thank you|sorry|please|mate|ok|cheers|ta|lol|really|if that's (?:ok|okay|alright|fine)))*$"
)
_BUT = re.compile(r"\b(?:but|so|because)\b(?: \S+){3}")


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


def wants_person(text: str) -> bool:
    """Is the whole message a wish to talk to a human being?"""
    said = plain(spelled(text))
    if A_PERSON_INSTEAD.holds(said):
        return True
    return len(said.split()) <= _MOST_WORDS_FOR_A_PERSON and any(each.search(said) for each in _PERSON_WANTED)


def refuses(said: str) -> bool:
    """Is the whole message (plain) a wish not to answer?"""
    return (bool(_REFUSAL.match(said)) and not _BUT.search(said)) or UNWILLING.holds(said)
