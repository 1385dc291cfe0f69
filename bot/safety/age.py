"""The age that a person tells of themselves, where it is below a service's minimum. Pure.

Nobody is asked for their age, and a number that is not plainly an age is none: "I'm 15 days sober", "8" on a ruler.
"""

from __future__ import annotations

import re
from typing import Optional

_WORDS = {
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_NUMBER = rf"(?P<age>\d{{1,2}}|{'|'.join(_WORDS)})"
_OLD = r"\s*-?\s*(?:years?|yrs?|yr)\s*-?\s*olds?\b|\s*(?:years? of age\b|y\s?/?\s?o\b)"
_I_AM = r"(?:i'?m|i am|iam|my age is|i(?:'ve)? (?:just )?turned)\s+(?:only |just |still |nearly |almost |a )?"
# After the number nothing may follow that it could count, such as "days sober", "stone" or "out of 10".
_ENDS = (
    r"(?=\s*(?:$|[.,;:!?)\n](?!\s*\d)|(?:and|but|so|btw|by the way|lol|female|male|girl|boy|f|m|tho|though|is that|am i"
    r"|can i|if thats|my mum|my dad|i)\b))"
)
_TOLD = (
    re.compile(rf"\b{_I_AM}{_NUMBER}(?:{_OLD})(?! (?:than|sister|brother|son|daughter))"),
    re.compile(rf"\b{_I_AM}(?P<age>1\d|{'|'.join(_WORDS)}){_ENDS}"),
)
_SCHOOL_YEAR = re.compile(r"\bi'?m in year (?P<year>7|8|9|10|11)\b(?! of)")
_MINOR = re.compile(r"\bi'?m (?:under ?age|a minor|under (?:18|eighteen)|not (?:even )?(?:18|eighteen)(?: yet)?)\b")
_NOT_NOW = re.compile(r"\b(?:when|since|until|till|before|if|as if|like|was|wish|pretend\w*|feel|felt|says?|said)\W*$")
_YOUNGEST = 5
_ADULT = 18
_FEW_WORDS = 5


def disclosed_age(text: str) -> Optional[int]:
    """The age in years that somebody tells of themselves; None where they tell none, or not plainly."""
    found = _told(_plain(text))
    return found[0] if found else None


def beside_the_age(text: str) -> Optional[str]:
    """What a message says beside its writer's age; None where it tells none, or much more than that."""
    said = _plain(text)
    found = _told(said)
    if found is None:
        return None
    rest = said[: found[1].start()] + " " + said[found[1].end() :]
    return rest if len(re.findall(r"\w+", rest)) <= _FEW_WORDS else None


def _told(said: str) -> Optional[tuple[int, re.Match[str]]]:
    for pattern in (*_TOLD, _SCHOOL_YEAR, _MINOR):
        for match in pattern.finditer(said):
            age = _age_of(match)
            if age >= _YOUNGEST and not _NOT_NOW.search(said[: match.start()]):
                return age, match
    return None


def _age_of(match: re.Match[str]) -> int:
    told = match.groupdict()
    if told.get("year"):
        return int(told["year"]) + 5  # the older of the two ages in that year of school
    age = told.get("age") or ""
    return _WORDS.get(age, int(age) if age.isdigit() else _ADULT - 1)


def _plain(text: str) -> str:
    return re.sub("[’`´]", "'", text.casefold())
