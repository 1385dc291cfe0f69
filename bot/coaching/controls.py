"""Controls: what a person can say at any question to steer. Only a whole message is a control.

"I want to stop smoking" and "go back to college" are answers and must never be read as commands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from bot.coaching.nearly import CHANGE
from bot.coaching.spelling import spelled
from bot.coaching.steering import steers, steers_for_a_reason
from bot.coaching.text import line_number, plain, unadorned
from bot.control_words import NAMES


class Control(str, Enum):
    """The closed set of things that can be asked of the engine at every question."""

    SKIP = "skip"
    BACK = "back"
    STOP = "stop"
    WHY = "why"
    REPEAT = "repeat"
    MENU = "menu"
    HELP = "help"
    PLAN = "plan"
    START_AGAIN = "start_again"
    LONGER = "longer"
    SHORTER = "shorter"
    NOT_MEANT = "not_meant"
    PEERS = "peers"
    CHANGE = "change"
    DELETE = "delete"


@dataclass(frozen=True)
class Request:
    """A control, with the line it is about and the new words where it has them."""

    control: Control
    line: int = 0
    words: str = ""


# What somebody says who wants fewer questions, unless the question is what they feel.
_TIRED = re.compile(
    r"(?:i'?m |i am |just |feeling |getting |so |really |very |too |a bit |bit |well |dead )*"
    r"(?:tired|tierd|tird|tyred|knack(?:er|ar)e?d|shatt?ered|exh?aust(?:ed|id)|worn out|wiped out|cream crackered)"
    r"(?: now| tonight| today)?"
)

# A line is pointed at by its number. New words need a sign between ("change 2 to…"): "change one habit" is an answer.
_LINE = r"(?P<line>(?:(?:the|number|line|no\.?)\s+)*\w+(?:\s+(?:one|line))?)"
_TEXTED_TO = (  # "change 1 2 gud wiv animals", and no "2 weeks"
    r"2(?=\s+(?!(?:minute|min|hour|hr|day|week|month|year|time|thing|of|past|to|or|people|other|more|o'clock|am|pm)s?\b)"
    r"[a-z])"
)
_CHANGE = re.compile(
    rf"^(?:{CHANGE}|edit|correct|amend)\s+{_LINE}(?:(?:\s*[:=,]\s*|\s+(?:to|into|{_TEXTED_TO})\b[\s:]*)"
    r"(?P<words>.*))?$",
    re.IGNORECASE | re.DOTALL,
)
_DELETE = re.compile(
    rf"^(?:(?P<verb>delete|delet|cross out|remove|take out|drop)\s+{_LINE}"
    r"|take\s+(?P<named>(?:the\s+)?(?:number|line)\s+\w+)\s+(?:right\s+)?(?:out|off|away))"
    r"(?:\s*[,.;–-]\s*(?:that|it|this|i|because|cos|coz)(?:['’]?s|['’]m|['’]ve)?\s.*)?$",
    re.IGNORECASE | re.DOTALL,
)
# "The line 3 I did not say it, please take it away"
_TAKE_AWAY = re.compile(
    r"^(?:the\s+)?(?:line|number)\s+(?P<line>\w+)[\s,.:]+(?:i\s+(?:did\s?n[o'’]?t|never)\s+sa(?:y|id)\s+(?:it|that|this)"
    r"|is\s+not\s+(?:mine|true|what i said))?[\s,.;]*(?:and\s+|so\s+|please\s+|can you\s+|could you\s+)*"
    r"(?:(?:take|delete|remove|cross|get rid of|lose|drop)(?:\s+(?:it|that|this))?(?:\s+(?:out|off|away|please))*)?$",
    re.IGNORECASE,
)
_CLEARLY_DELETES = frozenset({"delete", "delet", "cross out"})
_BEFORE = re.compile(
    r"^(?:(?:ok(?:ay)?|please|sorry|actually|no|yes,? but|can (?:you|i|we)|could (?:you|i|we)|let's|lets"
    r"|i(?:'d| would)? (?:want|like|need) to)[\s,.]+)+",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[\s,]+(?:please|pls|plz|thanks|thank you|ta)$", re.IGNORECASE)


@lru_cache(maxsize=2048)  # one message is read by what screens it and by the engine
def read_control(text: str, *, feels: bool = False) -> Request | None:
    """The control that this whole message is, or None. Where a question `feels`, being tired is an answer to it."""
    if text.lstrip().startswith("/"):  # a payload, or something typed to look like one: no wish of theirs
        return None
    said = unadorned(text)
    if not feels and _TIRED.fullmatch(said):
        return Request(Control.SHORTER)
    name = NAMES.get(said) or NAMES.get(plain(text))
    if name:
        return Request(Control(name))
    about_a_line = _about_a_line(text)
    if about_a_line is not None:
        return about_a_line
    steered = steers(plain(spelled(text)))
    return Request(Control(steered)) if steered else None


def control_for_a_reason(text: str) -> Request | None:
    """The control that a message begins with where the rest only says why: "skip this, I can't think"."""
    steered = steers_for_a_reason(plain(text), NAMES)
    return Request(Control(steered)) if steered else None


_LAST_PART = re.compile(r"[.!;,\n]\s*(?P<last>[\w' ]{4,45})[.!?]*$")


_LONGEST_PART = 50  # characters


_BEHIND = frozenset({Control.LONGER, Control.SHORTER, Control.MENU})
_LEADS_TO_IT = re.compile(r"[\s,.;!]+(?:(?:hang|hold) on|wait|actually|oh|no|but|sorry|and)$", re.IGNORECASE)


def control_behind(text: str) -> tuple[str, Control] | None:
    """What is said and the way, or the menu, that is chosen behind it: "get another dog. longer"; None without one."""
    text = text.strip()
    found = _LAST_PART.search(text, max(0, len(text) - _LONGEST_PART))
    request = read_control(found["last"]) if found and found.start() else None
    if found is None or request is None or request.control not in _BEHIND:
        return None
    return _LEADS_TO_IT.sub("", text[: found.start()].rstrip()), request.control


def _about_a_line(text: str) -> Request | None:
    asked = _AFTER.sub("", _BEFORE.sub("", text.strip()).rstrip(".!? "))
    away = _TAKE_AWAY.match(asked)
    if away and (line := line_number(away["line"])) is not None:
        return Request(Control.DELETE, line)
    deleting = _DELETE.match(asked)
    if deleting and (line := line_number(deleting["line"] or deleting["named"])) is not None:
        sure = deleting["line"] != "one" or deleting["verb"].lower() in _CLEARLY_DELETES
        return Request(Control.DELETE, line) if sure else None
    changing = _CHANGE.match(asked)
    if changing and (line := line_number(changing["line"])) is not None:
        return Request(Control.CHANGE, line, (changing["words"] or "").strip())
    return None
