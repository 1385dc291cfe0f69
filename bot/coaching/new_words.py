"""The new words for a line as they are meant: without what leads to them, and without what is said of the old ones.

It must never cut into the words themselves: where they may be part of the line, they stay.
"""

from __future__ import annotations

import re

from bot.coaching.gate import names_a_time
from bot.coaching.text import plain
from bot.coaching.when import where_named

_ONLY = r"(?:(?:only|just|really)\s+)?"
_SHOULD_BE = re.compile(
    r"^(?:(?:should|shud|shld|shoud|shold|shuld|must|needs?|wants?|has|have|ought|is meant|is supposed|was meant)\s+"
    rf"(?:to\s+)?{_ONLY}(?:be|say|read)(?:\s+(?:just|only))?:?|(?:only|just)\s+says|to\s+{_ONLY}(?:say|read):?"
    r"|becomes|is now|is|to|into)\s+(?=\S)",
    re.IGNORECASE,
)
# "just put the kettle on" is an act, "just put ring Jo" are words to put.
_NO_ACT = (
    r"(?!(?:the|my|a|an|some|it|him|her|them|on|off|down|away|up|in|out|that|this)\b)"
    r"(?!(?:hello|hi|no|yes|sorry|thanks)\W*$)"
    r"(?!\S+(?:\s+\S+)?\s+(?:on|off|away|down|out|in|up|back|aside)\b)"
)
_MEANING = re.compile(
    r"^(?:(?:no+|nah|nope|sorry|actually|wait|oh|ok|and|but|that'?s (?:all )?(?:wrong|not (?:it|right)))[\s,.:;!]+)*"
    rf"(?:i\s+mean(?:t(?!\s+to\b))?[\s,:]+(?:just\s+(?:put|say|write)[\s:]+{_NO_ACT})?"
    rf"|(?:it|that|this)\s+(?:should|shud|must(?:\s+to)?|needs\s+to|has\s+to)\s+{_ONLY}(?:be|say|read)[\s:]+"
    r"|make\s+(?:it|that)\s+(?!to\b)|(?:just\s+)?(?:put|say|write):\s*"
    rf"|just\s+(?:put|say|write)\s+{_NO_ACT})(?:(?:just\s+)?(?:put|say|write):\s*)?(?=\S)",
    re.IGNORECASE,
)
_HOW_WRONG = (
    r"(?:wrong|muddled|mixed|jumbled|off|rubbish|nonsense|daft|back to front|a mess|a muddle)(?: up)?"
    r"|(?:not|isn't|isnt|n't)\s+(?:quite\s+)?(?:right|correct|true|what i (?:said|meant|wanted|want))"
)
_IS_WRONG = re.compile(
    rf"^(?:(?:(?:is|was|looks|'s)\s+)?(?:(?:all|a bit|still|just|quite|totally|completely)\s+)*(?:{_HOW_WRONG})"
    r"(?: now| too| as well)?"
    r"|(?:is|was|looks)\s+(?:(?:far|much|way|a bit)\s+)?too\s+(?:soon|late|early|big|hard|much|long|far))"
    r"(?:\s*$|\s*[.,;:!]+(?:\s|$)|\s+[-–]\s|\s+(?=(?:it|that|should|take|i mean|make)\b))",
    re.IGNORECASE,
)
_IS_FINE = re.compile(
    r"^(?:is|looks)\s+(?:all\s+)?(?:right|fine|ok|okay|good|correct)(?:\s*$|[\s,.;:!]+(?:(?:but|and)\s+)?)",
    re.IGNORECASE,
)
_PUT_RIGHT = re.compile(
    r"(?:^|[.,;!]\s+)(?:its|thats|(?:it|that)(?:'s| is| should (?:only |just )?(?:be|say|read)| must be| has to be"
    r"| needs to (?:be|say))|should (?:be|say)|make it|i mean|i meant|i said)\s+(?P<words>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TAKE_OUT = re.compile(
    r"^(?:(?:please|can you|just|and|so)\s+)*(?:(?:take|leave|cross|cut)\s+out|drop|lose|delete|remove|get rid of"
    r"|(?P<around>(?:take|leave|cut)))\s+(?P<what>\S.*?)(?(around)\s+out)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_OF_ITS_WORDS = re.compile(
    r"^(?:the|that|all the|any)\s+(?:bits?|words?|parts?|stuff)\s+(?:about|with|of|on)\s+(?:(?:the|my|a)\s+)?", re.I
)
_TAKE_AWAY = re.compile(
    r"(?:(?:please|can you|just)\s+)*(?:(?:take|leave)\s+(?:away|out|off)|drop|delete|remove|get rid of)\s+"
    r"(?P<what>(?:the\s+)?(?:first|last)\s+(?:sentence|bit|part)|(?:the|that|all the|any)\s+(?:bits?|words?|parts?"
    r"|stuff)\s+(?:about|with|of|on)\s+\S.*?)(?:\s+please)?",
    re.IGNORECASE | re.DOTALL,
)
_PLACED = re.compile(r"(?:the\s+)?(?P<place>first|last)\s+(?:sentence|bit|part)", re.IGNORECASE)
_A_THE = r"(?:\b(?:the|my|a|an|some)\s+)?"
_DETERMINER = re.compile(rf"^{_A_THE}", re.IGNORECASE)
_HOW_OFTEN = re.compile(r"[\s,]+(?:(?:\d+|two|three|four) times|twice|please|again)$", re.IGNORECASE)
_NAMES_IT = re.compile(r"^(?:what\b|want\b|the \w+|my \w+).*?\s(?:was|is|were|should be)\s", re.IGNORECASE)
_RATHER = re.compile(r"^(?:(?:no|sorry|wait)[\s,]+)?actually[\s,]+(?=\S+\s+\S)", re.IGNORECASE)
_INSTEAD = re.compile(r"[\s,]+(?:instead|insted|instea|please|pls|plz)$", re.IGNORECASE)
_ASKS_FOR_IT = re.compile(
    r"[\s,.;]+(?:please\s+)?(?:(?:can|could|will|would)\s+(?:you|we|u)\s+)?(?:please\s+)?(?:change|fix|correct|swap|alter)"
    r"\s+(?:that|it|this)(?:\s+(?:for me|please|pls|now|then|over))*\s*\??$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*[,.;–-]\s+(?:(?:and|but|please)\s+)*(?P<tail>(?:not|without|leave|take|drop|cut|forget)\s.+)$", re.I
)
_NOT_BEHIND = re.compile(r"\s+(?P<tail>not\s+(?:the\s+|my\s+)?[\w']+)$", re.IGNORECASE)
_THATS_ALL = re.compile(r"[.,;!]\s+that['’]?s (?:all|it)\W*$", re.IGNORECASE)
_SAYS_NO = re.compile(r"(?:no+|nah|nope)\b[\s,.!]+i\b", re.IGNORECASE)
_OF_THE_OLD = re.compile(
    r"not all (?:that|the|this|of)\b.*|not (?:the )?(?:other|rest|old)\b.*"
    r"|(?:not|without|leave|take|drop|cut|forget)\b.*\b(?:stuff|bits?|parts?|the rest)\b.*",
    re.IGNORECASE,
)
_NOT_WHAT = re.compile(r"^(?:not|without|leave out|take out|drop|forget)\s+(?P<what>.+)$", re.IGNORECASE)
_SMALL = frozenset("the a an my that this about of on at in to it all stuff".split())
_AGAIN_AND_AGAIN = re.compile(r"\b(?:every|each|daily|weekly|always|once a|twice a)\b", re.IGNORECASE)
_BETWEEN_TIMES = re.compile(r"(?:[\s,.]|\b(?:at|on|in|the|by|or|and|around|about)\b)*", re.IGNORECASE)
_LEAD_OF_A_DAY = re.compile(r"^on\s+", re.IGNORECASE)


_NAME_IS = re.compile(
    r"(?:(?:no|nah|wait|actually|sorry|and|but|also|please)[\s,.]+)*the\s+(?:name|title)(?:\s+of\s+(?:it|this|that))?\s+"
    r"(?:should|shud|must|needs\s+to|has\s+to|(?:is|was)\s+meant\s+to)\s+(?:to\s+)?(?:(?:only|just)\s+)?(?:be|say|read)"
    r"\s*:?\s+(?:(?:only|just)\s+)?(?P<words>\S.*?)[.!\s]*",
    re.IGNORECASE | re.DOTALL,
)
_DETAIL = re.compile(
    r"(?:it|that|this)(?:['’]?s|\s+(?:is|was|isn['’]?t|wasn['’]?t))\s+(?:not\s+)?(?:(?:in|about|around|only)\s+)*\d+"
    r"(?:[\s,]+not\s+(?:in\s+)?\d+)?[.!]*",
    re.IGNORECASE,
)


def name_said(text: str) -> str:
    """What the name of the thing read back is to be: "the name must be only 'swim'"; nothing where none is said."""
    found = _NAME_IS.fullmatch(text.strip())
    return found["words"].strip("'\"‘’“”") if found else ""


def is_a_detail(words: str) -> bool:
    """Do the words only put a number right that is somewhere in a line, and are no line: "it was 2016"?"""
    return bool(_DETAIL.fullmatch(words.strip()))


def corrected(words: str) -> str:
    """New words without what leads to them: "should be tuesday" gives "tuesday"; "no I mean just put: tea" "tea"."""
    bare = _SHOULD_BE.sub("", _RATHER.sub("", words.strip(), count=1), count=1)
    return without_asking(_INSTEAD.sub("", _MEANING.sub("", bare, count=1)))


def without_asking(text: str) -> str:
    """A message without the wish behind it that it be changed so: "wednesday, can you change that please"."""
    return _ASKS_FOR_IT.sub("", text)


def put_instead(text: str) -> str:
    """The words of "no I mean just put: tea"; nothing where no such words lead to them."""
    lead = _MEANING.match(text.strip())
    return corrected(text) if lead else ""


def meant(words: str, was: str, named: tuple[str, ...] = ()) -> str:
    """The new words of a line alone. `was` is what it says now, `named` are its names.

    Nothing where they begin with a name that is not the line's: then they are asked for.
    """
    if is_a_detail(words):
        return ""
    said = corrected(words)
    found = _name(named).match(said) if named else None
    if found:
        said = found["words"]
    elif named and said.lower().startswith("what ") and _NAMES_IT.match(said):
        return ""
    said = _THATS_ALL.sub("", said)
    for tail in (_TAIL.search(said), _NOT_BEHIND.search(said)):
        if tail and tail.start() and _is_of_the_old(tail["tail"], was):
            return said[: tail.start()]
    return "" if _SAYS_NO.match(said) else said


def time_said(text: str) -> str:
    """The day and the time that an act names, in its words: "ring Jo on friday 7pm" gives "friday 7pm"."""
    days, times = where_named(text)
    spans = sorted((*days, *times))
    if not spans:
        return ""
    start, end = spans[0]
    for later_start, later_end in spans[1:]:
        if _BETWEEN_TIMES.fullmatch(text[end:later_start]):
            end = later_end
        elif not any(start <= day < end for day, _ in days):
            start, end = later_start, later_end
    return _LEAD_OF_A_DAY.sub("", text[start:end].strip(" ,."))


def kept_beside(words: str, time: str) -> str:
    """What of a time stays beside the words of another act: all of it, or its day where they only name an hour."""
    days, times = where_named(words)
    if not names_a_time(words):
        return time
    day = where_named(time)[0]
    if days or not times or not day or _AGAIN_AND_AGAIN.search(words):
        return ""
    return _LEAD_OF_A_DAY.sub("", time[slice(*day[0])].strip(" ,."))


def said_of_a_wrong_line(words: str) -> tuple[str, str] | None:
    """What follows "is wrong": the new words, and the words that are to go; None where it is not called wrong."""
    wrong = _IS_WRONG.match(words.strip().replace("’", "'"))
    if wrong is None:
        return None
    rest = words.strip()[wrong.end() :].strip(" ,;.:!–-")
    put_right = _PUT_RIGHT.search(rest)
    if put_right:
        return put_right["words"], ""
    out = _TAKE_OUT.match(rest)
    if out:
        return "", out["what"]
    return (rest, "") if _NAMES_IT.match(rest) else ("", "")


def behind_what_is_fine(words: str) -> str | None:
    """What follows "is fine"; None where it is not called so."""
    fine = _IS_FINE.match(words.strip())
    return words.strip()[fine.end() :] if fine else None


def out_of_the_line(words: str) -> str:
    """The words that are to go of a line that was pointed at: "take away the first sentence"; else nothing."""
    found = _TAKE_AWAY.fullmatch(words.strip().rstrip(".!? "))
    return found["what"] if found else ""


def to_take_out(text: str) -> str:
    """The words that a whole message wants out of a line: "take out the bit about the pub"; else nothing."""
    found = _TAKE_OUT.match(text.strip().rstrip(".!? "))
    return found["what"] if found and _OF_ITS_WORDS.match(found["what"]) else ""


def about(what: str) -> str:
    """What "the bit about the pub" is about."""
    return _OF_ITS_WORDS.sub("", what).strip(" .")


def without(said: str, what: str) -> str:
    """What was said, without some words of it; nothing where they are not in it, or are all of it."""
    placed = _PLACED.fullmatch(what.strip())
    if placed:
        parts = re.split(r"(?<=[.!?])\s+", said.strip())
        left = parts[1:] if placed["place"].lower() == "first" else parts[:-1]
        return " ".join(left)
    if _OF_ITS_WORDS.match(what):
        parts = re.split(r"\s*[,;.]\s*", said)
        left = [part for part in parts if not re.search(rf"\b{re.escape(about(what))}\b", part, re.IGNORECASE)]
        return ", ".join(left) if len(left) == len(parts) - 1 else ""
    for wanted in (what, _HOW_OFTEN.sub("", what)):
        bare = _DETERMINER.sub("", wanted.strip(" ."))
        pattern = re.compile(rf"[\s,;]*(?:\band\s+)?{_A_THE}(?<!\w){re.escape(bare)}(?!\w)", re.IGNORECASE)
        if pattern.search(said):
            return re.sub(r"^and\s+", "", pattern.sub("", said).strip(" ,;."))
    return ""


def _is_of_the_old(tail: str, was: str) -> bool:
    if _OF_THE_OLD.fullmatch(tail):
        return True
    found = _NOT_WHAT.match(tail)
    told = set(re.findall(r"[\w']+", plain(found["what"]))) - _SMALL if found else set()
    return bool(told) and told <= set(re.findall(r"[\w']+", plain(was)))


def _name(named: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(named, key=len, reverse=True)))
    return re.compile(
        rf"^(?:(?:the|my)\s+)?(?:{names})\s*(?:\s(?:was|is|were|should\s+be|is\s+to)\s+|[:=]\s*)(?P<words>\S.*)$",
        re.IGNORECASE | re.DOTALL,
    )
