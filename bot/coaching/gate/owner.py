"""Whose wish it is, and in whose hands it lies. An answer is never argued with: these only choose the next question."""

from __future__ import annotations

import re

_OTHERS = (
    r"(?:(?:my|the|our|a|me)\s+(?:\w+\s+){0,2}?(?:mum|mam|mom|mother|dad|father|parents?|nan|gran|grandad"
    r"|sister|brother"
    r"|son|daughter|kids?|children|family|wife|husband|partner|girlfriend|boyfriend|ex|friends?|mates?|nurse"
    r"|cpn|doctor"
    r"|doc|gp|psychiatrist|psychologist|therapist|counsellor|consultant|social worker|support worker"
    r"|key ?worker|worker"
    r"|co-?ordinator|carer|team|ward|staff|manager|boss|landlord|hostel|probation(?: officer)?|officer|court|judge"
    r"|job ?cent(?:re|er)|work coach|coach|school|college|people)|mum|mam|dad|nan|they|he|she|everyone"
    r"|everybody|people"
    r"|other people|some people|staff|probation)"
)
_WANTS_OF_ME = re.compile(
    rf"\b{_OTHERS}(?:'s|s)?\s+(?:all |just |really |always |keeps? |kept |is |are |was |were )*"
    r"(?:want(?:s|ed|ing)?|expect(?:s|ed|ing)?|need(?:s|ed)?|ask(?:s|ed|ing)?|tell(?:s|ing)?|told|push(?:es|ed|ing)?"
    r"|make(?:s)?|making|forc(?:es|ed|ing)|would like|'d like|like(?:s)?)\s+(?:for\s+)?me\s+to\b"
    rf"|\b{_OTHERS}(?:'s|s)?\s+(?:all |just |always |keeps? |kept )*"
    r"(?:say(?:s|ing)?|said|think(?:s)?|thought|reckon(?:s|ed)?|told me|tells me|insist(?:s|ed)?|decided"
    r"|suggest(?:s|ed)?)"
    r"\s+(?:that\s+)?(?:i|i've|ive|it's|its|it is)\s*(?:should|need|must|have to|ought|got to|would be (?:good"
    r"|best)|am to)\b"
    r"|\bi(?:'m|m| am) (?:supposed|meant|told|expected|made) to\b|\bi(?:'ve|ve| have) been told (?:to|i)\b"
    r"|\b(?:was|is|were|it's|its|that's|thats) (?:my|the) [\w ]{2,30}?(?:'s|s') idea\b|\bnot my idea\b"
)
_MINE_TOO = re.compile(r"\b(?:and|but) (?:so do i|i (?:do|agree|want (?:it|to|that))(?: too| as well)?|me too)\b")
_ANOTHERS_DOING = re.compile(
    rf"^(?:(?:i|to|just|really|only|want|wanna|would like|wish|hope|need|like|for|i'd|id"
    rf"|my goal is)\s+)*(?:for\s+)?{_OTHERS}"
    r"(?:'s|s)?\s+(?:to|would|could|will|to all|not to|leave|stop|come|let|give|forgive)\b"
)
_DECIDED_BY_OTHERS = re.compile(
    r"\b(?:get|have|win|see|want|wanna|need) (?:my|the|our) (?:kids?|children|son|daughter|baby|boys?|girls?"
    r"|lads?|licen[cs]e"
    r"|job|old job|wife|husband|girlfriend|boyfriend|ex|partner|benefits?|pip|house|flat) back\b"
    r"|\b(?:kids?|children|son|daughter|baby) (?:home|back|returned|to come (?:home|back))\b|\bcustody\b"
    r"|\b(?:be|get|being|getting) (?:discharged|released|rehoused|let out|let go home|transferred|moved"
    r"|deported|pardoned"
    r"|forgiven|taken seriously|believed|cured|left alone|accepted by)\b|\bdischarged?\b|\bcome off (?:my "
    r"|the )?(?:section|cto)\b"
    r"|\b(?:off|lifted?|end of) (?:my |the )?(?:section|cto|licen[cs]e|probation)\b|\bwin (?:the )?(?:lottery"
    r"|lotto|pools|my appeal)\b"
    r"|\b(?:council|housing association) (?:flat|house|place)\b|\b(?:asylum|citizenship|leave to remain"
    r"|my papers|my visa)\b"
)


def is_someone_elses(said: str) -> bool:
    """Does the answer (plain) say that somebody else wants this, and not that they want it too?"""
    return bool(_WANTS_OF_ME.search(said)) and not _MINE_TOO.search(said)


def is_outside_control(said: str) -> bool:
    """Does the wish (plain) hang on what others do or decide?"""
    return bool(_ANOTHERS_DOING.match(said) or _DECIDED_BY_OTHERS.search(said))
