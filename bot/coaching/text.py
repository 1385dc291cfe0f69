"""Reading plain text: one way to compare what people type with what we expect."""

from __future__ import annotations

import re
from functools import lru_cache

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    )
}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_EDGES = " \t\r\n.,!?;:…\"'“”()[]-–—*"
_POLITE = re.compile(
    r"^(?:ok(?:ay)?|please|well|um+|erm*|can we|could we|can you|could you|can i|let's|lets)[\s,]+"
    r"|[\s,]+(?:please|pls|plz|thanks|thank you|ta|cheers)$"
)


@lru_cache(maxsize=2048)  # one answer is read for several reasons
def plain(text: str) -> str:
    """Lower case, straight apostrophes, single spaces, no punctuation at the edges."""
    lowered = text.translate(_APOSTROPHES).lower()
    return re.sub(r"\s+", " ", lowered).strip(_EDGES)


def unadorned(text: str) -> str:
    """`plain`, also without the polite words around a short request."""
    previous, current = "", plain(text)
    while previous != current:
        previous, current = current, _POLITE.sub("", current).strip(_EDGES)
    return current


def line_number(text: str) -> int | None:
    """The line somebody points at: "2", "two", "number 2", "the second one". None if it is not that."""
    words = re.sub(r"^(?:(?:the|number|line|option|no\.?(?=\s+\d))\s+)+|\s+(?:one|line)$", "", plain(text)).strip()
    if words.isascii() and words.isdigit() and len(words) <= 2:
        return int(words)
    return NUMBER_WORDS.get(words, ORDINALS.get(words))


def clipped(text: str, words: int = 20) -> str:
    """At most so many words, for showing; what is kept is always the whole."""
    parts = text.split()
    return text.strip() if len(parts) <= words else " ".join(parts[:words]) + "…"


def sentence(text: str) -> str:
    """The text with a capital at the start and a full stop at the end; inner words stay as written."""
    stripped = text.strip()
    if not stripped:
        return ""
    ended = stripped if stripped[-1] in ".!?…" else stripped + "."
    return ended[0].upper() + ended[1:]


YES = frozenset(
    "no problem,no worries,"
    "yes,y,yeah,yep,yup,ya,aye,sure,ok,okay,k,fine,yes please,please,go on,go ahead,that's right,thats right,right,"
    "correct,"
    "yes that's right,yes thats right,that's ok,thats ok,that's fine,thats fine,yes that's ok,yes that's fine,"
    "i agree,agreed,"
    "looks good,sounds good,sounds about right,good,perfect,spot on,exactly,save it,yes save it,keep it,yes keep it,"
    "it is,"
    "of course,definitely,absolutely,i do,all right,alright,yes ok,yes okay,ok yes,ye,yh,yeh,yess,"
    "oh yes,all good,👍".split(",")
)
BEGINS_YES = frozenset("yes yeah yep yup aye yh yea yeh ye yess".split())
NO = frozenset(
    "no,n,nope,nah,naw,no thanks,no thank you,not really,not quite,not right,that's wrong,thats wrong,wrong,"
    "it's not,its not,"
    "never,no way,i don't,i dont,don't,dont,not yet,no not yet,i'd rather not,id rather not,👎".split(",")
)
