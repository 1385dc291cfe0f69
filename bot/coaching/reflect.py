"""Reflecting: giving a person's own words back to them, turned from "my" to "your".

Where the grammar is not certain the words are quoted as they stand, or nothing is said: odd is worse than plain.
"""

from __future__ import annotations

import re
from itertools import pairwise

from bot.coaching.text import plain, sentence

LONGEST_UNQUOTED = 3  # words; a few bare nouns ("heart going") need no quotes
LONGEST = 14  # words; a longer answer is acknowledged, not repeated

_TURNED = {
    "i": "you", "i'm": "you're", "im": "you're", "i've": "you've", "ive": "you've", "i'll": "you'll", "i'd": "you'd",
    "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "am": "are",
}  # fmt: skip
_UNCERTAIN = frozenset("you your yours yourself u ur we us our ours ill id".split())
_NEVER_ECHOED = re.compile(r"\b(?:fuck|shit|cunt|wank|bastard)\w*|https?:|[<>{}\\\\_]|^/", re.IGNORECASE)
_HEDGE_BEFORE = re.compile(
    r"^(?:(?:dunno|idk|well|um+|erm*|maybe|hmm+|so|ok|okay|yeah|i suppose|i guess|i think|probably|just)[\s,.…-]+)+",
    re.IGNORECASE,
)
_HEDGE_AFTER = re.compile(
    r"[\s,.…-]+(?:i suppose|i guess|tbh|lol|really|maybe|i think|to be honest|haha|innit|like)[\s.!…]*$",
    re.IGNORECASE,
)
# A sentence that starts otherwise may be an imperative ("stop worrying"). Said back it would be an order: it is quoted.
_MIRRORED_STARTS = frozenset(
    "i i'm im i've ive i'd my me myself a an the some more less this that there they he she it because cos when with to"
    " from at in on by after before no not everything everyone nobody somebody someone people both all every each"
    " his her their its two three maybe about tonight today tomorrow".split()
)
_MAY_BE_AN_ORDER = frozenset(
    "ask avoid bake be book breathe bring buy call carry chat clean come cook count cut cycle dance do draw eat email"
    " feed find finish follow forget garden get give go grow have help hold join keep knit learn leave let listen look"
    " lose love make mail meet message move open paint pay phone play plant practise pray put quit read rest ring run"
    " save say see sell send set show sing sit sleep smile speak spend stand start stay stop study swim take talk"
    " teach tell text think tidy touch travel try turn use visit volunteer wait wake walk wash watch wear work write"
    " don't dont".split()
)
_I = frozenset({"i", "i'm", "im", "i've", "ive", "i'd"})
# What people say of themselves is given back as theirs, in quotes: "You're a burden" would be a verdict, and "Nobody
# likes you" or "They are watching you" would confirm it. Only these are turned.
_OF_ONESELF = re.compile(
    r"\b(?:i'?m|i am|i was|i'?ve been|i have been)\s+(?:(?:so|just|really|very|not|a bit|quite)\s+)*(\S+)"
)
_MAY_BE_TURNED = re.compile(
    r"^(?:\d+|ok|okay|fine|well|happy|happier|sad|tired|scared|afraid|worried|anxious|nervous|lonely|angry|proud|glad|down"
    r"|up|in|out|at|with|there|here|able|trying|learning|working|going|doing|looking|thinking|feeling|hoping|walking)\b"
)
_HARSH = re.compile(
    r"\b(?:burden|fail\w*|useless|worthless|stupid|lazy|bad|weak|hat(?:e|es|ed)|ugly|fat|pathetic|mess|broken|evil|crazy"
    r"|mad|never|nobody|no one|noone|can'?t|ain'?t|amn't|deserve\w*|hopeless|pointless|alone|die|dead|dnt|dunno)\b"
)
_NOT_FOR_ME = re.compile(
    r"^me\b(?! and\b)|\bme (?:mum|mam|dad|nan|gran|mate|mates|own|self|kids|bro|sis|house|flat|time)\b"
)


def without_hedges(text: str) -> str:
    """The text without the small words around it: "dunno. buying my own bread" gives "buying my own bread"."""
    bare = _HEDGE_AFTER.sub("", _HEDGE_BEFORE.sub("", text.strip()))
    return bare.strip() or text.strip()


def reflect(text: str) -> str:
    """The words turned towards the person, as a sentence; quoted, or empty, where turning them is uncertain."""
    words = re.sub(r"\s+[^\w\s]+$", "", " ".join(without_hedges(text).split())).strip('"“”()[]* ')
    tokens = plain(words).split()
    if not tokens or len(tokens) > LONGEST or "?" in words or _NEVER_ECHOED.search(words):
        return ""
    if not any(character.isalpha() for character in words):
        return ""
    if _UNCERTAIN & {token.strip(",.;:!") for token in tokens} or _is_left_as_said(words, tokens):
        return _quoted(words)
    if tokens[0] in _MIRRORED_STARTS or (tokens[0].endswith("ing") and len(tokens[0]) > 4):
        return sentence(_turned(words))
    if len(tokens) <= LONGEST_UNQUOTED and tokens[0] not in _MAY_BE_AN_ORDER:
        return sentence(_turned(words))
    return _quoted(words)


def _is_left_as_said(words: str, tokens: list[str]) -> bool:
    said = plain(words)
    about_oneself = any(not _MAY_BE_TURNED.match(match[1]) for match in _OF_ONESELF.finditer(said))
    done_to_me = "me" in tokens and tokens[0] not in _I | {"me"}
    alone = len(tokens) == 1 and tokens[0] in _TURNED
    stray = any(word == "am" and before != "i" for before, word in pairwise(["", *tokens]))
    doubled = any(one == other for one, other in pairwise(tokens))
    odd = alone or stray or doubled or (len(words) > 3 and words.isupper())
    return odd or about_oneself or done_to_me or bool(_HARSH.search(said) or _NOT_FOR_ME.search(said))


def _quoted(words: str) -> str:
    return "“" + sentence(words) + "”"


def _turned(words: str) -> str:
    out: list[str] = []
    previous = ""
    for token in re.findall(r"[\w'’]+|[^\w\s]+|\s+", words):
        key = token.replace("’", "'").lower()
        if key == "was" and previous == "i":
            out.append("were")
        elif key == "wasn't" and previous == "i":
            out.append("weren't")
        else:
            out.append(_TURNED.get(key, token))
        previous = key if key.strip() else previous
    return re.sub(r"([.!]\s+)([a-z])", lambda match: match[1] + match[2].upper(), "".join(out))
