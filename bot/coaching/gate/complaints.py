"""Complaints: what is said about the coach, its questions or the way it goes. Only the whole message counts."""

from __future__ import annotations

import re

from bot.coaching.gate.bags import ABOUT_THE_COACH
from bot.coaching.gate.classes import Asked

SO = (
    r"^(?:(?:sorry|but|no|ok|okay|look|look here|listen|hang on|wait|oh|well|seriously|honestly|and|um+|uh+|erm*|hm+"
    r"|ugh|ffs|omg|god|so"
    r"|actually|right|please|i'm afraid|i am afraid|i'm sorry|i am sorry|excuse me|pardon me|pardon|not being funny"
    r"|no offence"
    r"|with respect|to be honest|with all due respect|forgive me|hey|oi|mate|love|dear|bro|man|dude|yeah|yes|nah|eh"
    r"|hello|hi|my dear"
    r"|jesus|christ|bloody hell|come on|just|like|before i (?:answer|say|do))[\s,.!]+)*"
)
_MISUNDERSTOOD = re.compile(
    SO + r"(?:"
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
    r"|i (?:am |really |still |just |quite )*(?:don't|do not|didn't|can't|cannot|not)(?: really"
    r"| quite)? (?:understand(?:ing)?"
    r"|(?<!can't )get(?=$| (?:it|the (?:question|point)|what|that|this|you|u|why|any of|how|at all))|follow"
    r"|see what you|see the point)(?! (?:why|how|what|who) (?:my|i|he|she|they|people)\b)(?: it| the (?:question|point)"
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
    r"|strange)\b(?! (?:to|one)\b)[^,]{0,30}$"
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
    r"|i(?:'ve| have)? (?:already |just )?(?:said|told|answered|already done|already given)(?: you)? (?:that|this|it"
    r"|you|one"
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

# The coach, its question or the whole thing, and something bad said of it, however it is put.
_IT = (
    r"(?:(?:this|that|it|these|those|all this|all of this|the|your|ur|u|you|this whole)(?: (?:whole|stupid|bloody"
    r"|fucking|daft|damn|same"
    r"|last|silly))*(?: (?:question|questions|thing|bot|app|chat|chatbot|robot|computer|machine|program|programme"
    r"|site|website"
    r"|form|test|one|quiz|script|stuff|conversation))?)"
)
_BAD = (
    r"(?:stupid|rubbish|pointless|useless|dumb|silly|boring|annoying|confusing|waste|nonsense|ridiculous|crap|shit"
    r"|shite|bollocks"
    r"|bullshit|patronising|joke|repetitive|irrelevant|weird|odd|strange|thick|daft|rude|cheeky|nosy|wrong|broken"
    r"|terrible|awful"
    r"|horrible|hopeless|no (?:help|use|good)|unhelpful|insensitive|inappropriate|insulting|offensive|condescending"
    r"|childish"
    r"|long-winded|too (?:long|many|nosy|vague|complicated|confusing)|garbage|lame|a farce|a con|infuriating"
    r"|meaningless|intrusive|impersonal|robotic|cold|tripe|codswallop|gibberish|double dutch|mad|taking the (?:piss"
    r"|mick))"
)
_GETS_AT_ME = (
    r"(?:doing my (?:head|nut) in|do(?:es)? my (?:head|nut) in|winding me up|winds me up|pissing me off"
    r"|piss(?:es)? me off|getting on my"
    r" (?:nerves|tits|wick)|get(?:s)? on my (?:nerves|tits|wick)|driving me (?:mad|crazy|nuts|up the wall)|driv(?:e"
    r"|es) me (?:mad|crazy"
    r"|nuts|up the wall)|making me (?:angry|worse|feel (?:worse|stupid|thick))|getting (?:me|us) nowhere"
    r"|going (?:nowhere|round in"
    r" circles|over my head)|wasting my time|boring me|confusing me|annoying me|stressing me out)"
)
_BAD_THING = re.compile(
    rf"{SO}(?:{_IT}(?:'s|'re| is| are| was| were)?(?: being| just| so| a| an| all| really| very| too| pretty| such"
    r"| total(?:ly)?"
    r"| complete(?:ly)?| absolute(?:ly)?| fucking| bloody| bit| kind of| sort of| getting| proper| load of| bunch of"
    r"| pure| the| most"
    rf"| rather| quite| utterly)* (?:{_BAD}|{_GETS_AT_ME})\b(?! (?:when|because|if|to (?:do|keep|face)|about me|at"
    rf"|and i)\b).{{0,60}}"
    rf"|(?:what (?:a|an) |such (?:a|an) )?(?:\w+ )?{_BAD} (?:thing|question|questions|bot|robot|app|machine)(?: (?:to"
    r"|for|that|mate|if you|really)"
    rf"\b.{{0,50}})?|{_IT}(?:'s|'re| is| are)(?: \w+){{0,3}} (?:thing|question) (?:to (?:ask|say|put)"
    r"|for you to ask)\b.*"
    rf"|(?:{_GETS_AT_ME})(?: (?:this|that|these|you|mate|now|all this))+(?: \w+)?"
    r"|what(?:'s| is) (?:the )?(?:point|use|good)(?: (?:of|in) (?:this|that|these|it|asking|the question|any of this"
    r"|all this|you)\b.{0,30})"
    r"|you (?:haven't|have not|haven|have|'ve|got|ain't|don't have|have got|haven't got|got)(?: got)? (?:no|not a|a"
    r"|any|an|zero) (?:idea|clue)\b.*"
    r"|(?:that|this|it)(?:'s| is| was)? (?:not|no) (?:what|an answer|the answer|a proper).{0,40}"
    r"|(?:i )?(?:already|just|literally|have just|have already) (?:said|told|answered|explained)\b.{0,30}"
    r"|(?:didn't|don't) (?:i|you) (?:just|already|not|ever) \w+.{0,40}|you're not (?:a person|real|human)\b.{0,40}"
    r"|(?:i )?(?:don't|do not|didn't|can't|cannot|not|never|couldn't)(?: really| quite| even| rightly)? (?:get"
    r"|understand|follow|follow you|know what) ?(?:it|u|you"
    r"|that|this|the question|what (?:you|that|this|it|the)\b.{0,25}|your \w+|a word(?: of it)?|english(?: words?)?"
    r"|this one|at all|what's .{0,20})?"
    r"|give you what.{0,25}|(?:not )?(?:following|understanding)(?: you| this| it)|say (?:that|it) in .{0,20}"
    r"|you(?:'ve| have)? lost me(?: there| now| completely)?"
    r"|(?:went|gone|goes|going|that's|way) (?:right |straight |way )?over my head.{0,10}|(?:that|it|this"
    r"|your question)(?: one)? (?:is|'s) (?:not|too|un)(?: very| at all|"
    r" really)? ?(?:clear|hard to (?:understand|follow))(?: to me)?|unclear|clear as mud|confused (?:by|with|about"
    r"|now|lol|dot com|here).{0,20}"
    r")[\s.!?]*$"
)
# "You" and what a bad listener does; "you get used to it" is about anybody.
_BAD_LISTENER = re.compile(
    rf"{SO}(?:you|u|you lot|youse|this thing|this bot|this app|the bot|it)(?: (?:just|only|always|keep|keep on|never"
    r"|really|clearly|obviously|literally|even))*"
    r"(?:(?:'re|'s| are| is) (?:just |only |always |clearly |really |even )*(?:not )?(?:even |really "
    r"|just )*(?:repeating|copying|reading|talking|listening|"
    r"asking|judging|assuming|ignoring|making (?:no|this|it|assumptions|me)|taking the|having a (?:laugh|giraffe)"
    r"|winding|wasting|going (?:on|round)|not (?:getting"
    r"|listening|helping|hearing|understanding|even)|missing|twisting|putting words|being (?:rude|thick|funny|daft"
    r"|nosy|cheeky|silly)|doing (?:my|it again)|pissing|annoying|no help)"
    r"| (?:(?:don't|didn't|never|can't|won't|aren't|doesn't|do not|cannot)(?: even| really| ever| seem to"
    r"| actually)* (?:repeat|listen|ask|understand|get it|get me|get that|get any|get what|get at"
    r"|get this|hear|care|help|know me|know anything|know what i|know what it|know how i|read|answer|give a"
    r"|make (?:any )?sense|mean it|talk)|repeat(?:s|ing|ed)?|copy|parrot"
    r"|ask(?:s|ing|ed)? (?:me )?(?:the same|that|this|stupid|too|so|daft|over)|talk(?:s|ing)? (?:rubbish|shit|crap"
    r"|nonsense|bollocks|down)|sa(?:y|id|ying) (?:the same|that|stupid|you)"
    r"|sound(?:s)? (?:like|thick|stupid|as if)|seem (?:to not|not)|misunderst\w+|misread|twist|assume|judge"
    r"|make no sense|makes no sense|missed (?:the|my)|got (?:it|that|me) (?:all )?wrong"
    r"|waste))\b.{0,60}$"
)
_TO_KEEP = re.compile(r"^you(?:'re| are|'ve| have| don't| can| got| will|'ll| did| do| were| deserve| always| never)\b")
_SAID_OF_THE_COACH = re.compile(
    r"\b(?:question|questions|bot|app|listening|listen|understand|understood|ask|asked|asking|repeat|robot|computer"
    r"|machine)\b|\bgot (?:it|that|me) wrong\b"
)


def complains(said: str, asked: Asked | None = None) -> bool:
    """Does the message (plain) complain of the coach, or say that its question is not understood?"""
    if asked is Asked.NOTE and _TO_KEEP.match(said) and not _SAID_OF_THE_COACH.search(said):
        return False
    return bool(
        _MISUNDERSTOOD.match(said) or _BAD_THING.match(said) or _BAD_LISTENER.match(said) or ABOUT_THE_COACH.holds(said)
    )
