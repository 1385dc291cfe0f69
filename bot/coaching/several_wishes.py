"""Several wishes about lines in one message: "change 2 to ring Jo, and 1 should say swim". Each is taken on its own.

It must never part the words of one line: each further wish says itself that it is about another line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.coaching import asking, editing
from bot.coaching.asking import Outcome, Turn
from bot.coaching.draft import Draft, Say
from bot.coaching.guide import Guide, Kind
from bot.coaching.nearly import CHANGE
from bot.coaching.outdating import asked_again

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
    rf"|(?:{CHANGE}|delete|remove|take out|drop|cross out)\s+\d{{1,2}}\b",
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
    """The turn of several wishes about lines. Where one has no words yet, the others wait to be said again.

    What was said about the old words is asked again once all are taken.
    """
    now, told, leads, again = draft, list[Say](), list[Say](), tuple[str, ...]()
    for place, wish in enumerate(wishes, start=1):
        turn = take(guide, now, wish)
        to_ask = asked_again(guide, now.answers, turn.draft.answers)
        if to_ask and turn.draft.return_to:
            again = (*again, *to_ask)
            taken = replace(turn.draft, step=draft.step, return_to="", queue=(), question=draft.question)
            turn = replace(turn, draft=taken)
        if (turn.draft.step, turn.draft.return_to) != (draft.step, "") or turn.outcome is not Outcome.ASKING:
            waiting = (Say("utter_one_line_first"),) if place < len(wishes) else ()
            left = _with_the_rest(guide, turn.draft, again)
            return replace(turn, draft=left, sayings=(*told, *waiting, *turn.sayings))
        question = turn.sayings[-1]
        changed = [replace(question, words="utter_line_now")] if question.words == "utter_line_changed" else []
        told, leads, now = [*told, *turn.sayings[:-1], *changed], [*leads, *turn.sayings[:-1]], turn.draft
    if again:
        return editing.ask_again(guide, replace(now, before=draft.answers), again, _once(told))
    if guide.step(draft.step).kind is not Kind.READ_BACK:
        return asking.repeat(now, *told)
    return asking.ask(guide, replace(now, before=draft.answers), draft.step, tuple(leads))


def _with_the_rest(guide: Guide, draft: Draft, again: tuple[str, ...]) -> Draft:
    """The draft in a change, with what is to be asked again because of the lines changed before in this message."""
    return replace(draft, queue=asking.with_questions(guide, draft, again)) if again else draft


def _once(told: list[Say]) -> tuple[Say, ...]:
    """What was told of each line, with what leads to the questions once, at the end."""
    lead = [each for each in told if each.words == asking.ONCE_MORE]
    return (*(each for each in told if each.words != asking.ONCE_MORE), *lead[:1])


def _is_another(then: str, between: str) -> bool:
    listed = "\n" in between or (between.strip()[:1] in (".", ";") and between.strip()[1:].strip())
    return bool(_SAYS_SO.match(then) or (listed and _BARE.match(then)) or not any(sign.isdigit() for sign in then[:12]))
