"""A wish not to answer. Only the whole message counts: "no comment from my mum for once" is an answer."""

from __future__ import annotations

import re

from bot.coaching.gate.bags import UNWILLING
from bot.coaching.gate.classes import Asked

_NO = (
    r"^(?:(?:no|nah|nope|thank you|thanks|ta|cheers|my dear|dear|love|pal|mate|excuse me|with respect|i am sorry|hmm+"
    r"|erm|sorry|um+|erm*|actually|honestly|i think|i'm afraid|oh|well|hmm+|look|but|can i|could i"
    r"|please|ok|okay|i (?:already |just )?said)[\s,.]+)*"
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
    r"|nobody's business|no one's business|not your business|mind your own(?: \w+)?|nunya|nosy(?! (?:but|and|parker"
    r"|old|as|about)))\b.*"
    r"|let's (?:not|leave|skip|move|talk about something)\b.{0,40}|(?:can|could) we (?:please )?(?:not|leave"
    r"|talk about something|change the subject|do a different)\b.{0,40}"
    r"|(?:(?:i am|i'm) )?not giving (?:you |a |any |it )*numbers?\b.{0,20}|no,? numbers?(?:[\s,.]+next)?"
    r"|(?:i |you )?(?:can't|cannot|won't) put (?:a number|numbers) (?:on|to) (?:it|that|this).{0,20}"
    r"|i (?:don't|do not) (?:really )?do (?:\w+ ){0,2}(?:lines|mottos?|quotes?|goals|numbers|stories|slogans|plans"
    r"|targets)"
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


# Whose business it is; not telling; things better left.
_TELLING = (
    r"(?:tell|telling|say|saying|speak|speaking|talk|talking|answer|answering|share|sharing|discuss|discussing"
    r"|go(?:ing)? (?:into|there)|open(?:ing)? up|explain"
    r"|explaining|reveal|disclose|mention|get(?:ting)? into|(?:be )?telling|chat|chatting|say it|write|type|put)"
)
_THIS = (
    r"(?: (?:about|of|on|to|with|into|in))*(?: (?:it|this|that|them|these|those|you|yous|ye|a|an|the|such"
    r"|any of (?:it|that|this)|this thing|these things|this one"
    r"|that one|that stuff|this stuff|it all|strangers?|anyone|anybody|(?:a |some |this )?(?:computer|bot|robot"
    r"|machine|phone|app|screen)|thing|things|matter|matters"
    r"|subject|topic|family|past|private|personal|question|questions|business|my \w+|out loud|here|now|today"
    r"|right now|yet|online|on here|though|anymore|any more|if you don't mind))*"
)
_BETTER_LEFT = re.compile(
    _NO + r"(?:(?:(?:that's|that is|it's|it is|this is|its|that|it) )?(?:really |just |all )*"
    r"(?:no(?:body|body's| one| one's|ne| concern)|nothing|not|none)(?: of)?"
    r"(?: (?:to do with|your|yours|for|anyone|anyone's"
    r"|anybody's|else's|up for|down to|a|any|of|concern|business|you|ya|to know|to hear|to see|discussion|debate"
    r"|grabs|but|mine|my|own|me|and))+"
    r"|(?:my|our|family|own) (?:own )?(?:business|affair|affairs|secret|life|stuff|matter|matters)(?:,? (?:and |it's "
    r"|is )*not (?:yours?|anyone's|for you|for sharing).{0,15}|,? (?:no one|nobody) else's| thank you| thanks| only"
    r"| alone)?"
    r"|(?:please )?(?:keep|get) (?:your|ur) (?:\w+ )?(?:nose|beak|neb|oar|snout|questions)(?: out"
    r"| to yourself).{0,25}|(?:butt|keep|stay) out(?: of (?:it|that|my \w+))?|back off"
    r"|(?:it|that|this|that one|this one)(?: is| will|'s|'ll)? (?:stays?|staying|be staying|remains?|goes nowhere"
    r"|(?:be )?kept)(?: \w+)? ?(?:with|wi|between|inside|in|to|private|here|secret|where).{0,30}"
    r"|(?:i )?(?:really |just |would |do |'d |'ll |will |shall |am |'m |feel )*(?:don't|do not|didn't|won't|will not"
    r"|wouldn't|would not|can't|cannot|shan't|shall not|never|not|no|refuse to|hate to|hate|dislike|decline to"
    r"|can not)(?: really| ever| even| gonna| going to| about to| want| wanna| wish| like| care| be| able| willing"
    rf"| ready| prepared| happy| comfortable| keen| up for| to| for| allowed| in the mood)* {_TELLING}{_THIS}"
    r"|(?:i )?(?:prefer|choose|rather|sooner|would rather|would sooner|'d rather|'d sooner|would prefer|'d prefer"
    rf"|like|would like)(?: to| if i| if we)? (?:not|no|leave|keep|didn't|skip|avoid)(?: to)?(?: \w+){{0,8}}"
    r"|(?:please )?(?:not (?:this|that|today|now|here|this one|that one|again)|anything but (?:this|that)"
    r"|not that(?: one)?)(?: please| again| one| question| thanks)*|i (?:will not|won't|shan't)|no,? i (?:won't"
    r"|will not|shan't|don't want to)"
    r"|(?:you|u) (?:don't|do not|needn't)(?: really| ever)? (?:need|have|get) to (?:know|hear|be told)(?: .{0,20})?"
    r"|(?:you're|you are) not (?:getting|having|hearing|going to get) .{0,30}(?:out of me|from me|off me)"
    r"|(?:my )?lips are sealed"
    r"|(?:it|that|this)(?:'s| is)? (?:too|a bit|very|so|really|still|all)?(?: too| much| very)* ?(?:private|personal"
    r"|painful|raw|sore|close to home|near the bone|much to talk about|upsetting|intimate|sensitive"
    r"|delicate)(?: \w+){0,6}"
    r"|(?:some|certain|those|these|that|there are) (?:things|stuff|matters|subjects|bits)(?: \w+){0,3} (?:private"
    r"|unsaid|to myself|alone|buried|personal|off limits|i (?:don't|won't|never) (?:share|discuss|talk about|tell"
    r"|say))"
    r"|(?:i )?(?:plead|take) the fifth|(?:i )?keep (?:my own counsel|myself to myself|(?:that|those|it|these|my \w+"
    r"|such things|things like that|all that)(?: things?| stuff| sort of thing)? (?:to myself|private|close|for me"
    r"|for my \w+))(?: .{0,25})?"
    r"|(?:that's |it's |that is |it is )?between (?:me|us|him|her|my \w+|myself) and .{0,25}|(?:let's |can we "
    r"|could we )?(?:change|drop) the subject.{0,10}|wouldn't want to (?:get|go|say|talk|be).{0,30})[\s.!]*$"
)


# Whom they are not on speaking terms with is an answer.
_OF_OTHERS = re.compile(
    r"(?:i(?:'m| am) )?not (?:talking|speaking) (?:to|with) (?:my|his|her|their|the|him|them|each other)\b"
    r"(?!.*\b(?:about|robot|bot|computer)\b).*"
)


# To a friend "you're ok" is a no thank you; to oneself it is a line to keep.
_TO_ONESELF = re.compile(r"you're (?:ok|okay)")


def refuses(said: str, asked: Asked | None = None) -> bool:
    """Is the whole message (plain) a wish not to answer?"""
    if _OF_OTHERS.fullmatch(said) or (asked is Asked.NOTE and _TO_ONESELF.fullmatch(said)):
        return False
    if _BETTER_LEFT.match(said):
        return True
    return (bool(_REFUSAL.match(said)) and not _BUT.search(said)) or UNWILLING.holds(said)
