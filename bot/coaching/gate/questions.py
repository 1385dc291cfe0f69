"""Questions to the coach, and what they are about. Only the whole message counts: "ask who runs it" is a step."""

from __future__ import annotations

import re

from bot.coaching.gate.classes import Asked, Topic
from bot.coaching.gate.complaints import SO, complains
from bot.coaching.gate.privacy import asks_who_sees
from bot.coaching.gate.reminders import asks_for_reminder
from bot.coaching.gate.small_talk import small_talk
from bot.coaching.gate.times import names_a_time
from bot.coaching.spelling import spelled
from bot.coaching.text import plain

_WHO_READS = re.compile(
    r"^(?:(?:and|but|so|ok|okay|wait|hang on|sorry)[\s,]+)*who(?:'s|s)?\b.*"
    r"\b(?:see|sees|read|reads|reading|know|told|look|looks|looking|gets)\b(?! (?:after|for|like|up|forward))"
    r"|^(?:(?:and|but|so|ok|okay|wait|sorry)[\s,]+)*who(?:'s| is| else)? (?:can|could|may|might|will|gets? to"
    r"|is able to|able to|allowed to|is allowed to|has|have|got) (?:else )?(?:\w+ )?(?:open|access|get (?:at"
    r"|into|hold of)|look at|check|view)\b"
    r"|\bwill you (?:remember|keep|save|store|forget) (?:this|that|it|all|any|everything|what i)\b"
    r"|\bdo you (?:remember|keep|save|store) (?:this|that|it|all|any|everything|what i)\b"
    r"|\bis (?:this|it|that|what i (?:say|write|type)) (?:\w+ )?(?:private|confidential|safe|secret|anonymous"
    r"|recorded|saved)\b"
    r"|\bwill (?:you|anyone|anybody|my \w+|they|the \w+)(?: \w+)? (?:tell|see|read|know|find out)\b"
    r"|\bdo you tell\b|\b(?:does|do|can|could) (?:anyone|anybody|my (?:\w+ )?\w+|they|the \w+|staff|people)(?: \w+)?"
    r" (?:see|read|get|know)\b"
    r"|\bis (?:anyone|anybody|my (?:\w+ )?\w+|someone|the \w+) (?:going to |gonna )?(?:see|read|reading|seeing"
    r"|watching)\b"
    r"|\b(?:does|will|is) (?:this|it|that) (?:go|going|be|get) (?:on|in|to|shared|into|passed)\b"
    r"|\bhow (?:can|do|could|would) i (?:let|show|share)\b.{0,30}\b(?:see|plan|this|it|with)\b"
    r"|\bwhere does (?:this|it|my \w+) go\b"
    r"|\bwhat happens to (?:my|what|this|the)\b(?! (?:one|ones|other|others|rest|first|last|goal|wish|step)\b)"
    r"|\bare you (?:recording|saving|keeping|sharing|storing)\b"
)
_ABOUT_BOT = re.compile(
    r"\bare you (?:a |an |even |actually |really |just )*(?:real|human|robot|bot|person|computer|ai|machine"
    r"|alive|there"
    r"|chatgpt|automated|a program)\b|\bwho (?:are you|made you|built you|runs this|wrote (?:you|this))\b"
    r"|\bwhat are you\b(?! (?:talking|on about|asking|getting|trying|saying))"
    r"|\bis this (?:a |an |just )*(?:bot|robot|person|computer|ai|machine|chatbot|automated)\b"
    r"|\bam i (?:talking|speaking|chatting) to\b"
)
# What becomes of the wishes that are not looked at now.
_PARKED = re.compile(
    SO + r"what(?: will|'ll)? (?:happens?|becomes?|about|happened) (?:to|of)? ?(?:my|the)"
    r" (?:one|ones|other|others|rest|first|last|goal|wish)\b"
    r"(?! (?:day|time|thing)).{0,40}"
)
# A wish to hear what other people say here.
_EXAMPLE = re.compile(
    SO + r"(?:(?:like|such as) what(?: for (?:example|instance))?|for (?:example|instance)|e\.?g\.?"
    r"|(?:an |any |some )?examples?"
    r"|(?:what )?(?:sort|kind|type)s? of (?:things?|stuff|answers?|steps?|ideas?)(?: (?:do|d'?|did"
    r"|would) (?:you|u|ya|people|others)"
    r" (?:mean|say|want|like|think of|suggest|do))?|what (?:sort|kind|type)s? of (?:things?|stuff|answers?"
    r"|steps?|ideas?)\b.{0,40}"
    r"|(?:(?:can|could|will|would) (?:you|i) )?(?:please )?(?:give|have|show|tell|offer"
    r"|get)(?: me)?(?: us)? (?:an?|some|any|a few|one)"
    r" (?:examples?|ideas?|suggestions?|hints?|tips?|clues?)\b.{0,30}"
    r"|(?:have you (?:got )?|you got |got |do you have |are there |is there )?(?:any|an|some) (?:examples?"
    r"|ideas?|suggestions?|hints?|tips?)\b.{0,20}"
    r"|what (?:would|do|could|can|might) (?:you|u|ya) (?:suggest|recommend|advise|propose|reckon|put|say)\b.{0,25}"
    r"|what (?:do|did|would|might|could) (?:(?:other|most|normal|some) )?(?:people|others|folk) (?:usually "
    r"|normally |often |tend to )?"
    r"(?:say|put|write|answer|do|choose|pick|want|go for)\b.{0,25}|(?:can|could) you suggest (?:something"
    r"|anything|one|some)\b.{0,20}"
    r"|suggest something|what(?: have)? (?:other people|others)(?: have)? (?:said|put"
    r"|done)\b.{0,20})(?: please)?(?: then)?[\s?!.]*$"
)
# A wish to hear the question in other words.
_MEANING = re.compile(
    SO + r"(?:what (?:do|did|d'?) ?(?:you|u|ya) (?:even |actually )?mean\b.{0,40}|how do (?:you|u) mean\b.{0,20}"
    r"|wdym\b.{0,20}|what(?:'s| is| does) (?:that|this|it|the question|\W*\w+\W*|that question|this question)"
    r" (?:even |actually )?(?:mean|meant? to mean|supposed to mean)\b.{0,20}"
    r"|(?:you )?mean(?:ing)? what|(?:in )?what (?:way|sense)|in what (?:way|sense)|how so|like how"
    r"|(?:(?:can|could|would|will) you )?(?:please |maybe )?(?:explain|clarify|rephrase|reword|simplify)\b"
    r"(?: (?:it|that|this|the question|please|more|a bit|what you mean))*"
    r"|(?:(?:can|could|would|will) you )?(?:please )?(?:put|say|ask|word) (?:it|that|this)"
    r" (?:(?:in )?another way|differently|simpler|more simply|in (?:plain|simple|other|normal|easier)\b.{0,15})"
    r"|in (?:plain |simple )?english|i (?:don't|do not|didn't) (?:really |quite )?(?:understand|get|follow)"
    r"(?: (?:it|you|that|this|(?:the|that|this|your) question|what (?:you|that|this|it)\b.{0,30}))?"
    r"(?:[.,;!]\s*what\b.{0,40})?"
    r"|(?:show|name|change|call|pick|tell|choose|put) what|what has (?:a|the) name"
    r"|(?:i'm |i am )?(?:not sure|no idea|don't know|haven't a clue) what (?:you|that|this|it|the question)"
    r"(?:'re|'s| are| is)? (?:mean|means|asking|getting at|on about|after)\b.{0,20}"
    r")(?: please)?[\s?!.]*$"
)
_WH = r"(?:what|why|how|who|when|where|which|whose|whats|hows)"
_AUX = (
    r"(?:do|does|did|is|are|am|was|were|will|would|can|could|should|shall|have|has|had|must|isn't|aren't|don't"
    r"|doesn't"
    r"|can't|won't|wouldn't|couldn't|shouldn't)"
)
_WHO = (
    r"(?:i|you|we|it|this|that|these|those|they|he|she|there|the|my|your|a|an|anyone|anything|someone|everyone|other"
    r"|others|folk|most|any|many"
    r"|people|staff)"
)
# What may stand between "what" or "how" and its verb: a noun or a manner, never a subject ("what i do is").
_ASKED_OF = (
    r"(?!(?:i|you|we|they|he|she|it|my|your|his|her|the|this|that|there|if|about|helped|worked|was|is"
    r"|are)\b)\w+(?<!ed)"
)
_OTHER_QUESTION = re.compile(
    SO
    + rf"(?:(?:like )?(?:what|how)(?:'s| is| are) (?:a |an |the |your |this |that |it |meant |going |wrong |with )+.*"
    rf"|{_WH}(?: {_ASKED_OF}){{0,3}} {_AUX} {_WHO}\b.*|{_WH}(?:'s|'d|'re|'ll) (?:that|this|it|the|a|an|your|my)\b.*"
    rf"|(?!(?:do|did|have|had|don't) (?:it|this|that|these|there))(?:{_AUX}) (?:i|you|we|it|this|that|these|they"
    rf"|there|anyone)\b.*"
    r"|(?:(?:will|would|can|could|should|does|did|shall|has) (?:my|the|your|a|an)|(?:do|does|have|has|did|will|would"
    r"|can|could|should) (?:(?:other |most |some |many |any )?(?:people|folk"
    r"|others|patients|men|women|users)|staff|someone|somebody|everyone|everybody|nobody)) (?!head"
    r"|nut)(?:\w+ ){0,3}(?:read|see|know|tell|get|have|go|hear|find"
    r"|do|come|recover|work|count|matter|mean|help|stop|need|say|use|look|like|keep|ask|write|think|feel|be|been|make"
    r"|happen|take|change|answer|put|want|got|apply|talk)\b.*"
    r"|(?:is|are|was|were) (?:my|the|your|a|an|people|staff|someone|everyone) \w+ \w+.*"
    r"|(?:is|was|would|does) (?:a |an |one |my |just )?\w+ (?:good|ok|okay|enough|alright|count|bad|normal|allowed"
    r"|fine|right|too (?:low|high|small|big|much)|high|low|a lot)(?: \w+){0,3}"
    r"|what (?:happens|happened|comes|goes|counts|means|matters|makes|difference|about)\b (?!to me|in|when i"
    r"|at)(?:\w+\W?){0,7}"
    r"|how come\b.*|you (?:for real|serious|joking|kidding|alright|taking|having|deaf|mad|being serious|sure|mean"
    r"|want|asking)\b.{0,40}"
    r"|(?:you )?(?:mean|meaning) (?:like|what|which|now|in|my|a|the|who|as)\b.{0,40}"
    r"|.{0,40}\b(?:with|about|of|to|for|from|like|than|say|do|think|mean|if|in|by|on|put|write|choose|pick) (?:what"
    r"|who|which|whom)(?: (?:exactly|then|though|now|happens|specifically|mate))?"
    r"|.{2,40}\bor (?:what|not|something else|no|can it .*|does it .*|is (?:it|that) .*|do (?:i|you) .*)(?=\?|$)"
    r"|(?:do|does|did) (?:it|this|that|these|those) (?:have|need|matter|count|mean|work|go|help|include|cost|save|get"
    r"|make|ever|really|actually|take|show|send|end|all|just)\b.*"
    r"|.{2,60}(?:, (?:do|does|did|are|is|can|could|will|would|have|has) (?:you|it|that|this|they)|(?<!what) (?:do|did"
    r"|are|can|could|will|would|have) you)(?: then)?"
    r"|(?:would|could|can|will) you (?:mind|please|kindly|tell|explain|help|give|say|repeat|put|remind|read|make|show"
    r"|ask|let)\b.*"
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
    r"|elaborate)\b(?!.* to (?!me\b)).{0,40}"
    r"|(?:can|could) you (?:put|say|ask|word) (?:it|that|this).*|(?:put|say|ask|word) (?:it"
    r"|that|this) (?:another way|differently|simpler|in (?:plain|simple|normal).*)|in (?:plain )?english.{0,10}"
    r"|any (?:examples?|ideas|suggestions|tips|hints)\b.*|in what way|how so|how come|how do you mean"
    r"|what counts.*"
    r")$",
    re.DOTALL,
)
_ASKED = re.compile(rf"{SO}(?:(?:{_WH}|{_AUX})\b(?! (?:about|if)\b).*)\?", re.DOTALL)
_ASKED_BACK = re.compile(
    rf"\b(?:{_WH}|you|your|mean|count|counts|enough|allowed|supposed|right)\W*\?+\s*$|\b(?:you|your"
    rf"|you're)\b[^.?!]*\?+\s*$|(?:[.,!;]|\bbut|\band|\bso)\s+(?:{_WH}|is|are|do|does|did|can|could|should|will"
    rf"|would|am)\b(?! (?:about|if))[^.?!]*\?+\s*$"
)
_NO_QUESTION = re.compile(
    r"^(?:what if|how about|(?:can|could|shall) (?:we|i) (?:say|do|make it|try)\b(?!.*\bor\b)(?!.*\b(?:my own|wrong"
    r"|same)\b)|is it (?:ok|alright) if i say"
    r"|(?:what|who|how|where|when|why|which) (?:i|my|we|he|she|they|people|the|it|she's|he's|i'm|i'd"
    r"|i've)\b(?!.*\?\s*$)"
    r"|(?:whatever|whoever|whenever|wherever)\b|do(?:es)? my (?:head|nut) in|do you know what,? (?:i|we|my|it|the)\b)"
)
_A_TIME_OFFERED = re.compile(r"^(?:(?:is|would|will) (?!it|that|this|there)|how about|what about|shall we|say)\b")
# In the form of a question, yet no wish for an answer.
_RHETORICAL = re.compile(
    r"^(?:(?:well|oh|um+|er+|hmm+|honestly|tbh|i mean|ha|lol|but)[\s,]+)*(?:who (?:knows|can (?:say|tell|know)"
    r"|even knows|could say)|what do i know|how (?:would|should|do|could|can) i (?:know|tell|say)\W*$"
    r"|(?:god|christ|fuck|heaven|lord|goodness) knows|wouldn't you like|what's it (?:got )?to (?:do with )?you"
    r"|what (?:has|does) (?:it|that) (?:got )?to do with you|what else (?:have|would|could|can|is|do)|why not\b"
    r"|why would (?:anyone|anybody|someone|they)|what(?:'s| is) wrong with me"
    r"|how would i know|what (?:strengths?|good|skills?|talents?)|who (?:doesn't|wouldn't|would|wants|cares"
    r"|needs) (?!read|see|get|told|look)|what's the point\W*$|why bother\W*$|wouldn't want\b|can we (?:not|leave|skip"
    r"|move|talk about something|change)"
    r"|could we (?:not|leave|skip|move|talk about something|change)|why (?:me|always me)\b)"
)
_MOST_WORDS_FOR_A_QUESTION = 25
SENTENCES = re.compile(r"(?<=[.!?…])\s+|\s*\n+\s*")
# With these a last sentence says more of what is wanted.
_SAYS_LITTLE = frozenset({Topic.MISUNDERSTOOD, Topic.ANGER, Topic.OTHER})
# What the coach has an answer to, whatever stands beside it.
ABOUT_THE_COACH = frozenset({Topic.WHO_READS, Topic.ABOUT_BOT, Topic.REMINDERS, Topic.PARKED})
_BEGINS = re.compile(rf"{SO}(?:{_WH}(?:'s|'d|'re|'ll)?|{_AUX})\b(?! (?:about|if)\b)")


def topic_of(text: str, asked: Asked | None = None) -> Topic | None:
    """What the coach is being asked or told about itself, or None when this is no such thing.

    A question behind a complaint is what they want answered: "you didn't answer. Can she see it?".
    """
    topic = _topic_of_all(text, asked)
    if topic not in _SAYS_LITTLE:
        return topic
    last = SENTENCES.split(text.strip())[-1]
    behind = _topic_of_all(last, asked) if last != text.strip() else None
    return behind if behind in ABOUT_THE_COACH else topic


def _topic_of_all(text: str, asked: Asked | None) -> Topic | None:
    said = plain(spelled(text))
    if len(said.split()) > _MOST_WORDS_FOR_A_QUESTION:
        return None
    if talk := small_talk(said, asked):
        return talk
    if asks_for_reminder(text):
        return Topic.REMINDERS
    if _ABOUT_BOT.search(said):
        return Topic.ABOUT_BOT
    if asks_who_sees(text) or (_WHO_READS.search(said) and len(said.split()) <= 14):
        return Topic.WHO_READS
    if _RHETORICAL.match(said):
        return None
    if _PARKED.match(said):
        return Topic.PARKED
    if _EXAMPLE.match(said) and (asked is not Asked.NOTE or "?" in text):
        return Topic.EXAMPLE
    if _MEANING.match(said):
        return Topic.MEANING
    if complains(said, asked) or re.fullmatch(r"(?:eh|what|huh|you what)[?!\s]+", text.strip().lower()):
        return Topic.MISUNDERSTOOD
    if _is_asked(text, said, asked):
        return Topic.OTHER
    return None


def _is_asked(text: str, said: str, asked: Asked | None) -> bool:
    if _NO_QUESTION.match(said) or (asked is Asked.WHEN and _A_TIME_OFFERED.match(said) and names_a_time(said)):
        return False
    if asked is Asked.NOTE and re.search(r"\?\s*\w", text):
        return False
    return bool(
        _OTHER_QUESTION.match(said) or _ASKED.match(spelled(text).lower()) or _ASKED_BACK.search(spelled(text).lower())
    )


def begins_as_question(text: str) -> bool:
    """Does the sentence begin as one that is asked: "who", "is there"? A story may still hold one."""
    return bool(_BEGINS.match(plain(spelled(text))))


def may_be_asked(text: str) -> bool:
    """Does the text hold a sign or a word of asking at all? Without one it states something, whatever it is like."""
    said = plain(spelled(text))
    return "?" in text or begins_as_question(text) or bool(re.search(rf"\b{_WH}(?:'s|'re)?\b", said))


def is_only_lead_in(text: str) -> bool:
    """Are these only words that lead to others: "ok", "hang on", "sorry"?"""
    return not re.sub(SO, "", f"{plain(text)} ")
