"""Who may be spoken of: words for other people, as a subject or an owner of a wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

PEOPLE = frozenset(
    "mum mam mom mother dad father parent parents nan nana gran granny grandma grandad grandpa sister brother son"
    " daughter"
    " kid kids child children baby lad lads boy boys girl girls family wife husband partner girlfriend boyfriend ex"
    " friend"
    " friends mate mates neighbour neighbours auntie aunt uncle cousin nephew niece nurse cpn doctor doc gp"
    " psychiatrist"
    " shrink psychologist therapist counsellor consultant worker keyworker coordinator co-ordinator carer carers"
    " team ward"
    " staff manager boss landlord hostel probation officer court judge jobcentre centre coach school college people"
    " everyone everybody someone somebody anyone anybody nobody one they he she hospital services service council"
    " government dwp social ot cmht police world others person tutor teacher priest imam pharmacist specialist"
    " sponsor"
    " professionals housing system society stepdad stepmum step-dad mother-in-law god office home grandkids"
    " grandchildren"
    " them him her men women man woman guy bloke crew plan peers kin bairn bairns missus fella war country papers"
    " social relatives workers doctors"
    " nurses maw bairns dr psych physio missis hubby bestie stepson bruv bf gf fiance fiancee".split()
)
ME = frozenset({"i", "me", "we", "us", "myself"})


def _beside(token: Token) -> list[Token]:
    """The words joined to this one by "and"."""
    joined = [child for child in token.children if child.dep_ == "conj"]
    return [*joined, token.head] if token.dep_ == "conj" else joined


def is_other_person(token: Token | None) -> bool:
    """Is this word somebody other than the speaker (and not together with them)?"""
    if token is None or token.lower_ in ME or any(word.lower_ in ME for word in _beside(token)):
        return False
    named = token.pos_ == "PROPN" and token.lower_ not in {"god", "christmas"}
    return named or token.lower_ in PEOPLE or token.lemma_.lower() in PEOPLE


def is_mine(token: Token | None) -> bool:
    """Is this subject the speaker, said or left out?"""
    return token is None or token.lower_ in ME
