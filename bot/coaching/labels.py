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


def offered_labels(story: str, ways: Mapping[str, str]) -> tuple[str, ...]:
    """Up to three names for what a story shows.

    In: the story as written; `ways`, the wordings by kind (keep_going, look_after, people, help, make, learn),
    where {thing} stands for the person's own word. Out: labels, their own words first where short enough.
    """
    said = plain(story)
    offers: list[str] = []
    own = plain(without_hedges(story.split(".")[0]))
    if re.match(r"^i (?!am\b|was\b|don't\b|dont\b|didn't\b)", own) and len(own.split()) <= LONGEST_OWN_WORDS:
        offers.append("I" + own[1:])
    for kind, pattern in _KINDS:
        match = re.search(pattern, said)
        if match and kind in ways:
            thing = match.groupdict().get("thing") or ""
            offers.append(ways[kind].replace("{thing}", thing))
    return tuple(dict.fromkeys(sentence(offer).rstrip(".") for offer in offers))[:MOST]


_KINDS = (
    ("look_after", rf"\b(?:my|the|our|his|her)\s+(?P<thing>{_CARED_FOR})\b"),
    ("people", rf"\bmy\s+(?P<thing>{_PEOPLE})\b"),
    ("help", r"\bhelp(?:ed|ing)?\b|\blooked after\b|\bcared? for\b"),
    ("make", r"\b(cook(?:ed|ing)?|bak(?:ed|ing)|drew|draw(?:ing)?|paint(?:ed|ing)?|knit(?:ted|ting)?|sew(?:ed|ing)?"
    r"|wrote|writing|built|build(?:ing)?|fix(?:ed|ing)?)\b"),
    ("learn", r"\b(?:learn(?:ed|t|ing)?|course|class|stud(?:y|ied|ying)|read(?:ing)?|college)\b"),
    ("keep_going", r"\b(?:still|kept|keep|every ?day|twice|anyway|even though|managed|got up|got through"
    r"|didn't give up|carried on)\b"),
)  # fmt: skip
