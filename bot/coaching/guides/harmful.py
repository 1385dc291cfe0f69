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
    r"\b(?:drinking|drunk|booz\w+|vodka|whisk(?:e?y)|gin|rum|cider|beers?|lagers?|wine|prosecco|cans|bevv(?:y|ies)|dram"
    r"|(?:few|couple of|some) (?:tins$|shots)|pints?|alcohol|a drink|the drink|(?:a|the) bottle|drinks?$|i drink"
    r"|on the piss|weed|cannabis|spliffs?|a joint|a bong|edibles|stoned|cocaine|heroin|crystal meth|mamba"
    r"|(?:getting|get) (?:wasted|high|hammered|pissed|smashed)|smack|ketamine|mdma|drugs?|(?:bit|line) of coke"
    r"|(?:smok\w+|roll\w+|sniff\w+|snort\w+|tak\w+|do\w*|on) (?:a |some )?(?:bit of )?"
    r"(?:joints?|hash|crack|spice|coke|speed|ket)"
    r"|(?:^|i'?m |just |back |started )using$|gambling|betting|a bet|the bookies|scratchcards?|the slots"
    r"|(?:slot|fruit) machines?|starving|not eating|skipping meals|laxatives|purging|bing(?:e?)ing|throwing up"
    r"|making myself sick|cutting|self.?harm\w*|(?:burning|hurting|hitting) myself)\b"
)
_DRINK = (
    r"(?:tea|coffee|water|squash|juice|milk|cocoa|chocolate|horlicks|ovaltine|lemonade|orange|lucozade|pop|soup|coke)"
)
_CUT = r"(?:paper|pictures|hair|wood|cloth|fabric|grass|lawn|hedges?|nails|veg\w*|bread|cake|flowers|sugar|ties|costs)"
# Who or what helps with it is no harm, nor is what only sounds like it.
_HARMLESS = re.compile(
    r"\b(?:alcohol|drugs?|gambling|self.?harm|drinking|cannabis|substance)(?: and \w+)? (?:misuse |support |recovery )?"
    r"(?:worker|nurse|team|service|group|help ?line|line|plan|meeting|charity|counsell\w+|support|clinic|advice)s?\b"
    r"|\bweed (?:the|my|our|his|her|some|a few)\b|\b(?:alcohol|alc)[ -]free \w+"
    r"|\bspeed dial\b|\bgin rummy\b|\bwine gums?\b"
    rf"|\b(?:pints?|bottles?|glass|cups?|mugs?|drink) of (?:\w+ )?{_DRINK}\b|\bginger beer\b"
    rf"|\bdrinking (?:(?:plenty|lots|loads|a (?:cup|mug|glass|bottle|pint)) of |some |my |more |a )?(?:\w+ )?{_DRINK}\b"
    r"|\b(?:hot|cold|warm|milky|soft|fizzy)(?: \w+)? drinks?\b|\bmak(?:e|ing) (?:\w+ )?(?:a )?drinks?\b"
    rf"|\bcutting (?:out |up |down |back )?(?:on )?(?:\w+(?:'s)? )?{_CUT}\b"
    r"|\bbinge?(?:ing)? (?:on )?(?:\w+ )?(?:box ?sets?|telly|tv|netflix|series|films?)\b"
)
# What somebody leaves behind or keeps away from; it stands right before the thing itself.
_LEFT = re.compile(
    r"\b(?:stop\w*|quit\w*|(?:gave|given|giving|give) up|off|(?:away|clean|free|recovery|sober) from|away from|without"
    r"|instead of|no more|not|no|never|don'?t|doesn'?t|haven'?t|avoid\w*|kick\w*|since my last|cut\w* down|less"
    r"|help\w* (?:my|a|the) \w+ with (?:his|her|their))"
    r"(?: (?:the|a|any|my|on|up|do|doing|had|having|touch|touching|drinking|smoking|taking))*\s*$"
)
_CANNOT_LEAVE = re.compile(r"\b(?:couldn'?t|can'?t|didn'?t|never|not|won'?t) (?:\w+ )?(?:stop|quit)\w*[^,]*$")


def also_harms(said: str) -> bool:
    """Does this way of coping harm as well ("a few cans"), and is it not one that somebody left behind?"""
    text = _HARMLESS.sub(" ", plain(said))
    return any(found[0] == "not eating" or not _is_left(text[: found.start()]) for found in _HARMS.finditer(text))


def _is_left(before: str) -> bool:
    return bool(_LEFT.search(before)) and not _CANNOT_LEAVE.search(before)


def harmful_item(answers: Answers, step: str) -> str:
    """The first thing named at a step that also harms, or nothing."""
    return next((part for part in _parts(answers, step) if also_harms(part)), "")


def _parts(answers: Answers, step: str) -> tuple[str, ...]:
    """What was named at a step; an answer in which something harms is taken apart, so that the rest of it stays."""
    named = items_of(answers, step)
    return tuple(part for item in named for part in (_taken_apart(item) if also_harms(item) else (item,)))


def _taken_apart(said: str) -> tuple[str, ...]:
    return tuple(part for item in items(said) for part in re.split(r",?\s+or\s+", item) if part)


def gives_steps(step: str, method: str, *, long: bool = False) -> tuple[Step, Step]:
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
            words="coping_gives",
            everywhere=True,
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
            words="coping_else",
            everywhere=True,
            long=long,
            when=lambda answers: _named(step)(answers) and bool(words_of(answers, f"{step}_gives")),
            says=gives,
            clean=without_hedges,
            feels=True,
        ),
    )


def gives_of(step: str) -> tuple[str, str]:
    """The ids of those two questions."""
    return (f"{step}_gives", f"{step}_else")


def _named(step: str) -> Callable[[Answers], bool]:
    return lambda answers: bool(harmful_item(answers, step))


def gives_instead(answers: Answers, step: str) -> tuple[str, ...]:
    """What the harmful thing named at a step gives, and what else gives a bit of that."""
    told = (words_of(answers, f"{step}_gives"), words_of(answers, f"{step}_else"))
    return tuple(words for words in told if words and not also_harms(words))


def harmless(answers: Answers, step: str) -> tuple[str, ...]:
    """What was named at a step, without what also harms."""
    return tuple(part for part in _parts(answers, step) if not also_harms(part))


def without_harm(answers: Answers, step: str) -> tuple[str, ...]:
    """What was named at a step; where it also harms, what it gives and what else gives that stand in its place."""
    instead, harmful = gives_instead(answers, step), harmful_item(answers, step)
    kept: list[str] = []
    for part in _parts(answers, step):
        kept += instead if part == harmful else () if also_harms(part) else (part,)
    return tuple(kept)


def words_without_harm(answers: Answers, step: str) -> str:
    """The person's words at a step, whole where nothing in them harms."""
    return "; ".join(without_harm(answers, step)) if harmful_item(answers, step) else words_of(answers, step)


def act_without_harm(answers: Answers, step: str) -> str:
    """One act of an if-then plan. Where it also harms, the rest of it, or what else gives a bit of that, or nothing."""
    if not harmful_item(answers, step):
        return words_of(answers, step)
    instead = words_of(answers, f"{step}_else")
    return "; ".join(harmless(answers, step)) or ("" if also_harms(instead) else instead)
