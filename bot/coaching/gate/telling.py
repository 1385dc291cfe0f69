"""Telling how it was or is, where an act was asked for: "i only just made it out", "its the noise that gets me"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coaching.grammar import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MEANT = frozenset("think want fancy plan decide mean hope reckon wish like say".split())  # "i thought i'd ring him"
_AHEAD = frozenset({"ll", "'ll", "’ll", "will", "would", "'d", "d", "shall", "could", "might", "gonna", "going"})
_THIS = frozenset({"this", "that"})  # "this passed before" is something to tell oneself
_OTHERS = frozenset({"it", "there", "he", "she", "they"})


def tells(doc: Doc) -> bool:
    """Is the whole answer an account, with no act in it that is still to come?"""
    if any(token.lower_ in _AHEAD or (token.tag_ == "VBG" and token.dep_ != "ROOT") for token in doc):
        return False
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    subject = root and next((child for child in root.children if child.dep_ in SUBJECTS), None)
    if root is None or subject is None or root.lemma_ in _MEANT or subject.lower_ in _THIS:
        return False
    return _is_past(root) or (root.tag_ == "VBZ" and subject.lower_ in _OTHERS)


def _is_past(root: Token) -> bool:
    was = any(child.dep_ in {"aux", "auxpass"} and child.tag_ == "VBD" for child in root.children)
    return was or (root.tag_ == "VBD" and root.lower_ != root.lemma_)
