"""Edits: what a person can say at any time to change the plan that was shown. Only a whole message is one.

"add a pinch of salt" and "park life" are no edits: a line is pointed at by its number, an addition by its kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from bot.coaching.confirming import COUNTS
from bot.coaching.controls import Control, read_control
from bot.coaching.named_edits import REVIEW, field_named, field_of, renamed, review_said, step_said
from bot.coaching.nearly import CHANGE
from bot.coaching.plan import LineKind
from bot.coaching.sharing import NO_LINE, as_sharing, shares_nothing, takes_back
from bot.coaching.text import line_number, unadorned

LONGEST = 400  # characters


class Verb(str, Enum):
    """What can be done to a plan by chat."""

    CHANGE = "change"
    DELETE = "delete"
    ADD = "add"
    PARK = "park"
    RESUME = "resume"
    FINISH = "finish"
    SHARE = "share"
    PRIVATE = "private"


SHARING = frozenset({Verb.SHARE, Verb.PRIVATE})
WITHOUT_WORDS = frozenset({Verb.DELETE, Verb.PARK, Verb.RESUME, Verb.FINISH, Verb.SHARE})


@dataclass(frozen=True)
class Edit:
    """One wish to change the plan. `kind` is what is added: "strength", or a kind of line.

    The line is told by its number, by its `field` ("step"), or by words `about` it; `besides` is another wish before.
    `everything`: it is about all lines at once.
    """

    verb: Verb
    line: int = 0
    words: str = ""
    kind: str = ""
    field: str = ""
    about: str = ""
    besides: str = ""
    everything: bool = False


_KINDS = {
    "strength": ("strength", "strength of mine"),
    LineKind.PERSON.value: ("person", "someone", "somebody"),
    LineKind.PLACE.value: ("place",),
    LineKind.GROUP.value: ("group", "peer group"),
    LineKind.ROLE.value: ("role",),
    LineKind.COPING.value: ("way of coping", "thing that helps", "coping", "coping skill"),
    LineKind.WISH.value: ("wish",),
    LineKind.STAY_WELL.value: ("note about staying well", "note on staying well", "thing that keeps me well"),
    LineKind.CHOICE.value: ("choice about my treatment", "question about my treatment", "treatment choice"),
    LineKind.FRAMING.value: (
        "name for what i've been through",
        "name for what ive been through",
        "name of my own for it",
    ),
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names}
_ADD = re.compile(
    r"^(?:please\s+|can you\s+|could you\s+|i(?:'d| would) like to\s+|i want to\s+)*"
    r"add\s+(?:(?:a|an|another|one more)\s+)?"
    rf"(?P<kind>{'|'.join(re.escape(name) for name in sorted(_KIND_OF, key=len, reverse=True))})"
    r"(?:\s*[:,-]\s*(?P<words>\S.*))?$",
    re.IGNORECASE | re.DOTALL,
)
_STATUS = (
    (Verb.PARK, r"park|pause|put (?:away|aside)"),
    (Verb.RESUME, r"resume|take up|unpark|restart|go on with"),
    (Verb.FINISH, r"finish|complete|close|i(?:'ve| have)? (?:done|finished)|done with|tick off"),
    (Verb.PRIVATE, r"stop sharing|unshare|don'?t share|make private|keep private|hide"),
    (Verb.SHARE, r"share"),
)
_GOAL = r"(?P<line>(?:(?:goal|the|number|line|no\.?)\s+)*[\w.]+(?:\s+one)?)"
_NOTES = {
    "what helps me stay well": LineKind.STAY_WELL,
    "staying well": LineKind.STAY_WELL,
    "choices about my treatment": LineKind.CHOICE,
    "my treatment choices": LineKind.CHOICE,
    "what i call it": LineKind.FRAMING,
    "my own name for it": LineKind.FRAMING,
}
_BARE = {"change my plan": Verb.CHANGE, "edit my plan": Verb.CHANGE, "change something in my plan": Verb.CHANGE}
_ASKS_HOW = re.compile(
    r"^(?:how (?:do|can|would|could) (?:i|you|we)|can (?:i|you|we)|could (?:i|you)|i(?:'d| would)? (?:want"
    r"|like) to)\s+",
    re.I,
)


def read_edit(text: str) -> Edit | None:
    """The edit that this whole message is, or None."""
    if len(text) > LONGEST:
        return None
    said = as_sharing(unadorned(text))
    if shares_nothing(text):
        return Edit(Verb.PRIVATE, everything=True)
    if takes_back(text):
        return Edit(Verb.PRIVATE)
    if said in _NOTES:
        return Edit(Verb.ADD, kind=_NOTES[said].value)
    if said in _BARE:
        return Edit(_BARE[said])
    request = read_control(_ASKS_HOW.sub("", text.strip()))
    if request is not None and request.control in _LINES and request.line:
        return Edit(_LINES[request.control], request.line, request.words)
    added = _ADD.match(text.strip().replace("’", "'"))
    if added:
        return Edit(Verb.ADD, kind=_KIND_OF[added["kind"].lower()], words=(added["words"] or "").strip())
    return _about_a_goal(said) or _numbered(text) or _named(text)


_NUMBERED = re.compile(rf"^(?:{CHANGE})\s+(?P<line>\d{{1,2}})\s+(?P<words>[^\W\d].*)$", re.IGNORECASE | re.DOTALL)


def _numbered(text: str) -> Edit | None:
    """A line with its words and no sign between, "change 3 ring Jo"; what only counts something is none."""
    found = _NUMBERED.match(text.strip())
    counts = found is None or COUNTS.match(found["words"])
    return None if found is None or counts else Edit(Verb.CHANGE, int(found["line"]), found["words"].strip())


def _named(text: str) -> Edit | None:
    """A wish that names its line: by what it is, by the words that it has, or as the day to look again."""
    if step := step_said(text):
        return Edit(Verb.CHANGE, step[0], step[1], field="step", about=step[2])
    if again := review_said(text):
        return Edit(Verb.CHANGE, field=REVIEW, words=again[0], besides=again[1])
    if named := field_named(text):
        return Edit(Verb.CHANGE, field=named[0], words=named[1])
    called = renamed(text)
    if called is None:
        return None
    number = line_number(called[0])
    field = "" if number else field_of(called[0])
    return Edit(Verb.CHANGE, number or 0, called[1], field=field, about="" if number or field else called[0])


@dataclass(frozen=True)
class Pointed:
    """A wish that points at a line by some of its words: "park the sister thing"."""

    verb: Verb
    words: str


_BY_WORDS = tuple(
    (verb, re.compile(rf"(?:{words})(?:\s+(?P<words>\S.*))?"))
    for verb, words in (
        *_STATUS,
        (Verb.DELETE, r"delete|delet|remove|take out|drop|get rid of"),
        (Verb.CHANGE, rf"{CHANGE}|edit|reword"),
        (Verb.ADD, r"add"),
    )
)
_REASON = re.compile(r"\s*(?:[.,;!?…]+|\b(?:because|cos|as i|since i)\b)\s*.*$", re.IGNORECASE | re.DOTALL)


def verb_said(text: str) -> Verb | None:
    """What is to be done to a line that is not named yet: "park it", "park a goal", "add something"."""
    pointed = _pointed(text)
    return pointed.verb if pointed is not None and NO_LINE.fullmatch(pointed.words) else None


def pointed_at(text: str) -> Pointed | None:
    """A wish that names its line by words, such as "park the sister thing"."""
    pointed = _pointed(_REASON.sub("", text.strip()))
    return pointed if pointed is not None and not NO_LINE.fullmatch(pointed.words) else None


def names_what_is_shared(text: str) -> bool:
    """Where the plan is being changed: does it name a line to share or to keep, as in "share 2", "unshare quiet"?"""
    edit, pointed = read_edit(text), pointed_at(text)
    return (edit is not None and edit.verb in SHARING and bool(edit.line)) or (
        pointed is not None and pointed.verb in SHARING
    )


def _pointed(text: str) -> Pointed | None:
    said = as_sharing(unadorned(_ASKS_HOW.sub("", unadorned(text))))
    for verb, pattern in _BY_WORDS:
        if found := pattern.fullmatch(said):
            return Pointed(verb, found["words"] or "")
    return None


_LINES = {Control.CHANGE: Verb.CHANGE, Control.DELETE: Verb.DELETE}


def _about_a_goal(said: str) -> Edit | None:
    for verb, words in _STATUS:
        found = re.match(rf"^(?:{words})\s+{_GOAL}(?:\s+(?:with|to|from) (?:my|the) team|\s+private)?$", said)
        if verb is Verb.PRIVATE:
            found = found or re.match(rf"^(?:keep|make)\s+{_GOAL}\s+(?:private|to myself|for myself)$", said)
        number = line_number(re.sub(r"\bgoal\s+", "", found["line"])) if found else None
        if number is not None:
            return Edit(verb, number)
    return None
