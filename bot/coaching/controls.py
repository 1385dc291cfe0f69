"""Controls: what a person can say at any question to steer. Only a whole message is a control.

"I want to stop smoking" and "go back to college" are answers and must never be read as commands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from bot.coaching.spelling import spelled
from bot.coaching.steering import steers
from bot.coaching.text import line_number, plain, unadorned


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


_SAID = {
    Control.SKIP: "i want to skip, i want to skip this, i'd like to skip, i'd like to skip this,"
    " skip, skip it, skip this, skip this one, skip that, skip question, skip this question, next,"
    " next question, next one, pass, move on, leave it, leave that one, leave it out",
    Control.BACK: "back, go back, go back one, back one, previous, previous question, last question, undo,"
    " i want to go back, i'd like to go back, take me back, go back a question, back a question",
    Control.STOP: "stop, stop here, stop now, stop it, stop there, stop for now, stop for today, i want to stop,"
    " want to stop, save and stop, save & stop, save, pause, quit, exit, end, finish, finish for now,"
    " done for now, done for today, that's enough, thats enough, enough, enough for today,"
    " that's enough for today, thats enough for today, i need to stop, need to stop, i've got to go,"
    " ive got to go, got to go, gotta go, bye, goodbye, not now",
    Control.WHY: "why, why do you ask, why do you ask that, why are you asking, why do you want to know,"
    " why that, why this, what for, what's that for, whats that for, why ask, why are you asking that,"
    " why are you asking me this, why do you need to know",
    Control.REPEAT: "repeat, repeat that, repeat the question, say again, say that again, again, pardon,"
    " what was the question, what did you ask, come again, what was that, carry on, i can carry on,"
    " i can carry on now, continue, keep going, resume, i'm back, im back, ready",
    Control.MENU: "menu, main menu, the menu, show menu, show me the menu, go to menu, go to the menu,"
    " go back to the menu, back to the menu, back to menu, options",
    Control.HELP: "help, help me, what can i say, what can i do, what can i do here, how does this work,"
    " how do i use this",
    Control.PLAN: "plan, my plan, show plan, show my plan, show me my plan, see my plan, what's my plan, whats my plan,"
    " what is my plan, open my plan",
    Control.START_AGAIN: "start again, start over, begin again, start afresh, start from the beginning,"
    " start from the start",
    Control.LONGER: "longer, the longer way, take longer, take longer over it, take more time, more time,"
    " more questions, go deeper, ask me more, the long way, long version, in full, slow down,"
    " let's take longer, lets take longer",
    Control.SHORTER: "shorter, the shorter way, the short way, short version, keep it short, make it short,"
    " make it shorter, make it quick, quicker, quick version, fewer questions, less questions, this is too long,"
    " too long, too many questions, this is taking too long, can we keep it short, can we make it shorter,"
    " speed up, hurry up, i'm too tired for this, im too tired for this, too tired for this,"
    " i'm getting tired of this, im getting tired of this",
    Control.PEERS: "peer support, show peer support, show me peer support, peer groups, support groups",
    Control.NOT_MEANT: "that's not what i meant, thats not what i meant, not what i meant, that isn't what i meant,"
    " that's not what i said, thats not what i said, not what i said, you got me wrong, you got that wrong,"
    " you got it wrong, i didn't mean that, i didnt mean that, i didn't say that, i didnt say that,"
    " you misunderstood, you misunderstood me, no that's not it, no thats not it, that's not what i mean,"
    " thats not what i mean",
}
# What somebody says who wants fewer questions, unless the question is what they feel.
_TIRED = re.compile(
    r"(?:i'?m |i am |just |feeling |getting |so |really |very |too |a bit |bit |well |dead )*"
    r"(?:tired|tierd|tird|tyred|knack(?:er|ar)e?d|shatt?ered|exh?aust(?:ed|id)|worn out|wiped out|cream crackered)"
    r"(?: now| tonight| today)?"
)
_CONTROL_OF = {words.strip(): control for control, said in _SAID.items() for words in said.split(",")}

# A line is pointed at by its number. New words need a sign between ("change 2 to…"): "change one habit" is an answer.
_LINE = r"(?P<line>(?:(?:the|number|line|no\.?)\s+)*\w+(?:\s+(?:one|line))?)"
_CHANGE = re.compile(
    rf"^(?:change|edit|correct|amend)\s+{_LINE}(?:(?:\s*[:=,]\s*|\s+(?:to|into)\b[\s:]*)(?P<words>.*))?$",
    re.IGNORECASE | re.DOTALL,
)
_DELETE = re.compile(rf"^(?P<verb>delete|cross out|remove|take out|drop)\s+{_LINE}$", re.IGNORECASE)
_CLEARLY_DELETES = frozenset({"delete", "cross out"})
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
    control = _CONTROL_OF.get(said) or _CONTROL_OF.get(plain(text))
    if control is not None:
        return Request(control)
    about_a_line = _about_a_line(text)
    if about_a_line is not None:
        return about_a_line
    name = steers(plain(spelled(text)))
    return Request(Control(name)) if name else None


def _about_a_line(text: str) -> Request | None:
    asked = _AFTER.sub("", _BEFORE.sub("", text.strip()).rstrip(".!? "))
    deleting = _DELETE.match(asked)
    if deleting and (line := line_number(deleting["line"])) is not None:
        sure = deleting["verb"].lower() in _CLEARLY_DELETES or deleting["line"].lower() != "one"
        return Request(Control.DELETE, line) if sure else None
    changing = _CHANGE.match(asked)
    if changing and (line := line_number(changing["line"])) is not None:
        return Request(Control.CHANGE, line, (changing["words"] or "").strip())
    return None
