"""Calling a change off: "leave it as it was", "actually no, don't change it", "ring Jo. no wait, scrap that".

It must never take words that somebody gives to their line for one: only a whole message calls a change off, or
what follows the new words in a sentence of its own.
"""

from __future__ import annotations

import re

from bot.coaching.spelling import spelled
from bot.coaching.text import plain

_IT = (
    r"(?:it|that|this|them|things|everything|anything|the (?:line|plan|words|old (?:one|words|line))|that (?:one|line))"
)
_IS = r"(?:(?:it|they|that|this|things) )?(?:is|was|are|were|stands?|stood|says?|said)"
_AS_BEFORE = (
    rf"(?:(?:exactly |just )?(?:as|how|like|the way) {_IS}|(?:as|like) (?:it is|before|that)|as is|be|alone|the same"
    r"|how it used to be|unchanged|there|out)"
)
_DOING = (
    r"(?:change|edit|delete|remove|take|touch|alter|do|save|park|pause|finish|close|share|add|put|cross|bother|cancel)"
)
_CALLED_OFF = (
    rf"leave {_IT}(?: {_AS_BEFORE})?(?: before)?"
    rf"|keep {_IT} {_AS_BEFORE}(?: before)?|keep the old (?:one|words|line|wording)"
    rf"|(?:do not|don't) (?:even )?{_DOING}(?: (?:to|with))?(?: {_IT})?(?: (?:out|off|away|in))?(?: with (?:it|that))?"
    r"|do not|don't"
    rf"|I (?:do not|don't) (?:want|need) (?:to|you to) {_DOING}(?: {_IT})?(?: (?:out|off|away))?"
    rf"|I (?:do not|don't) want {_IT} (?:changed|deleted|removed|out|gone|taken out|different)"
    rf"|(?:forget|scrap|cancel|undo)(?: about)? (?:it|that|this|the change|my change|that change)|cancel|undo"
    r"|never ?mind|nvm|(?:I have |I've )?changed my mind"
    rf"|(?:just )?as (?:it|that) (?:was|is)|how it was|same as (?:before|it was)|the way it was"
    rf"|(?:it|that|this) (?:can |should |may |has to )?(?:stays?|stand|stands)"
    rf"(?: (?:{_AS_BEFORE}|put|in))?"
    rf"|(?:it|that|this)(?: is|'s| was)? (?:ok|okay|fine|alright|all right|good|better|right) {_AS_BEFORE}(?: before)?"
    r"|(?:I )?did(?: not|n't) mean (?:to (?:delete|remove|change|do|take out|lose) )?(?:that|it|this)(?: (?:one"
    r"|line|out))?"
    r"|(?:I )?(?:put|bring|want|get|have|need) (?:it|that|(?:that|the|my) (?:[\w']+[ -]){0,4}line) back(?: in)?"
    r"|(?:please )?(?:can|let) it stay|(?:I )?(?:do not|did not|don't|didn't) want (?:a |any )?(?:other|another"
    r"|better|new|"
    r"different) (?:moment|one|line|words?)"
    rf"|(?:put|change|turn|set) {_IT} back(?: {_AS_BEFORE})?|go back to (?:how|what|the way) it was"
    rf"|(?:no|nothing|without) changes?|change nothing|I was wrong"
)
_SAID_BEFORE = (
    r"(?:oh|ah|hmm+|u+m+|er+m*|no+|nah|nope|actually|wait|hang on|hold on|sorry|well|ok|okay|please|just|you know what"
    r"|on second thoughts?|I think|I think I'll|I'll|I'd rather|rather|let's|can (?:you|we|I)|could (?:you|we|I)|but"
    r"|(?:I have |I've )changed my mind|changed my mind|maybe|and)"
)
_SAID_AFTER = (
    r"(?:please|thanks|thank you|ta|cheers|then|now|for now|after all|instead|mate|sorry|I think|actually|really|today"
    r"|any ?more|at all|love|I've changed my mind|changed my mind)"
)
_WHOLE = re.compile(
    rf"(?:{_SAID_BEFORE}[\s,.!;:-]+)*(?:{_CALLED_OFF})"
    rf"(?:[\s,.!;:-]+(?:(?:{_SAID_BEFORE}[\s,.!;:-]+)*(?:{_CALLED_OFF})|{_SAID_AFTER}))*",
    re.IGNORECASE,
)
_ALL_OF_IT = (
    r"(?:(?:any|all|none) of (?:it|that|this)|it all|all (?:that|this|of it)|everything|the (?:whole )?(?:lot|thing))"
)
_NOT_SAVED = (
    r"(?:please )?(?:do not|don't) (?:you )?(?:save|keep|store|record|write down) (?:it|that|this|them|anything)"
)
_UNTRUE = (
    rf"(?:please )?(?:do not|don't) (?:you )?(?:save|keep|store|record|write down) {_ALL_OF_IT}"
    r"|none of (?:it|that|this) (?:ever )?(?:happened|is true|was true|is right|is me|is mine)"
    r"|(?:it|that|this) never happened|I never said (?:any of )?(?:it|that|this)"
    r"|I (?:just )?made (?:it|that|this)(?: all)? up"
    rf"|(?:bin|scrap|forget|chuck|get rid of) {_ALL_OF_IT}(?: (?:out|off|away))?"
)
_BESIDE_IT = (
    r"(?:stop(?: it| there| now)?|no+|nah|wait|sorry|please|actually|oh|and|I (?:have )?changed my mind|forget it"
    r"|thanks)"
)
_LET_GO = re.compile(
    rf"(?:{_BESIDE_IT}[\s,.!;:-]+)*(?:{_NOT_SAVED}[\s,.!;:-]+(?:{_BESIDE_IT}[\s,.!;:-]+)*)?(?:{_UNTRUE})"
    rf"(?:[\s,.!;:-]+(?:{_BESIDE_IT}|{_NOT_SAVED}|{_UNTRUE}))*",
    re.IGNORECASE,
)
_NOT_YET_SAVED = re.compile(
    rf"(?:{_BESIDE_IT}[\s,.!;:-]+)*{_NOT_SAVED}(?:[\s,.!;:-]+(?:{_BESIDE_IT}|yet))*", re.IGNORECASE
)
_KEEPS_AT_LAST = re.compile(
    r"[.,;!?–-]\s*(?:(?:no|nah|wait|actually|sorry|oh|hang on|hold on|on second thoughts?|maybe|just|please|I['’]?ll)"
    r"[\s,.!]+)*(?:keep|leave) (?:it|that|them|this)(?: (?:one|in|there|please|then|for now))*\W*$",
    re.IGNORECASE,
)
# What follows new words and calls them off: a sentence of its own, or "actually no" and the like.
_AFTER_WORDS = re.compile(
    r"(?:[.!?;…\n]+\s*|\s+[-–—]+\s*|,?\s+(?=(?:actually|no wait|wait no|oh no|on second thoughts?)\b)|,\s*(?=no\b))"
)


def calls_off(text: str) -> bool:
    """Does the whole message call off what was to be changed?"""
    return bool(_WHOLE.fullmatch(plain(spelled(text))))


def calls_off_at_last(text: str) -> bool:
    """Is what was to be changed called off by all of a message, or by what follows its new words?"""
    ends = (text[found.end() :] for found in _AFTER_WORDS.finditer(text))
    return calls_off(text) or any(calls_off(end) for end in ends)


def keeps_after_all(text: str) -> bool:
    """Is what was to be taken out, parked or shared left as it is by what follows: "delete 3, no wait, keep it"?"""
    return calls_off_at_last(text) or bool(_KEEPS_AT_LAST.search(plain(text)))


def lets_all_go(text: str) -> bool:
    """Does the whole message say that nothing of what was said is to be kept: "stop, none of that happened"?"""
    return bool(_LET_GO.fullmatch(plain(spelled(text))))


def saves_nothing(text: str) -> bool:
    """Does it only say that this is not to be saved: "no, don't save it"?"""
    return bool(_NOT_YET_SAVED.fullmatch(plain(spelled(text))))
