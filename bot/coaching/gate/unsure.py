"""Answers that hold nothing to keep yet: not knowing, and hard words about oneself."""

from __future__ import annotations

import re

from bot.coaching.text import plain

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


def knows_nothing(said: str) -> bool:
    """Is the whole message (plain) a way of saying that they don't know?"""
    bare = plain(re.sub(r"\s+", " ", _FILLERS.sub(" ", said)))
    about_nothing = _ABOUT_ONESELF.sub("", _KNOWS_NOT.sub("dunno", bare))
    return about_nothing in _DONT_KNOW or (not bare and bool(said))


def is_self_critical(said: str) -> bool:
    """Are these hard words about oneself, without an exception told in the same breath?"""
    critical = _SELF_CRITICAL.search(said)
    return critical is not None and not _AN_EXCEPTION.search(said, critical.start())
