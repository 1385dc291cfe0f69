"""Names for what was said, so that a line is shown once however often, and by whatever way, it arrives. Pure.

A person's line has the id under which it came in; Cairn's lines after it have the same id and their place. So an answer
has the same names when it comes from the dialogue itself and when it is read again from the transcript.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.web.messages import PERSON, Line, Message, by_person, from_lines

BEFORE = "0"  # what stands before the person's first words


@dataclass(frozen=True)
class Keyed:
    """A line and its name in its conversation."""

    key: str
    message: Message


def keyed(lines: Sequence[Line], limit: int) -> tuple[Keyed, ...]:
    """The last lines of a conversation by name; `limit` is how many were asked for.

    Where earlier lines are cut off, an answer whose question is among them has no name, and is left out.
    """
    found: list[Keyed] = []
    current, place = ("" if len(lines) >= limit else BEFORE), 0
    for line, message in zip(lines, from_lines(lines), strict=True):
        if message.who == PERSON:
            current, place = line.message_id or f"line-{len(found)}", 0
            found.append(Keyed(current, message))
        elif current:
            found.append(Keyed(answer_key(current, place), message))
            place += 1
    return tuple(found)


def answered(message_id: str, text: str, answer: Sequence[Message]) -> tuple[Keyed, ...]:
    """A person's message and what was answered, by name."""
    mine = Keyed(message_id, by_person(text, message_id))
    theirs = (Keyed(answer_key(message_id, place), message) for place, message in enumerate(answer))
    return (mine, *theirs)


def since(found: tuple[Keyed, ...], last: str) -> tuple[Keyed, ...]:
    """Those after the one with this name; all of them where it is not there."""
    place = next((at for at, line in enumerate(found) if line.key == last), -1)
    return found[place + 1 :]


def answer_key(message_id: str, place: int) -> str:
    """The name of Cairn's line in this place, from 0, after a message."""
    return f"{message_id}:{place}"
