"""Whether a message holds a cue that asks for support: `screen`, called on every message before anything else.

Deterministic and layered: plain form, rules by family, the question being asked, memory of the session. It must never
raise, never say how likely anything is, and never decide who gets help: everybody gets the same numbers.
"""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.control_words import MAY_BE_ABOUT_LIFE, NAMES
from bot.safety import meaning, questions, score
from bot.safety.buttons import is_a_button
from bot.safety.denials import is_clear_no
from bot.safety.features import features
from bot.safety.lexicon import lexicon
from bot.safety.normalise import sentences
from bot.safety.places import place_named
from bot.safety.rules import Finding, findings
from bot.safety.units import units
from bot.safety.votes import RANK, Heard, answer, cards, limits, marks, said

BUDGET = 0.4  # seconds; over it the answer is "ask"
BATCH = 20  # sentences screened between two looks at the clock
_LATIN = re.compile("[a-z]")


@dataclass(frozen=True)
class Screening:
    """What to show for a message ("card", "ask" or "none") and the families of cues that were seen."""

    response: str
    families: tuple[str, ...]


NOTHING = Screening("none", ())
UNSURE = Screening("ask", ("unclear",))


def screen(text: str, context: str = "", earlier: tuple[str, ...] = ()) -> Screening:
    """The response a message needs. `context`: the step id or words of the question; `earlier`: families seen before.

    Never raises: where detection itself fails, or takes too long, the answer is to ask.
    """
    try:
        return _screen(text, context, earlier)
    except Exception:  # the one place that must answer whatever happens; the text is in no log
        return UNSURE


def _screen(text: str, context: str, earlier: tuple[str, ...]) -> Screening:
    deadline = time.perf_counter() + BUDGET
    plain = tuple(dict.fromkeys(part for part in sentences(text) if _LATIN.search(part)))
    by_sentence, complete = _by_rules(plain, deadline)
    said, kind = questions.answer(" , ".join(plain), context)
    asked = (Finding("question", _family(kind), said),) if said != "none" else ()
    found = [*asked, *(finding for items in by_sentence.values() for finding in items)]
    if not complete:
        return _answer([*found, Finding("budget", "unclear", "ask")], earlier)
    if not found and not questions.are_direct(context) and _is_ours(text, plain):
        return NOTHING
    made = score.weights()
    denied = questions.denies(" , ".join(plain), context) or (
        not found and questions.are_direct(context) and is_clear_no(text)
    )
    if made is None or said != "none" or denied:
        return _answer(found, earlier)
    return _answer(_second_vote(found, by_sentence, context, made, deadline), earlier)


def heard_by_rules(text: str) -> bool:
    """Whether a rule sees a cue in the text, whatever the votes make of it."""
    plain = tuple(part for part in sentences(text) if _LATIN.search(part))
    return any(finding.says != "none" for finding in findings(plain, " . ".join(plain)))


def _is_ours(text: str, plain: tuple[str, ...]) -> bool:
    """Is the whole message one of our buttons, a wish about this talk or what is kept of it, or a place?"""
    wishes = (lexicon().suppressors[name] for name in ("erasing", "steering"))
    about_the_talk = _steers(text) or (len(plain) == 1 and any(wish.search(plain[0]) for wish in wishes))
    place = place_named(text)
    return about_the_talk or is_a_button(text) or (place is not None and bool(place.country))


def _steers(text: str) -> bool:
    words = " ".join(text.replace("’", "'").split()).strip(" .!?").casefold()
    return words in NAMES and words not in MAY_BE_ABOUT_LIFE


def _by_rules(plain: tuple[str, ...], deadline: float) -> tuple[dict[str, tuple[Finding, ...]], bool]:
    """What the rules find in each sentence, and whether the time was enough for all of them."""
    whole = " . ".join(plain)
    found: dict[str, tuple[Finding, ...]] = {}
    for number, sentence in enumerate(plain):
        if number and number % BATCH == 0 and time.perf_counter() > deadline:
            return found, False
        found[sentence] = tuple(findings((sentence,), whole))
    return found, True


def _second_vote(
    found: list[Finding],
    by_sentence: dict[str, tuple[Finding, ...]],
    context: str,
    made: score.Weights,
    deadline: float,
) -> list[Finding]:
    """The findings after the score has voted on the whole and on each piece."""
    kinds = tuple(str(row["kind"]) for row in questions.kinds(context))
    telling = frozenset(sentence for sentence, items in by_sentence.items() if items)
    heard: list[Heard] = []
    pieces = units(tuple(by_sentence), telling)
    for unit in pieces:
        if time.perf_counter() > deadline:
            found = [*found, Finding("budget", "unclear", "ask")]
            break
        seen = [finding for sentence in unit for finding in by_sentence[sentence]]
        words = made.votes(features(unit, kinds, seen))
        heard.append(Heard(said(seen, unit), words, marks(seen, unit, context), cards=cards(seen)))
    if heard and time.perf_counter() < deadline:
        heard = meaning.read(heard, pieces, questions.in_short(context), made.version)
    strongest = max(answer(heard, limits()), _in_doubt(by_sentence), _late(found), key=RANK.index)
    families = tuple(dict.fromkeys(item.family for item in found if item.says != "none")) or ("unclear",)
    return [Finding("votes", family, strongest) for family in families]


def _in_doubt(sentences_said: Collection[str]) -> str:
    """What is always asked about where it is all that is said."""
    words = " ".join(sentences_said)
    return "ask" if lexicon().suppressors["in_doubt"].search(words) else "none"


def _late(found: Iterable[Finding]) -> str:
    """What running out of time asks for: what the rules heard, since nothing could weigh it, and at least to ask."""
    found = tuple(found)
    is_late = any(finding.rule == "budget" for finding in found)
    return max((finding.says for finding in found), key=RANK.index) if is_late else "none"


def _answer(found: Iterable[Finding], earlier: tuple[str, ...]) -> Screening:
    """The strongest response and its families. The same ambiguous cue a second time brings the card."""
    found = list(found)
    strongest = max((finding.says for finding in found), key=RANK.index, default="none")
    if strongest == "none":
        return NOTHING
    families = tuple(dict.fromkeys(finding.family for finding in found if finding.says == strongest))
    if strongest == "ask" and any(family in earlier for family in families if family != "unclear"):
        return Screening("card", families)
    return Screening(strongest, families)


def _family(kind: str) -> str:
    return {"coping": "self_harm", "home": "abuse"}.get(kind, "wish_to_die")


def score_available() -> bool:
    """Whether the trained second vote is there; without it the rules screen alone."""
    return score.weights() is not None


def meaning_available() -> bool:
    """Whether the second vote reads meaning too; without it the words' half votes alone."""
    made = score.weights()
    return made is not None and meaning.reader(made.version) is not None


_ASKED = frozenset(
    {
        "support", "support now", "support please", "help now", "help me now", "crisis", "crisis help", "crisis line",
        "crisis support", "sos", "emergency", "get help", "get help now", "i need support", "i need support now",
        "i need help now", "urgent help", "support card", "helpline",
    }
)  # fmt: skip


def wants_support(text: str) -> bool:
    """Whether the whole message asks for the support card, such as "support now" or "sos"."""
    return " ".join(text[:200].casefold().split()).strip(" .!?/") in _ASKED


screen("hello")  # the first message must not pay for reading the lexicon
