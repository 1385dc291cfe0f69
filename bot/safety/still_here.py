"""What kind of message somebody writes while the card waits, so that the short answer meets it. Pure.

No word of theirs is repeated but a role such as "your mum", and nobody is sent to the person they are hurt by.
"""

from __future__ import annotations

import re

_LONGEST = 400  # characters that are looked at
_ROLES = {
    "her": "mum|mam|mom|mother|sister|nan|gran|grandma|aunt|auntie|wife|girlfriend|daughter",
    "him": "dad|father|brother|grandad|uncle|husband|boyfriend|son",
    "them": "friend|best friend|mate|neighbour|flatmate|housemate|nurse|support worker|social worker|key worker|carer"
    "|doctor|gp|partner|therapist|cpn|counsellor",
}
_PRONOUN = {role: pronoun for pronoun, roles in _ROLES.items() for role in roles.split("|")}
ROLES = "|".join(sorted(_PRONOUN, key=len, reverse=True))  # of people who may be near
_SOMEONE = re.compile(
    rf"\b(?:my|the|a) ({ROLES})(?:'?s)?\b|\bwith ({ROLES})\b",
    re.IGNORECASE,
)
# Words by which a person who is named may be away, or be the trouble itself.
_NOT_THERE = re.compile(
    r"\b(?:no|not|never|cant|cannot|dont|wont|isnt|doesnt|didnt|wouldnt|couldnt|\w+n't|without|dead|died|dies|gone|left"
    r"|away|miss|lost|hates?|angry|mad at|shouts?|shouting|scared of|afraid of|hurts?|hit|hits|fault|blames?|because of"
    r"|worried about|ill|row|argu\w+|fell out|kicked|asleep|sleeping|abroad|far)\b",
    re.IGNORECASE,
)
_NOT = r"\b(?:not|never|cannot|cant|wont|(?:did|does|do|would|could|can|is|are|was|were|have|has|wo|ca)n'?t)"
_NO_ONE = r"\b(?:no[ -]?one|nobody|none of them)(?:'?s)?"
_ANSWERED = (
    r"(?:answer(?:s|ed|ing)?|pick(?:s|ed|ing)? (?:it )?up|repl(?:y|ies|ied|ying)|respond(?:s|ed|ing)?"
    r"|(?:get|got|getting) (?:through|back|an answer|a reply)|(?:call|ring|rang|phone|text)(?:ed|ing)? (?:me )?back)"
)
# That nobody answered, whatever it was that they tried.
_NO_ANSWER = (
    rf"{_NO_ONE}(?: \w+){{0,2}} {_ANSWERED}\b|{_NOT}(?: \w+){{0,2}} {_ANSWERED}\b|\bno (?:answer|reply|response)\b"
    r"|\b(?:hung|hang|hangs) up on me\b|\bput the phone down on me\b|\bcut me off\b|\b(?:rings|rang|ringing) out\b"
    r"|\b(?:line|lines|phone|number|it)(?:'?s| is| are| was| were) (?:always |still |just )?(?:engaged|busy|dead)\b"
    r"|\b(?:they|he|she)(?:'?re| were| are| was| is|'?s) (?:absolutely |really )?(?:no (?:help|use|good)|useless)\b"
)
_TRIED = (
    r"\b(?:call|ring|phon|text|messag|e-?mail|dial|contact)(?:e?d|ing)\b|\brang\b|\brung\b|\btried\b|\bspoke\b"
    r"|\btalked to\b|\bon (?:the phone|hold)\b"
)
# That it did not help, or went nowhere; said of anything at all, so that it counts only beside something they tried.
_NO_HELP = (
    rf"{_NO_ONE}(?: \w+){{0,2}} (?:there|came|coming|help(?:s|ed)?|listen(?:s|ed)?|cares?|cared)\b"
    rf"|{_NOT}(?: \w+){{0,2}} (?:help(?:ing|ed|ful)?|listen(?:ing|ed)?|care|caring|come|want to know|interested|work)\b"
    r"|\bno (?:help|use|good|luck|joy|point)\b|\b(?:useless|pointless|unhelpful|voice ?mail|answer ?phone|engaged)\b"
    r"|\bwaste of time\b|\b(?:made|feel|felt) (?:it |me )?(?:feel )?worse\b|\bhung up\b|\bcut off\b|\bgave up\b"
    r"|\bnothing (?:back|happened|came)\b|\b(?:turned|sent|fobbed) me (?:away|off|home)\b"
    r"|\b(?:it|phone|line|number) (?:just |only )?(?:rang|rings)\b|\bkeeps ringing\b"
    r"|\b(?:waited|waiting|on hold) (?:for )?(?:ages|hours|so long|an hour|over an hour|forever)\b"
    r"|\btold me to (?:have|make|take|go|calm|get|try|ring|call|phone)\b|\b(?:closed|shut)\b"
)
_KINDS = (
    ("who", r"\bwho (?:reads|sees|knows|can see)\b|\bare you (?:real|a (?:person|human|bot|robot))|\bhave you told\b"),
    ("no_answer", rf"{_NO_ANSWER}|(?=.*(?:{_TRIED}))(?=.*(?:{_NO_HELP}))"),
    ("phone", r"\b(?:can'?t|cannot|don'?t|hate|scared|afraid|anxi\w+|not)\b.{0,30}\b(?:call|ring|phone|talk|speak)"),
    ("called", r"\b(?:calling|ringing|phoning|called|rang|phoned|texted|texting|on the phone|on hold)\b"),
    ("alone", r"\b(?:no ?one|nobody|on my own|all alone|by myself|lonely)\b|^\W*(?:no|nope|nah|not really)\W*$"),
    (
        "useless",
        r"\b(?:useless|pointless|stupid (?:bot|app)|not help\w*|isn'?t helping|don'?t (?:care|get it))\b",
    ),
    ("what", r"\b(?:what (?:do|should|can|shall) i|don'?t know what|dunno what|where do i start|how do i)\b"),
    ("sorry", r"\b(?:sorry|didn'?t mean to|wasting your time|a burden to you)\b"),
    ("afraid", r"\b(?:scared|afraid|frighten\w*|terrified|panic\w*|shaking)\b"),
    ("tired", r"\b(?:tired|exhausted|worn out|knackered|can'?t sleep|drained)\b"),
    ("yes", r"^\W*(?:yes|yeah|yep|yup|yea|ye|i (?:do|have|think so))\W*$"),
    ("thanks", r"^\W*(?:ok(?:ay)?[, ]+)?(?:thanks?|thank you|thankyou|ta|cheers)\b"),
)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE | re.DOTALL)) for kind, pattern in _KINDS)
NEAR_HOME = frozenset({"abuse", "child", "harm_others"})  # families for which home may be the danger


def kind_of(text: str) -> str:
    """The name of the kind of message, which is the end of a key in support.yml; empty for any other."""
    said = _plain(text)
    return next((kind for kind, pattern in _PATTERNS if pattern.search(said)), "")


def someone_near(text: str, families: tuple[str, ...]) -> tuple[str, str]:
    """Who is near, as ("your mum", "her"); two empty texts where nobody is, or where home may be the danger."""
    said = _plain(text)
    found = _SOMEONE.search(said)
    if found is None or _NOT_THERE.search(said) or NEAR_HOME & set(families):
        return "", ""
    role = (found[1] or found[2]).lower()
    return f"your {'GP' if role == 'gp' else role.upper() if role == 'cpn' else role}", _PRONOUN[role]


def _plain(text: str) -> str:
    return re.sub("[’`´]", "'", text[:_LONGEST])
