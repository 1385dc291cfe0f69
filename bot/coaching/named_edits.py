"""Edits of the plan that name what they are about: "change the step to ring Jo", "look again a week on friday".

It must never take a sentence about a life for one: the line has its own name, and the day of a look is a day.
"""

from __future__ import annotations

import re

from bot.coaching.naming import in_right_spelling, words_for
from bot.coaching.nearly import CHANGE
from bot.coaching.putting_right import is_all_time
from bot.coaching.spelling import spelled
from bot.coaching.text import line_number

REVIEW = "review"
FIELDS = {
    "title": ("goal", "wish", "aim", "want", "what i want"),
    "step": ("step", "first step", *(f"{what} of {whose} step" for what in ("time", "day") for whose in ("my", "the"))),
    "if_then": ("if-then", "if then", "if-then plan", "if-then line"),
    REVIEW: ("look again", "review", "review day", "review date", "next look"),
    "label": ("strength",),
}
_ASKING = r"(?:(?:ok|please|can|could|you|we|i|i'd|would|like|want|need|to|and|so|just)[\s,]+)*"
_CHANGES = re.compile(rf"{_ASKING}(?:change|rename|reword)\b", re.IGNORECASE)
_RENAMED = re.compile(
    rf"{_ASKING}(?:rename|reword)\s+(?P<what>\S.*?)(?:\s+(?:to|as|into)\s+(?P<words>\S.*)|\s*[:=]\s*(?P<after>\S.*))?",
    re.IGNORECASE | re.DOTALL,
)
_CALLED = re.compile(
    rf"{_ASKING}(?:call|rename|reword)\s+(?P<line>the\s+\w+\s+(?:one|line)|(?:line|number)\s+\w+)(?:\s+(?:to|as|into))?\s+(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_LOOK = (
    r"(?:(?:have a )?look (?:at (?:it|this|that|them|my goal|my plan) )?again(?: at (?:it|this|that|my goal))?"
    r"|(?:a |the |my )?review(?: day| date| it| this)?|check (?:on )?(?:it|this) again)"
)
_PUT = rf"(?:{_ASKING}(?:(?:put|add|set|change|move|make)\s+)?(?:(?:in|to|my|the|plan|for)[\s:,]+)*)"
_LOOK_WHEN = re.compile(rf"{_PUT}{_LOOK}[\s:,]+(?:(?:to|for|is|on)\s+)?(?P<time>\S.*)", re.IGNORECASE)
_WHEN_TO_LOOK = re.compile(rf"(?:(?P<other>\S.*?)\s+and\s+)?{_PUT}(?P<time>\S.*?)\s+to\s+{_LOOK}", re.IGNORECASE)


_GOALS_STEP = re.compile(
    rf"{_ASKING}(?:{CHANGE})\s+(?:(?:the|my|da|that)\s+)?(?:goal(?:['’]?s)?\s+)?(?:first\s+)?step(?:\s+(?P<line>\d{{1,2}}))?"
    r"\s*(?:[:=,]|\s(?:(?:to|so it)\s+)?(?:say|says|be|read)\b:?)\s*(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ITS_DAY = re.compile(
    r"(?:(?:ok|please|can you|could you|and|so|just)[\s,]+)*(?:change|move|swap)\s+the\s+(?:day|time|date)\s+"
    r"(?:(?:that|when|for when)\s+)?(?:i(?:['’]?m| am| was)?|for|of)\s+(?:(?:going|meant)\s+to\s+)?(?P<about>\S.*?)"
    r"\s+(?:from\s+\S.*?\s+)?to\s+(?:on\s+)?(?P<time>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_YES_BUT = re.compile(r"^(?:(?:yes|yeah|yep|ok|okay|no|fine|good|right)[\s,.]+)*(?:but|only|just)[\s,]+", re.IGNORECASE)
_NOT_ANOTHER = re.compile(r"[\s,]+not (?:on )?[\w ]{3,20}$", re.IGNORECASE)


def field_named(text: str) -> tuple[str, str] | None:
    """The field of the plan that a message changes by its name, and its new words, if any."""
    said = in_right_spelling(text.strip().rstrip("?!. "), tuple(name for names in FIELDS.values() for name in names))
    for field, names in FIELDS.items():
        words = words_for(names, said) if _CHANGES.match(said) else None
        if words is not None:
            return field, words
    return None


def review_said(text: str) -> tuple[str, str] | None:
    """When a message wants to look again, and the wish before it, if there is one: "look again a week on friday"."""
    said = _NOT_ANOTHER.sub("", _YES_BUT.sub("", text.strip().rstrip("?!. ")))
    found = _LOOK_WHEN.fullmatch(said) or _WHEN_TO_LOOK.fullmatch(said)
    if found is None or not (is_all_time(found["time"]) or is_all_time(spelled(found["time"]))):
        return None
    return found["time"], found.groupdict().get("other") or ""


def step_said(text: str) -> tuple[int, str, str] | None:
    """The step that a message changes: the number beside its name or 0, its new words, what of it is named instead.

    "change the goal step 2 say text my cousin", "change the day i phone nan to friday".
    """
    said = text.strip().rstrip("?!. ")
    if found := _GOALS_STEP.fullmatch(said):
        return int(found["line"] or 0), found["words"], ""
    found = _ITS_DAY.fullmatch(said)
    return (0, found["time"], found["about"]) if found and is_all_time(found["time"]) else None


def field_of(what: str) -> str:
    """The field that is called so: "my goal"; empty where none is."""
    bare = re.sub(r"^(?:the|my)\s+", "", what.strip().lower())
    return next((field for field, names in FIELDS.items() if bare in names), "")


def renamed(text: str) -> tuple[str, str] | None:
    """What is to be called otherwise, in its words or by its number, and its new words, if any."""
    said = text.strip().rstrip("?!. ")
    if (called := _CALLED.fullmatch(said)) and line_number(called["line"]) is not None:
        return called["line"], called["words"]
    found = _RENAMED.fullmatch(said)
    return (found["what"], found["words"] or found["after"] or "") if found else None
