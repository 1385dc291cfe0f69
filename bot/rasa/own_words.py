"""The second bubble beside the card: a person's own line for a hard day and their own plan, from the coaching database.

It must never hold the card back, never be shown where somebody else may read the screen or every second counts, and
never hold words that are a cue themselves. Whatever fails, it is simply not there.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any, Optional, Protocol

import yaml

from bot.coaching.guides.harmful import also_harms
from bot.coaching.plan import HardTimes, Hope, Plan, Section
from bot.coaching.text import clipped
from bot.safety import card, cues
from bot.safety.support import CARD, Support
from bot.settings import ROOT
from bot.store.unit_of_work import UnitOfWork

log = logging.getLogger(__name__)
FILE = ROOT / "data" / "responses" / "own_words.yml"
_TEXTS = {
    key: str(wordings[0]["text"])
    for key, wordings in yaml.safe_load(FILE.read_text(encoding="utf-8"))["responses"].items()
}
DEADLINE = 0.3  # seconds from the card to its second bubble
REST = 60.0  # seconds without asking a database that did not answer: the next card does not wait for it
LONGEST_NOTE, LONGEST_ACT = 40, 20  # words
LAYOUT = "own"
# Somebody else may see the screen, or it is not about the writer, or nothing may come between.
# The sections that help in the moment itself; the whole plan is one "my plan" away.
_SHOWN_SECTIONS = {
    Section.ALONE: "utter_own_alone",
    Section.PEOPLE: "utter_own_people",
    Section.SAFER: "utter_own_safer",
    Section.REASONS: "utter_own_reasons",
}
_NOT_BESIDE = frozenset({"abuse", "child", "harm_others", "someone_else", "overdose", card.UNDER_AGE})


class OwnWords(Protocol):
    """Where the second bubble comes from."""

    async def beside(self, support: Support, sender: str) -> list[dict[str, Any]]:
        """The bubbles to show after a card; none where there are none, in time. Never raises."""


class StoredOwnWords:
    """Own words from the coaching database. `read` gives a sender's plan; it may block, fail or hang."""

    def __init__(
        self, read: Callable[[str], Plan], deadline: float = DEADLINE, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._read = read
        self._deadline = deadline
        self._clock = clock
        self._rests_until = float("-inf")

    async def beside(self, support: Support, sender: str) -> list[dict[str, Any]]:
        if not may_stand_beside(support) or self._clock() < self._rests_until:
            return []
        try:
            plan = await asyncio.wait_for(asyncio.to_thread(self._read, sender), self._deadline)
            return own_bubbles(plan)
        except Exception as error:  # a card is a card without it, too
            self._rests_until = self._clock() + REST
            log.warning("A person's own words could not be read in time (%s).", type(error).__name__)
            return []


def stored_in(database_url: str) -> StoredOwnWords:
    """The own words of the people in a coaching database."""

    def read(sender: str) -> Plan:
        with UnitOfWork(database_url) as work:
            person = work.people.by_pseudonym(sender)
            return work.plans.current(person.id) if person else Plan()

    return StoredOwnWords(read)


def may_stand_beside(support: Support) -> bool:
    """Whether a person's own words belong beside this support: once, beside the first full card."""
    return support.layout == CARD and support.shown_before == 0 and not _NOT_BESIDE & set(support.families)


def own_bubbles(plan: Plan) -> list[dict[str, Any]]:
    """The second bubble for a plan."""
    text = _hope_text(plan.hope) if plan.hope and plan.hope.show_note else None
    text = "\n".join(filter(None, (text, _hard_times_text(plan.hard_times)))) or None
    text = text or (None if plan.is_empty else _TEXTS["utter_own_plan"])
    if text is None:
        return []
    return [{"text": text, "support": {"id": "own_words", "layout": LAYOUT, "families": [], "signposts": []}}]


def _hope_text(hope: Hope) -> Optional[str]:
    """Their line with one thing they chose; None where the line is empty or is itself a cue."""
    if not _is_safe(hope.note):
        return None
    lines = [_TEXTS["utter_own_note"].format(note=clipped(hope.note, LONGEST_NOTE))]
    if hope.if_then and _is_safe(f"{hope.if_then.cue}. {hope.if_then.act}"):
        cue, act = hope.if_then.cue.rstrip(" .,"), hope.if_then.act.rstrip(" .")
        lines.append(_TEXTS["utter_own_if_then"].format(cue=clipped(cue, LONGEST_ACT), act=clipped(act, LONGEST_ACT)))
    elif _is_safe(hope.act):
        lines.append(_TEXTS["utter_own_act"].format(act=clipped(hope.act, LONGEST_ACT)))
    return "\n".join(lines)


def _hard_times_text(plan: Optional[HardTimes]) -> Optional[str]:
    """What helps, who to ask and their reasons, from their plan for hard times; None where it may not be shown."""
    if plan is None or not plan.show_in_card:
        return None
    said = ((key, plan.sections.get(section, "")) for section, key in _SHOWN_SECTIONS.items())
    lines = [_TEXTS[key].format(said=clipped(words, LONGEST_ACT)) for key, words in said if words and _is_safe(words)]
    return "\n".join(lines) or None


def _is_safe(words: str) -> bool:
    """Whether words may stand beside a card: no cue, and nothing that also harms ("a few cans")."""
    return bool(words.strip()) and not also_harms(words) and cues.screen(words).response == "none"
