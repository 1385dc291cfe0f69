"""An if-then line in somebody's words: its moment, its act, or both; "then I will" goes before the act already.

It must never put a moment where the act stands ("then I will being skint"), nor lose the part that was not spoken of.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.coaching.acts import base_of, is_verb
from bot.coaching.grammar import parsed
from bot.coaching.spelling import spelled

_I_WILL = r"i\s+(?:will|would|can|could|shall|am going to|am gonna)|i['’]?ll|i['’]d|i['’]?m (?:going to|gonna)"
_STATE = (
    r"am|was|feel|felt|might|may|could be|can['’]?t|cannot|do not|don['’]?t|did not|didn['’]?t|have no|haven['’]?t|need"
    r"|want|forget|lose|panic|miss|oversleep|worry|struggle|hear|wake"
    r"|get (?!a\b|an\b|the\b|my\b|some\b|up\b|out\b|on\b|off\b|in\b|help\b|to\b|into\b|someone\b|somebody\b)"
)
_BOTH = re.compile(
    r"^(?:if|when|whenever)\s+(?P<cue>.+?)[,;]?\s+(?:then\b|i will\b|i['’]ll\b)\s*(?P<act>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BOTH_BY_COMMA = re.compile(
    rf"^(?:if|when|whenever)\s+(?P<cue>[^,;]+)[,;]\s*(?P<act>(?:{_I_WILL}|i)\s+(?!(?:{_STATE})).+)$",
    re.IGNORECASE | re.DOTALL,
)
_IN_TWO_PARTS = re.compile(
    r"^if\s*[:,]?\s*(?P<cue>\S.*?)[\s.,;:]+then\s*[:,]?\s*(?P<act>\S.*)$", re.IGNORECASE | re.DOTALL
)
# "my mind goes blank, I will have Jean by me": with no "if", only plain words of doing make the second part the act.
_ACT_BEHIND = re.compile(
    rf"^(?P<cue>[^,;.]+)[,;.]\s*(?:then\s+)?(?:{_I_WILL})\s+(?P<act>(?!(?:{_STATE}|probably|maybe|never|not|only|always"
    r"|just (?:sit|stay|lie)|end up|be|get|go|still)\b)\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_CALLED_WRONG = re.compile(
    r"^(?:(?:no+|nah|nope|sorry|wait|that['’]?s (?:all )?(?:wrong|not (?:it|right))|wrong|it should (?:be|say))"
    r"[\s,.;:!]+)+(?=if\b)",
    re.IGNORECASE,
)
_IS_TO_BE = r"(?:\s*[,:]|\s+(?:should|needs to|has to|to)\s+(?:be|say):?)\s*"
_SECOND_HALF = re.compile(
    rf"^(?:(?:the\s+)?(?:second|last|then)\s+(?:half|part|bit)|the\s+then){_IS_TO_BE}", re.IGNORECASE
)
_FIRST_HALF = re.compile(rf"^(?:(?:the\s+)?(?:first|if)\s+(?:half|part|bit)|the\s+if){_IS_TO_BE}", re.IGNORECASE)
_THEN = re.compile(rf"^then\b|^(?:{_I_WILL})\s+(?!(?:{_STATE})\b)", re.IGNORECASE)
_TURNED_ROUND = re.compile(
    rf"^(?:then\s+)?(?:{_I_WILL})\s+(?P<act>.+?),?\s+(?:if|when|whenever)\s+(?P<cue>.+)$", re.IGNORECASE | re.DOTALL
)
_BEFORE_AN_ACT = re.compile(
    rf"^(?:then\b[\s,:]*)?(?:(?:{_I_WILL})\s+|i\s+(?!(?:{_STATE})\b))?(?:just\s+)?", re.IGNORECASE
)
_IF = re.compile(r"^(?:if|when|whenever|in case)\s+", re.IGNORECASE)
_MOMENT = re.compile(
    r"(?:if|when|whenever|in case|might|may|could be|being|getting|feeling|having|losing|forgetting"
    r"|running (?:out|late|low)|not|no|too|can['’]?t|cannot|it|it's|there|there's|the|my|someone|somebody|nobody"
    rf"|no one|people|he|he's|she|she's|they|they're|I'm|i (?:{_STATE}))\b.*",
    re.IGNORECASE | re.DOTALL,
)
_DOING = re.compile(r"(?!(?:morning|evening|nothing|something|anything|everything)\b)\w{2,}ing\b", re.IGNORECASE)


_A_THING = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "VBG"})


@lru_cache(maxsize=1024)
def then_said(act: str) -> str:
    """The act after "then": "I will ring Jo", and "this: a cup of tea" where it is a thing and no verb."""
    first = next((token for token in parsed(act) if token.is_alpha), None)
    is_thing = first is not None and first.tag_ in _A_THING and not is_verb(first.lower_)
    return f"this: {act}" if is_thing else f"I will {act}"


def both_parts(words: str) -> tuple[str, str]:
    """The moment and the act of "if it rains, then I will take a coat"; no moment where only an act is said."""
    words = _CALLED_WRONG.sub("", words)
    both = _IN_TWO_PARTS.match(words) or _BOTH.match(words) or _BOTH_BY_COMMA.match(words) or _TURNED_ROUND.match(words)
    return (both["cue"].strip(" ,.;:"), _act(both["act"])) if both else ("", words)


def parts_said(words: str, before: tuple[str, str] = ("", "")) -> tuple[str, str]:
    """The moment and the act that words for such a line say; what they do not speak of is empty.

    `before` is what stands: words that are all of one of its halves are that half in short.
    """
    words = words.strip()
    for half, place in ((_FIRST_HALF, 0), (_SECOND_HALF, 1)):
        if (found := half.match(words)) and found.end() < len(words):
            alone = words[found.end() :]
            return ("", _act(alone)) if place else (_IF.sub("", alone), "")
    moment, act = both_parts(words)
    if moment:
        return moment, act
    behind = _ACT_BEHIND.match(words)
    if behind and not is_verb(behind["cue"].split()[0].lower()):  # "ring Jo, I will ask her to come" is one act
        return behind["cue"].strip(), _act(behind["act"])
    of_moment, of_act = (_words(act) <= _words(half) for half in before)
    if of_moment and not of_act:
        return _IF.sub("", act), ""
    if _MOMENT.fullmatch(spelled(act)):
        return _IF.sub("", act), ""
    doing = _DOING.match(act)
    if not doing:
        return "", _act(act)
    base = base_of(doing[0].lower())
    return ("", base + act[doing.end() :]) if base else (act, "")


def speaks_of_the_act(words: str) -> bool:
    """Do the words say themselves that they are the act, or that the act is among them?"""
    moment, act = parts_said(words)
    return bool(act and (moment or _SECOND_HALF.match(words.strip()) or _THEN.match(words.strip())))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w']+", text.lower().replace("’", "'")))


def _act(words: str) -> str:
    """The act as it stands after "then I will"."""
    return _BEFORE_AN_ACT.sub("", words, count=1).strip() or words.strip()
