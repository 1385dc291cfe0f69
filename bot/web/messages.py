"""What was said, as values: one shape for the answers of the Rasa process, its transcript and our own words.

Whatever arrives from another process is checked here; nothing malformed may reach a page or raise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

PERSON = "person"
CAIRN = "cairn"
CONTROLS = ("skip", "back", "why", "stop")  # also the order on the page
PRESSED = "pressed-"  # how the id of a message begins that is a button's
TITLES = {
    "skip": "Skip",
    "back": "Go back",
    "why": "Why do you ask?",
    "stop": "Save and stop",
    "report a problem": "Report a problem",
}  # what stands on the buttons that say something else


@dataclass(frozen=True)
class Button:
    title: str
    payload: str


@dataclass(frozen=True)
class Support:
    """A support message's own facts: which text was shown, why, and which lines go with it."""

    id: str
    layout: str
    families: tuple[str, ...] = ()
    signposts: tuple[str, ...] = ()
    told: Mapping[str, object] = field(default_factory=dict, compare=False)  # all of it, as it was told


@dataclass(frozen=True)
class Message:
    """One thing said by the person or by Cairn."""

    who: str
    text: str
    buttons: tuple[Button, ...] = ()
    controls: tuple[str, ...] = ()
    step: str = ""
    support: Support | None = None
    so_far: tuple[str, ...] = ()  # the lines of the draft that the question is about
    pressed: bool = False  # whether the person pressed a button

    @property
    def said(self) -> str:
        """What it is shown as: a person's own words as they wrote them, a pressed button by what stands on it."""
        return TITLES.get(self.text, self.text) if self.pressed else self.text


class Line(Protocol):
    """What `bot.store.transcript` gives for each thing said."""

    @property
    def who(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def buttons(self) -> object: ...
    @property
    def controls(self) -> object: ...
    @property
    def step(self) -> str: ...
    @property
    def support(self) -> object: ...
    @property
    def so_far(self) -> object: ...
    @property
    def message_id(self) -> str: ...
    @property
    def at(self) -> datetime: ...


def from_lines(lines: Iterable[Line]) -> tuple[Message, ...]:
    """The transcript's lines, oldest first, as messages."""
    parts = (
        {
            "text": line.text,
            "buttons": line.buttons,
            "controls": line.controls,
            "step": line.step,
            "support": line.support,
            "so_far": line.so_far,
        }
        for line in lines
    )
    return tuple(_message(part, line.who, line.message_id) for part, line in zip(parts, lines, strict=True))


def from_answer(body: object) -> tuple[Message, ...] | None:
    """The messages in an answer of the internal web channel; None if it is no such answer."""
    if not isinstance(body, Mapping) or not isinstance(body.get("messages"), list):
        return None
    said = (_message(part, CAIRN) for part in body["messages"] if isinstance(part, Mapping))
    return tuple(message for message in said if message.text or message.support)


def last_turn(messages: Sequence[Message]) -> tuple[Message, ...]:
    """What Cairn said after the person's last words."""
    for place in range(len(messages), 0, -1):
        if messages[place - 1].who == PERSON:
            return tuple(messages[place:])
    return tuple(messages)


def by_person(text: str, message_id: str) -> Message:
    """What a person said under this id."""
    return Message(PERSON, text, pressed=message_id.startswith(PRESSED))


def _message(part: Mapping[str, object], who: str, message_id: str = "") -> Message:
    return Message(
        who=who,
        text=_text(part.get("text")),
        buttons=_buttons(part.get("buttons")),
        controls=tuple(control for control in CONTROLS if control in _texts(part.get("controls"))),
        step=_text(part.get("step")),
        support=_support(part.get("support")),
        so_far=_texts(part.get("so_far")),
        pressed=who == PERSON and message_id.startswith(PRESSED),
    )


def _buttons(value: object) -> tuple[Button, ...]:
    found = []
    for item in value if isinstance(value, (list, tuple)) else ():
        if isinstance(item, str) and item:
            found.append(Button(item, item))
        elif isinstance(item, Mapping) and _text(item.get("title")):
            title = _text(item.get("title"))
            found.append(Button(title, _text(item.get("payload")) or title))
    return tuple(found)


def _support(value: object) -> Support | None:
    if not isinstance(value, Mapping) or not value:
        return None
    return Support(
        id=_text(value.get("id")),
        layout=_text(value.get("layout")) or "card",
        families=_texts(value.get("families")),
        signposts=_texts(value.get("signposts")),
        told=value,
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, (list, tuple)) else ()


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
