"""Names for a strength, offered from the person's own story (method S3). An offer, never a verdict.

Each offer uses a word that the person wrote; they pick one, or say it their own way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.coaching.grammar import SUBJECTS, parsed, subject_of
from bot.coaching.reflect import without_hedges
from bot.coaching.text import plain, sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST = 3
LONGEST_OWN_WORDS = 8
LONGEST_STORY = 600  # characters; what comes after offers nothing

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
    r"|hated|argu(?:ed|ing|ment)|abus\w+|without|miss(?:ed|ing)?|fell out|despite|kicked me out|ill|hospital|stole"
    r"|stolen)\b"
)
# Deeds that harm, or that nobody would call a strength of theirs: another clause may hold one.
_NO_STRENGTH = re.compile(
    r"\b(?:hit|hurt|punch\w*|kick(?:ed|ing)|slapp?\w*|shout\w*|scream\w*|swore|hat(?:e|ed)|cut|burn\w*|drank|stole|lied"
    r"|smash\w*|kill\w*|lost|left|hid|broke|failed|forgot|missed|fell|cried|crashed|overdosed|relapsed|gave up on"
    r"|gave in"
    r"|ran (?:away|off)|stayed in bed|slept (?:all|rough|in)|got (?:sectioned|ill|drunk|arrested|worse|sacked"
    r"|evicted|hurt|high"
    r"|depressed|kicked|thrown|told|angry|upset|scared|lost|into (?:trouble|debt|a fight))|used|took (?:an overdose"
    r"|too many|drugs"
    r"|coke|pills))\b"
)
# Of what anybody does on any day no name comes that stays true: "I slept mostly", "I moved out of my ex's place".
_PASSING = frozenset("slept ate woke lay stayed watched moved wore drank dozed napped rested".split())
_CLAUSES = re.compile(
    r"\s*(?P<end>[.,;:!]+|\b(?:but then|but|and then|then|so)\b|\band\b(?= i\b)|\band\b(?= \w+ed\b)"
    r"|\band (?=got\b))\s*",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"\s*(?:\b(?:even (?:though|when|if)|although|though|because|cos|cuz|when|while|so that|since|who|which|until"
    r"|instead"
    r"|without|after (?:he|she|they)|with no)\b)",
    re.IGNORECASE,
)
_OWN_START = re.compile(r"^(?:i\s+(?:just\s+|still\s+)?)?(?P<verb>[a-z']+)\b(?P<rest>.*)$")
_NOT_A_DEED = frozenset(
    "am was were been don't dont didn't didnt can't cant couldn't couldnt feel felt think thought had said told wanted"
    " tried needed wish hope guess know knew would could".split()
)
_SAID_WELL = re.compile(r"^(?:i )?said (?:no|yes|sorry|thank)\b")
_SAYS_I = re.compile(r"(?:^|\s)i(?:'\w+|ve|m|d)?\b")
_TO_ME = re.compile(r"\b(?:me|us)\b")
# "I cooked tea": that they can cook says it, and stays true.
_CAN_SAYS_IT = re.compile(
    r"i (?:cooked|baked|drew|painted|knitted|sewed|wrote|built|fixed|sang|swam)(?: (?:an?|some|the|my))?(?: \w+)?"
)
_HELPING = re.compile(r"help(?:s|ed|ing)?\b|look(?:ed|ing) after\b|car(?:ed|ing) for\b")
_PAST = frozenset(
    "went made got did kept rang took ran wrote drew gave found sang swam read built bought sent grew drove"
    " ate fed came stood held met spoke slept woke said sat taught learnt".split()
)
_POINTS_ELSEWHERE = re.compile(r"\b(?:another|one|that|this|there)$|^(?:i )?\w+ (?:it|them|so|going)$")


def offered_labels(story: str, ways: Mapping[str, str]) -> tuple[str, ...]:
    """Up to three names for what a story shows.

    In: the story as written; `ways`, the wordings by kind (keep_going, look_after, people, help, can, learn),
    where {thing} stands for the person's own word. Out: labels, their own words first where short enough.
    """
    said = plain(story[:LONGEST_STORY])
    offers = [own] if (own := _own_deed(story)) else []
    for kind, pattern in _KINDS:
        match = re.search(pattern, said)
        if match and not (kind in _OF_OTHERS and _SAD.search(said)) and (kind != "help" or _helps(story)):
            offers.append(ways[kind].replace("{thing}", match.groupdict().get("thing") or ""))
    offers += [ways["can"].replace("{thing}", act) for pattern, act in _ACTS if re.search(pattern, said)]
    return tuple(dict.fromkeys(sentence(offer).rstrip(".") for offer in offers))[:MOST]


def _helps(story: str) -> bool:
    """Is it they who helped somebody, or looked after them, and not somebody else who did so?"""
    doc = parsed(story[:LONGEST_STORY])
    helping = (token for token in doc if _HELPING.match(doc[token.i : token.i + 2].text.lower()))
    return any(_is_own(verb) and not any(child.lower_ in {"me", "us"} for child in verb.subtree) for verb in helping)


def _is_own(verb: Token) -> bool:
    """Is "I" the one who does it, or nobody named?"""
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
        return False
    subject = subject_of(verb)
    if subject is None and verb.dep_ in {"xcomp", "pcomp", "advcl", "prep", "conj"}:
        above = next((head for head in verb.ancestors if any(each.dep_ in SUBJECTS for each in head.children)), None)
        subject = subject_of(above) if above is not None else None
    return subject is None or subject.lower_ == "i"


def _own_deed(story: str) -> str:
    """Their own words for the first thing that they did well: "I rang the GP"."""
    parts = [*_CLAUSES.split(without_hedges(story)[:LONGEST_STORY].strip()), ""]
    theirs = True  # whoever the clause before was about
    for clause, end in zip(parts[::2], parts[1::2], strict=True):
        said = clause.lower().replace("’", "'")
        theirs = bool(_SAYS_I.search(said)) or (theirs and _begins_with_a_deed(said))
        deed = _deed(clause) if theirs else ""
        if deed and not _CAN_SAYS_IT.fullmatch(deed.lower()):
            return deed
        theirs = theirs or end.startswith((".", ";", "!"))
    return ""


def _begins_with_a_deed(said: str) -> bool:
    match = _OWN_START.match(said)
    return match is not None and _is_past(match["verb"]) and not _TO_ME.search(match["rest"])


def _is_past(verb: str) -> bool:
    return verb in _PAST or (verb.endswith("ed") and len(verb) > 3)


def _deed(clause: str) -> str:
    whole = _CLAUSE_END.split(clause.strip(), maxsplit=1)[0].strip()
    said = whole.lower().replace("’", "'")
    match = _OWN_START.match(said)
    if match is None or _NO_STRENGTH.search(said) or _SAD.search(said) or _POINTS_ELSEWHERE.search(said):
        return ""
    if match["verb"] in _PASSING or (not said.startswith("i ") and _TO_ME.search(match["rest"])):
        return ""
    if match["verb"] in _NOT_A_DEED and not _SAID_WELL.match(said):
        return ""
    if not 1 <= len(match["rest"].split()) < LONGEST_OWN_WORDS:
        return ""
    if said.startswith("i "):
        return "I" + whole[1:]
    return f"I {whole[0].lower()}{whole[1:]}" if _is_past(match["verb"]) else ""


# Kinds that speak of somebody else, never offered from a story of loss or hurt.
_OF_OTHERS = frozenset({"look_after", "people"})
_KINDS = (
    (
        "look_after",
        rf"\b(?:walk|fed|feed|groom|water|plant|brush|wash|clean|look|took|taking|dug|digging|weed|train|potted"
        rf"|kept up with)\w*\b"
        rf"[\w\s]{{0,20}}\b(?:my|the|our)\s+(?P<thing>{_CARED_FOR})\b",
    ),
    (
        "people",
        rf"\b(?:with|and|for|rang|called|visited|saw|met|asked|texted|phoned|helped|round)\s+my\s+(?P<thing>{_PEOPLE})\b(?!')",
    ),
    (
        "people",
        rf"\bmy\s+(?P<thing>{_PEOPLE}|{_CARED_FOR})\s+(?:came|comes|rang|rings|visited|visits|helped|helps|got me"
        rf"|gets me|took me|was there"
        r"|were there|is there|are there|sat|stayed|drove|calls|called|keeps me|kept me)\b",
    ),
    (
        "help",
        r"(?<!nobody )(?<!no one )(?<!never )(?<!not )(?<!anyone )\bhelp(?:ed|ing)\b(?! me\b)|\blooked after\b"
        r"|\bcared for\b",
    ),
    ("learn", r"\b(?:learn(?:ed|t|ing)|course|class|studied|studying|college)\b"),
    (
        "keep_going",
        r"\b(?:still|(?:kept|keep)(?= (?:\w+ing|on|at|up|it up)\b)|every ?day|twice|anyway|even though|managed|got up"
        r"|got through|didn't give up|carried on|survived)\b",
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
