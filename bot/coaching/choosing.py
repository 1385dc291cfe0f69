"""Reading a choice: by its label, its number, a synonym, words of its own, or one of these misspelt."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.coaching.answers import Answer
from bot.coaching.asking import SCALE
from bot.coaching.draft import Draft
from bot.coaching.guide import Kind, Step
from bot.coaching.nearly import nearly
from bot.coaching.text import BEGINS_YES, NO, YES, line_number, plain, unadorned
from bot.coaching.words_alone import names_another

MOST_WORDS_AROUND_A_CHOICE = 5
MOST_WORDS_AFTER_YES = 10
_TURNS_ROUND = frozenset("but not no don't dont never unless if except only problem worries yes".split())
_BEGINS_NO = frozenset({"no", "nope", "nah"})


def read_choice(step: Step, offered: tuple[str, ...], text: str) -> Answer | None:
    """Which of the offered answers this is: its label, its number, a synonym, "the first one". None: another text.

    `offered` are all the labels as shown, those made from their own words first. Where an answer says more than a
    choice ("no, I forgot"), the guide's own reading of it goes before a synonym.
    """
    said = plain(text)
    labels = {plain(label): label for label in offered}
    number = line_number(text)
    if said not in labels and number is not None and 1 <= number <= len(offered):
        said = plain(offered[number - 1])
    for choice in step.choices:
        if said in {plain(choice.label), choice.id} | set(choice.also):
            return Answer(text=choice.label, choice=choice.id)
    if said in labels:
        return Answer(text=labels[said])
    if _IF.match(said) or (step.other_words_answer and names_another(text)):
        return None
    own = offered[: len(offered) - len(step.choices)] if step.kind is Kind.CHOICE else ()
    if len(own) == 1 and (said in YES or _THAT_ONE.fullmatch(unadorned(text))):
        return Answer(text=own[0])
    found = _by_synonym(step, text) or _by_the_end(step, text) or _by_a_word(own, text) or _misspelt(step, labels, text)
    return None if found is not None and _says_more(step, found, text) else found


def _misspelt(step: Step, labels: Mapping[str, str], text: str) -> Answer | None:
    """The one choice that a whole message is but for its spelling: "somthin i enjoi"."""
    ways = {plain(way): Answer(text=each.label, choice=each.id) for each in step.choices for way in each.also}
    ways |= {label: Answer(text=shown) for label, shown in labels.items()}
    ways |= {plain(each.label): Answer(text=each.label, choice=each.id) for each in step.choices}
    nothing_else = step.kind is Kind.CHOICE and not step.other_words_answer
    found = {ways[way] for way in nearly(unadorned(text), ways, any_word=nothing_else)}
    return found.pop() if len(found) == 1 else None


_POINTING = frozenset(
    "the that this my one ones thing bit idea about with please pls i think go for going lets actually first then no"
    " instead rather put sorry id i'd line goal just delete delet take out remove park".split()
)


_THAT_ONE = re.compile(
    r"(?:(?:yes|yeah|ok|it's|its|it is|let's|lets|we can|go|start|begin|keep|stay|about|with|to|the)[\s,]+)*"
    r"(?:that|this|there|it|same|that one|this one|the same|the one|that wish|that again)(?: one)?(?: then| please)?"
)


def _by_a_word(own: tuple[str, ...], text: str) -> Answer | None:
    """The one label of their own words that a few of these words point at: "the library one"."""
    said = set(re.findall(r"[\w']+", unadorned(text)))
    telling = said - _POINTING
    if not telling or len(said) > MOST_WORDS_AROUND_A_CHOICE:
        return None
    found = [label for label in own if telling <= set(re.findall(r"[\w']+", plain(label)))]
    return Answer(text=found[0]) if len(found) == 1 else None


_PUT = re.compile(
    r"^.*[\s,.;](?:just |please |then )?(?:put|choose|pick|go with|go for|make it|say|i'll take|ill take)\s+"
    r"(?P<choice>.+?)(?: down| in)?$"
)


def _by_the_end(step: Step, text: str) -> Answer | None:
    """The choice that more words come to: "it's people really, so put people"."""
    found = _PUT.match(unadorned(text))
    return _by_synonym(step, found["choice"]) if found and step.kind is Kind.CHOICE else None


def _says_more(step: Step, found: Answer, text: str) -> bool:
    read = step.reads(text)
    choice = read[step.id].choice if step.id in read else ""
    offered = {each.id for each in step.choices}
    return choice in offered and (len(read) > 1 or choice != found.choice)


_IF = re.compile(r"(?:(?:and|but|so|what|what happens)\s+)*if (?:i|not|no)\b")  # "and if i say no?" is no no
_THEN = re.compile(r"\s+then$")  # "ok then" is an ok
_OH = re.compile(r"^(?:(?:oh|ah|well|um+|erm?|hmm+|i see)[\s,.]+)+(?=\w)")


def _by_synonym(step: Step, text: str) -> Answer | None:
    said = _OH.sub("", unadorned(text))
    agreed = _yes_or_no(said) or _yes_or_no(_OH.sub("", _THEN.sub("", plain(text))))
    for choice in step.choices:
        if choice.id == agreed:
            return Answer(text=choice.label, choice=choice.id)
    around = said.split()
    if len(around) > MOST_WORDS_AROUND_A_CHOICE:
        return None
    close = [
        choice for choice in step.choices if any(re.search(rf"\b{re.escape(also)}\b", said) for also in choice.also)
    ]
    return Answer(text=close[0].label, choice=close[0].id) if len(close) == 1 else None


def _yes_or_no(said: str) -> str:
    """ "yes" or "no" where a short text begins so or is another way of saying it; else an empty text."""
    parts = {part for part in map(unadorned, re.split(r"[,.;!]+", said)) if part}
    if said in YES or said in NO or (parts and (parts <= YES or parts <= NO)):
        return "yes" if said in YES or parts <= YES else "no"
    first, *rest = re.split(r"[\s,.!]+", said)
    twice = {"yes"} if first in BEGINS_YES else set()
    if len(rest) > MOST_WORDS_AFTER_YES or (_TURNS_ROUND - twice) & set(rest):
        return ""
    return "yes" if first in BEGINS_YES else "no" if first in _BEGINS_NO else ""


def offered_at(step: Step, draft: Draft) -> tuple[str, ...]:
    """All labels offered at a step: those from their own words, then those of the guide."""
    if step.kind is Kind.SCALE:
        return SCALE
    return tuple(step.offers(draft.answers)) + tuple(choice.label for choice in step.choices)
