"""Whether a message holds a cue that asks for support: `screen`, called on every message before anything else.

Deterministic and layered: plain form, rules by family, the question being asked, memory of the session. It must never
raise, never say how likely anything is, and never decide who gets help: everybody gets the same numbers.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass

from bot.safety import questions
from bot.safety.normalise import sentences
from bot.safety.rules import Finding, findings

BUDGET = 0.4  # seconds; over it the answer is "ask"
BATCH = 40  # sentences screened between two looks at the clock
_LATIN = re.compile("[a-z]")
_ORDER = ("none", "ask", "card")


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
    started = time.perf_counter()
    plain = sentences(text)
    whole = " . ".join(plain)
    said, kind = questions.answer(" , ".join(plain), context)
    found = [Finding("question", _family(kind), said)] if said != "none" else []
    unique = tuple(dict.fromkeys(part for part in plain if _LATIN.search(part)))
    for first in range(0, len(unique), BATCH):
        found += findings(unique[first : first + BATCH], whole)
        if time.perf_counter() - started > BUDGET:
            found.append(Finding("budget", "unclear", "ask"))
            break
    return _answer(found, earlier)


def _answer(found: Iterable[Finding], earlier: tuple[str, ...]) -> Screening:
    """The strongest response and its families. The same ambiguous cue a second time brings the card."""
    found = list(found)
    strongest = max((finding.says for finding in found), key=_ORDER.index, default="none")
    if strongest == "none":
        return NOTHING
    families = tuple(dict.fromkeys(finding.family for finding in found if finding.says == strongest))
    if strongest == "ask" and any(family in earlier for family in families):
        return Screening("card", families)
    return Screening(strongest, families)


def _family(kind: str) -> str:
    return {"coping": "self_harm", "home": "abuse"}.get(kind, "wish_to_die")


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
