"""The rules at work on plain sentences: what was found, clause by clause, and what a suppressor takes back.

A suppressor counts only in the clause or sentence of the match, so that one sentence never silences another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.safety.lexicon import Lexicon, Rule, lexicon
from bot.safety.needed import keys
from bot.safety.normalise import sentences as sentences_of

_CLAUSE = re.compile(r" , | ?\b(?:but|though|although|however|yet|except|whereas|until)\b ?")
_CURRENT = re.compile(
    r"\b(?:again|today|tonight|right now|still|is back|are back|came back|coming back|this (?:week|morning|evening"
    r"|afternoon|weekend)|lately|recently|these days|last night|yesterday|just now"
    r"|every (?:day|night)|keep|since then)\b"
)
_TOOK_BACK = re.compile(r"\b(?:lied|lie|lying|wrong|answer was yes|not true|wasnt true|but)\b")
LOOK = 4000  # characters of the whole message that are searched for how the story ends
_RANK = ("none", "ask", "card")
MAX_MATCHES = 4  # of one rule in one sentence: enough to see past a suppressed first one


@dataclass(frozen=True)
class Finding:
    """One cue: the rule, its family, what it asks for after the suppressors, and which one spoke.

    A finding that says "none" was taken back; the score still learns from it.
    """

    rule: str
    family: str
    says: str
    why: str = ""


def holds_cue(text: str) -> bool:
    """Whether a rule hears a cue in a text, whatever was asked or said before; the trained votes are not held."""
    plain = sentences_of(text)
    return any(finding.says != "none" for finding in findings(plain, " . ".join(plain)))


def findings(sentences: Iterable[str], whole: str) -> Iterator[Finding]:
    """All cues in these sentences. `whole` is the entire message in plain form: it may show the story is over."""
    words = lexicon()
    over = bool(words.suppressors["recovered"].search(whole[:LOOK]))
    if words.suppressors["answered"].search(whole[:LOOK]) and not _TOOK_BACK.search(whole[:LOOK]):
        return
    for sentence in sentences:
        present = keys(sentence)
        for rule in words.rules:
            if rule.needs is not None and present.isdisjoint(rule.needs):
                continue
            found = _strongest(rule, sentence, over, words)
            if found:
                yield found


def _strongest(rule: Rule, sentence: str, over: bool, words: Lexicon) -> Finding | None:
    strongest: Finding | None = None
    for count, match in enumerate(rule.pattern.finditer(sentence)):
        if count == 0 and rule.unless and rule.unless.search(sentence):
            return None
        says, why = _softened(rule, match, sentence, over, words)
        if strongest is None or _RANK.index(says) > _RANK.index(strongest.says):
            strongest = Finding(rule.id, rule.family, says, why)
        if says == "card" or count + 1 >= MAX_MATCHES:
            break
    return strongest


def _softened(rule: Rule, match: re.Match[str], sentence: str, over: bool, words: Lexicon) -> tuple[str, str]:
    """What the rule still asks for once the suppressors of its clause have spoken, and which one did."""
    before, clause = _clause(sentence, match)
    applies = words.suppressors
    if "denied" not in rule.holds and applies["denied"].search(before):
        return "none", "denied"
    if "media" not in rule.holds and "myself" not in match.group() and applies["media"].search(sentence):
        return "none", "media"
    now = _CURRENT.search(sentence)
    if not now and "recovered" not in rule.holds and applies["recovered"].search(clause):
        return "none", "recovered"
    if not now and "past" not in rule.holds and applies["past"].search(sentence):
        return ("none", "recovered") if over else ("ask", "past")
    if "joking" not in rule.holds and applies["joking"].search(sentence):
        return "ask", "joking"
    return rule.says, ""


def _clause(sentence: str, match: re.Match[str]) -> tuple[str, str]:
    """The clause's words before the match, and the whole clause."""
    start, end = 0, len(sentence)
    for boundary in _CLAUSE.finditer(sentence):
        if boundary.end() <= match.start():
            start = boundary.end()
        elif boundary.start() >= match.end():
            end = boundary.start()
            break
    return sentence[start : match.start()].strip(), sentence[start:end]
