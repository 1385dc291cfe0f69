"""Sharing by words: "tell my team about quiet, only that" is "share quiet". Only a whole message is such a wish."""

from __future__ import annotations

import re

from bot.coaching.text import unadorned

# Words that name no line: "it", "a goal", "that one".
NO_LINE = re.compile(r"(?:a|an|the|it|one|this|that|my|something|goal|line|them|out|wish|thing|\W)*")
_TEAM = r"(?:my|the|our) (?:\w+ )?(?:team|worker|nurse|care ?co-?ordinator|doctor|psychiatrist|therapist)"
_TELLS = re.compile(
    rf"(?:tell {_TEAM} about|let {_TEAM} (?:see|know about|read|look at)|show {_TEAM}) (?P<what>\S.*)"
    rf"|share (?P<with>\S.*?) with {_TEAM}"
)
_WITH_THEM = re.compile(rf" with {_TEAM}$")
_ONLY_FIRST = re.compile(
    r"(?:(?:only|just|actually|so|and|but|well|no|yes|ok|please) )+(?=share\b|tell\b|show\b|let\b)"
)
_ONLY_BETWEEN = re.compile(r"^share (?:only|just) ")
_ONLY_LAST = re.compile(
    r"[\s,.;]+(?:(?:and|but|just) )*(?:only|only (?:that|this|it)(?: one)?|nothing (?:else|more)|just (?:that|this|it)"
    r"(?: one)?|that's (?:all|it)|not the (?:rest|others)|no others?|none of the rest)$"
)
_NONE = re.compile(
    r"(?:(?:please|actually|no|just|but) )*(?:don't|do not|dont|never|stop) (?:share|sharing) (?:anything|everything"
    rf"|any of (?:it|this)|all of it|any|nothing)(?: with {_TEAM}| any ?more| please| at all| now)*"
)


_IT = r"(?:it|that|this|them)"
_MORE = r"(?: any ?more| again| now| please| after all)*"
_TAKEN_BACK = re.compile(
    rf"(?:(?:please|actually|no|but|i want to|i'd like to|can (?:i|you)|could you|let's)[\s,]+)*(?:"
    rf"take {_IT} back(?: from {_TEAM})|(?:take {_IT} back[\s.,;]+(?:so |and )?)?(?:(?:please|actually)[\s,]+)?"
    rf"(?:don't|do not|dont|stop) (?:share|sharing) {_IT}(?: with {_TEAM})?|unshare {_IT}){_MORE}"
)


def as_sharing(said: str) -> str:
    """The wish as "share" and what it names, without "only" and whom; other words as they are."""
    told = _ONLY_FIRST.sub("", said)
    found = _TELLS.fullmatch(told)
    told = f"share {found['what'] or found['with']}" if found else told
    if not told.startswith("share "):
        return said
    before = ""
    while before != told:
        before, told = told, _WITH_THEM.sub("", _ONLY_BETWEEN.sub("share ", _ONLY_LAST.sub("", told)))
    return told


def shares(text: str) -> bool:
    """Does the whole message say what the team is to see, and name it; or that nothing is shared?"""
    said = unadorned(text)
    wish = as_sharing(said)
    names = wish.startswith("share ") and not NO_LINE.fullmatch(wish.removeprefix("share "))
    return shares_nothing(text) or takes_back(text) or (names and wish != said)


def takes_back(text: str) -> bool:
    """Is it a wish that what is shared is so no longer, without its name: "don't share it with my team any more"?"""
    return bool(_TAKEN_BACK.fullmatch(unadorned(text)))


def shares_nothing(text: str) -> bool:
    """Is it a wish that nothing is shared: "don't share anything"?"""
    return bool(_NONE.fullmatch(unadorned(text)))
