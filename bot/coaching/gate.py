"""The answer gate: what kind of answer this is, from its words and its question alone.

One class each, tested in a fixed order (method: answer gate). No answer is ever too short, and a sentence
that merely contains a command word is an answer. The classes decide a reaction, never what is true.
"""

from __future__ import annotations

import re
from enum import Enum

from bot.coaching.text import NUMBER_WORDS, plain


class AnswerClass(str, Enum):
    """The kinds of free-text answer that have a reaction of their own."""

    PERSON_WANTED = "person_wanted"
    QUESTION = "question"
    REFUSAL = "refusal"
    DONT_KNOW = "dont_know"
    SELF_CRITICAL = "self_critical"
    AWAY_FROM = "away_from"
    TOO_BROAD = "too_broad"
    VAGUE_STEP = "vague_step"
    GOOD = "good"


class Topic(str, Enum):
    """What a question to the coach is about; each has a short answer in the words."""

    WHO_READS = "who_reads"
    ABOUT_BOT = "about_bot"
    MISUNDERSTOOD = "sorry"
    OTHER = "other_question"


_PERSON_WANTED = re.compile(
    r"^(?:please\s+)?(?:(?:i (?:want|need|would like|wanna)|i'd like|can i|could i|let me|is there|give me|get me)\s+"
    r"(?:to\s+)?(?:(?:talk|speak|chat|get through)\s+(?:to|with)\s+)?(?:a|an|some|another)?\s*"
    r"(?:(?:real|actual|human|proper|live)\s+)?(?:human being|human|person|someone real|somebody real|real one)"
    r"|(?:can i|could i|i need to|i want to)\s+(?:talk|speak|chat)\s+(?:to|with)\s+(?:someone|somebody)"
    r"|(?:talk|speak|chat)\s+(?:to|with)\s+a\s+(?:real\s+)?(?:human|person)|a?\s*(?:real|actual|human)\s+(?:person|human|being)"
    r"|(?:a )?human|someone real|somebody real)"
    r"(?:\s+(?:please|instead|now|to talk to|i can talk to))*$"
)
_WHO_READS = re.compile(
    r"^(?:(?:and|but|so|ok|okay|wait|hang on|sorry)[\s,]+)*who(?:'s|s)?\b.*"
    r"\b(?:see|sees|read|reads|reading|know|told|look|looks|looking)\b"
    r"|\bis (?:this|it|that) (?:private|confidential|safe|secret)\b|\bwill (?:you|anyone|anybody) (?:tell|see|read)\b"
    r"|\bdo you tell\b|\bdoes (?:anyone|anybody|my \w+) (?:see|read|get)\b"
)
_ABOUT_BOT = re.compile(
    r"\bare you (?:a |an )?(?:real|human|robot|bot|person|computer|ai|machine|alive|there)\b|\bwho are you\b"
    r"|\bwhat are you\b"
    r"|\bis this a (?:bot|robot|person|computer)\b|\bam i talking to\b"
)
_MISUNDERSTOOD = re.compile(
    r"^(?:you (?:don't|dont|do not|didn't|didnt) (?:understand|get it|listen)|you're not listening"
    r"|youre not listening"
    r"|that's not what i (?:meant|said)|thats not what i (?:meant|said)|not what i meant|i (?:don't"
    r"|dont) (?:understand|get it)"
    r"(?: the question| what you mean| that| this| you)?|what do you mean(?: by that)?|what does that mean|what|huh"
    r"|eh|you what"
    r"|this is (?:stupid|rubbish|pointless|useless)|stupid (?:bot|question|robot)|i don't get (?:it|the question)"
    r"|confused|i'm confused"
    r"|im confused)$"
)
_OTHER_QUESTION = re.compile(
    r"^(?:what(?! if)|why|how(?! about)|who|when|where|which|are you|do you|can you|could you|is this|is it|did you"
    r"|will you"
    r"|would you)\b.*\?\s*$",
    re.DOTALL,
)
_REFUSAL = re.compile(
    r"^(?:i(?:'d|d| would)?\s+)?(?:rather not(?: say| answer| talk about (?:it|that))?|prefer not to(?: say| answer)?"
    r"|(?:don't|dont|do not) (?:want|wanna|wish) to(?: say| answer(?: that| this| it)?| talk about (?:it|that|this)"
    r"| go there| share(?: that| it)?)?"
    r"|(?:don't|dont) wanna(?: say)?|not telling(?: you)?|not saying|no comment)"
    r"(?:[\s,]+(?:thanks|thank you|sorry|please|if that's ok|if thats ok))*$"
    r"|^(?:(?:that's|thats|it's|its|this is) )?(?:(?:a bit |too |quite |very )?(?:private|personal)"
    r"|none of your business|nobody's business)$"
)
_FILLERS = re.compile(
    r"\b(?:really|honestly|just|um+|erm*|hmm+|well|tbh|sorry|any ?more|i suppose|i guess|at all|to be honest|yet|mate"
    r"|lol|actually|probably|right now|at the moment|that|this|about (?:it|that)|what to (?:say|put|write|do))\b[,.]?"
)
_KNOWS_NOT = re.compile(
    r"\b(?:(?:do not|don'?t|dnt|dunt|donno|dont)\s+(?:know|kno|knw|no|now)|idk|dunno)"
    r"(?: what i (?:want|need|like|think|would like)| where to start| how| why)?$"
)
_ABOUT_ONESELF = re.compile(r"^(?:i(?:'m|m| am| have|'ve|ve)?|honest)\s+")
_DONT_KNOW = frozenset(
    "dunno,nothing i can think of,not a scooby,haven't got anything,havent got any,havent got one,"
    "don't know,dont know,do not know,don't no,dont no,dunno,dno,dk,idk,not sure,unsure,no idea,no clue,haven't a clue,"
    "havent a clue,not a clue,nothing,not,none,nowt,nothing much,nothing comes to mind,can't think,cant think,"
    "can't think of anything,cant think of anything,can't think of any,cant think of any,can't think of one,"
    "cant think of one,don't have one,dont have one,don't have any,dont have any,haven't got one,haven't got any,"
    "no,nope,nah,yes,yeah,yep,ok,okay,sure,not i know of,hard to say,who knows,don't remember,dont remember,"
    "can't remember,cant remember,no one,nobody,haven't got a clue,couldn't say,couldnt say,couldn't tell you".split(
        ","
    )
)
_SELF_CRITICAL = re.compile(
    r"\bi(?:'m| am|m)\s+(?:so |just |a |such a |an |completely |totally |really |absolutely |pretty )*"
    r"(?:useless|worthless|rubbish|pathetic|failure|waste of space|idiot|stupid|no good|no use|crap|shit|hopeless"
    r"|nothing|loser|lazy|broken)\b(?! (?:like|but|proud|happy|lucky|sundays?)\b)"
    r"|\bi hate myself\b"
    r"|\bi(?:'ve| have|ve)? (?:got )?no (?:strengths|talents|skills|good points)\b"
    r"|\b(?:i'm|im|i am) (?:no good|not good|bad|terrible|rubbish|crap) at (?:anything|everything)\b"
    r"|\bi (?:can't|cant) do anything(?: right)?\b|\bi (?:always )?(?:mess|ruin|screw|fuck) (?:everything"
    r"|it all)(?: up)?\b"
)
# "I'm useless but I fed the cat" holds the exception that a probe would ask for.
_AN_EXCEPTION = re.compile(r"\bbut (?:then )?i\b")
_AWAY_FROM = re.compile(
    r"^(?:(?:i|to|want|wanna|would|like|just|i'd|id|my goal is|be able)\s+)*"
    r"(?:stop|quit|give up|avoid|less\b|lose|get rid of|get over|not be|not have|not feel|never (?!give|stop)|reduce"
    r"|cut down|cut out|cut back|no more|don't want|dont want|do not want|without|get away from|get out of"
    r"|leave behind|be free of|be rid of)"
    r"|\b(?:be|feel|being|feeling|get)\s+(?:a (?:bit|lot|little)\s+|so\s+|much\s+)?less\b|\bless(?: often| of it)?$"
    r"|\bno longer\b|\bfree (?:of|from)\b"
)
_TOO_BROAD = re.compile(
    r"^(?:(?:i|to|want|wanna|would|like|just|i'd|id|my|goal|is|be able|everything|life|things|it|all)\s+)*"
    r"(?:(?:be|feel|get|being|feeling|getting|become)\s+)?(?:a bit |more |much |really |just )*"
    r"(?:happy|happier|better|normal|well|ok|okay|good|fine|myself|myself again|recovered|healthy|stable|content"
    r"|calm|change|different"
    r"|everything|a better life|a normal life|my life back|peace|life)"
    r"(?:\s+(?:again|in myself|about myself|about life|to (?:be|get) (?:better|different|normal|ok)|life))*$"
)
_VAGUE_STEP = re.compile(
    r"^(?:(?:i|i'll|ill|i'd|just|will|could|might|maybe|to|going|gonna)\s+)*"
    r"(?:try(?: (?:harder|my best|more|it))?|work on (?:it|myself|things|that)|do (?:more|better|my best|something)"
    r"|more|soon|sometime|see how it goes"
    r"|think about it|be (?:more|better) \w+|make an effort|get on with it|sort (?:it|myself|things) out)"
    r"(?:\s+(?:soon|sometime|more|harder|one day|at some point))*$"
)
_WHEN = re.compile(
    r"\b(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?s?\b|\b(?:today|tonight"
    r"|tomorrow|tomoz|tmrw|tmw|2moro|2day|2nite|2night|weekend)\b"
    r"|\b(?:this|in the|every|each|next|first thing in the) (?:morning|afternoon|evening|week|day|night)\b"
    r"|\b\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|ish|o'clock|oclock)\b"
    r"|\b(?:at|by|before|after|around|about) (?:\d{1,2}(?:[:.]\d{2})?|noon|midday|midnight|lunch|dinner|tea"
    r"|breakfast|bed|bedtime|work|school|my meds|the news)\b"
    r"|\b(?:morning|afternoon|evening|lunchtime|teatime|bedtime)s?\b|\bwhen i (?:wake|get up)\b"
)


def topic_of(text: str) -> Topic | None:
    """What the coach is being asked or told about itself, or None when this is no such thing."""
    said = plain(text)
    if _ABOUT_BOT.search(said):
        return Topic.ABOUT_BOT
    if _WHO_READS.search(said) and len(said.split()) <= 14:
        return Topic.WHO_READS
    if _MISUNDERSTOOD.match(said):
        return Topic.MISUNDERSTOOD
    if _OTHER_QUESTION.match(text.strip().lower()):
        return Topic.OTHER
    return None


def wants_person(text: str) -> bool:
    """Is the whole message a wish to talk to a human being?"""
    return bool(_PERSON_WANTED.match(plain(text)))


def classify(text: str) -> AnswerClass:
    """The class of one free-text answer. In: the answer as written. Out: exactly one class; never raises."""
    said = plain(text)
    if _knows_nothing(said):
        return AnswerClass.DONT_KNOW
    for answer_class, pattern in (
        (AnswerClass.PERSON_WANTED, _PERSON_WANTED),
        (AnswerClass.REFUSAL, _REFUSAL),
        (AnswerClass.TOO_BROAD, _TOO_BROAD),
        (AnswerClass.VAGUE_STEP, _VAGUE_STEP),
    ):
        if pattern.match(said):
            return answer_class
    critical = _SELF_CRITICAL.search(said)
    if critical and not _AN_EXCEPTION.search(said, critical.start()):
        return AnswerClass.SELF_CRITICAL
    if topic_of(text) is not None:
        return AnswerClass.QUESTION
    if _AWAY_FROM.search(said):
        return AnswerClass.AWAY_FROM
    return AnswerClass.GOOD


def _knows_nothing(said: str) -> bool:
    bare = plain(re.sub(r"\s+", " ", _FILLERS.sub(" ", said)))
    about_nothing = _ABOUT_ONESELF.sub("", _KNOWS_NOT.sub("dunno", bare))
    return about_nothing in _DONT_KNOW or (not bare and bool(said))


def names_a_time(text: str) -> bool:
    """Does the text say when: a day, a time of day, a clock time or a daily moment?"""
    return bool(_WHEN.search(plain(text)))


def is_only_a_time(text: str) -> bool:
    """Is the text nothing but a day or time, such as "sat early, 8ish"?"""
    rest = _WHEN.sub(" ", plain(text))
    rest = re.sub(
        r"\b(?:on|at|about|around|in|the|early|late|ish|maybe|next|this|and|or|by|then"
        r"|\d{1,2}(?:[:.]\d{2})?(?:ish)?)\b",
        " ",
        rest,
    )
    return names_a_time(text) and not re.sub(r"[\W_]+", "", rest)


_NOT_AT_ALL = frozenset(
    {"none", "nothing", "nil", "not at all", "none at all", "no hope", "no hope at all", "nought", "zilch", "nowt"}
)
_RANGE = re.compile(r"(?<=\d)\s*[-–]\s*(?=\d)")
_MARKUP = re.compile(r"[<>{}]")
_BELOW_NOUGHT = re.compile(r"^\s*(?:-|–|minus\s)\s*\d", re.IGNORECASE)
_NUMBER_WORD = re.compile(
    r"(?<!\bno )(?<!\bany )(?<!\bthis )(?<!\bthat )(?<!\bhave )(?<!\bwhich )\b("
    + "|".join(NUMBER_WORDS)
    + r")\b(?! day\b)"
)
_NUMBER = re.compile(r"(?<![\d.,-])(\d{1,3})(?![\d%]|[.,]\d)")


def numbers_in(text: str) -> tuple[int, ...]:
    """The different numbers 0-10 that a scale answer names, in order: "8/10", "eight", "4 maybe", "2 or 3"."""
    said = plain(text)
    if said in _NOT_AT_ALL:
        return (0,)
    if _BELOW_NOUGHT.match(text) or _MARKUP.search(text):
        return ()
    said = re.sub(r"\s*(?:/|out of)\s*(?:10|ten)\b", " ", said)
    said = _NUMBER_WORD.sub(lambda match: str(NUMBER_WORDS[match[1]]), said)
    found = [int(digits) for digits in _NUMBER.findall(_RANGE.sub(" to ", said))]
    return tuple(dict.fromkeys(number for number in found if number <= 10))
