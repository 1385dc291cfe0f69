"""Everyday spellings in full ("im" is "I'm", "cos" is "because"), so that grammar and reflections read what was meant.

Never used for what is kept: a person's words are stored as they wrote them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.coaching import dialects

LONGEST = 600  # characters; what comes after never decides

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})
_IN_FULL = {
    "i": "I", "im": "I'm", "i'm": "I'm", "iam": "I am", "ive": "I've", "i've": "I've", "id": "I'd", "i'd": "I'd",
    "i'll": "I'll", "ima": "I'm going to", "imma": "I'm going to", "amn't": "am not",
    "dont": "don't", "dnt": "don't", "don;t": "don't", "doesnt": "doesn't", "dosent": "doesn't", "didnt": "didn't",
    "cant": "can't", "couldnt": "couldn't", "wouldnt": "wouldn't", "shouldnt": "shouldn't", "wont": "won't",
    "isnt": "isn't", "wasnt": "wasn't", "arent": "aren't", "werent": "weren't", "havent": "haven't",
    "hasnt": "hasn't", "hadnt": "hadn't", "mustnt": "mustn't", "neednt": "needn't", "aint": "ain't",
    "thats": "that's", "whats": "what's", "hes": "he's", "shes": "she's", "theyre": "they're", "theyve": "they've",
    "theyll": "they'll", "theyd": "they'd", "youre": "you're", "youve": "you've", "weve": "we've", "theres": "there's",
    "whos": "who's", "itll": "it'll", "itd": "it'd", "wheres": "where's", "hows": "how's", "everyones": "everyone's",
    "wanna": "want to", "gonna": "going to", "gotta": "got to", "hafta": "have to", "lemme": "let me",
    "cos": "because", "cuz": "because", "coz": "because", "'cos": "because", "'cause": "because", "bcos": "because",
    "bc": "because", "becuase": "because", "becos": "because",
    "u": "you", "ur": "your", "abit": "a bit", "alot": "a lot", "tho": "though", "thru": "through",
    "bout": "about", "'bout": "about", "abt": "about", "nd": "and", "n": "and", "an'": "and", "&": "and", "+": "and",
    "wiv": "with", "w/": "with", "ppl": "people", "smth": "something", "summat": "something", "summit": "something",
    "somethin": "something", "nothin": "nothing", "nuffin": "nothing", "nowt": "nothing", "owt": "anything",
    "kno": "know", "knw": "know", "luv": "love", "gd": "good", "bk": "back", "meself": "myself", "mysel": "myself",
    "definately": "definitely", "defo": "definitely", "probs": "probably", "prob": "probably", "tbf": "to be fair",
    "tbh": "to be honest", "prolly": "probably", "bro": "brother", "sis": "sister", "fella": "fella",
    "hav": "have", "av": "have", "wen": "when", "wot": "what", "wat": "what", "b4": "before", "2b": "to be",
    "rly": "really", "rlly": "really", "sumtimes": "sometimes", "appt": "appointment", "thx": "thanks", "plz": "please",
    "pls": "please", "mins": "minutes", "min": "minute", "hrs": "hours", "wk": "week", "wks": "weeks", "yr": "year",
    "yrs": "years", "dr": "Dr", "gp": "GP", "tv": "TV",
}  # fmt: skip
_KIN = (
    r"mum|mam|dad|nan|nana|gran|grandad|sister|brother|son|daughter|lad|lads|kids?|wife|husband|partner|girlfriend"
    r"|boyfriend|ex|mates?|friends?|uncle|auntie?|cousin|nephew|niece|grandkids|nanna|missus|bike|car|garden|head"
    r"|mates|guitar|own|house|flat|room|dog|cat|meds|medication|key ?worker"
)
_NOT_GIVEN = "".join(
    rf"(?<!\b{verb} )"
    for verb in "give gave gives help helps helped let lets make makes made tell told show shows taught".split()
)
_RULES = (
    (re.compile(r"\bI'd(?= cards?\b)"), "id"),
    (re.compile(rf"{_NOT_GIVEN}\bme (?=(?:{_KIN})s?\b(?! and))", re.IGNORECASE), "my "),
    (
        re.compile(r"(^|[.,;!?]\s|\b(?:and|then|so|but|if|when|maybe|think|because)\s)ill (?=[a-z]+)", re.IGNORECASE),
        r"\1I'll ",
    ),
    (re.compile(r"\bwell (?=(?:see|go|be)\b)(?<=^well )", re.IGNORECASE), "we'll "),
    (
        re.compile(
            r"\bits (?=(?:a|an|the|my|your|not|been|hard|too|just|all|so|like|what|only|in|on|at|when|because"
            r"|never|always"
            r"|really|going|got|good|bad|better|nice|quiet|cold|dark|warm|sunny|about|something|been|raining"
            r"|easy|easier"
            r"|difficult|important|fun|boring|scary|over|full|busy|private|personal|none|between|me|mine"
            r"|someone|everyone"
            r"|getting|gonna|to|no|ok|okay|fine|being|people|that|this|how|why|where|who)\b)",
            re.IGNORECASE,
        ),
        "it's ",
    ),
    (re.compile(r"\b(don't|do not|dunno) no\b", re.IGNORECASE), r"\1 know"),
    (re.compile(r"(?<=[a-z] )2 (?=(?:say|do|go|be|get|see|have|put|write|talk|make|eat|sleep|stop|try)\b)"), "to "),
    (re.compile(r"\b(want|need|like|try|have|going|used|got) 2\b"), r"\1 to"),
    (re.compile(r"\b(could|should|would|might|must) of\b"), r"\1 have"),
    (
        re.compile(
            r"(?<=\b(?:at|to) )(my (?:mum|mam|dad|nan|gran|sister|brother|mate|auntie|girlfriend|boyfriend))s(?=$"
            r"|[.,]| (?:and|on|in|for"
            r"|with|every|house|to|now|today|because)\b)"
        ),
        r"\1's",
    ),
    (
        re.compile(
            r"(?<=\bmy )(mum|mam|dad|nan|gran|sister|brother|son|daughter|dog|cat|wife|husband|partner|mate)s"
            r"(?= (?:there|always|been|not|the|a|my|got|going|here|ill|gone)\b)"
        ),
        r"\1's",
    ),
)
_WORD = re.compile(r"[\w'/]+[;]?[\w']*|[&+]")
_ALL_IN_FULL = {**dialects.SLIPS, **dialects.IN_STANDARD, **_IN_FULL}
_EVERY_RULE = (*_RULES, *dialects.RULES)


@lru_cache(maxsize=2048)  # one answer is read for several reasons
def spelled(text: str) -> str:
    """The text with everyday spellings in full and single spaces; at most `LONGEST` characters of it.

    A text all in capitals is read as if in small letters.
    """
    short = " ".join(text[: LONGEST * 2].translate(_APOSTROPHES).split())[:LONGEST]
    if len(short) > 3 and short.isupper():
        short = short.lower()
    full = _WORD.sub(lambda match: _ALL_IN_FULL.get(match[0].lower(), match[0]), short)
    for pattern, instead in _EVERY_RULE:
        full = pattern.sub(instead, full)
    return full
