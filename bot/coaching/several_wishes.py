"""Several wishes about lines in one message: "change 2 to ring Jo, and 1 should say swim". Each is taken on its own.

It must never part the words of one line: each further wish says itself that it is about another line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.coaching import asking
from bot.coaching.asking import Outcome, Turn
from bot.coaching.draft import Draft, Say
from bot.coaching.guide import Guide, Kind
from bot.coaching.nearly import CHANGE

LONGEST = 400  # characters; who writes more is telling something
_BETWEEN = re.compile(
    r"\s*[.,;!\n]+\s*(?:(?:and|then|also|plus|but)\s+)*|\s+(?:and|then|also|plus|but)\s+(?:(?:then|also)\s+)*",
    re.IGNORECASE,
)
_ASKING = re.compile(r"^(?:(?:you|we|i|can|could|would|should|please|just|also|like|want|to)\s+)+", re.IGNORECASE)
_A_LINE = r"(?:(?:the\s+)?(?:number|line)\s+\w+|the\s+\w+\s+(?:one|line))"
_SAYS_SO = re.compile(
    rf"(?:(?:{CHANGE}|make|take|delete|remove|drop|put|cross out)\s+)?(?:{_A_LINE}\b"
    r"|\d{1,2}\s*(?:[:=]|\s(?:should|shud|needs|has to|is|says|to(?!\s+\d)|out)\b))"
    rf"|(?:{CHANGE}|delete|remove|take out|drop|cross out)\s+\d{1, 2}\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,2}\s+[a-z]", re.IGNORECASE)
_LINE_TO = re.compile(
    rf"(?:{_A_LINE}|\d{{1,2}}|(?:the|my)\s+[\w-]+(?:\s+[\w-]+)?)\s*(?:[:=]|\s(?:to(?!\s+\d)|into)\b)", re.IGNORECASE
)
_CHANGES = re.compile(rf"(?:(?:please|and|can you|could you)\s+)*(?:{CHANGE})\b", re.IGNORECASE)


def parted(text: str, line_of: Callable[[str], int]) -> tuple[str, ...]:
    """The wishes of a message about several lines; none where it holds one. `line_of` is the line of a wish, or 0."""
    for found in _BETWEEN.finditer(text) if len(text) <= LONGEST else ():
        first, rest = text[: found.start()], _ASKING.sub("", text[found.end() :])
        one = line_of(first) if first.strip() else 0
        if not one:
            continue
        carried_on = _CHANGES.match(first) and _LINE_TO.match(rest)  # "change 2 to ring Jo and 1 to swim"
        then = f"change {rest}" if carried_on else rest
        further = parted(then, line_of) or (then,)
        if line_of(further[0]) not in (0, one) and _is_another(further[0], found[0]):
            return (first, *further)
    return ()


def each_taken(guide: Guide, draft: Draft, wishes: tuple[str, ...], take: Callable[[Guide, Draft, str], Turn]) -> Turn:
    """The turn of several wishes about lines. Where one has more to be asked, the others wait to be said again."""
    now, told, leads = draft, list[Say](), list[Say]()
    for place, wish in enumerate(wishes, start=1):
        turn = take(guide, now, wish)
        if (turn.draft.step, turn.draft.return_to) != (draft.step, "") or turn.outcome is not Outcome.ASKING:
            waiting = (Say("utter_one_line_first"),) if place < len(wishes) else ()
            return replace(turn, sayings=(*told, *waiting, *turn.sayings))
        question = turn.sayings[-1]
        changed = [replace(question, words="utter_line_now")] if question.words == "utter_line_changed" else []
        told, leads, now = [*told, *turn.sayings[:-1], *changed], [*leads, *turn.sayings[:-1]], turn.draft
    if guide.step(draft.step).kind is not Kind.READ_BACK:
        return asking.repeat(now, *told)
    return asking.ask(guide, replace(now, before=draft.answers), draft.step, tuple(leads))


def _is_another(then: str, between: str) -> bool:
    listed = "\n" in between or (between.strip()[:1] in (".", ";") and between.strip()[1:].strip())
    return bool(_SAYS_SO.match(then) or (listed and _BARE.match(then)) or not any(sign.isdigit() for sign in then[:12]))
