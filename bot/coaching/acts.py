"""Acts without a subject: "ring Dave" said back would be an order, "walked the dog" lacks whose walk it was.

Only verbs whose forms are listed are turned; any other act is left to a plain thank you.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coaching.grammar import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ADD = (
    "ask be book buy call check clean cook do draw drink eat email feed fill find finish go grow help join keep"
    " learn listen look"
    " meet open paint pay plant play post read ring see send sing sleep speak stay study talk tell text tidy"
    " try turn"
    " visit volunteer walk wash watch water wear work hoover fix build count hold wait sew bring show stand stretch"
    " stroll pack"
    " return rest sort"
)
_DROP_E = (
    "bake phone drive give have leave make message practise save take use write move breathe live dance lose"
    " arrange come smile"
    " exercise explore organise share close"
)
_DOUBLE = "get put run set sit swim knit plan travel chat"
_DOING = {
    **{verb: f"{verb}ing" for verb in _ADD.split()},
    **{verb: f"{verb[:-1]}ing" for verb in _DROP_E.split()},
    **{verb: f"{verb}{verb[-1]}ing" for verb in _DOUBLE.split()},
}
_BASES = {doing: verb for verb, doing in _DOING.items()}
_DID = frozenset(
    "walked fed rang called phoned texted cleaned cooked washed painted drew wrote read bought made baked visited"
    " saw met kept took"
    " told asked fixed built knitted planted watered paid booked helped finished joined learned learnt found gave"
    " got did had went came sat said tidied opened hoovered answered managed tried stayed stopped started"
    " ran swam played worked spoke talked wrote sang applied signed sorted emailed messaged".split()
)
_ABOUT = frozenset("got went came".split())  # "got up", "went in", "came home"; "told off" is what others did
_PAST = frozenset({"VBD", "VBN"})
_WAYS = frozenset({"to", "into", "up", "as", "round", "through", "past"})  # "got to the door"


def is_verb(word: str) -> bool:
    """Is it the bare form of a verb that is listed?"""
    return word in _DOING


def base_of(doing: str) -> str | None:
    """The bare verb of "ringing"; None where its forms are not listed."""
    return _BASES.get(doing)


def as_an_act(doc: Doc) -> dict[int, str] | None:
    """How the words that start an act are given back: their places with the new words.

    None where the text is no bare act; empty where it is one that cannot be turned with certainty.
    """
    first = next((token for token in doc if token.is_alpha), None)
    if first is None or any(child.dep_ in SUBJECTS for child in first.children):
        return None
    if any(token.lower_ == "me" and token.nbor(1).lower_ == "and" for token in doc[1:-1]):
        return {}
    if first.tag_ == "VBD":
        return _done(first)
    if first.lower_ in _DOING and first.tag_ in {"VB", "VBP", "NN", "NNP"} and first.dep_ in {"ROOT", "ccomp", "advcl"}:
        return _to_do(doc, first) if first.pos_ in {"VERB", "AUX"} else {}
    return {} if first.tag_ in {"VB", "VBP"} else None


def begins_as_done(doc: Doc) -> bool:
    """Does it begin with what was done, and by nobody: "got a job", which may also be wished for?"""
    first = next((token for token in doc if token.is_alpha), None)
    return (
        first is not None
        and first.lower_ in _DID
        and first.tag_ in _PAST
        and not any(child.dep_ in SUBJECTS for child in first.children)
    )


def _done(first: Token) -> dict[int, str]:
    goes_on = any(
        child.dep_ == "dobj"
        or (child.dep_ == "prep" and child.lower_ in _WAYS)
        or (child.dep_ in {"prt", "advmod"} and first.lower_ in _ABOUT)
        for child in first.children
    )
    further = (token for token in first.doc if token.dep_ == "ROOT" and token.i != first.i and token.tag_ in _PAST)
    alone = all(any(child.dep_ in SUBJECTS for child in token.children) for token in further)
    return {first.i: f"you {first.lower_}"} if goes_on and alone and first.lower_ in _DID else {}


def _to_do(doc: Doc, first: Token) -> dict[int, str]:
    """The act and those joined to it in the same form, "ringing Dave and going to the shop"."""
    joined = [
        token
        for token in doc
        if token.dep_ == "conj" and token.tag_ in {"VB", "VBP"} and token.head.pos_ in {"VERB", "AUX"}
    ]
    acts = [
        first,
        *(token for token in joined if not any(child.dep_ in SUBJECTS | {"aux"} for child in token.children)),
    ]
    if any(token.lower_ not in _DOING for token in acts) or len(acts) < 1 + len(joined):
        return {}
    doing = {token.i: _DOING[token.lower_] for token in acts}
    if first.lower_ in {"go", "come"} and doc[first.i + 1 : first.i + 2].text.lower() in _DOING:
        doing[first.i] += " to"  # "go watch the lads"
    return doing
