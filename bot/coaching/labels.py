"""Names for a strength, offered from the person's own story (method S3). An offer, never a verdict.

Each offer uses a word that the person wrote; they pick one, or say it their own way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.coaching.reflect import without_hedges
from bot.coaching.text import plain, sentence

MOST = 3
LONGEST_OWN_WORDS = 8

_PEOPLE = (
    r"mum|mam|mom|dad|nan|nana|gran|grandad|sister|brother|son|daughter|kids?|children|wife|husband|partner"
    r"|girlfriend|boyfriend"
    r"|friends?|mates?|neighbours?|auntie?|uncle|cousin|nephew|niece|family|support worker|key ?worker|nurse|carer"
)
_CARED_FOR = (
    r"dog|cat|cats|dogs|rabbit|hamster|budgie|bird|birds|horse|fish|plants?|garden|allotment|puppy|kitten|pet|pets"
)


_SAD = re.compile(
    r"\b(?:died|dead|death|dying|passed away|passed on|funeral|lost|left me|horrible|hit|hurt|shout(?:ed|ing)?|hates?"
    r"|hated|argu(?:ed|ing|ment)|abus\w+|without|miss(?:ed|ing)?|fell out|despite|kicked me out|ill|hospital)\b"
)
_HURTFUL = re.compile(
    r"\b(?:hit|hurt|punch\w*|kick(?:ed|ing)|slapp?\w*|shout\w*|scream\w*|swore|hat(?:e|ed)|cut|burn\w*|drank|stole|lied"
    r"|smash\w*)\b"
)
_CLAUSE_END = re.compile(
    r"\s*(?:[.,;:!]|\b(?:even (?:though|when|if)|although|though|because|cos|cuz|but|when|so that|and then|since)\b)"
)
_OWN_START = re.compile(r"^(?:i\s+)?(?P<verb>[a-z']+)\b(?P<rest>.*)$")
_NOT_A_DEED = frozenset(
    "am was were been don't dont didn't didnt can't cant couldn't couldnt feel felt think thought had".split()
)
_PAST = frozenset(
    "went made got did kept rang took ran wrote drew told gave found sang swam read built bought sent cut grew drove"
    " ate fed came stood held met spoke slept woke".split()
)


def offered_labels(story: str, ways: Mapping[str, str]) -> tuple[str, ...]:
    """Up to three names for what a story shows.

    In: the story as written; `ways`, the wordings by kind (keep_going, look_after, people, help, can, learn),
    where {thing} stands for the person's own word. Out: labels, their own words first where short enough.
    """
    said = plain(story)
    offers = [own] if (own := _own_deed(story)) else []
    for kind, pattern in _KINDS:
        match = re.search(pattern, said)
        if match and not (kind in _OF_OTHERS and _SAD.search(said)):
            offers.append(ways[kind].replace("{thing}", match.groupdict().get("thing") or ""))
    offers += [ways["can"].replace("{thing}", act) for pattern, act in _ACTS if re.search(pattern, said)]
    return tuple(dict.fromkeys(sentence(offer).rstrip(".") for offer in offers))[:MOST]


def _own_deed(story: str) -> str:
    """Their own first words, where these tell of something they did: "I rang the GP"."""
    first = _CLAUSE_END.split(without_hedges(story).strip(), maxsplit=1)[0].strip()
    match = _OWN_START.match(first.lower().replace("’", "'"))
    if (
        match is None
        or _HURTFUL.search(first.lower())
        or match["verb"] in _NOT_A_DEED
        or not 1 <= len(match["rest"].split()) < LONGEST_OWN_WORDS
    ):
        return ""
    if first[:2].lower() == "i ":
        return "I" + first[1:]
    did = match["verb"] in _PAST or (match["verb"].endswith("ed") and len(match["verb"]) > 3)
    return f"I {first[0].lower()}{first[1:]}" if did else ""


# Kinds that speak of somebody else, never offered from a story of loss or hurt.
_OF_OTHERS = frozenset({"look_after", "people"})
_KINDS = (
    ("look_after", rf"\b(?:my|the|our)\s+(?P<thing>{_CARED_FOR})\b"),
    ("people", rf"\bmy\s+(?P<thing>{_PEOPLE})\b"),
    ("help", r"\bhelp(?:ed|ing)\b|\blooked after\b|\bcared for\b"),
    ("learn", r"\b(?:learn(?:ed|t|ing)|course|class|studied|studying|college)\b"),
    (
        "keep_going",
        r"\b(?:still|kept|keep|every ?day|twice|anyway|even though|managed|got up|got through|didn't give up"
        r"|carried on)\b",
    ),
)
_ACTS = (
    (r"\bcook(?:ed|ing)\b", "cook"),
    (r"\bbak(?:ed|ing)\b", "bake"),
    (r"\b(?:drew|drawing)\b", "draw"),
    (r"\bpaint(?:ed|ing)\b", "paint"),
    (r"\bknit(?:ted|ting)\b", "knit"),
    (r"\bsew(?:ed|ing)\b", "sew"),
    (r"\b(?:wrote|writing)\b", "write"),
    (r"\b(?:built|building)\b", "build things"),
    (r"\bfix(?:ed|ing)\b", "fix things"),
    (r"\b(?:sang|singing)\b", "sing"),
    (r"\b(?:swam|swimming)\b", "swim"),
)
