"""Ways of coping that also do harm: what they give is kept, and what else gives a bit of that (method: rule 14).

Nothing is said against them, and the words themselves go on no list that is offered again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.coaching.answers import Answers, items_of, words_of
from bot.coaching.gate import Asked, items
from bot.coaching.guide import Step
from bot.coaching.reflect import without_hedges
from bot.coaching.text import clipped, plain

_HARMS = re.compile(
    r"\b(?:drinking|drunk|booz\w+|vodka|whisk(?:e?y)|gin|rum|cider|beers?|lagers?|wine|cans"
    r"|(?:few|couple of|some) tins$|pints?|alcohol|a drink|the drink|(?:a|the) bottle|drinks?$|i drink|weed"
    r"|cannabis|spliffs?|stoned|cocaine|heroin|(?:getting|get) (?:wasted|high|hammered|pissed|smashed)|smack|ketamine"
    r"|mdma|drugs?|using$"
    r"|(?:smok\w+|roll\w+|sniff\w+|snort\w+|tak\w+|do\w*|on) (?:a |some )?(?:joints?|hash|crack|spice|coke|speed|ket)"
    r"|gambling|betting|the slots|slot machines?|starving|not eating|purging|bing(?:e?)ing|throwing up|cutting"
    r"|self.?harm\w*|(?:burning|hurting|hitting) myself)\b"
)
_HARMLESS = re.compile(
    r"\b(?:hot|soft|fizzy) drinks?\b|\b(?:drinking|a drink of) (?:\w+ )?(?:tea|coffee|water|squash|juice|milk|cocoa"
    r"|chocolate)\b|\bginger beer\b|\bbottle of (?:water|squash|juice|milk|pop)\b"
    r"|\bcutting (?:out )?(?:\w+ )?(?:paper|pictures|hair|wood|cloth|grass|hedges?)\b"
)
_NO_MORE = re.compile(
    r"(?<!couldn't )(?<!can't )\b(?:stop\w*|quit\w*|gave|given|giving|give|came|off|without|not|no(?! ?(?:one|body)\b)"
    r"|never|instead of|sober|clean|dry|recovery from|cut\w* down|less)\b.{0,25}$"
)


def also_harms(said: str) -> bool:
    """Does this way of coping harm as well ("a few cans"), and is it not one that somebody left behind?"""
    text = _HARMLESS.sub(" ", plain(said))
    found = _HARMS.search(text)
    return found is not None and (found[0] == "not eating" or not _NO_MORE.search(text[: found.start()]))


def harmful_item(answers: Answers, step: str) -> str:
    """The first thing named at a step that also harms, or nothing."""
    return next((part for part in _parts(answers, step) if also_harms(part)), "")


def _parts(answers: Answers, step: str) -> tuple[str, ...]:
    """What was named at a step; an answer in which something harms is taken apart, so that the rest of it stays."""
    named = items_of(answers, step)
    return tuple(part for item in named for part in (items(item) if also_harms(item) else (item,)))


def gives_steps(step: str, method: str, *, long: bool) -> tuple[Step, Step]:
    """Two questions after `step`: what it gives, and what else gives a bit of that."""

    def names(answers: Answers) -> Mapping[str, str]:
        return {"thing": clipped(harmful_item(answers, step), 8)}

    def gives(answers: Answers) -> Mapping[str, str]:
        return {"gives": clipped(words_of(answers, f"{step}_gives"), 8)}

    return (
        Step(
            f"{step}_gives",
            method,
            asked=Asked.PEOPLE,
            long=long,
            when=_named(step),
            says=names,
            clean=without_hedges,
            feels=True,
        ),
        Step(
            f"{step}_else",
            method,
            asked=Asked.PEOPLE,
            long=long,
            when=lambda answers: _named(step)(answers) and bool(words_of(answers, f"{step}_gives")),
            says=gives,
            clean=without_hedges,
            feels=True,
        ),
    )


def _named(step: str) -> Callable[[Answers], bool]:
    return lambda answers: bool(harmful_item(answers, step))


def without_harm(answers: Answers, step: str) -> tuple[str, ...]:
    """What was named at a step; where it also harms, what it gives and what else gives that stand in its place."""
    instead = tuple(filter(None, (words_of(answers, f"{step}_gives"), words_of(answers, f"{step}_else"))))
    harmful = harmful_item(answers, step)
    kept: list[str] = []
    for part in _parts(answers, step):
        kept += instead if part == harmful else () if also_harms(part) else (part,)
    return tuple(kept)
