"""Whether a message holds a cue that asks for support: `screen`, called on every message before anything else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Screening:
    """What to show for a message ("card", "ask" or "none") and the families of cues that were seen."""

    response: str
    families: tuple[str, ...]


def screen(text: str, context: str = "", earlier: tuple[str, ...] = ()) -> Screening:
    """The response a message needs. Never raises."""
    lowered = text.casefold()
    if any(word in lowered for word in ("kill myself", "want to die", "end my life", "suicidal")):
        return Screening("card", ("wish_to_die",))
    return Screening("none", ())


_ASKED = frozenset({"support", "support now", "help now", "crisis", "sos", "crisis help", "emergency"})


def wants_support(text: str) -> bool:
    """Whether the whole message asks for the support card, such as "support now" or "sos"."""
    return " ".join(text.casefold().split()).strip(" .!?/") in _ASKED
