"""Corrections inside one message: "wednesday at ten. no wait thursday". What was taken back is not kept.

Where it is not sure what the later words stand in place of, the whole message stays: no word is lost on a guess.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from bot.coaching.asides import ASIDES, ruled
from bot.coaching.controls import read_control
from bot.coaching.gate import AnswerClass, Asked, numbers_in
from bot.coaching.grammar import parsed
from bot.coaching.new_words import without_asking
from bot.coaching.text import plain
from bot.coaching.when import Span, where_named

LONGEST = 400  # characters; who writes more is telling something
_ALL = (
    r"(?:no[,.]? |sorry[,.]? )*(?:that(?:['’]?s| is| was|s)? not what i (?:meant|mean|wanted|was trying)(?: to say)?"
    r"|not what i meant|scrap that|forget that|ignore that|strike that)(?:[,.]? i meant?\b|(?=\s*[.,;:!–-]))"
)
_STRONG = (
    r"(?:oh )?(?:no[,.]? (?:wait|actually|sorry|hang on|i mean|i meant)|(?:wait|actually|sorry|hang on|oops|whoops)"
    r"[,.]? no(?=[,.\s]+(?!(?:one|body|idea|way|thanks|thank|problem|need|point|more)\b))|on second thoughts?"
    r"|sorry[,.]? i mean(?:t)?|(?<!am )(?<!was )(?<!what )i meant(?! to\b)|make that|changed my mind)"
)
_WEAK = r"(?:actually|sorry|wait|hang on|no|i mean|or rather)"
_PARTS = re.compile(
    rf"^(?P<said>\S.*?)(?:[\s.,;:!?…]|\s[–-])+"
    rf"(?:(?P<all>{_ALL})|(?P<strong>{_STRONG})|(?<=[.,;:!?…–-] )(?P<weak>{_WEAK}))"
    r"\b[\s.,;:!…–-]+(?P<instead>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LEAD = re.compile(
    r"^(?:(?:no|sorry|wait|actually|please|i mean|i meant|make (?:it|that)|put|say|call it|it['’]?s|it is|it should be"
    r"|should be)[\s,.]+)+(?:an? (?=\d))?",
    re.IGNORECASE,
)
_ANOTHER_NUMBER = re.compile(
    r"\d{1,2}\b.*?[\s.,;!](?:no|nah|actually|wait)[\s,]+(?:wait |no )*(?:make it |more like |say |maybe )?(?:an? )?"
    r"(?P<number>\d{1,2})(?: now| really| tbh)?[.!]*",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:said|says?|told|tells?|thought|think|goes|like|shout\w*|ask\w*|answered)\W*$", re.IGNORECASE
)
_SMALL = re.compile(r"\b(?:on|at|in|the|by|about|around|for|to|then|instead|please|ish|early|late|next|this)\b|[\W_]+")
_SMALL_LEAD = re.compile(r"^(?:on|at|by|about|around)\s+", re.IGNORECASE)
_LEFT_OF_A_TIME = re.compile(r"\s+(?:on|at|by|about|around|in)(?=\s*(?:,|$))", re.IGNORECASE)
_ITEM_ENDS = re.compile(r"\s*(?:[,;.]|\band\b)\s*", re.IGNORECASE)
_LEFT_OUT = re.compile(r"^(?:not|leave out|without|drop) (?P<what>\S.*)$", re.IGNORECASE | re.DOTALL)
_DETERMINERS = ("my", "the", "a", "an", "our", "his", "her", "some", "this", "that", "their")
_DET = rf"(?:\b(?:{'|'.join(_DETERMINERS)})\s+)?"
_NOUNS = frozenset({"NOUN", "PROPN"})
_TOLD = frozenset({None, Asked.STORY, Asked.NOTE, Asked.REASON})  # "no wait" may be part of what happened
_NOTHING = frozenset({AnswerClass.DONT_KNOW, AnswerClass.SELF_CRITICAL})
ALIKE = 0.55


def parts_of(text: str) -> tuple[str, str, str] | None:
    """What was said, how plainly it is taken back ("all", "strong", "weak"), and what was said instead."""
    found = _PARTS.match(text.strip()) if len(text) <= LONGEST else None
    if found is None or _REPORTS.search(found["said"]):
        return None
    how = next(name for name in ("all", "strong", "weak") if found[name])
    return found["said"].strip(" ,;:–-"), how, found["instead"].strip()


def put_right(text: str, asked: Asked | None) -> str | None:
    """The answer without what was taken back in it; None where nothing is, or where it is not sure what is meant."""
    parts = parts_of(text)
    if parts is None:
        return None
    said, how, later = parts
    later = put_right(later, asked) or later
    left = _without(said, later)
    if left:
        return left
    instead = _LEAD.sub("", later) or later
    if read_control(instead) or ruled(instead, asked) in ASIDES | _NOTHING:
        return None
    if how == "all":
        return instead
    timed = with_another_time(said, instead)
    if timed or how == "weak" or numbers_in(instead):
        return timed
    return with_another_name(said, instead, surely=asked in _TOLD) or _whole(said, instead, asked)


def number_put_right(text: str) -> str | None:
    """The part of an answer on a scale that holds the number that is meant: "5. actually no 7"; None without one."""
    again = _ANOTHER_NUMBER.fullmatch(text.strip())
    if again is not None:
        return again["number"]
    parts = parts_of(text)
    if parts is None:
        return None
    later = number_put_right(parts[2]) or parts[2]
    return later if len(numbers_in(later)) == 1 else None


def later_words(text: str) -> str | None:
    """What is said in place of a choice: "people. no wait, hope"; None where nothing is taken back."""
    parts = parts_of(text)
    return _LEAD.sub("", parts[2]) if parts else None


def the_number_before(text: str) -> tuple[str, str] | None:
    """An answer, and the number that it takes back: "because i like it. actually no, make it an 8"."""
    parts = parts_of(text)
    number = _LEAD.sub("", parts[2]) if parts else ""
    is_one = parts is not None and bool(re.fullmatch(r"\w+", plain(number)) and numbers_in(number))
    return (parts[0], number) if parts and is_one and not numbers_in(parts[0]) else None


def with_another_time(said: str, instead: str) -> str | None:
    """ "ring Jo on wednesday at ten" with "thursday" in place of the day; None where it does not fit so."""
    days_before, times_before = where_named(said)
    if where_named(instead) == ((), ()) and where_named(f"at {instead}")[1]:
        instead = f"at {instead}"  # "eleven" alone is no time
    days, times = where_named(instead)
    if not (days or times) or _SMALL.sub("", _cut(instead, (*days, *times))):
        return None
    if not _SMALL.sub("", _cut(said, (*days_before, *times_before))) and bool(days and times) >= bool(
        days_before and times_before
    ):
        return instead
    if bool(days) == bool(times):
        return None
    before = _joined(said, days_before if days else times_before)
    if len(before) != 1:
        return None
    (start, end), (new_start, new_end) = before[0], _joined(instead, days or times)[0]
    lead = _SMALL_LEAD.match(said[start:end])
    new = _SMALL_LEAD.sub("", instead[new_start:new_end])
    return said[:start] + (lead[0] if lead else "") + new + said[end:]


def at_another_time(act: str, time: str) -> str:
    """The act with its time put otherwise, or with one: "bake bread on friday" with "saturday at ten"."""
    changed = with_another_time(act, time)
    if changed:
        return changed
    days, times = where_named(act)
    new_days, new_times = where_named(time)
    left = _cut(act, (*(days if new_days else ()), *(times if new_times else ())))
    return f"{_LEFT_OF_A_TIME.sub('', left).rstrip(' .,')}, {time}"


def is_all_time(text: str) -> bool:
    """Is it nothing but a day or a time, such as "a week on friday" or "wednesday at eleven"?"""
    days, times = where_named(text)
    return bool(days or times) and not _SMALL.sub("", _cut(text, tuple(sorted((*days, *times)))))


_SORRY = re.compile(
    r"^(?:(?P<no>no[,.](?=\s)|no[\s,.]+(?:wait|actually|sorry|hang on)|(?:wait|actually|sorry|hang on)[\s,.]+no"
    r"|on second thoughts?)[\s,.:;!–-]+)?"
    r"(?:(?:oh|no|sorry|wait|actually|hang on|please|and|but|can|could|you|we|it(?:'s|’s| is| was)"
    r"|(?P<meant>i mean(?:t)?|it should (?:be|have been|say)|make (?:it|that)))[\s,.:;!–-]+)*",
    re.IGNORECASE,
)
_IS_NOW = r"\s+(?P<is>is|was|should be|needs to be)\s+(?:for\s+|on\s+)?(?P<now>\S.*?)(?P<other>,?\s+not\s+[^,.;]+)?$"
_THE_THING_IS = re.compile(
    rf"^(?:(?:oh|no|nope|sorry|wait|actually|and)[\s,.!]+)+(?:the|my)\s+(?:[\w']+\s+){{0,2}}?[\w']+{_IS_NOW}",
    re.IGNORECASE,
)
_THE_STEP_IS = re.compile(
    rf"^(?:(?:oh|no|nope|sorry|wait|actually|and|but)[\s,.!]+)*(?:(?:the|my)\s+)?(?:(?:first\s+)?step|day){_IS_NOW}",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"^(?:(?:oh|no|sorry|wait|actually|please|can|could|you|we|i|want|need|like|to)[\s,.]+)*(?:change|swap|move)\s+"
    r"(?:it\s+)?(?:from\s+)?(?P<was>\S.*?)\s+(?:to|for|into)\s+(?P<now>\S.*)$",
    re.IGNORECASE,
)
_THE_TIME = re.compile(r"^(?:the\s+)?(?:time|day|date)(?:\s+of\s+(?:it|the step|my step))?$", re.IGNORECASE)
_NOT_BUT = re.compile(r"^not\s+(?P<was>[^,.;]+)[,.;]\s*(?P<now>\S.*)$", re.IGNORECASE)
_AND_NOT = re.compile(r"[\s,]+(?:and )?(?:not|instead of|rather than)\s+(?P<was>[^,.;]+)$", re.IGNORECASE)


_NUMBER_THEN = re.compile(
    r"\s*(?P<number>(?:an?\s+)?\w+)(?P<end>[.,;!]+)\s+(?:(?:and|oh|no|wait|actually|sorry|but)\b.*?)?"
    r"(?P<time>(?:make (?:it|that)|i meant?|it should be|it'?s)\s+\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def number_and_time(text: str) -> tuple[str, str] | None:
    """A number and another time, in one message: "7. No wait, Wednesday he's at church. Make it Thursday"."""
    found = _NUMBER_THEN.fullmatch(text)
    if found is None or len(numbers_in(found["number"])) != 1:
        return None
    time = time_put_right(found["time"])
    return (found["number"], time) if time else None


def time_put_right(text: str) -> str:
    """The day or time that a message says in place of one said before: "Sorry, I meant Wednesday, not Tuesday"."""
    asked = without_asking(text.strip(" .!?"))
    lead = _SORRY.match(asked)
    said = asked[lead.end() :] if lead else asked
    thing, step = _THE_THING_IS.match(asked), _THE_STEP_IS.match(asked)
    if thing is not None and is_all_time(thing["now"]):
        return thing["now"]
    if step is not None and is_all_time(step["now"]) and (step["other"] or step["is"].endswith("be")):
        return step["now"]
    turned = _FROM_TO.match(asked) or _NOT_BUT.match(said) or None
    behind = _AND_NOT.search(said)
    if turned is not None and (is_all_time(turned["was"]) or _THE_TIME.match(turned["was"])):
        return turned["now"] if is_all_time(turned["now"]) else ""
    if behind and is_all_time(behind["was"]):
        said = said[: behind.start()]
    elif not (lead and (lead["meant"] or lead["no"] or asked != text.strip(" .!?"))):
        return ""
    return said if is_all_time(said) else ""


def _joined(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, those that stand beside one another as one: "7" and "in the evening"."""
    joined: list[Span] = []
    for start, end in spans:
        beside = joined and not text[joined[-1][1] : start].strip()
        joined[-1:] = [(joined[-1][0], end)] if beside else [*joined[-1:], (start, end)]
    return tuple(joined)


def with_another_name(said: str, instead: str, *, surely: bool) -> str | None:
    """ "ring my sister" with "brother", or with "my brother"; None where it may be said of another word.

    `surely`: only where the two words are alike, as a name and its misspelling are.
    """
    words = plain(instead).split()
    determined = (
        bool(re.match(_DET, instead, re.IGNORECASE) and re.match(_DET + r"\S", instead + " ")) and len(words) == 2
    )
    if not words or len(words) > (2 if determined else 1) or not words[-1].isalpha() or len(said.split()) > 12:
        return None
    if len(said.split()) == 1 and len(words) == 1 and not surely:
        return instead
    nouns = [token.text for token in parsed(said) if token.pos_ in _NOUNS]
    like = [each for each in nouns if _is_like(each, words[-1])]
    meant = like if len(like) == 1 or surely else nouns
    if len(meant) != 1:
        return None
    pattern = re.compile((_DET if determined else "") + rf"\b{re.escape(meant[0])}\b", re.IGNORECASE)
    new = instead.strip(" .!")
    return pattern.sub(lambda _: new, said, count=1) if pattern.search(said) else None


def _is_like(one: str, other: str) -> bool:
    one, other = one.lower(), other.lower()
    return one != other and one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= ALIKE


def _whole(said: str, instead: str, asked: Asked | None) -> str | None:
    """The later words, where they are a whole answer of the same make: "get a cat. no wait, get a dog"."""
    if asked in _TOLD or len(instead.split()) < 2:
        return None
    one, other = parsed(said)[0].pos_, parsed(instead)[0].pos_
    return instead if one == other and one in {"VERB", "PRON", "AUX"} else None


def _without(said: str, later: str) -> str | None:
    """What was listed, without the one that is taken out again: "the library, my mums. actually not my mums"."""
    found = _LEFT_OUT.match(later.strip(" .!"))
    if found is None or len(found["what"].split()) > 4:
        return None
    what, ends = _bare(found["what"]), [0]
    listed: list[tuple[int, int]] = []
    for end in (*_ITEM_ENDS.finditer(said), None):
        listed.append((ends[-1], end.start() if end else len(said)))
        ends.append(end.end() if end else len(said))
    out = [
        place for place, span in enumerate(listed) if re.search(rf"\b{re.escape(what)}\b", _bare(said[slice(*span)]))
    ]
    if len(listed) < 2 or len(out) != 1:
        return None
    place = out[0]
    kept = said[: listed[place - 1][1]] + said[listed[place][1] :] if place else said[ends[1] :]
    return kept.strip() or None


def _bare(text: str) -> str:
    return plain(text).replace("'", "")


def _cut(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + " " + text[end:]
    return text
